"""Describe what a format may be: a sheet that is folded, pages that text flows over, or a stapled booklet of them."""

from __future__ import annotations

from itertools import accumulate
from typing import Annotated, Literal

from pydantic import Field, field_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import Identifier

Length = Annotated[float, Field(gt=0)]
"""A length in mm."""


class Cell(Model):
    """Hold one panel or page of a side; `page` counts from 0 in reading order, `width` is in mm.

    `shift` is how far, in mm, what is printed is moved to the right of where it would stand.
    """

    page: int
    width: Length
    shift: float = 0.0


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
        cells = tuple(cell.model_copy(update={"shift": -cell.shift}) for cell in reversed(self.cells))
        return Side(cells=cells)


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
    """Hold a sheet with panels: the names of its panels, and what stands where; lengths are in mm."""

    kind: Literal["folded"]
    panels: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the width of each panel in reading order, in mm."""
        cells = {cell.page: cell.width for side in self.sides for cell in side.cells}
        return tuple(cells[page] for page in sorted(cells))

    def sides_for(self, direction: str) -> tuple[Side, ...]:
        """Return the sides of the sheet for `ltr` or `rtl`."""
        return tuple(side.mirrored() for side in self.sides) if direction == "rtl" else self.sides

    def cut_to(self, height: float, widths: tuple[tuple[float, ...], ...]) -> Folded:
        """Return the format on a sheet of another height and with panels of other widths, a list a side.

        Raises ValueError where the number of sides or of panels is another one.
        """
        sides = tuple(
            Side(
                cells=tuple(
                    cell.model_copy(update={"width": width}) for cell, width in zip(side.cells, row, strict=True)
                )
            )
            for side, row in zip(self.sides, widths, strict=True)
        )
        widest = max(width for row in widths for width in row)
        return self.model_copy(update={"sides": sides, "page_width": widest, "page_height": height})


class _Text(_Shape):
    """Hold pages that a whole charter flows over: margins in mm, `size` of the text in points.

    `headings` are the sizes of the three levels of headings, in parts of that size. The switches say what letters
    may look like: slanted for emphasis, underlined as links, in colour, smaller than the text, as raised numbers.
    """

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


class Flowing(_Text):
    """Hold loose pages, which are read on the screen and printed at home."""

    kind: Literal["flowing"]


class Stitched(_Text):
    """Hold pages that are printed two by two, laid in one another, folded and stapled: a booklet.

    The text is set in `size`, or as much larger, up to `largest`, as takes no more sheets. `spine_margin` is the
    margin in the middle, where `side_margin` is that at the edge; both in mm.
    """

    kind: Literal["stitched"]
    largest: Annotated[float, Field(ge=8)]
    spine_margin: Length


Format = Annotated[Folded | Flowing | Stitched, Field(discriminator="kind")]
