"""Compare a translation with its source where no formula can judge it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from charterpress.readability.sentences import count_words

_ASIDE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
# Vowel signs are no letters to `re`, but they are to a reader; a hyphen joins two words.
_SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0dff"
_HAS_SIGNS = re.compile(f"[{_SIGNS}]")
_LONG_WORD = re.compile(r"\w(?:\w|['\u2019](?=\w)){6,}")
_LONG_WORD_WITH_SIGNS = re.compile(rf"\w(?:[\w{_SIGNS}]|['\u2019](?=\w)){{6,}}")


def long_word_shares(translation: Iterable[str], source: Iterable[str]) -> tuple[float, float]:
    """Return the share of long words, 0 to 1, in the texts of a translation and in those of its source.

    A long word has more than six letters, as in LIX (Björnsson 1968, "Läsbarhet").
    """
    return _share(translation), _share(source)


def _share(texts: Iterable[str]) -> float:
    counted = [_long_and_all(text) for text in texts]
    words = sum(number for _, number in counted)
    return sum(long for long, _ in counted) / words if words else 0.0


@lru_cache(maxsize=1 << 14)
def _long_and_all(text: str) -> tuple[int, int]:
    """Return how many long words a text has, and how many words; each source is compared with every translation."""
    said = _ASIDE.sub(" ", text)
    pattern = _LONG_WORD_WITH_SIGNS if _HAS_SIGNS.search(said) else _LONG_WORD
    return len(pattern.findall(said)), count_words(said)
