"""Know which readability formula a language has, and why some have none."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from charterpress.content.model.base import Audience, Model
from charterpress.content.shipped import shipped

if TYPE_CHECKING:  # measures.py counts in the way that a formula of this module names
    from charterpress.readability.measures import Counts

_UNKNOWN = "No formula for this language is known to this program."
_METHOD = re.compile(r"none|cmudict|vowels\s+\w+|pyphen\s+\w+|pattern\s+.+", re.DOTALL)


def _known_method(method: str) -> str:
    if _METHOD.fullmatch(method) is None:
        message = f"no way to count syllables: {method}"
        raise ValueError(message)
    return method


class Constants(Model):
    """Hold the factors of a linear formula; each is multiplied by the measure that it is named after.

    `*_percent` are percentages of all words, `*_per_100_words` are numbers in 100 words. What a formula
    does not use is 0.
    """

    base: float
    words_per_sentence: float = 0.0
    syllables_per_word: float = 0.0
    letters_per_100_words: float = 0.0
    sentences_per_100_words: float = 0.0
    polysyllables_percent: float = 0.0
    long_words_percent: float = 0.0
    monosyllables_percent: float = 0.0


class Band(Model):
    """Name a stretch of a formula's scale; it starts at `start`, on the formula's own scale."""

    start: float = Field(alias="from")
    name: str


class Formula(Model):
    """Hold the readability formula of one language; `source` says where it was published.

    A validated formula may fail a page; an advisory one is only shown. `target` is the limit for an audience,
    and `bands` go from easy to hard, both on the formula's own scale.
    """

    language: str
    name: str
    status: Literal["validated", "advisory"]
    higher_is: Literal["easier", "harder"]
    formula: str
    constants: Constants
    syllables: Annotated[str, AfterValidator(_known_method)]
    silent: frozenset[str] = frozenset()
    textstat: str | None
    target: dict[Audience, float]
    bands: Annotated[tuple[Band, ...], Field(min_length=2)]
    source: str

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        starts = [band.start for band in self.bands]
        if starts != sorted(starts, reverse=self.higher_is == "easier"):
            message = f"the bands of {self.name} do not go from easy to hard"
            raise ValueError(message)
        if set(self.target) != set(Audience):
            message = f"{self.name} has no target for an audience"
            raise ValueError(message)
        return self

    def score(self, counts: Counts) -> float:
        """Return the score of counted text on the formula's own scale: the base plus factor times measure.

        Raises ValueError where there are no words.
        """
        if not counts.words:
            message = "a text without words has no score"
            raise ValueError(message)
        if self.syllables == "cmudict" and not counts.syllables:
            return 0.0  # textstat says so of a text like "Hmm.", whose words have no vowel in the dictionary
        by, words = self.constants, counts.words
        # A text of very short sentences alone has none by textstat's way of counting, which then takes one.
        sentences = max(1, counts.sentences)
        # Written in this order, it is what textstat computes, to the last bit.
        return (
            by.words_per_sentence * (words / sentences)
            + by.syllables_per_word * (counts.syllables / words)
            + by.letters_per_100_words * (100 * counts.letters / words)
            + by.sentences_per_100_words * (100 * sentences / words)
            + by.polysyllables_percent * (100 * counts.polysyllables / words)
            + by.long_words_percent * (100 * counts.long_words / words)
            + by.monosyllables_percent * (100 * counts.monosyllables / words)
            + by.base
        )

    def passes(self, score: float, limit: float) -> bool:
        """Tell whether a score, as it is printed with one decimal, is within a limit on the formula's scale."""
        printed = round(score, 1)
        return printed <= limit if self.higher_is == "harder" else printed >= limit

    def band(self, score: float) -> str:
        """Return the name of the band that a score, as printed with one decimal, lies in.

        What is beyond either end of the scale lies in the band at that end.
        """
        # Upwards the bands go from hard to easy where a higher score is easier.
        upwards = self.bands if self.higher_is == "harder" else self.bands[::-1]
        reached = [band.name for band in upwards if band.start <= round(score, 1)]
        return reached[-1] if reached else upwards[0].name


class _Without(Model):
    language: str
    reason: str


class _Data(Model):
    formulas: tuple[Formula, ...]
    without: tuple[_Without, ...]


@cache
def _data() -> _Data:
    return _Data.model_validate(shipped(files("charterpress.readability") / "formulas.yml"))


@cache
def formula_for(language: str) -> Formula | None:
    """Return the formula of a language tag's primary language ("en-GB": English), or None where it has none."""
    return next((formula for formula in _data().formulas if formula.language == _primary(language)), None)


def why_none(language: str) -> str:
    """Return why a language has no formula, in one English sentence, or "" where it has one."""
    if formula_for(language) is not None:
        return ""
    return next((each.reason for each in _data().without if each.language == _primary(language)), _UNKNOWN)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
