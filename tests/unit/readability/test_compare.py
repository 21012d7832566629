"""Test how a translation is compared with its source: by its share of long words."""

from __future__ import annotations

import pytest

from charterpress.readability.compare import long_word_shares


def test_both_shares() -> None:
    """The share of words with more than six letters is told for the translation and for its source."""
    assert long_word_shares(["un cyfrifoldeb", "dau tri"], ["six of them", "letters"]) == (0.25, 0.25)
    assert long_word_shares(iter(["un dau"]), iter(["responsibility"])) == (0.0, 1.0)


@pytest.mark.parametrize(("word", "share"), [("sixlet", 0.0), ("sevenle", 1.0)])
def test_a_long_word_has_seven_letters(word: str, share: float) -> None:
    """A word of six letters is short, one of seven is long."""
    assert long_word_shares([word], ["it"]) == (share, 0.0)


@pytest.mark.parametrize("texts", [[], ["-- ?!"], ["…"], ["https://www.council.example/important"]])
def test_nothing_to_count(texts: list[str]) -> None:
    """A text without words has no long ones; marks and addresses are no words."""
    assert long_word_shares(texts, ["responsibility"]) == (0.0, 1.0)
    assert long_word_shares(["cyfrifoldeb"], texts) == (1.0, 0.0)


@pytest.mark.parametrize(
    "aside",
    [
        "https://www.example-organisation.example/important-pages",
        "www.organisation.example/important",
        "swyddfaganolog@organisation.example",
        "----------",
    ],
)
def test_an_address_has_no_words(aside: str) -> None:
    """No part of an address is a word, long or short, and neither is a row of marks."""
    assert long_word_shares([f"un cyfrifoldeb {aside} dau", f"{aside} tri"], [f"it {aside}"]) == (0.25, 0.0)


def test_a_hyphen_joins_two_words() -> None:
    """Short words with hyphens between them make no long word; a long one among them is still long."""
    assert long_word_shares(["un-dau-tri-pedwar", "pump"], ["family-run", "it"]) == (0.0, 0.0)
    assert long_word_shares(["ôl-gyfrifoldeb", "un", "dau"], ["it"]) == (0.25, 0.0)


def test_a_share_is_never_more_than_all() -> None:
    """Two long words with a hyphen between them are no more than all words of a text."""
    assert long_word_shares(["cyfrifoldeb-sefydliadol"], ["responsibility-organisation"]) == (1.0, 1.0)


@pytest.mark.parametrize("word", ["teulu'n", "teulu\u2019n", "haven't", "hwn'na"])
def test_an_apostrophe_is_no_letter(word: str) -> None:
    """A word of six letters or fewer stays short with an apostrophe in it, and is one word."""
    assert long_word_shares([word], ["it"]) == (0.0, 0.0)
    assert long_word_shares([f"{word} cyfrifoldeb'n"], ["it"]) == (0.5, 0.0)


@pytest.mark.parametrize("word", ["ذمہ", "مدرسة", "تعلیم", "szkoła", "আমি"])
def test_words_of_other_alphabets_are_whole(word: str) -> None:
    """A word of another alphabet is counted as one, whole with its marks: none of these is long."""
    assert long_word_shares([word, f"{word} {word}"], ["it"]) == (0.0, 0.0)
    assert long_word_shares([word, word * 4], ["it"]) == (0.5, 0.0)
