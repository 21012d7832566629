"""Put what every document has into the public format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from charterpress.content.adaptation.permission import licence_of
from charterpress.content.inline import note_calls
from charterpress.content.licences import is_stated, licence_address
from charterpress.content.model import Document
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import MACHINE, State
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import Localised
from charterpress.site.addresses import SiteMap, path_of
from charterpress.site.opendata.addresses import Addresses, data_file, text_file
from charterpress.site.opendata.format.document import (
    Contact,
    Counts,
    Definition,
    Licence,
    Note,
    Review,
    Source,
    Translation,
)
from charterpress.site.opendata.wording import Wording


@dataclass(frozen=True)
class Shelf:
    """Hold the documents of a site in all its languages, and which one is written now."""

    languages: Mapping[str, LocalisedLibrary]
    sitemap: SiteMap
    locale: str

    @property
    def library(self) -> LocalisedLibrary:
        """Return the documents in the language that is written now."""
        return self.languages[self.locale]

    @property
    def addresses(self) -> Addresses:
        """Return what writes the addresses of the language."""
        return Addresses(self.sitemap, self.library)

    def depth(self, path: str) -> int:
        """Return how many folders below the root of the site a page of the language stands."""
        address = self.sitemap.address(self.locale, path)
        return address.count("/") + 1 if address else 0

    def wording(self, document: Document) -> Wording:
        """Return what writes the texts of a document."""
        return Wording(self.addresses, document)

    def translations(self, document: Document) -> Iterator[Translation]:
        """Yield how far a document has come in each language that shows it."""
        for code in self.sitemap.locales:
            library = self.languages[code]
            if document.id in library.shown and (code == self.locale or code not in PSEUDO_LOCALES):
                yield self._translation(library.documents[document.id])

    def _translation(self, item: Localised) -> Translation:
        key, code = item.document.id, item.locale
        return Translation(
            language=code,
            state=_state(item),
            method=("machine" if item.method == MACHINE else "person" if item.translator else None),
            translator=item.translator if item.translator and item.method != MACHINE else None,
            reviews=tuple(Review(name=review.name, day=review.day) for review in item.reviews),
            texts=None if item.is_source else _counts(item),
            address=self.addresses.page(path_of(item.document), code),
            data=self.addresses.file(data_file(key), code),
            plain_text=self.addresses.file(text_file(key), code),
        )

    def common(self, document: Document) -> dict[str, Any]:
        """Return what every document has, by the keys of the public format."""
        say = self.wording(document)
        return {
            "kind": document.kind,
            "id": document.id,
            "address": self.addresses.of(document),
            "language": self.locale,
            "original_language": document.language,
            "title": say.label(document.title),
            "summary": say.words(document.summary),
            "audience": document.audience.value,
            "version": document.version,
            "approved": document.approved,
            "review_by": document.review_by,
            "publisher": say.organisation(document.publisher),
            "source": _source(document, say),
            "licence": open_licence(licence_of(document), say),
            "translations": tuple(self.translations(document)),
            "definitions": tuple(
                Definition(
                    id=each.id,
                    address=say.address(each.id),
                    term=say.label(each.term),
                    meaning=say.words(each.meaning),
                )
                for each in document.definitions
            ),
            "notes": tuple(_notes(document, say)),
            "contacts": tuple(
                Contact(
                    id=each.id,
                    address=say.address(each.id),
                    name=say.label(each.name),
                    purpose=say.words(each.purpose),
                    email=each.email,
                    phone=each.phone,
                    website=each.url,
                )
                for each in document.contacts
            ),
            "acknowledgements": say.all(document.acknowledgements),
        }


def _state(item: Localised) -> Any:  # noqa: ANN401 - one of the words that the format has for it
    if item.is_source:
        return "original"
    if item.draft:
        return "draft"
    return "reviewed" if item.complete else "incomplete"


def _counts(item: Localised) -> Counts:
    return Counts(
        total=len(item.texts),
        reviewed=sum(text.shown and text.state is State.REVIEWED for text in item.texts),
        draft=sum(text.shown and text.state is State.DRAFT for text in item.texts),
        untranslated=len(item.untranslated),
    )


def _source(document: Document, say: Wording) -> Source | None:
    source = document.source
    if source is None:
        return None
    return Source(
        title=say.label(source.title),
        publisher=say.label(source.publisher),
        website=source.url,
        retrieved=source.retrieved,
        plain_english_version=source.plain_english_version,
    )


def open_licence(licence: str, say: Wording) -> Licence:
    """Return a licence, given in the words of an editor; empty where none is given."""
    if not licence or not is_stated(licence):
        return Licence(stated=False)
    return Licence(stated=True, name=say.label(licence), website=licence_address(licence))


def _notes(document: Document, say: Wording) -> Iterator[Note]:
    """Yield the notes that a text calls, as the page has them: in the order of the first calls."""
    by_id = {note.id: note for note in document.notes}
    for call in dict.fromkeys(call for text in texts_of(document) for call in note_calls(text.text)):
        if call in by_id:
            yield Note(id=call, address=say.address(call), words=say.words(by_id[call].text))
