"""Test the press PDF as a print shop's preflight would."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from charterpress.leaflets.colours import press_palette
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.settings import LeafletSettings

MM = 72 / 25.4
COLOURS_OF_OTHER_SPACES = {"g", "G", "rg", "RG", "sc", "SC", "sh"}
IMAGES = {"BI", "INLINE IMAGE"}


def _sheets(leaflet: Leaflet) -> bytes:
    [file] = leaflet.press
    assert file.holds == "sheets"
    return file.data


def _open(leaflet: Leaflet) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(_sheets(leaflet)))


def _operators(holder: pikepdf.Object | pikepdf.Page) -> Iterator[tuple[str, tuple[pikepdf.Object, ...]]]:
    for instruction in pikepdf.parse_content_stream(holder):
        yield str(instruction.operator), tuple(instruction.operands)
    resources = holder.get("/Resources", pikepdf.Dictionary())
    for form in resources.get("/XObject", pikepdf.Dictionary()).values():
        assert form.Subtype == "/Form"
        yield from _operators(form)


def _fonts(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    resources = holder.get("/Resources", pikepdf.Dictionary())
    yield from resources.get("/Font", pikepdf.Dictionary()).values()
    for form in resources.get("/XObject", pikepdf.Dictionary()).values():
        yield from _fonts(form)


@pytest.fixture(params=["english", "arabic", "seventy"])
def leaflet(request: pytest.FixtureRequest) -> Leaflet:
    """Return each sample in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Leaflet)
    return found


def test_boxes(leaflet: Leaflet) -> None:
    """Each side is trimmed to A4 across, bleeds 3 mm, and has room for marks around it."""
    pages = _open(leaflet).pages
    assert len(pages) == 2
    for page in pages:
        trim = [float(edge) / MM for edge in page.trimbox]
        bleed = [float(edge) / MM for edge in page.obj.BleedBox]
        media = [float(edge) / MM for edge in page.mediabox]
        assert trim[2] - trim[0] == pytest.approx(297, abs=0.02)
        assert trim[3] - trim[1] == pytest.approx(210, abs=0.02)
        assert [abs(a - b) for a, b in zip(trim, bleed, strict=True)] == pytest.approx([3] * 4, abs=0.02)
        assert all(abs(a - b) >= 6 for a, b in zip(bleed, media, strict=True))


def test_only_cmyk(leaflet: Leaflet) -> None:
    """Nothing is painted in another colour space than CMYK; only the marks use all inks at once."""
    spaces = set()
    painted = 0
    for page in _open(leaflet).pages:
        for operator, operands in _operators(page.obj):
            assert operator not in COLOURS_OF_OTHER_SPACES | IMAGES
            painted += operator in {"k", "K"}
            if operator in {"cs", "CS"}:
                spaces.add(str(operands[0]))
        assert page.obj.Resources.ColorSpace.Registration[1] == "/All"
    assert painted
    assert spaces == {"/Registration"}


def test_text_inks(leaflet: Leaflet) -> None:
    """Text is 100 % black and no other ink, so no plate can shift against it; headings are in a colour."""
    inks = []
    pdf = _open(leaflet)
    for page in pdf.pages:
        ink: tuple[float, ...] = ()
        saved: list[tuple[float, ...]] = []
        for operator, operands in _operators(page.obj):
            if operator == "q":
                saved.append(ink)
            elif operator == "Q":
                ink = saved.pop()
            elif operator == "k":
                ink = tuple(round(float(part), 2) for part in operands)
            elif operator == "TJ":
                inks.append(ink)
    palette = press_palette(LeafletSettings("Exampleton Council"))
    assert list(palette.ink) == [0, 0, 0, 1]
    assert inks.count((0, 0, 0, 1)) > len(inks) / 2
    assert set(inks) <= {palette.ink, palette.paper, palette.brand, palette.accent}


def test_fonts_are_embedded(leaflet: Leaflet) -> None:
    """Every font is in the file, as a subset."""
    pdf = _open(leaflet)
    fonts = [font for page in pdf.pages for font in _fonts(page.obj)]
    assert fonts
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "+" in str(descriptor.FontName)
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_nothing_for_the_screen(leaflet: Leaflet) -> None:
    """There are no annotations, scripts, outlines or transparency groups."""
    pdf = _open(leaflet)
    for page in pdf.pages:
        assert not {"/Annots", "/AA", "/Group"} & set(page.obj.keys())
    assert not {"/AcroForm", "/OpenAction", "/Outlines", "/Names", "/StructTreeRoot"} & set(pdf.Root.keys())


