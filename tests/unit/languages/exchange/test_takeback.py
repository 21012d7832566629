"""Test taking a spreadsheet back: everything that is in order, or nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from charterpress.content.library import load_library
from charterpress.content.texts import texts_of
from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import Entry, State, load_catalogue
from charterpress.languages.exchange.takeback import import_workbook
from charterpress.languages.exchange.update import update_translations
from charterpress.languages.exchange.workbook import SHEET, export_workbook
from charterpress.languages.translate import translate

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
WritePo = Callable[..., Path]
CHARTER = "docs/charters/family.yml"
TEXT, PLACE = "Answer your letters.", "answer-you.text"
READER, DAY = "A second native reader", date(2026, 6, 2)


@dataclass
class Book:
    """Open a spreadsheet as a translator does, change it, and save it."""

    path: Path

    def __post_init__(self) -> None:
        """Open the file."""
        self.book = load_workbook(self.path)
        sheet = self.book[SHEET]
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet

    def column(self, heading: str) -> int:
        """Return the number of a column."""
        return [cell.value for cell in self.sheet[1]].index(heading) + 1

    def rows(self, context: str, document: str = "family") -> list[int]:
        """Return the numbers of the rows of a context, from 1."""
        where = {"Document": document, "Context": context}
        return [
            number
            for number in range(2, self.sheet.max_row + 1)
            if all(self.sheet.cell(number, self.column(heading)).value == value for heading, value in where.items())
        ]

    def cell(self, heading: str, context: str = PLACE, document: str = "family") -> Cell:
        """Return the cell of the first row of a context under a heading."""
        cell = self.sheet.cell(self.rows(context, document)[0], self.column(heading))
        assert isinstance(cell, Cell)
        return cell

    def fill(self, context: str = PLACE, /, **values: object) -> int:
        """Fill in cells of the first row of a context, save, and return the row's number; _ in a name is a space."""
        number = self.rows(context)[0]
        for heading, value in values.items():
            cell = self.sheet.cell(number, self.column(heading.replace("_", " ")))
            cell.value = value  # type: ignore[assignment]  # anything at all
        self.save()
        return number

    def save(self) -> None:
        """Save the file."""
        self.book.save(self.path)


@pytest.fixture
def export(sample: Path) -> Callable[..., Book]:
    """Return what exports the texts of a language of the sample, and opens the spreadsheet."""

    def exported(locale: str = "cy", *wanted: str) -> Book:
        target = sample / "texts.xlsx"
        _, findings = export_workbook(sample, locale, wanted, target)
        assert findings == ()
        return Book(target)

    return exported


