"""Know where every page lives, in every language, and how to get from one to another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote

from charterpress.content.model import AdaptedCharter, Charter, Document, Guidance, Guide, Statement, Theme
from charterpress.content.settings import Project
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.markdown_pages import markdown_pages
from charterpress.site.terms import terms_in

SECTIONS: dict[str, type[Document]] = {
    "charters": Charter,
    "guides": Guide,
    "guidance": Guidance,
    "themes": Theme,
}
FOLDER_OF_KIND = {"charter": "charters", "guide": "guides", "guidance": "guidance", "theme": "themes"}
GLOSSARY = "glossary"
SEARCH = "search"
HOME = ""
ACCESSIBILITY = "accessibility"
DATA = "data"
FORMATS = "formats"
CODES = "codes"
"""The name of the page, below that of a charter, that has the QR code of each promise."""
CHANGES = "changes"
"""Where an adapted charter says what was changed in it, below its page."""
BOARD = "editors/translations"
"""Where editors see how far translations are; no page links there."""


def path_of(document: Document) -> str:
    """Return the address of a document's page below its language."""
    return ACCESSIBILITY if isinstance(document, Statement) else f"{FOLDER_OF_KIND[document.kind]}/{document.id}"


def codes_of(charter: Charter) -> str:
    """Return the address of the page with the QR codes of a charter, below its language."""
    return f"{path_of(charter)}/{CODES}"


def changes_path(charter: AdaptedCharter) -> str:
    """Return the address of the page that says what was changed in an adapted charter, below its language."""
    return f"{path_of(charter)}/{CHANGES}"


def relative(here: str, there: str) -> str:
    """Return the link from one page to another; both are addresses of folders below the site's root.

    Links are relative, so that the site works below any address and from any static server.
    """
    start, end = here.split("/") if here else [], there.split("/") if there else []
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(start, end, strict=False)))
    return "../" * (len(start) - common) + "".join(f"{part}/" for part in end[common:]) or "./"


@dataclass(frozen=True)
class SiteMap:
    """Say in which languages each page exists; pages are named by their address below a language."""

    pages: Mapping[str, frozenset[str]]
    default_language: str
    locales: tuple[str, ...]
    site_url: str | None

    def prefix(self, locale: str) -> str:
        """Return the folder of a language: the default language stands at the root."""
        return "" if locale == self.default_language else locale

    def address(self, locale: str, path: str) -> str:
        """Return the address of a page below the site's root, without slashes at the ends."""
        return posixpath.join(self.prefix(locale), path).strip("/")

    def link(self, locale: str, here: str, there: str, target_locale: str | None = None) -> str:
        """Return the relative link from a page to another, or to the same page in another language."""
        return relative(self.address(locale, here), self.address(target_locale or locale, there))

    def url(self, locale: str, path: str) -> str | None:
        """Return the full web address of a page, if the site has an address."""
        if self.site_url is None:
            return None
        address = self.address(locale, path)
        return f"{self.site_url.rstrip('/')}/{quote(address)}{'/' if address else ''}"

    def has(self, locale: str, path: str) -> bool:
        """Tell whether a page exists in a language."""
        return locale in self.pages.get(path, frozenset())

    def languages_of(self, path: str) -> tuple[str, ...]:
        """Return the languages that a page exists in, in the order of the settings."""
        return tuple(locale for locale in self.locales if self.has(locale, path))


def site_map(languages: Mapping[str, LocalisedLibrary], project: Project) -> SiteMap:
    """Return where every page of the site will be."""
    pages = made_pages(languages, project)
    for page in markdown_pages(project):
        if page.locale in languages:
            name = HOME if page.name == "index" else page.name.removesuffix("/index")
            pages.setdefault(name, set()).add(page.locale)
    frozen = {path: frozenset(codes) for path, codes in pages.items()}
    return SiteMap(frozen, project.default_language, project.locales, project.site_url)


def made_pages(languages: Mapping[str, LocalisedLibrary], project: Project) -> dict[str, set[str]]:
    """Return the languages of each page that is made from documents."""
    pages: dict[str, set[str]] = {}
    for code, library in languages.items():
        for section, kind in SECTIONS.items():
            documents = library.of(kind)
            for path in (section, *(path_of(document) for document in documents)) if documents else ():
                pages.setdefault(path, set()).add(code)
        for adapted in library.of(AdaptedCharter):
            pages.setdefault(changes_path(adapted), set()).add(code)
        for statement in library.of(Statement):
            pages.setdefault(path_of(statement), set()).add(code)
        documents = tuple(library.documents[key].document for key in library.shown)
        if any(document.definitions or terms_in(document, code) for document in documents):
            pages.setdefault(GLOSSARY, set()).add(code)
        if any(not isinstance(document, Statement) for document in documents):
            pages.setdefault(DATA, set()).add(code)
        if library.printable(project):
            pages.setdefault(FORMATS, set()).add(code)
        # A code holds the whole address of a promise, which a site without one cannot know.
        for charter in library.of(Charter) if project.site_url is not None else ():
            pages.setdefault(codes_of(charter), set()).add(code)
        pages.setdefault(SEARCH, set()).add(code)
    return pages
