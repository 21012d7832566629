"""Place panels and pages on sheets, in the order in which these are folded."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from charterpress.leaflets.formats.shapes import Cell, Side

POINTS = 72 / 25.4
"""Points in a millimetre."""


def spreads(pages: int, width: float, direction: str, caliper: float) -> tuple[Side, ...]:
    """Return the sides of the sheets of a stapled booklet, from the outermost sheet on, its outside first.

    The number of pages must be a multiple of four. Each sheet lies in the one before, and stands out of it by its
    thickness, `caliper` in mm; what is printed moves as far towards the fold, so that the cut, which is one for all
    sheets, leaves the same margin on every page (creep).
    """
    if pages % 4:
        message = f"a booklet of {pages} pages can't be stapled: sheets have four"
        raise ValueError(message)
    sides = []
    for sheet in range(pages // 4):
        creep = round(sheet * caliper, 3)
        for left, right in ((pages - 1 - 2 * sheet, 2 * sheet), (2 * sheet + 1, pages - 2 - 2 * sheet)):
            cells = (Cell(page=left, width=width, shift=creep), Cell(page=right, width=width, shift=-creep))
            sides.append(Side(cells=cells))
    return tuple(side.mirrored() for side in sides) if direction == "rtl" else tuple(sides)


def one_by_one(widths: Sequence[float]) -> tuple[Side, ...]:
    """Return a side a page, in reading order, for print shops that place pages themselves; widths are in mm."""
    return tuple(Side(cells=(Cell(page=page, width=width),)) for page, width in enumerate(widths))


def impose(pages: bytes, sides: Sequence[Side], bleed: float) -> bytes:
    """Return the sides as PDF pages of trim size plus bleed (mm), from panels or pages in reading order."""
    with pikepdf.open(BytesIO(pages)) as source, pikepdf.new() as sheet:
        forms = [_form(sheet, page) for page in source.pages]
        for side in sides:
            _add_side(sheet, side, forms, bleed)
        file = BytesIO()
        sheet.save(file, static_id=True)
        return file.getvalue()


def _form(sheet: pikepdf.Pdf, page: pikepdf.Page) -> tuple[pikepdf.Object, tuple[float, ...]]:
    """Return a page as something to be placed, and where its trim is."""
    trim = tuple(float(edge) for edge in page.trimbox)
    # The form takes the box of the trim, so it is widened to keep what bleeds.
    page.trimbox = page.mediabox
    return sheet.copy_foreign(page.as_form_xobject()), trim


def _add_side(
    sheet: pikepdf.Pdf, side: Side, forms: Sequence[tuple[pikepdf.Object, tuple[float, ...]]], bleed: float
) -> None:
    left, bottom, right, top = forms[side.cells[0].page][1]
    height = (top - bottom) / POINTS + 2 * bleed
    page = sheet.add_blank_page(page_size=((side.width + 2 * bleed) * POINTS, height * POINTS))
    used = Dictionary()
    operators = []
    for cell, edge in side.placed:
        form, (left, bottom, right, _) = forms[cell.page]
        name = f"/Page{cell.page + 1}"
        used[name] = form
        # Inner edges are cut at the fold; only edges of the sheet keep their bleed.
        start = edge if edge == 0 else edge + bleed
        end = edge + cell.width + bleed + (bleed if edge + cell.width >= side.width else 0)
        x = (edge + bleed + cell.shift + cell.width / 2) * POINTS - (left + right) / 2
        y = bleed * POINTS - bottom
        operators.append(
            f"q {start * POINTS:.4f} 0 {(end - start) * POINTS:.4f} {height * POINTS:.4f} re W n"
            f" 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q"
        )
    page.obj.Resources = Dictionary(XObject=used)
    page.obj.Contents = sheet.make_stream("\n".join(operators).encode())
    whole = [float(edge) for edge in page.mediabox]
    margin = bleed * POINTS
    page.obj[Name.BleedBox] = Array(whole)
    page.trimbox = Array([margin, margin, whole[2] - margin, whole[3] - margin])
