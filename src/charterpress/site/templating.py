"""Fill Jinja2 templates with what the pages of one language share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from jinja2 import Environment
from markupsafe import Markup

from charterpress.content.model import Document
from charterpress.content.statement import Around
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import Words
from charterpress.site.addresses import GLOSSARY, SiteMap, path_of
from charterpress.site.documentpages import translation_of
from charterpress.site.forms import Forms
from charterpress.site.glossary import GlossaryEntry, addresses_in, glossary_entries
from charterpress.site.labels import section_texts
from charterpress.site.page import Download, Heading, Page
from charterpress.site.pointers import Pointers
from charterpress.site.richtext import RichText
from charterpress.site.takeaway import listed, sharing_of, standing_of, whom_to_ask
from charterpress.site.terms import NO_TERMS, Explained, vocabulary_of

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def _plain(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704 - it is read, never shown as it is


@dataclass(frozen=True)
class Templates:
    """Fill the templates of pages with what all pages of one language share.

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

    def page(self, path: str, title: str, description: str, body: str) -> Page:
        """Return a page with the headings that its HTML has."""
        found = _HEADING.findall(body)
        headings = tuple(Heading(anchor, _plain(html), int(level)) for level, anchor, html in found)
        return Page(path, self.locale, title, description, body, headings)

    def render(self, template: str, path: str, document: Document | None, **values: object) -> str:
        """Return the HTML of a template, for a page at an address below the language and the document that it shows."""
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
            "downloads": self.listed(path, document),
            "sharing": sharing_of(document, self.locale, self.sitemap),
            "word_list": self.pointers.link(path, GLOSSARY) if self.sitemap.has(self.locale, GLOSSARY) else None,
            "word_list_title": section_texts(self.words)[GLOSSARY][0],
            "in_word_list": addresses_in(self.entries, document.id),
            "ask": whom_to_ask(document, self.contact_email, self.library.locale),
            "asked": self.forms.feedback(document) if self.forms is not None else None,
            "confirmed": self.forms.confirmation(document) if self.forms is not None else None,
        }

    @cached_property
    def draft(self) -> bool:
        """Tell whether anything in this language has not been reviewed."""
        return self.words.draft or any(self.library.documents[key].draft for key in self.library.shown)

    def listing(self, path: str, template: str, **values: object) -> Page:
        """Return a page of the whole site, with the title and the summary that all its parts have."""
        title, description = section_texts(self.words)[path]
        body = self.render(template, path, None, title=title, description=description, **values)
        return self.page(path, title, description, body)

    def listed(self, path: str, document: Document) -> list[Mapping[str, object]]:
        """Return the leaflets of a document as the list of a page has them."""
        own = (file for file in self.downloads if file.document == document.id)
        return [listed(file, self.pointers.file(path, file.address), self.words) for file in own]

    @cached_property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """Return the word list of the language."""
        return glossary_entries(self.library)
