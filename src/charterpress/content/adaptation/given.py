"""Check the names that an adaptation gives to the named places of the charter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from charterpress.content.model import Adaptation, Charter
from charterpress.content.model.text import EVERY_LANGUAGE
from charterpress.content.nearest import nearest
from charterpress.content.yamlfile import Pointer, YamlFile
from charterpress.findings import Finding, Level, shortened

_MARKS = re.compile(r"[{}\[\]<>*_\\\u202a-\u202e\u2066-\u2069]")
"""What would be taken for a mark of inline Markdown, or for another named place, or turns the words around it."""


def given_names(adaptation: Adaptation) -> dict[str, dict[str, str]]:
    """Return what an adaptation fills in, by name and language, without what is empty."""
    names = {
        name: {code: " ".join(text.split()) for code, text in words.items() if text.strip()}
        for name, words in adaptation.names.items()
    }
    return {name: words for name, words in names.items() if words}


def check_languages(adaptation: Adaptation, file: YamlFile, locales: Iterable[str]) -> Iterator[Finding]:
    """Yield a warning for each name that is given by language, and not in one that the site is in."""
    for name, words in given_names(adaptation).items():
        lacking = [code for code in locales if code not in words and code.partition("-")[0] not in words]
        if lacking and EVERY_LANGUAGE not in words:
            message = f"the name '{name}' is not given in {', '.join(lacking)}"
            hint = "Add it, or write the name alone, for every language. Until then readers get it in another language."
            yield replace(file.finding("name-language", message, hint, ("names", name)), level=Level.WARNING)


def check_given(adaptation: Adaptation, charter: Charter, base: Charter, file: YamlFile) -> Iterator[Finding]:
    """Yield names that the charter has not, names that nothing fills, and names with marks in them.

    One that the charter had when it was adapted, as `base` has it, harms nobody.
    """
    known = [place.id for place in charter.names]
    before = {place.id for place in base.names}
    given = given_names(adaptation)
    for name, words in adaptation.names.items():
        if name not in known and name in before:
            message = f"'{charter.id}' has no name '{name}' to be filled in any more"
            hint = "Take it out, or run 'charterpress adapt update'."
            yield replace(file.finding("unknown-name", message, hint, ("names", name)), level=Level.WARNING)
        elif name not in known:
            message = f"'{charter.id}' has no name '{name}' to be filled in"
            yield file.finding("unknown-name", message, nearest(name, known, "name"), ("names", name))
        for code, text in words.items():
            if (mark := _MARKS.search(text)) is not None:
                sign = mark[0] if mark[0].isprintable() else f"U+{ord(mark[0]):04X}"
                message = f"the name '{shortened(text)}' has a '{sign}' in it"
                hint = "A name is plain words: take the mark out."
                at: Pointer = ("names", name) if code == EVERY_LANGUAGE else ("names", name, code)
                yield file.finding("name-form", message, hint, at)
    for place in charter.names:
        if place.default is None and place.id not in given:
            message = f"nothing fills {{{place.id}}} of '{charter.id}': {place.meaning}"
            hint = f"Write under 'names:' a line '{place.id}: …' with the name."
            at = ("names",) if adaptation.names else ("adapts",)
            yield file.finding("unfilled-name", message, hint, at)
