"""Test sums with colours: contrasts as WCAG has them, and colours around another."""

from __future__ import annotations

from itertools import islice

import pytest

from charterpress.colours import around, contrast, from_hex, lighter, mixed, to_hex


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#777777", 4.48),
        ("#1f5673", "#1f5673", 1),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """The ratio is the one of WCAG 2.2, whichever of the two is the lighter."""
    assert contrast(from_hex(one), from_hex(other)) == pytest.approx(ratio, abs=0.005)


def test_a_colour_is_written_as_it_was_read() -> None:
    """Reading and writing a colour changes nothing."""
    for colour in ("#000000", "#ffffff", "#1f5673", "#0a0b0c"):
        assert to_hex(from_hex(colour)) == colour


def test_mixing() -> None:
    """All of a colour hides the ground, none of it leaves the ground, and half is half way."""
    assert [mixed("#ffffff", "#000000", share) for share in (1, 0, 0.5)] == ["#ffffff", "#000000", "#808080"]


def test_around_a_colour() -> None:
    """Colours around another come nearest first, darker and lighter in turn, down to black and up to white."""
    found = list(around("#1f5673"))
    shades = [sum(from_hex(colour)) for colour in islice(found, 2)]
    assert shades[0] < sum(from_hex("#1f5673")) < shades[1]
    assert min(sum(from_hex(colour)) for colour in found) < 0.02
    assert max(sum(from_hex(colour)) for colour in found) > 2.98


def test_ever_lighter() -> None:
    """Lighter colours start with the colour itself and end with white."""
    found = list(lighter("#1f5673"))
    assert (found[0], found[-1]) == ("#1f5673", "#ffffff")
    assert [sum(from_hex(colour)) for colour in found] == sorted(sum(from_hex(colour)) for colour in found)
