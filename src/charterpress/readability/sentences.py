"""Split units into sentences and join them into the canonical text that is scored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sentencex import segment

_STOPS = re.compile(r"[.!?]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w")
# Where the splitter cuts after a short form, the next piece belongs to the same sentence; after a
# short form of a place in a text ("para.", but also the word "no") it does only if it is a number.
_SHORT_FORM = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms)\.$", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])(?:approx|art|ch|no|paras?|pp?|reg|sec|ss?|vol)\.$", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d")


@cache
def split_sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of one unit; a unit without a full stop is one sentence."""
    sentences: list[str] = []
    for piece in segment(language, text):
        clean = _SPACE.sub(" ", piece).strip()
        if not clean:
            continue
        if sentences and _goes_on(sentences[-1], clean):
            sentences[-1] = f"{sentences[-1]} {clean}"
        else:
            sentences.append(clean)
    return tuple(sentences)


def _goes_on(before: str, after: str) -> bool:
    """Tell whether what was cut apart is one sentence."""
    numbered = _BEFORE_NUMBER.search(before) and _NUMBER.match(after)
    return bool(numbered or _SHORT_FORM.search(before))


def count_words(sentence: str) -> int:
    """Count the words of a sentence: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in sentence.split() if _WORD.search(word))


def canonical_text(units: Iterable[str], language: str) -> str:
    """Return one sentence a line, each ended by its only full stop.

    Stops inside a sentence ("e.g.", "2.5", an address) are taken out, because `textstat` would
    count each of them as an end. It takes them out of words too, so the words stay the same.
    """
    lines = []
    for unit in units:
        for sentence in split_sentences(unit, language):
            bare = _STOPS.sub("", sentence).strip(" :;,")
            if _WORD.search(bare):
                lines.append(f"{bare}.")
    return "\n".join(lines)
