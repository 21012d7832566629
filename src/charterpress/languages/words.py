"""Give the interface words of each language; they ship with the package as PO files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup, escape

from charterpress.languages.catalogue import Catalogue, State, load_catalogue

FOLDER = Path(str(files("charterpress.languages"))) / "catalogues"


def mark(word: str) -> str:
    """Return an interface word as it is; the mark lets it be found for the catalogues."""
    return word


@dataclass(frozen=True)
class Words:
    """Translate interface words into one language; a word without a translation stays English."""

    locale: str
    catalogue: Catalogue

    def __call__(self, word: str, **values: object) -> str:
        """Return the word in this language, with `values` put into its {placeholders}.

        It is HTML when any of the values is.
        """
        entry = self.catalogue.find("", word)
        known = entry is not None and entry.state in {State.DRAFT, State.REVIEWED}
        text = entry.translation if entry is not None and known else word
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values) if values else text

    @property
    def draft(self) -> bool:
        """Tell whether any of the words has not been reviewed."""
        return any(entry.state is State.DRAFT for entry in self.catalogue.entries.values())


@cache
def load_words(locale: str) -> Words:
    """Return the interface words of a language; an unknown language speaks English."""
    return Words(locale, load_catalogue(FOLDER / f"{locale}.po", locale))
