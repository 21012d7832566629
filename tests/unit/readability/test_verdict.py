"""Test the verdict on a page: which score counts, against which limit, and what chance may do to a short page."""

# ruff: noqa: RUF001 - other alphabets are what is tested

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role
from charterpress.content.settings import ReadabilitySettings
from charterpress.readability.formulas import formula_for
from charterpress.readability.margins import margin_for
from charterpress.readability.measures import Counts
from charterpress.readability.measuring import Measures, Sentence
from charterpress.readability.page import PageText
from charterpress.readability.units import Unit
from charterpress.readability.verdict import Outcome, Said, Verdict, judge

HERE = Path("page.yml")
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once."
HARD = "Authorities communicate organisational responsibilities comprehensively."
OTHERS = {
    "es": "Las autoridades comunican responsabilidades organizativas.",
    "it": "Le amministrazioni comunicano responsabilità organizzative.",
    "tr": "Yetkililer örgütsel sorumluluklarını kapsamlı anlatır.",
    "de": "Behörden kommunizieren organisatorische Verantwortlichkeiten umfassend.",
    "fr": "Les administrations communiquent des responsabilités organisationnelles.",
    "cy": "Mae awdurdodau yn cyfathrebu cyfrifoldebau sefydliadol.",
    "ur": "ادارے اپنی تنظیمی ذمہ داریاں بیان کرتے ہیں۔",
}
VALIDATED, ADVISORY, WITHOUT = ("es", "it", "tr"), ("de", "fr"), ("cy", "ur")


def page(
    *texts: str, language: str = "en", audience: Audience = Audience.FAMILIES, role: Role = Role.PROSE
) -> PageText:
    """Return a page that says the texts, one a line from line 11."""
    units = tuple(Unit(text, role, HERE, line, 3) for line, text in enumerate(texts, start=11))
    return PageText("A page", HERE, language, audience, units)


def verdict(*texts: str, language: str = "en", settings: ReadabilitySettings = SETTINGS) -> Verdict:
    """Return the verdict on a page for families that says the texts."""
    return judge(page(*texts, language=language), settings, Measures())


def scoring(grade: float, words: int, language: str = "en", limit: float = 7.0) -> Verdict:
    """Return a verdict on a page with so many words and this score, whatever they are."""
    formula = formula_for(language)
    assert formula is not None
    unit = Unit("so " * words, Role.PROSE, HERE, 1, 1)
    # The score is linear in the syllables a word, so these syllables give exactly this score.
    by = formula.constants
    per_word = (grade - by.base - by.words_per_sentence * 10) / by.syllables_per_word
    counts = Counts(words=10, sentences=1, syllables=per_word * 10)  # type: ignore[arg-type]  # a part of a syllable
    said = Said(unit, Sentence(0, 3, 10, counts))
    made = PageText("A page", HERE, language, Audience.FAMILIES, (unit,))
    return Verdict(made, (said,), formula, limit, formula.target[Audience.FAMILIES], words, counts)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (1, Outcome.TOO_SHORT),
        (49, Outcome.TOO_SHORT),
        (50, Outcome.FAILS),
        (99, Outcome.FAILS),
        (100, Outcome.FAILS),
        (5000, Outcome.FAILS),
    ],
)
def test_a_page_far_over_its_limit(words: int, outcome: Outcome) -> None:
    """Below 50 words no formula decides; from 50 on, a page that is over by more than chance fails."""
    assert scoring(20.0, words).outcome is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (49, Outcome.TOO_SHORT),
        (50, Outcome.WARNS),
        (99, Outcome.WARNS),
        (100, Outcome.FAILS),
        (101, Outcome.FAILS),
    ],
)
def test_a_page_just_over_its_limit(words: int, outcome: Outcome) -> None:
    """From 100 words on a page that is over its limit fails, by however little; a shorter one only warns."""
    assert scoring(7.1, words).outcome is outcome


@pytest.mark.parametrize("words", [50, 75, 99, 100, 5000])
@pytest.mark.parametrize("grade", [-3.0, 6.0, 7.0, 7.04])
def test_a_page_within_its_limit(words: int, grade: float) -> None:
    """A page within its limit passes, whatever its length."""
    assert scoring(grade, words).outcome is Outcome.PASSES


