"""Say what a print shop asks of press PDFs, and which files it gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from charterpress.leaflets.formats.shapes import Folded


@dataclass(frozen=True)
class FlatSheet:
    """Hold the sheet of a folded format: its trimmed height, and the widths of its panels a side, in mm."""

    height: float
    panels: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class PrintShop:
    """Hold what a print shop asks for; lengths are in mm.

    `imposed` files have whole sheets as they are printed, `single` ones a page or panel each; of booklets there may
    be both. `caliper` is how thick one sheet is. `most_ink` is what may lie on one spot, in per cent. `sheets` names
    the formats that the shop cuts in a way of its own.
    """

    standard: Literal["X-4", "X-1a"] = "X-4"
    imposed: bool = True
    single: bool = True
    marks: bool = True
    bleed: float = 3.0
    safe: float = 5.0
    caliper: float = 0.13
    most_ink: float = 300.0
    sheets: Mapping[str, FlatSheet] = field(default_factory=dict)

    def cut(self, shape: Folded) -> Folded:
        """Return a format as this shop cuts and folds it.

        Raises ValueError where the shop's panels are other ones than those of the format.
        """
        sheet = self.sheets.get(shape.name)
        return shape if sheet is None else shape.cut_to(sheet.height, sheet.panels)
