"""Find pages that would have one address: only one of them could be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.library import Library
from charterpress.content.settings import DEFAULT_LANGUAGE, Project
from charterpress.findings import Finding
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import BOARD, SiteMap, made_pages, path_of
from charterpress.site.markdown_pages import markdown_pages


@dataclass(frozen=True)
class _Claim:
    """Say who wants an address: a file, or charterpress for a page of its own, which has none."""

    address: str
    file: Path | None
    name: str


def check_clashes(library: Library, project: Project, languages: Mapping[str, LocalisedLibrary]) -> Iterator[Finding]:
    """Yield each hand-written page or file whose address is taken; capital letters make no difference.

    Windows and macOS cannot keep two files apart whose names differ in capital letters alone.
    """
    if not project.knows(*DEFAULT_LANGUAGE):
        # Then nobody knows which language has no folder of its own.
        return
    first: dict[str, _Claim] = {}
    for claim in (*_made(library, project, languages), *_written(project)):
        other = first.setdefault(claim.address.lower(), claim)
        if other is claim or claim.file is None:
            continue
        message = f"the address '{claim.address}/' is taken: {other.name} has it"
        if other.address != claim.address:
            message = f"the address '{claim.address}/' differs from that of {other.name} in capital letters alone"
        yield Finding("address-taken", message, "Give this file another name.", file=claim.file, line=1, column=1)


def _made(library: Library, project: Project, languages: Mapping[str, LocalisedLibrary]) -> Iterator[_Claim]:
    pages = {path: frozenset(codes) for path, codes in made_pages(languages, project).items()}
    sitemap = SiteMap(pages, project.default_language, project.locales, None)
    names = {path_of(document): library.files[key].path for key, document in library.documents.items()}
    for path in sorted(pages):
        file = names.get(path)
        name = _named(file, project.root) if file is not None else "a page that charterpress makes"
        yield from (_Claim(sitemap.address(code, path), None, name) for code in sitemap.languages_of(path))
    if len(project.locales) > 1:
        yield _Claim(BOARD, None, "a page that charterpress makes")


def _named(file: Path, root: Path) -> str:
    """Return a file from the folder of the project; one of another project, adapted here, by its name."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name


def _written(project: Project) -> Iterator[_Claim]:
    """Yield the hand-written pages, and the HTML files that are published as they are."""
    sitemap = SiteMap({}, project.default_language, project.locales, None)
    # A made-up language has the pages of the default one: each file is one page, wherever it is shown.
    for page in dict.fromkeys(markdown_pages(project)):
        if page.locale in project.locales:
            path = "" if page.name == "index" else page.name.removesuffix("/index")
            name = page.path.relative_to(project.root).as_posix()
            yield _Claim(sitemap.address(page.locale, path), page.path, name)
    for file in sorted(project.docs.rglob("index.html")):
        address = file.parent.relative_to(project.docs).as_posix().strip(".")
        yield _Claim(address, file, file.relative_to(project.root).as_posix())
