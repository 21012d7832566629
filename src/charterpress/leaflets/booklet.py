"""Choose the size of a booklet's text: the largest that takes no more sheets than the smallest."""

from __future__ import annotations

from charterpress.leaflets.formats.shapes import Stitched
from charterpress.leaflets.setting import Look, Setting

STEP = 0.2
"""The sizes tried are this many points apart."""
MOST_PAGES = 64
"""More than sixteen sheets in one another stand open, and staples hold them badly (our choice)."""


def choose_size(setting: Setting, look: Look, shape: Stitched) -> tuple[float, int]:
    """Return the size of the text in points, and how many pages the booklet has in it."""

    def fits(step: int) -> bool:
        larger = look.at(_size(shape, step))
        return setting.count_pages(larger) <= fewest and not setting.too_wide(larger)

    fewest = setting.count_pages(look)
    # Text grows with its size, so what takes more sheets at one size does so above it: halve the range each time.
    good, bad = 0, round((shape.largest - shape.size) / STEP) + 1
    while bad - good > 1:
        step = (good + bad) // 2
        good, bad = (step, bad) if fits(step) else (good, step)
    return _size(shape, good), fewest


def _size(shape: Stitched, step: int) -> float:
    return round(shape.size + step * STEP, 1)
