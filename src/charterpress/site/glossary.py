"""Gather what every document explains into one word list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charterpress.content.model import Document
from charterpress.content.model.base import Definition
from charterpress.languages.library import LocalisedLibrary


@dataclass(frozen=True)
class GlossaryEntry:
    """Hold a term, its first meaning, and the documents that use it, with the anchor in each.

    `anchor` is the permanent address of the entry itself; no two entries share one.
    """

    anchor: str
    definition: Definition
    documents: tuple[Document, ...]
    anchors: Mapping[str, str]


def glossary_entries(library: LocalisedLibrary) -> tuple[GlossaryEntry, ...]:
    """Return the terms of every document that is shown, in alphabetical order.

    Two documents that give a term the same meaning share an entry; different meanings stay apart.
    """
    uses: dict[tuple[str, str], list[tuple[Definition, Document]]] = {}
    shown = sorted((library.documents[key].document for key in library.shown), key=lambda d: (d.kind, d.order, d.id))
    for document in shown:
        for definition in document.definitions:
            uses.setdefault((definition.term.casefold(), definition.meaning), []).append((definition, document))
    entries: dict[str, GlossaryEntry] = {}
    for found in uses.values():
        definition, first = found[0]
        anchor = f"{definition.id}-{first.id}" if definition.id in entries else definition.id
        documents = tuple(document for _, document in found)
        entries[anchor] = GlossaryEntry(anchor, definition, documents, {document.id: d.id for d, document in found})
    return tuple(sorted(entries.values(), key=lambda entry: entry.definition.term.casefold()))
