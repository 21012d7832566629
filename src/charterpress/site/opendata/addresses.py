"""Say where the files for other programs live, and write addresses so that they hold outside of the site."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from charterpress.content.model import Document
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import FOLDER_OF_KIND, SiteMap, path_of

SCHEMA = "data/schema/v1.json"
GUIDE_FOR_MODELS = "llms.txt"


def data_file(document: str) -> str:
    """Return where the data of a document lives below its language."""
    return f"data/{document}.json"


def text_file(document: str) -> str:
    """Return where a document lives as plain text below its language."""
    return f"text/{document}.txt"


@dataclass(frozen=True)
class Addresses:
    """Write the addresses of pages and files of one language.

    They are full ones where the site has an address; else they are paths below its root.
    """

    sitemap: SiteMap
    library: LocalisedLibrary

    @property
    def locale(self) -> str:
        """Return the code of the language."""
        return self.library.locale.code

    def page(self, path: str, locale: str | None = None, part: str = "") -> str:
        """Return the address of a page, or of a part of it, in this language or in another."""
        locale = locale or self.locale
        address = quote(self.sitemap.address(locale, path))
        here = self.sitemap.url(locale, path) or (f"{address}/" if address else "./")
        return f"{here}#{part}" if part else here

    def file(self, path: str, locale: str | None = None) -> str:
        """Return the address of a file, in this language or in another."""
        return self.page(path, locale).rstrip("/")

    def shared(self, path: str) -> str:
        """Return the address of a file that all languages share."""
        return self.file(path, self.sitemap.default_language)

    def named(self, kind: str, document: str, part: str = "") -> str | None:
        """Return where a document can be read: in this language, or else in its own; None where it is in neither."""
        path = f"{FOLDER_OF_KIND[kind]}/{document}"
        item = self.library.documents.get(document)
        if item is None:
            return None
        for locale in (self.locale, item.document.language):
            if self.sitemap.has(locale, path):
                return self.page(path, locale, part)
        return None

    def of(self, document: Document, part: str = "") -> str:
        """Return the address of a document's page in this language, or of a part of it."""
        return self.page(path_of(document), part=part)


def from_here(address: str, depth: int) -> str:
    """Return an address as a link from a page or file that stands `depth` folders below the root of the site.

    A full address stays as it is.
    """
    return address if "://" in address else "../" * depth + address
