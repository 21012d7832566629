"""Take translations back from a spreadsheet: everything that is in order, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Message

from charterpress.content.writing import write_files
from charterpress.findings import Finding, Level, has_errors, in_order, shortened
from charterpress.languages.catalogue import State, entry_of
from charterpress.languages.checks import check_entry
from charterpress.languages.exchange.scope import Scope, load_scope
from charterpress.languages.exchange.sheet import RULE, Given, Key, Sheet, read_sheet
from charterpress.languages.exchange.workbook import Row, on_one_line, rows_for, rows_of
from charterpress.languages.meaning import Change, compare
from charterpress.languages.pofile import FUZZY, PoCatalog, parse_po, render_po, source_of, translations_of
from charterpress.languages.reviews import sign, unsigned
from charterpress.languages.terminology import load_terminology
from charterpress.languages.translate import similarity
from charterpress.languages.update import update_catalogue


def import_workbook(root: Path, locale: str, source: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Take the translations of a spreadsheet into the PO files of a language; return what was written, and findings.

    With an error anywhere nothing is written. Rows may stand in any order and columns under their headings anywhere.
    A row whose source has changed since is taken in for another look.
    """
    sheet = read_sheet(source, locale)
    if has_errors(sheet.findings):
        return (), in_order(sheet.findings)
    scope, findings = load_scope(root, locale, ())
    if scope is None:
        return (), findings
    known = {*scope.library.documents, "interface"}
    for name in sorted(set(sheet.rows) - known):
        first = min(row.line for row in sheet.rows[name].values())
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


def _merged(scope: Scope, name: str, path: Path, sheet: Sheet) -> tuple[bytes | None, list[Finding]]:
    """Return the PO file of a document with the rows of the spreadsheet taken in, and what is wrong with them."""
    content, found = update_catalogue(path, scope.locale, scope.template(name), scope.language(name))
    if content is None:
        return None, list(found)
    catalog = parse_po(content.decode(), scope.locale)
    rows = dict(sheet.rows[name])
    order = [key for row in rows_of(name, catalog) if (key := (row.context, row.source)) in rows]
    if order != [key for key in rows if key in set(order)]:
        first = min(row.line for row in rows.values())
        message = f"the rows of '{name}' stand in another order than on its page; each was found by its context"
        sheet.say(message, "Nothing to do.", first, level=Level.NOTE)
    findings = list(_take_in(scope, name, catalog, rows, sheet))
    return render_po(catalog), findings


def _take_in(scope: Scope, name: str, catalog: PoCatalog, rows: dict[Key, Given], sheet: Sheet) -> Iterator[Finding]:
    language, terminology = scope.language(name), load_terminology(scope.project.i18n, scope.locale)
    texts = [(message, list(rows_for(name, message))) for message in catalog if message.id]
    # Every text takes its own row first: only then is known which rows are of older versions.
    own = [[rows.pop((row.context, row.source), None) for row in now] for _, now in texts]
    for (message, now), exact in zip(texts, own, strict=True):
        given = exact if any(exact) or message.pluralizable else [_older(rows, message)]
        wanted = [row.over(before) if row is not None else before for row, before in zip(given, now, strict=True)]
        lines = [row.line for row in given if row is not None]
        if not lines or all(_untouched(*each) for each in zip(given, wanted, now, strict=True)):
            continue
        older = next((row.source for row in given if row is not None), "")
        yield from _apply(message, wanted, now, older, language, sheet, lines[0])
        if all(translations_of(message)):
            for fault in check_entry(entry_of(message), language, scope.locale, terminology):
                hint = fault.hint or "Copy it from the source exactly as it stands there."
                yield Finding(fault.rule, fault.message, hint, fault.level, sheet.path, lines[0], locale=scope.locale)
    for row in rows.values():
        if row.translation:
            gone = f"the text is no longer in '{name}', so its row is passed over: “{shortened(row.source)}”"
            yield Finding(RULE, gone, "Nothing to do.", Level.WARNING, sheet.path, row.line, locale=scope.locale)


def _older(rows: dict[Key, Given], message: Message) -> Given | None:
    """Take the row of an older version of a text: the most similar one under the same context."""
    older = [key for key in rows if message.context and key[0] == message.context]
    nearest = max(older, key=lambda key: similarity(key[1], source_of(message)), default=None)
    return rows.pop(nearest) if nearest is not None else None


def _untouched(given: Given | None, wanted: Row, now: Row) -> bool:
    """Tell whether a row asks for no change: nobody changed it, or it says what is there already.

    Without its mark, a row without words may just have gone out empty.
    """
    if given is None or given.mark == wanted.mark or (given.mark is None and not given.translation):
        return True
    return given.source == now.source and replace(wanted, comment="") == replace(now, comment="")


def _apply(  # noqa: PLR0913, PLR0917 - what is wanted, what is there, and where to say what is wrong
    message: Message, wanted: list[Row], now: list[Row], older: str, language: str, sheet: Sheet, line: int
) -> Iterator[Finding]:
    """Put the words, the state, the note and the signature of a row, or those of its plural forms, into a message."""
    row, before = wanted[0], entry_of(message)
    # Words that are the same keep the spaces that nobody sees.
    kept = zip(wanted, now, translations_of(message), strict=True)
    words = tuple(own if new.translation == old.translation else new.translation for new, old, own in kept)
    changed = words != translations_of(message)
    message.string = words if message.pluralizable else words[0]
    signatures = message.user_comments
    message.user_comments = row.note.splitlines()
    source = source_of(message)
    difference = compare(older, on_one_line(source), language)
    if difference.change > Change.PUNCTUATION and not message.pluralizable:
        # The translator had the older source before them.
        message.flags.add(FUZZY)
        message.previous_id = [older]
        what = f" ({difference})" if str(difference) else ""
        text = f"the source has changed since the spreadsheet was made{what}; the text needs another look"
        yield Finding(RULE, text, "Run 'charterpress translate update' and mend it.", Level.WARNING, sheet.path, line)
        return
    if row.state is State.NEEDS_REVIEW and not changed:
        message.flags.add(FUZZY)
        return
    message.flags.discard(FUZZY)
    message.previous_id = []
    if row.review is None or not all(words):
        return
    holds = before.review is not None and before.review.holds
    same = before.review is not None and (before.review.name, before.review.day) == row.review
    if changed and same and holds:
        text = f"the words were changed after {row.review[0]} had read them on {row.review[1]}; they are a draft again"
        yield Finding(RULE, text, "Have them read again and put in the new day.", Level.WARNING, sheet.path, line)
    elif same and holds:
        message.user_comments.extend(comment for comment in signatures if comment not in unsigned(signatures))
    else:
        message.user_comments.append(sign(*row.review, source, *words))
