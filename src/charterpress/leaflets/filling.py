"""Decide how much of a charter a leaflet takes in, so that it is comfortable to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from charterpress.leaflets.fit import Fitter, Misfit
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.settings import LeafletSettings

COMFORTS = (
    Fullness(),
    Fullness(examples=False),
    Fullness(examples=False, thanks=False),
    Fullness(examples=False, thanks=False, definitions=False),
    Fullness(examples=False, thanks=False, definitions=False, details=False),
)
"""What is left out, step by step, to have text of a comfortable size."""

SACRIFICES = (
    Fullness(examples=False, thanks=False, definitions=False, details=False, notes=False),
    Fullness(examples=False, thanks=False, definitions=False, details=False, notes=False, introduction=False),
    Fullness(
        examples=False,
        thanks=False,
        definitions=False,
        details=False,
        notes=False,
        introduction=False,
        principles=False,
    ),
    Fullness(
        examples=False,
        thanks=False,
        definitions=False,
        details=False,
        notes=False,
        introduction=False,
        principles=False,
        behaviours=False,
    ),
)
"""What is left out, step by step, only when nothing else makes room for every promise."""


NOTHING = Misfit()


@dataclass(frozen=True)
class Filling:
    """Hold what a leaflet takes in and its size in points; `misfit` says why there is none."""

    fullness: Fullness
    size: float | None
    misfit: Misfit = NOTHING


def choose_filling(fitter_for: Callable[[Fullness], Fitter], settings: LeafletSettings) -> Filling:
    """Return the fullest leaflet that is comfortable to read, or else the one with the largest text."""
    fitter = cache(fitter_for)
    least, most = settings.minimum_size, settings.maximum_size
    comfortable = min(max(settings.comfortable_size, least), most)
    for fullness in COMFORTS:
        if not fitter(fullness).misfit(comfortable):
            size = fitter(fullness).largest(comfortable, most)
            return Filling(fullness, fitter(fullness).settled(size, comfortable))
    leanest = fitter(COMFORTS[-1])
    if not leanest.misfit(least):
        size = leanest.largest(least, comfortable)
        # What makes no difference to the size need not be left out.
        return next(Filling(fullness, size) for fullness in COMFORTS if not fitter(fullness).misfit(size))
    for fullness in SACRIFICES:
        if not fitter(fullness).misfit(least):
            return Filling(fullness, fitter(fullness).largest(least, comfortable))
    return Filling(SACRIFICES[-1], None, fitter(SACRIFICES[-1]).misfit(least))
