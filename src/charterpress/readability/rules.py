"""Judge pages: grade and longest sentence against the limits of the audience."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.model.base import Audience
from charterpress.content.settings import ReadabilitySettings
from charterpress.findings import Finding, Level
from charterpress.readability.scores import Score, score
from charterpress.readability.sentences import count_words, split_sentences
from charterpress.readability.units import Unit


@dataclass(frozen=True)
class PageText:
    """Hold what a page says, in its own language, and who reads it."""

    title: str
    file: Path
    language: str
    audience: Audience
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Grade:
    """Hold the verdict on a page: its score and the highest grade that is allowed."""

    page: PageText
    score: Score
    limit: float

    @property
    def over(self) -> bool:
        """Tell whether the page is harder than its audience may be given.

        Grades are compared as they are printed, with one decimal.
        """
        return self.score.grade is not None and round(self.score.grade, 1) > self.limit


def grade(page: PageText, settings: ReadabilitySettings) -> Grade:
    """Score a page for its audience."""
    scored = [unit.text for unit in page.units if unit.scored]
    return Grade(page, score(scored, page.language), settings.grade_for(page.audience))


def check_page(graded: Grade, settings: ReadabilitySettings) -> Iterator[Finding]:
    """Yield what makes a page too hard to read."""
    if graded.over:
        yield _too_hard(graded, settings)


def _too_hard(graded: Grade, settings: ReadabilitySettings) -> Finding:
    page = graded.page
    short = graded.score.words < settings.full_page_words
    hardest = _hardest(page)
    note = f" It has only {graded.score.words} scored words, so this is a warning." if short else ""
    return Finding(
        "reading-grade",
        f"'{page.title}' has reading grade {graded.score.grade:.1f}; {page.audience} may have {graded.limit:g}.{note}",
        f"Split long sentences and swap long words. Start with: “{hardest}”",
        Level.WARNING if short else Level.ERROR,
        page.file,
        1,
        1,
        page.language,
    )


def _hardest(page: PageText) -> str:
    """Return the sentence that lifts the grade most."""
    sentences = [s for unit in page.units if unit.scored for s in split_sentences(unit.text, page.language)]
    return max(sentences, key=lambda s: score([s], page.language).grade or 0.0, default="")


def check_sentences(page: PageText, settings: ReadabilitySettings) -> Iterator[Finding]:
    """Yield the sentences that are too long, whatever they are: a heading or a note can be too.

    The limit was chosen for English; other languages count words in other ways, so there it warns.
    """
    level = Level.ERROR if page.language.partition("-")[0] == "en" else Level.WARNING
    for unit in page.units:
        for sentence in split_sentences(unit.text, page.language):
            words = count_words(sentence)
            if words > settings.sentence_words:
                yield Finding(
                    "long-sentence",
                    f"a sentence has {words} words; the limit is {settings.sentence_words}: “{sentence}”",
                    "Make two sentences of it, or a list.",
                    level,
                    unit.file,
                    unit.line,
                    unit.column,
                    page.language,
                )
