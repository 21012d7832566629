"""Test how far a short page may be over its limit by chance."""

from __future__ import annotations

import pytest

from charterpress.readability.margins import FULL, SHAKY, margin_for, margins


def test_the_table() -> None:
    """The table covers every length that is judged with a margin, and a longer page has no larger one."""
    table = margins()
    lengths = sorted(table)
    assert len(lengths) >= 2
    assert lengths[0] == SHAKY
    assert lengths[-1] < FULL
    in_order = [table[words] for words in lengths]
    assert in_order == sorted(in_order, reverse=True)
    assert all(0 < margin < 10 for margin in in_order)


@pytest.mark.parametrize("words", [100, 101, 5000])
def test_a_long_page_has_no_margin(words: int) -> None:
    """From 100 words on nothing is put down to chance."""
    assert margin_for(words) == 0


@pytest.mark.parametrize("words", range(50, 100))
def test_a_short_page_has_the_margin_of_its_length(words: int) -> None:
    """A page has the margin of the longest length in the table that it reaches."""
    table = margins()
    assert margin_for(words) == table[max(length for length in table if length <= words)]


@pytest.mark.parametrize("words", [0, 1, 49])
def test_a_tiny_page_has_the_largest_margin(words: int) -> None:
    """Below 50 words, where no formula decides, the margin is the largest there is."""
    assert margin_for(words) == max(margins().values())
