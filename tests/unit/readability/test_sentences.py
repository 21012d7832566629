"""Test where sentences end, how words are counted, and the text that is scored."""

from __future__ import annotations

from pathlib import Path

import pytest
import textstat
import yaml

from charterpress.readability.sentences import canonical_text, count_words, spans, split_sentences

CASES = Path(__file__).parent / "data" / "sentences"
LANGUAGES = ["ar", "bn", "cy", "de", "en", "es", "fr", "it", "nl", "pa", "pl", "pt", "ro", "ru", "so", "tr", "ur"]
TEN_MILLION = 10_000_000

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We came. We saw.” Then", ["“We came.", "We saw.”", "Then"]),
        ("‘Ask us! Will you?’ We asked.", ["‘Ask us!", "Will you?’", "We asked."]),  # noqa: RUF001 - the marks of a print shop
        ("She said: “Come in. Sit down.”", ["She said: “Come in.", "Sit down.”"]),
        ("“Come in,” she said.", ["“Come in,” she said."]),
        ("“Why?” she said.", ["“Why?” she said."]),
    ],
)
def test_sentences_in_quotation_marks(text: str, expected: list[str]) -> None:
    """Sentences inside of quotation marks are split like others; a sentence that goes on behind them is one."""
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


def cases(language: str) -> list[dict[str, object]]:
    """Return the hand-written cases of a language."""
    found: list[dict[str, object]] = yaml.safe_load((CASES / f"{language}.yml").read_text("utf-8"))
    return found


def test_the_cases_are_all_there() -> None:
    """No file of cases is left out, and none is so short that it says little."""
    assert sorted(path.stem for path in CASES.iterdir()) == LANGUAGES
    assert len(cases("en")) >= 60
    assert all(len(cases(language)) >= 10 for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "case"),
    [pytest.param(name, case, id=f"{name}: {case['about']}") for name in LANGUAGES for case in cases(name)],
)
def test_hard_cases(language: str, case: dict[str, object]) -> None:
    """Each text of the hand-written cases is split as a reader would."""
    assert list(split_sentences(str(case["text"]), language)) == case["sentences"]


def test_places_of_sentences() -> None:
    """Places count the characters of the text as given, and leave out the blanks between sentences."""
    text = "  We \u00adgo.\u200b\u00a0 You\nstay.\ud800 🎉 Good.\n\nNo stop \u200f"
    found = [text[start:end] for start, end in spans(text, "en")]
    assert found == ["We \u00adgo.", "You\nstay.", "🎉 Good.", "No stop"]


def test_a_blank_line_ends_a_sentence() -> None:
    """No sentence goes on behind a blank line, whatever its line ends are."""
    assert split_sentences("We listen\n \nto you\r\n\r\nand answer", "en") == ("We listen", "to you", "and answer")


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "xx", ""])
def test_any_language_tag(language: str) -> None:
    """A region is no other language, and an unknown language is split by its marks."""
    assert len(split_sentences("Ask for no. 5 today. We will come.", language)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("\u200b\ud800\u200f", 0),
        ("word", 1),
        ("1 2 3", 1),
        ("3.5", 1),
        ("https://www.council.example/a.b?c=1.2", 1),
        ("...", 1),
        ("Мы тут. ہم ہیں۔ We go.", 3),  # noqa: RUF001 - it is meant
        ("a\ud800b. \udfff C\u200bd.", 2),
    ],
)
def test_odd_input(text: str, count: int) -> None:
    """Nothing that can stand in a text stops the work."""
    assert len(split_sentences(text, "en")) == count


@pytest.mark.parametrize(
    ("piece", "least"),
    [
        ("We listen to you at each step of the way. ", 200_000),
        ("we go on ", 1),
        ("(“ ", 1),
        ('"', 1),
        ("a", 1),
        (".", 1),
    ],
)
def test_ten_million_characters_in_a_line(piece: str, least: int) -> None:
    """The time grows with the text, not with its square: with a square this would take hours."""
    text = (piece * (TEN_MILLION // len(piece) + 1))[:TEN_MILLION]
    found = spans(text, "en")
    assert len(found) >= least
    assert found[0][0] == 0
    assert found[-1][1] == len(text.rstrip())


def test_a_long_text_is_split_as_its_parts() -> None:
    """Where the splitter is given a long text in pieces, no end is lost or added."""
    once = "We asked Dr. Shah (e.g. about “no. 5”) again and again. “Why?” she said. A. B. Roe knew.\n"
    assert split_sentences(once * 500, "en") == split_sentences(once, "en") * 500
    assert len(spans("A. " * 20_000, "en")) == 1


UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\ud800", "\udc00"]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_cannot_be_seen_changes_no_score(unseen: str) -> None:
    """Soft hyphens, joiners, marks of direction and broken characters leave the scored text as it is."""
    text = "We listen to every family. Dr. Shah will come."
    spoilt = unseen.join(["", *text, ""])
    assert canonical_text([spoilt], "en") == canonical_text([text], "en")
    assert count_words(unseen) == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ur", "ہم سنتے ہیں۔ کیا آپ آئیں گے؟"),  # noqa: RUF001 - it is meant
        ("bn", "আমরা শুনি। আপনি আসবেন?"),
        ("ar", "نحن نستمع. هل تسمعون؟"),
        ("en", "We wait… We go!"),
        ("en", "Do we wait؟ We go۔"),  # noqa: RUF001 - it is meant
    ],
)
def test_marks_of_other_scripts_give_way_to_full_stops(language: str, text: str) -> None:
    """The scored text has one full stop a line in every language, so all are counted alike."""
    lines = canonical_text([text], language).split("\n")
    assert len(lines) == 2
    for line in lines:
        assert line.endswith(".")
        assert not set(line[:-1]) & set(".!?…؟۔।")  # noqa: RUF001 - they are meant


def test_textstat_counts_what_we_count() -> None:
    """Textstat finds as many sentences and words in the scored text as it has lines and words."""
    text = canonical_text(["We wait… Dr. Shah says “No. 5 is ready!” and goes.", "Write to a.b@c.example now؟"], "en")
    assert textstat.lexicon_count(text) == sum(count_words(line) for line in text.split("\n"))
    assert text.count(".") == len(text.split("\n")) == 3
