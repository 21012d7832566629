"""Test which signs belong to a word."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

import re

import pytest

from charterpress.languages.letters import PART, WORD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We don't, we’ll see.", ["We", "don't", "we’ll", "see"]),
        ("Tŷ gŵr, 5-day", ["Tŷ", "gŵr", "5", "day"]),
        ("y\u0302 gwa\u0301r", ["y\u0302", "gwa\u0301r"]),
        ("আমরা শুনি।", ["আমরা", "শুনি"]),
        ("ਅਸੀਂ ਸੁਣਦੇ ਹਾਂ।", ["ਅਸੀਂ", "ਸੁਣਦੇ", "ਹਾਂ"]),
        ("हम सुनते हैं।", ["हम", "सुनते", "हैं"]),
        ("نحنُ نُصغي، دائمًا.", ["نحنُ", "نُصغي", "دائمًا"]),
        ("ہم سنتے ہیں۔", ["ہم", "سنتے", "ہیں"]),
        ("'yes' – “no”", ["yes", "no"]),
        ("১২ মার্চ", ["১২", "মার্চ"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """A word is whole, with the marks on its letters and the apostrophes inside; punctuation is no part of it."""
    assert WORD.findall(text) == words


@pytest.mark.parametrize("mark", ["।", "॥", "۔", "،", "؟", ".", "“", "-", "–", " ", "\u00a0"])
def test_what_is_no_part_of_a_word(mark: str) -> None:
    """Punctuation of any script is outside of words."""
    assert re.fullmatch(f"[{PART}]", mark) is None
