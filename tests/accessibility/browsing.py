"""Serve a folder as plain hosts do, and start the system's Chromium."""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files without a line a request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        """Say nothing."""


class PatientServer(ThreadingHTTPServer):
    """Say nothing of a browser that wants the rest of a file no more."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base class has it
        """Tell of every other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give its address, which ends with a slash."""
    server = PatientServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a running Chromium; where there is none, say how to get it."""
    found = os.environ.get("CHARTERPRESS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "No Chromium was found. Run scripts/test.py, which installs it, or install the package 'chromium'."
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=options)
        yield browser
        browser.close()


def open_page(page: Page, site: str, address: str, *, scripts: bool = True) -> None:
    """Open a page of a site that is served below a folder, and wait until it looks as it will stay.

    A signpost is kept from leading on. The page for lost addresses finds its files, whose links start at the root of
    the address in the settings.
    """
    root = site[: site.index("/", len("http://")) + 1]
    if address.endswith("404.html"):
        page.route(f"{root}assets/**", lambda route: _from_below(route, root, site))
    page.route(site + address, _without_refresh)
    page.goto(site + address)
    page.unroute_all()
    page.evaluate("document.fonts.ready")
    if scripts and "?q=" in address:
        # A function to wait for would have to be made of a text again and again, which the pages forbid.
        page.locator("#cp-status").filter(has_text=re.compile(r"\S")).wait_for(state="attached")


def _from_below(route: Route, root: str, site: str) -> None:
    route.fulfill(response=route.fetch(url=route.request.url.replace(root, site, 1)))


def _without_refresh(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="nothing"'))
