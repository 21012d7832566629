"""Draw the fold proof: each side of a press PDF as a picture, with trim, folds, panels and safe zone."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from io import BytesIO

import pikepdf

from charterpress.languages.locales import load_locale
from charterpress.preflight.companions import proof_pages
from charterpress.preflight.geometry import Box, box_from
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.panels import page_title, panels_on
from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.ticket import Job
from charterpress.preflight.typesetting import set_pictures

RESOLUTION = 144.0
"""Pixels an inch: headings and text of 9 pt can be read."""
MOST_PIXELS = 2_400
"""How wide or high a picture may be, about; a poster is drawn smaller."""
_INCH = 25.4
_A4 = 303.0
"""The longer side of A4 with its bleed, in mm; around a larger sheet words and lines are larger."""
_NEAR = 0.5
"""How far panels and page may differ in width, in mm, and still be the same."""


@dataclass(frozen=True)
class _Boxes:
    """Hold what a page shows, what is left with the bleed, and what is left when it is cut."""

    whole: Box
    bleed: Box
    trim: Box


def draw_proof(done: Preflight, printer: Printer, job: Job, pdf: bytes) -> tuple[bytes, ...]:
    """Return a PNG for each page of a press PDF that can be read, at most the first eight."""
    sheet = printer.sheet(done.format)
    with pikepdf.open(BytesIO(pdf)) as file:
        number = len(file.pages)
        boxes = [_boxes(file.pages[at]) for at in range(proof_pages(number))]
    longest = max(max(page.bleed.width, page.bleed.height) for page in boxes)
    data = {
        "file": done.file.name,
        "sha256": done.sha256,
        "language": load_locale(job.language).english_name,
        "direction": job.direction,
        "safe": printer.safe_zone,
        "pages": [_page(page, at, number, sheet, job.direction) for at, page in enumerate(boxes)],
        "left-out": number - len(boxes),
        "scale": max(1.0, longest / _A4),
    }
    resolution = min(RESOLUTION, MOST_PIXELS / longest * _INCH)
    return tuple(map(_smaller, set_pictures("proof.typ", data, job.language, pdf, resolution)))


def _smaller(png: bytes) -> bytes:
    """Return a picture with 128 colours: it is there to be read, not to judge colours by, and goes by e-mail."""
    # Only who draws proofs waits for it.
    from PIL import Image  # noqa: PLC0415 - see above

    small = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            small, "PNG"
        )
    return small.getvalue()


def _boxes(page: pikepdf.Page) -> _Boxes:
    # Typst draws what the CropBox shows.
    whole = _box(page.cropbox) or _box(page.mediabox) or Box(0, 0, 1, 1)
    trim = _box(page.trimbox) or whole
    return _Boxes(whole, _box(page.obj.get("/BleedBox")) or trim, trim)


def _page(boxes: _Boxes, at: int, pages: int, sheet: Sheet | None, direction: str) -> dict[str, object]:
    """Return what the template needs of a page: boxes in mm from the left top of what Typst draws, and panels."""
    panels = panels_on(sheet, at, pages, direction)
    # Panels or pages one by one have no folds, whatever the sheet has.
    folded = abs(sum(panel.width for panel in panels) - boxes.trim.width) <= _NEAR
    return {
        "number": at + 1,
        "title": page_title(sheet if folded or not panels else None, at, pages),
        "whole": {"width": boxes.whole.width, "height": boxes.whole.height},
        "sheet": _inside(boxes.whole, boxes.bleed),
        "trim": _inside(boxes.whole, boxes.trim),
        "panels": [asdict(panel) for panel in panels] if folded else [],
    }


def _box(values: object) -> Box | None:
    return box_from(map(float, values)) if isinstance(values, pikepdf.Array) else None


def _inside(whole: Box, inner: Box) -> dict[str, float]:
    left, _, _, top = whole.margins(inner)
    return {"left": left, "top": top, "width": inner.width, "height": inner.height}
