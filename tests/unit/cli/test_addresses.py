"""Test `charterpress addresses` and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from charterpress.content.addressbook import Address, load_book

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
BOOK = """\
# Keep me.
charters/family:
  parts:
    hear-you:
    listen-to-you:   # its first name
    reply:
charters/old:
"""


@pytest.fixture
def addresses(charterpress: Command, sample: Path) -> Command:
    """Return what runs the command on the sample, which has a book with lost addresses."""
    (sample / "addresses.yml").write_text(BOOK, encoding="utf-8")
    return lambda *words: charterpress("addresses", *words[:1], "--project", sample, *words[1:])


def test_lost_addresses_are_listed(addresses: Command) -> None:
    """Without a command it counts, lists what is lost with the ways out, and ends with 1."""
    result = addresses()
    assert result.code == 1
    assert "5 addresses are recorded: 0 moved, 0 taken out." in result.out
    assert [line.split(": ")[0] for line in result.out.splitlines() if "[address-lost]" in line] == [
        "addresses.yml:5:19",
        "addresses.yml:6:11",
        "addresses.yml:7:14",
    ]


def test_settling_all(addresses: Command, sample: Path) -> None:
    """Each can be moved or removed by its last id; then nothing is lost, and every old line is still there."""
    assert addresses("move", "listen-to-you", "hear-you").code == 0
    assert addresses("move", "charters/old", "charters/family").code == 0
    said = ("--reason", "We do: so #1", "--was", "Reply.", "--instead", "hear-you", "--on", "2026-05-01")
    assert addresses("remove", "charters/family#reply", *said).code == 0
    assert addresses().code == 0
    text = (sample / "addresses.yml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line in BOOK.splitlines()] == BOOK.splitlines()
    removed = load_book(sample).fates[Address("charters/family", "reply")].removed
    assert removed is not None
    assert (removed.reason, removed.was, removed.instead) == ("We do: so #1", "Reply.", "hear-you")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("move", "hear-you", "answer-you"), "still on the site"),
        (("move", "nowhere", "hear-you"), "is not recorded"),
        (("move", "listen-to-you", "heer-you"), "Did you mean 'charters/family#hear-you'?"),
        (("remove", "listen-to-you", "--reason", " "), "Say why"),
        (("remove", "listen-to-you", "--reason", "x", "--instead", "nowhere"), "is not on the site"),
    ],
)
def test_what_cannot_be_true(addresses: Command, sample: Path, words: tuple[str, ...], says: str) -> None:
    """A wrong address ends with 2 and says so; the file stays as it is."""
    result = addresses(*words)
    assert result.code == 2
    assert says in result.err
    assert (sample / "addresses.yml").read_text(encoding="utf-8") == BOOK


def test_settled_once(addresses: Command) -> None:
    """What is settled is changed by hand: the message names the line."""
    addresses("move", "listen-to-you", "hear-you")
    result = addresses("move", "listen-to-you", "answer-you")
    assert result.code == 2
    assert "on line 5" in result.err


def test_no_book_yet(charterpress: Command, sample: Path) -> None:
    """Before the first build there is nothing to move."""
    result = charterpress("addresses", "move", "--project", sample, "a", "b")
    assert result.code == 2
    assert "the first build writes it" in result.err


def test_a_project_that_cannot_be_read(addresses: Command, edit: Edit) -> None:
    """While a document is broken nobody can tell what is there: nothing is written."""
    edit("docs/charters/family.yml", "title: Meetings", "titel: Meetings")
    result = addresses("move", "listen-to-you", "hear-you")
    assert result.code == 2
    assert "has to be readable first" in result.err
