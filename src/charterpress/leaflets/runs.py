"""Turn texts into runs: words with one look, one language and one direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charterpress.content.inline import Span, parse_inline
from charterpress.content.model.text import Text
from charterpress.languages.foreign import Kind, Piece, pieces_of
from charterpress.languages.locales import Locale, load_locale

ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
END_OF_ISOLATE = "\u2069"
GAP = re.compile(r"\{(\w+)\}")
FOLLOWABLE = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True)
class Run:
    """Hold words with one look; `note` is the id of a note that is called here."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    language: str | None = None
    note: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Setter:
    """Turn texts into runs for a leaflet in `locale`; `own` is the language of texts never translated.

    Links to what is `inside` the leaflet itself, by id, lead there; all others lead to its page on the web.
    """

    locale: Locale
    own: str
    address: str
    inside: frozenset[str] = frozenset()

    def runs(self, text: str) -> Runs:
        """Return the runs of a text with inline Markdown, isolated when in a foreign language."""
        language = self._foreign(text.language if isinstance(text, Text) else None)
        spans = [run for span in parse_inline(text) for run in self._pieces(span, language)]
        return self._isolated(tuple(run for run in spans if run.text or run.note is not None), language)

    def _pieces(self, span: Span, language: str | None) -> Iterator[Run]:
        """Yield the runs of a span: foreign names, and figures of several parts, keep their own direction."""
        pieces = pieces_of(span.text, self.locale) if language is None else (Piece(span.text, Kind.OWN),)
        for piece in pieces:
            own = piece.kind is Kind.OWN
            words = piece.text if own else self._left_to_right(piece.text)
            foreign = self.own if piece.kind is Kind.WORDS else language
            yield Run(words, span.strong, span.emphasis, self._target(span.href), foreign, span.note)

    def _left_to_right(self, text: str) -> str:
        return f"{ISOLATES['ltr']}{text}{END_OF_ISOLATE}" if self.locale.direction == "rtl" else text

    def fixed(self, text: str) -> Runs:
        """Return a text that is never translated, such as the name of a publisher."""
        language = self._foreign(text.language if isinstance(text, Text) else self.own)
        return self._isolated((Run(text, language=language),), language)

    def latin(self, text: str, href: str | None = None) -> Runs:
        """Return an address or a number, which reads from left to right in every language."""
        return (Run(self._left_to_right(text), href=href),)

    def filled(self, template: str, **parts: Runs) -> Runs:
        """Return a sentence of interface words with its `{gaps}` filled; an unknown gap stays empty."""
        runs: list[Run] = []
        for at, piece in enumerate(GAP.split(template)):
            # The pattern has one group, so every second piece is the name of a gap.
            runs.extend(parts.get(piece, ()) if at % 2 else (Run(piece),) if piece else ())
        return tuple(runs)

    def _foreign(self, language: str | None) -> str | None:
        return None if language is None or language == self.locale.code else language

    def _isolated(self, runs: Runs, language: str | None) -> Runs:
        if language is None or not runs or load_locale(language).direction == self.locale.direction:
            return runs
        start = ISOLATES[load_locale(language).direction]
        return (Run(start, language=language), *runs, Run(END_OF_ISOLATE, language=language))

    def _target(self, href: str | None) -> str | None:
        if href is None:
            return None
        if href.startswith("#"):
            return href if href[1:] in self.inside else self.address.split("#")[0] + href
        return href if href.startswith(FOLLOWABLE) else None


def words_of(runs: Runs) -> str:
    """Return the bare words of runs."""
    return "".join(run.text for run in runs).translate({ord(mark): None for mark in "\u2066\u2067\u2069"})
