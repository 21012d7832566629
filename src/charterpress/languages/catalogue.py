"""Read PO catalogues: which texts are translated, how far, and where the file says so."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from charterpress.content.textfile import load_text
from charterpress.findings import Finding


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
    """Hold the translations of one document into one language, by context and source text."""

    path: Path
    locale: str
    entries: Mapping[tuple[str, str], Entry]
    findings: tuple[Finding, ...] = ()

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
    return Catalogue(path, locale, entries)


def load_po(path: Path, locale: str) -> tuple[Catalog | None, tuple[Finding, ...]]:
    """Read a PO file into Babel's catalogue, or return why it cannot be read."""
    file = load_text(path)
    if file.text is None:
        return None, file.findings
    try:
        return read_po(io.BytesIO(file.text.encode()), locale=locale.replace("-", "_"), abort_invalid=True), ()
    except PoFileError as error:
        line = (error.lineno if error.lineno is not None else 0) + 1
        message = f"the PO file cannot be read: {error.args[0] if error.args else error}"
    except ValueError as error:
        line, message = 1, f"the PO file cannot be read: {error}"
    hint = "Check the quotes on this line: every text starts and ends with one."
    return None, (Finding("po-syntax", message, hint, file=path, line=line, locale=locale),)


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
