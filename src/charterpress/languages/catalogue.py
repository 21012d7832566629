"""Read PO catalogues: which texts are translated, how far, and where the file says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError

from charterpress.content.textfile import load_text
from charterpress.findings import Finding
from charterpress.languages.pofile import PoCatalog, broken_lines, parse_po

READER = "X-Native-Reader"


class State(StrEnum):
    """Say how far a translation has come; only drafts and reviewed ones may be shown."""

    MISSING = "missing"
    DRAFT = "draft"
    NEEDS_REVIEW = "needs review"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Entry:
    """Hold one translation; `line` counts from 1 in the PO file."""

    context: str
    source: str
    translation: str
    state: State
    line: int


@dataclass(frozen=True)
class Catalogue:
    """Hold the translations of one document into one language, by context and source text.

    `reader` is the native reader who has signed for the words: the header X-Native-Reader of the file.
    """

    path: Path
    locale: str
    entries: Mapping[tuple[str, str], Entry]
    findings: tuple[Finding, ...] = ()
    reader: str = ""

    def find(self, context: str, source: str) -> Entry | None:
        """Return the translation of a text, if the catalogue has one of exactly this text."""
        return self.entries.get((context, source))


def load_catalogue(path: Path, locale: str) -> Catalogue:
    """Read a PO file; a missing file is an empty catalogue, a broken one gives findings."""
    if not path.is_file():
        return Catalogue(path, locale, {})
    catalog, findings = load_po(path, locale)
    if catalog is None:
        return Catalogue(path, locale, {}, findings)
    entries = {}
    for message in catalog:
        if message.id:
            entry = _entry(message)
            entries[entry.context, entry.source] = entry
    return Catalogue(path, locale, entries, reader=catalog.field(READER))


def load_po(path: Path, locale: str) -> tuple[PoCatalog | None, tuple[Finding, ...]]:
    """Read a PO file into a catalogue, or return why it cannot be read: every line that is broken."""
    file = load_text(path)
    if file.text is None:
        return None, file.findings
    broken = [(line, "this line is no whole text in quotes") for line in broken_lines(file.text)]
    if not broken:
        try:
            return parse_po(file.text, locale), ()
        except PoFileError as error:
            reason = str(error.args[0]).removesuffix(f" on {error.lineno}") if error.args else "it makes no sense"
            broken = [((error.lineno or 0) + 1, reason)]
        except ValueError as error:
            broken = [(1, str(error))]
    hint = "Check the quotes on this line and the one before it: every text starts and ends with one."
    return None, tuple(
        Finding("po-syntax", f"the PO file cannot be read: {reason}", hint, file=path, line=line, locale=locale)
        for line, reason in broken
    )


def _entry(message: Message) -> Entry:
    source = message.id if isinstance(message.id, str) else message.id[0]
    translation = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
    if not translation:
        state = State.MISSING
    elif message.fuzzy:
        state = State.NEEDS_REVIEW
    else:
        state = State.REVIEWED if "reviewed" in message.flags else State.DRAFT
    return Entry(message.context or "", source, translation, state, message.lineno or 1)
