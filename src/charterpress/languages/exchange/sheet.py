"""Read a translator's spreadsheet into rows, and find everything that is wrong with it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from charterpress.findings import Finding, Level, shortened
from charterpress.languages.catalogue import State
from charterpress.languages.exchange.workbook import HEADINGS, SHEET, Row

_LARGEST = 50_000_000
"""The most bytes that a spreadsheet may unpack to; eight documents in one language take about 300,000."""
_NEEDED = ("Document", "Context", "Source", "Translation")
RULE = "spreadsheet"
Key = tuple[str, str]
"""What tells the rows of one document apart: context, and source."""


@dataclass
class Sheet:
    """Hold the rows of a spreadsheet by the document they belong to, each with its number, counted from 1."""

    path: Path
    locale: str
    rows: dict[str, dict[Key, tuple[int, Row]]] = field(default_factory=dict)
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
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError, AttributeError) as error:
        sheet.say(f"this is no .xlsx spreadsheet that can be read: {shortened(str(error))}", hint)
        return sheet
    if SHEET not in book.sheetnames:
        sheet.say(f"the spreadsheet has no sheet '{SHEET}'", hint)
        return sheet
    lines = list(book[SHEET].iter_rows())
    columns = _columns(sheet, lines[0] if lines else ())
    if columns is not None:
        for line in lines[1:]:
            _read_row(sheet, line, columns)
        if not sheet.rows and not sheet.findings:
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
    if not any(values.get(heading) for heading in _NEEDED):
        return
    texts = {heading: _text(sheet, values.get(heading), heading, line) for heading in HEADINGS if heading in values}
    if any(text is None for text in texts.values()):
        return
    row = _row(sheet, {heading: text or "" for heading, text in texts.items()}, line)
    if row is None:
        return
    rows = sheet.rows.setdefault(row.document, {})
    if (row.context, row.source) in rows:
        first = rows[row.context, row.source][0]
        sheet.say(f"the same text stands in row {first} already", "Keep one of the two rows.", line)
        return
    rows[row.context, row.source] = (line, row)


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


def on_one_line(text: str) -> str:
    """Return a text without the breaks that a cell may have; spaces that hold words together stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _row(sheet: Sheet, texts: dict[str, str], line: int) -> Row | None:
    code, state = texts.get("Language") or sheet.locale, texts.get("State") or State.DRAFT.value
    if code != sheet.locale:
        sheet.say(
            f"this row is in the language '{code}', not '{sheet.locale}'", "Import it into its own language.", line
        )
        return None
    if state.lower() not in {each.value for each in State}:
        hint = f"Use one of: {', '.join(each.value for each in State)}."
        sheet.say(f"'{state}' is no state of a translation", hint, line)
        return None
    review = None
    if State(state.lower()) is State.REVIEWED and texts["Translation"]:
        name = texts.get("Reviewed by", "")
        try:
            review = (name, date.fromisoformat(texts.get("Reviewed on", "")))
        except ValueError:
            sheet.say(
                "a reviewed text needs the day of the review", "Write it as 2027-01-31 under 'Reviewed on'.", line
            )
        if not name:
            sheet.say("a reviewed text needs the name of who has read it", "Write it under 'Reviewed by'.", line)
            review = None
    return Row(
        texts["Document"],
        texts["Context"],
        texts["Source"],
        texts["Translation"],
        "",
        texts.get("Note", ""),
        State(state.lower()),
        review,
    )
