"""Whoever follows an old link lands where it leads now, with scripts and without."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

EXAMPLE = Path(__file__).parents[1] / "examples" / "valid" / "moved-and-removed"


@pytest.fixture(scope="module")
def moved(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """Return the address of a site on which things have moved and were taken out."""
    project = tmp_path_factory.mktemp("moved") / "a project"
    shutil.copytree(EXAMPLE, project)
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(project / "site") as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page of a phone, with scripts and without."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 360, "height": 700})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["", "ur/"])
@pytest.mark.parametrize("anchor", ["listen-well", "home-visits", "kind-welcome", "lend-toys"])
def test_an_old_anchor_is_on_the_screen(page: Page, moved: str, language: str, anchor: str) -> None:
    """The browser scrolls to where the promise is now, or to what became of it."""
    # The second time the letters are there from the start, and no line moves while they come.
    for _ in range(2):
        page.goto(f"{moved}{language}")
        page.goto(f"{moved}{language}charters/forum-promise/#{anchor}")
        page.evaluate("document.fonts.ready")
    place = page.locator(f"#{anchor}")
    expect(place).to_have_count(1)
    box = place.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 700
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", ["", "ur/"])
def test_a_page_that_moved(page: Page, moved: str, language: str) -> None:
    """Its old address leads to the new page in the same language."""
    page.goto(f"{moved}{language}charters/our-welcome/")
    page.wait_for_url(f"{moved}{language}charters/forum-promise/")


def test_a_promise_on_a_page_that_moved(browser: Browser, moved: str) -> None:
    """With scripts, what stands behind '#' in the old address goes along."""
    page = browser.new_page()
    page.goto(f"{moved}charters/our-welcome/#your-language")
    page.wait_for_url(f"{moved}charters/forum-promise/#your-language")
    page.close()


@pytest.mark.parametrize("language", ["", "ur/"])
def test_a_page_that_was_taken_out(page: Page, moved: str, language: str) -> None:
    """Its old address says why, and its link leads to what takes its place."""
    page.goto(f"{moved}{language}charters/toy-library/")
    expect(page.get_by_text("The town library lends toys now.")).to_have_attribute("lang", "en")
    page.locator("#cp-content a").first.click()
    page.wait_for_url(f"{moved}{language}charters/forum-promise/")