def test_output_intent(leaflet: Leaflet) -> None:
    """The file says for which printing condition it is made, and carries that profile."""
    pdf = _open(leaflet)
    [intent] = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile
    data = profile.read_bytes()
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert profile.N == 4
    assert data[12:16] == b"prtr"
    assert data[16:20] == b"CMYK"
    assert data[36:40] == b"acsp"
    assert len(data) < 700_000


def test_metadata(leaflet: Leaflet) -> None:
    """The file names PDF/X-4, a title, an identity, its dates, and that it is not trapped."""
    pdf = _open(leaflet)
    metadata = pdf.open_metadata()
    assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert metadata["pdf:Trapped"] == "False"
    assert metadata["dc:title"]
    assert metadata["xmpMM:DocumentID"].startswith("uuid:")
    assert metadata["xmpMM:VersionID"] == "1"
    assert metadata["xmpMM:RenditionClass"] == "default"
    assert all(metadata[key] for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"))
    assert pdf.docinfo.Trapped == "/False"
    assert pdf.pdf_version == "1.6"
    assert "/ID" in pdf.trailer


def _words_at(leaflet: Leaflet, side: int, words: str) -> float:
    """Return how far from the left trim edge, in mm, words start on a side."""
    document = pypdfium2.PdfDocument(_sheets(leaflet))
    page = document[side]
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, f"'{words}' is not on side {side + 1}"
    return float(text.get_charbox(found[0])[0] - page.get_trimbox()[0]) / MM


def test_fold_order_left_to_right(english: Leaflet) -> None:
    """Outside, the front is on the right, the back in the middle; the inside starts on the left."""
    assert 197 < _words_at(english, 0, "A promise between") < 297
    assert 97 < _words_at(english, 0, "Who to ask") < 197
    assert 0 < _words_at(english, 1, "We wrote this") < 100


def test_fold_order_right_to_left(arabic: Leaflet) -> None:
    """Outside, the front is on the left, the back in the middle; the inside starts on the right."""
    assert 0 < _words_at(arabic, 0, "توقعات") < 100
    assert 100 < _words_at(arabic, 0, "About this leaflet") < 200
    assert 197 < _words_at(arabic, 1, "SEND") < 297


@pytest.mark.parametrize("sample", ["english", "arabic", "seventy"])
def test_text_keeps_clear_of_edges_and_folds(sample: str, request: pytest.FixtureRequest) -> None:
    """No letter stands nearer than 5 mm to a cut edge or to a fold."""
    leaflet: Leaflet = request.getfixturevalue(sample)
    folds = [(97, 197), (100, 200)] if sample != "arabic" else [(100, 200), (97, 197)]
    letters = 0
    for page, inner in zip(pypdfium2.PdfDocument(_sheets(leaflet)), folds, strict=True):
        text = page.get_textpage()
        left, bottom, _, _ = page.get_trimbox()
        for at in range(text.count_chars()):
            if not text.get_text_range(at, 1).strip():
                continue
            x0, y0, x1, y1 = text.get_charbox(at)
            letters += 1
            assert min(y0 - bottom, 210 * MM - (y1 - bottom)) / MM >= 5
            for line in (0, *inner, 297):
                assert (x1 - left) / MM <= line - 5 or (x0 - left) / MM >= line + 5
    assert letters > 300


def test_marks_stand_outside_the_bleed(english: Leaflet) -> None:
    """Crop marks and dashed fold marks are drawn outside the bleed, at the trim and at the folds."""
    pdf = _open(english)
    page = pdf.pages[0]
    trim = [float(edge) for edge in page.trimbox]
    drawn = [one for one in pikepdf.parse_content_stream(page.obj) if str(one.operator) in {"m", "l"}]
    points = [(float(one.operands[0]), float(one.operands[1])) for one in drawn]
    assert len(points) == 2 * (8 + 4)
    for x, y in points:
        outside = max(trim[0] - x, x - trim[2], trim[1] - y, y - trim[3]) / MM
        assert outside > 3
    across = {round((x - trim[0]) / MM) for x, y in points if y < trim[1] or y > trim[3]}
    assert across >= {0, 97, 197, 297}
