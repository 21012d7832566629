"""Test the booklet: its pages, how they stand on sheets, and how sheets lie in one another."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.formats.shapes import Side, Stitched
from charterpress.leaflets.imposition import impose, one_by_one, spreads
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.shop import PrintShop

MM = 72 / 25.4

Build = Callable[..., Charter]
Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]


def _pages(side: Side) -> list[int]:
    return [cell.page + 1 for cell in side.cells]


def _made(charter: Charter, set_leaflet: Typeset, locale: str = "en", **options: object) -> Leaflet:
    leaflet, findings = set_leaflet(charter, locale, shape="booklet", **options)
    assert leaflet is not None, findings
    return leaflet


def _shape() -> Stitched:
    shape = find_format("booklet")
    assert isinstance(shape, Stitched)
    return shape


def _text(data: bytes, page: int) -> str:
    return " ".join(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range().split())


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("ltr", [[8, 1], [2, 7], [6, 3], [4, 5]]),
        ("rtl", [[1, 8], [7, 2], [3, 6], [5, 4]]),
    ],
)
def test_order_of_pages(direction: str, expected: list[list[int]]) -> None:
    """The last page stands beside the first one, and the fold is on the right where reading starts there."""
    assert [_pages(side) for side in spreads(8, 148, direction, 0.1)] == expected


@pytest.mark.parametrize("pages", [4, 8, 16, 64])
def test_every_page_has_its_back(pages: int) -> None:
    """Each page is there once, and behind an odd page stands the next one: sheets are turned over the short edge."""
    sides = spreads(pages, 148, "ltr", 0.1)
    assert sorted(page for side in sides for page in _pages(side)) == list(range(1, pages + 1))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        (last, first), (second, before_last) = _pages(front), _pages(back)
        assert (second, last) == (first + 1, before_last + 1)


@pytest.mark.parametrize("pages", [1, 2, 6, 15])
def test_only_whole_sheets(pages: int) -> None:
    """A number of pages that leaves a sheet half empty is a fault of the caller."""
    with pytest.raises(ValueError, match="sheets have four"):
        spreads(pages, 148, "ltr", 0.1)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_creep(direction: str) -> None:
    """The further in a sheet lies, the nearer to the fold its pages are printed; the outermost stay where they are."""
    sides = spreads(12, 148, direction, 0.13)
    assert [cell.shift for side in sides[:2] for cell in side.cells] == [0, 0, 0, 0]
    for sheet in (1, 2):
        for side in sides[2 * sheet : 2 * sheet + 2]:
            assert [cell.shift for cell in side.cells] == pytest.approx([sheet * 0.13, -sheet * 0.13])


def test_creep_moves_what_is_printed(small: Build, set_leaflet: Typeset) -> None:
    """On the press PDF the pages of an inner sheet do stand nearer to the fold, by the thickness of the paper."""
    pages = _made(small(), set_leaflet).press[1].data
    number = len(pikepdf.open(BytesIO(pages)).pages)
    thin, thick = (impose(pages, spreads(number, 148, "ltr", caliper), 3.0) for caliper in (0.0, 0.5))

    def lefts(data: bytes) -> list[list[float]]:
        with pikepdf.open(BytesIO(data)) as pdf:
            placed = [list(pikepdf.parse_content_stream(page)) for page in pdf.pages]
        return [[float(one.operands[4]) / MM for one in page if str(one.operator) == "cm"] for page in placed]

    moved = [
        [b - a for a, b in zip(one, other, strict=True)] for one, other in zip(lefts(thin), lefts(thick), strict=True)
    ]
    assert moved[0] == pytest.approx([0, 0])
    assert moved[2] == pytest.approx([0.5, -0.5], abs=0.001)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_pages_fill_sheets(locale: str, small: Build, long: Build, set_leaflet: Typeset) -> None:
    """The number of pages is a multiple of four, on the screen and in print, and what is over is for notes."""
    for charter in (small(), long(40), long(90)):
        leaflet = _made(charter, set_leaflet, locale)
        assert leaflet.pages % 4 == 0
        sheets, single = (len(pikepdf.open(BytesIO(file.data)).pages) for file in leaflet.press)
        assert (sheets, single) == (leaflet.pages // 2, leaflet.pages)
        assert _shape().size <= leaflet.size <= _shape().largest


def test_larger_text_takes_no_more_paper(long: Build, set_leaflet: Typeset) -> None:
    """Text is as large as the sheets allow: in the next size it would need another one, or it is the largest."""
    sizes = set()
    for number in (20, 45, 70, 95):
        leaflet = _made(long(number), set_leaflet)
        sizes.add(leaflet.size)
    assert len(sizes) > 1
    assert min(sizes) >= 12


def test_first_and_last_page(small: Build, set_leaflet: Typeset) -> None:
    """The cover has the title, page two says what is inside and where, the back has the code to scan."""
    leaflet = _made(small(), set_leaflet, draft=True)
    cover, inside, back = (_text(leaflet.screen, page) for page in (0, 1, leaflet.pages - 1))
    assert "What we expect from each other" in cover
    assert "Draft translation." in cover
    assert "What is inside" in inside
    assert "Respect and honesty" in inside
    assert "Exampleton Council" in back
    assert "charters.exampleton.example" in back


@pytest.mark.parametrize("locale", ["en", "ar", "bn", "cy", "pa"])
def test_is_accessible(locale: str, small: Build, set_leaflet: Typeset) -> None:
    """An independent checker, with more than a hundred rules, finds nothing against PDF/UA-1."""
    leaflet = _made(small(), set_leaflet, locale, draft=True)
    report = page_validation.validate_pdf_bytes(leaflet.screen, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_everything_is_in_it(long: Build, set_leaflet: Typeset) -> None:
    """Each promise is there once: a booklet leaves nothing out."""
    leaflet = _made(long(60), set_leaflet)
    said = " ".join(_text(leaflet.screen, page) for page in range(leaflet.pages))
    assert [said.count(f"No. {number}:") for number in range(60)] == [1] * 60


def test_panels_one_by_one() -> None:
    """One by one, pages stand in reading order, each in its own width."""
    sides = one_by_one([100, 97])
    assert [(side.cells[0].page, side.width, side.folds) for side in sides] == [(0, 100, ()), (1, 97, ())]


def test_too_thick_to_staple(long: Build, set_leaflet: Typeset) -> None:
    """A booklet of more sheets than staples hold is a finding that says how many pages it has."""
    leaflet, findings = set_leaflet(long(900, words=30), shape="booklet")
    assert leaflet is None
    [finding] = findings
    assert finding.rule == "leaflet-too-thick"
    assert "64 are the most" in finding.message
    assert "booklet" in finding.hint


def test_a_word_wider_than_the_page(small: Build, set_leaflet: Typeset) -> None:
    """A word that no line holds stops the booklet; it is named, not cut."""
    word = "m" * 90
    leaflet, findings = set_leaflet(small(introduction=[f"We say {word}."]), shape="booklet")
    assert leaflet is None
    assert [finding.rule for finding in findings] == ["leaflet-wide-word"]
    assert word in findings[0].message


def test_thick_paper_leaves_no_white_edge(long: Build, set_leaflet: Typeset) -> None:
    """However far the pages of the innermost sheet move, colour reaches over the cut on both sides."""
    leaflet = _made(long(90), set_leaflet, shop=PrintShop(caliper=1.0))
    with pypdfium2.PdfDocument(leaflet.press[0].data) as document:
        assert len(document) >= 8
        drawn = document[len(document) - 1].render(scale=MM).to_pil().convert("RGB")
    # A millimetre is about eight pixels. Marks have 10 mm, then the bleed begins; each page has a band at its top.
    near = round(10.5 * MM * MM)
    for x in (near, drawn.width - near):
        assert drawn.getpixel((x, near)) != (255, 255, 255)


def test_cover_and_back_are_no_smaller_than_the_text(small: Build, set_leaflet: Typeset) -> None:
    """What stands on the cover and the back can be read by those who chose the booklet for its size."""
    document = pypdfium2.PdfDocument(_made(small(), set_leaflet, draft=True).screen)
    for page in (document[0], document[len(document) - 1]):
        text = page.get_textpage()
        letters = [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        assert letters
        assert min(pdfium.FPDFText_GetFontSize(text, at) for at in letters) >= _shape().size - 0.01
