"""Read a translator's spreadsheet into rows, and find everything that is wrong with it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from charterpress.findings import Finding, Level, has_errors, shortened
from charterpress.languages.catalogue import State
from charterpress.languages.exchange.workbook import HEADINGS, MARK, SHEET, Row, on_one_line

_LARGEST = 50_000_000
"""The most bytes that a spreadsheet may unpack to; eight documents in one language take about 300,000."""
_MOST_ROWS, _MOST_COLUMNS = 20_000, 50
_NEEDED = ("Document", "Context", "Source", "Translation")
RULE = "spreadsheet"
Key = tuple[str, str]
"""What tells the rows of one document apart: context, and source."""


@dataclass(frozen=True)
class Given:
    """Hold what a row of the sheet says; what is None had no column.

    `line` is the number of the row, counted from 1; `mark` is the fingerprint that the row had when it went out.
    """

    line: int
    document: str
    context: str
    source: str
    translation: str
    note: str | None
    state: State | None
    review: tuple[str, date] | None
    mark: str | None

    def over(self, row: Row) -> Row:
        """Return what a text is to be by this row, where it is `row` now."""
        note = row.note if self.note is None else self.note
        state = row.state if self.state is None else self.state
        review = self.review if self.state is not None else row.review
        return replace(row, translation=self.translation, note=note, state=state, review=review)


@dataclass
class Sheet:
    """Hold the rows of a spreadsheet by the document they belong to, each with its number, counted from 1."""

    path: Path
    locale: str
    rows: dict[str, dict[Key, Given]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def say(
        self, message: str, hint: str, line: int | None = None, column: int | None = None, level: Level = Level.ERROR
    ) -> None:
        """Note what is wrong with the spreadsheet; `line` is the number of a row, `column` that of a column."""
        self.findings.append(Finding(RULE, message, hint, level, self.path, line, column, self.locale))


def read_sheet(path: Path, locale: str) -> Sheet:
    """Read a translator's spreadsheet; whatever is wrong with it is among the findings of the sheet."""
    sheet = Sheet(path, locale)
    hint = "Send the file that 'charterpress translate export' wrote, saved as .xlsx."
    try:
        raw = path.read_bytes()
        with ZipFile(io.BytesIO(raw)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _LARGEST:
            sheet.say(f"the spreadsheet unpacks to {size:,} bytes; the limit is {_LARGEST:,}", hint)
            return sheet
        with warnings.catch_warnings():
            # It warns of decorations that it cannot keep; we only read.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw))
    except OSError as error:
        sheet.say(f"the spreadsheet cannot be read: {error.strerror or error}", "Check its name and its permissions.")
        return sheet
    except Exception as error:  # noqa: BLE001 - a damaged file may break the reader in any way
        sheet.say(f"this is no .xlsx spreadsheet that can be read: {shortened(str(error))}", hint)
        return sheet
    if SHEET not in book.sheetnames:
        sheet.say(f"the spreadsheet has no sheet '{SHEET}'", hint)
        return sheet
    texts = book[SHEET]
    if texts.max_row > _MOST_ROWS:
        sheet.say(
            f"the sheet has {texts.max_row:,} rows; the limit is {_MOST_ROWS:,}", "Delete what is below the texts."
        )
        return sheet
    # One stray cell far to the right would make millions of empty ones.
    lines = list(texts.iter_rows(max_col=min(texts.max_column, _MOST_COLUMNS)))
    columns = _columns(sheet, lines[0] if lines else ())
    if columns is not None:
        for line in lines[1:]:
            _read_row(sheet, line, columns)
        if not sheet.rows and not has_errors(sheet.findings):
            sheet.say("the spreadsheet has no texts", hint)
    return sheet


def _columns(sheet: Sheet, head: Sequence[Any]) -> dict[str, int] | None:
    """Return where each heading stands, from 0, or None when one that is needed is missing or stands twice."""
    found = [str(cell.value).strip() if cell.value is not None else "" for cell in head]
    problems = len(sheet.findings)
    for heading in HEADINGS:
        if found.count(heading) > 1:
            sheet.say(f"the heading '{heading}' stands twice", "Take the column out that is not the right one.", 1)
        elif heading in _NEEDED and heading not in found:
            hint = f"Row 1 must have the headings {', '.join(_NEEDED)}; the order does not matter."
            sheet.say(f"there is no column '{heading}'", hint, 1)
    if len(sheet.findings) > problems:
        return None
    columns = {heading: found.index(heading) for heading in HEADINGS if heading in found}
    if [heading for heading in found if heading in columns] != list(HEADINGS):
        message = "columns were moved or taken out; they were read by their headings"
        sheet.say(message, "Nothing to do, if the headings are right.", 1, level=Level.NOTE)
    return columns


def _read_row(sheet: Sheet, cells: Sequence[Any], columns: dict[str, int]) -> None:
    values: dict[str, Any] = {}
    line = cells[0].row
    for heading, index in columns.items():
        cell = cells[index] if index < len(cells) else None
        values[heading] = cell.value if cell is not None else None
        if cell is not None and cell.data_type == "f":
            hint = "Put the words themselves into the cell; where a text starts with =, put an apostrophe before it."
            sheet.say(f"the cell under '{heading}' holds a formula", hint, line, cell.column)
            return
        if cell is not None and cell.data_type == "e":
            sheet.say(
                f"the cell under '{heading}' holds the error {cell.value}", "Put the words in.", line, cell.column
            )
            return
    if not any(str(values.get(heading) or "").strip() for heading in _NEEDED):
        return
    texts = {heading: _text(sheet, values.get(heading), heading, line) for heading in HEADINGS if heading in values}
    if any(text is None for text in texts.values()):
        return
    row = _row(sheet, {heading: text or "" for heading, text in texts.items()}, line)
    if row is None:
        return
    rows = sheet.rows.setdefault(row.document, {})
    if (first := rows.get((row.context, row.source))) is not None:
        sheet.say(f"the same text stands in row {first.line} already", "Keep one of the two rows.", line)
        return
    rows[row.context, row.source] = row


def _text(sheet: Sheet, value: Any, heading: str, line: int) -> str | None:  # noqa: ANN401 - a cell holds anything
    """Return what a cell says, or None, with a finding, where the spreadsheet program made something else of it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip() if heading == "Note" else on_one_line(value)
    if isinstance(value, datetime | date):
        if heading == "Reviewed on":
            return (value.date() if isinstance(value, datetime) else value).isoformat()
        sheet.say(
            f"the cell under '{heading}' holds a date, not words", "Format the cell as text and type it anew.", line
        )
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value) if float(value).is_integer() else value)
    sheet.say(f"the cell under '{heading}' holds {value!r}, not words", "Format it as text and type it anew.", line)
    return None


def _row(sheet: Sheet, texts: dict[str, str], line: int) -> Given | None:
    code, named = texts.get("Language") or sheet.locale, texts.get("State")
    if code != sheet.locale:
        hint = "Import it into its own language."
        sheet.say(f"this row is in the language '{code}', not '{sheet.locale}'", hint, line)
        return None
    state = next((each for each in State if named is not None and each.value == (named or State.DRAFT).lower()), None)
    if named is not None and state is None:
        hint = f"Use one of: {', '.join(each.value for each in State)}."
        sheet.say(f"'{named}' is no state of a translation", hint, line)
        return None
    review = _review(sheet, texts, line) if state is State.REVIEWED and texts["Translation"] else None
    return Given(
        line=line,
        document=texts["Document"],
        context=texts["Context"],
        source=texts["Source"],
        translation=texts["Translation"],
        note=texts.get("Note"),
        state=state,
        review=review,
        mark=texts.get(MARK) or None,
    )


def _review(sheet: Sheet, texts: dict[str, str], line: int) -> tuple[str, date] | None:
    name, day = texts.get("Reviewed by", ""), texts.get("Reviewed on", "")
    if not name:
        sheet.say("a reviewed text needs the name of who has read it", "Write it under 'Reviewed by'.", line)
    try:
        return name, date.fromisoformat(day)
    except ValueError:
        sheet.say("a reviewed text needs the day of the review", "Write it as 2027-01-31 under 'Reviewed on'.", line)
        return None
