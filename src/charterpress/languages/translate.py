"""Put a document into another language with its catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.content.texts import DocumentText, replace_texts, texts_of
from charterpress.languages.catalogue import Catalogue, State


@dataclass(frozen=True)
class Localised:
    """Hold a document in one language and how many of its texts are in which state.

    `lines` says where in the PO file a translation stands, by its context and its words; `reader` is the native
    reader who has signed for the words, as the PO file names them.
    """

    document: Document
    locale: str
    states: Mapping[State, int]
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
    reader: str = ""

    @property
    def is_source(self) -> bool:
        """Tell whether this is the language that the document was written in."""
        return self.document.language == self.locale

    @property
    def complete(self) -> bool:
        """Tell whether every text may be shown in this language."""
        return not self.states.get(State.MISSING) and not self.states.get(State.NEEDS_REVIEW)

    @property
    def draft(self) -> bool:
        """Tell whether any translation shown has not been reviewed."""
        return bool(self.states.get(State.DRAFT)) and not self.is_source

    @property
    def started(self) -> bool:
        """Tell whether anything may be shown in this language at all."""
        return self.is_source or bool(self.states.get(State.DRAFT)) or bool(self.states.get(State.REVIEWED))


def catalogue_path(i18n: Path, locale: str, document: Document) -> Path:
    """Return where a document's translations into a language live."""
    return i18n / locale / f"{document.id}.po"


def translate(document: Document, catalogue: Catalogue, texts: tuple[DocumentText, ...] | None = None) -> Localised:
    """Return the document in the catalogue's language; what is not translated stays in its own.

    `texts` are those of the document, where they are known already.
    """
    states: Counter[State] = Counter()
    shown: dict[tuple[str, str], Text] = {}
    lines: dict[tuple[str, str], int] = {}
    for text in texts if texts is not None else texts_of(document):
        entry = catalogue.find(text.context, text.text)
        state = entry.state if entry is not None else State.MISSING
        states[state] += 1
        if entry is not None and state in {State.DRAFT, State.REVIEWED}:
            shown[text.context, text.text] = Text(entry.translation, catalogue.locale)
            lines[text.context, entry.translation] = entry.line
        else:
            shown[text.context, text.text] = Text(text.text, document.language)
    localised = replace_texts(document, lambda context, text: shown[context, text])
    return Localised(localised, catalogue.locale, dict(states), lines, catalogue.reader)


def as_source(document: Document) -> Localised:
    """Return a document in the language that it was written in."""
    return Localised(document, document.language, {State.REVIEWED: len(texts_of(document))})


def may_show(localised: Localised, missing: Literal["hide", "source"], draft: Literal["show", "hide"]) -> bool:
    """Tell whether a site's policy lets this document be shown in this language."""
    if localised.is_source:
        return True
    if not localised.started or (localised.draft and draft == "hide"):
        return False
    return localised.complete or missing == "source"
