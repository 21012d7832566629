"""Test why a page is called hard: what each sentence adds, how many to mend, and which words are long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charterpress.check import Checked
from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role
from charterpress.content.settings import ReadabilitySettings
from charterpress.readability.explain import HardWord, fixes_to_target, hard_words, pushes
from charterpress.readability.measuring import Measures
from charterpress.readability.page import PageText
from charterpress.readability.units import Unit
from charterpress.readability.verdict import Outcome, Verdict, judge

HERE = Path("page.yml")
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once."
MIDDLE = "We will tell you about every meeting that we have with other people."
HARD = "Authorities communicate organisational responsibilities comprehensively."
SPANISH = [
    "Las autoridades comunican responsabilidades organizativas.",
    "El sol sale.",
    "La casa es de mi tía y la ve hoy.",
]


def verdict(*texts: str, language: str = "en", settings: ReadabilitySettings = SETTINGS) -> Verdict:
    """Return the verdict on a page for families that says the texts, one a line from line 11."""
    units = tuple(Unit(text, Role.PROSE, HERE, line, 3) for line, text in enumerate(texts, start=11))
    return judge(PageText("A page", HERE, language, Audience.FAMILIES, units), settings, Measures())


def without(made: Verdict, lines: set[int]) -> float | None:
    """Return the score of a page without the units on some lines, judged anew."""
    units = tuple(unit for unit in made.page.units if unit.line not in lines)
    return judge(replace(made.page, units=units), SETTINGS, Measures()).score


PAGES = [
    [EASY, HARD, MIDDLE, EASY],
    [HARD, EASY],
    [MIDDLE, MIDDLE, HARD, EASY, EASY, EASY, "Be honest.", "A letter from the local authority tells you so"],
]


@pytest.mark.parametrize("texts", PAGES)
def test_what_a_sentence_adds(texts: list[str]) -> None:
    """A sentence adds the score of the page minus the score of the page without it, judged anew."""
    made = verdict(*texts)
    found = pushes(made)
    assert len(found) == len(texts)
    assert made.score is not None
    for push in found:
        rest = without(made, {push.said.unit.line})
        assert rest is not None
        assert push.adds == pytest.approx(made.score - rest)
    assert found[0].said.text == HARD


def test_the_hardest_comes_first() -> None:
    """Sentences are sorted by what they add; one that makes the page easier adds less than nothing."""
    found = pushes(verdict(EASY, HARD, MIDDLE, EASY))
    assert [push.adds for push in found] == sorted((push.adds for push in found), reverse=True)
    assert found[0].adds > 0 > found[-1].adds


def test_harder_is_more_on_every_scale() -> None:
    """Where a higher score is easier, the hardest sentence still adds most: it takes that much off the score."""
    made = verdict(*SPANISH, language="es")
    assert made.formula is not None
    assert made.formula.higher_is == "easier"
    assert made.score is not None
    found = pushes(made)
    assert found[0].said.text == SPANISH[0]
    rest = without(made, {11})
    assert rest is not None
    assert found[0].adds == pytest.approx(rest - made.score)
    assert found[0].adds > 0


def test_what_is_not_scored_adds_nothing() -> None:
    """A heading is not among the sentences that add to a score, and no sentence is without a formula."""
    heading = Unit(HARD, Role.HEADING, HERE, 1, 1)
    units = (heading, Unit(EASY, Role.PROSE, HERE, 2, 1), Unit(MIDDLE, Role.PROSE, HERE, 3, 1))
    made = judge(PageText("A page", HERE, "en", Audience.FAMILIES, units), SETTINGS, Measures())
    assert {push.said.text for push in pushes(made)} == {EASY, MIDDLE}
    assert pushes(verdict("Mae hyn yn wir.", language="cy")) == ()


def test_the_only_sentence_adds_nothing() -> None:
    """Without its only sentence a page has no score to compare with."""
    assert [push.adds for push in pushes(verdict(HARD))] == [0.0]


@pytest.mark.parametrize(("easy", "hard"), [(10, 1), (10, 3), (10, 6), (3, 9), (30, 2)])
def test_fixes_reach_the_target(easy: int, hard: int) -> None:
    """Without so many of its hardest sentences the page reaches its target; without one fewer it does not."""
    made = verdict(*[EASY] * easy, *[HARD] * hard)
    fixes = fixes_to_target(made)
    assert fixes is not None
    assert made.formula is not None
    assert made.target is not None
    lines = [push.said.unit.line for push in pushes(made)]
    reached = without(made, set(lines[:fixes]))
    assert reached is not None
    assert made.formula.passes(reached, made.target)
    if fixes:
        before = without(made, set(lines[: fixes - 1]))
        assert before is not None
        assert not made.formula.passes(before, made.target)
    else:
        assert round(made.score or 0, 1) <= made.target


def test_fixes_where_higher_is_easier() -> None:
    """The count of sentences to mend holds on a scale that goes the other way, too."""
    made = verdict(*SPANISH, *[SPANISH[0]] * 3, language="es")
    fixes = fixes_to_target(made)
    assert fixes is not None
    assert fixes > 0
    assert made.formula is not None
    assert made.target is not None
    lines = [push.said.unit.line for push in pushes(made)]
    reached, before = without(made, set(lines[:fixes])), without(made, set(lines[: fixes - 1]))
    assert reached is not None
    assert before is not None
    assert made.formula.passes(reached, made.target)
    assert not made.formula.passes(before, made.target)


def test_no_number_of_fixes() -> None:
    """A page whose sentences are all too hard never reaches its target; an easy page is there already."""
    assert fixes_to_target(verdict(*[HARD] * 5)) is None
    assert fixes_to_target(verdict(*[EASY] * 5)) == 0
    assert fixes_to_target(verdict("Mae hyn yn wir.", language="cy")) is None


def test_the_pages_of_the_reference_site(reference: Checked) -> None:
    """On every English page of the reference site the fixes reach the target, and one fewer does not."""
    english = [made for made in reference.verdicts if made.grade is not None]
    assert len(english) > 10
    mended = 0
    for made in english:
        fixes = fixes_to_target(made)
        assert fixes is not None, made.page.title
        if not fixes:
            assert round(made.grade or 0, 1) <= (made.target or 0)
            continue
        mended += 1
        assert made.formula is not None
        assert made.target is not None
        for number, reaches in ((fixes, True), (fixes - 1, False)):
            left = made.counts
            for push in pushes(made)[:number]:
                left -= push.said.sentence.counts
            assert made.formula.passes(made.formula.score(left), made.target) is reaches, made.page.title
    outcomes = {made.outcome for made in english}
    assert Outcome.PASSES in outcomes
    assert mended > 0, "no page of the reference site is over its target, so this test shows nothing"


def test_long_words() -> None:
    """Words of three syllables or more are listed, the one that weighs most first, with how often they are said."""
    made = verdict("We remember.", "We commence and remember the accessibility of it.", "Remember us.")
    found = hard_words(made, Measures())
    # The syllables beyond the first weigh, each time that the word is said: 3 times 2 against 1 time 5.
    assert found == (HardWord("remember", 3, 3, ()), HardWord("accessibility", 1, 6, ()))


def test_long_words_have_plainer_ones() -> None:
    """Where a plainer word is known for a long one, it is given."""
    found = {word.word: word.use for word in hard_words(verdict("We will give additional letters."), Measures())}
    assert found["additional"]
    assert "more" in found["additional"]


def test_long_words_are_those_that_are_scored() -> None:
    """A long word of a heading is not listed, nor is any in another language."""
    units = (Unit("Responsibilities", Role.HEADING, HERE, 1, 1), Unit(EASY, Role.PROSE, HERE, 2, 1))
    made = judge(PageText("A page", HERE, "en", Audience.FAMILIES, units), SETTINGS, Measures())
    assert hard_words(made, Measures()) == ()
    assert hard_words(verdict(*SPANISH, language="es"), Measures()) == ()
