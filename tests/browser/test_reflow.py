"""Make pages narrow, their text large or spaced out, and hold that all of it can still be read and touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import open_page
from kinds import EXAMPLES, kinds_in
from playwright.sync_api import Browser, Page

Sites = dict[str, tuple[Path, str]]

LEAST, AIM = 24, 44
"""Pixels that a target has at least each way (WCAG 2.5.8), and that ours should have."""

# A sheet made by a script is no inline style: the policy of the page lets it be. WCAG 1.4.12 names the values.
SPACED = """
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()
"""
CUT = """
[...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), shown = element.checkVisibility({opacityProperty: true});
  const hides = [style.overflowX, style.overflowY].some(value => value === "hidden" || value === "clip");
  const control = element.matches("button, summary, a, label, input");
  // Words for screen readers alone are clipped on purpose.
  if (!shown || style.clipPath !== "none" || element.closest("svg") || !(hides || control)) return false;
  if (style.display === "inline") return false;
  return element.scrollWidth > element.clientWidth + 1 || (hides && element.scrollHeight > element.clientHeight + 1);
}).map(element => "cut off: " + element.outerHTML.slice(0, 120))
"""
OVERLAPPED = """
(() => {
  const found = [], lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({opacityProperty: true})) continue;
    if (getComputedStyle(parent).clipPath !== "none" || parent.closest("script, .md-skip")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Letters take about the middle half of the height that a font sets aside.
    for (const box of range.getClientRects())
      if (box.width > 1) lines.push([box.left, box.right, box.top + box.height / 4, box.bottom - box.height / 4, node]);
  }
  lines.sort((a, b) => a[2] - b[2]);
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other[2] >= one[3] - 1) break;
      if (one[4] !== other[4] && Math.min(one[1], other[1]) - Math.max(one[0], other[0]) > 2)
        found.push(`overlapped: ${one[4].data.trim().slice(0, 40)} | ${other[4].data.trim().slice(0, 40)}`);
    }
  });
  return found;
})()
"""
TARGETS = """
(() => {
  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter(each => each.checkVisibility({opacityProperty: true}) && getComputedStyle(each).clipPath === "none");
  // A link in a sentence or in a list of sources is as high as its line; a choice is as large as its words.
  const inline = each => getComputedStyle(each).display === "inline";
  const box = each => {
    const own = each.getBoundingClientRect(), label = each.type === "radio" && each.labels[0];
    return label ? label.getBoundingClientRect() : own;
  };
  return targets.filter(each => !inline(each)).map(each => {
    const {width, height} = box(each);
    return {name: each.outerHTML.slice(0, 120), width, height,
      control: each.matches("button, input, select, textarea, summary, header a, footer a")};
  });
})()
"""


@pytest.mark.parametrize(("code", "scripts"), [("", True), ("ur", False), ("pl", False), ("bn", True)])
def test_narrow_and_spaced_out(browser: Browser, kind_sites: Sites, code: str, *, scripts: bool) -> None:
    """At 320 px, as at 400 % on 1280 px, nothing scrolls sideways; with the spacing of WCAG 1.4.12 nothing is lost."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, java_script_enabled=scripts)
    page = context.new_page()
    folder = f"{code}/" if code else ""
    faults: list[str] = []
    seen = 0
    for name in ("", *EXAMPLES):
        site, address = kind_sites[name]
        for kind in kinds_in(site, code, name):
            open_page(page, address, f"{folder}{kind.address}", scripts=scripts)
            faults.extend(f"{folder}{kind.address}: {fault}" for fault in faults_of(page))
            page.evaluate(SPACED)
            faults.extend(f"{folder}{kind.address}, spaced out: {fault}" for fault in faults_of(page))
            seen += 1
    context.close()
    assert seen > 10
    assert not faults, "\n".join(faults)


def faults_of(page: Page) -> list[str]:
    """Return what cannot be read on the open page without scrolling sideways, or at all."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    sideways = [f"{wide} px wide"] if wide > 320 else []
    return [*sideways, *page.evaluate(CUT), *page.evaluate(OVERLAPPED)]


def test_what_is_lost_is_found(browser: Browser) -> None:
    """A page that is too wide, one whose button cuts its words off, and lines that overlap are noticed."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.set_content(
        '<p style="width: 400px">wide</p>'
        '<button style="overflow: hidden; width: 20px; white-space: nowrap">long words</button>'
        '<p>under</p><p style="margin-top: -2em">over</p>'
    )
    assert [fault.partition(":")[0] for fault in faults_of(page)] == ["408 px wide", "cut off", "overlapped"]
    page.close()


@pytest.mark.parametrize(("code", "width"), [("", 320), ("", 1280), ("ar", 320)])
def test_room_to_touch(browser: Browser, kind_sites: Sites, code: str, width: int) -> None:
    """Every target that is no link in a line has at least 24 pixels each way; controls and menus are 44 high."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    folder = f"{code}/" if code else ""
    small: list[str] = []
    seen = 0
    for name in ("", *EXAMPLES):
        site, address = kind_sites[name]
        for kind in kinds_in(site, code, name):
            if "signpost.html" in kind.templates:
                continue  # nobody stays there; its one link is a heading
            open_page(page, address, f"{folder}{kind.address}")
            targets = page.evaluate(TARGETS)
            assert len(targets) > 4
            for target in targets:
                least = AIM if target["control"] else LEAST
                if min(target["width"], LEAST) < LEAST or target["height"] < least - 0.5:
                    small.append(f"{kind.address}: {target['width']:.0f} by {target['height']:.0f}: {target['name']}")
            seen += 1
    page.close()
    assert seen > 10
    assert not small, "\n".join(dict.fromkeys(small))
