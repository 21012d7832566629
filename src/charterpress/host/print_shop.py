"""Turn a printer's profile into what the leaflets must know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding
from charterpress.leaflets.formats.shapes import Flowing, Folded, Format, Stitched
from charterpress.leaflets.shop import FlatSheet, PrintShop
from charterpress.preflight.printers import Printer, Sheet

LEAST_ROOM = (60.0, 120.0)
"""The least width and height for text on a panel or page, in mm: with less, a leaflet is a list of single words."""


def check_sheets(printer: Printer, file: YamlFile, shapes: Iterable[Format]) -> Iterator[Finding]:
    """Yield the formats that a printer does not take, folds into other panels, or leaves no room for text on.

    `file` is that of the printer's profile.
    """
    for shape in shapes:
        if isinstance(shape, Flowing):
            continue
        number, sheet = next(
            ((at, one) for at, one in enumerate(printer.sheets) if one.name == shape.name), (None, None)
        )
        place = ("sheets",) if number is None else ("sheets", number)
        if isinstance(shape, Folded) and sheet is not None and sheet.panels:
            ours, theirs = [len(side.cells) for side in shape.sides], [len(side) for side in sheet.panels]
            if ours != theirs:
                message = f"'{sheet.name}' is folded into {_counted(theirs)} panels a side; ours has {_counted(ours)}"
                hint = "Give a list of widths a side, as in the profiles that come with charterpress."
                yield file.finding("printer-panels", message, hint, (*place, "panels"))
                continue
        elif not any(_fits(one, shape, printer) for one in printer.sheets):
            message = f"this printer takes no sheet of {_said(_flat(shape))}, and '{shape.name}' is printed on one"
            hint = f"Add it under 'sheets', or leave '{shape.name}' out of the 'formats' of leaflets in mkdocs.yml."
            yield file.finding("printer-format", message, hint, place)
            continue
        yield from _check_room(printer, file, shape)


def _check_room(printer: Printer, file: YamlFile, shape: Folded | Stitched) -> Iterator[Finding]:
    """Yield a safe zone that leaves less than any text needs."""
    cut = shop_of(printer).cut(shape) if isinstance(shape, Folded) else shape
    widths = cut.widths if isinstance(cut, Folded) else (cut.page_width,)
    least = (min(widths), cut.page_height)
    room = (least[0] - 2 * printer.safe_zone, least[1] - 2 * printer.safe_zone)
    if room[0] < LEAST_ROOM[0] or room[1] < LEAST_ROOM[1]:
        message = (
            f"a safe zone of {printer.safe_zone:g} mm leaves {_said(room)} for text on {_said(least)}"
            f" of '{shape.name}'; at least {_said(LEAST_ROOM)} are needed"
        )
        yield file.finding("printer-room", message, "Make the safe zone smaller, or the panels larger.", ("safe_zone",))


def _fits(sheet: Sheet, shape: Folded | Stitched, printer: Printer) -> bool:
    sizes = [_flat(shape)]
    if printer.imposition == "single":
        sizes.append((shape.page_width, shape.page_height))
    slack = printer.tolerance
    return any(abs(sheet.width - width) <= slack and abs(sheet.height - height) <= slack for width, height in sizes)


def _flat(shape: Folded | Stitched) -> tuple[float, float]:
    """Return width and height in mm of the sheet that a format is printed on, trimmed."""
    width = shape.sides[0].width if isinstance(shape, Folded) else 2 * shape.page_width
    return width, shape.page_height


def _said(size: tuple[float, float]) -> str:
    return f"{max(size[0], 0):g} x {max(size[1], 0):g} mm"


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
        most_ink=printer.ink_limit,
        sheets={sheet.name: FlatSheet(sheet.height, sheet.panels) for sheet in printer.sheets if sheet.panels},
    )