@pytest.mark.parametrize("words", [50, 64, 75, 99])
def test_the_margin_decides(words: int) -> None:
    """A short page fails when it is over by more than the margin for its length, and warns up to it."""
    margin = margin_for(words)
    assert margin > 0
    at, beyond = scoring(7 + margin, words), scoring(7 + margin + 0.1, words)
    assert at.margin == beyond.margin == margin
    assert at.outcome is Outcome.WARNS
    assert beyond.outcome is Outcome.FAILS


@pytest.mark.parametrize("count", [7, 14, 15])
def test_real_pages_at_the_boundaries(count: int) -> None:
    """The words that decide are those of the units that are scored: 49, 98 and 105 of them here."""
    made = judge(page(*[EASY] * count), ReadabilitySettings(grades=dict.fromkeys(Audience, 1.0)), Measures())
    assert made.words == count * 7
    assert made.outcome is (Outcome.TOO_SHORT if count == 7 else Outcome.PASSES)


@pytest.mark.parametrize(
    ("measured", "over"), [(7.0, False), (7.04, False), (7.049, False), (7.06, True), (7.1, True), (6.99, False)]
)
def test_grades_are_compared_as_printed(measured: float, over: bool) -> None:  # noqa: FBT001 - what is expected
    """A page with the printed grade 7.0 is within a limit of 7."""
    made = scoring(measured, 200)
    assert made.score == pytest.approx(measured)
    assert made.over is over


def test_limits_of_english_come_from_the_settings() -> None:
    """Each audience has its own limit and target in English, from the site's settings."""
    own = ReadabilitySettings(
        grades={Audience.FAMILIES: 5, Audience.PRACTITIONERS: 12}, targets={Audience.FAMILIES: 4.5}
    )
    for settings, families, practitioners in ((SETTINGS, (7, 6), (9, 8)), (own, (5, 4.5), (12, 6))):
        for audience, expected in ((Audience.FAMILIES, families), (Audience.PRACTITIONERS, practitioners)):
            made = judge(page(EASY, audience=audience), settings, Measures())
            assert (made.limit, made.target) == expected


@pytest.mark.parametrize("language", [*VALIDATED, *ADVISORY])
@pytest.mark.parametrize("audience", Audience)
def test_limits_of_other_languages_come_from_their_formula(language: str, audience: Audience) -> None:
    """A language with a formula of its own has the limit of that formula, whatever the grades of the settings."""
    strict = ReadabilitySettings(grades=dict.fromkeys(Audience, 1.0), targets=dict.fromkeys(Audience, 1.0))
    formula = formula_for(language)
    assert formula is not None
    made = judge(page(OTHERS[language], language=language, audience=audience), strict, Measures())
    assert made.limit == made.target == formula.target[audience]
    assert made.formula is formula


@pytest.mark.parametrize("language", OTHERS)
def test_no_other_language_has_an_english_grade(language: str) -> None:
    """Only English has a Flesch-Kincaid grade and a margin; nobody measured one for another language."""
    made = verdict(*[OTHERS[language]] * 12, language=language)
    assert made.words >= 50
    assert made.grade is None
    assert made.margin is None
    assert made.formula is None or made.formula.language == language


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english_of_any_region(language: str) -> None:
    """English of any region is graded as English."""
    made = verdict(*[HARD] * 20, language=language)
    assert made.grade == made.score
    assert made.grade is not None
    assert made.grade > 20
    assert (made.limit, made.outcome) == (7.0, Outcome.FAILS)


@pytest.mark.parametrize("language", ADVISORY)
def test_an_advisory_formula_never_fails_a_page(language: str) -> None:
    """A score by an advisory formula is shown, and decides nothing, however hard the page is."""
    made = verdict(*[OTHERS[language]] * 40, language=language)
    assert made.words >= 100
    assert made.score is not None
    assert made.over
    assert made.outcome is Outcome.NOT_JUDGED


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_scored_only_where_the_score_decides(language: str) -> None:
    """A translation has a score by a validated formula alone; its long sentences are measured in every language."""
    long = " ".join([OTHERS[language].rstrip(".۔")] * 6)
    source = page(*[OTHERS[language]] * 40, long, language=language)
    made = judge(replace(source, translated=True), SETTINGS, Measures())
    if language in VALIDATED:
        assert made == replace(judge(source, SETTINGS, Measures()), page=made.page)
        assert made.outcome is Outcome.FAILS
    else:
        assert (made.score, made.over, made.outcome) == (None, False, Outcome.NOT_JUDGED)
        assert made.counts == Counts()
        assert [said.sentence.words for said in made.said] == [len(long.split())]
        assert made.words == sum(len(unit.text.split()) for unit in source.units)


