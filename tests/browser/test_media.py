"""Open pages as people have set up their machines: less motion, colours of their own, and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import open_page
from kinds import EXAMPLES, kinds_in
from playwright.sync_api import Browser

Sites = dict[str, tuple[Path, str]]
CHARTER = "charters/mutual-expectations/"

MOVING = """
[...document.querySelectorAll("*")].flatMap(element => [null, "::before", "::after"].filter(part => {
  const style = getComputedStyle(element, part);
  const times = value => value.split(",").some(time => parseFloat(time) > 0);
  return times(style.transitionDuration) || (style.animationName !== "none" && times(style.animationDuration))
    || style.scrollBehavior === "smooth";
}).map(part => element.outerHTML.slice(0, 80) + part))
"""
BORDERLESS = """
[...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, .cp-button, .md-button")]
  .filter(each => each.checkVisibility() && !/radio|checkbox/.test(each.type))
  .filter(each => {
    const style = getComputedStyle(each);
    return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1
      || style.borderTopColor === getComputedStyle(document.body).backgroundColor;
  }).map(each => each.outerHTML.slice(0, 120))
"""
BARE_LINKS = """
[...document.querySelectorAll("main p a[href]")].filter(each => each.checkVisibility())
  .filter(each => !getComputedStyle(each).textDecorationLine.includes("underline"))
  .filter(each => getComputedStyle(each).display === "inline").map(each => each.outerHTML.slice(0, 120))
"""
PALE = """
(() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility() || parent.closest("script, svg")) continue;
    const dark = channels(getComputedStyle(parent).color).slice(0, 3).every(channel => channel < 64);
    let ground = "";
    for (let each = parent; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor, parts = channels(colour);
      if (parts.length < 4 || parts[3] > 0) { ground = colour; break; }
    }
    const white = !ground || channels(ground).slice(0, 3).every(channel => channel === 255);
    if (!dark || !white) found.add(`${getComputedStyle(parent).color} on ${ground}: ${parent.outerHTML.slice(0, 90)}`);
  }
  return [...found];
})()
"""
ON_SCREEN_ONLY = "nav, form, button, input, select, textarea, summary, .md-skip, [role=search]"


@pytest.mark.parametrize("code", ["", "ur"])
def test_every_medium(browser: Browser, kind_sites: Sites, code: str) -> None:
    """On every kind of page, less motion is none, forced colours leave controls a border, and paper is black on white.

    Links in sentences keep their line. Paper has no control, and is the same from a dark screen.
    """
    folder = f"{code}/" if code else ""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce", color_scheme="dark")
    page = context.new_page()
    faults: list[str] = []
    seen = 0
    for name in ("", *EXAMPLES):
        site, address = kind_sites[name]
        for kind in kinds_in(site, code, name):
            if "signpost.html" in kind.templates:
                continue  # nobody stays there, and nobody prints it
            where = f"{folder}{kind.address}"
            open_page(page, address, where)
            faults.extend(f"{where}: moves: {each}" for each in page.evaluate(MOVING))
            assert page.evaluate("document.getAnimations().length") == 0
            page.emulate_media(forced_colors="active")
            faults.extend(f"{where}: no border: {each}" for each in page.evaluate(BORDERLESS))
            faults.extend(f"{where}: no line below: {each}" for each in page.evaluate(BARE_LINKS))
            page.emulate_media(forced_colors="none", media="print")
            faults.extend(f"{where}: on paper: {each}" for each in page.evaluate(PALE))
            shown = [each for each in page.locator(ON_SCREEN_ONLY).all() if each.is_visible()]
            faults.extend(f"{where}: on paper: {each.evaluate('e => e.outerHTML')[:90]}" for each in shown)
            page.emulate_media(media="screen")
            seen += 1
    context.close()
    assert seen > 10
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize("address", [CHARTER, f"ur/{CHARTER}"])
def test_a_marked_promise_in_forced_colours(browser: Browser, served: str, address: str) -> None:
    """The promise that an address leads to is told apart by a line: its background is gone."""
    page = browser.new_page(forced_colors="active")
    page.goto(f"{served}{address}#be-fair")
    lines = [
        page.locator(f"#{anchor}").evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
        for anchor in ("be-fair", "hear-views")
    ]
    assert lines[0] == "solid3px"
    assert lines[1].startswith("none")
    page.close()


def test_addresses_on_paper(browser: Browser, served: str) -> None:
    """A link to another site is followed by its address on paper, from left to right; links within the site are not."""
    page = browser.new_page()
    page.goto(f"{served}ur/{CHARTER}")
    page.emulate_media(media="print")
    after = "a => [getComputedStyle(a, '::after').content, getComputedStyle(a, '::after').direction]"
    outside = page.locator("main a[href^=http]").first
    assert outside.evaluate(after) == [f'" ({outside.get_attribute("href")})"', "ltr"]
    assert page.locator("main a[href^='#']").first.evaluate(after)[0] == "none"
    page.close()
