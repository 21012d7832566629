"""Score a canonical text with textstat, in the languages that have a validated formula."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.readability.sentences import canonical_text, count_words


@dataclass(frozen=True)
class Score:
    """Hold the grade of a text.

    `grade` is a Flesch-Kincaid grade level (years of school in the United States), and None where
    the language has no validated formula: then no grade is given.
    """

    words: int
    sentences: int
    grade: float | None


def score(units: list[str], language: str) -> Score:
    """Score the units of one page.

    Flesch-Kincaid grade = 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid et al., 1975,
    "Derivation of new readability formulas for Navy enlisted personnel"), computed by `textstat`.
    """
    text = canonical_text(units, language)
    lines = text.splitlines()
    words = sum(count_words(line) for line in lines)
    if language.partition("-")[0] != "en" or not words:
        return Score(words, len(lines), None)
    return Score(words, len(lines), _flesch_kincaid(text))


def _flesch_kincaid(text: str) -> float:
    # Loading textstat takes over a second, so it waits until something must be scored.
    import textstat  # noqa: PLC0415

    return float(textstat.flesch_kincaid_grade(text))
