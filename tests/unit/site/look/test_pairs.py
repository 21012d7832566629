"""Test that the list of colours that meet names all that the style sheet lets meet; a browser test measures pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterpress.content.looksettings import LookOptions
from charterpress.host.one_language import THEME
from charterpress.site.look.pairs import pairs
from charterpress.site.look.scheme import light_given, light_scheme

SHEET = THEME / "assets" / "charterpress" / "site.css"
DECORATIVE = {"line", "accent-line", "shade", "emblem", "glow"}
"""Colours that tell nothing: lines between things that stand apart anyway, shadows, our mark."""

ON_WHITE_PAPER = {"#000", "#555", "#fff"}
BARS = {"#2f6b3c", "#8fb3c6", "#d98a3d"}
"""The bars of the board for editors are white and coloured in both looks; words beside them say the same."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"var\(--cp-([a-z-]+)\)")
_WORDS, _GROUND = ("color", "fill"), ("background", "background-color")
_EDGE = re.compile(r"^(border|outline|text-decoration|accent-color|box-shadow)")


def declarations(css: str) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """Yield each rule with the colours that it gives to words, grounds and edges."""
    for selector, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        found: dict[str, set[str]] = {"words": set(), "ground": set(), "edge": set()}
        for name, _, value in (line.strip().partition(":") for line in body.split(";")):
            kind = "words" if name in _WORDS else "ground" if name in _GROUND else "edge" if _EDGE.match(name) else ""
            if kind:
                found[kind] |= {one for one in _COLOUR.findall(value) if not one.startswith(("corner", "space"))}
        yield " ".join(selector.split()), found


def unlisted(css: str) -> list[str]:
    """Return what a style sheet lets meet and the list does not name."""
    listed = {(pair.colour, pair.ground) for pair in pairs()}
    colours, grounds = {colour for colour, _ in listed}, {ground for _, ground in listed}
    missing: list[str] = []
    for selector, found in declarations(css):
        missing += [f"{selector}: {one} as words" for one in found["words"] - colours - DECORATIVE]
        missing += [
            f"{selector}: {one} as a ground" for one in found["ground"] - grounds - {"notice-line", *DECORATIVE}
        ]
        edges = found["edge"] - colours - grounds - DECORATIVE
        missing += [f"{selector}: {one} as an edge" for one in edges]
        both = {(one, other) for one in found["words"] for other in found["ground"]}
        missing += [f"{selector}: {one} on {other}" for one, other in both - listed]
    return missing


def test_the_style_sheet_meets_nothing_that_is_not_listed() -> None:
    """Each variable that is used for words, grounds or edges is listed so, and each two in one rule as a pair."""
    css = SHEET.read_text("utf-8")
    assert sum(1 for _ in declarations(css)) > 150
    assert unlisted(css) == []


def test_what_is_not_listed_is_found() -> None:
    """A rule that puts words on a ground which nobody judges is named."""
    assert unlisted(".a { color: var(--cp-accent-soft); }") == [".a: accent-soft as words"]
    assert unlisted(".a { background: var(--cp-ink); }") == [".a: ink as a ground"]
    assert unlisted(".a { color: var(--cp-brand); background: var(--cp-foot); }") == [".a: brand on foot"]
    assert unlisted(".a { border: 1px solid var(--cp-mark-line); }") == [".a: mark-line as an edge"]


def test_no_colour_but_tokens() -> None:
    """The style sheet has no colours of its own, but for white paper, for the mark and for the bars of the board."""
    css = re.sub(r"/\*.*?\*/", "", SHEET.read_text("utf-8"), flags=re.DOTALL)
    literal = set(re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*[;}])", css))
    assert literal <= ON_WHITE_PAPER | BARS
    # A shadow may be black, as thin as it is.
    assert re.findall(r"\b(?:rgb|hsl|oklch)a?\((?!0 0 0 / 0)", css) == []


def test_each_pair_is_of_colours_that_there_are() -> None:
    """Each name in the list is a colour of the look, and no two entries ask for the same pair twice."""
    known = set(light_scheme(light_given(LookOptions())))
    assert len(pairs()) > 20
    assert {name for pair in pairs() for name in (pair.colour, pair.ground)} <= known
    assert len({(pair.colour, pair.ground) for pair in pairs()}) == len(pairs())
    assert all(pair.where for pair in pairs())
