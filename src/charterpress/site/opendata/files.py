"""Make the files of a language that are for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from charterpress.content.model import Charter, Document, Guidance, Guide, Theme
from charterpress.content.references import ALL_DOCUMENTS
from charterpress.content.settings import Project
from charterpress.languages.words import Words
from charterpress.site.addresses import DATA, FOLDER_OF_KIND, SECTIONS
from charterpress.site.opendata.addresses import GUIDE_FOR_MODELS, SCHEMA, data_file, from_here, text_file
from charterpress.site.opendata.charters import open_charter
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.format.file import NAME, VERSION, AnyDocument, DataFile, Site
from charterpress.site.opendata.format.schema import render_schema
from charterpress.site.opendata.linked import linked_data
from charterpress.site.opendata.llms import render_guide
from charterpress.site.opendata.rules import open_guidance, open_guide, open_theme
from charterpress.site.opendata.told import plain_document


@dataclass(frozen=True)
class OpenData:
    """Make what one language of a site gives to other programs."""

    shelf: Shelf
    project: Project
    words: Words

    @cached_property
    def documents(self) -> tuple[AnyDocument, ...]:
        """Return every document that the language shows, kind by kind, in the order of lists."""
        return tuple(
            _opened(document, self.shelf) for kind in SECTIONS.values() for document in self.shelf.library.of(kind)
        )

    @cached_property
    def site(self) -> Site:
        """Return which site this is."""
        url = self.project.site_url
        return Site(
            name=self.project.name_in(self.shelf.locale),
            organisation=self.project.settings.organisation or None,
            address=f"{url.rstrip('/')}/" if url else None,
        )

    @cached_property
    def linked(self) -> dict[str, str]:
        """Return what search engines read on the page of each document, by its address below the language."""
        paths = {document.id: f"{FOLDER_OF_KIND[document.kind]}/{document.id}" for document in self.documents}
        return {
            paths[document.id]: linked_data(document, self.site, self.shelf.depth(paths[document.id]))
            for document in self.documents
        }

    @cached_property
    def files(self) -> dict[str, str]:
        """Return what is in each file, by its address below the language; a language without documents has no data.

        The schema stands in the default language, whose files are those of the site, whether that has documents or not.
        """
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, str]]:
        if self.shelf.locale == self.shelf.sitemap.default_language:
            yield SCHEMA, render_schema()
        if not self.documents:
            return
        for document in self.documents:
            yield data_file(document.id), self._data(document)
            yield text_file(document.id), plain_document(document, self.words)
        yield data_file(ALL_DOCUMENTS), self._data(*self.documents)
        yield GUIDE_FOR_MODELS, render_guide(self.documents, self.site, self.shelf, self.words)

    def _data(self, *documents: AnyDocument) -> str:
        file = DataFile(
            address_of_schema=self._schema,
            format=NAME,
            format_version=VERSION,
            language=self.shelf.locale,
            direction=self.shelf.library.locale.direction,
            site=self.site,
            documents=documents,
        )
        return file.model_dump_json(by_alias=True, exclude_none=True, indent=2) + "\n"

    @property
    def _schema(self) -> str:
        """Return where a data file finds the schema: where the site has no address, from its own folder."""
        if self.shelf.sitemap.site_url is not None:
            return self.shelf.addresses.shared(SCHEMA)
        return from_here(SCHEMA, self.shelf.depth(DATA))


def _opened(document: Document, shelf: Shelf) -> AnyDocument:
    match document:
        case Charter():
            return open_charter(document, shelf)
        case Guidance():
            return open_guidance(document, shelf)
        case Guide():
            return open_guide(document, shelf)
        case Theme():
            return open_theme(document, shelf)
        case _:
            message = f"documents of the kind '{document.kind}' have no place in the public format yet"
            raise TypeError(message)
