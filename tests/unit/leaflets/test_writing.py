"""Test how lines of text in a page's content are read and written: what is not understood stays as it is."""

from __future__ import annotations

import pikepdf
import pytest

from charterpress.leaflets.codes import Codes
from charterpress.leaflets.lines import Line, Reader
from charterpress.leaflets.spelling import Speller

TEXTS = {1: "س", 2: "لا", 3: " ", 4: "م"}
"""What the codes of the font say; the second one, lam and alef, says two letters."""
WIDTHS = {1: 500.0, 2: 400.0, 3: 200.0, 4: 450.0}
PLACE = b"q 1 0 0 -1 10 20 cm/c0 cs 0 0 0 scn"
PLAIN = b" 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm<00040001>Tj"
JOINED = b"/ReversedChars BMC 0 Tr/f0 10 Tf 1 0 0 -1 3.5 0 Tm[(\\000\\004)-50(\\000\\002\\000\\001)]TJ\nEMC"
ODD = (
    PLAIN.replace(b"/f0", b"/f7"),
    PLAIN.replace(b" 0 Tr", b" 2 w"),
    PLAIN.replace(b"1 0 0 -1 0 0 Tm", b"0 1 -1 0 0 0 Tm"),
    b"/Span<</ActualText<FEFF0633>>>BDC" + PLAIN,
    JOINED.removesuffix(b"\nEMC"),
    JOINED + b"\nEMC",
)
"""A font that is not known, an operator that is not, text that is turned, marks that are not closed or closed twice."""


def codes() -> Codes:
    """Return the codes of the font."""
    return Codes(pikepdf.Dictionary(), dict(TEXTS), dict(WIDTHS), 5)


def page(*inside: bytes) -> bytes:
    """Return the content of a page that has these lines."""
    lines = b"".join(b"%s\nBT%s\nET\nQ\n" % (PLACE, each) for each in inside)
    return b"/P <</MCID 0>>BDC\n%sEMC" % lines


def spell(content: bytes, font: Codes) -> bytes:
    """Return the content of a page as it is written when all its letters say what they should."""
    return Speller().spell_page(list(Reader().read(content, {b"f0": font})))


def test_lines_are_found() -> None:
    """Each text object is a line, with its place; where each glyph says one letter it is plain."""
    parts = list(Reader().read(page(PLAIN, JOINED), {b"f0": codes()}))
    lines = [part for part in parts if isinstance(part, Line)]
    assert [(line.left, line.base, line.plain, len(line.shows)) for line in lines] == [
        (10.0, 20.0, True, 0),
        (10.0, 20.0, False, 1),
    ]
    [show] = lines[1].shows
    assert [(one.text, one.glyphs, one.places, one.end) for one in show.clusters] == [
        ("م", (4,), (0.0,), 450.0),
        ("لا", (2,), (50.0,), 450.0),
        ("س", (1,), (0.0,), 500.0),
    ]


def test_one_glyph_of_two_letters() -> None:
    """The last letter is said by the glyph, the one before by a blank over it; nothing else of the page changes."""
    font = codes()
    written = spell(page(PLAIN, JOINED), font)
    assert font.texts[5] == "\u0627"
    assert (font.texts[6], font.glyphs) == ("ل", {5: 2, 6: 3})
    new = b"/ReversedChars BMC 0 Tr/f0 10 Tf 1 0 0 -1 3.5 0 Tm[<0004>-50<0005>200<00060001>]TJ\nEMC"
    assert written == page(PLAIN, new)


@pytest.mark.parametrize("odd", ODD)
def test_what_is_not_understood_stays(odd: bytes) -> None:
    """A line that is written otherwise than Typst writes it is left alone, and so is its neighbour that is right."""
    content = page(odd, PLAIN)
    assert spell(content, codes()) == content
    assert sum(isinstance(part, Line) for part in Reader().read(content, {b"f0": codes()})) == 1


@pytest.mark.parametrize("text", ["سس", "سلا"])
def test_a_mark_that_stands_by_itself(text: str) -> None:
    """What the file says as one stays said as one where it has fewer letters than glyphs."""
    said = text.encode("utf-16-be").hex().upper().encode()
    inside = b"/Span<</ActualText<FEFF%s>>>BDC 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm<000400010002>Tj\nEMC" % said
    written = spell(page(inside), codes())
    assert (b"/ActualText<FEFF%s>" % said in written) == (len(text) < 3)
