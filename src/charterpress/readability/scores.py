"""Score a canonical text by the formula of its language."""

from __future__ import annotations

from dataclasses import dataclass, field

from charterpress.readability.formulas import Formula, formula_for
from charterpress.readability.measures import Counts, count
from charterpress.readability.pronunciations import textstat
from charterpress.readability.sentences import canonical_text, count_words


@dataclass(frozen=True)
class Score:
    """Hold the score of a text.

    `words` and `sentences` are those of the canonical text. `value` is on the scale of `formula`, and None where
    the language has no formula or the text no words. `counts` are what went into the formula.
    """

    words: int
    sentences: int
    value: float | None
    formula: Formula | None = None
    counts: Counts = field(default_factory=Counts)

    @property
    def grade(self) -> float | None:
        """Return the Flesch-Kincaid grade (years of school in the United States); None but for English."""
        return self.value if self.formula is not None and self.formula.language == "en" else None


def score(units: list[str], language: str) -> Score:
    """Score the units of one page by the formula of its language; formulas.yml names the source of each.

    In English the value is what `textstat.flesch_kincaid_grade` says of the canonical text.
    """
    text = canonical_text(units, language)
    lines = text.splitlines()
    words = sum(count_words(line) for line in lines)
    counts = count(lines, language)
    formula = formula_for(language)
    return Score(words, len(lines), _value(text, formula, counts), formula, counts)


def _value(text: str, formula: Formula | None, counts: Counts) -> float | None:
    if formula is None or not counts.words:
        return None
    if formula.language != "en":
        return formula.score(counts)
    return float(textstat().flesch_kincaid_grade(text))
