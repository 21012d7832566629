"""Gather what every document explains into one word list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charterpress.content.model import Document
from charterpress.content.model.base import Definition
from charterpress.languages.library import LocalisedLibrary


@dataclass(frozen=True)
class GlossaryEntry:
    """Hold a term, its first meaning, and the documents that use it, with the anchor in each."""

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
    entries = [
        GlossaryEntry(
            found[0][0], tuple(document for _, document in found), {document.id: d.id for d, document in found}
        )
        for found in uses.values()
    ]
    return tuple(sorted(entries, key=lambda entry: entry.definition.term.casefold()))
