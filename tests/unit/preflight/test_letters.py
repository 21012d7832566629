"""The box and the width of a letter are read from the font, whatever kind of font it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

from charterpress.preflight.letters import Glyph, Glyphs, codes_of


def compact_font() -> bytes:
    """Return an OpenType font with CFF outlines; glyph 1 is a rectangle of 400 by 650."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = T2CharStringPen(600, None)
    pen.moveTo((50, -50))
    pen.lineTo((50, 600))
    pen.lineTo((450, 600))
    pen.lineTo((450, -50))
    pen.closePath()
    empty = T2CharStringPen(600, None)
    builder.setupCFF("Square", {}, {".notdef": empty.getCharString(), "A": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


@pytest.fixture
def pdf() -> Iterator[Pdf]:
    """Return an empty PDF to put fonts in."""
    with pikepdf.new() as new:
        yield new


@pytest.fixture
def wide(pdf: Pdf) -> Callable[..., pikepdf.Object]:
    """Return what makes a font of two bytes a letter from the bytes of a font file."""

    def font(key: str, data: bytes, subtype: str | None = None, order: pikepdf.Object | None = None) -> pikepdf.Object:
        stream = pdf.make_stream(data)
        if subtype is not None:
            stream.Subtype = Name(f"/{subtype}")
        descriptor = Dictionary(Ascent=800, Descent=-200)
        descriptor[key] = stream
        inner = Dictionary(FontDescriptor=descriptor, W=Array([1, Array([600])]), DW=1000)
        if order is not None:
            inner.CIDToGIDMap = order
        return Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]))

    return font


def test_compact_outlines(wide: Callable[..., pikepdf.Object]) -> None:
    """A CFF outline is found in an OpenType file and in a bare table; a letter without outline has no box."""
    whole = compact_font()
    bare = TTFont(BytesIO(whole)).getTableData("CFF ")
    for font in (wide("/FontFile3", whole, "OpenType"), wide("/FontFile3", bare, "CIDFontType0C")):
        glyphs = Glyphs(font)
        assert glyphs.glyph(1) == Glyph(0.6, (0.05, -0.05, 0.45, 0.6))
        assert glyphs.glyph(0) == Glyph(1.0, None)
        assert glyphs.exact


@pytest.mark.parametrize("data", [b"", b"no font", compact_font()[:200]])
@pytest.mark.parametrize("key", ["/FontFile2", "/FontFile3"])
def test_a_broken_font(wide: Callable[..., pikepdf.Object], key: str, data: bytes) -> None:
    """Of a font that can't be read, the heights that the file gives are taken, and that is said."""
    glyphs = Glyphs(wide(key, data))
    assert glyphs.glyph(1) == Glyph(0.6, (0.0, -0.2, 0.6, 0.8))
    assert not glyphs.exact


def test_a_letter_that_is_not_in_the_font(wide: Callable[..., pikepdf.Object]) -> None:
    """A code beyond the last letter takes the heights of the font."""
    glyphs = Glyphs(wide("/FontFile3", compact_font(), "OpenType"))
    assert glyphs.glyph(9_999) == Glyph(1.0, (0.0, -0.2, 1.0, 0.8))
    assert not glyphs.exact


def test_letters_by_another_order(pdf: Pdf, wide: Callable[..., pikepdf.Object], square: bytes) -> None:
    """A table in the file can say which outline a code has."""
    order = pdf.make_stream(bytes([0, 0, 0, 0, 0, 0, 0, 1]))
    glyphs = Glyphs(wide("/FontFile2", square, order=order))
    assert glyphs.glyph(3).box == (0.0, 0.0, 0.5, 0.7)
    assert glyphs.glyph(1).box is None


def test_a_font_of_one_byte_a_letter() -> None:
    """Widths count from the first letter; others have the width for what is missing; a space has no box."""
    descriptor = Dictionary(Ascent=700, Descent=-100, MissingWidth=250)
    font = Dictionary(Subtype=Name.TrueType, FirstChar=65, Widths=Array([500, 700]), FontDescriptor=descriptor)
    glyphs = Glyphs(font)
    assert glyphs.glyph(66).box == pytest.approx((0.0, -0.1, 0.7, 0.7))
    assert glyphs.glyph(97).advance == 0.25
    assert glyphs.glyph(32).box is None
    assert (glyphs.wide, glyphs.exact) == (False, False)


@pytest.mark.parametrize(
    ("widths", "code", "advance"),
    [
        ([1, [600, 700]], 2, 0.7),
        ([5, 9, 300], 7, 0.3),
        ([1, [600], 5, 9, 300], 9, 0.3),
        ([5, 9, 300], 10, 1.0),
        ([5], 5, 1.0),
        ([5, 9], 5, 1.0),
        ([Name.X, 9, 300], 5, 1.0),
        ([1, [Name.X]], 1, 1.0),
        ([0, 10**9, 300], 60_000, 0.3),
    ],
)
def test_lists_of_widths(widths: list[object], code: int, advance: float) -> None:
    """Both shapes of entries are read; nonsense and endless ranges are passed over."""
    inner = Dictionary(W=Array([Array(each) if isinstance(each, list) else each for each in widths]))
    assert Glyphs(Dictionary(DescendantFonts=Array([inner]))).glyph(code).advance == pytest.approx(advance)


def test_codes() -> None:
    """A string has a code a byte, or one in two; half a code at the end is none."""
    assert list(codes_of(b"\x01\x02\x03", wide=False)) == [1, 2, 3]
    assert list(codes_of(b"\x01\x02\x03", wide=True)) == [0x0102]
