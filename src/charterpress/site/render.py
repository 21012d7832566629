"""Render localised documents into pages with Jinja2 templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from charterpress.content.inline import plain_text
from charterpress.content.model import AdaptedCharter, Charter, Document, Guidance, Guide, Statement, Theme
from charterpress.content.model.text import Text
from charterpress.content.statement import Around
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.status import STATES, Progress
from charterpress.languages.words import Words
from charterpress.site.addresses import (
    ACCESSIBILITY,
    BOARD,
    DATA,
    FORMATS,
    GLOSSARY,
    HOME,
    SEARCH,
    SECTIONS,
    SiteMap,
    changes_path,
    codes_of,
    path_of,
)
from charterpress.site.beside import Beside
from charterpress.site.codes import WHOLE, named_addresses
from charterpress.site.documentpages import gathered, guidance_values, related, translation_of
from charterpress.site.forms import THANKS, Forms
from charterpress.site.glossary import GlossaryEntry, addresses_in, glossary_entries
from charterpress.site.labels import section_texts
from charterpress.site.page import Download, Heading, Page
from charterpress.site.pointers import Pointers
from charterpress.site.progress import board_of
from charterpress.site.richtext import RichText
from charterpress.site.statement import statement_values
from charterpress.site.takeaway import letter_to, listed, sharing_of, standing_of, whom_to_ask
from charterpress.site.terms import NO_TERMS, Explained, vocabulary_of

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def _plain(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704 - it is read, never shown as it is


@dataclass(frozen=True)
class PageRenderer:
    """Render the pages of one language.

    `titles` has those of the hand-written pages, by address; `around` is what the statement on accessibility rests on.
    """

    library: LocalisedLibrary
    words: Words
    sitemap: SiteMap
    environment: Environment
    downloads: tuple[Download, ...] = ()
    contact_email: str | None = None
    forms: Forms | None = None
    around: Around = field(default_factory=lambda: Around(date.min))
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def locale(self) -> str:
        """Return the code of the language."""
        return self.library.locale.code

    @cached_property
    def pointers(self) -> Pointers:
        """Return what finds the way to other pages."""
        return Pointers(self.library, self.words, self.sitemap)

    def pages(self) -> Iterator[Page]:
        """Yield every page of the language that is made from documents."""
        for section, kind in SECTIONS.items():
            documents = self.library.of(kind)
            if documents:
                yield self._section(section, documents)
            for document in documents:
                yield self._document(document)
                if isinstance(document, Charter) and self.sitemap.has(self.locale, codes_of(document)):
                    yield self._codes(document)
                if isinstance(document, AdaptedCharter):
                    yield self._changes(document)
        yield from (self._document(statement) for statement in self.library.of(Statement))
        if self.sitemap.has(self.locale, GLOSSARY):
            yield self._glossary()
        if self.sitemap.has(self.locale, FORMATS):
            yield self._formats()
        yield self._search()

    def board(self, progress: tuple[Progress, ...]) -> Page:
        """Return the page on which editors see how far each document is in each language; it is in English."""
        title = "How far the translations are"
        description = "For editors: each document and language, and what keeps it from being published."
        languages = board_of(progress, self.library, self.sitemap)
        values = {"title": title, "description": description, "languages": languages, "states": STATES}
        page = self._page(BOARD, title, description, self._render("board.html", BOARD, None, **values))
        return replace(page, public=False)

    def open_data(self, listing: Mapping[str, object]) -> Page:
        """Return the page that lists the files for other programs; `listing` is what its template shows."""
        return self._listing(DATA, "data.html", **listing)

    def thanks(self) -> Iterator[Page]:
        """Yield the pages that thank readers for what they sent; there are none where no program takes it."""
        if self.forms is None or not self.forms.thanks_needed:
            return
        own = [item.document for key, item in self.library.documents.items() if key in self.library.shown]
        for document in (None, *filter(self.forms.has_own_thanks, own)):
            path = THANKS if document is None else f"{path_of(document)}/{THANKS}"
            if self.sitemap.has(self.locale, path):
                # The owner has written this page by hand.
                continue
            title, back, named = self.words("Thank you for telling us"), None, ""
            if document is not None and document.feedback is not None:
                title, back, named = (
                    document.feedback.thanks,
                    self.pointers.link(path, path_of(document)),
                    document.title,
                )
            body = self._render("thanks.html", path, None, title=title, back=back, doc_title=named)
            yield replace(self._page(path, plain_text(title), "", body), public=False)

    def home_shelves(self) -> Markup:
        """Return the lists of documents that stand below the words of welcome on the home page."""
        texts = section_texts(self.words)
        shelves = [
            (texts[section][0], self.pointers.link(HOME, section), documents)
            for section, kind in SECTIONS.items()
            if (documents := self.library.of(kind))
        ]
        formats = texts[FORMATS] if self.sitemap.has(self.locale, FORMATS) else None
        html = self._render(
            "home.html",
            HOME,
            None,
            shelves=shelves,
            formats=formats,
            formats_href=self.pointers.link(HOME, FORMATS),
            elsewhere=tuple(self._elsewhere()),
        )
        return Markup(html)  # noqa: S704 - made by autoescaped templates

    def exemptions(self) -> Markup:
        """Return the list of texts that may be harder than the limits, for the page on accessibility."""
        language = self.sitemap.default_language
        listed = [
            (*self._exempted(exemption.document), Text(exemption.reason, language), exemption)
            for exemption in self.around.holding
        ]
        html = self._render("exemptions.html", ACCESSIBILITY, None, listed=listed) if listed else ""
        return Markup(html)  # noqa: S704 - made by autoescaped templates

    def _exempted(self, name: str) -> tuple[str | None, str]:
        """Return where what an exemption names is in this language, if it is, and its title."""
        item = self.library.documents.get(name)
        if item is not None:
            there, title = path_of(item.document), item.document.title
        else:
            there = HOME if name == "index" else name
            title = section_texts(self.words)[GLOSSARY][0] if name == GLOSSARY else self.titles.get(there, name)
        href = self.pointers.link(ACCESSIBILITY, there) if self.sitemap.has(self.locale, there) else None
        return href, title

    def _elsewhere(self) -> Iterator[tuple[Document, str]]:
        """Yield the documents that this language does not have, with links to the source pages."""
        for item in self.library.documents.values():
            source, path = item.document.language, path_of(item.document)
            if item.document.id not in self.library.shown and self.sitemap.has(source, path):
                yield item.document, self.sitemap.link(self.locale, HOME, path, source)

    def _section(self, section: str, documents: tuple[Document, ...]) -> Page:
        return self._listing(section, "section.html", documents=documents)

    def _listing(self, path: str, template: str, **values: object) -> Page:
        """Return a page of the whole site, with the title and the summary that all its parts have."""
        title, description = section_texts(self.words)[path]
        body = self._render(template, path, None, title=title, description=description, **values)
        return self._page(path, title, description, body)

    def _search(self) -> Page:
        documents = [document for kind in SECTIONS.values() for document in self.library.of(kind)]
        return self._listing(SEARCH, "search.html", documents=documents)

    def _glossary(self) -> Page:
        return self._listing(GLOSSARY, "glossary.html", entries=self._entries)

    @cached_property
    def _entries(self) -> tuple[GlossaryEntry, ...]:
        return glossary_entries(self.library)

    def _formats(self) -> Page:
        """Return the page with the leaflets of all documents, and whom to ask for what is not there."""
        found = ((document, self._listed(FORMATS, document)) for document in self.library.of(Charter))
        title, locale = section_texts(self.words)[FORMATS][0], self.library.locale
        ask = letter_to(self.contact_email, title, locale) if self.contact_email else None
        return self._listing(FORMATS, "formats.html", rows=[(each, files) for each, files in found if files], ask=ask)

    def _codes(self, charter: Charter) -> Page:
        """Return the page that shows the QR code of each promise of a charter, for those who have no scripts."""
        path = codes_of(charter)
        title, description = self.words("QR codes"), self.words("Each code leads to one promise. Show it, or print it.")
        addresses = dict(named_addresses(charter, self.sitemap.url(self.locale, path_of(charter)) or ""))
        values = {"title": title, "description": description, "charter": charter, "addresses": addresses}
        body = self._render("codes.html", path, None, whole=WHOLE, **values)
        return self._page(path, f"{title}: {plain_text(charter.title)}", description, body)

    def _listed(self, path: str, document: Document) -> list[Mapping[str, object]]:
        """Return the leaflets of a document as the list of a page has them."""
        own = (file for file in self.downloads if file.document == document.id)
        return [listed(file, self.pointers.file(path, file.address), self.words) for file in own]

    def _document(self, document: Document) -> Page:
        path = path_of(document)
        values: dict[str, Any] = {}
        match document:
            case Guidance():
                values = guidance_values(document, self.pointers)
            case Guide():
                values = {"related": tuple(related(document, self.library))}
            case Theme():
                promised = gathered(document, self.library)
                values = {"gathered": tuple((each, blocks, self._beside(path, each)) for each, blocks in promised)}
            case Statement():
                publisher = self.pointers.foreign(document.publisher.name, document)
                values = {"exempted": self.exemptions(), "publisher": publisher}
                values |= statement_values(document, self.around, self.words)
            case Charter():
                sides = {party.id: number % 4 for number, party in enumerate(document.parties)}
                values = {"side": sides.__getitem__, "beside": self._beside(path, document)}
        body = self._render(f"{document.kind}.html", path, document, **values)
        return self._page(path, plain_text(document.title), plain_text(document.summary), body)

    def _changes(self, charter: AdaptedCharter) -> Page:
        """Return the page that says what was changed in a charter, and why."""
        path, title = changes_path(charter), self.words("What we changed and why")
        description = self.words("This charter is based on another one. Here is all that we changed in it, and why.")
        values = {"title": title, "description": description, "beside": self._beside(path, charter)}
        body = self._render("changes.html", path, charter, **values)
        return self._page(path, f"{title}: {plain_text(charter.title)}", description, body)

    def _beside(self, path: str, charter: Charter) -> Mapping[str, object] | None:
        """Return what a page shows of a charter beside the one it was made from, or None where it is all our own."""
        if not isinstance(charter, AdaptedCharter):
            return None
        beside = Beside(path, charter, self.library, self.sitemap)
        return beside.values(self.words, lambda target: self.pointers.resolve(path, target))

    def _page(self, path: str, title: str, description: str, body: str) -> Page:
        found = _HEADING.findall(body)
        headings = tuple(Heading(anchor, _plain(html), int(level)) for level, anchor, html in found)
        return Page(path, self.locale, title, description, body, headings)

    def _render(self, template: str, path: str, document: Document | None, **values: object) -> str:
        explained = Explained(vocabulary_of(document, self.locale) if document is not None else NO_TERMS)
        text = RichText(self.locale, document, lambda target: self.pointers.resolve(path, target), explained)
        locale = self.library.locale
        return self.environment.get_template(template).render(
            _=self.words,
            t=text,
            told=text.told,
            quoted=lambda other: RichText(
                self.locale, None, lambda target: self.pointers.resolve(path, target, other), explained, other.language
            ),
            foreign=lambda name, of=document: self.pointers.foreign(name, of),
            link=lambda there: self.pointers.link(path, there),
            has=lambda there: self.sitemap.has(self.locale, there),
            path_of=path_of,
            _n=self._plural,
            names=locale.list,
            number=locale.number,
            date=locale.date,
            theme_of=self.pointers.document,
            provision=lambda target: self.pointers.provision(path, target),
            practitioners=self.words("For practitioners"),
            **(self._document_values(path, document, text) if document is not None else {}),
            **values,
        )

    def _plural(self, one: str, many: str, number: int) -> str:
        """Return interface words for a number of things, with the number in the digits of the language."""
        return self.words.plural(one, many, number, number=self.library.locale.number(number))

    def _document_values(self, path: str, document: Document, text: RichText) -> dict[str, object]:
        called = [note for note in document.notes if text.note_number(note.id) is not None]
        return {
            "doc": document,
            "translation": translation_of(path, document, self.pointers),
            "numbered_notes": sorted(called, key=lambda note: text.note_number(note.id) or 0),
            "standing": standing_of(document, self.words, self.library.locale),
            "downloads": self._listed(path, document),
            "sharing": sharing_of(document, self.locale, self.sitemap),
            "word_list": self.pointers.link(path, GLOSSARY) if self.sitemap.has(self.locale, GLOSSARY) else None,
            "word_list_title": section_texts(self.words)[GLOSSARY][0],
            "in_word_list": addresses_in(self._entries, document.id),
            "ask": whom_to_ask(document, self.contact_email, self.library.locale),
            "asked": self.forms.feedback(document) if self.forms is not None else None,
            "confirmed": self.forms.confirmation(document) if self.forms is not None else None,
        }

    @cached_property
    def draft(self) -> bool:
        """Tell whether anything in this language has not been reviewed."""
        return self.words.draft or any(self.library.documents[key].draft for key in self.library.shown)
