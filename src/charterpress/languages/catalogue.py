"""Read PO catalogues: which texts are translated, how far, by whom, and where the file says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError

from charterpress.content.textfile import load_text
from charterpress.findings import Finding, Level
from charterpress.languages.pofile import PoCatalog, broken_lines, parse_po, source_of, translations_of
from charterpress.languages.reviews import Review, review_in

METHOD = "X-Translation-Method"
"""The header field that says how the words came to be: by a machine, or by a person."""
MACHINE = "machine"
_NUMBERS_TRIED = 1000


class State(StrEnum):
    """Say how far a translation has come; only drafts and reviewed ones may be shown."""

    MISSING = "missing"
    DRAFT = "draft"
    NEEDS_REVIEW = "needs review"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Entry:
    """Hold one translation; `line` counts from 1 in the PO file.

    `forms` has the translations of each plural form, where the text has one; `translation` is the first of them.
    `previous` is the source text that the translation was made for, where that has changed since. `path` is that of
    the PO file, where it is not the document's own.
    """

    context: str
    source: str
    translation: str
    state: State
    line: int
    previous: str = ""
    review: Review | None = None
    forms: tuple[str, ...] = ()
    path: Path | None = None


@dataclass(frozen=True)
class Catalogue:
    """Hold the translations of one document into one language, by context and source text.

    `method` says how they came to be, and `translator` who made them, as the header of the file has it; `plurals`
    is the expression that chooses among plural forms. `unread` tells whether the file has anything that could not be
    read: then what is not here may be translated all the same.
    """

    path: Path
    locale: str
    entries: Mapping[tuple[str, str], Entry]
    findings: tuple[Finding, ...] = ()
    method: str = ""
    translator: str = ""
    plurals: str = "n != 1"
    unread: bool = False

    def find(self, context: str, source: str) -> Entry | None:
        """Return the translation of a text, if the catalogue has one of exactly this text."""
        return self.entries.get((context, source))

    @cached_property
    def by_context(self) -> Mapping[str, tuple[Entry, ...]]:
        """Return the translations that stand under each context."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.context].append(entry)
        return {context: tuple(entries) for context, entries in found.items()}


def load_catalogue(path: Path, locale: str) -> Catalogue:
    """Read a PO file; a missing file is an empty catalogue, a broken one gives findings."""
    if not path.is_file():
        return Catalogue(path, locale, {})
    catalog, findings = _read_po(path, locale)
    if catalog is None:
        return Catalogue(path, locale, {}, findings, unread=True)
    entries: dict[tuple[str, str], Entry] = {}
    problems: list[Finding] = list(findings)
    # Which of two is meant, nobody knows.
    twice = {line for lines in catalog.twice for line in lines}
    for message in catalog:
        if message.id and message.lineno not in twice:
            entry = entry_of(message)
            entries[entry.context, entry.source] = entry
            problems.extend(_check_state(path, locale, message, entry))
    return Catalogue(
        path,
        locale,
        entries,
        tuple(problems),
        method=catalog.field(METHOD),
        translator=catalog.translator,
        plurals=catalog.plural_expr,
        unread=bool(findings),
    )


def load_po(path: Path, locale: str) -> tuple[PoCatalog | None, tuple[Finding, ...]]:
    """Read a PO file into a catalogue, or return what keeps it from being written again."""
    catalog, findings = _read_po(path, locale)
    return (None if findings else catalog), findings


def _read_po(path: Path, locale: str) -> tuple[PoCatalog | None, tuple[Finding, ...]]:
    """Read what can be read of a PO file, and return what is wrong with it: every line that is broken."""
    file = load_text(path)
    if file.text is None:
        return None, file.findings
    broken = [(line, "this line is no whole text in quotes") for line in broken_lines(file.text)]
    if not broken:
        try:
            catalog = parse_po(file.text, locale)
        except PoFileError as error:
            reason = str(error.args[0]).removesuffix(f" on {error.lineno}") if error.args else "it makes no sense"
            broken = [((error.lineno or 0) + 1, reason)]
        except ValueError as error:
            broken = [(1, str(error))]
        else:
            found = (*_duplicates(catalog, path, locale), *_check_plural_forms(catalog, file.text, path, locale))
            return catalog, found
    hint = "Check the quotes on this line and the one before it: every text starts and ends with one."
    return None, tuple(
        Finding("po-syntax", f"the PO file cannot be read: {reason}", hint, file=path, line=line, locale=locale)
        for line, reason in broken
    )


def _duplicates(catalog: PoCatalog, path: Path, locale: str) -> Iterator[Finding]:
    for line, first in catalog.twice:
        message = f"the same text stands under the same context in line {first}"
        hint = "Keep one of the two and take the other out."
        yield Finding("po-duplicate", message, hint, file=path, line=line, locale=locale)


def _check_plural_forms(catalog: PoCatalog, text: str, path: Path, locale: str) -> Iterator[Finding]:
    """Yield where the header's rule for plural forms makes no sense: it is worked out for every page that counts."""
    if not _chooses(catalog.plural_expr, catalog.num_plurals):
        line = next((n for n, each in enumerate(text.split("\n"), start=1) if "Plural-Forms" in each), 1)
        message = f"the header's rule for plural forms makes no sense: plural={catalog.plural_expr}"
        hint = "Copy the line 'Plural-Forms' from another file of this language."
        yield Finding("po-syntax", message, hint, file=path, line=line, locale=locale)


@cache
def _chooses(rule: str, forms: int) -> bool:
    """Tell whether a rule gives one of so many plural forms for every number."""
    try:
        choose = c2py(rule)
        return all(0 <= choose(number) < forms for number in range(_NUMBERS_TRIED))
    except (ValueError, ArithmeticError, RecursionError):
        return False


def entry_of(message: Message) -> Entry:
    """Return what a message of a PO file says of one text."""
    source, translations = source_of(message), translations_of(message)
    translation, forms = translations[0], translations if message.pluralizable else ()
    review = review_in(message.user_comments, source, *translations)
    if not all(translations):
        state = State.MISSING
    elif message.fuzzy:
        state = State.NEEDS_REVIEW
    else:
        state = State.REVIEWED if review is not None and review.holds else State.DRAFT
    previous = str(message.previous_id[0]) if message.previous_id else ""
    return Entry(message.context or "", source, translation, state, message.lineno or 1, previous, review, forms)


def _check_state(path: Path, locale: str, message: Message, entry: Entry) -> Iterator[Finding]:
    """Yield where a file takes a text for reviewed, and nobody has signed for these words."""
    if any(entry.forms) and not all(entry.forms):
        yield Finding(
            "po-plurals",
            f"only {sum(map(bool, entry.forms))} of {len(entry.forms)} plural forms are translated",
            "Translate every msgstr[…]; the header 'Plural-Forms' says how many the language has.",
            file=path,
            line=entry.line,
            locale=locale,
        )
    if entry.review is not None and not entry.review.holds and entry.state is State.DRAFT:
        yield Finding(
            "review-outdated",
            f"these are not the words that {entry.review.name} read on {entry.review.day}; they count as a draft",
            "Have them read again, then sign: 'charterpress translate review --help' says how.",
            Level.WARNING,
            file=path,
            line=entry.line,
            locale=locale,
        )
    if "reviewed" in message.flags and entry.review is None:
        yield Finding(
            "review-unsigned",
            "this text is marked 'reviewed', but nobody has signed for it; it counts as a draft",
            "Sign with 'charterpress translate review', and take the mark out.",
            Level.WARNING,
            file=path,
            line=entry.line,
            locale=locale,
        )