@pytest.mark.parametrize("language", VALIDATED)
def test_a_validated_formula_of_another_language(language: str) -> None:
    """A page over the limit of its own validated formula fails from 100 words on, and below that only warns."""
    words = len(OTHERS[language].split())
    long, short = (verdict(*[OTHERS[language]] * (least // words + 1), language=language) for least in (100, 50))
    assert long.over
    assert short.over
    assert long.outcome is Outcome.FAILS
    assert short.outcome is Outcome.WARNS


@pytest.mark.parametrize("language", WITHOUT)
def test_a_language_without_a_formula(language: str) -> None:
    """A page in a language without a formula has no score and no limit, and is never called too hard."""
    made = verdict(*[OTHERS[language]] * 40, language=language)
    assert made.words >= 100
    assert (made.score, made.grade, made.limit, made.target) == (None, None, None, None)
    assert not made.over
    assert made.outcome is Outcome.NOT_JUDGED


@pytest.mark.parametrize("role", [Role.HEADING, Role.LABEL, Role.NOTE])
def test_what_is_not_scored(role: Role) -> None:
    """A heading, a label or a note moves neither the score nor the count of words."""
    plain = page(*[EASY] * 20)
    more = PageText("A page", HERE, "en", Audience.FAMILIES, (Unit(HARD, role, HERE, 1, 1), *plain.units))
    without, made = judge(plain, SETTINGS, Measures()), judge(more, SETTINGS, Measures())
    assert (made.score, made.words, made.counts) == (without.score, without.words, without.counts)
    assert len(made.said) == len(without.said) + 1
    assert made.scored == without.scored


@pytest.mark.parametrize("texts", [(), ("–",), ("…", "")])
def test_nothing_to_score(texts: tuple[str, ...]) -> None:
    """A page without a word has no score, and is too short to be judged."""
    made = verdict(*texts)
    assert (made.words, made.score, made.grade, made.over) == (0, None, None, False)
    assert made.outcome is Outcome.TOO_SHORT


@pytest.mark.parametrize("language", ["en", "es", "cy"])
def test_words_and_counts_are_those_of_what_is_scored(language: str) -> None:
    """A verdict knows the words of all scored units, and adds up the counts of their sentences."""
    scored = page(EASY, "So it is. And so on", language=language)
    heading = Unit(HARD, Role.HEADING, HERE, 1, 1)
    made = judge(replace(scored, units=(heading, *scored.units)), SETTINGS, Measures())
    assert made.words == 7 + 6
    assert made.counts == sum((said.sentence.counts for said in made.scored), Counts())
    assert made.counts.words == (0 if language == "cy" else 13)


@pytest.mark.parametrize(("language", "text"), [("en", HARD), ("es", OTHERS["es"]), ("cy", OTHERS["cy"])])
def test_a_verdict_in_brief(language: str, text: str) -> None:
    """A verdict in brief has lost its text, but says the same of the page: all that a report tells of a translation."""
    of = replace(page(*[text] * 30, language=language), name="a", explained=frozenset({"b"}), long_words=(0.5, 0.2))
    made = judge(of, SETTINGS, Measures())
    brief = made.in_brief()
    assert made.page.units
    assert (brief.said, brief.page.units, brief.page.explained) == ((), (), frozenset())
    assert brief.page == replace(of, units=(), explained=frozenset())
    for told in ("score", "grade", "margin", "over", "outcome", "words", "counts", "limit", "target", "formula"):
        assert getattr(brief, told) == getattr(made, told), told


def test_a_sentence_knows_its_words() -> None:
    """Each sentence is told on one line, with the unit that it stands in."""
    made = verdict("Here we are.\nWe will\n  listen. So", EASY)
    assert [said.text for said in made.said] == ["Here we are.", "We will listen.", "So", EASY]
    assert [said.unit.line for said in made.said] == [11, 11, 11, 12]
