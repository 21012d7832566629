"""Compare a translation with its source where no formula can judge it."""

from __future__ import annotations

from collections.abc import Iterable

_LONG = 6
_MARKS = '.,;:!?()[]"\u2018\u201c\u201d\u2026\u060c\u061b\u061f\u06d4\u0964'
_ADDRESS = ("@", "/", "www.")
# An apostrophe is no letter, and a hyphen joins two words.
_APART = str.maketrans({"'": None, "\u2019": None, "-": " ", "\u2010": " ", "\u2013": " "})


def long_word_shares(translation: Iterable[str], source: Iterable[str]) -> tuple[float, float]:
    """Return the share of long words, 0 to 1, in the texts of a translation and in those of its source.

    A long word has more than six letters, as in LIX (Björnsson 1968, "Läsbarhet").
    """
    return _share(translation), _share(source)


def _share(texts: Iterable[str]) -> float:
    # A vowel sign counts as a letter here, as it does to a reader.
    lengths = [len(word.strip(_MARKS)) for text in texts for word in _without_addresses(text).translate(_APART).split()]
    words = sum(length > 0 for length in lengths)
    return sum(length > _LONG for length in lengths) / words if words else 0.0


def _without_addresses(text: str) -> str:
    if not any(mark in text for mark in _ADDRESS):
        return text
    return " ".join(word for word in text.split() if not any(mark in word for mark in _ADDRESS))
