"""Cut a hand-written Markdown page into units, so that it passes the same gate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from charterpress.content.frontmatter import without_front_matter
from charterpress.content.model.text import Role
from charterpress.readability.units import Unit

_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_OPENED = {"heading_open": Role.HEADING, "th_open": Role.HEADING, "td_open": Role.ITEM}
_LINE_END = re.compile(r"\r\n?|\n")
_SEEN = {"text", "softbreak", "hardbreak", "code_inline"}


def markdown_units(text: str, path: Path) -> tuple[Unit, ...]:
    """Return the units of a Markdown text that was read from `path`; code blocks are left out.

    Each cell of a table is a unit. Columns are those of the first word, or 1 where it is not found.
    """
    front, body = without_front_matter(text)
    places = _Places(_LINE_END.split(body))
    units: list[Unit] = []
    lists = 0
    opened: Role | None = None
    last = ""
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type in _LISTS:
            lists += _LISTS[token.type]
            if token.type.endswith("_open") and last == "paragraph_close":
                units[-1:] = [_lead_in(unit) for unit in units[-1:]]
        elif token.type == "inline":
            role = opened or (Role.ITEM if lists else Role.PROSE)
            line, column = places.of(token)
            units.append(Unit(_words(token), role, path, front + line, column))
        else:
            opened = _OPENED.get(token.type) if token.type.endswith("_open") else None
        last = token.type
    return tuple(unit for unit in units if unit.text)


def title_of(text: str, path: Path) -> str:
    """Return the first heading of a Markdown text, or the file's name."""
    headings = (unit.text for unit in markdown_units(text, path) if unit.role is Role.HEADING)
    return next(headings, path.stem)


@dataclass
class _Places:
    """Find where units stand in the lines of a text; cells of one row are met from left to right."""

    lines: list[str]
    row: int = -1
    behind: int = 0

    def of(self, token: Token) -> tuple[int, int]:
        """Return the line and column of a text, counted from 1."""
        row = token.map[0] if token.map else 0
        line = self.lines[row]
        after = self.behind if row == self.row else 0
        raw = token.content.partition("\n")[0]
        start = max(line.find(raw, after), after)
        self.row, self.behind = row, start + len(raw)
        seen = (child.content.split(maxsplit=1) for child in token.children or [] if child.type in _SEEN)
        first = next(filter(None, seen), [])
        return row + 1, (line.find(first[0], start) if first else start) + 1 or 1


def _lead_in(unit: Unit) -> Unit:
    """Return a unit before a list as what leads in to it, if it ends in a colon."""
    return replace(unit, role=Role.LEAD_IN) if unit.role is Role.PROSE and unit.text.endswith(":") else unit


def _words(token: Token) -> str:
    parts = [
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or []
        if child.type in _SEEN
    ]
    return "".join(parts).strip()
