"""Find the passive voice and double negatives; English only.

Both go by words, not by grammar, and would rather miss a sentence than blame a good one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed
from charterpress.content.vocabulary.phrases import folded
from charterpress.readability.wording.data import load_data

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_DIGITS = re.compile(r"\d")
_BETWEEN_LIMIT = 3
"""So many adverbs may stand inside a passive: "has not yet been fully and fairly heard" is rare already."""

_REACH = 9
"""So many words may stand between two negatives of one clause; further apart they are mostly of two clauses."""

_NOT = frozenset({"not", "cannot", "never"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
# With these before it a second "not" is of the same clause; "cannot … not" is mostly two clauses.
_TWICE = _NOBODY | {"never"}
_MODALS = frozenset({"will", "can", "must", "may", "should", "shall", "would", "could", "might"})
_NEW_CLAUSE = frozenset(
    {"and", "or", "but", "if", "when", "because", "so", "while", "although", "though", "as", "than", "where"}
)
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
# What may stand between "not" and a word that denies too: "is not an unusual", "are not always unfair".
_AMONG = frozenset({"a", "an", "the", "be", "been", "being", "so", "too", "very", "at", "all", "always", "really"})
# "Say no to", "no matter", "no longer", "not only", "not just": here nothing is denied.
_NO_DENIAL_BEFORE = {"no": frozenset({"to", "matter", "longer", "means", "later"}), "not": frozenset({"only", "just"})}
_NO_DENIAL_AFTER = frozenset({"say", "says", "said", "saying", "or", "mean", "answer", "yes"})


class StyleWords(Model):
    """Hold the words that the checks of style go by; `en/style.yml` says what each list is."""

    be: frozenset[Fixed]
    between: frozenset[Fixed]
    irregular: frozenset[Fixed]
    adjectives: frozenset[Fixed]
    two_objects: frozenset[Fixed]
    after: frozenset[Fixed]
    not_before: dict[str, frozenset[Fixed]]
    denying: frozenset[Fixed]


@dataclass(frozen=True)
class Spot:
    """Name a stretch of a text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class _Word:
    """Hold a word in small letters; `joined` tells that only white space stands between it and the word before."""

    text: str
    start: int
    end: int
    joined: bool
    compound: bool

    @property
    def adverb(self) -> bool:
        return self.text.endswith("ly")


def find_passives(text: str, language: str) -> tuple[Spot, ...]:
    """Return where a text uses the passive voice: a form of "to be", adverbs, and a participle."""
    lists = _lists(language.partition("-")[0].casefold())
    return () if lists is None else tuple(_passives(_words(text), lists))


def find_double_negatives(text: str, language: str) -> tuple[Spot, ...]:
    """Return where one clause of a text denies twice: "not unusual", "not … unless", "never … not"."""
    lists = _lists(language.partition("-")[0].casefold())
    return () if lists is None else tuple(_double_negatives(_words(text), lists))


@cache
def _lists(language: str) -> StyleWords | None:
    return load_data(StyleWords, language, "style")


@lru_cache(maxsize=16)
def _words(text: str) -> tuple[_Word, ...]:
    plain = folded(text)
    words: list[_Word] = []
    end = 0
    for match in _WORD.finditer(plain):
        gap = plain[end : match.start()]
        compound = plain[match.end() : match.end() + 1] in {"-", "/"}
        words.append(_Word(match[0].casefold(), match.start(), match.end(), gap.isspace(), compound))
        end = match.end()
    return tuple(words)


def _passives(words: tuple[_Word, ...], lists: StyleWords) -> Iterator[Spot]:
    for index, word in enumerate(words):
        if word.text not in lists.be:
            continue
        at = index + 1
        while at < len(words) and at - index <= _BETWEEN_LIMIT and words[at].joined and _between(words[at], lists):
            at += 1
        if at < len(words) and words[at].joined and _is_passive(words, at, lists):
            yield Spot(word.start, words[at].end)


def _between(word: _Word, lists: StyleWords) -> bool:
    return word.adverb or word.text in lists.between


def _is_passive(words: tuple[_Word, ...], at: int, lists: StyleWords) -> bool:
    """Tell whether the word is a participle, and what follows it lets it be one of the passive voice."""
    word = words[at]
    if word.compound or not _is_participle(word.text, lists):
        return False
    follower = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    if follower is None:
        return True
    if follower.text in lists.not_before.get(word.text, frozenset()):
        return False
    plain = follower.text in lists.after or follower.adverb or _DIGITS.match(follower.text) is not None
    return plain or word.text in lists.two_objects


def _is_participle(word: str, lists: StyleWords) -> bool:
    stem = word.removeprefix("re-").removeprefix("co-")
    if "-" in stem or word in lists.adjectives or (word.startswith("un") and not word.startswith("under")):
        return False
    regular = stem.endswith("ed") and len(stem) > len("need") and (not stem.endswith("eed") or stem == "agreed")
    return regular or stem in lists.irregular or word in lists.two_objects


def _double_negatives(words: tuple[_Word, ...], lists: StyleWords) -> Iterator[Spot]:
    index = 0
    while index < len(words):
        end = _second_negative(words, index, lists) if _denies(words, index) else None
        if end is None:
            index += 1
        else:
            yield Spot(words[index].start, words[end].end)
            index = end + 1


def _denies(words: tuple[_Word, ...], at: int) -> bool:
    word = words[at].text
    if word not in _NOT and word not in _NOBODY and not word.endswith("n't"):
        return False
    after = words[at + 1].text if at + 1 < len(words) and words[at + 1].joined else ""
    before = words[at - 1].text if at else ""
    return after not in _NO_DENIAL_BEFORE.get(word, frozenset()) and not (word == "no" and before in _NO_DENIAL_AFTER)


def _second_negative(words: tuple[_Word, ...], first: int, lists: StyleWords) -> int | None:
    """Return the word that denies again in the same clause, or None."""
    verb_denied = words[first].text not in _NOBODY
    near = True
    for at in range(first + 1, min(first + 2 + _REACH, len(words))):
        word = words[at].text
        if not words[at].joined or word in _NEW_CLAUSE or (verb_denied and word in _MODALS):
            return None
        if word in {"without", "unless"}:
            return at
        if verb_denied and near and word in lists.denying:
            return at
        if not verb_denied and word in _SUBJECTS:
            return None
        if (word in _NOT or word.endswith("n't")) and words[first].text in _TWICE and _denies(words, at):
            return at
        near = near and word in _AMONG
    return None
