"""Judge PDF pictures: one page that draws, and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults

MOST_BYTES = 50_000_000
LEAST_SIDE, MOST_SIDE = 3.0, 6000.0
"""How small and how large a page may be, in points: from 1 mm to 2 m."""
_DOES_MORE = (
    ("/OpenAction", "does something when it is opened"),
    ("/AA", "does something when it is opened"),
    ("/AcroForm", "has a form to fill in"),
    ("/Collection", "has other files in it"),
    ("/OCProperties", "has layers that can be shown and hidden"),
)
_NAMED = (("/JavaScript", "has a script in it"), ("/EmbeddedFiles", "has other files in it"))
_SHOWING = "Tj TJ ' \""
_HINT = "Export the picture again as a plain PDF: one page, no layers, notes, scripts or password."


def check_sheet(data: bytes) -> tuple[Finding, ...]:
    """Return everything that a PDF picture should not have."""
    if len(data) > MOST_BYTES:
        message = f"the PDF has {len(data):,} bytes; the limit is {MOST_BYTES:,}"
        return (Finding("picture-too-large", message, "Make the pictures inside it smaller."),)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return tuple(_checked(pdf))
    except pikepdf.PasswordError:
        return (faults.unsafe("the PDF has a password", _HINT),)
    except (pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, RuntimeError):
        return (faults.corrupt("the PDF is damaged or was cut off"),)


def _checked(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    if pdf.is_encrypted:
        yield faults.unsafe("the PDF is locked", _HINT)
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    found = [what for key, what in _DOES_MORE if key in pdf.Root]
    found += [what for key, what in _NAMED if key in names]
    if len(pdf.pages) != 1:
        yield Finding(
            "picture-kind", f"the PDF has {len(pdf.pages)} pages, not one", "Export the page of the picture alone."
        )
        return
    page = pdf.pages[0]
    if "/Annots" in page.obj and len(page.obj.Annots):
        found.append("has links or notes on it")
    if "/AA" in page.obj:
        found.append("does something when it is opened")
    for what in dict.fromkeys(found):
        yield faults.unsafe(f"the PDF {what}", _HINT)
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = abs(right - left), abs(top - bottom)
    if not (LEAST_SIDE <= width <= MOST_SIDE and LEAST_SIDE <= height <= MOST_SIDE):
        message = f"the page of the PDF is {width / 72 * 25.4:.1f} x {height / 72 * 25.4:.1f} mm large"
        yield Finding("picture-kind", message, "Export the picture on a page of its own size.")
    else:
        yield from faults.check_shape(width, height)
    yield from _pictures_inside(pdf)
    if pdf.get_warnings() or pdf.check_pdf_syntax():
        yield faults.corrupt("the PDF is damaged or was cut off")
    elif _shows_text(pdf):
        yield faults.not_outlined()


def _pictures_inside(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image":
            width, height = int(one.get("/Width", 0)), int(one.get("/Height", 0))
            if width * height > faults.MOST_PIXELS:
                yield faults.too_large(width, height)


def _shows_text(pdf: pikepdf.Pdf) -> bool:
    """Tell whether the page, a form or a pattern shows text; a font that is only named is no matter."""
    streams = (one for one in pdf.objects if isinstance(one, pikepdf.Stream))
    drawn = (one for one in streams if one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1)
    holders: list[pikepdf.Object | pikepdf.Page] = [pdf.pages[0], *drawn]
    return any(pikepdf.parse_content_stream(holder, _SHOWING) for holder in holders)
