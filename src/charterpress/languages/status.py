"""Say how far each document has come in each language, and what keeps it from being published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charterpress.content.model import Document
from charterpress.content.settings import TranslationSettings
from charterpress.languages.catalogue import State
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.policy import blocks
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import Localised

STATES = (State.REVIEWED, State.DRAFT, State.NEEDS_REVIEW, State.MISSING)
"""The states of a translation, the best first."""


@dataclass(frozen=True)
class Progress:
    """Hold how far a document has come in a language: how many of its texts are in each state.

    `blocked` says in English what keeps the document from being published there; it is empty where nothing does.
    """

    document: Document
    locale: str
    states: Mapping[State, int]
    shown: bool
    blocked: tuple[str, ...]
    reader: str

    @property
    def total(self) -> int:
        """Return how many texts the document has."""
        return sum(self.states.values())

    def per_cent(self, state: State) -> int:
        """Return the share of texts in a state in per cent: 0 and 100 stand for none and for all of them."""
        number = self.states.get(state, 0)
        if not number or not self.total:
            return 0
        return 100 if number == self.total else min(99, max(1, round(100 * number / self.total)))


def progress_of(languages: Mapping[str, LocalisedLibrary], policy: TranslationSettings) -> tuple[Progress, ...]:
    """Return the progress of every document in every language but its own, in the order of lists."""
    rows = [
        _progress(item, item.document.id in library.shown, policy)
        for library in languages.values()
        for item in library.documents.values()
        if not item.is_source and item.locale not in PSEUDO_LOCALES
    ]
    return tuple(sorted(rows, key=lambda row: (row.document.kind, row.document.order, row.document.id)))


def _progress(item: Localised, shown: bool, policy: TranslationSettings) -> Progress:  # noqa: FBT001 - a row of a table
    return Progress(item.document, item.locale, item.states, shown, tuple(_why(item, policy)), item.reader)


def _why(item: Localised, policy: TranslationSettings) -> Iterator[str]:
    if not item.started:
        yield "nothing is translated"
        return
    yield from blocks(item, policy)
    rules = {State.MISSING: policy.missing, State.NEEDS_REVIEW: policy.stale, State.DRAFT: policy.draft}
    for state, rule in rules.items():
        if rule == "fail" and item.states.get(state):
            yield f"{state} texts stop the build"
