"""Say how far a short page may be over its limit by chance."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files

from charterpress.content.shipped import shipped

FULL = 100
"""From this many words on, a score counts in full."""

SHAKY = 50
"""Below this many words, no formula is used."""


@cache
def margins() -> dict[int, float]:
    """Return the margins in grades, by the least number of words that each is for."""
    data = shipped(files("charterpress.readability") / "margins.yml")
    return {int(words): float(margin) for words, margin in data["margins"].items()}


def margin_for(words: int) -> float:
    """Return the margin for a page of so many words: 0 from 100 words on."""
    if words >= FULL:
        return 0.0
    table = margins()
    lengths = sorted(table)
    place = bisect_right(lengths, words) - 1
    return table[lengths[max(place, 0)]]
