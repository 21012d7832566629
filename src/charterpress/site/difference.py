"""Find which words of a text were taken out and which were put in, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

_RUN = re.compile(r"(\S+)(\s*)")
LEAST_COMMON = 0.4
"""The share of words that two texts must have in common, in their order; below it, marks on words confuse."""


@dataclass(frozen=True)
class Stretch:
    """Hold neighbouring words of a text that are all changed, or all the same in the other one."""

    text: str
    changed: bool


Stretches = tuple[Stretch, ...]


@dataclass(frozen=True)
class _Token:
    """Hold a word, or marks before or behind one, with the space that follows."""

    text: str
    space: str
    is_word: bool

    @property
    def key(self) -> str:
        """Return what two tokens that readers take for the same have in common, however their marks are stored."""
        return unicodedata.normalize("NFC", self.text)


def differing(before: str, after: str) -> tuple[Stretches, Stretches] | None:
    """Return two plain texts cut into what is the same and what is not, or None where they have little in common.

    Words are compared as a whole. Marks beside a word, such as a full stop, are compared apart from it.
    """
    one, two = tuple(_tokens(before)), tuple(_tokens(after))
    matcher = SequenceMatcher(None, [token.key for token in one], [token.key for token in two], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    common = sum(token.is_word for block in blocks for token in one[block.a : block.a + block.size])
    words = sum(token.is_word for token in (*one, *two))
    if not words or 2 * common / words < LEAST_COMMON:
        return None
    same_before, same_after = set[int](), set[int]()
    for block in blocks:
        same_before.update(range(block.a, block.a + block.size))
        same_after.update(range(block.b, block.b + block.size))
    return _stretches(one, same_before), _stretches(two, same_after)


def whole(text: str, *, changed: bool) -> Stretches:
    """Return a text in one piece."""
    return (Stretch(text, changed),)


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the words of a text and the marks beside them.

    A word may have marks inside, and letters may be several characters: only what starts or ends it is looked at.
    """
    for run, space in _RUN.findall(text):
        start, end = 0, len(run)
        while start < end and _is_mark(run[start]):
            start += 1
        while end > start and _is_mark(run[end - 1]):
            end -= 1
        parts = [(run[:start], False), (run[start:end], True), (run[end:], False)]
        tokens = [_Token(part, "", is_word) for part, is_word in parts if part]
        yield from (*tokens[:-1], replace(tokens[-1], space=space))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _stretches(tokens: Sequence[_Token], same: set[int]) -> Stretches:
    """Return tokens joined again; the space behind a change is no part of it."""
    found: list[Stretch] = []
    for number, token in enumerate(tokens):
        changed = number not in same
        if found and found[-1].changed == changed:
            found[-1] = Stretch(found[-1].text + token.text, changed)
        else:
            found.append(Stretch(token.text, changed))
        goes_on = changed and number + 1 < len(tokens) and number + 1 not in same
        if not changed or goes_on:
            found[-1] = Stretch(found[-1].text + token.space, changed)
        elif token.space:
            found.append(Stretch(token.space, changed=False))
    return tuple(found)
