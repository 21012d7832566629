"""Decide how much of a charter a leaflet takes in, so that it is comfortable to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, takewhile

from charterpress.leaflets.fit import Fitter, Misfit
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.settings import LeafletSettings


def _ever_less(start: Fullness, *names: str) -> Iterator[Fullness]:
    """Yield a fullness, and after it those that leave out one thing more each."""
    return accumulate(names, lambda fullness, name: replace(fullness, **{name: False}), initial=start)


COMFORTS = tuple(_ever_less(Fullness(), "examples", "thanks", "definitions", "details"))
"""What is left out, step by step, to have text of a comfortable size."""

SACRIFICES = tuple(_ever_less(COMFORTS[-1], "notes", "introduction", "principles", "behaviours"))[1:]
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

    def fullest(choices: Sequence[Fullness], size: float) -> Fullness | None:
        return find_fullest(choices, lambda fullness: not fitter(fullness).misfit(size))

    if comforts := fullest(COMFORTS, comfortable):
        size = fitter(comforts).largest(comfortable, most, comfortable) or comfortable
        return Filling(comforts, fitter(comforts).settled(size, comfortable))
    leanest = COMFORTS[-1]
    if smaller := fitter(leanest).largest(least, comfortable, comfortable):
        # What makes no difference to the size need not be left out; seldom is that much.
        fitting = takewhile(lambda fullness: not fitter(fullness).misfit(smaller), reversed(COMFORTS))
        return Filling([*fitting][-1], smaller)
    if left := fullest(SACRIFICES, least):
        return Filling(left, fitter(left).largest(least, comfortable, least))
    return Filling(SACRIFICES[-1], None, fitter(SACRIFICES[-1]).misfit(least))


def find_fullest(choices: Sequence[Fullness], fits: Callable[[Fullness], bool]) -> Fullness | None:
    """Return the first choice that fits, or None; each must have less in it than the one before."""
    if fits(choices[0]):
        return choices[0]
    if not fits(choices[-1]):
        return None
    # What fits goes on fitting when more is left out: halve the range each time.
    fails, fitting = 0, len(choices) - 1
    while fitting - fails > 1:
        middle = (fails + fitting) // 2
        if fits(choices[middle]):
            fitting = middle
        else:
            fails = middle
    return choices[fitting]
