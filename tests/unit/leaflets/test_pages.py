"""Test the formats whose text flows over pages: the whole charter on A4 pages, and in large print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.formats.shapes import Flowing
from charterpress.leaflets.leaflet import Leaflet

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
Build = Callable[..., Charter]

FORMATS = ("sheet", "large-print")
MM = 72 / 25.4
MORE = {
    "definitions": [{"id": "plan", "term": "Plan", "meaning": "A paper that says what happens next."}],
    "acknowledgements": ["We thank all who helped."],
    "appendices": [
        {
            "id": "ladder",
            "title": "The ladder",
            "body": ["There are two steps.", {"lead_in": "They are:", "items": ["low", "high"]}],
            "ladder": [
                {"id": "told", "title": "Told", "meaning": "People are told about a [plan](#plan)."},
                {"id": "asked", "title": "Asked", "meaning": "People are asked."},
            ],
        }
    ],
    "protocols": {
        "id": "ways",
        "title": "How we will do this",
        "introduction": "We agreed on this. See [the ladder](#ladder).",
        "items": [
            {
                "id": "talk",
                "title": "Clear talk",
                "by": "services",
                "to": "parents",
                "lead_in": "This means:",
                "commitments": [{"id": "plain", "text": "We use *plain* words."}],
            }
        ],
    },
    "parties": [
        {"id": "services", "name": "Services", "meaning": "The council and its partners."},
        {"id": "parents", "name": "Parents"},
    ],
}


@pytest.fixture(params=FORMATS)
def shape(request: pytest.FixtureRequest) -> Flowing:
    """Return each format in turn."""
    found = find_format(request.param)
    assert isinstance(found, Flowing)
    return found


@pytest.fixture
def make(set_leaflet: Typeset) -> Callable[..., Leaflet]:
    """Return what sets a charter that can be set."""

    def made(charter: Charter, shape: Flowing, locale: str = "en", **more: object) -> Leaflet:
        leaflet, findings = set_leaflet(charter, locale, shape=shape.name, **more)
        assert leaflet is not None, findings
        assert findings == ()
        return leaflet

    return made


Make = Callable[..., Leaflet]


def _text(leaflet: Leaflet) -> str:
    pages = pypdfium2.PdfDocument(leaflet.screen)
    return " ".join(re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pages)


def _letters(leaflet: Leaflet) -> Iterator[tuple[float, tuple[float, float, float, float], tuple[float, float]]]:
    """Yield of each letter its size in points, its box, and the size of its page."""
    for page in pypdfium2.PdfDocument(leaflet.screen):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                yield pdfium.FPDFText_GetFontSize(text, at), text.get_charbox(at), page.get_size()


def test_all_of_a_charter_is_there(small: Build, make: Make, shape: Flowing) -> None:
    """Everything that a charter says is on the pages, in the order of its page on the web."""
    text = _text(make(small(**MORE), shape))
    said = [
        "Exampleton Council",
        "What we expect from each other",
        "A promise between parents and children's services",
        "We wrote this together. It says what each of us can expect.",
        "Four cornerstones",
        "Welcome and care: Every voice is heard.",
        "Respect and honesty",
        "Respect goes both ways.",
        "What parents can expect from services",
        "Who does this: Services",
        "We will:",
        "ask before we share what you told us Exception: We may share it to keep a child safe.",
        "send you the papers Where possible. By when: 7 days. We count back from the meeting.",
        "You can ask for them in large print. For example:",
        "the plan",
        "the report",
        "What services can expect from parents",
        "Who does this: Parents",
        "We value your time.",
        "How we will do this",
        "We agreed on this. See the ladder.",
        "Clear talk",
        "This means:",
        "We use plain words.",
        "What everyone does",
        "Be honest.",
        "The ladder",
        "There are two steps.",
        "They are:",
        "Told: People are told about a plan.",
        "Asked: People are asked.",
        "Who is who",
        "Services: The council and its partners.",
        "Words we use",
        "Plan: A paper that says what happens next.",
        "Thanks",
        "We thank all who helped.",
        "See the code of ethics. example.org/ethics",
        "Who to ask",
        "Family helpline",
        "0300 123 4567",
        "help@families.example",
        "charters.exampleton.example/",
        "Based on Mutual Expectations by The Family Alliance.",
        "Published by Families First.",
        "Version 1.2",
        "Agreed on 1 May 2024",
    ]
    places: list[int] = []
    for words in said:
        places.append(text.find(words, places[-1] if places else 0))
        assert places[-1] >= 0, words
    assert "Draft" not in text


@pytest.mark.parametrize("locale", ["en", "ar", "bn", "cy", "pa"])
def test_is_accessible(locale: str, small: Build, make: Make, shape: Flowing) -> None:
    """An independent checker finds nothing against PDF/UA-1, and the file says its language and title."""
    leaflet = make(small(**MORE), shape, locale, draft=True)
    report = page_validation.validate_pdf_bytes(leaflet.screen, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    pdf = pikepdf.open(BytesIO(leaflet.screen))
    assert str(pdf.Root.Lang).partition("-")[0] == locale
    assert pdf.open_metadata()["dc:title"] == "What we expect from each other"
    assert len(pdf.pages) == leaflet.pages
    assert leaflet.press == ()
    assert "Draft translation." in _text(leaflet)


def test_links_lead_on(small: Build, make: Make, shape: Flowing) -> None:
    """Links to the web, to a telephone and to a mail program work, and those to other parts stay in the file."""
    pdf = pikepdf.open(BytesIO(make(small(**MORE), shape).screen))
    notes = [note for page in pdf.pages for note in page.obj.get("/Annots", pikepdf.Array())]
    assert {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A} == {
        "https://example.org/ethics",
        "https://charters.exampleton.example/charters/working-together/",
        "mailto:help@families.example",
        "tel:03001234567",
    }
    inside = [note for note in notes if "/Dest" in note or ("/A" in note and note.A.S == "/GoTo")]
    assert len(inside) == 3, "the call of the note, the term and the appendix"


@pytest.mark.parametrize("commitments", [3, 70])
def test_text_keeps_its_size_and_its_place(commitments: int, long: Build, make: Make, shape: Flowing) -> None:
    """However long a charter is, no letter is smaller than the format says or stands outside its margins."""
    leaflet = make(long(commitments), shape)
    least = shape.size if not shape.smaller else 0.7 * shape.size
    number = 0
    for size, (left, bottom, right, top), (width, height) in _letters(leaflet):
        number += 1
        assert size >= least - 0.01
        assert left >= shape.side_margin * MM - 2
        assert right <= width - shape.side_margin * MM + 2
        assert bottom >= 10 * MM
        assert top <= height - shape.top_margin * MM + 4
    assert number > 1_000
    assert leaflet.pages > (1 if commitments == 3 else 4)


def test_no_word_is_split(small: Build, make: Make, shape: Flowing) -> None:
    """A word with a hyphen stands on one line, wherever it comes."""
    charter = small(title="The Four Cornerstones of Co-production", introduction=["Plan well-being. " * 60])
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(make(charter, shape).screen))
    assert text.count("well-being.") == 60
    assert "Co-production" in text


def test_large_print_is_never_slanted(small: Build, make: Make) -> None:
    """Emphasis in large print is bold; on A4 pages it may slant."""
    for name, slanted in (("sheet", True), ("large-print", False)):
        pdf = pikepdf.open(BytesIO(make(small(**MORE), find_format(name)).screen))
        fonts = {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()
        }
        assert fonts
        assert any("Italic" in font for font in fonts) is slanted


def test_every_page_has_its_number_in_the_digits_of_the_language(long: Build, make: Make, shape: Flowing) -> None:
    """A page in Bengali says in Bengali digits which one it is, and how many there are."""
    leaflet = make(long(40), shape, "bn")
    digits = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
    for at, page in enumerate(pypdfium2.PdfDocument(leaflet.screen), 1):
        assert f"{at} / {leaflet.pages}".translate(digits) in page.get_textpage().get_text_range()


def test_right_to_left_is_mirrored(small: Build, make: Make, shape: Flowing) -> None:
    """Lines of an Arabic charter start at the right edge."""
    leaflet = make(small(title="توقعات متبادلة", summary="ما يتوقعه كل طرف."), shape, "ar")
    text = pypdfium2.PdfDocument(leaflet.screen)[0].get_textpage()
    found = text.search("توقعات").get_next()
    assert found is not None
    edge = (shape.page_width - shape.side_margin) * MM
    assert max(text.get_charbox(found[0] + at)[2] for at in range(found[1])) > edge - 6


def test_a_promise_stays_with_its_exception(excepted: Build, make: Make, shape: Flowing) -> None:
    """A promise and its exception stand on the same page, and no heading stands alone at the end of one."""
    charter = excepted(40)
    leaflet = make(charter, shape)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(leaflet.screen)]
    for number in range(40):
        page = next(text for text in pages if f"No. {number}:" in text)
        assert f"(c{number})" in page
    last = [[line for line in page.splitlines() if line.strip()][-2] for page in pages]
    assert not [line for line in last if line.startswith(("What ", "Who does", "Respect and"))]


def test_a_promise_of_2000_words_flows(long: Build, make: Make, shape: Flowing) -> None:
    """A promise longer than a page goes on overleaf; every word of it is there."""
    text = _text(make(long(3, words=2_000), shape))
    assert text.count("listen") == sum(str(c.text).count("listen") for c in long(3, words=2_000).commitments())


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_word_wider_than_a_line_is_named(field: str, small: Build, set_leaflet: Typeset, shape: Flowing) -> None:
    """A word that no line can hold stops the leaflet: it would be cut off."""
    leaflet, findings = set_leaflet(small(**{field: f"See {'w' * 80}."}), shape=shape.name)
    assert leaflet is None
    assert [finding.rule for finding in findings] == ["leaflet-wide-word"]
    assert "w" * 80 in findings[0].message
    assert shape.name in findings[0].message


def test_a_sign_without_a_font_is_named(small: Build, set_leaflet: Typeset, shape: Flowing) -> None:
    """A sign that the fonts don't have is named; a box is never printed in its place."""
    leaflet, findings = set_leaflet(small(title="Together 你"), shape=shape.name)
    assert leaflet is None
    assert [finding.rule for finding in findings] == ["leaflet-not-set"]


