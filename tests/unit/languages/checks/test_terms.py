"""Test that terms must be said as the terminology has them."""

from __future__ import annotations

import pytest

from charterpress.findings import Level
from charterpress.languages.checks.terms import check_terms
from charterpress.languages.terminology import NO_TERMINOLOGY, TermForms, Terminology

WELSH = Terminology(
    (
        TermForms("advocate", ("eiriolwr*", "heiriolwr")),
        TermForms("social worker", ("gweithiwr cymdeithasol",)),
        TermForms("worker", ("gweithiwr*",)),
    )
)


def test_another_word() -> None:
    """A term that is said in another way gets a warning that names the term and the preferred form."""
    [fault] = check_terms("Bring your advocate.", "Dewch â'ch cyfaill.", WELSH)
    assert (fault.rule, fault.level) == ("po-term", Level.WARNING)
    assert "'advocate'" in fault.message
    assert fault.message.endswith("eiriolwr")
    assert "terminology.po" in fault.hint


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Bring your advocate.", "Dewch â'ch eiriolwr."),
        ("Bring your advocate.", "Dewch â'ch eiriolwyr a'ch heiriolwr."),
        ("Advocates help.", "Mae Eiriolwr yn helpu."),
        ("Bring your **advocate**.", "Dewch â'ch **eiriolwr**."),
        ("Bring your [advocate](#advocate).", "Dewch â'ch [eiriolwr](#advocate)."),
        ("Ask your social worker.", "Gofynnwch i'ch gweithiwr cymdeithasol."),
        ("Nothing of ours.", "Dim byd."),
    ],
)
def test_the_right_words(source: str, translation: str) -> None:
    """A term passes in any of its forms, whatever marks and capitals stand around it."""
    assert list(check_terms(source, translation, WELSH)) == []


def test_the_longer_term_counts() -> None:
    """Of two terms that overlap only the longer one must be said."""
    faults = list(check_terms("Ask your social worker.", "Gofynnwch i'ch gweithwyr.", WELSH))
    assert ["'social worker'" in fault.message for fault in faults] == [True]


def test_a_name_may_stay() -> None:
    """A name that holds a term may stand in the translation as it does in the source; the term itself may not."""
    body = Terminology((TermForms("advocate", ("eiriolwr",)),))
    assert list(check_terms("Ask Advocate for All.", "Gofynnwch i Advocate for All.", body)) == []
    assert [fault.rule for fault in check_terms("Ask your advocate.", "Gofynnwch i'ch advocate.", body)] == ["po-term"]


def test_no_terminology() -> None:
    """Without a terminology nothing is said."""
    assert list(check_terms("Bring your advocate.", "Dewch.", NO_TERMINOLOGY)) == []
