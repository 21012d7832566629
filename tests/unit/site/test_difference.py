"""Test which words of two texts are told apart, in several scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from charterpress.site.difference import Stretches, differing


def changed(stretches: Stretches) -> list[str]:
    """Return the stretches that are changed."""
    return [stretch.text for stretch in stretches if stretch.changed]


@pytest.mark.parametrize(
    ("before", "after", "out", "into"),
    [
        ("Listen to you before we decide.", "Listen to you before and after we decide.", [], ["and after"]),
        ("Meet the forum each term.", "Meet the forum each month.", ["term"], ["month"]),
        ("We call you within five days.", "We call you.", ["within five days"], []),
        ("Don't wait (for long).", "Don't wait (for too long).", [], ["too"]),
        (
            "اگر کوئی بچہ محفوظ نہ ہو تو ہمیں کسی کو بتانا ہو گا\u06d4",
            "اگر کوئی بچہ محفوظ نہ ہو تو ہمیں فوراً کسی کو بتانا ہو گا\u06d4",
            [],
            ["فوراً"],
        ),
        ("نستمع إليكم قبل أن نقرر.", "نستمع إليكم بعد أن نقرر.", ["قبل"], ["بعد"]),
        ("আমরা আপনার কথা শুনব।", "আমরা আপনার সব কথা শুনব।", [], ["সব"]),
        ("ਅਸੀਂ ਤੁਹਾਡੀ ਗੱਲ ਸੁਣਾਂਗੇ।", "ਅਸੀਂ ਪਹਿਲਾਂ ਤੁਹਾਡੀ ਗੱਲ ਸੁਣਾਂਗੇ।", [], ["ਪਹਿਲਾਂ"]),
        ("The same.", "The same.", [], []),
    ],
)
def test_whole_words_are_taken_out_and_put_in(before: str, after: str, out: list[str], into: list[str]) -> None:
    """Words are never split, whatever marks their letters have; a full stop beside them is no part of them."""
    found = differing(before, after)
    assert found is not None
    assert (changed(found[0]), changed(found[1])) == (out, into)
    assert ("".join(s.text for s in found[0]), "".join(s.text for s in found[1])) == (before, after)


def test_neighbouring_stretches_differ() -> None:
    """Words that are changed together are one stretch, and the space around them is not changed."""
    found = differing("We come to you on the first Monday.", "We come to see you on any day, or the first Monday.")
    assert found is not None
    for stretches in found:
        assert all(one.changed != other.changed for one, other in pairwise(stretches))
        assert all(stretch.text == stretch.text.strip() for stretch in stretches if stretch.changed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Come on time.", "Tell you when nobody can visit."),
        ("آپ کی بات سنیں گے\u06d4", "ہم وقت پر آئیں گے\u06d4"),
        (".", "!"),
    ],
)
def test_texts_with_little_in_common_are_not_compared(before: str, after: str) -> None:
    """A full stop and a stray word in common make no difference that anybody could read."""
    assert differing(before, after) is None


def test_how_a_letter_is_stored_makes_no_difference() -> None:
    """A letter with its mark is the same letter, whether it is one character or two."""
    found = differing("Wrth y t\u0177 y byddwn.", "Wrth y ty\u0302 y byddwn.")
    assert found is not None
    assert changed(found[0]) == changed(found[1]) == []
