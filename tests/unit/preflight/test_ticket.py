"""A job ticket says what a print shop needs to know to quote and to print."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import page as page_validation
import pypdfium2
import pytest

from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.ticket import Job, render_ticket
from charterpress.preflight.ticketpage import set_ticket


def test_a_ticket(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer) -> None:
    """Paper, fold, sizes, pages, language, version, checksum and profile are there; the quantity is left open."""
    done = fly(make())
    said = json.loads(render_ticket(done, printer, Job("عهد", "ur", "rtl", "1.2")))
    assert (said["file"], said["sha256"], said["profile"]) == ("leaflet.pdf", done.sha256, "offset-coated")
    assert (said["title"], said["language"], said["version"], said["quantity"]) == ("عهد", "ur", "1.2", None)
    assert (said["flat_size_mm"], said["trimmed_size_mm"], said["pages"]) == ([297, 210], [100, 210], 2)
    assert said["fold"].startswith("roll fold")
    assert said["paper"].startswith("coated")
    assert said["panels_mm"] == [[100, 100, 97], [97, 100, 100]]


def test_a_ticket_of_an_unknown_size(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer) -> None:
    """What is not known of a file is left empty, not guessed."""
    done = fly(make(), sheets=(printer.sheets[1],))
    said = json.loads(render_ticket(done, printer, Job("Charter", "en", "ltr", None)))
    assert (said["format"], said["fold"], said["flat_size_mm"], said["panels_mm"]) == (None, None, None, [])


Text = Callable[[bytes], str]
LONG = Job("Ein Wort " * 400, "cy", "ltr", "1." * 300)


@pytest.fixture
def words() -> Text:
    """Return what reads the only page of a PDF."""

    def read(pdf: bytes) -> str:
        with pypdfium2.PdfDocument(pdf) as document:
            assert len(document) == 1
            text: str = document[0].get_textpage().get_text_range()
            assert [round(edge) for edge in document[0].get_size()] == [595, 842]
        return " ".join(text.split())

    return read


@pytest.mark.parametrize(
    "job",
    [Job("Charter", "en", "ltr", None), Job("عہد", "ur", "rtl", "1.2"), Job("পারস্পরিক প্রত্যাশা", "bn", "ltr", "2"), LONG],
    ids=["en", "ur", "bn", "long"],
)
def test_the_page(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer, words: Text, job: Job) -> None:
    """The page is one page that an independent checker of PDF/UA-1 takes, with the checksum as it is."""
    done = fly(make())
    page = set_ticket(done, printer, job)
    report = page_validation.validate_pdf_bytes(page, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert report.rules.total > 100
    said = words(page)
    assert done.sha256 in said
    for part in ("Job ticket", "leaflet.pdf", "A4, folded to DL", "Quantity", "Phone or e-mail", "97 mm", "roll fold"):
        assert part in said, part
    assert page == set_ticket(done, printer, job)


def test_the_page_says_how_it_opens(
    make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer, words: Text
) -> None:
    """Right-to-left leaflets open from the right, and the page says so in plain words, with the panels mirrored."""
    done = fly(make())
    left, right = (
        words(set_ticket(done, printer, Job("x", code, direction, "1")))
        for code, direction in (("en", "ltr"), ("ur", "rtl"))
    )
    assert "This leaflet opens from the left." in left
    assert "This leaflet opens from the right." in right
    assert "Do not change the order of the panels" in right
    assert "Flap 97 mm Back 100 mm Front 100 mm" in left
    assert "Front 100 mm Back 100 mm Flap 97 mm" in right


@pytest.mark.parametrize(
    ("direction", "outside"),
    [
        ("ltr", "Page 5: Flap 97 mm Page 6: Back 100 mm Page 1: Front 100 mm"),
        ("rtl", "Page 1: Front 100 mm Page 6: Back 100 mm Page 5: Flap 97 mm"),
    ],
)
def test_panels_one_by_one(  # noqa: PLR0913, PLR0917 - fixtures
    direction: str, outside: str, make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer, words: Text
) -> None:
    """Whoever places single panels reads which page of the file goes where, and that the sheet is folded."""
    done = replace(fly(make()), pages=6)
    said = words(set_ticket(done, printer, Job("x", "en", direction, "1", holds="pages")))
    assert outside in said
    assert "This is where they go on the sheet." in said
    assert "not folded" not in said


@pytest.mark.parametrize(("holds", "pages"), [("sheets", 4), ("pages", 8)])
def test_how_many_pages_a_booklet_has(  # noqa: PLR0913, PLR0917 - fixtures
    holds: Literal["sheets", "pages"],
    pages: int,
    make: Callable[..., bytes],
    fly: Callable[..., Any],
    printer: Printer,
    words: Text,
) -> None:
    """A booklet is quoted by its pages: the ticket has their number, whether the file has sheets or single pages."""
    done = replace(fly(make()), format="booklet", pages=pages)
    job = Job("x", "en", "ltr", "1", holds=holds)
    assert json.loads(render_ticket(done, printer, job))["finished_pages"] == 8
    said = words(set_ticket(done, printer, job))
    assert "Pages of the booklet 8, cover included" in said
    assert "Page 8 148 mm Page 1 148 mm" in said


def test_the_page_of_a_sheet_without_folds(
    make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer, words: Text
) -> None:
    """Where nothing is folded, or the format is not known, nothing is drawn and nothing opens."""
    sheets = (printer.sheets[1],)
    said = words(
        set_ticket(
            fly(make(), sheets=sheets), printer.model_copy(update={"sheets": sheets}), Job("x", "en", "ltr", "1")
        )
    )
    assert "opens from" not in said
    assert "not known to this printer's profile" in said
    assert "This sheet is not folded." in said


def test_the_page_of_an_odd_profile(
    make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer, words: Text
) -> None:
    """Many panels, long words and letters that no font has still make one page; the JSON has them in full."""
    panels = ((9.9,) * 30, (9.9,) * 30)
    sheet = Sheet(
        name="trifold",
        title="W" * 500,
        width=297,
        height=210,
        fold="fold it and " * 100,
        panels=panels,
        panel_names=(("Q" * 60,) * 30,) * 2,
        sides=("S" * 300, "T" * 300),
    )
    asked = {"sheets": (sheet,), "paper": "紙 " * 200, "title": "\U0001f5a8 shop " * 90}
    done = fly(make(), **asked)
    assert done.format == "trifold"
    changed, job = printer.model_copy(update=asked), Job("漢" * 300, "en", "ltr", "1")
    said = words(set_ticket(done, changed, job))
    assert "18 more panels are not drawn" in said
    assert "__" in said.replace("\u200b", "")
    assert json.loads(render_ticket(done, changed, job))["title"] == "漢" * 300
