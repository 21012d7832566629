"""Families see what is ours in an adapted charter: by keyboard, without scripts, on the smallest screens."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

EXAMPLE = Path(__file__).parents[1] / "examples" / "valid" / "adapted-names"
CHARTER = "docs/charters/brookfield.yml"
CHANGES = """
agreed_by: Brookfield Families Forum
agreed: 2026-06-01
changes:
  - replace: keep-private
    text: Keep what you tell us to ourselves.
    unless: If a child is not safe, we must tell someone at once.
    because: Parents wanted to know how soon.
  - remove: every-family
    because: We are small.
"""
URDU = {
    ("keep-private.unless", "If a child is not safe, we must tell someone at once."): "اگر کوئی بچہ محفوظ نہ ہو تو"
    " ہمیں فوراً کسی کو بتانا ہو گا",
    ("keep-private.because", "Parents wanted to know how soon."): "والدین جاننا چاہتے تھے کہ کتنی جلدی",
    ("every-family.because", "We are small."): "ہم چھوٹے ہیں",
}
LANGUAGES = pytest.mark.parametrize(("language", "direction"), [("", "ltr"), ("ur/", "rtl")])


@pytest.fixture(scope="module")
def adapted(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """Return the address of a site with a charter in which a promise was changed and another left out."""
    project = tmp_path_factory.mktemp("adapted") / "a project"
    shutil.copytree(EXAMPLE, project)
    (project / CHARTER).write_text((project / CHARTER).read_text("utf-8") + CHANGES, "utf-8")
    settings, po = project / "mkdocs.yml", project / "i18n" / "ur" / "brookfield.po"
    # Nothing here looks at leaflets, and they take the longest.
    settings.write_text(settings.read_text("utf-8") + "      leaflets: {enabled: false}\n", "utf-8")
    entries = [
        f'\nmsgctxt "{context}"\nmsgid {json.dumps(text)}\nmsgstr "{words}"\n'
        for (context, text), words in URDU.items()
    ]
    po.write_text("".join([po.read_text("utf-8"), *entries]), "utf-8")
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(project / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of the smallest screen, without scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(
    ("address", "query", "whose", "promise"),
    [
        ("", "tell", "Our words", "Keep what you tell us to ourselves. Exception: If a child is not safe"),
        ("", "safe", "Our words", "to ourselves. Exception: If a child is not safe, we must tell someone at once."),
        ("ur/", "بتائیں", "ہمارے الفاظ", "جو آپ ہمیں بتائیں اسے اپنے تک رکھیں گے"),
    ],
)
def test_a_result_says_that_a_promise_is_ours(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    browser: Browser, adapted: str, address: str, query: str, whose: str, promise: str
) -> None:
    """Where a search quotes a promise in our words, or a part of one, it says so before it; others have no mark."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{adapted}{address}search/?q={query}")
    hit = page.locator(".cp-hits li", has=page.locator("a[href$='charters/brookfield/#how-we-welcome']"))
    expect(hit.locator(".cp-ours__mark")).to_have_text(whose)
    expect(hit.locator(".cp-ours__mark + q")).to_contain_text(promise)
    assert not set("⟦⟧⟫") & set(page.locator(".cp-hits").inner_text())
    assert overflow(page) <= 0
    page.close()


@LANGUAGES
@pytest.mark.parametrize("address", ["charters/brookfield/", "themes/welcome/"])
def test_the_original_is_one_tap_away(page: Page, adapted: str, address: str, language: str, direction: str) -> None:
    """Enter opens what says "our words", and shows the original and the reason; the page never scrolls sideways."""
    page.goto(f"{adapted}{language}{address}")
    expect(page.locator("html")).to_have_attribute("dir", direction)
    promise = page.locator(".cp-promise:has(.cp-ours)")
    mark = promise.locator("details.cp-ours")
    original = mark.locator("blockquote")
    expect(original).to_be_hidden()
    mark.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(original).to_be_visible()
    assert overflow(page) == 0
    tap, opened, whole = (one.bounding_box() for one in (mark.locator("summary"), original, promise))
    assert tap is not None
    assert opened is not None
    assert whole is not None
    assert tap["height"] >= 44, "a thumb hits it"
    assert opened["width"] > 0.8 * whole["width"], "what opens has all the room, not what the mark leaves beside it"
    mark.locator("a").click()
    expect(page).to_have_url(f"{adapted}{language}charters/brookfield/changes/#keep-private")


@LANGUAGES
def test_every_change_can_be_read(page: Page, adapted: str, language: str, direction: str) -> None:
    """On the page of changes what was and what is stand one after the other; on a wide screen side by side."""
    page.goto(f"{adapted}{language}charters/brookfield/changes/")
    sides = page.locator("#keep-private ~ .cp-change__sides > div")
    expect(sides).to_have_count(2)
    expect(page.locator("#keep-private ~ .cp-change__sides ins")).to_have_count(1)
    assert overflow(page) == 0
    narrow = [sides.nth(number).bounding_box() for number in (0, 1)]
    page.set_viewport_size({"width": 1280, "height": 900})
    wide = [sides.nth(number).bounding_box() for number in (0, 1)]
    assert narrow[0] is not None
    assert narrow[1] is not None
    assert wide[0] is not None
    assert wide[1] is not None
    assert narrow[1]["y"] >= narrow[0]["y"] + narrow[0]["height"]
    assert wide[0]["y"] == wide[1]["y"]
    assert (wide[0]["x"] < wide[1]["x"]) == (direction == "ltr")


def test_an_old_link_to_a_removed_promise_lands_where_it_is_told(page: Page, adapted: str) -> None:
    """The address of a promise that was left out shows that it was, and why."""
    page.goto(f"{adapted}charters/brookfield/#every-family")
    gone = page.locator("#every-family")
    expect(gone).to_be_in_viewport()
    expect(gone).to_contain_text("We are small.")
