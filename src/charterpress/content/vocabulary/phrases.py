"""Find many phrases in a text at once: a trie of words, walked once from each word of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

# An address is one token, so that no word is found inside it. The part before an @ is bounded (RFC 5321
# allows 64 characters), or a long text without spaces would be read again from each of its words.
_TOKEN = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|\w+|\s+|[^\w\s]")
_FOLDED = str.maketrans("\u2018\u2019\u02bc\uff07\u2010\u2011", "''''--")
_SPACE = " "


def folded(text: str) -> str:
    """Return a text with straight apostrophes and plain hyphens; its length stays the same."""
    return text.translate(_FOLDED)


class Token(NamedTuple):
    """Hold a word, a run of white space, a mark or an address of a text, and where it starts and ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Found(Generic[V]):
    """Hold a phrase found in a text: `text[start:end]`, with what was filed under it."""

    value: V
    start: int
    end: int


@dataclass
class _Node(Generic[V]):
    """Hold what may follow the words so far, and what ends with them: with and without regard to case."""

    after: dict[str, _Node[V]] = field(default_factory=dict)
    exact: dict[str, V] = field(default_factory=dict)
    loose: list[V] = field(default_factory=list)


@lru_cache(maxsize=1 << 13)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens; every run of white space is one space."""
    return tuple(
        Token(_SPACE if match[0].isspace() else match[0], match.start(), match.end())
        for match in _TOKEN.finditer(folded(text))
    )


def form_key(form: str) -> str:
    """Return a form as it is compared where capitals count: all in capitals it keeps its case."""
    plain = _SPACE.join(folded(form).split())
    return plain if plain.isupper() else plain.casefold()


class Phrases(Generic[V]):
    """Find phrases as whole words: the leftmost first, of those the longest; they never overlap.

    The time taken is linear in the text: from each word at most the longest phrase is walked.
    """

    def __init__(self, forms: Iterable[tuple[str, V]], *, capitals_count: bool = True) -> None:
        """File each value under its form; of two values under one form the later stays.

        Where `capitals_count`, forms all in capitals are found in capitals only.
        """
        self._root: _Node[V] = _Node()
        for form, value in forms:
            plain = _SPACE.join(folded(form).split())
            node = self._root
            for token in tokens_of(plain):
                node = node.after.setdefault(token.text.casefold(), _Node())
            if capitals_count and plain.isupper():
                node.exact[plain] = value
            else:
                node.loose[:] = [value]

    def find(self, text: str) -> Iterator[Found[V]]:
        """Yield the phrases of a text in their order."""
        starts = self._root.after
        tokens = tokens_of(text) if starts else ()
        at = 0
        while at < len(tokens):
            if tokens[at].text.casefold() not in starts:
                at += 1
                continue
            found, after = self._longest(tokens, at)
            if found is not None:
                yield found
            at = after

    def _longest(self, tokens: tuple[Token, ...], first: int) -> tuple[Found[V] | None, int]:
        """Return the longest phrase that starts with the token `first`, and the token to go on with."""
        node, at = self._root, first
        best, after = None, first + 1
        words: list[str] = []
        while at < len(tokens) and (following := node.after.get(tokens[at].text.casefold())) is not None:
            node = following
            words.append(tokens[at].text)
            at += 1
            exact = "".join(words) if node.exact else ""
            held = [node.exact[exact]] if exact in node.exact else node.loose
            if held and _stands_alone(tokens, first, at, capitals=exact in node.exact):
                best, after = Found(held[0], tokens[first].start, tokens[at - 1].end), at
        return best, after


def _stands_alone(tokens: tuple[Token, ...], first: int, end: int, *, capitals: bool) -> bool:
    """Tell whether tokens are whole words: no part of a compound with a hyphen, nor of a number such as 17.3.

    Capitals may stand in a compound with a plain word: "SEND-related".
    """
    joints = ((first - 1, first - 2, first), (end, end + 1, end - 1))
    for joint, beyond, own in joints:
        if not (0 <= joint < len(tokens) and 0 <= beyond < len(tokens)):
            continue
        mark, neighbour = tokens[joint].text, tokens[beyond].text
        if mark == "-" and neighbour[0].isalnum() and not (capitals and neighbour.islower()):
            return False
        if mark == "." and neighbour.isdigit() and tokens[own].text.isdigit():
            return False
    return True
