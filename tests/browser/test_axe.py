"""Hold every kind of page, in every language, light and dark, with scripts and without, against all rules of axe."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_rules import Place, look_at
from browsing import open_page
from kinds import CODES, EXAMPLES, KINDS, kinds_in
from playwright.sync_api import Browser

import charterpress

Sites = dict[str, tuple[Path, str]]
Way = tuple[Literal["light", "dark"], bool, int]

WAYS: tuple[Way, ...] = (("light", True, 1280), ("dark", False, 360))
"""Colour scheme, scripts, width. Every kind of page is seen light and dark, with scripts and without."""
OTHER_WAYS: tuple[Way, ...] = (("dark", True, 360), ("light", False, 1280))
WAYS_OF = dict.fromkeys(("pl", "so", "bn", "ar"), OTHER_WAYS)
"""Languages share out the ways, to save time: each direction has all four. Where none is named it is WAYS."""
EVERYWHERE = 9
"""So many kinds of pages every language of the reference site has, at least."""

LEFT_TO_PEOPLE = (
    # From 1216 px on the start page has circles beside its first words. They are a background of all that the page
    # says, so axe cannot tell; the words end 42rem from their edge, before the circles begin.
    ("color-contrast", "due to a background image"),
    # "#" and "↩" are signs, not words that somebody could say to a program: WCAG 2.5.3 is about words.
    ("label-content-name-mismatch", ">#</span></a>"),
    ("label-content-name-mismatch", ">↩</a>"),
    # A sentence that leads into a list, and the name of a field, are bold, and are no headings.
    ("p-as-heading", 'class="cp-lead-in"'),
    ("p-as-heading", 'class="cp-form__field"'),
    # axe asks people to look at what is hidden, such as the words for screen readers, and it does so on every page.
    ("hidden-content", ""),
    # Without scripts axe cannot read style sheets, and signposts have none; with scripts the same sheets pass.
    ("css-orientation-lock", ""),
)
"""What axe cannot decide, by its rule and by words of its reason or of the place; somebody has looked at it."""


def test_every_template_is_looked_at() -> None:
    """No template of a page is missing among the kinds of pages that these tests open."""
    package = Path(charterpress.__file__).parent
    folders = (package / "site" / "templates", package / "host" / "theme")
    templates = {path.name for folder in folders for path in folder.glob("*.html")}
    assert len(templates) > 15
    assert templates == {name for kind in KINDS for name in kind.templates}


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    """A page with faults of several kinds does not pass, with scripts and without: the rules are running."""
    page = (
        '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="data:,">'
        '<p style="color: #999; background: #fff">pale</p><input><a href="#a" style="font-size: 4px">b</a>'
        '<a href="#c" style="font-size: 4px">d</a></main></html>'
    )
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        opened = context.new_page()
        opened.set_content(page)
        look = look_at(opened, scripts=scripts)
        assert {place.rule for place in look.violations} >= {"image-alt", "color-contrast", "label", "target-size"}
        assert ("1.4.3",) in {place.wcag for place in look.violations}
        assert look.rules > 90
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_scripts_are_off(browser: Browser, served: str, *, scripts: bool) -> None:
    """Where these tests switch scripts off, those of a page do not run, though the test itself can ask the page."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(served)
    assert page.evaluate("document.documentElement.classList.contains('js')") is scripts
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_no_rule_is_broken(browser: Browser, kind_sites: Sites, code: str) -> None:
    """Every kind of page in a language passes all rules, and what axe cannot decide is on our list."""
    folder = f"{code}/" if code else ""
    broken: list[str] = []
    undecided: list[str] = []
    for scheme, scripts, width in WAYS_OF.get(code, WAYS):
        context = browser.new_context(
            color_scheme=scheme, java_script_enabled=scripts, viewport={"width": width, "height": 800}
        )
        page = context.new_page()
        seen = 0
        for name in ("", *EXAMPLES):
            site, address = kind_sites[name]
            for kind in kinds_in(site, code, name):
                if "?q=" in kind.address and not scripts:
                    continue  # without scripts, this is the search page as it always is
                open_page(page, address, f"{folder}{kind.address}", scripts=scripts)
                assert page.locator(kind.shows).count(), f"{kind} does not show what its template has"
                look = look_at(page, scripts=scripts)
                where = f"{folder}{kind.address} {scheme} {width} px"
                broken.extend(f"{where}: {place}" for place in look.violations)
                undecided.extend(f"{where}: {place}" for place in look.undecided if not is_known(place))
                seen += 1
        context.close()
        assert seen >= EVERYWHERE
    assert not broken + undecided, "\n".join(["broken:", *broken, "not decided:", *undecided])


def is_known(place: Place) -> bool:
    """Tell whether somebody has looked at what axe leaves to people."""
    return any(place.rule == rule and words in f"{place.reason} {place.html}" for rule, words in LEFT_TO_PEOPLE)
