"""Give the interface words of each language; they ship with the package as PO files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from gettext import c2py
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup, escape

from charterpress.languages.catalogue import Catalogue, Entry, State, load_catalogue
from charterpress.languages.pseudo import PSEUDO_LOCALES, pseudolocalise

FOLDER = Path(str(files("charterpress.languages"))) / "catalogues"
NAME = "interface"
"""The name of a project's own file of interface words, which no document may have as its id."""


def mark(word: str) -> str:
    """Return an interface word as it is; the mark lets it be found for the catalogues."""
    return word


@dataclass(frozen=True)
class Words:
    """Translate interface words into one language; a word without a translation stays English.

    `own` has the words of a project, which win over those of the package.
    """

    locale: str
    catalogue: Catalogue
    own: Catalogue | None = None

    def __call__(self, word: str, **values: object) -> str:
        """Return the word in this language, with `values` put into its {placeholders}.

        It is HTML when any of the values is.
        """
        found = self._find(word)
        return _filled(found[0].translation if found is not None else self._untranslated(word), values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the words for a number of things, in the form that the language has for it.

        The number goes into the placeholder {number}; where `values` has it, as that says.
        """
        values = {"number": count, **values}
        found = self._find(one)
        if found is None:
            return _filled(self._untranslated(one if count == 1 else many), values)
        entry, choose = found
        form = choose(count)
        return _filled(entry.forms[form] if form < len(entry.forms) else entry.translation, values)

    def _find(self, word: str) -> tuple[Entry, Callable[[int], int]] | None:
        for catalogue, choose in self._catalogues:
            entry = catalogue.find("", word)
            if entry is not None and entry.state in {State.DRAFT, State.REVIEWED}:
                return entry, choose
        return None

    @cached_property
    def _catalogues(self) -> tuple[tuple[Catalogue, Callable[[int], int]], ...]:
        found = (self.own, self.catalogue)
        return tuple((catalogue, c2py(catalogue.plurals)) for catalogue in found if catalogue is not None)

    def _untranslated(self, word: str) -> str:
        return pseudolocalise(word) if self.locale in PSEUDO_LOCALES else word

    @property
    def draft(self) -> bool:
        """Tell whether any of the words has not been reviewed."""
        entries = (entry for catalogue, _ in self._catalogues for entry in catalogue.entries.values())
        return any(entry.state is State.DRAFT for entry in entries)


def load_words(locale: str, i18n: Path | None = None) -> Words:
    """Return the interface words of a language; an unknown language speaks English.

    `i18n` is the folder of a project's translations; the words in its `interface.po` win.
    """
    own = own_words_path(i18n, locale) if i18n is not None else None
    return Words(locale, _shipped(locale), load_catalogue(own, locale) if own is not None and own.is_file() else None)


def own_words_path(i18n: Path, locale: str) -> Path:
    """Return where a project keeps its own interface words of a language."""
    return i18n / locale / f"{NAME}.po"


@cache
def _shipped(locale: str) -> Catalogue:
    return load_catalogue(FOLDER / f"{locale}.po", locale)


def _filled(text: str, values: dict[str, object]) -> str:
    if any(isinstance(value, Markup) for value in values.values()):
        return escape(text).format(**values)
    return text.format(**values) if values else text
