"""Find the outline boxes and the widths of letters in the fonts of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from charterpress.preflight.spaces import entry, name_of
from charterpress.preflight.streams import LARGEST, unpacked_size

Corners = tuple[float, float, float, float]
"""Left, bottom, right and top, in parts of the size of the text."""
Outline = Callable[[int], Corners | None]

_THOUSAND = 1000.0
_USUAL_WIDTH = 500.0
_TYPE3_UNIT = 0.001
_ASCENT, _DESCENT = 750.0, -250.0
"""What stands in for the measures of a font that gives none: those of Helvetica, rounded."""
_MOST_WIDTHS = 70_000


@dataclass(frozen=True)
class Glyph:
    """Hold how far a letter moves on, and the box of its outline; a space has none."""

    advance: float
    box: Corners | None


class Glyphs:
    """Know the letters of one font by their codes; `exact` tells whether boxes are those of outlines."""

    def __init__(self, font: pikepdf.Object) -> None:
        """Read the widths; the outlines are read when they are asked for."""
        below = entry(font, "/DescendantFonts")
        self.wide = isinstance(below, pikepdf.Array) and len(below) > 0
        inner = below[0] if isinstance(below, pikepdf.Array) and len(below) else font
        self._descriptor = entry(inner, "/FontDescriptor")
        self._widths = dict(_wide_widths(inner) if self.wide else _narrow_widths(font))
        missing = entry(inner, "/DW") if self.wide else entry(self._descriptor, "/MissingWidth")
        self._usual = _number(missing, _THOUSAND if self.wide else _USUAL_WIDTH)
        matrix = entry(font, "/FontMatrix")
        self._unit = _number(matrix[0], _TYPE3_UNIT) if isinstance(matrix, pikepdf.Array) and len(matrix) else 0.001
        plain = self.wide and name_of(entry(font, "/Encoding")) == "Identity-H"
        self._outline = _outline(inner, self._descriptor) if plain else None
        self.exact = self._outline is not None
        self._known: dict[int, Glyph] = {}

    def glyph(self, code: int) -> Glyph:
        """Return the letter of a code."""
        if (known := self._known.get(code)) is None:
            known = self._known[code] = self._find(code)
        return known

    def _find(self, code: int) -> Glyph:
        advance = self._widths.get(code, self._usual) * self._unit
        if self._outline is not None:
            try:
                return Glyph(advance, self._outline(code))
            except Exception:  # noqa: BLE001 - fontTools has no one error for a broken font
                self.exact = False
        if code == ord(" ") and not self.wide:
            return Glyph(advance, None)
        low = _number(entry(self._descriptor, "/Descent"), _DESCENT) or _DESCENT
        high = _number(entry(self._descriptor, "/Ascent"), _ASCENT) or _ASCENT
        return Glyph(advance, (0.0, low / _THOUSAND, advance, high / _THOUSAND))


def codes_of(text: bytes, *, wide: bool) -> Iterator[int]:
    """Yield the codes of a string: two bytes each in a font of several parts, else one."""
    if not wide:
        yield from text
        return
    for at in range(0, len(text) - 1, 2):
        yield text[at] << 8 | text[at + 1]


def _number(value: object, otherwise: float) -> float:
    try:
        return float(value)  # type: ignore[arg-type]  # what is no number raises TypeError
    except (TypeError, ValueError, ArithmeticError):
        return otherwise


def _narrow_widths(font: object) -> Iterator[tuple[int, float]]:
    first, widths = entry(font, "/FirstChar"), entry(font, "/Widths")
    if isinstance(first, int) and isinstance(widths, pikepdf.Array):
        for at, width in enumerate(list(widths)[:256]):
            yield first + at, _number(width, _USUAL_WIDTH)


def _wide_widths(font: object) -> Iterator[tuple[int, float]]:
    """Yield the widths by code; the list has two shapes of entries (ISO 32000-1, 9.7.4.3)."""
    found = entry(font, "/W")
    listed: list[object] = [*found][:_MOST_WIDTHS] if isinstance(found, pikepdf.Array) else []
    at = 0
    while at + 1 < len(listed):
        first, second = listed[at], listed[at + 1]
        if not isinstance(first, int):
            return
        if isinstance(second, pikepdf.Array):
            for step, width in enumerate(list(second)[:_MOST_WIDTHS]):
                yield first + step, _number(width, _THOUSAND)
            at += 2
        elif isinstance(second, int) and at + 2 < len(listed):
            for code in range(first, min(second, first + _MOST_WIDTHS) + 1):
                yield code, _number(listed[at + 2], _THOUSAND)
            at += 3
        else:
            return


def _outline(font: object, descriptor: object) -> Outline | None:
    """Return what gives the box of a code's outline, or None where the font is not there or of another kind."""
    try:
        for key, read in (("/FontFile2", _truetype), ("/FontFile3", _compact)):
            stream = entry(descriptor, key)
            if isinstance(stream, pikepdf.Stream) and unpacked_size(stream) <= LARGEST:
                return read(stream, _glyph_numbers(font))
    except Exception:  # noqa: BLE001 - fontTools has no one error for a broken font
        return None
    return None


def _glyph_numbers(font: object) -> Callable[[int], int]:
    mapped = entry(font, "/CIDToGIDMap")
    if not isinstance(mapped, pikepdf.Stream):
        return int
    table = mapped.read_bytes() if unpacked_size(mapped) <= LARGEST else b""
    return lambda code: int.from_bytes(table[2 * code : 2 * code + 2], "big")


def _truetype(stream: pikepdf.Stream, number: Callable[[int], int]) -> Outline:
    font = TTFont(BytesIO(stream.read_bytes()), lazy=True)
    glyphs, unit, order = font["glyf"], font["head"].unitsPerEm, font.getGlyphOrder()

    def outline(code: int) -> Corners | None:
        glyph = glyphs[order[number(code)]]
        if glyph.numberOfContours == 0:
            return None
        return (glyph.xMin / unit, glyph.yMin / unit, glyph.xMax / unit, glyph.yMax / unit)

    return outline


def _compact(stream: pikepdf.Stream, number: Callable[[int], int]) -> Outline:
    data = stream.read_bytes()
    if name_of(entry(stream, "/Subtype")) == "OpenType":
        font = TTFont(BytesIO(data), lazy=True)
        if "glyf" in font:
            return _truetype(stream, number)
        fonts = font["CFF "].cff
    else:
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    letters, names = top.CharStrings, top.charset
    by_code = hasattr(top, "ROS")

    def outline(code: int) -> Corners | None:
        # In a font that is ordered by codes, a name such as cid00042 says which one it is.
        bounds = letters[f"cid{code:05d}" if by_code and code else names[code]].calcBounds(letters)
        return None if bounds is None else tuple(part / _THOUSAND for part in bounds)

    return outline
