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
        (Role.PROSE, "We care about:"),
        (Role.ITEM, "time"),
        (Role.ITEM, "trust, always"),
        (Role.ITEM, "at home"),
        (Role.ITEM, "First"),
        (Role.PROSE, "A word from parents."),
        (Role.PROSE, "Write to office@council.example."),
    ]


def test_a_unit_knows_its_line() -> None:
    """A unit names the line of the file, with the settings on top counted."""
    lines = PAGE.split("\n")
    found = markdown_units(PAGE, HERE)
    assert found
    for unit in found:
        first = unit.text.split(" ")[0]
        assert first.strip(".") in lines[unit.line - 1]
        assert (unit.file, unit.column) == (HERE, 1)


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
