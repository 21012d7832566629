"""Test that a grade is what plain textstat says of the canonical text."""

from __future__ import annotations

import pytest
import textstat

from charterpress.build import grade_rows
from charterpress.check import Checked
from charterpress.readability.scores import Score, score
from charterpress.readability.sentences import canonical_text

UNITS = [
    "We will:",
    "Listen to you, e.g. on the telephone",
    "Give you information within 2.5 days",
    "Ask Dr. Shah. She knows the regulations of the local authority.",
    "Be honest.",
]


def test_grade_is_that_of_textstat() -> None:
    """The canonical text, given to plain textstat, has the grade to the digit."""
    made = score(UNITS, "en")
    assert made.grade == textstat.flesch_kincaid_grade(canonical_text(UNITS, "en"))


def test_counts() -> None:
    """Words and sentences are counted as they were split."""
    made = score(UNITS, "en")
    assert made.words == 2 + 7 + 6 + 3 + 8 + 2
    assert made.sentences == 6


def test_every_document_of_the_reference_site(reference: Checked) -> None:
    """The grade that is published for each page of the reference site is that of plain textstat."""
    graded = {grade.page.title: grade for grade in reference.grades}
    published = {row.title: row.grade for row in grade_rows(reference) if row.grade is not None}
    assert {document.title for document in reference.library.documents.values()} <= set(published)
    assert len(reference.library.documents) > 10
    for title, grade in published.items():
        page = graded[title].page
        text = canonical_text([unit.text for unit in page.units if unit.scored], page.language)
        assert grade == textstat.flesch_kincaid_grade(text)
        assert textstat.lexicon_count(text) == graded[title].score.words


def test_bullets_do_not_run_together() -> None:
    """The same words as bullets have the grade of short sentences, not of one long one."""
    bullets = ["listen to what you tell us", "write it down in your words", "read it back to you"]
    apart, together = score(bullets, "en").grade, score([" ".join(bullets)], "en").grade
    assert apart is not None
    assert together is not None
    assert together - apart > 3


@pytest.mark.parametrize("stops", ["e.g. a plan", "2.5 days", "a letter from Dr. Shah", "a look at www.a.example"])
def test_stops_inside_do_not_lower_the_grade(stops: str) -> None:
    """A stop in the middle of a sentence is not counted as an end: the grade is that without the stop."""
    text = f"We will give you all that you have asked us for, with {stops} in it"
    made, without = score([text], "en"), score([text.replace(".", "")], "en")
    assert made.sentences == 1
    assert made == without
    assert made.grade is not None


@pytest.mark.parametrize("language", ["cy", "ur", "ar", "pl", "bn", "ro", "pa", "so", "fr"])
def test_no_formula_no_grade(language: str) -> None:
    """A language without a validated formula is counted, and never graded."""
    assert score(["Un dau tri.", "Pedwar pump"], language) == Score(words=5, sentences=2, grade=None)


def test_english_of_any_region() -> None:
    """English of a region is graded as English."""
    assert score(UNITS, "en-GB").grade == score(UNITS, "en").grade is not None


@pytest.mark.parametrize("units", [[], [""], ["…"]])
def test_nothing_to_score(units: list[str]) -> None:
    """A page without words has no grade."""
    assert score(units, "en") == Score(0, 0, None)
