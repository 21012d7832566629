"""Describe what a format may be: a sheet that is folded, or pages that text flows over."""

from __future__ import annotations

from itertools import accumulate
from typing import Annotated, Literal

from pydantic import Field, field_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import Identifier

Length = Annotated[float, Field(gt=0)]
"""A length in mm."""


class Cell(Model):
    """Hold one panel of a side; `page` counts from 0 in reading order, `width` is in mm."""

    page: int
    width: Length


class Side(Model):
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
        return Side(cells=tuple(reversed(self.cells)))


class _Shape(Model):
    """Hold what every format has; `title` is what readers call it, an interface word in English.

    `leading` is the space between lines in em, as Latin script needs it.
    """

    name: Identifier
    title: Annotated[str, Field(min_length=1)]
    template: str
    page_width: Length
    page_height: Length
    leading: Annotated[float, Field(gt=0)]


class Folded(_Shape):
    """Hold a sheet with panels: all measures in mm, the names of its panels, and what stands where."""

    kind: Literal["folded"]
    bleed: Length
    safe: Length
    panels: tuple[str, ...]
    sides: tuple[Side, ...]

    def sides_for(self, direction: str) -> tuple[Side, ...]:
        """Return the sides of the sheet for `ltr` or `rtl`."""
        return tuple(side.mirrored() for side in self.sides) if direction == "rtl" else self.sides


class Flowing(_Shape):
    """Hold pages that a whole charter flows over: margins in mm, `size` of the text in points.

    `headings` are the sizes of the three levels of headings, in parts of that size. The switches say what letters
    may look like: slanted for emphasis, underlined as links, in colour, smaller than the text, as raised numbers.
    """

    kind: Literal["flowing"]
    size: Annotated[float, Field(ge=8)]
    headings: tuple[float, float, float]
    side_margin: Length
    top_margin: Length
    bottom_margin: Length
    code_width: Length
    slanted: bool
    underlined: bool
    coloured: bool
    smaller: bool

    @field_validator("headings")
    @classmethod
    def _grow(cls, sizes: tuple[float, float, float]) -> tuple[float, float, float]:
        first, second, third = sizes
        if not first >= second >= third >= 1:
            message = "headings may not be smaller than those below them, nor than the text"
            raise ValueError(message)
        return sizes


Format = Annotated[Folded | Flowing, Field(discriminator="kind")]
