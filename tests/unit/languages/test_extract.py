"""Test what a translator gets to read with each text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from charterpress.content.library import load_library
from charterpress.content.texts import texts_of
from charterpress.languages.extract import template_of

CHARTER = "docs/charters/family.yml"


def template(sample: Path, key: str = "family") -> Catalog:
    """Return the texts of a document of the sample."""
    library = load_library(sample / "docs")
    return template_of(library.documents[key], library.files[key], sample)


def message(sample: Path, context: str, key: str = "family") -> Message:
    """Return the only text of a document under a context."""
    [found] = [message for message in template(sample, key) if message.context == context]
    return found


def test_every_text_is_there(sample: Path) -> None:
    """A template has each text under the path of ids that finds it again, in the order of the document."""
    texts = texts_of(load_library(sample / "docs").documents["family"])
    found = [(message.context, message.id) for message in template(sample) if message.id]
    assert found == list(dict.fromkeys((text.context, text.text) for text in texts))
    assert ("answer-you.within.time", "Within 5 days") in found
    assert ("title", "Our promises & yours") in found


def test_the_name_of_the_document(sample: Path) -> None:
    """A template names its document."""
    assert str(template(sample).project) == "family"


def test_a_text_says_where_it_stands(sample: Path) -> None:
    """Each text names its file and line from the project's root."""
    [(name, line)] = message(sample, "answer-you.text").locations
    assert name == CHARTER
    assert line is not None
    assert "Answer your letters." in (sample / CHARTER).read_text("utf-8").split("\n")[line - 1]


@pytest.mark.parametrize(
    ("context", "kind"),
    [
        ("title", "a heading, at title"),
        ("summary", "running text, at summary"),
        ("advocate.term", "a name or a label, at advocate.term"),
        ("law.text", "a footnote, at law.text"),
        ("answer-you.text", "an entry of a list, at answer-you.text"),
        ("services-listen.lead_in", "words that lead into a list; the entries follow them, at services-listen.lead_in"),
    ],
)
def test_what_kind_of_text_it_is(sample: Path, context: str, kind: str) -> None:
    """The first comment says what kind of text it is, and where in the document."""
    assert message(sample, context).auto_comments[0] == kind


@pytest.mark.parametrize(
    ("context", "who"),
    [
        ("answer-you.text", "Services promise this to: Parents"),
        ("answer-you.within.time", "Services promise this to: Parents"),
        ("services-listen.title", "Services promise this to: Parents"),
        ("hear-services.text", "Parents promise this to: Services"),
        ("papers.text", "Services promise this to: Parents"),
    ],
)
def test_who_promises_what_to_whom(sample: Path, context: str, who: str) -> None:
    """A promise says who makes it, and to whom: many languages speak to one party in another way than to the other."""
    assert who in message(sample, context).auto_comments


@pytest.mark.parametrize("context", ["title", "learn.text", "office.name", "welcome.text"])
def test_what_nobody_promises(sample: Path, context: str) -> None:
    """A text outside of promises says nothing of who promises it."""
    assert not any("promise this" in comment for comment in message(sample, context).auto_comments)


def test_the_words_before_a_promise(sample: Path) -> None:
    """A promise that goes on from words that lead into it says which ones; what stands below it does not."""
    assert "It follows the words: We will:" in message(sample, "answer-you.text").auto_comments
    for context in ("answer-you.detail", "answer-you.within.time", "papers.text", "services-listen.lead_in"):
        assert not any("It follows" in comment for comment in message(sample, context).auto_comments), context


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ring 0300 123 4567 by 5pm.", ["03001234567", "17:00"]),
        ("Write to office@council.example within 5 days.", ["5", "office@council.example"]),
        ("See [the law](https://law.example/a).[^law]", ["(https://law.example/a)", "[^law]"]),
    ],
)
def test_what_must_stay(sample: Path, edit: Callable[[str, str, str], int], text: str, kept: list[str]) -> None:
    """Numbers, times, phone numbers, e-mail addresses, links and notes that must come through are listed."""
    edit(CHARTER, "Answer your letters.", f'"{text}"')
    [line] = [line for line in message(sample, "answer-you.text").auto_comments if line.startswith("Keep: ")]
    assert sorted(line.removeprefix("Keep: ").split(", ")) == sorted(kept)


def test_how_strong_it_is(sample: Path) -> None:
    """The words that make a promise strong are listed; a text without any has no such comment."""
    assert "Just as strong: may, not" in message(sample, "answer-you.unless").auto_comments
    comments = message(sample, "answer-you.text").auto_comments
    assert not any(comment.startswith(("Just as strong", "Keep")) for comment in comments)


@pytest.mark.parametrize(
    ("key", "context", "places"),
    [
        ("family", "answer-you.text", "its page, the page of its theme, the leaflet"),
        ("family", "answer-you.detail", "its page"),
        ("rules", "title", "its page, lists of pages"),
        ("involved", "why.title", "its page"),
    ],
)
def test_where_it_is_shown(sample: Path, key: str, context: str, places: str) -> None:
    """The last comment says where readers meet the text."""
    assert message(sample, context, key).auto_comments[-1] == f"Shown on: {places}"


def test_a_source_in_another_language(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """English words in a text of another language are not taken for strong ones."""
    edit("docs/themes/listening.yml", "kind: theme", "kind: theme\nlanguage: cy")
    edit("docs/themes/listening.yml", "We hear each other.", "Rydym yn all not must 5.")
    comments = message(sample, "summary", "listening").auto_comments
    assert "Keep: 5" in comments
    assert not any(comment.startswith("Just as strong") for comment in comments)


def test_a_shorter_wording_names_the_longer_one(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """A shorter wording for leaflets comes with the text that it stands for, and with the words before it."""
    edit(CHARTER, "text: Answer your letters.", "text: Answer your letters.\n            leaflet: Answer you.")
    comments = message(sample, "answer-you.leaflet").auto_comments
    assert "A shorter way to say: Answer your letters." in comments
    assert "It follows the words: We will:" in comments
    assert "Shown on: the leaflet, in place of the longer text" in comments
    assert not [comment for comment in message(sample, "answer-you.text").auto_comments if "shorter way" in comment]
