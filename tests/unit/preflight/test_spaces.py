"""Colour spaces are told apart, and ink is added up, as PDF defines them."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from charterpress.preflight.spaces import CMYK, GRAY, RGB, UNKNOWN, Space, space_of


def spot(*names: str) -> Space:
    """Return a space of some inks."""
    return Space("DeviceN", "spot", names, len(names))


@pytest.mark.parametrize(
    ("space", "values", "inks"),
    [
        (CMYK, (0.1, 0.2, 0.3, 0.4), (0.1, 0.2, 0.3, 0.4)),
        (CMYK, (0.1, 0.2), None),
        (GRAY, (0.25,), (0, 0, 0, 0.75)),
        (RGB, (0, 0, 0), None),
        (spot("Gold"), (0.5,), (0.5,)),
        (spot("Gold", "None", "Black"), (0.5, 1.0, 0.25), (0.5, 0.25)),
        (spot("All"), (0.9,), (0.9, 0.9, 0.9, 0.9)),
        (UNKNOWN, (1,), None),
    ],
)
def test_coverage(space: Space, values: tuple[float, ...], inks: tuple[float, ...] | None) -> None:
    """The ink of each plate is known of gray, CMYK and inks by name; of all others it depends on a conversion."""
    assert space.coverage(values) == inks


@pytest.mark.parametrize(
    ("space", "first"), [(CMYK, (0, 0, 0, 1)), (GRAY, (0,)), (RGB, (0, 0, 0)), (spot("Gold", "Black"), (1, 1))]
)
def test_first_colour(space: Space, first: tuple[float, ...]) -> None:
    """A space starts with black, and inks by name start with all there is of them."""
    assert space.first == first


def test_spots() -> None:
    """The four inks of process printing, all of them at once, and none at all are no spot colours."""
    assert spot("Cyan", "Black", "None", "All", "Gold").spots == ("Gold",)


def test_spaces() -> None:
    """Names, arrays and resources are followed to what a space is in the end."""
    with pikepdf.new() as pdf:
        profile = pdf.make_stream(b"")
        profile.N = 4
        icc = Array([Name.ICCBased, profile])
        resources = Dictionary(ColorSpace=Dictionary(Cs1=icc, Loop=Name.Loop))
        assert space_of(Name.Cs1, resources).label == "ICCBased (cmyk)"
        assert space_of(Array([Name.Indexed, icc, 1, b"ab"])).label == "Indexed (cmyk)"
        assert space_of(Array([Name.Pattern, Name.DeviceRGB])).kind == "rgb"
        assert space_of(Array([Name.DeviceN, Array([Name.Gold, Name.Black]), Name.DeviceCMYK])).label == (
            "DeviceN Gold, Black"
        )
        assert space_of(Array([Name.Lab, Dictionary()])).kind == "lab"
        for nonsense in (Name.Loop, Name.Nowhere, Array([]), Array([1]), Dictionary(), 7, None):
            assert space_of(nonsense, resources) == UNKNOWN


def test_spaces_on_one_another_without_end() -> None:
    """A space that is built on itself is unknown."""
    with pikepdf.new() as pdf:
        own = pdf.make_indirect(Array([Name.Indexed]))
        own.append(own)
        assert space_of(own).kind == "unknown"
