"""Test what counts as left to be filled in."""

from __future__ import annotations

import pytest

from charterpress.content.placeholders import left_open, placeholder_in


@pytest.mark.parametrize(
    "text",
    [
        "[name of organisation]",
        "Write to [insert e-mail] please.",
        "TODO",
        "Ask XXX.",
        "tbc",
        "Lorem ipsum",
        "office@example.com",
        "https://www.example.org/",
        "Call <phone number>.",
        "{{ organisation }}",
        "By ____.",
        "the name of your organisation",
    ],
)
def test_placeholders(text: str) -> None:
    """What templates of statements leave open is found, in capital letters or not."""
    assert placeholder_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Read [the charter](charter:family).",
        "The law says so.[^law]",
        "families@charters.example",
        "Your council has todos and an example.",
        "Is it right?",
        "We insert pictures where they help.",
        "5 < 6 and 7 > 3",
    ],
)
def test_no_placeholders(text: str) -> None:
    """Links, notes, addresses that are kept for examples, and plain words are none."""
    assert placeholder_in(text) is None


def test_places() -> None:
    """Each is found wherever it stands in a file, with its place."""
    data = {"a": ["fine", {"b": "TODO"}], "c": "tbd"}
    assert dict(left_open(data)) == {("a", 1, "b"): "TODO", ("c",): "tbd"}  # type: ignore[arg-type]  # lists are invariant
