"""Test that a hand-written page passes the same gate: it is cut into the same kind of units."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model.text import Role
from charterpress.readability.markdown import markdown_units, title_of

PAGE = """\
---
description: Not part of the page.
---

# About **us**

We listen to [you](https://council.example/long.address)
and answer.

We care about:

- time
- trust, *always*
  - at home

1. First

> A word from parents.

```
code is not read
```

Write to `office@council.example`.
"""
HERE = Path("about.md")


def test_units_and_their_roles() -> None:
    """Headings, paragraphs and bullets become units; a soft line break is a space."""
    assert [(unit.role, unit.text) for unit in markdown_units(PAGE, HERE)] == [
        (Role.HEADING, "About us"),
        (Role.PROSE, "We listen to you and answer."),
        (Role.LEAD_IN, "We care about:"),
        (Role.ITEM, "time"),
        (Role.ITEM, "trust, always"),
        (Role.ITEM, "at home"),
        (Role.ITEM, "First"),
        (Role.PROSE, "A word from parents."),
        (Role.PROSE, "Write to office@council.example."),
    ]


def test_a_unit_knows_its_place() -> None:
    """A unit names the line of the file, with the settings on top counted, and the column of its first word."""
    lines = PAGE.split("\n")
    found = markdown_units(PAGE, HERE)
    assert found
    for unit in found:
        assert lines[unit.line - 1][unit.column - 1 :].startswith(unit.text.split(" ")[0].strip(","))
        assert unit.file == HERE


def test_headings_are_not_scored() -> None:
    """A heading does not count towards the grade, all else does."""
    assert [unit.text for unit in markdown_units(PAGE, HERE) if not unit.scored] == ["About us"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (PAGE, "About us"),
        ("Some words.\n\n## Later\n", "Later"),
        ("No heading here.\n", "about"),
        ("", "about"),
        ("---\n\nWords.\n", "about"),
    ],
)
def test_title(text: str, title: str) -> None:
    """The title of a page is its first heading, or the name of its file."""
    assert title_of(text, HERE) == title


def test_a_line_on_top_is_no_settings() -> None:
    """A page that starts with a line across, and never closes it, keeps its words."""
    assert [unit.text for unit in markdown_units("---\n\nWe listen.\n", HERE)] == ["We listen."]


def test_cells_of_a_table() -> None:
    """Each cell is a unit of its own, at its own place; cells of the head are headings."""
    table = "| Who | What |\n| --- | --- |\n| you | **ask** us |\n|  | us |\n"
    assert [(unit.role, unit.text, unit.line, unit.column) for unit in markdown_units(table, HERE)] == [
        (Role.HEADING, "Who", 1, 3),
        (Role.HEADING, "What", 1, 9),
        (Role.ITEM, "you", 3, 3),
        (Role.ITEM, "ask us", 3, 11),
        (Role.ITEM, "us", 4, 6),
    ]


def test_only_what_stands_before_a_list_leads_in() -> None:
    """A colon leads in to a list that follows at once, and to nothing else."""
    text = "We say:\n\nNothing.\n\nWe do:\n\n1. this\n   - that\n\n   and more:\n\n   - so\n"
    assert [(unit.role, unit.text) for unit in markdown_units(text, HERE)] == [
        (Role.PROSE, "We say:"),
        (Role.PROSE, "Nothing."),
        (Role.LEAD_IN, "We do:"),
        (Role.ITEM, "this"),
        (Role.ITEM, "that"),
        (Role.ITEM, "and more:"),
        (Role.ITEM, "so"),
    ]


@pytest.mark.parametrize("text", ["One.\r\n\r\nTwo.\r\n", "One.\r\rTwo.\r"])
def test_line_ends_of_other_systems(text: str) -> None:
    """Each kind of line end counts as one."""
    assert [(unit.text, unit.line) for unit in markdown_units(text, HERE)] == [("One.", 1), ("Two.", 3)]
