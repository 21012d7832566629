"""Compare two versions of a source text by the parts that carry its meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from charterpress.content.inline import link_targets, note_calls
from charterpress.content.yamlfile import load_yaml
from charterpress.languages.figures import figures_in
from charterpress.languages.letters import WORD

_SIGNS = re.compile(r"[£€$¥%<>≤≥]")
_FILE = Path(str(files("charterpress.languages"))) / "meaning.yml"


class Change(IntEnum):
    """Say how much a source text has changed; each step asks for more care than the one before."""

    NONE = 0
    PUNCTUATION = 1
    WORDING = 2
    MEANING = 3


@dataclass(frozen=True)
class Difference:
    """Hold how a text changed, and which of its meaning-bearing parts went and came."""

    change: Change
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say in English what changed, for translators."""
        parts = [f"“{', '.join(self.lost)}” went"] if self.lost else []
        parts += [f"“{', '.join(self.gained)}” is new"] if self.gained else []
        return ", ".join(parts)


@dataclass(frozen=True)
class _Parts:
    """Hold the words of a language that carry meaning, and how to find the names of laws and bodies."""

    force: frozenset[str]
    limits: frozenset[str]
    words: frozenset[str]
    name: re.Pattern[str]


def compare(old: str, new: str, language: str) -> Difference:
    """Return how a source text in `language` changed from `old` to `new`.

    In a language whose meaning-bearing words are not known, every change of words is one of meaning.
    """
    if old == new:
        return Difference(Change.NONE)
    before, after = Counter(_bearing(old, language)), Counter(_bearing(new, language))
    lost, gained = tuple((before - after).elements()), tuple((after - before).elements())
    if lost or gained:
        return Difference(Change.MEANING, lost, gained)
    if _words(old) == _words(new):
        return Difference(Change.PUNCTUATION)
    if _order(old, language) != _order(new, language):
        return Difference(Change.MEANING)
    return Difference(Change.WORDING if _parts(language) is not None else Change.MEANING)


def strong_words(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a source text that say how strong a promise is: must, may, not, unless."""
    parts = _parts(language)
    return tuple(dict.fromkeys(word for word in _words(text) if parts is not None and word in parts.force))


def amounts(text: str, language: str) -> tuple[str, ...]:
    """Return what a source text counts and times, each once: figures, signs such as £, words such as three, before."""
    parts = _parts(language)
    in_words = (word for word in _words(text) if parts is not None and word in parts.limits)
    return tuple(dict.fromkeys((*figures_in(text, language), *_SIGNS.findall(text), *in_words)))


def essence(text: str) -> str:
    """Return a text without its punctuation: what a review stays true for."""
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def _order(text: str, language: str) -> list[str]:
    """Return the meaning-bearing words in their order: "you must, we may" is not "you may, we must"."""
    parts = _parts(language)
    return [word for word in _words(text) if parts is not None and word in parts.words]


def _bearing(text: str, language: str) -> Iterator[str]:
    yield from figures_in(text, language)
    yield from _SIGNS.findall(text)
    yield from link_targets(text)
    yield from (f"[^{call}]" for call in note_calls(text))
    if (parts := _parts(language)) is not None:
        yield from (word for word in _words(text) if word in parts.words)
        names = (found[0] for found in parts.name.finditer(text))
        yield from (" ".join(name.replace("’", "'").split()) for name in names)


@cache
def _parts(language: str) -> _Parts | None:
    data = load_yaml(_FILE).data
    known = data.get(language.partition("-")[0]) if isinstance(data, dict) else None
    if not isinstance(known, dict):
        return None
    words = frozenset(" ".join(str(known[name]) for name in ("force", "number", "time")).split())
    capital, small = r"[A-Z][\w'’-]*", r"(?:and|of|the|to|for|in|on|with)"
    names = rf"{capital}(?:\s+(?:{small}\s+)*\(?{capital}\)?)+"
    laws = "|".join(str(known["laws"]).split())
    return _Parts(
        frozenset(str(known["force"]).split()),
        frozenset(f"{known['number']} {known['limits']}".split()),
        words,
        re.compile(rf"{names}(?:\s+\d{{4}})?|\b(?:{laws})\b(?:\s+\d{{4}})?"),
    )
