"""Load, translate and judge a project: what every command starts with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.library import Library, load_library
from charterpress.content.model import Theme
from charterpress.content.model.base import Audience
from charterpress.content.model.charter import Promises, Protocol
from charterpress.content.model.text import Role
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.content.textfile import load_text
from charterpress.content.texts import texts_of
from charterpress.findings import Finding, in_order
from charterpress.languages.library import LocalisedLibrary, localise
from charterpress.processes import workers
from charterpress.readability.markdown import markdown_units, title_of
from charterpress.readability.rules import Grade, PageText, check_page, check_sentences, grade
from charterpress.readability.units import Unit, units_of
from charterpress.site.markdown_pages import check_markdown_pages, markdown_pages


@dataclass(frozen=True)
class Checked:
    """Hold everything that is known about a project before anything is written.

    `project` is None when mkdocs.yml itself is wrong; then nothing else was read.
    """

    project: Project | None
    library: Library
    languages: Mapping[str, LocalisedLibrary]
    grades: tuple[Grade, ...]
    findings: tuple[Finding, ...]


def check(root: Path) -> Checked:
    """Check the project in `root` and return every finding at once."""
    project, findings = load_project(root)
    if project is None:
        return Checked(None, Library({}, {}), {}, (), in_order(f.relative_to(root.resolve()) for f in findings))
    library = load_library(project.docs)
    with workers((library, project), len(project.locales)) as team:
        localised = {code: team.start(_localise, code) for code in project.locales}
        pages = tuple(page_texts(library, project))
        grades = tuple(grade(page, project.settings.readability) for page in pages)
        languages = {code: future.result() for code, future in localised.items()}
    everything = (
        *library.findings,
        *_unknown_languages(library, project),
        *(finding for language in languages.values() for finding in language.findings),
        *check_markdown_pages(project),
        *(finding for graded in grades for finding in check_page(graded, project.settings.readability)),
        *(finding for page in pages for finding in check_sentences(page, project.settings.readability)),
    )
    return Checked(project, library, languages, grades, in_order(f.relative_to(project.root) for f in everything))


def _localise(given: tuple[Library, Project], code: str) -> LocalisedLibrary:
    library, project = given
    return localise(library, project, code)


def _unknown_languages(library: Library, project: Project) -> Iterator[Finding]:
    """Yield the documents in a language that the site does not have: no page would show their words."""
    known = [language.locale for language in project.languages]
    for key, document in library.documents.items():
        if document.language not in known:
            message = f"'{document.language}' is not a language of this site"
            hint = f"Use one of {', '.join(known)}, or add the language to mkdocs.yml."
            yield library.files[key].finding("unknown-language", message, hint, ("language",))


def page_texts(library: Library, project: Project) -> Iterator[PageText]:
    """Yield what each page says in the language it was written in.

    A theme's page is judged with the promises that it gathers, the glossary with every meaning.
    """
    units = {key: units_of(document, library.files[key]) for key, document in library.documents.items()}
    for key, document in library.documents.items():
        own = units[key]
        if isinstance(document, Theme):
            own = (*own, *_gathered(document, library))
        path = library.files[key].path
        yield PageText(document.title, path, document.language, document.audience, own)
    glossary = [
        unit
        for key, document in library.documents.items()
        for unit in _definitions(key, library)
        if document.audience is Audience.FAMILIES
    ]
    if glossary:
        yield PageText("Glossary", project.docs, project.default_language, Audience.FAMILIES, tuple(glossary))
    for page in markdown_pages(project):
        text = load_text(page.path).text
        if text is not None:
            title = title_of(text, page.path)
            yield PageText(title, page.path, page.locale, Audience.FAMILIES, markdown_units(text, page.path))


def _gathered(theme: Theme, library: Library) -> Iterator[Unit]:
    for charter in library.charters:
        shown = {context for block in charter.blocks_on(theme.id) for context in _contexts(block)}
        units = zip(texts_of(charter), units_of(charter, library.files[charter.id]), strict=True)
        yield from (unit for text, unit in units if text.context in shown)


def _contexts(block: Promises | Protocol) -> Iterator[str]:
    """Yield the contexts of the texts of a block that stand on the page of its theme."""
    yield f"{block.id}.lead_in"
    for commitment in block.commitments:
        yield from (f"{commitment.id}.{name}" for name in ("text", "unless", "within.time", "within.starts"))


def _definitions(key: str, library: Library) -> Iterator[Unit]:
    meanings = {plain_text(definition.meaning) for definition in library.documents[key].definitions}
    for unit in units_of(library.documents[key], library.files[key]):
        if unit.role is Role.PROSE and unit.text in meanings:
            yield unit
