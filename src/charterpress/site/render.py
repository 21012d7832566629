"""Render localised documents into pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from charterpress.content.inline import plain_text
from charterpress.content.model import AdaptedCharter, Charter, Document, Guidance, Guide, Statement, Theme
from charterpress.content.model.text import Text
from charterpress.languages.status import STATES, Progress
from charterpress.site.addresses import (
    ACCESSIBILITY,
    BOARD,
    DATA,
    FORMATS,
    GLOSSARY,
    HOME,
    SEARCH,
    SECTIONS,
    changes_path,
    codes_of,
    path_of,
)
from charterpress.site.beside import Beside
from charterpress.site.codes import WHOLE, named_addresses
from charterpress.site.documentpages import gathered, guidance_values, related
from charterpress.site.forms import THANKS
from charterpress.site.labels import section_texts
from charterpress.site.page import Page
from charterpress.site.progress import board_of
from charterpress.site.statement import statement_values
from charterpress.site.takeaway import letter_to
from charterpress.site.templating import Templates


class PageRenderer(Templates):
    """Render the pages of one language."""

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
        page = self.page(BOARD, title, description, self.render("board.html", BOARD, None, **values))
        return replace(page, public=False)

    def open_data(self, listing: Mapping[str, object]) -> Page:
        """Return the page that lists the files for other programs; `listing` is what its template shows."""
        return self.listing(DATA, "data.html", **listing)

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
            body = self.render("thanks.html", path, None, title=title, back=back, doc_title=named)
            yield replace(self.page(path, plain_text(title), "", body), public=False)

    def home_shelves(self) -> Markup:
        """Return the lists of documents that stand below the words of welcome on the home page."""
        texts = section_texts(self.words)
        shelves = [
            (texts[section][0], self.pointers.link(HOME, section), documents)
            for section, kind in SECTIONS.items()
            if (documents := self.library.of(kind))
        ]
        formats = texts[FORMATS] if self.sitemap.has(self.locale, FORMATS) else None
        html = self.render(
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
        html = self.render("exemptions.html", ACCESSIBILITY, None, listed=listed) if listed else ""
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
        return self.listing(section, "section.html", documents=documents)

    def _search(self) -> Page:
        documents = [document for kind in SECTIONS.values() for document in self.library.of(kind)]
        return self.listing(SEARCH, "search.html", documents=documents)

    def _glossary(self) -> Page:
        return self.listing(GLOSSARY, "glossary.html", entries=self.entries)

    def _formats(self) -> Page:
        """Return the page with the leaflets of all documents, and whom to ask for what is not there."""
        found = ((document, self.listed(FORMATS, document)) for document in self.library.of(Charter))
        title, locale = section_texts(self.words)[FORMATS][0], self.library.locale
        ask = letter_to(self.contact_email, title, locale) if self.contact_email else None
        return self.listing(FORMATS, "formats.html", rows=[(each, files) for each, files in found if files], ask=ask)

    def _codes(self, charter: Charter) -> Page:
        """Return the page that shows the QR code of each promise of a charter, for those who have no scripts."""
        path = codes_of(charter)
        title, description = self.words("QR codes"), self.words("Each code leads to one promise. Show it, or print it.")
        addresses = dict(named_addresses(charter, self.sitemap.url(self.locale, path_of(charter)) or ""))
        values = {"title": title, "description": description, "charter": charter, "addresses": addresses}
        body = self.render("codes.html", path, None, whole=WHOLE, beside=self._beside(path, charter), **values)
        return self.page(path, f"{title}: {plain_text(charter.title)}", description, body)

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
        body = self.render(f"{document.kind}.html", path, document, **values)
        return self.page(path, plain_text(document.title), plain_text(document.summary), body)

    def _changes(self, charter: AdaptedCharter) -> Page:
        """Return the page that says what was changed in a charter, and why."""
        path, title = changes_path(charter), self.words("What we changed and why")
        description = self.words("This charter is based on another one. Here is all that we changed in it, and why.")
        values = {"title": title, "description": description, "beside": self._beside(path, charter)}
        body = self.render("changes.html", path, charter, **values)
        return self.page(path, f"{title}: {plain_text(charter.title)}", description, body)

    def _beside(self, path: str, charter: Charter) -> Mapping[str, object] | None:
        """Return what a page shows of a charter beside the one it was made from, or None where it is all our own."""
        if not isinstance(charter, AdaptedCharter):
            return None
        beside = Beside(path, charter, self.library, self.sitemap)
        return beside.values(self.words, lambda target: self.pointers.resolve(path, target))
