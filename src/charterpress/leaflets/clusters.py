"""Hold the glyphs that say one text together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""The signs of scripts that run from right to left (Unicode's blocks)."""


@cache
def runs_back(text: str) -> bool:
    """Tell whether a text has signs that run from right to left."""
    return any(first <= ord(sign) <= last for sign in text for first, last in RIGHT_TO_LEFT)


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Hold the glyphs that show one text together; `whole` when the file says what they say as one.

    `places` says where each glyph stands from where the pen was, and `end` where the pen is at last, all in
    thousandths of the text size. Glyphs follow each other from left to right; `back` when they are read the other way.
    """

    text: str
    glyphs: tuple[int, ...]
    places: tuple[float, ...]
    end: float
    whole: bool
    back: bool
