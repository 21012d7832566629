"""Test that a translation that may find no room is noted."""

from __future__ import annotations

import pytest

from charterpress.findings import Level
from charterpress.languages.checks.length import SPARE, TIMES, check_length


def test_far_too_long() -> None:
    """A text that takes far more room than its source gets a note with both lengths: it stops nothing."""
    [fault] = check_length("We answer your letters soon.", "x" * 200)
    assert (fault.rule, fault.level) == ("po-length", Level.NOTE)
    assert "200 letters" in fault.message
    assert "28" in fault.message
    assert fault.hint


@pytest.mark.parametrize("source", ["Yes", "We answer your letters within 5 days of the day on which they come."])
def test_the_limit(source: str) -> None:
    """A text may be as many times as long as its source, and have some letters to spare."""
    most = len(source) * TIMES + SPARE
    assert list(check_length(source, "x" * most)) == []
    assert [fault.rule for fault in check_length(source, "x" * (most + 1))] == ["po-length"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Yes", "Ie, wrth gwrs"),
        ("The right to be heard", "Das Recht, in allen Angelegenheiten angehört zu werden"),
        ("We listen.", "আমরা শুনি।"),
    ],
)
def test_common_lengths(source: str, translation: str) -> None:
    """Texts that languages take as they are get no note, short ones included."""
    assert list(check_length(source, translation)) == []


def test_marks_take_no_room() -> None:
    """Signs above and below letters, and invisible marks, do not make a text longer."""
    source = "Hello"
    most = len(source) * TIMES + SPARE
    assert list(check_length(source, "x\u0301" * most)) == []
    assert list(check_length(source, "x\u2066" * most)) == []
