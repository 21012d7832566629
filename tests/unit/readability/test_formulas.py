"""Test the formulas: worked examples of each, what may fail a page, and which languages have none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from charterpress.content.model.base import Audience
from charterpress.readability.formulas import Constants, Formula, formula_for, why_none
from charterpress.readability.measures import Counts

EXAMPLES = {
    entry["language"]: entry["examples"]
    for entry in yaml.safe_load((Path(__file__).parent / "data" / "formulas.yml").read_text(encoding="utf-8"))
}
FORMULAS = ("en", "es", "it", "tr", "pt", "de", "fr", "nl", "ru")
WITHOUT = ("cy", "ur", "pl", "ar", "ro", "pa", "bn", "so")


def formula(language: str) -> Formula:
    """Return a formula that must be there."""
    found = formula_for(language)
    assert found is not None
    return found


def evaluated(expression: str, counts: dict[str, int]) -> float:
    """Return the value of a published formula, written out."""
    return float(eval(expression, {"__builtins__": {}}, counts))  # noqa: S307 - our own data, so that nobody copies it


def test_every_formula_has_three_worked_examples() -> None:
    """Each formula is tested on at least three examples."""
    assert set(EXAMPLES) == set(FORMULAS)
    assert all(len(examples) >= 3 for examples in EXAMPLES.values())


@pytest.mark.parametrize(
    ("language", "example"), [(language, example) for language, found in EXAMPLES.items() for example in found]
)
def test_worked_examples(language: str, example: dict[str, Any]) -> None:
    """The constants give the score of the example, of its working, and of the formula as it was published."""
    score = formula(language).score(Counts(**example["counts"]))
    assert score == pytest.approx(example["score"], abs=0.005)
    assert score == pytest.approx(evaluated(example["working"], {}), abs=1e-9)
    assert score == pytest.approx(evaluated(formula(language).formula, example["counts"]), abs=1e-9)


@pytest.mark.parametrize("language", FORMULAS)
def test_every_formula_is_whole(language: str) -> None:
    """A formula names its source, its status and a limit for each audience, the families' the easier one."""
    found = formula(language)
    assert found.language == language
    assert found.source
    assert set(found.target) == set(Audience)
    assert found.passes(found.target[Audience.FAMILIES], found.target[Audience.PRACTITIONERS])
    assert why_none(language) == ""


def test_which_formulas_may_fail_a_page() -> None:
    """Four formulas were validated; the others are only shown."""
    assert [language for language in FORMULAS if formula(language).status == "validated"] == ["en", "es", "it", "tr"]


def test_english_constants_are_for_english_only() -> None:
    """No two languages share their constants."""
    assert len({formula(language).constants for language in FORMULAS}) == len(FORMULAS)


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("EN", "en"), ("pt-BR", "pt"), ("es-419", "es")])
def test_regions_have_the_formula_of_their_language(tag: str, language: str) -> None:
    """A region or a capital makes no difference."""
    assert formula_for(tag) is formula(language)


@pytest.mark.parametrize("language", [*WITHOUT, "cy-GB"])
def test_languages_without_a_formula_say_why(language: str) -> None:
    """A language without a formula has none, and a reason of its own."""
    assert formula_for(language) is None
    assert why_none(language).endswith(".")
    assert why_none(language) != why_none("xx")


@pytest.mark.parametrize("language", ["", "x", "eng", "zh-Hant-TW", "e", "-en", "\ud800", "англ"])
def test_unknown_languages(language: str) -> None:
    """A language that nobody thought of has no formula, and a general reason."""
    assert formula_for(language) is None
    assert why_none(language) == why_none("xx") != ""


@pytest.mark.parametrize(
    ("language", "score", "limit", "passes"),
    [
        ("en", 7.0, 7, True),
        ("en", 7.049, 7, True),
        ("en", 7.06, 7, False),
        ("en", -2.0, 7, True),
        ("es", 65.0, 65, True),
        ("es", 64.951, 65, True),
        ("es", 64.94, 65, False),
        ("es", 120.0, 65, True),
    ],
)
def test_limits(language: str, score: float, limit: float, passes: bool) -> None:  # noqa: FBT001 - a parameter
    """A score on its limit passes; scores are compared as they are printed, with one decimal."""
    assert formula(language).passes(score, limit) is passes


@pytest.mark.parametrize(
    ("language", "score", "band"),
    [
        ("en", -3.0, "very easy"),
        ("en", 5.94, "very easy"),
        ("en", 5.96, "easy"),
        ("en", 9.9, "standard"),
        ("en", 40.0, "very difficult"),
        ("es", 130.0, "very easy"),
        ("es", 65.0, "fairly easy"),
        ("es", 64.94, "normal"),
        ("es", 0.0, "very difficult"),
        ("es", -20.0, "very difficult"),
        ("it", 59.9, "easy with upper secondary school"),
        ("tr", 70.0, "easy"),
    ],
)
def test_bands(language: str, score: float, band: str) -> None:
    """A band holds its own start; what is beyond the scale is in the band at that end."""
    assert formula(language).band(score) == band


def test_no_words_no_score() -> None:
    """Counts without words cannot be scored."""
    with pytest.raises(ValueError, match="without words"):
        formula("en").score(Counts())


def test_only_short_sentences() -> None:
    """Words without a sentence, as textstat counts them, are one sentence."""
    english = formula("en")
    assert english.score(Counts(words=4, syllables=5)) == english.score(Counts(words=4, sentences=1, syllables=5))


@pytest.mark.parametrize(
    "change",
    [
        {"syllables": "guess"},
        {"syllables": "pyphen"},
        {"status": "good"},
        {"target": {"families": 7}},
        {"bands": [{"from": 5, "name": "easy"}, {"from": 0, "name": "hard"}]},
        {"constants": {"base": 1, "unknown_measure": 2}},
        {"more": 1},
    ],
)
def test_wrong_data_is_refused(change: dict[str, Any]) -> None:
    """Data that is not whole is not loaded."""
    right = formula("en").model_dump(by_alias=True)
    assert Formula.model_validate(right) == formula("en")
    with pytest.raises(ValidationError):
        Formula.model_validate({**right, **change})


def test_frozen() -> None:
    """A formula cannot be changed."""
    with pytest.raises(ValidationError):
        formula("en").constants = Constants(base=0)  # type: ignore[misc] # that it cannot is what is tested
