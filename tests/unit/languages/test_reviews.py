"""Test signatures under translations: they hold for the words that were read, and for no others."""

from __future__ import annotations

from datetime import date

import pytest

from charterpress.languages.pofile import PoCatalog, parse_po, render_po
from charterpress.languages.reviews import review_in, sign, unsigned

NAME, DAY = "A native reader", date(2026, 5, 1)
SOURCE, TRANSLATION = "We answer within 5 days.", "Rydym yn ateb o fewn 5 diwrnod."
SIGNATURE = sign(NAME, DAY, SOURCE, TRANSLATION)


def test_a_signature_names_the_reader_and_the_day() -> None:
    """A signature can be read by people: it says who, and when."""
    assert SIGNATURE.startswith("Reviewed by A native reader on 2026-05-01 ")
    review = review_in([SIGNATURE], SOURCE, TRANSLATION)
    assert review is not None
    assert (review.name, review.day, review.holds) == (NAME, DAY, True)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        (SOURCE, "Rydym yn ateb o fewn 6 diwrnod."),
        (SOURCE, TRANSLATION + " "),
        (SOURCE, TRANSLATION.rstrip(".")),
        (SOURCE, TRANSLATION.lower()),
        ("We answer within 6 days.", TRANSLATION),
        ("We may answer within 5 days.", TRANSLATION),
        ("We reply within 5 days.", TRANSLATION),
    ],
)
def test_other_words_were_not_read(source: str, translation: str) -> None:
    """When the source or a single letter of the translation changes, the signature no longer holds."""
    review = review_in([SIGNATURE], source, translation)
    assert review is not None
    assert not review.holds


@pytest.mark.parametrize(
    "source", ["We answer, within 5 days!", "we answer within 5 days", "“We answer within 5 days.”"]
)
def test_punctuation_of_the_source(source: str) -> None:
    """A signature still holds when only the punctuation of the source changes."""
    review = review_in([SIGNATURE], source, TRANSLATION)
    assert review is not None
    assert review.holds


def test_source_and_translation_do_not_run_together() -> None:
    """Words that move from the translation to the source make another signature."""
    assert sign(NAME, DAY, "one two", "three") != sign(NAME, DAY, "one", "two three")


@pytest.mark.parametrize(
    "comments",
    [
        [],
        ["ask the office about this word"],
        ["Reviewed by A native reader"],
        ["Reviewed by A native reader on 2026-05-01"],
        ["Reviewed by A native reader on 2026-13-41 [00000000]"],
        ["reviewed"],
    ],
)
def test_what_is_no_signature(comments: list[str]) -> None:
    """A comment without name, day and fingerprint is no signature, and a day that no calendar has is none."""
    assert review_in(comments, SOURCE, TRANSLATION) is None


def test_the_one_that_holds_comes_first() -> None:
    """Of several signatures the one for these words counts, even when another is newer; then the newest counts."""
    newer = sign("Another reader", date(2026, 6, 1), SOURCE, "Other words.")
    review = review_in([SIGNATURE, newer], SOURCE, TRANSLATION)
    assert review is not None
    assert (review.name, review.holds) == (NAME, True)
    newest = sign("Another reader", date(2026, 7, 1), SOURCE, TRANSLATION)
    review = review_in([newest, SIGNATURE], SOURCE, TRANSLATION)
    assert review is not None
    assert (review.name, review.day) == ("Another reader", date(2026, 7, 1))


def test_comments_without_the_signatures() -> None:
    """What a translator wrote stays when signatures are taken out."""
    comments = ["ask the office", SIGNATURE, "and the school", sign("Another reader", DAY, SOURCE, "x")]
    assert unsigned(comments) == ["ask the office", "and the school"]
    assert unsigned([SIGNATURE]) == []


@pytest.mark.parametrize("length", range(5, 130, 3))
def test_a_signature_survives_the_file(length: int) -> None:
    """A signature holds after the PO file broke it into lines, wherever the break falls, and the name is whole."""
    words = "a reader of the language who-works for the council and reads each letter to families before it goes " * 2
    name = words[:length].strip()
    catalog = PoCatalog("cy")
    catalog.add(SOURCE, TRANSLATION, context="a.text", user_comments=["a note", sign(name, DAY, SOURCE, TRANSLATION)])
    message = parse_po(render_po(catalog).decode(), "cy").get(SOURCE, "a.text")
    assert message is not None
    review = review_in(message.user_comments, SOURCE, TRANSLATION)
    assert review is not None
    assert (review.name, review.day, review.holds) == (name, DAY, True)
    assert unsigned(message.user_comments) == ["a note"]


def test_a_name_on_one_line() -> None:
    """A name with line breaks or spaces around it is written on one line."""
    review = review_in([sign("  A native\n reader ", DAY, SOURCE, TRANSLATION)], SOURCE, TRANSLATION)
    assert review is not None
    assert review.name == NAME
