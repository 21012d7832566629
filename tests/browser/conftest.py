"""Build the reference site once, serve it, and open a real Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from browsing import chromium, serving
from kinds import EXAMPLES
from playwright.sync_api import Browser
from sharing import made_once, shared_place

ROOT = Path(__file__).parents[2]
SOURCES = ("docs", "i18n", "overrides", "mkdocs.yml")
EXAMPLE_SITES = ROOT / "tests" / "examples" / "valid"


def copy_project(target: Path) -> Path:
    """Copy the reference project's sources to `target`."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)
    return target


def build(project: Path) -> Path:
    """Build a project by the command line and return the folder of its site."""
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def copy_and_build(example: Path, project: Path) -> None:
    """Copy an example project and build it."""
    build(Path(shutil.copytree(example, project)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the reference site, built once by the command line, in a path with a space."""
    place = shared_place(tmp_path_factory)
    project = place / "reference" / "a project"
    made_once(place, "the reference site", lambda: build(copy_project(project)))
    return project / "site"


@pytest.fixture(scope="session")
def copy_of_the_project(site: Path) -> Callable[[Path], Path]:
    """Return what copies the reference project to a folder: its sources, and what a build keeps for the next one."""

    def copy(target: Path) -> Path:
        shutil.copytree(site.parent / ".cache", copy_project(target) / ".cache")
        return target

    return copy


@pytest.fixture
def project(tmp_path: Path, copy_of_the_project: Callable[[Path], Path]) -> Path:
    """Return a copy of the reference project, in a path with a space."""
    return copy_of_the_project(tmp_path / "a project")


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], AbstractContextManager[str]]:
    """Return what serves a site as a folder below the root of a plain static server, and gives its address."""

    @contextmanager
    def serve_site(site: Path) -> Iterator[str]:
        web = tmp_path_factory.mktemp("web")
        (web / "families").symlink_to(site, target_is_directory=True)
        with serving(web) as root:
            yield f"{root}families/"

    return serve_site


@pytest.fixture(scope="session")
def served(site: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """Return the address of the reference site."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def kind_sites(
    site: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[dict[str, tuple[Path, str]]]:
    """Return folder and address of the reference site (named "") and of the examples with other kinds of pages."""
    place, folders = shared_place(tmp_path_factory), {"": site}
    for name in EXAMPLES:
        project = place / "kinds" / name
        made_once(place, f"kinds of pages in {name}", partial(copy_and_build, EXAMPLE_SITES / name, project))
        folders[name] = project / "site"
    with ExitStack() as stack:
        yield {name: (folder, stack.enter_context(serve(folder))) for name, folder in folders.items()}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; without one the tests fail and say how to get it."""
    with chromium() as running:
        yield running