def test_a_selection_is_named_as_one(small: Build, make: Make, shape: Flowing) -> None:
    """Pages of some promises say so, have those and no others, and link what they do not have on the web."""
    charter = small(introduction=["Read about [your time](#time) and [consent](#consent)."])
    leaflet = make(charter, shape, selection=frozenset({"consent"}))
    text = _text(leaflet)
    assert "These are some of the promises." in text
    assert "ask before we share" in text
    assert "We value your time." not in text
    assert b"/charters/working-together/#time" in leaflet.screen


def test_same_input_same_bytes(small: Build, make: Make, shape: Flowing) -> None:
    """The same charter gives the same bytes again, and another one gives others."""
    one, same, other = (sha256(make(each, shape).screen) for each in (small(), small(), small(version="2")))
    assert one.digest() == same.digest() != other.digest()


def test_where_it_comes_from_stays_together(long: Build, make: Make, shape: Flowing) -> None:
    """The last part is on one page, however long the text before it is: no line of it ends up alone on a page."""
    for commitments in range(4, 14):
        document = pypdfium2.PdfDocument(make(long(commitments), shape).screen)
        texts = [page.get_textpage().get_text_range() for page in document]
        [page] = [text for text in texts if "About this leaflet" in text]
        assert "Agreed on 1 May 2024" in page
        assert "To be looked at again" in page
