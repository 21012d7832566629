"""The look of the site in Chromium: its colours are the tokens, light and dark, and its letters are there at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from charterpress.content.looksettings import LookOptions
from charterpress.content.project import load_project
from charterpress.site.look.pairs import pairs
from charterpress.site.look.scheme import Scheme, dark_given, dark_scheme, light_given, light_scheme

ROOT = Path(__file__).parents[2]
CHARTER = "charters/mutual-expectations/"
Device = Literal["light", "dark"]
Forced = Literal["active", "none"]
PAGES = (
    "",
    CHARTER,
    f"ur/{CHARTER}",
    "guidance/working-together/",
    "guides/parents-in-assessments/",
    "themes/participation/",
    "glossary/",
    "search/?q=child",
    "about/",
    "editors/translations/",
)

FIRST_VISITS = 5
NOT_IN_WORDS = {"notice-line"}
"""Colours of lines alone."""

MEETINGS = """() => {
  const solid = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const ground = getComputedStyle(one).backgroundColor;
      if (!/^rgba\\(.*, 0\\)$/.test(ground)) return ground;
    }
    return 'none';
  };
  const found = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!element.checkVisibility() || style.visibility !== 'visible') continue;
    const named = element.className && element.className.baseVal === undefined ? '.' + element.className : '';
    const place = element.tagName.toLowerCase() + named;
    if (words || element.matches('input, textarea')) {
      found.add(['words', style.color, solid(element), place].join('|'));
    }
    if (words && element.closest('.md-typeset a:not(.cp-button, .md-button)')) {
      found.add(['hover', style.color, solid(element), place].join('|'));
    }
    if (element.matches('a, button, summary, input, textarea, [tabindex]')) {
      found.add(['ring', style.color, solid(element.parentElement), place].join('|'));
    }
    if (element.matches('input, textarea')) found.add(['edge', style.borderTopColor, solid(element), place].join('|'));
  }
  return [...found];
}"""


@dataclass(frozen=True)
class Visit:
    """Hold what a page asks to be fetched at once, the fonts it fetched, what the console said, and what is shown."""

    links: list[str]
    fonts: list[str]
    said: list[str]
    shown: list[str]


def look() -> LookOptions:
    """Return the look of the reference site."""
    project, findings = load_project(ROOT)
    assert project is not None, findings
    return project.settings.look


def scheme_of(name: Device) -> Scheme:
    """Return the colours of the reference site on a light or a dark device."""
    return light_scheme(light_given(look())) if name == "light" else dark_scheme(dark_given(look()))


def written(colour: str) -> str:
    """Return a colour as browsers write it, rgb(…), in `#rrggbb`."""
    channels = [int(part) for part in re.findall(r"\d+", colour)[:3]]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@contextmanager
def device(browser: Browser, scheme: Device, forced: Forced = "none") -> Iterator[Page]:
    """Give a page on a device that is set to light or dark."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", forced_colors=forced)
    yield context.new_page()
    context.close()


def test_every_two_colours_that_meet_are_listed(browser: Browser, served: str) -> None:
    """Every word, field and ring on real pages, on its ground, is among the pairs that the build judges."""
    devices: tuple[Device, ...] = ("light", "dark")
    schemes = {name: scheme_of(name) for name in devices}
    listed = {(pair.colour, pair.ground) for pair in pairs()}
    missing, seen = set(), set()
    with device(browser, "light") as page:
        for address in PAGES:
            page.goto(served + address)
            page.locator("#cp-content h1").wait_for()
            for name, scheme in schemes.items():
                page.emulate_media(color_scheme=name)
                for entry in page.evaluate(MEETINGS):
                    met = possible(entry, scheme)
                    seen |= met & listed
                    if not met & listed:
                        missing.add(f"/{address} {name} {entry}")
    assert not missing, "\n".join(sorted(missing))
    assert {colour for colour, _ in listed} - {colour for colour, _ in seen} <= NOT_IN_WORDS


def possible(entry: str, scheme: Scheme) -> set[tuple[str, str]]:
    """Return which tokens the two colours may be, since some are alike."""
    kind, colour, ground, _ = entry.split("|")
    over = {token for token, value in scheme.items() if value == written(colour)}
    if kind in {"hover", "ring"}:
        # Links are the accent under the pointer, and so is the ring around what has the focus.
        over = {"accent", "on-foot"}
    return {(one, token) for one in over for token, value in scheme.items() if value == written(ground)}


