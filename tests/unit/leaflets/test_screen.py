"""Test the screen PDF as its readers and their software meet it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.leaflet import Leaflet

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
Build = Callable[..., Charter]


def _texts(leaflet: Leaflet) -> list[str]:
    pages = pypdfium2.PdfDocument(leaflet.screen)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pages]


@pytest.mark.parametrize("sample", ["english", "arabic", "seventy"])
def test_is_accessible(sample: str, request: pytest.FixtureRequest) -> None:
    """An independent checker finds nothing against PDF/UA-1."""
    leaflet: Leaflet = request.getfixturevalue(sample)
    report = page_validation.validate_pdf_bytes(leaflet.screen, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert report.rules.total > 100


def test_checker_sees_faults(english: Leaflet) -> None:
    """The checker does find fault when the tags are taken away: it is no rubber stamp."""
    with pikepdf.open(BytesIO(english.screen)) as pdf:
        del pdf.Root.StructTreeRoot
        file = BytesIO()
        pdf.save(file)
    report = page_validation.validate_pdf_bytes(file.getvalue(), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert not report.is_compliant


def test_one_page_a_panel(english: Leaflet, seventy: Leaflet) -> None:
    """There are six pages: front, inside, flap, back, in that order."""
    for leaflet in (english, seventy):
        texts = _texts(leaflet)
        assert len(texts) == leaflet.pages == 6
        assert texts[0].startswith("What we expect from each other")
        assert "Who to ask" in texts[5]
        assert "charters.exampleton.example" in texts[5]


def test_language_and_title(english: Leaflet, arabic: Leaflet) -> None:
    """The file says its language and title."""
    for leaflet, language, title in (
        (english, "en", "What we expect from each other"),
        (arabic, "ar", "توقعات متبادلة"),
    ):
        pdf = pikepdf.open(BytesIO(leaflet.screen))
        assert str(pdf.Root.Lang) == language
        assert pdf.open_metadata()["dc:title"] == title
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_everything_is_said(english: Leaflet) -> None:
    """A promise stands with its deadline, hedge, exception, detail and examples."""
    text = " ".join(_texts(english)[1:5])
    said = [
        "We wrote this together.",
        "Four cornerstones",
        "Welcome and care: Every voice is heard.",
        "Respect and honesty",
        "What parents can expect from services",
        "ask before we share what you told us Exception: We may share it to keep a child safe.",
        "send you the papers Where possible. By when: 7 days. We count back from the meeting.",
        "You can ask for them in large print.",
        "the plan",
        "What services can expect from parents",
        "We value your time.",
        "What everyone does",
        "See the code of ethics.",
    ]
    places = [text.find(words) for words in said]
    assert -1 not in places, said[places.index(-1)]
    assert places == sorted(places)


def test_every_one_of_seventy(seventy: Leaflet) -> None:
    """A charter with 70 commitments shows them all, in order, at a size that can be read."""
    text = " ".join(_texts(seventy)[1:5])
    assert [int(number) for number in re.findall(r"No\. (\d+):", text)] == list(range(70))
    assert text.count("in your own") + text.count("listen to") >= 70
    assert seventy.size >= 8.5


def test_links_work(english: Leaflet) -> None:
    """Links lead on: to the page, to a note's source, to a mail program and a telephone."""
    pdf = pikepdf.open(BytesIO(english.screen))
    targets = {
        str(note.A.URI) for page in pdf.pages for note in page.obj.get("/Annots", pikepdf.Array()) if "/A" in note
    }
    assert targets == {
        "https://example.org/ethics",
        "https://charters.exampleton.example/charters/working-together/",
        "mailto:help@families.example",
        "tel:03001234567",
    }


def test_draft_is_marked(small: Build, set_leaflet: Typeset, english: Leaflet) -> None:
    """A draft translation says so on its front and on its back; a reviewed one does not."""
    leaflet, _ = set_leaflet(small(), draft=True)
    assert leaflet is not None
    texts = _texts(leaflet)
    for panel in (0, 5):
        assert "Draft translation. Please check with the English version." in texts[panel]
        assert "Draft" not in _texts(english)[panel]


def test_selection_is_named_as_one(small: Build, set_leaflet: Typeset) -> None:
    """A leaflet of some promises says so on its front, prints those and no others."""
    leaflet, findings = set_leaflet(small(), selection=frozenset({"consent", "time"}))
    assert leaflet is not None, findings
    texts = _texts(leaflet)
    assert "These are some of the promises. Read them all at charters.exampleton.example" in texts[0]
    inside = " ".join(texts[1:5])
    assert "ask before we share" in inside
    assert "We value your time." in inside
    assert "treat you with respect" not in inside


def test_room_that_is_left_is_for_notes(english: Leaflet) -> None:
    """A short charter leaves lines to write on instead of empty panels."""
    assert "My notes and questions" in " ".join(_texts(english)[2:5])


@pytest.mark.parametrize("commitments", [5, 32, 60])
def test_nothing_is_cut_off(commitments: int, long: Build, set_leaflet: Typeset) -> None:
    """Every letter stands inside its page, 5 mm from the edges."""
    leaflet, findings = set_leaflet(long(commitments))
    assert leaflet is not None, findings
    for page in pypdfium2.PdfDocument(leaflet.screen):
        text = page.get_textpage()
        width, height = page.get_size()
        letters = (at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
        boxes = [text.get_charbox(at) for at in letters]
        assert boxes or text.count_chars() == 0
        assert all(x0 > 14 and y0 > 14 and x1 < width - 14 and y1 < height - 14 for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize("commitments", [30, 33, 36])
def test_exception_stays_with_its_promise(commitments: int, excepted: Build, set_leaflet: Typeset) -> None:
    """A promise and its exception stand on the same panel, wherever the panel ends."""
    charter = excepted(commitments)
    leaflet, findings = set_leaflet(charter)
    assert leaflet is not None, findings
    texts = _texts(leaflet)
    for number in range(commitments):
        panel = next(text for text in texts if f"No. {number}:" in text)
        assert f"(c{number})" in panel


def test_latin_text_keeps_its_direction(small: Build, set_leaflet: Typeset) -> None:
    """Addresses and words not yet translated can be copied out of an Arabic leaflet in their order."""
    leaflet, findings = set_leaflet(small(), "ar")
    assert leaflet is not None, findings
    back = _texts(leaflet)[5]
    for words in ("Who to ask", "0300 123 4567", "help@families.example", "charters.exampleton.example/"):
        assert words in back
    title = pypdfium2.PdfDocument(leaflet.press[0].data)[0].get_textpage()
    found = title.search("Who to ask").get_next()
    assert found is not None
    lefts = [title.get_charbox(found[0] + at)[0] for at in range(found[1])]
    assert lefts == sorted(lefts)
