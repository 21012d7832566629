"""Cut a hand-written Markdown page into units, so that it passes the same gate."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from charterpress.content.model.text import Role
from charterpress.readability.units import Unit


def markdown_units(text: str, path: Path) -> tuple[Unit, ...]:
    """Return the units of a Markdown text that was read from `path`; code blocks are left out."""
    front, body = _without_front_matter(text)
    units: list[Unit] = []
    role = Role.PROSE
    for token in MarkdownIt("commonmark").parse(body):
        match token.type:
            case "heading_open":
                role = Role.HEADING
            case "list_item_open":
                role = Role.ITEM
            case "heading_close" | "bullet_list_close" | "ordered_list_close":
                role = Role.PROSE
            case "inline":
                line = (token.map[0] if token.map else 0) + front + 1
                units.append(Unit(_words(token), role, path, line, 1))
            case _:
                pass
    return tuple(unit for unit in units if unit.text)


def title_of(text: str, path: Path) -> str:
    """Return the first heading of a Markdown text, or the file's name."""
    headings = (unit.text for unit in markdown_units(text, path) if unit.role is Role.HEADING)
    return next(headings, path.stem)


def _words(token: Token) -> str:
    parts = [
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or []
        if child.type in {"text", "softbreak", "hardbreak", "code_inline"}
    ]
    return "".join(parts).strip()


def _without_front_matter(text: str) -> tuple[int, str]:
    """Return how many lines the settings at the top take, and the rest."""
    lines = text.split("\n")
    if lines[0].strip() == "---" and "---" in (rest := [line.strip() for line in lines[1:]]):
        end = rest.index("---") + 2
        return end, "\n".join(lines[end:])
    return 0, text
