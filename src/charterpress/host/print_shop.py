"""Turn a printer's profile into what the leaflets must know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterpress.findings import Finding
from charterpress.leaflets.formats.shapes import Folded, Format
from charterpress.leaflets.shop import FlatSheet, PrintShop
from charterpress.preflight.printers import Printer


def check_sheets(printer: Printer, name: str, shapes: Iterable[Format]) -> Iterator[Finding]:
    """Yield the formats that a printer folds into other panels than they have."""
    folded = {shape.name: shape for shape in shapes if isinstance(shape, Folded)}
    for sheet in printer.sheets:
        shape = folded.get(sheet.name)
        if shape is None or not sheet.panels:
            continue
        ours = [len(side.cells) for side in shape.sides]
        theirs = [len(side) for side in sheet.panels]
        if ours != theirs:
            message = (
                f"the printer profile '{name}' folds '{sheet.name}' into {_counted(theirs)} panels a side;"
                f" the leaflet has {_counted(ours)}"
            )
            hint = "Give a list of widths a side, as in the profiles that come with charterpress."
            yield Finding("printer-panels", message, hint)


def _counted(panels: Iterable[int]) -> str:
    return " and ".join(map(str, panels))


def shop_of(printer: Printer) -> PrintShop:
    """Return what a printer asks of press PDFs; where it takes any, it gets sheets, and of booklets pages as well."""
    return PrintShop(
        standard=printer.standard,
        imposed=printer.imposition != "single",
        single=printer.imposition != "imposed",
        marks=printer.marks != "refused",
        bleed=printer.bleed,
        safe=printer.safe_zone,
        caliper=printer.caliper,
        sheets={sheet.name: FlatSheet(sheet.height, sheet.panels) for sheet in printer.sheets if sheet.panels},
    )
