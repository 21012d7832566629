from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

PATIENCE = 240
"""Seconds until a change must show; a build takes some ten."""


class Preview:
    """Hold a running preview of a project."""

    def __init__(self, project: Path, command: list[str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.project = project
        self.address = f"http://127.0.0.1:{port}/"
        self.log = project / "preview.log"
        with self.log.open("wb") as log:
            place = [part.format(address=f"127.0.0.1:{port}") for part in command]
            self.process = subprocess.Popen(place, cwd=project, stdout=log, stderr=log)

    def page(self, path: str) -> str:
        """Return a page's HTML, or nothing while the server is not there."""
        try:
            with urlopen(self.address + path, timeout=30) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode("utf-8"))
        except (URLError, TimeoutError, ConnectionError):
            return ""

    def wait_for(self, path: str, holds: Callable[[str], bool]) -> str:
        """Return a page as soon as something holds of it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            if holds(html := self.page(path)):
                return html
            time.sleep(0.3)
        raise AssertionError(self.log.read_text("utf-8"))


@pytest.fixture(params=["charterpress", "mkdocs"])
def preview(request: pytest.FixtureRequest, project: Path) -> Iterator[Preview]:
    """Return a preview started by either command."""
    option = "--address" if request.param == "charterpress" else "--dev-addr"
    running = Preview(project, [sys.executable, "-m", request.param, "serve", option, "{address}"])
    yield running
    running.process.terminate()
    running.process.wait(timeout=30)


def test_preview_lives_through_broken_files(preview: Preview, browser: Browser) -> None:
    """A saved file shows; a broken one shows a message on the last good page; a mended one shows again."""
    charter, source = "charters/mutual-expectations/", preview.project / "docs/charters/mutual-expectations.yml"
    preview.wait_for(charter, lambda html: "Be fair to you." in html)

    good = source.read_text("utf-8").replace("Be fair to you.", "Be fair to you and yours.")
    source.write_text(good, "utf-8")
    preview.wait_for(charter, lambda html: "Be fair to you and yours." in html)

    source.write_text(good.replace("\ntitle: ", "\ntitel: ", 1), "utf-8")
    html = preview.wait_for(charter, lambda html: "A file is broken" in html)
    assert "docs/charters/mutual-expectations.yml:" in html
    assert "Did you mean &#39;title&#39;?" in html
    assert "Be fair to you and yours." in html

    source.write_text(good, "utf-8")
    preview.wait_for(charter, lambda html: "A file is broken" not in html and "Be fair to you and yours." in html)

    catalogue = preview.project / "i18n/ur/support.po"
    words = catalogue.read_text("utf-8")
    catalogue.write_text(words.replace('msgid "Support"', 'msgid "Support'), "utf-8")
    html = preview.wait_for("ur/themes/support/", lambda html: "A file is broken" in html)
    assert "i18n/ur/support.po:" in html

    catalogue.write_text(words, "utf-8")
    settings = preview.project / "mkdocs.yml"
    right = settings.read_text("utf-8")
    settings.write_text(right.replace("plugins:", "plugins: ["), "utf-8")
    preview.wait_for(charter, lambda html: "A file is broken" in html and "mkdocs.yml:" in html)
    settings.write_text(right, "utf-8")
    preview.wait_for(charter, lambda html: "A file is broken" not in html and "Be fair to you and yours." in html)

    page = browser.new_page()
    page.goto(preview.address + charter, wait_until="domcontentloaded")
    # The page loads itself anew when a build ends.
    page.get_by_text("Be fair to you and yours.").wait_for()
    page.close()


def test_preview_starts_on_broken_files(project: Path) -> None:
    """A preview that starts on a broken file shows the message, and the pages once it is mended."""
    source = project / "docs/charters/mutual-expectations.yml"
    good = source.read_text("utf-8")
    source.write_text(good.replace("\ntitle: ", "\ntitel: ", 1), "utf-8")
    running = Preview(project, [sys.executable, "-m", "charterpress", "serve", "--address", "{address}"])
    try:
        running.wait_for("", lambda html: "A file is broken" in html)
        source.write_text(good, "utf-8")
        running.wait_for("charters/mutual-expectations/", lambda html: "Be fair to you." in html)
    finally:
        running.process.terminate()
        running.process.wait(timeout=30)
