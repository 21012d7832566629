"""Build the reference site once, serve it, and open a real Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
SOURCES = ("docs", "i18n", "overrides", "mkdocs.yml")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files without a line a request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        """Say nothing."""


def copy_project(target: Path) -> Path:
    """Copy the reference project's sources to `target`."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the reference project, in a path with a space."""
    return copy_project(tmp_path / "a project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the reference site, built by the command line in a path with a space."""
    project = copy_project(tmp_path_factory.mktemp("reference") / "a project")
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def copy_of_the_project() -> Callable[[Path], Path]:
    """Return what copies the reference project's sources to a folder."""
    return copy_project


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], AbstractContextManager[str]]:
    """Return what serves a site as a folder below the root of a plain static server, and gives its address."""

    @contextmanager
    def serve_site(site: Path) -> Iterator[str]:
        web = tmp_path_factory.mktemp("web")
        (web / "families").symlink_to(site, target_is_directory=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(web)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/families/"
        server.shutdown()
        server.server_close()

    return serve_site


@pytest.fixture(scope="session")
def served(site: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """Return the address of the reference site."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; without one the tests fail and say how to get it."""
    found = os.environ.get("CHARTERPRESS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "No Chromium was found. Run scripts/test.py, which installs it, or install the package 'chromium'."
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=options)
        yield chromium
        chromium.close()
