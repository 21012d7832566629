"""Carry translations over from the project that a text was adapted from, in the state they have there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from charterpress.content.adaptation.resolve import Carried
from charterpress.content.model import AdaptedCharter, Charter
from charterpress.content.settings import TranslationSettings
from charterpress.content.texts import DocumentText, texts_of
from charterpress.languages.catalogue import Catalogue, State, load_catalogue
from charterpress.languages.translate import translate

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
