"""Hold what a page or a leaflet says, before anything is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from charterpress.content.model.base import Audience
from charterpress.readability.units import Unit


class Kind(StrEnum):
    """Say what a reader holds: on a page terms are explained in place, on paper they are not."""

    PAGE = "page"
    LEAFLET = "leaflet"
    CHANGES = "changes"
    GLOSSARY = "glossary"
    LOOSE = "loose text"


@dataclass(frozen=True)
class PageText:
    """Hold what a page says in one language, and who reads it.

    `name` is what an exemption calls it: the id of a document, 'glossary', or the name of a Markdown
    page. `explained` has the terms that are explained where this is read; a page that
    `explains_vocabulary` explains those of its language's vocabulary, too. `long_words` compares the
    share of long words of a translation with that of its source. What was not written in the language
    of the site first is `translated`.
    """

    title: str
    file: Path
    language: str
    audience: Audience
    units: tuple[Unit, ...]
    name: str = ""
    kind: Kind = Kind.PAGE
    explained: frozenset[str] = field(default=frozenset())
    long_words: tuple[float, float] | None = None
    translated: bool = False
    explains_vocabulary: bool = False

    @property
    def is_english(self) -> bool:
        """Tell whether the page is in English: only there do grades and remarks on wording apply."""
        return self.language.partition("-")[0] == "en"
