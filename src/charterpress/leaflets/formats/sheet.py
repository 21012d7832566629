"""Describe a folded sheet: which panel stands where on which side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Cell:
    """Hold one panel of a side; `page` counts from 0 in reading order, `width` is in mm."""

    page: int
    width: float


@dataclass(frozen=True)
class Side:
    """Hold one side of a sheet, its cells from left to right."""

    cells: tuple[Cell, ...]

    @property
    def width(self) -> float:
        """Return the trimmed width in mm."""
        return sum(cell.width for cell in self.cells)

    @property
    def folds(self) -> tuple[float, ...]:
        """Return where the folds are, in mm from the left edge."""
        return tuple(accumulate(cell.width for cell in self.cells))[:-1]

    @property
    def placed(self) -> tuple[tuple[Cell, float], ...]:
        """Return each cell with its left edge in mm."""
        return tuple(zip(self.cells, (0.0, *self.folds), strict=True))

    def mirrored(self) -> Side:
        """Return the side as a language that runs from right to left needs it."""
        return Side(tuple(reversed(self.cells)))


@dataclass(frozen=True)
class Format:
    """Hold the measures of a leaflet in mm, the names of its panels, and its sheet."""

    name: str
    template: str
    page_width: float
    page_height: float
    bleed: float
    safe: float
    panels: tuple[str, ...]
    sides: tuple[Side, ...]

    def sides_for(self, direction: str) -> tuple[Side, ...]:
        """Return the sides of the sheet for `ltr` or `rtl`."""
        return tuple(side.mirrored() for side in self.sides) if direction == "rtl" else self.sides
