"""Give documents a second address, short enough to be typed from paper, and keep these addresses apart."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.content.library import Library
from charterpress.content.model import AdaptedCharter, Document
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import (
    BOARD,
    CHANGES,
    FORMATS,
    GLOSSARY,
    SEARCH,
    SECTIONS,
    SiteMap,
    changes_path,
    path_of,
)
from charterpress.site.markdown_pages import markdown_pages

_FILES = frozenset({"assets", "downloads", "fonts", "404", "index"})
"""What stands at the root of every site besides pages."""


def printed_address(document: Document) -> str:
    """Return the address that paper shows, below its language: the short one where there is one."""
    return document.short or path_of(document)


def short_addresses(library: LocalisedLibrary, sitemap: SiteMap) -> Iterator[tuple[str, Document, str]]:
    """Yield the short addresses of a language, each with the document and the address of the page that it leads to.

    What was changed in a charter stands on paper, too, so it has a short address below that of the charter.
    """
    for key in sorted(library.shown):
        document = library.documents[key].document
        if document.short is not None and sitemap.has(library.locale.code, path_of(document)):
            yield document.short, document, path_of(document)
            if isinstance(document, AdaptedCharter):
                yield f"{document.short}/{CHANGES}", document, changes_path(document)


def check_short_addresses(library: Library, project: Project) -> Iterator[Finding]:
    """Yield each short address that is taken: by a page, a folder, a language, or another document."""
    taken = dict(_taken(project))
    first: dict[str, Document] = {}
    for key, document in library.documents.items():
        short, reason = document.short, None
        if short is None:
            continue
        if short in taken:
            reason = taken[short]
        elif short in first:
            reason = f"it is that of '{first[short].id}' already"
        elif short in library.documents and short != key:
            reason = f"it is the id of another document ({library.files[short].path.name})"
        first.setdefault(short, document)
        if reason is not None:
            message = f"'{short}' cannot be a short address: {reason}"
            hint = "Choose another word. Once it is printed, it must stay as it is."
            yield library.files[key].finding("short-address", message, hint, ("short",))


def _taken(project: Project) -> Iterator[tuple[str, str]]:
    """Yield every name that stands at the root of the site, and what has it."""
    for folder in (project.docs, project.overrides):
        for path in sorted(folder.iterdir()) if folder is not None and folder.is_dir() else ():
            yield path.name.lower(), "a file or a folder has this name"
    yield from ((name, "files of the site stand there") for name in _FILES)
    for page in markdown_pages(project):
        name = page.path.relative_to(project.docs).as_posix()
        yield page.name.partition("/")[0].lower(), f"it is the address of the page {name}"
    for section in (*SECTIONS, FORMATS, GLOSSARY, SEARCH, BOARD.partition("/")[0]):
        yield section, "a part of the site has this address"
    for language in project.languages:
        yield language.locale.lower(), f"the pages in '{language.locale}' stand there"
