"""Take a PDF apart into what the checks look at."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from charterpress.preflight.geometry import Box, box_from
from charterpress.preflight.operators.interpreter import Interpreter
from charterpress.preflight.painted import Colour, Painted
from charterpress.preflight.spaces import entry
from charterpress.preflight.streams import Streams

MOST_PAGES = 400
"""How many pages are looked at; a leaflet has two, a booklet some dozens."""
_TURNED = (90, 270)

BROKEN = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RuntimeError,
    zlib.error,
)
"""What goes wrong where a file does not keep to the rules of PDF."""


@dataclass(frozen=True)
class Page:
    """Hold the boxes of a page, and what it paints; `number` counts from 1."""

    number: int
    obj: pikepdf.Object
    media: Box | None
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    turned: bool
    painted: Painted

    @property
    def edge(self) -> Box | None:
        """Return the box that is cut to, or the whole page where none is given."""
        return self.trim or self.crop or self.media

    @property
    def size(self) -> tuple[float, float] | None:
        """Return width and height in mm as the page is read."""
        edge = self.edge
        if edge is None:
            return None
        return (edge.height, edge.width) if self.turned else (edge.width, edge.height)


@dataclass(frozen=True)
class Subject:
    """Hold a PDF that is open, its bytes, and its pages."""

    pdf: pikepdf.Pdf
    data: bytes
    pages: tuple[Page, ...]
    more_pages: int = 0

    def colours(self, *, outside: bool = False) -> Iterator[tuple[Page, Colour, int]]:
        """Yield each colour with its page and how often it was painted; marks outside the bleed only when asked."""
        for page in self.pages:
            for colour, times in page.painted.colours.items():
                if outside or not colour.outside:
                    yield page, colour, times


def take_apart(pdf: pikepdf.Pdf, data: bytes) -> Subject:
    """Return the pages of a PDF with everything that they paint."""
    interpreter = Interpreter(Streams())
    number = len(pdf.pages)
    pages = tuple(_page(pdf.pages[at], at + 1, interpreter) for at in range(min(number, MOST_PAGES)))
    return Subject(pdf, data, pages, max(0, number - MOST_PAGES))


def _page(page: pikepdf.Page, number: int, interpreter: Interpreter) -> Page:
    media, crop = (_box(_inherited(page.obj, key)) for key in ("/MediaBox", "/CropBox"))
    bleed, trim = (_box(entry(page.obj, key)) for key in ("/BleedBox", "/TrimBox"))
    rotate = _inherited(page.obj, "/Rotate")
    turned = isinstance(rotate, int) and rotate % 360 in _TURNED
    edge = bleed or trim or crop or media or Box(0, 0, 0, 0)
    try:
        painted = interpreter.page(page, _inherited(page.obj, "/Resources"), edge)
    except BROKEN:
        painted = interpreter.painted
        painted.problems.add("the page is broken")
    return Page(number, page.obj, media, crop, bleed, trim, turned, painted)


def _inherited(obj: pikepdf.Object, key: str) -> object:
    """Return a value of a page, or of the nodes above it (ISO 32000-1, 7.7.3.4)."""
    node: object = obj
    for _ in range(20):
        found = entry(node, key)
        if found is not None or node is None:
            return found
        node = entry(node, "/Parent")
    return None


def _box(value: object) -> Box | None:
    try:
        return box_from(float(edge) for edge in value) if isinstance(value, pikepdf.Array) else None
    except BROKEN:
        return None


def pages_named(numbers: list[int]) -> str:
    """Return page numbers in words: 'page 2', 'pages 1, 2 and 5'; of many, the first five."""
    shown = [str(number) for number in dict.fromkeys(numbers)]
    if len(shown) == 1:
        return f"page {shown[0]}"
    if len(shown) > 5:  # noqa: PLR2004 - a line is read, not studied
        return f"pages {', '.join(shown[:5])} and {len(shown) - 5} more"
    return f"pages {', '.join(shown[:-1])} and {shown[-1]}"
