"""Judge a page: its score against the limit of its audience."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from charterpress.content.settings import ReadabilitySettings
from charterpress.readability.formulas import Formula, formula_for
from charterpress.readability.margins import FULL, SHAKY, margin_for
from charterpress.readability.measures import Counts
from charterpress.readability.measuring import Measures, Sentence
from charterpress.readability.page import PageText
from charterpress.readability.sentences import count_words
from charterpress.readability.units import Unit


class Outcome(StrEnum):
    """Say what a score means for a page."""

    PASSES = "passes"
    WARNS = "warns"
    FAILS = "fails"
    TOO_SHORT = "too short"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class Said:
    """Hold a sentence together with the unit that it stands in."""

    unit: Unit
    sentence: Sentence

    @property
    def text(self) -> str:
        """Return the words of the sentence on one line."""
        return " ".join(self.unit.text[self.sentence.start : self.sentence.end].split())


@dataclass(frozen=True)
class Verdict:
    """Hold the verdict on a page.

    `limit` and `target` are on the scale of the formula of the page's language, and None where it has
    none. `words` are those of the units that are scored, `counts` what went into the formula.
    """

    page: PageText
    said: tuple[Said, ...]
    formula: Formula | None
    limit: float | None
    target: float | None
    words: int
    counts: Counts

    @property
    def scored(self) -> tuple[Said, ...]:
        """Return the sentences that count towards the score."""
        return tuple(each for each in self.said if each.unit.scored)

    def in_brief(self) -> Verdict:
        """Return the verdict without the text that it is about: that is all a report says of a translation."""
        return replace(self, said=(), page=replace(self.page, units=(), explained=frozenset()))

    @cached_property
    def score(self) -> float | None:
        """Return the score by the formula of the language, or None where there is none, or nothing to score."""
        return self.formula.score(self.counts) if self.formula is not None and self.counts.words else None

    @property
    def grade(self) -> float | None:
        """Return the Flesch-Kincaid grade of an English page; no other language has one."""
        return self.score if self.page.is_english else None

    @property
    def margin(self) -> float | None:
        """Return how far over the limit a page of this length may be by chance; None where nobody measured it."""
        return margin_for(self.words) if self.page.is_english else None

    @property
    def over(self) -> bool:
        """Tell whether the page is harder than its limit; scores are compared as they are printed, with one decimal."""
        return self._over_by(0.0)

    def _over_by(self, margin: float) -> bool:
        if self.score is None or self.formula is None or self.limit is None:
            return False
        limit = self.limit + (margin if self.formula.higher_is == "harder" else -margin)
        return not self.formula.passes(round(self.score, 1), limit)

    @property
    def outcome(self) -> Outcome:
        """Return what the score means: from 100 words up a page over its limit fails, full stop."""
        if self.formula is None or self.formula.status != "validated" or self.limit is None:
            return Outcome.NOT_JUDGED
        if self.words < SHAKY:
            return Outcome.TOO_SHORT
        if not self.over:
            return Outcome.PASSES
        certain = self.words >= FULL or (self.margin is not None and self._over_by(self.margin))
        return Outcome.FAILS if certain else Outcome.WARNS


def judge(page: PageText, settings: ReadabilitySettings, measures: Measures) -> Verdict:
    """Measure a page and set its limits: those of the settings for English, of the formula for other languages.

    Without a formula only the units that may hold a sentence too long are measured. An advisory formula
    decides nothing, so it is used on the texts that were written in its language, not on translations.
    """
    formula = formula_for(page.language)
    scored = formula is not None and (formula.status == "validated" or not page.translated)
    words = [count_words(unit.text) for unit in page.units]
    limit = settings.sentence_limit(page.language)
    said = tuple(
        Said(unit, sentence)
        for unit, number in zip(page.units, words, strict=True)
        if scored or number > limit
        for sentence in measures.sentences(unit.text, page.language)
    )
    highest, target = _limits(formula, page, settings)
    return Verdict(
        page,
        said,
        formula,
        highest,
        target,
        sum(number for unit, number in zip(page.units, words, strict=True) if unit.scored),
        sum((each.sentence.counts for each in said if scored and each.unit.scored), Counts()),
    )


def _limits(
    formula: Formula | None, page: PageText, settings: ReadabilitySettings
) -> tuple[float, float] | tuple[None, None]:
    if formula is None:
        return None, None
    if formula.language == "en":
        return settings.grade_for(page.audience), settings.target_for(page.audience)
    return formula.target[page.audience], formula.target[page.audience]
