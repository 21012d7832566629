"""Test the measures of the tri-fold."""

from __future__ import annotations

import pytest

from charterpress.leaflets.formats.trifold import BACK, FLAP, FRONT, INSIDE_1, INSIDE_2, INSIDE_3, TRIFOLD


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_panels_fill_a4(direction: str) -> None:
    """Every side is 297 mm wide and holds three of the six panels."""
    sides = TRIFOLD.sides_for(direction)
    assert [side.width for side in sides] == [297, 297]
    assert sorted(cell.page for side in sides for cell in side.cells) == [0, 1, 2, 3, 4, 5]


def test_order_left_to_right() -> None:
    """Outside, left to right, stand the flap (97), the back and the front; the inside reads 1, 2, 3."""
    outside, inside = TRIFOLD.sides_for("ltr")
    assert [(cell.page, cell.width) for cell in outside.cells] == [(FLAP, 97), (BACK, 100), (FRONT, 100)]
    assert [(cell.page, cell.width) for cell in inside.cells] == [
        (INSIDE_1, 100),
        (INSIDE_2, 100),
        (INSIDE_3, 97),
    ]
    assert list(outside.folds) == [97, 197]
    assert list(inside.folds) == [100, 200]


def test_order_right_to_left() -> None:
    """For a language from right to left both sides are mirrored: the flap is on the right."""
    outside, inside = TRIFOLD.sides_for("rtl")
    assert [(cell.page, cell.width) for cell in outside.cells] == [(FRONT, 100), (BACK, 100), (FLAP, 97)]
    assert [(cell.page, cell.width) for cell in inside.cells] == [
        (INSIDE_3, 97),
        (INSIDE_2, 100),
        (INSIDE_1, 100),
    ]
    assert list(outside.folds) == [100, 200]
    assert list(inside.folds) == [97, 197]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_flap_lies_behind_the_third_panel(direction: str) -> None:
    """The narrow flap is the other face of the narrow inside panel, so that it folds in."""
    outside, inside = TRIFOLD.sides_for(direction)
    # The sheet is turned over on its short edge: left outside is right inside.
    facing = dict(zip((c.page for c in outside.cells), (c.page for c in reversed(inside.cells)), strict=True))
    assert facing[FLAP] == INSIDE_3
    assert facing[FRONT] == INSIDE_1
