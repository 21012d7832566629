"""Test that a loose text is cut into units by its layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model.text import Role
from charterpress.readability.plaintext import text_units

HERE = Path("charter.txt")
WRAPPED = """\
Our promise

We listen to each family that asks us for help, and we answer in plain
words. If you ask for a copy of the plan, you have it under section
47. Bring 15 papers or those that you were sent at the very start, or
2.5 pages.

You can bring:
- a friend, or a person who knows you well and who can help you to say
  what you want
- a list

Ask us.
"""


def found(text: str) -> list[tuple[Role, str]]:
    """Return the roles and texts of the units of a text."""
    return [(unit.role, unit.text) for unit in text_units(text, HERE)]


def test_lines_broken_by_hand_are_joined() -> None:
    """A paragraph or bullet that was broken at a margin is one unit; numbers in it are no bullets."""
    joined = " ".join(WRAPPED.split("\n")[2:6])
    assert found(WRAPPED) == [
        (Role.HEADING, "Our promise"),
        (Role.PROSE, joined),
        (Role.LEAD_IN, "You can bring:"),
        (Role.ITEM, "a friend, or a person who knows you well and who can help you to say what you want"),
        (Role.ITEM, "a list"),
        (Role.PROSE, "Ask us."),
    ]


def test_a_line_may_be_a_paragraph() -> None:
    """Where lines end as sentences do, or are longer than a margin, each is a unit."""
    long = "We listen to you and we write down what you say, so that " * 5 + "all is clear."
    text = f"Our plan\n{long}\nWe answer.\nYou can ask again\nYour rights\n{long}"
    assert found(text) == [
        (Role.HEADING, "Our plan"),
        (Role.PROSE, long),
        (Role.PROSE, "We answer."),
        (Role.ITEM, "You can ask again"),
        (Role.ITEM, "Your rights"),
        (Role.PROSE, long),
    ]


@pytest.mark.parametrize(
    "mark",
    ["-", "*", "•", "–", "o\t", "1.", "12)", "(a)", "b)", "(iv)", "2.2", "iii."],  # noqa: RUF001 - a dash is meant
)
def test_marks_of_bullets(mark: str) -> None:
    """Bullets, numbers and letters are marks of items and no part of their text."""
    text = f"We will:\n\n  {mark} Listen\n  {mark} Answer\n"
    units = text_units(text, HERE)
    assert [(unit.role, unit.text) for unit in units] == [
        (Role.LEAD_IN, "We will:"),
        (Role.ITEM, "Listen"),
        (Role.ITEM, "Answer"),
    ]
    assert text.split("\n")[units[1].line - 1][units[1].column - 1 :] == "Listen"


@pytest.mark.parametrize(
    "text", ["15 days is all you have.", "2.5 hours is enough.", "o amigo veio.", "a letter came."]
)
def test_what_is_no_mark(text: str) -> None:
    """A number or a letter that starts a sentence stays in it."""
    assert found(text) == [(Role.PROSE, text)]


@pytest.mark.parametrize("heading", ["## Your rights ##", "Your rights", "2.1 Your rights", "3. Your rights"])
def test_headings(heading: str) -> None:
    """A heading has number signs, or is a short line without a stop that stands alone."""
    assert found(f"{heading}\n\nWe listen.\n")[0] == (Role.HEADING, "Your rights")


def test_a_heading_between_list_and_text() -> None:
    """A short line before a paragraph or bullets is a heading; numbers in a row are a list."""
    text = "1. First\n\n2. Second\n\nNext steps\n- ask\n\nWho decides?\nWe do."
    assert [role for role, _ in found(text)] == [
        Role.ITEM,
        Role.ITEM,
        Role.HEADING,
        Role.ITEM,
        Role.HEADING,
        Role.PROSE,
    ]


def test_items_without_marks() -> None:
    """Short lines in a row behind a colon are the items of a list."""
    text = "You need:\ntime\nhelp\na pen\n\nAsk us."
    assert [role for role, _ in found(text)] == [Role.LEAD_IN, Role.ITEM, Role.ITEM, Role.ITEM, Role.PROSE]


def test_an_item_of_two_paragraphs() -> None:
    """A paragraph that is indented as the item above is part of the list."""
    assert found("  • Ask us.\n\n    We will come.\n") == [(Role.ITEM, "Ask us."), (Role.ITEM, "We will come.")]


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "[1]", "[^1]:", "¹"])
def test_footnotes(mark: str) -> None:
    """A footnote is a note, without its mark."""
    assert found(f"We listen.\n\n---\n\n{mark} See the law of 1989.\n")[1:] == [(Role.NOTE, "See the law of 1989.")]


def test_markup_is_not_read() -> None:
    """Emphasis, links, tags and marks of notes are left out of the words."""
    text = r"We **listen** to [you](https://council.example/a).<sup>2</sup> Write to <u>a\_b@council.example</u>."
    assert found(text) == [(Role.PROSE, "We listen to you. Write to a_b@council.example.")]


def test_places() -> None:
    """A unit names the line and column of its first character, behind marks and blanks."""
    text = "\n  # Help\r\n\r\n> We listen.\r\n"
    assert [(unit.text, unit.line, unit.column, unit.file) for unit in text_units(text, HERE)] == [
        ("Help", 2, 5, HERE),
        ("We listen.", 4, 3, HERE),
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "---", "\ufeff", ">>>", "\n" * 100_000])
def test_nothing_to_read(text: str) -> None:
    """A text without words has no units with words."""
    assert all(not any(char.isalnum() for char in unit.text) for unit in text_units(text, HERE))


@pytest.mark.parametrize("piece", ["a", "- ", "[", "[a](", "<sup>", "> ", "1.", "**", "a\n", "- a\n", "We go on \n"])
def test_long_texts(piece: str) -> None:
    """The time grows with the text, not with its square."""
    text_units(piece * 100_000, HERE)
