"""Place panels on the sheet in the order in which it folds."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from charterpress.leaflets.formats.shapes import Folded, Side

POINTS = 72 / 25.4
"""Points in a millimetre."""


def impose(pages: bytes, shape: Folded, direction: str) -> bytes:
    """Return the sheet's sides as PDF pages of trim size plus bleed, from panels in reading order."""
    with pikepdf.open(BytesIO(pages)) as source, pikepdf.new() as sheet:
        for side in shape.sides_for(direction):
            _add_side(sheet, source, side, shape)
        file = BytesIO()
        sheet.save(file, static_id=True)
        return file.getvalue()


def _add_side(sheet: pikepdf.Pdf, source: pikepdf.Pdf, side: Side, shape: Folded) -> None:
    bleed, height = shape.bleed, shape.page_height + 2 * shape.bleed
    page = sheet.add_blank_page(page_size=((side.width + 2 * bleed) * POINTS, height * POINTS))
    forms = Dictionary()
    operators = []
    for cell, left in side.placed:
        panel = source.pages[cell.page]
        trim = [float(edge) for edge in panel.trimbox]
        # The form takes the box of the trim, so it is widened to keep what bleeds.
        panel.trimbox = panel.mediabox
        name = f"/Panel{cell.page + 1}"
        forms[name] = sheet.copy_foreign(panel.as_form_xobject())
        # Inner edges are cut at the fold; only edges of the sheet keep their bleed.
        start = left if left == 0 else left + bleed
        end = left + cell.width + bleed + (bleed if left + cell.width >= side.width else 0)
        x = (left + bleed - (shape.page_width - cell.width) / 2) * POINTS - trim[0]
        y = bleed * POINTS - trim[1]
        operators.append(
            f"q {start * POINTS:.4f} 0 {(end - start) * POINTS:.4f} {height * POINTS:.4f} re W n"
            f" 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q"
        )
    page.obj.Resources = Dictionary(XObject=forms)
    page.obj.Contents = sheet.make_stream("\n".join(operators).encode())
    whole = [float(edge) for edge in page.mediabox]
    margin = bleed * POINTS
    page.obj[Name.BleedBox] = Array(whole)
    page.trimbox = Array([margin, margin, whole[2] - margin, whole[3] - margin])
