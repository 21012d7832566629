"""Carry translations over from the project that a text was adapted from, in the state they have there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from babel.messages.catalog import Catalog

from charterpress.content.adaptation.resolve import Carried
from charterpress.content.library import Library
from charterpress.content.model import AdaptedCharter, Charter
from charterpress.content.settings import Project, TranslationSettings
from charterpress.content.texts import DocumentText, texts_of
from charterpress.languages.catalogue import Catalogue, State, load_catalogue
from charterpress.languages.extract import template_of
from charterpress.languages.translate import catalogue_path, translate

_USABLE = frozenset({State.DRAFT, State.REVIEWED})


def carried_catalogues(carried: Carried, texts: Iterable[DocumentText], locale: str) -> tuple[Catalogue, ...]:
    """Return the catalogues of the adapted charters, the nearest first, with what they have of just these texts.

    A text that was changed has another source text, so it takes nothing over, and nobody's review with it. What waits
    for another look there is not taken over either.
    """
    wanted = {(text.context, text.text) for text in texts}
    found = []
    for folder, name in carried:
        whole = load_catalogue(folder / locale / f"{name}.po", locale)
        kept = {
            key: replace(entry, path=whole.path)
            for key, entry in whole.entries.items()
            if key in wanted and entry.state in _USABLE
        }
        found.append(replace(whole, entries=kept))
    return tuple(found)


def with_carried(own: Catalogue, others: Iterable[Catalogue]) -> Catalogue:
    """Return a catalogue with what others have, wherever it has no translation of its own that could be shown."""
    entries = dict(own.entries)
    for other in others:
        for key, entry in other.entries.items():
            if key not in entries or entries[key].state not in _USABLE:
                entries[key] = entry
    return replace(own, entries=entries)


def done_elsewhere(library: Library, project: Project, key: str, locale: str) -> frozenset[tuple[str, str]]:
    """Return the texts of a document, by context and words, whose translations carry over.

    One that the project translates itself is not among them: its own translation is the one that is shown.
    """
    carried = library.carried.get(key, ())
    if not carried:
        return frozenset()
    own = load_catalogue(catalogue_path(project.i18n, locale, library.documents[key]), locale)
    others = carried_catalogues(carried, library.texts[key], locale)
    kept = {at for at, entry in own.entries.items() if entry.state is not State.MISSING}
    return frozenset(at for each in others for at in each.entries if at not in kept)


def template_for(library: Library, project: Project, key: str, locale: str) -> Catalog:
    """Return the texts of a document that are to be translated into a language; without a language, all of them."""
    left_out = done_elsewhere(library, project, key, locale) if locale else frozenset[tuple[str, str]]()
    return template_of(library.as_written(key), library.files[key], project.root, left_out)


def needs_no_file(library: Library, project: Project, key: str, locale: str) -> bool:
    """Tell whether all texts of a document carry over into a language, and the project has no file for it."""
    if key not in library.carried or catalogue_path(project.i18n, locale, library.documents[key]).exists():
        return False
    texts = {(text.context, text.text) for text in library.texts[key]}
    return texts <= done_elsewhere(library, project, key, locale)


def translate_original(
    charter: AdaptedCharter, carried: Carried, locale: str, policy: TranslationSettings
) -> AdaptedCharter:
    """Return an adapted charter with its original in a language, as far as the adapted project has it."""
    origin = charter.adaptation
    original = _translated(origin.original, carried, locale, policy)
    newer = _translated(origin.newer, carried, locale, policy) if origin.newer is not None else None
    return charter.model_copy(update={"adaptation": replace(origin, original=original, newer=newer)})


def _translated(original: Charter, carried: Carried, locale: str, policy: TranslationSettings) -> Charter:
    nothing = Catalogue(carried[0][0], locale, {})
    texts = texts_of(original)
    catalogue = with_carried(nothing, carried_catalogues(carried, texts, locale))
    document = translate(original, catalogue, texts, policy).document
    if isinstance(document, AdaptedCharter):
        return translate_original(document, carried[1:], locale, policy)
    if not isinstance(document, Charter):
        message = f"'{original.id}' is no charter any more"
        raise TypeError(message)
    return document
