"""Test that a text is scored by the formula of its language, and in English as plain textstat does."""

# ruff: noqa: RUF001 - other alphabets and typographic marks are what is tested

from __future__ import annotations

from pathlib import Path

import pytest
import textstat

from charterpress.check import Checked
from charterpress.content.library import load_library
from charterpress.readability.formulas import Formula, formula_for
from charterpress.readability.measures import Counts, count
from charterpress.readability.scores import Score, score
from charterpress.readability.sentences import canonical_text
from charterpress.readability.units import units_of
from charterpress.reports import grade_rows

DOCS = Path(__file__).resolve().parents[3] / "docs"
UNITS = [
    "We will:",
    "Listen to you, e.g. on the telephone",
    "Give you information within 2.5 days",
    "Ask Dr. Shah. She knows the regulations of the local authority.",
    "Be honest.",
]
OTHERS = {
    "es": ["El colegio escucha a las familias.", "Cada niño tiene derecho a aprender."],
    "it": ["La scuola ascolta le famiglie.", "Ogni bambino ha diritto di imparare."],
    "tr": ["Okul aileleri dinler.", "Her çocuğun öğrenme hakkı vardır."],
    "pt": ["A escola ouve as famílias.", "Cada criança tem direito a aprender."],
    "de": ["Die Schule hört den Familien zu.", "Jedes Kind hat ein Recht auf Bildung."],
    "fr": ["L’école écoute les familles.", "Chaque enfant a le droit d’apprendre."],
    "nl": ["De school luistert naar gezinnen.", "Elk kind heeft het recht om te leren."],
    "ru": ["Школа слушает семьи.", "Каждый ребёнок имеет право учиться."],
}


def formula(language: str) -> Formula:
    """Return a formula that must be there."""
    found = formula_for(language)
    assert found is not None
    return found


def test_grade_is_that_of_textstat() -> None:
    """The canonical text, given to plain textstat, has the grade to the digit."""
    made = score(UNITS, "en")
    assert made.grade == made.value == textstat.flesch_kincaid_grade(canonical_text(UNITS, "en"))


def test_counts() -> None:
    """Words and sentences are counted as they were split; textstat's count leaves out the two short sentences."""
    made = score(UNITS, "en")
    assert made.words == made.counts.words == 2 + 7 + 6 + 3 + 8 + 2
    assert made.sentences == 6
    assert made.counts.sentences == 4


def test_our_counts_give_the_grade_of_textstat() -> None:
    """For every unit, document and run of units of the reference site, our counts give what textstat gives."""
    library = load_library(DOCS)
    documents = [[u.text for u in units_of(d, library.files[key])] for key, d in library.documents.items()]
    assert len(documents) > 10
    texts = [[unit] for document in documents for unit in document]
    texts += [document[start : start + 7] for document in documents for start in range(0, len(document), 7)]
    scored = 0
    for units in (*documents, *texts, ["Hmm."], ["Yes.", "No way."], ["' Well", "it isn't 'so'"]):
        text = canonical_text(units, "en")
        counts = count(text.splitlines(), "en")
        if counts.words:
            scored += 1
            assert formula("en").score(counts) == pytest.approx(textstat.flesch_kincaid_grade(text), abs=1e-9)
            assert score(units, "en").value == textstat.flesch_kincaid_grade(text)
    assert scored > 100


def test_every_page_of_the_reference_site(reference: Checked) -> None:
    """The grade that is published for each page of the reference site is that of plain textstat, to the digit."""
    graded = [verdict for verdict in reference.verdicts if verdict.grade is not None]
    assert {document.title for document in reference.library.documents.values()} <= {v.page.title for v in graded}
    assert len(reference.library.documents) > 10
    for verdict in graded:
        text = canonical_text([unit.text for unit in verdict.page.units if unit.scored], verdict.page.language)
        assert verdict.grade == textstat.flesch_kincaid_grade(text)
        assert verdict.words == textstat.lexicon_count(text)
    published = {row.grade for row in grade_rows(reference) if row.grade is not None}
    assert published == {verdict.grade for verdict in graded}


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


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(language: str) -> None:
    """Another language has a score by its own formula, in the range of easy texts, and no Flesch-Kincaid grade."""
    made = score(OTHERS[language], language)
    assert made.formula is formula(language)
    assert made.counts == count(OTHERS[language], language)
    assert made.value == formula(language).score(made.counts)
    assert 0 < made.value < 120
    assert made.grade is None


@pytest.mark.parametrize("language", ["cy", "ur", "ar", "pl", "bn", "ro", "pa", "so", "xx"])
def test_no_formula_no_score(language: str) -> None:
    """A language without a formula is counted, and never scored."""
    made = score(["Un dau tri.", "Pedwar pump"], language)
    assert (made.words, made.sentences, made.value, made.grade, made.formula) == (5, 2, None, None, None)


def test_english_of_any_region() -> None:
    """English of a region is graded as English."""
    assert score(UNITS, "en-GB").grade == score(UNITS, "en").grade is not None


@pytest.mark.parametrize("language", ["en", "es", "it", "de", "cy"])
@pytest.mark.parametrize("units", [[], [""], ["…"], ["\u200b"], ["\ud800"], ["-", " ", "?!"]])
def test_nothing_to_score(units: list[str], language: str) -> None:
    """A page without words has no score."""
    assert score(units, language) == Score(0, 0, None, formula_for(language), Counts())


@pytest.mark.parametrize("language", ["en", "es", "it", "tr", "pt", "de", "fr", "nl", "ru", "cy", "ar", "xx"])
@pytest.mark.parametrize(
    "text",
    [
        "123 456",
        "https://www.example.org/a?b=c#d",
        "дом house 家 بيت",
        "half \ud83d a \udc00 face",
        "zero\u200bwidth jo\u200din \ufeffand so\u00adon",
        "\u0301",
        "e\u0301cole \x00 _ ' ’",
        "a\u2028b\x85c\x0bd",
        "家" * 500,
    ],
)
def test_any_text_is_scored_or_not(text: str, language: str) -> None:
    """Whatever stands in a text, it has a score if it has words and a formula."""
    made = score([text], language)
    assert (made.value is None) is (made.formula is None or not made.counts.words)
