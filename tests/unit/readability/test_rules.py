"""Test the verdict on a page: its grade and its longest sentences, against the limits of its audience."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role
from charterpress.content.settings import ReadabilitySettings
from charterpress.findings import Level
from charterpress.readability.rules import Grade, PageText, check_page, check_sentences, grade
from charterpress.readability.scores import Score
from charterpress.readability.units import Unit

HERE = Path("page.yml")
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once."
HARD = "Authorities communicate organisational responsibilities comprehensively."


def page(
    *texts: str, language: str = "en", audience: Audience = Audience.FAMILIES, role: Role = Role.PROSE
) -> PageText:
    """Return a page that says the texts, one a line from line 11."""
    units = tuple(Unit(text, role, HERE, line, 3) for line, text in enumerate(texts, start=11))
    return PageText("A page", HERE, language, audience, units)


def words(count: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(["so"] * count) + "."


def test_an_easy_page() -> None:
    """A page under its limit has nothing wrong."""
    graded = grade(page(*[EASY] * 20), SETTINGS)
    assert not graded.over
    assert list(check_page(graded, SETTINGS)) == []


def test_a_hard_page_is_an_error() -> None:
    """A page over its limit is an error that names the file, both grades and the sentence to start with."""
    graded = grade(page(*[EASY] * 3, *[HARD] * 20), SETTINGS)
    assert graded.score.words >= 100
    assert graded.score.grade is not None
    [finding] = check_page(graded, SETTINGS)
    assert (finding.rule, finding.level, finding.file) == ("reading-grade", Level.ERROR, HERE)
    assert f"{graded.score.grade:.1f}" in finding.message
    assert "families may have 7" in finding.message
    assert HARD in finding.hint


@pytest.mark.parametrize(("count", "level"), [(20, Level.ERROR), (19, Level.WARNING)])
def test_short_pages_only_warn(count: int, level: Level) -> None:
    """From 100 scored words on a page that is too hard is an error; below, a formula is shaky and it warns."""
    graded = grade(page(*[HARD] * count), SETTINGS)
    assert graded.score.words == count * 5
    [finding] = check_page(graded, SETTINGS)
    assert finding.level is level
    assert ("this is a warning" in finding.message) is (level is Level.WARNING)


@pytest.mark.parametrize(
    ("measured", "over"), [(7.0, False), (7.04, False), (7.049, False), (7.06, True), (7.1, True), (6.99, False)]
)
def test_grades_are_compared_as_printed(measured: float, over: bool) -> None:  # noqa: FBT001
    """A page with the printed grade 7.0 is within a limit of 7."""
    assert Grade(page(EASY), Score(200, 20, measured), 7.0).over is over


def test_limits_by_audience() -> None:
    """Each audience has its own limit, from the site's settings."""
    settings = ReadabilitySettings(grades={Audience.FAMILIES: 5, Audience.PRACTITIONERS: 12})
    assert grade(page(EASY), settings).limit == 5
    assert grade(page(EASY, audience=Audience.PRACTITIONERS), settings).limit == 12
    assert grade(page(EASY), SETTINGS).limit == 7
    assert grade(page(EASY, audience=Audience.PRACTITIONERS), SETTINGS).limit == 9


def test_headings_do_not_count() -> None:
    """What is not scored does not move the grade."""
    heading = Unit(HARD, Role.HEADING, HERE, 1, 1)
    plain = page(*[EASY] * 20)
    with_heading = PageText("A page", HERE, "en", Audience.FAMILIES, (heading, *plain.units))
    assert grade(with_heading, SETTINGS).score == grade(plain, SETTINGS).score


@pytest.mark.parametrize("language", ["cy", "ur", "pl"])
def test_a_language_without_a_formula_is_not_judged(language: str) -> None:
    """A page without a grade is never called too hard."""
    graded = grade(page(*[HARD] * 30, language=language), SETTINGS)
    assert graded.score.grade is None
    assert not graded.over
    assert list(check_page(graded, SETTINGS)) == []


@pytest.mark.parametrize(("count", "found"), [(25, 0), (26, 1)])
def test_longest_sentence(count: int, found: int) -> None:
    """A sentence may have 25 words, not 26."""
    assert len(list(check_sentences(page(words(count)), SETTINGS))) == found


def test_a_long_sentence_is_named() -> None:
    """A long sentence is an error with its file, line and column, its words and what to do."""
    [finding] = check_sentences(page(EASY, f"{EASY} {words(30)} {EASY}"), SETTINGS)
    assert (finding.rule, finding.level, finding.file) == ("long-sentence", Level.ERROR, HERE)
    assert (finding.line, finding.column) == (12, 3)
    assert "30 words; the limit is 25" in finding.message
    assert f"“{words(30)}”" in finding.message
    assert finding.hint


def test_a_sentence_ends_with_its_bullet() -> None:
    """Bullets without a full stop are not added up to a long sentence."""
    assert list(check_sentences(page(*["a bullet of five words"] * 9, role=Role.ITEM), SETTINGS)) == []


@pytest.mark.parametrize("role", [Role.HEADING, Role.NOTE, Role.LABEL])
def test_every_unit_is_measured(role: Role) -> None:
    """A heading or a note can be too long as well."""
    assert len(list(check_sentences(page(words(26), role=role), SETTINGS))) == 1


def test_the_limit_is_a_setting() -> None:
    """The site's settings say how long a sentence may be."""
    settings = ReadabilitySettings(sentence_words=8)
    assert len(list(check_sentences(page(words(9)), settings))) == 1
    assert list(check_sentences(page(words(8)), settings)) == []


def test_other_languages_only_warn() -> None:
    """The limit was chosen for English: elsewhere a long sentence warns, and says in which language it is."""
    [finding] = check_sentences(page(words(30), language="cy"), SETTINGS)
    assert (finding.level, finding.locale) == (Level.WARNING, "cy")
