"""Gather what readers read: every page and every leaflet, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.library import Library, load_library
from charterpress.content.model import AdaptedCharter, Charter, Document, Theme
from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role, Text
from charterpress.content.places import on_every_leaflet, on_theme_pages, shorter_wordings
from charterpress.content.project import load_project
from charterpress.content.settings import DEFAULT_LANGUAGE, Project
from charterpress.content.textfile import load_text
from charterpress.content.texts import texts_of
from charterpress.findings import CharterpressError
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.translate import Localised, catalogue_path
from charterpress.leaflets.formats.library import formats_of
from charterpress.leaflets.formats.shapes import Folded
from charterpress.readability.compare import long_word_shares
from charterpress.readability.exemptions import Waiver
from charterpress.readability.markdown import markdown_units, title_of
from charterpress.readability.page import Kind, PageText
from charterpress.readability.sentences import canonical_text
from charterpress.readability.units import Unit, units_of
from charterpress.site.addresses import GLOSSARY
from charterpress.site.markdown_pages import markdown_pages


def source_pages(library: Library, project: Project) -> Iterator[PageText]:
    """Yield what each page and leaflet says in the language it was written in.

    A theme's page is judged with the promises that it gathers, the glossary with every meaning. A leaflet is judged
    where it may have less than the page of its charter. Hand-written pages and the glossary wait until somebody knows
    what the default language is.
    """
    shortened = _has_folded(project)
    every = {key: units_of(document, library.files[key]) for key, document in library.documents.items()}
    units = {key: _on_page(document, every[key]) for key, document in library.documents.items()}
    for key, document in library.documents.items():
        own = units[key]
        if isinstance(document, Theme):
            own = (*own, *_gathered(document, library))
        page = PageText(
            document.title,
            library.files[key].path,
            document.language,
            document.audience,
            own,
            name=key,
            explained=_defined(document),
            explains_vocabulary=True,
        )
        yield page
        yield from _changes(page, document)
        if isinstance(document, Charter) and shortened:
            yield leaflet_of(replace(page, units=every[key]), document)
    glossary = [
        unit
        for key, document in library.documents.items()
        for unit in _definitions(document, units[key])
        if document.audience is Audience.FAMILIES
    ]
    if not project.knows(*DEFAULT_LANGUAGE):
        return
    if glossary:
        terms = frozenset(term for document in library.documents.values() for term in _defined(document))
        yield PageText(
            "Glossary",
            project.docs,
            project.default_language,
            Audience.FAMILIES,
            tuple(glossary),
            name=GLOSSARY,
            kind=Kind.GLOSSARY,
            explained=terms,
            explains_vocabulary=True,
        )
    yield from _markdown(project, project.default_language)


def translated_pages(localised: LocalisedLibrary, library: Library, project: Project) -> Iterator[PageText]:
    """Yield what each page that was translated into a language, or written by hand in it, says."""
    code = localised.locale.code
    shortened = _has_folded(project)
    if code != project.default_language:
        yield from _markdown(project, code)
    for key in sorted(localised.shown):
        item = localised.documents[key]
        document = item.document
        every = () if item.is_source else _translated_units(item, project)
        if units := _on_page(document, every):
            path = catalogue_path(project.i18n, code, document)
            said = {unit.context for unit in units}
            texts = (text for text in library.texts[key] if text.context in said)
            shares = long_word_shares((unit.text for unit in units), (plain_text(text.text) for text in texts))
            title = str(document.title)
            page = PageText(title, path, code, document.audience, units, name=key, long_words=shares)
            page = replace(page, translated=True)
            yield page
            yield from _changes(replace(page, long_words=None), document)
            if isinstance(document, Charter) and shortened and shorter_wordings(document):
                # Any other leaflet says nothing that its page does not say.
                yield leaflet_of(replace(page, units=every, long_words=None), document)


def _has_folded(project: Project) -> bool:
    known = project.knows("leaflets", "formats")
    return known and any(isinstance(shape, Folded) for shape in formats_of(project))


def leaflet_of(page: PageText, charter: Charter) -> PageText:
    """Return what the shortest leaflet of a charter says, given all its texts.

    Only the charter's own definitions explain its terms.
    """
    contexts = on_every_leaflet(charter)
    units = tuple(unit for unit in page.units if unit.context in contexts)
    return replace(page, units=units, kind=Kind.LEAFLET, explains_vocabulary=False)


def _changes(page: PageText, document: Document) -> Iterator[PageText]:
    """Yield what the page on changes in a charter says in our words: the reasons, and the promises that are ours.

    The words of the original are judged where they come from.
    """
    changed = {change.target for change in document.changes} if isinstance(document, AdaptedCharter) else frozenset()
    if units := tuple(unit for unit in page.units if unit.owner in changed):
        yield replace(page, units=units, kind=Kind.CHANGES)


def _on_page(document: Document, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    short = shorter_wordings(document)
    return tuple(unit for unit in units if unit.context not in short)


def _markdown(project: Project, locale: str) -> Iterator[PageText]:
    for page in markdown_pages(project):
        text = load_text(page.path).text if page.locale == locale else None
        if text is not None:
            yield PageText(
                title_of(text, page.path),
                page.path,
                page.locale,
                Audience.FAMILIES,
                markdown_units(text, page.path),
                name=page.name,
                translated=locale != project.default_language,
            )


def _defined(document: Document) -> frozenset[str]:
    return frozenset(definition.term for definition in document.definitions)


def _gathered(theme: Theme, library: Library) -> Iterator[Unit]:
    for charter in library.charters:
        shown = {context for block in charter.blocks_on(theme.id) for context in on_theme_pages(block)}
        units = zip(texts_of(charter), units_of(charter, library.files[charter.id]), strict=True)
        yield from (unit for text, unit in units if text.context in shown)


def _definitions(document: Document, units: tuple[Unit, ...]) -> Iterator[Unit]:
    meanings = {plain_text(definition.meaning) for definition in document.definitions}
    for unit in units:
        if unit.role is Role.PROSE and unit.text in meanings:
            yield unit


def _translated_units(item: Localised, project: Project) -> tuple[Unit, ...]:
    """Return the units that are in the language of the page; what is shown in the source language is judged there."""
    path = catalogue_path(project.i18n, item.locale, item.document)
    return tuple(
        Unit(
            plain_text(text.text),
            text.role,
            item.files.get((text.context, str(text.text)), path),
            item.lines.get((text.context, str(text.text)), 1),
            1,
            text.context,
        )
        for text in texts_of(item.document)
        if isinstance(text.text, Text) and text.text.language == item.locale
    )


def canonical_of(root: Path, name: str) -> str:
    """Return the text of a page as it is scored; `name` is the id of a document or the name of a page."""
    project, findings = load_project(root)
    if project is None:
        message = f"{root / 'mkdocs.yml'} is wrong; 'charterpress check' says how: {findings[0].message}"
        raise CharterpressError(message)
    pages = [
        page
        for page in source_pages(load_library(project.docs, project.root), project)
        if page.kind not in {Kind.LEAFLET, Kind.CHANGES}
    ]
    for page in pages:
        if page.name == name:
            waiver = Waiver(project.settings.readability.exemptions, date.today())  # noqa: DTZ011 - the day where the editor is
            units = waiver.unscored(page).units
            return canonical_text((unit.text for unit in units if unit.scored), page.language)
    known = ", ".join(sorted({page.name for page in pages}))
    message = f"No page is called '{name}'. Use one of {known}."
    raise CharterpressError(message)
