"""Test where sentences end, how words are counted, and the text that is scored."""

from __future__ import annotations

import pytest

from charterpress.readability.sentences import canonical_text, count_words, split_sentences

ONE_SENTENCE = [
    "Ask someone you trust, e.g. a friend.",
    "E.g. a friend or a neighbour may come.",
    "Bring one person, i.e. your advocate.",
    "We list who comes (e.g. Dr. Shah and Ms. Roe).",
    "Ask Dr. Shah about it.",
    "Mr. Khan and Mrs. Roe will be there.",
    "We go to St. Mary's school.",
    "See page 28, para. 58 of the guidance.",
    "See paras. 5 to 6 for more.",
    "See para. (4) of the rules.",
    "See p. 28 and pp. 30 to 32.",
    "See s. 47 of the Act and reg. 3.",
    "See ch. 4 and vol. 2 of it.",
    "Look at no. 5 in the list.",
    "The share rose by 2.5 per cent.",
    "Version 1.2.3 is the new one.",
    "Write to a.person@council.example today.",
    "See https://www.council.example/a.b/page.html?x=1.2 for more.",
    "Go to www.council.example and look.",
    "It starts at 3 p.m. on Monday.",
    "The U.K. has four nations.",
    "“Why?” she asked.",
    "Parents vs. services is the wrong way to see it.",
]

SEVERAL = [
    ("We listen. We answer.", ["We listen.", "We answer."]),
    ("We do not say no. We listen.", ["We do not say no.", "We listen."]),
    ("You can say yes or no. It is up to you.", ["You can say yes or no.", "It is up to you."]),
    ("Bring food, toys, etc. We will help.", ["Bring food, toys, etc.", "We will help."]),
    ("The share rose by 2.5 per cent. Then it fell.", ["The share rose by 2.5 per cent.", "Then it fell."]),
    ("It ends at 3 p.m. Then we go.", ["It ends at 3 p.m.", "Then we go."]),
    ("Write to office@council.example. We reply.", ["Write to office@council.example.", "We reply."]),
    ("See https://council.example/a.html. Then ask.", ["See https://council.example/a.html.", "Then ask."]),
    ("What is it? It is a plan! Read it.", ["What is it?", "It is a plan!", "Read it."]),
    ("He said, “Stop.” Then he left.", ["He said, “Stop.”", "Then he left."]),
    ("We ask Ms. Roe. She comes.", ["We ask Ms. Roe.", "She comes."]),
    ("See para. 58. It says more.", ["See para. 58.", "It says more."]),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_stops_inside_a_sentence(text: str) -> None:
    """Short forms, numbers, e-mail and web addresses do not end a sentence."""
    assert split_sentences(text, "en") == (text,)


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_next_sentence_is_still_found(text: str) -> None:
    """What is done for short forms does not glue the next sentence on."""
    assert split_sentences(f"{text} We will help.", "en")[-1] == "We will help."


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_ends_of_sentences(text: str, expected: list[str]) -> None:
    """A sentence ends at its stop, also behind a short form that can end one."""
    assert list(split_sentences(text, "en")) == expected


@pytest.mark.parametrize("text", ["Time to talk", "a plan;", "respect and honesty:", "2.5"])
def test_no_stop_at_all(text: str) -> None:
    """A bullet without a full stop is one sentence."""
    assert split_sentences(text, "en") == (text,)


def test_nothing_to_split() -> None:
    """A text of blanks has no sentences."""
    assert split_sentences("", "en") == ()
    assert split_sentences(" \n ", "en") == ()


def test_spaces_and_line_breaks() -> None:
    """Line breaks and runs of spaces are one space."""
    assert split_sentences("We  listen\nto you.\n We answer.", "en") == ("We listen to you.", "We answer.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cy", "Rydyn ni'n gwrando. Rydyn ni'n ateb."),
        ("pl", "Słuchamy. Odpowiadamy."),
        ("ur", "ہم سنتے ہیں۔ ہم جواب دیتے ہیں۔"),  # noqa: RUF001 - it is meant
        ("ar", "نحن نستمع. هل تسمعون؟"),
    ],
)
def test_other_languages(language: str, text: str) -> None:
    """Sentences end with the marks of their language."""
    assert len(split_sentences(text, language)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We will answer.", 3),
        ("A plan – in 5 days", 5),  # noqa: RUF001 - it is meant
        ("family-friendly help isn't rare", 4),
        ("office@council.example", 1),
        ("“Stop!”", 1),
        ("… – !", 0),  # noqa: RUF001 - it is meant
        ("", 0),
        ("ہم سنتے ہیں۔", 3),  # noqa: RUF001 - it is meant
    ],
)
def test_words(text: str, count: int) -> None:
    """A word is what stands between spaces and has a letter or a digit."""
    assert count_words(text) == count


def test_bullets_stand_alone() -> None:
    """Units without a full stop do not run together: each is a sentence of its own."""
    assert canonical_text(["We will:", "listen to you", "answer you;", "keep our word."], "en") == (
        "We will.\nlisten to you.\nanswer you.\nkeep our word."
    )


def test_only_one_stop_a_line() -> None:
    """Each line has one full stop, its last character: nothing else can be counted as an end."""
    text = canonical_text([*ONE_SENTENCE, *(text for text, _ in SEVERAL)], "en")
    lines = text.split("\n")
    assert len(lines) == len(ONE_SENTENCE) + sum(len(sentences) for _, sentences in SEVERAL)
    for line in lines:
        assert [at for at, char in enumerate(line) if char in ".!?"] == [len(line) - 1]


def test_what_has_no_words_is_left_out() -> None:
    """A unit of marks alone is no sentence."""
    assert canonical_text(["…", "We listen.", " ", "—"], "en") == "We listen."
