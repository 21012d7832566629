"""Write the texts of a language into a spreadsheet, for translators who have nothing else."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from babel.messages.catalog import Message
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from charterpress.content.writing import write_files
from charterpress.findings import Finding
from charterpress.languages.catalogue import State, entry_of
from charterpress.languages.exchange.scope import load_scope
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.pofile import PoCatalog, parse_po, translations_of
from charterpress.languages.reviews import unsigned
from charterpress.languages.update import memory_of, update_catalogue

SHEET = "Texts"
MARK = "Mark"
"""The heading of a hidden column: by it we see whether anybody changed a row."""
HEADINGS: Mapping[str, int] = {
    "Document": 22,
    "Context": 26,
    "Source": 60,
    "Translation": 60,
    "Comment": 44,
    "Note": 24,
    "State": 14,
    "Reviewed by": 20,
    "Reviewed on": 14,
    "Language": 10,
    MARK: 10,
}
"""The headings of the columns in their order, each with its width in letters."""

OPEN = frozenset({"Translation", "Note", "State", "Reviewed by", "Reviewed on"})
"""The columns that a translator fills in."""

_FIRST = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_READ_ME = (
    "Texts to translate into {name} ({code})",
    "",
    "Fill in the column Translation on the sheet Texts. Each row is one text; the rows are in the order of the page.",
    "Comment says what kind of text it is, and who promises it to whom.",
    "Numbers, [links](with their targets), [^notes], {{names in braces}} and e-mail addresses must stay as they are.",
    "A promise must be just as strong as in the source: must, should, may, not, unless.",
    "State: missing, draft, needs review, reviewed.",
    "“Needs review” means that the source has changed: read both, mend the translation, and set the state to draft.",
    "Who speaks the language and has read a translation may set it to reviewed, with their name and the day.",
    "Note is yours: what you were not sure of.",
    "You may sort rows and move columns. Do not change the headings or what stands in Document, Context and Source.",
    "Rows that you do not change change nothing.",
    "When you are not sure, leave Translation empty: families then get the source text, marked as such.",
)


@dataclass(frozen=True)
class Row:
    """Hold one text as it stands in a row; `review` is the name and the day of who has read it."""

    document: str
    context: str
    source: str
    translation: str
    comment: str
    note: str
    state: State
    review: tuple[str, date] | None

    @property
    def mark(self) -> str:
        """Return a fingerprint of what a translator may change."""
        name, day = self.review or ("", "")
        words = (self.translation, self.note, self.state.value, name, str(day))
        return hashlib.sha256("\0".join(words).encode()).hexdigest()[:8]


def export_workbook(root: Path, locale: str, wanted: tuple[str, ...], target: Path) -> tuple[int, tuple[Finding, ...]]:
    """Write a spreadsheet with the texts of a language, up to date, and return how many there are, and findings.

    With an error in any document or catalogue nothing is written. No PO file is changed.
    """
    scope, findings = load_scope(root, locale, wanted)
    if scope is None:
        return 0, findings
    problems = list(scope.problems)
    memory = memory_of(sorted((scope.project.i18n / locale).glob("*.po")), locale)
    rows: list[Row] = []
    for name, path in scope.paths():
        content, found = update_catalogue(path, locale, scope.template(name), scope.language(name), memory)
        problems.extend(found)
        if content is not None:
            rows.extend(rows_of(name, parse_po(content.decode(), locale)))
    if problems:
        return 0, scope.relative(problems)
    write_files({target: render_workbook(rows, load_locale(locale))})
    return len(rows), ()


def rows_of(document: str, catalog: PoCatalog) -> Iterator[Row]:
    """Yield a row for each text of a catalogue, and one for each plural form where a text has them."""
    for message in catalog:
        if message.id:
            yield from rows_for(document, message)


def rows_for(document: str, message: Message) -> Iterator[Row]:
    """Yield the row of a text, or one for each of its plural forms; words stand on one line."""
    entry = entry_of(message)
    review = entry.review
    signed = (review.name, review.day) if review is not None and entry.state is State.REVIEWED else None
    comment, note = "\n".join(message.auto_comments), "\n".join(unsigned(message.user_comments))
    for context, source, translation in _forms(message):
        words = on_one_line(source), on_one_line(translation)
        yield Row(document, context, *words, comment, note, entry.state, signed)


def on_one_line(text: str) -> str:
    """Return a text without the breaks that a cell may have; spaces that hold words together stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _forms(message: Message) -> Iterator[tuple[str, str, str]]:
    context = message.context or ""
    if isinstance(message.id, str):
        yield context, message.id, str(message.string)
        return
    one, many = message.id
    for form, translation in enumerate(translations_of(message)):
        yield f"{context}[{form}]", many if form else one, translation


def render_workbook(rows: Iterable[Row], locale: Locale) -> bytes:
    """Return the rows as the bytes of an .xlsx file; the same rows give the same sheet."""
    book = Workbook()
    book.properties.creator, book.properties.title = "charterpress", f"Texts in {locale.english_name}"
    book.properties.created = book.properties.modified = _FIRST
    first = book.worksheets[0]
    _write_read_me(first, locale)
    sheet = book.create_sheet(SHEET)
    sheet.append(list(HEADINGS))
    for row in rows:
        name, day = row.review or ("", None)
        values = (row.document, row.context, row.source, row.translation, row.comment, row.note, row.state.value)
        sheet.append([*("" for _ in HEADINGS)])
        for column, value in enumerate((*values, name, day, locale.code, row.mark), start=1):
            _fill(sheet.cell(sheet.max_row, column), value)
    _dress(sheet, locale)
    book.active = 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(cell: Cell, value: str | date | None) -> None:
    cell.value = value or None
    if isinstance(value, str) and value:
        # A text that starts with = is a text, no formula.
        cell.data_type = "s"
    elif value:
        cell.number_format = "yyyy-mm-dd"


def _write_read_me(sheet: Worksheet, locale: Locale) -> None:
    sheet.title = "Read me"
    sheet.column_dimensions["A"].width = 110
    for line in _READ_ME:
        sheet.append([line.format(name=locale.english_name, code=locale.code)])
        sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)


def _dress(sheet: Worksheet, locale: Locale) -> None:
    """Make the sheet easy to work in: fixed headings, wrapped text, the language's direction, a choice of states."""
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    fixed = PatternFill("solid", fgColor="F1F1EE")
    for index, (heading, width) in enumerate(HEADINGS.items(), start=1):
        head = sheet.cell(1, index)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F5673")
        sheet.column_dimensions[get_column_letter(index)].width = width
        sheet.column_dimensions[get_column_letter(index)].hidden = heading == MARK
        rtl = heading == "Translation" and locale.direction == "rtl"
        for (cell,) in sheet.iter_rows(min_row=2, min_col=index, max_col=index):
            cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if rtl else 0)
            cell.protection = Protection(locked=heading not in OPEN)
            if heading in OPEN:
                cell.number_format = "@" if heading in {"Translation", "Note"} else cell.number_format
            else:
                cell.fill = fixed
    states = DataValidation("list", formula1=f'"{",".join(state.value for state in State)}"', allow_blank=True)
    states.error, states.errorTitle = "Choose one of the states in the list.", "State"
    sheet.add_data_validation(states)
    letter = get_column_letter(list(HEADINGS).index("State") + 1)
    states.add(f"{letter}2:{letter}{max(2, sheet.max_row)}")
