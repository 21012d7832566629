"""Fill the named places of texts: `{area}` becomes the name of an area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from charterpress.content.model import AdaptedCharter, Charter, Document
from charterpress.content.model.text import EVERY_LANGUAGE, Text
from charterpress.content.nearest import nearest
from charterpress.content.texts import replace_texts, texts_of
from charterpress.content.yamlfile import Pointer, YamlFile, scalars
from charterpress.findings import Finding

D = TypeVar("D", bound=Document)

Names = Mapping[str, Mapping[str, str]]
"""Names by place and by language."""

PLACE = re.compile(r"\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\}")
"""A named place in a text."""


def places_in(text: str) -> tuple[str, ...]:
    """Return the names of the places in a text, each once."""
    return tuple(dict.fromkeys(PLACE.findall(text)))


def with_names(document: D, locale: str | None = None) -> D:
    """Return a document with its named places filled, in a language or in that it was written in.

    A text that is in another language, for want of a translation, gets the names of that language. The original of
    an adapted charter gets our names too, so that only what was changed differs.
    """
    if not isinstance(document, AdaptedCharter):
        return _filled(document, {}, locale) if isinstance(document, Charter) else document
    origin = document.adaptation
    newer = _filled(origin.newer, origin.names, locale) if origin.newer is not None else None
    origin = replace(origin, original=_filled(origin.original, origin.names, locale), newer=newer)
    return _filled(document, origin.names, locale).model_copy(update={"adaptation": origin})


def _filled(charter: D, given: Names, locale: str | None) -> D:
    if not isinstance(charter, Charter) or not charter.names:
        return charter

    def filled(_: str, text: str) -> str:
        language = text.language if isinstance(text, Text) else locale or charter.language
        words = fill(text, charter, given, language)
        return Text(words, language) if isinstance(text, Text) else words

    return replace_texts(charter, filled)


def fill(text: str, charter: Charter, given: Names, language: str) -> str:
    """Return a text with the names given, or else the defaults of the charter; a place without either stays."""
    defaults = {place.id: place.default for place in charter.names}

    def name(found: re.Match[str]) -> str:
        own = name_in(given.get(found[1], {}), language, charter.language)
        return own or defaults.get(found[1]) or found[0]

    return PLACE.sub(name, text)


def name_in(words: Mapping[str, str], language: str, source: str) -> str:
    """Return a name in a language, or in every language, or else in that of the source; empty where there is none."""
    short = language.partition("-")[0]
    return next((words[code] for code in (language, short, EVERY_LANGUAGE, source) if words.get(code)), "")


def without_idle_defaults(charter: AdaptedCharter) -> AdaptedCharter:
    """Return a charter without the defaults that a given name stands in for: nobody needs to translate them."""
    given = charter.adaptation.names
    names = tuple(p.model_copy(update={"default": None}) if p.id in given else p for p in charter.names)
    return charter.model_copy(update={"names": names})


def check_names(charter: Charter, file: YamlFile) -> Iterator[Finding]:
    """Yield the named places of a charter's texts that are not declared, and those that nothing fills."""
    known = {place.id: place for place in charter.names}
    texts = texts_of(charter)
    for text in texts:
        for name in places_in(text.text):
            if name not in known:
                message = f"the text has {{{name}}}, and the charter has no such name"
                hint = f"{nearest(name, known, 'name')} Names are declared under 'names:', each with an 'id'."
                yield file.finding("unknown-name", message, hint, text.pointer)
    yield from _outside_of_texts(charter, file, frozenset(text.pointer for text in texts))
    for number, place in enumerate(charter.names):
        if place.default is None and not isinstance(charter, AdaptedCharter):
            message = f"nothing fills {{{place.id}}}: {place.meaning}"
            hint = "Give the name a 'default:', which stands where nobody fills it in."
            yield file.finding("unfilled-name", message, hint, ("names", number, "id"))


def _outside_of_texts(charter: Charter, file: YamlFile, texts: frozenset[Pointer]) -> Iterator[Finding]:
    """Yield the named places where nothing is filled in, such as a phone number."""
    known = {place.id for place in charter.names}
    for pointer, value in scalars(file.data or "") if known else ():
        if pointer not in texts and pointer[0] != "names":
            for name in known.intersection(places_in(value)):
                message = f"{{{name}}} stands where no names are filled in"
                hint = "Names are filled into texts alone. Write it out here, or put it into a text."
                yield file.finding("unknown-name", message, hint, pointer)
