"""Test reading a translator's spreadsheet into rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from charterpress.findings import Level
from charterpress.languages.catalogue import State
from charterpress.languages.exchange.sheet import Given, Sheet, read_sheet
from charterpress.languages.exchange.workbook import SHEET, Row

NEEDED = ["Document", "Context", "Source", "Translation"]
DAY = date(2026, 6, 2)


def read(folder: Path, *lines: Sequence[object], locale: str = "cy") -> Sheet:
    """Write a sheet of lines, the headings first, and return what is read of it."""
    book = Workbook()
    sheet = book.create_sheet(SHEET)
    for line in lines:
        sheet.append(list(line))
    book.save(folder / "texts.xlsx")
    return read_sheet(folder / "texts.xlsx", locale)


def errors(sheet: Sheet) -> list[tuple[int | None, int | None]]:
    """Return row and column of each error."""
    return [(finding.line, finding.column) for finding in sheet.findings if finding.level is Level.ERROR]


def test_a_row(tmp_path: Path) -> None:
    """A row is found by document, context and source, with its number; what has no column is not known."""
    sheet = read(tmp_path, NEEDED, ["family", "title", "Title", "Teitl"], [None] * 4, ["rules", "title", "Title", None])
    assert errors(sheet) == []
    assert sheet.rows == {
        "family": {("title", "Title"): Given(2, "family", "title", "Title", "Teitl", None, None, None, None)},
        "rules": {("title", "Title"): Given(4, "rules", "title", "Title", "", None, None, None, None)},
    }


def test_a_whole_row(tmp_path: Path) -> None:
    """Every column that is there is read, with a date in a cell of its own kind or in words."""
    head = [*NEEDED, "Note", "State", "Reviewed by", "Reviewed on", "Language"]
    words = ["family", "title", "Title", "Teitl", " a note\nand more ", "Reviewed", "A  reader"]
    other = ["family", "summary", "Summary", "Crynodeb", "", "reviewed", "A reader"]
    moment = datetime(2026, 6, 2, 0, 0)  # noqa: DTZ001 - cells have no zone
    sheet = read(tmp_path, head, [*words, "2026-06-02", "cy"], [*other, moment, ""])
    assert errors(sheet) == []
    first, second = sheet.rows["family"].values()
    assert (first.note, first.state, first.review) == ("a note\nand more", State.REVIEWED, ("A reader", DAY))
    assert (second.note, second.state, second.review) == ("", State.REVIEWED, ("A reader", DAY))


@pytest.mark.parametrize(
    ("named", "state"),
    [("draft", State.DRAFT), ("NEEDS REVIEW", State.NEEDS_REVIEW), ("missing", State.MISSING), (None, State.DRAFT)],
)
def test_states(tmp_path: Path, named: str | None, state: State) -> None:
    """A state may stand in any capitals; an empty cell is a draft."""
    sheet = read(tmp_path, [*NEEDED, "State"], ["family", "title", "Title", "Teitl", named])
    assert [row.state for row in sheet.rows["family"].values()] == [state]


def test_reviewed_without_words(tmp_path: Path) -> None:
    """A text without words needs no name and no day, whatever its state."""
    sheet = read(tmp_path, [*NEEDED, "State"], ["family", "title", "Title", None, "reviewed"])
    assert errors(sheet) == []
    assert [row.review for row in sheet.rows["family"].values()] == [None]


def test_every_error_is_found(tmp_path: Path) -> None:
    """What is wrong with one row does not hide what is wrong with the next."""
    head = [*NEEDED, "State"]
    wrong: list[list[object]] = [
        ["family", "a", "A", "=1+1", "draft"],
        ["family", "b", "B", "x", "done"],
        ["family", "c", "C", True, "draft"],
        ["family", "d", "D", "fine", "draft"],
        ["family", "d", "D", "again", "draft"],
    ]
    sheet = read(tmp_path, head, *wrong)
    assert errors(sheet) == [(2, 4), (3, None), (4, None), (6, None)]
    assert {key[0] for key in sheet.rows["family"]} == {"d"}


def test_cells_beside_the_table(tmp_path: Path) -> None:
    """What stands beside the columns, below the rows or on other sheets is passed over."""
    sheet = read(
        tmp_path, [*NEEDED, "", "Mine"], ["family", "title", "Title", "Teitl", "=1+1", "=A1"], [None] * 5 + ["sum"]
    )
    assert errors(sheet) == []
    assert len(sheet.rows["family"]) == 1


def test_rows_of_spaces(tmp_path: Path) -> None:
    """A row in which somebody only hit the space bar is an empty one."""
    sheet = read(tmp_path, NEEDED, ["family", "title", "Title", "Teitl"], [" ", "", None, "\n"])
    assert errors(sheet) == []
    assert list(sheet.rows) == ["family"]


def test_what_a_text_is_to_be() -> None:
    """A row changes what it says; what had no column stays as it is now."""
    now = Row("family", "title", "Title", "Teitl", "a comment", "a note", State.REVIEWED, ("A reader", DAY))
    given = Given(2, "family", "title", "Title", "Teitl newydd", None, None, None, None)
    made = given.over(now)
    assert (made.translation, made.note, made.state, made.review) == (
        "Teitl newydd", "a note", State.REVIEWED, ("A reader", DAY),
    )  # fmt: skip
    whole = Given(2, "family", "title", "Title", "Teitl", "", State.DRAFT, None, None).over(now)
    assert (whole.note, whole.state, whole.review, whole.comment) == ("", State.DRAFT, None, "a comment")


def test_words_are_stripped(tmp_path: Path) -> None:
    """Spaces and breaks around words are no part of them; a space that holds words together is."""
    sheet = read(
        tmp_path, [f" {heading} " for heading in NEEDED], ["family", "title\n", "Title", " Teitl\u00a0y\n siarter "]
    )
    assert errors(sheet) == []
    [row] = sheet.rows["family"].values()
    assert (row.context, row.translation) == ("title", "Teitl\u00a0y siarter")
