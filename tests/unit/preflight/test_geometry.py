"""Boxes and matrices are those of PDF."""

from __future__ import annotations

import math

import pytest

from charterpress.preflight.geometry import IDENTITY, POINTS, Box, Matrix, box_from, point, times, unit_box


@pytest.mark.parametrize(
    ("numbers", "box"),
    [
        ([0, 0, 10, 20], Box(0, 0, 10, 20)),
        ([10, 20, 0, 0], Box(0, 0, 10, 20)),
        ([0, 0, 0, 20], None),
        ([0, 0, math.inf, 20], None),
        ([0, 0, math.nan, 20], None),
        ([0, 0, 10], None),
    ],
)
def test_boxes(numbers: list[float], box: Box | None) -> None:
    """A box has four finite numbers, corners in any order, and spans something."""
    assert box_from(numbers) == box


def test_margins() -> None:
    """Margins are in mm, and negative where the inner box reaches beyond."""
    outer = Box(0, 0, 100 * POINTS, 50 * POINTS)
    assert outer.width == pytest.approx(100)
    assert outer.height == pytest.approx(50)
    inner = Box(3 * POINTS, -2 * POINTS, 90 * POINTS, 50 * POINTS)
    assert outer.margins(inner) == pytest.approx((3, -2, 10, 0))


def test_boxes_apart() -> None:
    """Boxes that only touch have nothing in common."""
    box = Box(0, 0, 10, 10)
    assert box.clear_of(Box(10, 0, 20, 10))
    assert box.clear_of(Box(0, -5, 10, 0))
    assert not box.clear_of(Box(9, 9, 20, 20))


def test_matrices() -> None:
    """The first matrix is done first: scaled and then moved is not moved and then scaled."""
    scale: Matrix = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0)
    move: Matrix = (1.0, 0.0, 0.0, 1.0, 5.0, 0.0)
    assert point(times(scale, move), 1, 1) == pytest.approx((7, 2))
    assert point(times(move, scale), 1, 1) == pytest.approx((12, 2))
    assert times(scale, IDENTITY) == pytest.approx(scale)
    assert unit_box((0.0, 3.0, -4.0, 0.0, 10.0, 10.0)) == Box(6, 10, 10, 13)
