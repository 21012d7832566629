"""Use every kind of page with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from browsing import open_page
from kinds import EXAMPLES, kinds_in
from playwright.sync_api import Browser, Page
from walk import tab_to, walk

Sites = dict[str, tuple[Path, str]]
CHARTER = "charters/mutual-expectations/"
OUTLINE, CONTRAST = 2, 3
"""Pixels that an outline has at least (WCAG 2.4.13), and how it must stand out from what is around it (1.4.11)."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page on a computer."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


@pytest.mark.parametrize(("code", "width", "scheme"), [("", 320, "dark"), ("", 1280, "light"), ("ur", 320, "light")])
def test_every_control_is_reached(
    browser: Browser, kind_sites: Sites, code: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Tab stops at each control, in the order of the page, where it can be seen and by an outline; then the page ends.

    A page that holds the focus does not end, and fails.
    """
    folder = f"{code}/" if code else ""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    faults: list[str] = []
    seen = 0
    for name in ("", *EXAMPLES):
        site, address = kind_sites[name]
        for kind in kinds_in(site, code, name):
            open_page(page, address, f"{folder}{kind.address}")
            stops, number = walk(page)
            assert number
            where = f"{kind.site} {folder}{kind.address}"
            reached = list(dict.fromkeys(stop.index for stop in stops))
            if reached != list(range(number)):
                faults.append(f"{where}: {number} controls, reached in this order: {reached}")
            for stop in stops:
                if not stop.shown or stop.covered:
                    faults.append(f"{where}: has the focus and is not seen: {stop.name}")
                if stop.outline < OUTLINE or stop.contrast < CONTRAST:
                    faults.append(f"{where}: outline {stop.outline} px, contrast {stop.contrast:.1f}: {stop.name}")
            seen += 1
    context.close()
    assert seen > 15
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_a_walk_finds_what_is_wrong(page: Page) -> None:
    """A control that is not seen, one without an outline and one out of order are noticed."""
    page.set_content(
        '<a href="#a" style="position: absolute; left: -99px">far</a><button style="outline: 0">plain</button>'
        '<button tabindex="2">first</button>'
    )
    stops, number = walk(page)
    assert number == 3
    assert [stop.index for stop in stops] == [2, 0, 1]
    assert [stop.shown for stop in stops] == [True, False, True]
    assert stops[2].outline == 0


@pytest.mark.parametrize("address", ["", CHARTER, f"ur/{CHARTER}", "ur/glossary/", "data/"])
def test_the_skip_link(page: Page, served: str, address: str) -> None:
    """The first stop skips what all pages have: the focus is in the page's own part, and Tab goes on from there."""
    page.goto(served + address)
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert page.evaluate("document.activeElement.closest('nav') === null")


@pytest.mark.parametrize("address", [CHARTER, f"ur/{CHARTER}"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_list_of_contents(page: Page, served: str, address: str, key: str) -> None:
    """On a phone it starts closed, opens by a key, and its links lead to the parts of the page."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + address)
    contents = page.locator("main nav details").first
    assert contents.get_attribute("open") is None
    tab_to(page, "main nav summary")
    page.keyboard.press(key)
    assert contents.get_attribute("open") is not None
    page.keyboard.press("Tab")
    anchor = page.evaluate("document.activeElement.hash")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{anchor}")
    assert page.locator(anchor).is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_language_is_chosen(browser: Browser, served: str, width: int, *, scripts: bool) -> None:
    """The menu opens by a key and leads to the same page; Escape closes it and leads back to its button."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(served + CHARTER)
    menu = "header details:has(a[lang=ur])"
    tab_to(page, f"{menu} > summary")
    page.keyboard.press("Enter")
    assert page.locator(f"{menu} a[lang=ur]").is_visible()
    if scripts:
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not page.locator(f"{menu} a[lang=ur]").is_visible()
        assert page.evaluate("selector => document.activeElement.matches(selector)", f"{menu} > summary")
        page.keyboard.press("Enter")
    tab_to(page, "header a[lang=ur]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}ur/{CHARTER}")
    context.close()