def test_a_dark_device_gets_the_dark_tokens(browser: Browser, served: str) -> None:
    """On a dark device page, words, header and controls are dark, by themselves; on paper all is black on white."""
    dark = scheme_of("dark")
    with device(browser, "dark") as page:
        page.goto(served + CHARTER)
        for selector, part, token in (
            ("body", "backgroundColor", "paper"),
            (".cp-header", "backgroundColor", "card"),
            (".cp-side", "backgroundColor", "card"),
            (".cp-summary", "color", "ink-soft"),
            ("h1", "color", "brand-strong"),
            (".cp-search button", "backgroundColor", "brand"),
            (".cp-search button", "color", "on-brand"),
            (".cp-footer", "backgroundColor", "foot"),
        ):
            colour = page.eval_on_selector(selector, f"one => getComputedStyle(one).{part}")
            assert written(colour) == dark[token], selector
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light dark"
        page.emulate_media(media="print")
        assert written(page.eval_on_selector("h1", "one => getComputedStyle(one).color")) == "#000000"
        assert written(page.eval_on_selector("body", "one => getComputedStyle(one).backgroundColor")) == "#ffffff"
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def shown_fonts(page: Page, selectors: tuple[str, ...]) -> list[str]:
    """Return the family that most letters of each element are shown in, with a mark at those of the device."""
    client, shown = page.context.new_cdp_session(page), []
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    for selector in selectors:
        node = client.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        fonts = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        most = max(fonts, key=lambda font: font["glyphCount"])
        shown.append(most["familyName"] if most["isCustomFont"] else f"the device's {most['familyName']}")
    return shown


def first_visit(browser: Browser, url: str) -> Visit:
    """Open a page in a browser that has seen nothing yet."""
    fonts: list[str] = []
    said: list[str] = []
    with device(browser, "light") as page:
        page.on("request", lambda request: fonts.append(request.url) if request.url.endswith(".woff2") else None)
        page.on("console", lambda message: said.append(message.text))
        page.goto(url)
        page.wait_for_load_state("networkidle")
        links = page.eval_on_selector_all("link[rel=preload]", "all => all.map(one => one.href)")
        # A browser complains of what was asked for and not used some seconds after the page is there.
        page.wait_for_timeout(3500)
        return Visit(links, fonts, said, shown_fonts(page, ("h1", ".cp-page > p, .cp-page section p")))


@pytest.mark.parametrize(
    ("address", "families"), [(CHARTER, ("Lexend", "Source Sans 3")), (f"ur/{CHARTER}", ("IBM Plex Sans Arabic",) * 2)]
)
def test_the_first_visit_has_our_letters(
    browser: Browser, served: str, address: str, families: tuple[str, str]
) -> None:
    """A page asks for the fonts at its top at once, fetches none twice, and shows them on the first visit.

    A browser waits a tenth of a second for Latin letters. A busy machine may take longer, so there are some visits.
    """
    for _ in range(FIRST_VISITS):
        visit = first_visit(browser, served + address)
        assert 1 <= len(visit.links) <= 2
        assert len(visit.fonts) == len(set(visit.fonts))
        assert set(visit.links) <= set(visit.fonts)
        assert visit.said == []
        if all(one.startswith(family) for one, family in zip(visit.shown, families, strict=True)):
            break
    else:
        pytest.fail(f"none of {FIRST_VISITS} first visits showed {families}; the last one showed {visit.shown}")


def test_forced_colours_win(browser: Browser, served: str) -> None:
    """In a reader's own colours, words and grounds are theirs, and a button keeps an edge."""
    with device(browser, "dark", "active") as page:
        page.goto(served + CHARTER)
        ground = page.eval_on_selector("body", "one => getComputedStyle(one).backgroundColor")
        assert written(ground) in {"#000000", "#ffffff"}
        button = ".cp-search button"
        edge = page.eval_on_selector(button, "one => getComputedStyle(one).borderTopColor")
        assert written(edge) != written(page.eval_on_selector(button, "one => getComputedStyle(one).backgroundColor"))
