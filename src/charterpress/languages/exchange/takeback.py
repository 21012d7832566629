"""Take translations back from a spreadsheet: everything that is in order, or nothing."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from babel.messages.catalog import Message
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from charterpress.findings import Finding, Level, has_errors, in_order, shortened
from charterpress.languages.catalogue import State, entry_of
from charterpress.languages.checks import check_entry
from charterpress.languages.exchange.files import write_files
from charterpress.languages.exchange.scope import Scope, load_scope
from charterpress.languages.exchange.workbook import HEADINGS, SHEET, Row, rows_of
from charterpress.languages.meaning import Change, compare
from charterpress.languages.pofile import FUZZY, PoCatalog, parse_po, render_po, source_of, translations_of
from charterpress.languages.reviews import sign
from charterpress.languages.terminology import load_terminology
from charterpress.languages.update import update_catalogue

_LARGEST = 50_000_000
"""The most bytes that a spreadsheet may unpack to; eight documents in one language take about 300,000."""
_NEEDED = ("Document", "Context", "Source", "Translation")
_RULE = "spreadsheet"
Key = tuple[str, str]
"""What tells the rows of one document apart: context, and source."""


@dataclass
class _Sheet:
    """Hold the rows of a spreadsheet by the document they belong to, each with its number, counted from 1."""

    path: Path
    locale: str
    rows: dict[str, dict[Key, tuple[int, Row]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def say(
        self, message: str, hint: str, line: int | None = None, column: int | None = None, level: Level = Level.ERROR
    ) -> None:
        """Note what is wrong with the spreadsheet; `line` is the number of a row, `column` that of a column."""
        self.findings.append(Finding(_RULE, message, hint, level, self.path, line, column, self.locale))


def import_workbook(root: Path, locale: str, source: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Take the translations of a spreadsheet into the PO files of a language; return what was written, and findings.

    With an error anywhere nothing is written. Rows may stand in any order and columns under their headings anywhere.
    A row whose source has changed since is taken in for another look.
    """
    sheet = _read(source, locale)
    if has_errors(sheet.findings):
        return (), in_order(sheet.findings)
    scope, findings = load_scope(root, locale, ())
    if scope is None:
        return (), findings
    known = {*scope.library.documents, "interface"}
    for name in sorted(set(sheet.rows) - known):
        first = min(line for line, _ in sheet.rows[name].values())
        sheet.say(f"there is no document '{name}'", "Put back what stood in the column Document.", first)
    scope, _ = load_scope(root, locale, tuple(sorted(set(sheet.rows) & known)))
    if scope is None or not scope.names:
        return (), in_order(sheet.findings)
    files: dict[Path, bytes] = {}
    problems = [*scope.problems]
    for name, path in scope.paths():
        content, found = _merged(scope, name, path, sheet)
        problems.extend(found)
        if content is not None and not (path.is_file() and path.read_bytes() == content):
            files[path] = content
    everything = [*sheet.findings, *problems]
    if has_errors(everything):
        return (), scope.relative(everything)
    write_files(files)
    return tuple(path.relative_to(scope.project.root) for path in files), scope.relative(everything)


def _read(path: Path, locale: str) -> _Sheet:
    sheet = _Sheet(path, locale)
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


def _columns(sheet: _Sheet, head: Sequence[Any]) -> dict[str, int] | None:
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


def _read_row(sheet: _Sheet, cells: Sequence[Any], columns: dict[str, int]) -> None:
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


def _text(sheet: _Sheet, value: Any, heading: str, line: int) -> str | None:  # noqa: ANN401 - a cell holds anything
    """Return what a cell says, or None, with a finding, where the spreadsheet program made something else of it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip() if heading == "Note" else _on_one_line(value)
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


def _on_one_line(text: str) -> str:
    """Return a text without the breaks that a cell may have; spaces that hold words together stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _row(sheet: _Sheet, texts: dict[str, str], line: int) -> Row | None:
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