def taken_back(sample: Path, locale: str = "cy") -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Import the spreadsheet of the sample, and return the files written and the findings."""
    written, findings = import_workbook(sample, locale, sample / "texts.xlsx")
    return tuple(path.as_posix() for path in written), findings


def refused(sample: Path, locale: str = "cy") -> tuple[Finding, ...]:
    """Import the spreadsheet, which must change no file at all, and return the findings, with an error among them."""
    before = files_of(sample)
    written, findings = taken_back(sample, locale)
    assert written == ()
    assert files_of(sample) == before
    assert Level.ERROR in {finding.level for finding in findings}
    assert all(finding.hint for finding in findings)
    return findings


def files_of(sample: Path) -> dict[str, bytes]:
    """Return every file of a project but the spreadsheet."""
    paths = (path for path in sorted(sample.rglob("*")) if path.is_file() and path.suffix != ".xlsx")
    return {path.relative_to(sample).as_posix(): path.read_bytes() for path in paths}


def entry(sample: Path, context: str = PLACE, locale: str = "cy", key: str = "family") -> Entry:
    """Return the only entry of a context in a PO file."""
    catalogue = load_catalogue(sample / "i18n" / locale / f"{key}.po", locale)
    assert catalogue.findings == ()
    [found] = catalogue.by_context[context]
    return found


def settled(sample: Path, locale: str = "cy") -> None:
    """Bring the PO files up to date, so that only an import changes them."""
    _, findings = update_translations(sample, locale, ())
    assert findings == ()


# --- What comes back as it went out


@pytest.mark.parametrize("flag", ["", "reviewed", "fuzzy"])
def test_a_round_trip(sample: Path, translate_sample: Translate, export: Callable[..., Book], flag: str) -> None:
    """A spreadsheet that comes back as it went out changes not a byte: drafts, signatures and doubts stay."""
    for key in ("family", "rules"):
        translate_sample("cy", key, flag=flag)
    settled(sample)
    before = files_of(sample)
    export()
    assert taken_back(sample) == ((), ())
    assert files_of(sample) == before


@pytest.mark.parametrize("locale", ["ar", "bn", "pa", "pl", "ur"])
def test_a_round_trip_of_nothing(sample: Path, export: Callable[..., Book], locale: str) -> None:
    """Empty files come back empty."""
    settled(sample, locale)
    before = files_of(sample)
    export(locale)
    assert taken_back(sample, locale) == ((), ())
    assert files_of(sample) == before


AWKWARD = (
    "=Ateb",
    "=HYPERLINK(AA)",
    "+Ateb",
    "-Ateb",
    "'Ateb",
    "@Ateb",
    "#N/A",
    "TRUE",
    "Ateb\u00a0eich llythyrau",
    "Ateb\u202feich llythyrau",
    "Ateb eich\u2011llythyrau",
    "**Ateb** “eich” llythyrau & <",
    "جواب\u200cدیں",
    "👪 👪 👪",
)


@pytest.mark.parametrize("flag", ["", "reviewed", "fuzzy"])
def test_awkward_words(sample: Path, translate_sample: Translate, export: Callable[..., Book], flag: str) -> None:
    """Words that a spreadsheet might take for something else, and every kind of space, come back as they went out."""
    texts = dict.fromkeys(text.text for text in texts_of(load_library(sample / "docs").documents["family"]))
    plain = [text for text in texts if not any(mark in text for mark in "[0123456789")]
    words = dict(zip(plain, AWKWARD, strict=False))
    assert set(words.values()) == set(AWKWARD)
    path = translate_sample("cy", "family", words, flag=flag)
    settled(sample)
    before = path.read_bytes()
    assert export("cy", "family").cell("Translation", "title").data_type == "s"
    assert taken_back(sample) == ((), ())
    assert path.read_bytes() == before


@pytest.mark.parametrize("flag", ["", "reviewed"])
@pytest.mark.parametrize("words", ["Ateb  eich llythyrau", "Ateb: ", "Ateb\neich llythyrau"])
def test_spaces_that_nobody_sees(
    sample: Path, translate_sample: Translate, export: Callable[..., Book], words: str, flag: str
) -> None:
    """Words with spaces or breaks that a cell does not show were not changed when nobody changed them."""
    path = translate_sample("cy", "family", {TEXT: words}, flag=flag)
    settled(sample)
    before = path.read_bytes()
    export("cy", "family")
    assert taken_back(sample) == ((), ())
    assert path.read_bytes() == before


NOTES = (
    ("ask the office",),
    ("one", "two"),
    ("=SUM(A1)",),
    ("#N/A",),
    ("7",),
    ("a very long note " * 20,),
    ("reviewed by somebody on Monday",),
)


@pytest.mark.parametrize("flag", ["", "reviewed", "fuzzy"])
def test_notes(sample: Path, translate_sample: Translate, export: Callable[..., Book], flag: str) -> None:
    """What a translator noted beside a text comes back as it went out, with a signature beside it or without."""
    path = translate_sample("cy", "family", flag=flag)
    head, *blocks = path.read_text("utf-8").split("\n\n")
    noted = [
        "".join(f"# {note.strip()}\n" for note in notes) + block for notes, block in zip(NOTES, blocks, strict=False)
    ]
    path.write_text("\n\n".join([head, *noted, *blocks[len(noted) :]]), encoding="utf-8")
    settled(sample)
    before = path.read_bytes()
    assert b"# a very long note" in before
    export("cy", "family")
    assert taken_back(sample) == ((), ())
    assert path.read_bytes() == before


def test_texts_that_are_gone_stay(
    sample: Path, translate_sample: Translate, edit: Edit, export: Callable[..., Book]
) -> None:
    """Translations that are kept aside, and old texts beside the new ones, come through as they are."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(
        CHARTER, "        - {id: learn-more, text: Ask when it is not clear.}\n", "        - {id: x-more, text: Sit.}\n"
    )
    edit(CHARTER, TEXT, "Answer all your letters.")
    settled(sample)
    before = path.read_bytes()
    assert b"#~ msgstr" in before
    assert b"#| msgid" in before
    export("cy", "family")
    assert taken_back(sample) == ((), ())
    assert path.read_bytes() == before


def test_a_signature_that_no_longer_holds(
    sample: Path, translate_sample: Translate, export: Callable[..., Book]
) -> None:
    """That somebody had read other words is still known after a round trip."""
    path = translate_sample("cy", "family", flag="reviewed")
    path.write_text(path.read_text("utf-8").replace(f"{TEXT} (cy)", "Ateb"), encoding="utf-8")
    settled(sample)
    before = path.read_bytes()
    export("cy", "family")
    taken_back(sample)
    assert path.read_bytes() == before


