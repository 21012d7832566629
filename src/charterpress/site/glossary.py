"""Gather what every document explains into one word list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from charterpress.content.model import Document
from charterpress.content.model.base import Definition
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.terms import ANCHOR, terms_in


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
        for definition in (*document.definitions, *_from_vocabulary(document, library.locale.code)):
            uses.setdefault((definition.term.casefold(), definition.meaning), []).append((definition, document))
    entries: dict[str, GlossaryEntry] = {}
    for found in uses.values():
        definition, first = found[0]
        anchor = f"{definition.id}-{first.id}" if definition.id in entries else definition.id
        documents = tuple(document for _, document in found)
        # A term of the vocabulary is explained where the page first uses it; only a definition has an address.
        anchors = {document.id: each.id for each, document in found if each in document.definitions}
        entries[anchor] = GlossaryEntry(anchor, definition, documents, anchors)
    return tuple(sorted(entries.values(), key=lambda entry: entry.definition.term.casefold()))


def addresses_in(entries: Iterable[GlossaryEntry], document_id: str) -> Mapping[str, str]:
    """Return where the word list has the terms of a document: by their ids on its page, where the two differ."""
    own = (entry for entry in entries if document_id in {document.id for document in entry.documents})
    here = ((entry.anchors.get(document_id, entry.definition.id), entry.anchor) for entry in own)
    return {identifier: anchor for identifier, anchor in here if identifier != anchor}


def _from_vocabulary(document: Document, locale: str) -> Iterator[Definition]:
    """Yield the terms of the vocabulary that a page explains besides the document's own."""
    for term in terms_in(document, locale):
        yield Definition(id=f"{ANCHOR}{term.id}", term=term.title, meaning=term.meaning)