def _merged(scope: Scope, name: str, path: Path, sheet: _Sheet) -> tuple[bytes | None, list[Finding]]:
    """Return the PO file of a document with the rows of the spreadsheet taken in, and what is wrong with them."""
    content, found = update_catalogue(path, scope.locale, scope.template(name), scope.language(name))
    if content is None:
        return None, list(found)
    catalog = parse_po(content.decode(), scope.locale)
    rows = dict(sheet.rows[name])
    order = [key for row in rows_of(name, catalog) if (key := (row.context, row.source)) in rows]
    if order != [key for key in rows if key in set(order)]:
        first = min(line for line, _ in rows.values())
        message = f"the rows of '{name}' stand in another order than on its page; each was found by its context"
        sheet.say(message, "Nothing to do.", first, level=Level.NOTE)
    findings = list(_take_in(scope, name, catalog, rows, sheet.path))
    return render_po(catalog), findings


def _take_in(
    scope: Scope, name: str, catalog: PoCatalog, rows: dict[Key, tuple[int, Row]], path: Path
) -> Iterator[Finding]:
    language, terminology = scope.language(name), load_terminology(scope.project.i18n, scope.locale)
    for message in catalog:
        if not message.id:
            continue
        taken = [rows.pop(key, None) for key in _keys(message)]
        if not any(taken):
            taken = [_older(rows, message)]
        found = [each for each in taken if each is not None]
        if not found:
            continue
        line, row = found[0]
        yield from _apply(message, [each for _, each in found], language, path, line)
        if all(translations_of(message)):
            for fault in check_entry(entry_of(message), language, scope.locale, terminology):
                yield Finding(
                    fault.rule,
                    fault.message,
                    fault.hint or "Copy it from the source exactly as it stands there.",
                    Level(fault.level),
                    path,
                    line,
                    locale=scope.locale,
                )
    for line, row in rows.values():
        gone = f"the text is no longer in '{name}', so its row is passed over: “{shortened(row.source)}”"
        yield Finding(_RULE, gone, "Nothing to do.", Level.WARNING, path, line, locale=scope.locale)


def _keys(message: Message) -> list[Key]:
    context = message.context or ""
    if isinstance(message.id, str):
        return [(context, _on_one_line(message.id))]
    one, many = message.id
    return [(f"{context}[{form}]", many if form else one) for form in range(len(translations_of(message)))]


def _older(rows: dict[Key, tuple[int, Row]], message: Message) -> tuple[int, Row] | None:
    """Take the row of an older version of a text: it stands under the same context."""
    key = next((key for key in rows if key[0] == (message.context or "")), None) if message.context else None
    return rows.pop(key) if key is not None else None


def _apply(message: Message, rows: list[Row], language: str, path: Path, line: int) -> Iterator[Finding]:
    """Put the words, the state, the note and the signature of a row into a message."""
    row, before = rows[0], entry_of(message)
    plural = not isinstance(message.id, str)
    words = tuple(each.translation for each in rows)
    changed = words != translations_of(message)
    message.string = words if plural else words[0]
    message.user_comments = row.note.splitlines()
    source = source_of(message)
    difference = compare(row.source, _on_one_line(source), language) if not plural else None
    if difference is not None and difference.change > Change.PUNCTUATION:
        # The translator had the older source before them.
        message.flags.add(FUZZY)
        message.previous_id = [row.source]
        text = f"the source has changed since the spreadsheet was made ({difference}); the text needs another look"
        yield Finding(_RULE, text, "Run 'charterpress translate update' and mend it.", Level.WARNING, path, line)
        return
    if row.state is State.NEEDS_REVIEW and not changed:
        message.flags.add(FUZZY)
        return
    message.flags.discard(FUZZY)
    message.previous_id = []
    if row.review is None or not all(words):
        return
    if changed and before.review is not None and (before.review.name, before.review.day) == row.review:
        text = f"the words were changed after {row.review[0]} had read them on {row.review[1]}; they are a draft again"
        yield Finding(_RULE, text, "Have them read again and put in the new day.", Level.WARNING, path, line)
        return
    message.user_comments.append(sign(*row.review, source, words[0]))
