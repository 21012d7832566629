"""Test that the search for size and contents finds what trying everything would find, with few trials."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import pytest

from charterpress.languages.locales import load_locale
from charterpress.leaflets.colours import screen_palette
from charterpress.leaflets.designs.library import find_design
from charterpress.leaflets.filling import COMFORTS, SACRIFICES, find_fullest
from charterpress.leaflets.fit import Fitter
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.fonts.typefaces import typefaces_for
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.formats.shapes import Folded
from charterpress.leaflets.setting import Ends, Look, Setting
from charterpress.leaflets.settings import LeafletSettings

LEAST, MOST = 85, 120
"""Tenths of a point."""
TOP, BOTTOM = 10.0, 200.0
PANELS = 4
"""How many panels text flows over."""


class Trials(Setting):
    """Stand for a text that fills its panels at `full` tenths of a point; it grows by `power` of its size."""

    def __init__(self, full: int, power: float, *, wide: bool = False) -> None:
        """Take what decides where the text ends; it never reaches Typst."""
        self.__dict__.update(full=full, power=power, wide=wide, sizes=[])

    def measure(self, look: Look) -> Ends:
        """Return where the text ends, and remember that it was asked for."""
        values = self.__dict__
        values["sizes"].append(look.size)
        used = PANELS * (look.size * 10 / (values["full"] + 0.5)) ** values["power"]
        over = values["wide"] and look.size * 10 > values["full"]
        page, part = (int(used) + 2, used % 1) if not values["wide"] else (2, 0.1)
        at = TOP + part * (BOTTOM - TOP)
        return Ends((1, 50.0), (page, at), (max(page, 5) + 1, 50.0), TOP, BOTTOM, ("wide",) if over else ())


def _fitter(setting: Trials) -> Fitter:
    settings = LeafletSettings("A council")
    design, faces = find_design(settings.design), typefaces_for(load_locale("en"), settings, (), press=False)
    look = Look(screen_palette(settings), design, 0.0, faces, 8.5, 8.5, press=False, bleed=0.0, safe=5.0)
    return Fitter(setting, look, cast("Folded", find_format("trifold")))


@pytest.mark.parametrize("power", [0.5, 1.6, 2.0, 9.0])
@pytest.mark.parametrize("full", range(LEAST - 3, MOST + 3))
@pytest.mark.parametrize("first", [LEAST, 95, MOST])
def test_size_is_the_largest_that_fits(full: int, power: float, first: int) -> None:
    """However text grows with its size, the largest size that fits is found, if any, and no size is tried twice."""
    setting = Trials(full, power)
    found = _fitter(setting).largest(LEAST / 10, MOST / 10, first / 10)
    assert found == (None if full < LEAST else min(full, MOST) / 10)
    sizes = setting.__dict__["sizes"]
    assert len(sizes) == len(set(sizes)) <= 9


@pytest.mark.parametrize("full", range(LEAST, MOST + 3))
def test_guesses_do_not_lead_astray(full: int) -> None:
    """Where not the length of the text but a long word decides, the search is as short as halving, nearly."""
    setting = Trials(full, 2.0, wide=True)
    assert _fitter(setting).largest(LEAST / 10, MOST / 10, LEAST / 10) == min(full, MOST) / 10
    assert len(setting.__dict__["sizes"]) <= 10


@pytest.mark.parametrize("choices", [COMFORTS, SACRIFICES])
def test_no_more_is_left_out_than_must_be(choices: tuple[Fullness, ...]) -> None:
    """The fullest choice that fits is found, whichever it is; where none fits there is none."""
    for first in range(len(choices) + 1):
        fitting = choices[first:]
        assert find_fullest(choices, fitting.__contains__) == next(iter(fitting), None)


@pytest.mark.parametrize("choices", [COMFORTS, SACRIFICES])
def test_each_choice_has_less_than_the_one_before(choices: tuple[Fullness, ...]) -> None:
    """Halving is right only where each choice leaves out all that the one before does, and more."""
    for fuller, leaner in pairwise(choices):
        assert set(fuller.left_out) < set(leaner.left_out)
