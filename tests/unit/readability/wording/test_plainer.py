"""Test the words to avoid: how they are found, that the list is sound, and the remarks on a text."""

from __future__ import annotations

from importlib.resources import files

import pytest
from pydantic import ValidationError

from charterpress.readability.wording import Remark, remarks
from charterpress.readability.wording.plainer import WordList, find_plainer, load_word_list

FOUND = [
    ("We will commence soon.", ["commence"]),
    ("COMMENCING now", ["COMMENCING"]),
    ("We will utilise it in order to help.", ["utilise", "in order to"]),
    ("in  order\nto", ["in  order\nto"]),
    ("in the event that it rains", ["in the event that"]),
    ("e.g. a friend", ["e.g"]),
    ("parents and/or carers", ["and/or"]),
    ("parents and / or carers", []),
    ("We have partnership working here.", ["partnership working"]),
    ("Where appropriate, ask.", ["appropriate"]),
    ("Bring an appropriate adult.", []),
    ("Make an informed choice.", []),
    ("We will inform you.", ["inform"]),
    ("the child arrangements order", []),
    ("a residence order", []),
    ("a place of residence", ["residence"]),
    ("well-established rules", []),
    ("We help you.", []),
    ("Please send us your plan.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_what_is_found(text: str, words: list[str]) -> None:
    """Words to avoid are found whole, the longest first, and not inside a term of the vocabulary."""
    found = find_plainer(text, "en")
    assert [hit.words for hit in found] == words
    assert [text[hit.start : hit.end] for hit in found] == words


def test_what_to_use() -> None:
    """A find says what to use, best first, when it does not fit, and who says so."""
    (hit,) = find_plainer("You shall come.", "en-GB")
    assert (hit.start, hit.end, hit.words, hit.source) == (4, 9, "shall", "plainlanguage-gov")
    assert hit.use == ("must", "will")
    assert hit.note == "Must for a duty, will for the future."


@pytest.mark.parametrize("language", ["cy", "pl", "", "../en", "\ud800"])
def test_other_languages(language: str) -> None:
    """Only English has a list."""
    assert find_plainer("We will commence.", language) == ()
    assert remarks("We will commence. You will be told. It is not unusual.", language) == ()


def words_to_avoid() -> WordList:
    """Return the list that ships."""
    words = load_word_list("en")
    assert words is not None
    assert len(words.words) >= 400
    return words


def test_every_form_is_found() -> None:
    """Each form of each word finds its own entry, whole."""
    for word in words_to_avoid().words:
        for form in word.forms:
            found = [(hit.start, hit.end, hit.use) for hit in find_plainer(form, "en")]
            assert found == [(0, len(form), word.use)], form


def test_no_replacement_is_to_be_avoided() -> None:
    """Nobody is sent from one word to avoid to another."""
    uses = {use for word in words_to_avoid().words for use in word.use}
    assert {use for use in uses if find_plainer(use, "en")} == set()


def test_what_may_stay() -> None:
    """A phrase that may stay holds a word to avoid, or it would not have to be listed."""
    phrases = words_to_avoid().keep
    assert [phrase for phrase in phrases if find_plainer(phrase, "en")] == []
    assert [phrase for phrase in phrases if not find_plainer(phrase.rpartition(" ")[0], "en")] == []


def test_notices() -> None:
    """The notices name every work the list draws on, with the licences that ask for it in full."""
    notices = (files("charterpress.readability.wording") / "en" / "NOTICES.txt").read_text(encoding="utf-8")
    for source in words_to_avoid().sources.values():
        assert source.url in notices
    assert notices.count("Permission is hereby granted, free of charge") == 3
    assert notices.count("Copyright (c)") == 3
    assert "Contains public sector information licensed under the Open Government Licence v3.0." in notices


@pytest.mark.parametrize(
    "change",
    [
        {"words": [{"avoid": "a", "use": ["b"], "source": "other"}]},
        {"words": [{"avoid": "a", "use": [], "source": "own"}]},
        {"words": [{"avoid": "a", "use": ["b"], "source": "own", "colour": "red"}]},
        {"words": [{"avoid": "a", "also": ["A"], "use": ["b"], "source": "own"}]},
        {"keep": ["a"], "words": [{"avoid": "a", "use": ["b"], "source": "own"}]},
    ],
)
def test_a_bad_list(change: dict[str, object]) -> None:
    """Unknown keys and sources, empty replacements and forms given twice are errors."""
    own = {"title": "own", "url": "", "licence": "MIT"}
    with pytest.raises(ValidationError):
        WordList.model_validate({"sources": {"own": own}} | change)


def test_remarks() -> None:
    """Remarks come in the order of the text, each with its rule, its words and what to do."""
    text = "You shall be told. It is not unusual."
    found = remarks(text, "en")
    assert [(remark.rule, remark.words) for remark in found] == [
        ("plainer-word", "shall"),
        ("passive-voice", "be told"),
        ("double-negative", "not unusual"),
    ]
    assert all(text[remark.start : remark.end] == remark.words for remark in found)
    assert found[0] == Remark(
        "plainer-word",
        4,
        9,
        "shall",
        "“shall” has a plainer word",
        "Say “must” or “will”. Must for a duty, will for the future.",
    )
    assert all(remark.message.startswith("“") and remark.hint.endswith(".") for remark in found)


def test_a_plain_text() -> None:
    """A plain text gets no remarks."""
    assert remarks("We listen to you. We tell you what we decide, and why. You can say no.", "en") == ()


def test_hints_are_plain() -> None:
    """The words of a remark pass their own check."""
    for remark in remarks("You will be told. It is not unusual.", "en"):
        assert find_plainer(f"{remark.message} {remark.hint}", "en") == ()


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800 commence \udfff", "\x00 is told", "\u2019", "is", "not", "(", "in order"]
)
def test_odd_texts(text: str) -> None:
    """Whatever the text, places lie in it and nothing fails."""
    for remark in remarks(text, "en"):
        assert text[remark.start : remark.end] == remark.words


@pytest.mark.parametrize("piece", ["a", "not "])
def test_one_long_line(piece: str) -> None:
    """A text of a megabyte in one line is read in linear time: a slower way would not end."""
    assert remarks(piece * (1_000_000 // len(piece)), "en") == ()