def test_two_signatures(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Where two people have signed, both still have after a round trip."""
    path = translate_sample("cy", "family", flag="reviewed")
    text = path.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("# Reviewed by A native reader"))
    second = line.replace("A native reader on 2026-05-01", f"{READER} on {DAY}")
    path.write_text(text.replace(line, f"{line}\n{second}", 1), encoding="utf-8")
    settled(sample)
    before = path.read_bytes()
    export("cy", "family")
    taken_back(sample)
    assert path.read_bytes() == before


def test_a_text_of_several_lines(
    sample: Path, edit: Edit, translate_sample: Translate, export: Callable[..., Book]
) -> None:
    """A source with line breaks in it finds its row again, and its translation stays as it is."""
    edit(CHARTER, "text: Answer your letters.", 'text: "Answer  your\\nletters."')
    source = "Answer  your\nletters."
    path = translate_sample("cy", "family", {source: "Ateb eich llythyrau."}, flag="reviewed")
    settled(sample)
    before = path.read_bytes()
    export("cy", "family")
    assert taken_back(sample) == ((), ())
    assert path.read_bytes() == before


def test_suggestions_are_not_published(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A suggestion from another document that nobody touched in the spreadsheet is still one to look at."""
    translate_sample("cy", "rules")
    book = export("cy", "family")
    assert (book.cell("Translation", "advocate.term").value, book.cell("State", "advocate.term").value) == (
        "Advocate (cy)", "needs review",
    )  # fmt: skip
    taken_back(sample)
    path = sample / "i18n" / "cy" / "family.po"
    if path.exists():
        assert entry(sample, "advocate.term").state in {State.NEEDS_REVIEW, State.MISSING}


def test_gettext_takes_what_came_back(
    sample: Path, translate_sample: Translate, export: Callable[..., Book], msgfmt: Callable[[Path], str]
) -> None:
    """GNU gettext has nothing to say about a file that was changed by a spreadsheet."""
    path = translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export().fill(Translation="Ateb\u00a0“popeth”", Note="one\ntwo", State="draft")
    written, _ = taken_back(sample)
    assert written == ("i18n/cy/family.po",)
    assert msgfmt(path) == ""


# --- What a translator does with it


def test_a_new_translation(sample: Path, export: Callable[..., Book]) -> None:
    """Words that were filled in become a draft in a new PO file; other documents stay as they were."""
    export("cy", "family").fill(Translation="Ateb eich llythyrau.", State="draft")
    written, findings = taken_back(sample)
    assert (written, findings) == (("i18n/cy/family.po",), ())
    assert (entry(sample).translation, entry(sample).state) == ("Ateb eich llythyrau.", State.DRAFT)
    assert entry(sample, "title").state is State.MISSING
    assert not (sample / "i18n" / "cy" / "rules.po").exists()


@pytest.mark.parametrize("state", ["missing", "draft", "Draft", "", None])
def test_the_state_of_new_words(sample: Path, export: Callable[..., Book], state: str | None) -> None:
    """Words that were filled in are a draft, also when the translator forgot about the state."""
    export("cy", "family").fill(Translation="Ateb eich llythyrau.", State=state)
    assert taken_back(sample)[1] == ()
    assert entry(sample).state is State.DRAFT


def test_words_in_a_cell_of_several_lines(sample: Path, export: Callable[..., Book]) -> None:
    """Line breaks, tabs and spaces around words, as spreadsheets get them by accident, are one space or none."""
    export("cy", "family").fill(Translation="  Ateb eich\n llythyrau.\t\r\n", State="draft")
    taken_back(sample)
    assert entry(sample).translation == "Ateb eich llythyrau."


def test_a_signature(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A state of reviewed with name and day signs for the words; a real date and one in words do both."""
    translate_sample("cy", "family")
    settled(sample)
    book = export("cy", "family")
    book.fill(State="reviewed", Reviewed_by=READER, Reviewed_on="2026-06-02")
    book.fill("title", State="Reviewed", Reviewed_by=f" {READER}\n", Reviewed_on=datetime(2026, 6, 2, 0, 0))  # noqa: DTZ001 - cells have no zone
    assert taken_back(sample)[1] == ()
    for context in (PLACE, "title"):
        review = entry(sample, context).review
        assert review is not None
        assert (review.name, review.day, review.holds) == (READER, DAY, True)
        assert entry(sample, context).state is State.REVIEWED
    assert entry(sample, "summary").state is State.DRAFT


def test_new_words_with_a_new_signature(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Changed words under a new name or day are reviewed: somebody has read them."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export("cy", "family").fill(Translation="Ateb.", State="reviewed", Reviewed_by=READER, Reviewed_on="2026-06-02")
    assert taken_back(sample)[1] == ()
    assert (entry(sample).translation, entry(sample).state) == ("Ateb.", State.REVIEWED)


def test_changed_words_under_an_old_signature(
    sample: Path, translate_sample: Translate, export: Callable[..., Book]
) -> None:
    """Words that were changed under the old signature are a draft again, and a warning says so with the row."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    line = export("cy", "family").fill(Translation="Ateb.")
    _, [finding] = taken_back(sample)
    assert (finding.level, finding.line) == (Level.WARNING, line)
    assert finding.file is not None
    assert finding.file.name == "texts.xlsx"
    assert "A native reader" in finding.message
    assert "2026-05-01" in finding.message
    assert (entry(sample).translation, entry(sample).state) == ("Ateb.", State.DRAFT)
    assert entry(sample, "title").state is State.REVIEWED


def test_read_again_on_the_same_day(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Whoever read older words may sign for the new ones under the same name and day: the fingerprint is made anew."""
    path = translate_sample("cy", "family", flag="reviewed")
    path.write_text(path.read_text("utf-8").replace(f"{TEXT} (cy)", "Ateb"), encoding="utf-8")
    settled(sample)
    export("cy", "family").fill(State="reviewed", Reviewed_by="A native reader", Reviewed_on="2026-05-01")
    assert [finding for finding in taken_back(sample)[1] if finding.level is not Level.NOTE] == []
    assert (entry(sample).translation, entry(sample).state) == ("Ateb", State.REVIEWED)


def test_a_review_taken_back(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A text that is set from reviewed to draft loses its signature."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export("cy", "family").fill(State="draft")
    taken_back(sample)
    assert entry(sample).state is State.DRAFT


def test_a_doubt(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A text that is set to "needs review" leaves the site, its words stay."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export("cy", "family").fill(State="needs review", Note="is this right?")
    taken_back(sample)
    assert (entry(sample).translation, entry(sample).state) == (f"{TEXT} (cy)", State.NEEDS_REVIEW)
    assert "# is this right?\n" in (sample / "i18n" / "cy" / "family.po").read_text("utf-8")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"Translation": "Ateb eich holl lythyrau.", "State": "draft"}, State.DRAFT),
        ({"State": "draft"}, State.DRAFT),
        ({"State": "reviewed", "Reviewed_by": READER, "Reviewed_on": "2026-06-02"}, State.REVIEWED),
    ],
)
def test_a_text_that_was_looked_at(  # noqa: PLR0913 - the sample, and a row of a table
    sample: Path,
    translate_sample: Translate,
    edit: Edit,
    export: Callable[..., Book],
    *,
    values: dict[str, object],
    state: State,
) -> None:
    """A text that needed review, was mended or found right, and set to another state is published again."""
    path = translate_sample("cy", "family")
    edit(CHARTER, TEXT, "Answer all your letters.")
    settled(sample)
    export("cy", "family").fill(**values)
    assert taken_back(sample)[1] == ()
    assert entry(sample).state is state
    assert "#| msgid" not in path.read_text("utf-8")
    made = translate(load_library(sample / "docs").documents["family"], load_catalogue(path, "cy"))
    assert made.complete


def test_a_translation_taken_out(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A translation that was taken out is missing afterwards, signature or not."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export("cy", "family").fill(Translation=None)
    assert [finding for finding in taken_back(sample)[1] if finding.level is Level.ERROR] == []
    assert (entry(sample).translation, entry(sample).state, entry(sample).review) == ("", State.MISSING, None)


def test_notes_are_changed(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Notes may be written, changed and taken out, in several lines, and the signature stays."""
    path = translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    export("cy", "family").fill(Note="one\ntwo")
    taken_back(sample)
    assert "# one\n# two\n" in path.read_text("utf-8")
    assert entry(sample).state is State.REVIEWED
    export("cy", "family").fill(Note=None)
    taken_back(sample)
    assert "# one" not in path.read_text("utf-8")
    assert entry(sample).state is State.REVIEWED


# --- Rows and columns that were moved


def reordered(book: Book, order: list[int]) -> None:
    """Put the columns of a sheet into another order."""
    rows = [[cell.value for cell in cells] for cells in book.sheet.iter_rows()]
    for number, cells in enumerate(rows, start=1):
        for column, source in enumerate(order, start=1):
            book.sheet.cell(number, column).value = cells[source]
    book.save()


def test_columns_were_moved(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Columns are found by their headings, and a note says that they were moved."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    before = files_of(sample)
    reordered(export("cy", "family"), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    written, findings = taken_back(sample)
    assert written == ()
    assert [(finding.level, finding.line) for finding in findings] == [(Level.NOTE, 1)]
    assert "columns were moved" in findings[0].message
    assert files_of(sample) == before


def test_columns_on_top(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Columns of a translator's own are passed over, wherever they stand."""
    translate_sample("cy", "family")
    settled(sample)
    before = files_of(sample)
    book = export("cy", "family")
    book.sheet.insert_cols(3)
    book.sheet.cell(1, 3).value, book.sheet.cell(2, 3).value = "My own", "=1+1"
    book.save()
    assert [finding for finding in taken_back(sample)[1] if finding.level is not Level.NOTE] == []
    assert files_of(sample) == before


@pytest.mark.parametrize("heading", ["State", "Note", "Reviewed by", "Reviewed on", "Comment", "Language"])
@pytest.mark.parametrize("flag", ["reviewed", "fuzzy"])
def test_a_column_was_taken_out(
    sample: Path, translate_sample: Translate, export: Callable[..., Book], heading: str, flag: str
) -> None:
    """When a column is gone, what it said of texts that nobody changed is not lost: no doubt, signature or note is."""
    path = translate_sample("cy", "family", flag=flag)
    path.write_text(
        path.read_text("utf-8").replace("\n\n", "\n\n# a note\n").replace("# a note\nmsgid", "msgid"), "utf-8"
    )
    settled(sample)
    before = files_of(sample)
    book = export("cy", "family")
    book.sheet.delete_cols(book.column(heading))
    book.save()
    taken_back(sample)
    assert files_of(sample) == before


def test_rows_were_sorted(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Rows are found by what stands in them, and a note says that they were sorted."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    before = files_of(sample)
    book = export("cy", "family")
    rows = [[cell.value for cell in cells] for cells in book.sheet.iter_rows(min_row=2)]
    for number, cells in enumerate(sorted(rows, key=lambda cells: str(cells[2])), start=2):
        for column, value in enumerate(cells, start=1):
            book.sheet.cell(number, column).value = value
    book.save()
    written, findings = taken_back(sample)
    assert written == ()
    assert [finding.level for finding in findings] == [Level.NOTE]
    assert "another order" in findings[0].message
    assert files_of(sample) == before


def test_rows_were_taken_out(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Texts whose rows were taken out stay as they are, and empty rows are passed over."""
    translate_sample("cy", "family", flag="reviewed")
    settled(sample)
    before = files_of(sample)
    book = export("cy", "family")
    book.sheet.delete_rows(3, 8)
    book.sheet.insert_rows(5, 2)
    book.save()
    assert [finding for finding in taken_back(sample)[1] if finding.level is not Level.NOTE] == []
    assert files_of(sample) == before


# --- What is refused


def test_a_formula(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A formula is an error that names row and column; nothing is written, the words of other rows neither."""
    translate_sample("cy", "family")
    settled(sample)
    book = export("cy", "family")
    book.fill("title", Translation="Ein haddewidion")
    line = book.fill(Translation="=A1&B1")
    [finding] = refused(sample)
    assert (finding.line, finding.column) == (line, book.column("Translation"))
    assert "formula" in finding.message


def test_an_array_formula(sample: Path, export: Callable[..., Book]) -> None:
    """A formula for several cells is one, too."""
    book = export("cy", "family")
    line = book.fill(Translation=ArrayFormula(book.cell("Translation").coordinate, "=A1:A2"))
    [finding] = refused(sample)
    assert finding.line == line


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
def test_a_cell_in_error(sample: Path, export: Callable[..., Book], error: str) -> None:
    """A cell that shows an error is one, and the error is named."""
    book = export("cy", "family")
    book.cell("Translation").value = error
    assert book.cell("Translation").data_type == "e"
    book.save()
    [finding] = refused(sample)
    assert finding.line == book.rows(PLACE)[0]
    assert error in finding.message


@pytest.mark.parametrize("value", [datetime(2026, 6, 2, 0, 0), time(9, 30), True])  # noqa: DTZ001 - cells have no zone
@pytest.mark.parametrize("heading", ["Translation", "Note"])
def test_what_a_spreadsheet_made_of_words(
    sample: Path, export: Callable[..., Book], value: object, heading: str
) -> None:
    """Words that a spreadsheet turned into a date, a time or a truth value are an error that names the row."""
    line = export("cy", "family").fill(**{heading: value})
    [finding] = refused(sample)
    assert finding.line == line
    assert heading in finding.message


def test_a_number_is_words(sample: Path, edit: Edit, export: Callable[..., Book]) -> None:
    """A number that a spreadsheet made of a text is that text."""
    edit(CHARTER, TEXT, '"7"')
    export("cy", "family").fill(Translation=7, State="draft")
    assert taken_back(sample)[1] == ()
    assert entry(sample).translation == "7"


def test_another_language(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Rows of another language are an error that names both languages."""
    translate_sample("cy", "family")
    settled(sample)
    export("cy", "family")
    findings = refused(sample, "ur")
    assert findings[0].line == 2
    assert "'cy'" in findings[0].message
    assert "'ur'" in findings[0].message


def test_one_row_of_another_language(sample: Path, export: Callable[..., Book]) -> None:
    """A single row of another language is found."""
    line = export("cy", "family").fill(Translation="جواب دیں", Language="ur")
    assert [finding.line for finding in refused(sample)] == [line]


def test_a_row_twice(sample: Path, export: Callable[..., Book]) -> None:
    """The same text in two rows is an error that names both."""
    book = export("cy", "family")
    first = book.fill(Translation="Ateb")
    last = book.sheet.max_row + 1
    for cell in book.sheet[first]:
        book.sheet.cell(last, cell.column or 1).value = cell.value
    book.save()
    [finding] = refused(sample)
    assert finding.line == last
    assert f"row {first}" in finding.message


@pytest.mark.parametrize("name", ["famly", "../../family", "terminology", None])
def test_an_unknown_document(sample: Path, export: Callable[..., Book], name: str | None) -> None:
    """A row of a document that does not exist is an error that names the row."""
    line = export("cy", "family").fill(Translation="Ateb", State="draft", Document=name)
    assert [finding.line for finding in refused(sample)] == [line]


@pytest.mark.parametrize("heading", ["Document", "Context", "Source", "Translation"])
def test_a_heading_is_missing(sample: Path, export: Callable[..., Book], heading: str) -> None:
    """A heading that is needed and missing is an error that names it, and the first row."""
    book = export("cy", "family")
    book.sheet.cell(1, book.column(heading)).value = "Something"
    book.save()
    [finding] = refused(sample)
    assert finding.line == 1
    assert f"'{heading}'" in finding.message


@pytest.mark.parametrize("heading", ["Source", "State"])
def test_a_heading_stands_twice(sample: Path, export: Callable[..., Book], heading: str) -> None:
    """A heading that stands twice is an error: nobody could tell which column counts."""
    book = export("cy", "family")
    book.sheet.cell(1, book.sheet.max_column + 1).value = heading
    book.save()
    [finding] = refused(sample)
    assert finding.line == 1
    assert f"'{heading}'" in finding.message


def test_an_unknown_state(sample: Path, export: Callable[..., Book]) -> None:
    """A state that is none is an error that names the row and the states."""
    line = export("cy", "family").fill(Translation="Ateb", State="done")
    [finding] = refused(sample)
    assert finding.line == line
    assert all(state.value in finding.hint for state in State)


@pytest.mark.parametrize(
    "values",
    [
        {"Reviewed_by": None, "Reviewed_on": "2026-06-02"},
        {"Reviewed_by": READER, "Reviewed_on": None},
        {"Reviewed_by": READER, "Reviewed_on": "2 June 2026"},
        {"Reviewed_by": READER, "Reviewed_on": "2026-13-02"},
        {"Reviewed_by": "  ", "Reviewed_on": "2026-06-02"},
    ],
)
def test_a_review_without_name_or_day(sample: Path, export: Callable[..., Book], values: dict[str, object]) -> None:
    """A review that lacks a name or a day is an error that names the row."""
    line = export("cy", "family").fill(Translation="Ateb", State="reviewed", **values)
    assert {finding.line for finding in refused(sample)} == {line}


def test_a_fault_in_a_translation(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """Words that fail a check are an error that names the row, and nothing is written, of other rows neither."""
    translate_sample("cy", "family")
    settled(sample)
    book = export("cy", "family")
    book.fill(Translation="Ateb")
    line = book.fill("answer-you.within.time", Translation="O fewn 6 diwrnod")
    [finding] = refused(sample)
    assert (finding.rule, finding.line) == ("po-number", line)


def test_a_lost_link(sample: Path, export: Callable[..., Book]) -> None:
    """A link or a note that was lost is an error that names the row and says to copy it."""
    line = export("cy", "family").fill("hear-you.text", Translation="Gwrando arnoch.", State="draft")
    findings = refused(sample)
    assert {(finding.rule, finding.line) for finding in findings} == {("po-placeholder", line)}
    assert all("Copy it" in finding.hint for finding in findings)


def test_broken_settings(sample: Path, export: Callable[..., Book]) -> None:
    """With settings that cannot be read nothing is written, and the finding names the file from the root."""
    export("cy", "family").fill(Translation="Ateb", State="draft")
    (sample / "mkdocs.yml").write_text("plugins: [charterpress]\n", encoding="utf-8")
    assert {str(finding.file) for finding in refused(sample)} == {"mkdocs.yml"}


def test_terms_are_checked(sample: Path, export: Callable[..., Book]) -> None:
    """Words that say a term in another way than the terminology are taken in, with a warning that names the row."""
    path = sample / "i18n" / "cy" / "terminology.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Language: cy\\n"\n\nmsgid "letter"\nmsgstr "llythyr*"\n', encoding="utf-8")
    line = export("cy", "family").fill(Translation="Ateb eich nodion.", State="draft")
    written, findings = taken_back(sample)
    assert written == ("i18n/cy/family.po",)
    assert [(finding.rule, finding.level, finding.line) for finding in findings] == [("po-term", Level.WARNING, line)]


def test_one_bad_document_stops_all(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """With an error in the rows of one document, or in its PO file, no other document is written."""
    translate_sample("cy", "family")
    broken = translate_sample("cy", "rules")
    settled(sample)
    export().fill(Translation="Ateb")
    broken.write_text('msgid "open\n', encoding="utf-8")
    assert {(finding.rule, str(finding.file)) for finding in refused(sample)} == {("po-syntax", "i18n/cy/rules.po")}


def test_a_broken_document(sample: Path, edit: Edit, export: Callable[..., Book]) -> None:
    """With an error in a document of the project nothing is written."""
    export("cy", "family").fill(Translation="Ateb", State="draft")
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    assert "unknown-key" in {finding.rule for finding in refused(sample)}


# --- When the source has changed since


@pytest.mark.parametrize("new", ["Answer all your letters.", "Never answer your letters.", "Reply to your letters."])
def test_the_source_has_changed(sample: Path, edit: Edit, export: Callable[..., Book], new: str) -> None:
    """Words for a text that has changed since are kept, as words to look at, and a warning names the row."""
    line = export("cy", "family").fill(
        Translation="Ateb.", State="reviewed", Reviewed_by=READER, Reviewed_on="2026-06-02"
    )
    edit(CHARTER, TEXT, new)
    written, [finding] = taken_back(sample)
    assert written == ("i18n/cy/family.po",)
    assert (finding.level, finding.line) == (Level.WARNING, line)
    assert "()" not in finding.message
    found = entry(sample)
    assert (found.source, found.translation, found.state, found.previous) == (new, "Ateb.", State.NEEDS_REVIEW, TEXT)
    made = translate(
        load_library(sample / "docs").documents["family"], load_catalogue(sample / "i18n/cy/family.po", "cy")
    )
    assert not any("Ateb." in str(text) for text in made.lines)


def test_the_punctuation_of_the_source_has_changed(sample: Path, edit: Edit, export: Callable[..., Book]) -> None:
    """Words for a text of which only the punctuation has changed are taken in, with their signature."""
    export("cy", "family").fill(Translation="Ateb.", State="reviewed", Reviewed_by=READER, Reviewed_on="2026-06-02")
    edit(CHARTER, TEXT, "Answer your letters!")
    _, findings = taken_back(sample)
    assert [finding for finding in findings if finding.level is not Level.NOTE] == []
    assert (entry(sample).source, entry(sample).state) == ("Answer your letters!", State.REVIEWED)


@pytest.mark.parametrize(
    ("items", "rows"),
    [
        ("[Food, Time, Trust]", "as they are"),
        ("[Time off, Trust]", "turned round"),
        ("[Trust, Time off]", "as they are"),
    ],
)
def test_a_list_has_changed(sample: Path, edit: Edit, export: Callable[..., Book], items: str, rows: str) -> None:
    """Words for an entry of a list reach that entry, or what it was changed into, never one that came beside it."""
    book = export("cy", "family")
    numbers = book.rows("introduction.items")
    texts = {"Time": "Amser", "Trust": "Ymddiriedaeth"}
    for number, (source, words) in zip(numbers, sorted(texts.items(), reverse=rows != "as they are"), strict=True):
        for heading, value in (("Source", source), ("Translation", words), ("State", "draft")):
            book.sheet.cell(number, book.column(heading)).value = value
    book.save()
    edit(CHARTER, "items: [Time, Trust]", f"items: {items}")
    taken_back(sample)
    found = {
        each.source: each
        for each in load_catalogue(sample / "i18n/cy/family.po", "cy").by_context["introduction.items"]
    }
    assert (found["Trust"].translation, found["Trust"].state) == ("Ymddiriedaeth", State.DRAFT)
    if "Food" in found:
        assert (found["Time"].translation, found["Time"].state) == ("Amser", State.DRAFT)
        assert found["Food"].translation == ""
    else:
        assert (found["Time off"].translation, found["Time off"].state) == ("Amser", State.NEEDS_REVIEW)


def test_the_text_is_gone(sample: Path, edit: Edit, export: Callable[..., Book]) -> None:
    """A row of a text that was taken out since is passed over with a warning; the others are taken in."""
    book = export("cy", "family")
    line = book.fill("learn-more.text", Translation="Gofynnwch.", State="draft")
    book.fill(Translation="Ateb.", State="draft")
    edit(CHARTER, "      items:\n        - {id: learn-more, text: Ask when it is not clear.}\n", "")
    _, [finding] = taken_back(sample)
    assert (finding.level, finding.line) == (Level.WARNING, line)
    assert "Ask when it is not clear." in finding.message
    assert entry(sample).state is State.DRAFT


def test_a_translation_made_elsewhere(sample: Path, translate_sample: Translate, export: Callable[..., Book]) -> None:
    """A row that nobody touched does not undo what was translated in the PO file since the export."""
    settled(sample)
    export("cy", "family")
    path = sample / "i18n" / "cy" / "family.po"
    translate_sample("cy", "family")
    settled(sample)
    assert entry(sample).translation == f"{TEXT} (cy)"
    taken_back(sample)
    assert path.exists()
    assert entry(sample).translation == f"{TEXT} (cy)"


# --- Plural forms

ONE, MANY = "One text on this page has been checked.", "{number} texts on this page have been checked."
FORMS = ("Sprawdzono jeden tekst.", "Sprawdzono {number} teksty.", "Sprawdzono {number} tekstów.")


@pytest.fixture
def words(sample: Path, polish: Callable[..., Path]) -> Path:
    """Return a project's own Polish interface words, up to date, with a text that has plural forms."""
    path = polish({(ONE, MANY): FORMS, "Start page": "Strona główna"}, sample / "i18n" / "pl" / "interface.po")
    update_translations(sample, "pl", ("interface",))
    return path


def forms_rows(book: Book) -> list[int]:
    """Return the rows of the plural forms in their order."""
    column = book.column("Source")
    rows = range(2, book.sheet.max_row + 1)
    return [number for number in rows if book.sheet.cell(number, column).value in {ONE, MANY}]


def test_plural_forms_are_changed(sample: Path, words: Path, export: Callable[..., Book]) -> None:
    """A plural form that is changed in its row is changed in the file, the other forms stay."""
    book = export("pl", "interface")
    book.sheet.cell(forms_rows(book)[1], book.column("Translation")).value = "Sprawdzono {number} inne teksty."
    book.save()
    assert taken_back(sample, "pl")[1] == ()
    entry_ = load_catalogue(words, "pl").find("", ONE)
    assert entry_ is not None
    assert entry_.forms == (FORMS[0], "Sprawdzono {number} inne teksty.", FORMS[2])


@pytest.mark.parametrize("gone", [0, 2])
def test_the_row_of_a_plural_form_is_gone(sample: Path, words: Path, export: Callable[..., Book], gone: int) -> None:
    """When the row of one form was taken out, no other form slips into its place."""
    book = export("pl", "interface")
    book.sheet.delete_rows(forms_rows(book)[gone])
    book.save()
    taken_back(sample, "pl")
    catalogue = load_catalogue(words, "pl")
    assert catalogue.findings == ()
    found = catalogue.find("", ONE)
    assert found is not None
    assert found.forms == FORMS


def test_plural_forms_come_back(sample: Path, words: Path, export: Callable[..., Book]) -> None:
    """Interface words with plural forms come back as they went out; they are signed for together, and come back so."""
    before = words.read_bytes()
    book = export("pl", "interface")
    assert len(forms_rows(book)) == len(FORMS)
    assert taken_back(sample, "pl") == ((), ())
    assert words.read_bytes() == before
    for number in forms_rows(book):
        for heading, value in (("State", "reviewed"), ("Reviewed by", READER), ("Reviewed on", "2026-06-02")):
            book.sheet.cell(number, book.column(heading)).value = value
    book.save()
    assert taken_back(sample, "pl")[1] == ()
    found = load_catalogue(words, "pl").find("", ONE)
    assert found is not None
    assert found.state is State.REVIEWED
    before = words.read_bytes()
    export("pl", "interface")
    assert taken_back(sample, "pl") == ((), ())
    assert words.read_bytes() == before


# --- Files that are no such spreadsheet


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Document,Context\n",
        b"PK\x03\x04 rubbish",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"<html></html>",
    ],
)
def test_no_spreadsheet(sample: Path, content: bytes) -> None:
    """A file that is no .xlsx is an error that names it and says which file to send."""
    (sample / "texts.xlsx").write_bytes(content)
    [finding] = refused(sample)
    assert finding.file is not None
    assert finding.file.name == "texts.xlsx"
    assert "charterpress translate export" in finding.hint


def test_no_file(sample: Path) -> None:
    """A file that is not there is an error."""
    [finding] = refused(sample)
    assert "cannot be read" in finding.message


def test_another_archive(sample: Path) -> None:
    """An archive that is no spreadsheet is an error."""
    with zipfile.ZipFile(sample / "texts.xlsx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    [finding] = refused(sample)
    assert "no .xlsx spreadsheet" in finding.message


def test_a_damaged_file(sample: Path, export: Callable[..., Book]) -> None:
    """A spreadsheet that was damaged anywhere on its way is an error or can be read; it never stops the run."""
    path = export("cy", "family").path
    whole = path.read_bytes()
    before = files_of(sample)
    for at in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :])
        import_workbook(sample, "cy", path)
        path.write_bytes(whole[:at])
        assert import_workbook(sample, "cy", path)[1]
    assert {name for name in files_of(sample) if name not in before} <= {"i18n/cy/family.po"}


def test_another_spreadsheet(sample: Path) -> None:
    """A spreadsheet without our sheet is an error that names the sheet."""
    Workbook().save(sample / "texts.xlsx")
    [finding] = refused(sample)
    assert f"'{SHEET}'" in finding.message


@pytest.mark.parametrize("lines", [[], [["Document", "Context", "Source", "Translation"]]])
def test_an_empty_sheet(sample: Path, lines: list[list[str]]) -> None:
    """A sheet without headings or without texts is an error."""
    book = Workbook()
    sheet = book.create_sheet(SHEET)
    for line in lines:
        sheet.append(line)
    book.save(sample / "texts.xlsx")
    assert {finding.rule for finding in refused(sample)} == {"spreadsheet"}


def test_a_spreadsheet_that_unpacks_to_too_much(sample: Path) -> None:
    """A small file that would unpack to very much is an error with both sizes, and is not unpacked."""
    path = sample / "texts.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(60):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    [finding] = refused(sample)
    assert "60,000,000" in finding.message
    assert "50,000,000" in finding.message


def test_the_smallest_sheet(sample: Path) -> None:
    """The four headings that are needed are enough; the words become drafts."""
    book = Workbook()
    sheet = book.create_sheet(SHEET)
    sheet.append(["Translation", "Source", "Context", "Document"])
    sheet.append(["Ateb.", TEXT, PLACE, "family"])
    book.save(sample / "texts.xlsx")
    written, findings = taken_back(sample)
    assert written == ("i18n/cy/family.po",)
    assert {finding.level for finding in findings} == {Level.NOTE}
    assert (entry(sample).translation, entry(sample).state) == ("Ateb.", State.DRAFT)
