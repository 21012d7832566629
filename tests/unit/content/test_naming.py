"""Test the rule by which ids are made from words."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter

from charterpress.content.model.text import Identifier
from charterpress.content.naming import LENGTH, id_from


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Give you each report before the meeting.", "give-report-before-meeting"),
        ("Working together: our plan", "working-together-plan"),
        ("Be fair to you.", "be-fair-to-you"),
        ("Do not share it.", "do-not-share"),
        ("What we don't do", "dont-do"),
        ("Łódź, Kraków and Gdańsk", "odz-krakow-gdansk"),
        ("Siarter y teulu: ŵ ac â", "siarter-y-teulu-w"),
        ("See [the *rules*](guidance:rules#reply) now[^note].", "see-rules-now"),
        ("  Advocate ", "advocate"),
        ("2018, with an update", "edition-2018-update"),
        ("1999", "edition-1999"),
        ("ہماری بات سنیں", "edition"),
        ("", "edition"),
        ("!?", "edition"),
    ],
)
def test_the_rule(words: str, expected: str) -> None:
    """Small words and accents go, four words stay; what gives no id starts with the word for its kind."""
    assert id_from(words, fallback="edition") == expected


def test_one_that_is_taken() -> None:
    """More words tell an id from another; when there are no more, a number does."""
    words = "Tell you about planned meetings well ahead"
    assert id_from(words, {"tell-about-planned-meetings"}) == "tell-about-planned-meetings-well"
    taken = {"parents", "parents-2"}
    assert id_from("Parents", taken) == "parents-3"
    assert id_from("", {"part"}) == "part-2"


@pytest.mark.parametrize(
    "words", ["a" * 300, "word " * 90, "9" * 99, "é" * 200, "-" * 9, "x" * 70 + " y", "\u2028 a\n b"]
)
def test_every_id_can_be_used(words: str) -> None:
    """Whatever the words are, the id has the form that the model asks for."""
    taken: set[str] = set()
    for _ in range(5):
        made = id_from(words, taken)
        TypeAdapter(Identifier).validate_python(made)
        assert made not in taken
        assert len(re.sub(r"-\d+$", "", made)) <= LENGTH + len("part-")
        taken.add(made)
