"""Test the types of texts."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from charterpress.content.model.text import Email, Identifier, Role, Text, WebAddress


@pytest.mark.parametrize("value", ["a", "share-reports", "c1", "a1-2-b3", "a" * 80])
def test_ids(value: str) -> None:
    """An id has lower-case letters, digits and single hyphens, and starts with a letter."""
    assert TypeAdapter(Identifier).validate_python(value) == value


@pytest.mark.parametrize(
    "value", ["", "A", "1a", "-a", "a-", "a--b", "a b", "a_b", "a.b", "a/b", "../a", "ä", "a\n", "a#b", "a" * 81]
)
def test_wrong_ids(value: str) -> None:
    """What could not stand in an address, or in a file's name, is no id."""
    with pytest.raises(ValidationError):
        TypeAdapter(Identifier).validate_python(value)


@pytest.mark.parametrize(
    "value", ["https://council.example", "http://a.example/b,c?d=e&f#g", "https://münchen.example"]
)
def test_web_addresses(value: str) -> None:
    """A web address starts with http or https."""
    assert TypeAdapter(WebAddress).validate_python(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "council.example",
        "//council.example",
        "HTTPS//council.example",
        "javascript:alert(1)",
        " javascript:alert(1)//https://",
        "data:text/html,x",
        "https://",
        'https://a.example/"onclick="x',
        "https://a.example/<b>",
        "https://a.example/\nx",
    ],
)
def test_wrong_web_addresses(value: str) -> None:
    """Nothing that could run, or break out of a page, is a web address."""
    with pytest.raises(ValidationError):
        TypeAdapter(WebAddress).validate_python(value)


@pytest.mark.parametrize("value", ["", "office", "office@council", "a@b@c.example", "<a@b.example>", "a b@c.example"])
def test_wrong_email_addresses(value: str) -> None:
    """An e-mail address has one @, a dot behind it, and no spaces."""
    with pytest.raises(ValidationError):
        TypeAdapter(Email).validate_python(value)


def test_what_is_scored() -> None:
    """Sentences are scored; headings, labels and notes are left out."""
    assert {role for role in Role if role.scored} == {Role.PROSE, Role.LEAD_IN, Role.ITEM}


def test_what_may_hold_links() -> None:
    """Headings and labels are plain words; every other text may hold emphasis and links."""
    assert {role for role in Role if not role.inline_markdown} == {Role.HEADING, Role.LABEL}


def test_a_text_knows_its_language() -> None:
    """A text remembers its language when it is copied or sent to another process."""
    text = Text("Croeso", "cy")
    assert text == "Croeso"
    assert text.language == "cy"
    for again in (pickle.loads(pickle.dumps(text)), copy.copy(text), copy.deepcopy(text)):  # noqa: S301 - our own bytes
        assert again == "Croeso"
        assert again.language == "cy"
