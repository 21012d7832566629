"""Test how the colours of the site are derived from a few."""

from __future__ import annotations

import colorsys

import pytest

from charterpress.colours import contrast, from_hex, to_hex
from charterpress.content.looksettings import DarkColours, LookOptions
from charterpress.site.look.pairs import failing
from charterpress.site.look.scheme import (
    DARK_ROOTS,
    LIFTED,
    ROOTS,
    TOKENS,
    dark_given,
    dark_scheme,
    light_given,
    light_scheme,
)

LOOKS = tuple(
    LookOptions(brand=colour, accent=colour)
    for hue in range(12)
    for saturation in (0, 0.5, 1)
    for lightness in range(10)
    for colour in [to_hex(colorsys.hls_to_rgb(hue / 12, lightness / 20, saturation))]
)


def test_the_look_that_nobody_chose() -> None:
    """Without settings every two colours that meet can be read, light and dark."""
    look = LookOptions()
    assert list(failing(light_scheme(light_given(look)))) == []
    assert list(failing(dark_scheme(dark_given(look)))) == []


def test_what_can_be_read_by_day_can_be_read_by_night() -> None:
    """Whatever brand and accent pass on light paper, the dark look that is derived from them passes too."""
    passing = [look for look in LOOKS if not list(failing(light_scheme(light_given(look))))]
    assert len(passing) > 100
    wrong = [(look.brand, pair) for look in passing for pair in failing(dark_scheme(dark_given(look)))]
    assert wrong == []


def test_the_dark_look_keeps_the_hue() -> None:
    """Brand and accent become lighter until they have 7 to 1 on a card, and keep their hue."""
    look = LookOptions(brand="#1d5c36", accent="#8a6400")
    dark = dark_given(look)
    for name in ("brand", "accent"):
        hues = [colorsys.rgb_to_hls(*from_hex(getattr(one, name)))[0] for one in (look, dark)]
        assert hues[0] == pytest.approx(hues[1], abs=0.02)
        assert LIFTED <= contrast(from_hex(getattr(dark, name)), from_hex(dark.card)) < LIFTED + 0.5


def test_own_dark_colours() -> None:
    """What the settings give the dark look stays as it is; the rest is derived around it."""
    own = DarkColours(brand="#ffcc66", card="#222222")
    dark = dark_given(LookOptions(dark=own))
    assert (dark.brand, dark.card) == ("#ffcc66", "#222222")
    assert dark.paper == dark_given(LookOptions()).paper


def test_words_on_the_brand() -> None:
    """Buttons have white words where these can be read, else black ones."""
    for brand, words in (("#1f5673", "#ffffff"), ("#f2c94c", "#000000")):
        assert light_scheme(light_given(LookOptions(brand=brand)))["on-brand"] == words


def test_every_colour_has_a_root() -> None:
    """A colour is one of the settings, follows from one of them, or is always the same."""
    one = LookOptions(brand="#102030", accent="#302010", paper="#fefefe", card="#fdfdfd", ink="#010101")
    for derive, given in ((light_scheme, light_given), (dark_scheme, dark_given)):
        usual, other = derive(given(LookOptions())), derive(given(one))
        assert set(usual) == set(other)
        changed = {name for name in usual if usual[name] != other[name]}
        assert changed <= {*ROOTS, *TOKENS}
    assert set(ROOTS.values()) | set(DARK_ROOTS.values()) <= set(TOKENS)
    assert set(ROOTS) == set(DARK_ROOTS)
