"""Find the size at which text fits its panels."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from charterpress.leaflets.formats.shapes import Folded
from charterpress.leaflets.setting import Ends, Look, Setting

STEP = 0.1
"""The sizes tried are this many points apart."""
GUESSES = 3
"""How often the size is guessed from where the text ends, before the search goes on without."""
GROWTH = 1.6
"""By which power of its size text grows, as measured: not by the second, for in every list some lines stay short."""
FIRST_FLOW_PAGE = 2
LONELY = 0.2
"""The part of a panel that text must fill to be worth a panel of its own."""
YIELD = 1.0
"""How many points a leaflet gives up, at the most, for a better ending."""


@dataclass(frozen=True)
class Overflow:
    """Say which panel runs over (counted from 0), by how many mm and per cent of the room there is."""

    panel: int
    mm: float
    per_cent: float


@dataclass(frozen=True)
class Misfit:
    """Say why text does not fit at a size: panels that run over, words wider than a panel."""

    overflows: tuple[Overflow, ...] = ()
    too_wide: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything does not fit."""
        return bool(self.overflows or self.too_wide)


@dataclass(frozen=True)
class Fitter:
    """Try one leaflet's text in different sizes; what was measured once is kept."""

    setting: Setting
    look: Look
    format: Folded
    _measured: dict[float, Ends] = field(default_factory=dict)

    def ends(self, size: float) -> Ends:
        """Return where the text ends at a size."""
        if size not in self._measured:
            self._measured[size] = self.setting.measure(replace(self.look, size=size))
        return self._measured[size]

    def misfit(self, size: float) -> Misfit:
        """Return what does not fit at a size."""
        ends = self.ends(size)
        return Misfit(find_overflows(ends, self.format), ends.too_wide)

    def largest(self, least: float, most: float, tried: float) -> float | None:
        """Return the largest size from `least` to `most` that fits, or None; the search begins at `tried`."""
        # Text grows with its size, so what fits at one size fits below it. Where it ends at one size tells
        # nearly where it fills its panels; when that does not help, halve the range each time.
        fits, fails, guesses = -1, round((most - least) / STEP) + 1, GUESSES
        step = round((tried - least) / STEP)
        while True:
            if self.misfit(tried):
                fails = step
            else:
                fits = step
            if fails - fits <= 1:
                return None if fits < 0 else round(least + fits * STEP, 1)
            likely = math.floor((self._filling(tried) - least) / STEP)
            step = min(max(likely, fits + 1), fails - 1) if guesses > 0 else (fits + fails) // 2
            tried, guesses = round(least + step * STEP, 1), guesses - 1

    def _filling(self, tried: float) -> float:
        """Return about the size at which the text fills its panels, from where it ends at a size that was tried."""
        ends = self.ends(tried)
        room, (page, y) = ends.bottom - ends.top, ends.flow
        used = (page - FIRST_FLOW_PAGE) * room + y - ends.top
        return float(tried * ((len(self.format.panels) - 2) * room / max(used, 1.0)) ** (1 / GROWTH))

    def settled(self, size: float, least: float) -> float:
        """Return a size a little smaller where only a few lines would stand alone on the last panel."""
        ends = self.ends(size)
        page, y = ends.flow
        if page <= FIRST_FLOW_PAGE or y - ends.top > LONELY * (ends.bottom - ends.top):
            return size
        for step in range(1, round(YIELD / STEP) + 1):
            smaller = round(size - step * STEP, 1)
            if smaller >= least and self.ends(smaller).flow[0] < page:
                return smaller
        return size


def find_overflows(ends: Ends, shape: Folded) -> tuple[Overflow, ...]:
    """Return the panels whose text runs over their end."""
    back = len(shape.panels)
    found = []
    for (page, y), last, panel, panels in (
        (ends.front, 1, 1, 1),
        (ends.flow, max(back - 1, ends.front[0]), back - 1, back - 2),
        (ends.back, max(ends.flow[0], back - 1) + 1, back, 1),
    ):
        room = ends.bottom - ends.top
        if page > last:
            mm = (page - last - 1) * room + y - ends.top
            found.append(Overflow(panel - 1, mm, 100 * mm / (panels * room)))
    return tuple(found)
