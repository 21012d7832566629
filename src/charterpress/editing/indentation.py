"""Indent a YAML text by two spaces a level, with lists two spaces in from their key."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

import yaml

from charterpress.content.yamlfile import LOADER
from charterpress.editing.nodes import block_rows, is_block, is_block_text, node_tree

STEP = 2


@dataclass
class _Layout:
    """Gather where each line is to start, and which gaps behind a dash or a colon become one space.

    `columns` has, by row, what becomes of the columns in which something starts on it.
    """

    text: str
    dashes: list[int]
    leads: dict[int, int] = field(default_factory=dict)
    columns: dict[int, dict[int, int]] = field(default_factory=dict)
    gaps: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Cut the text into lines once."""
        self.lines = self.text.split("\n")

    def place(self, node: yaml.Node, column: int) -> None:
        """Place a list or a mapping that starts in a column, and all below it."""
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self.start(key.start_mark.line, key.start_mark.column, column)
                colon = self.text.find(":", key.end_mark.index)
                if not self.text[key.end_mark.index : colon].strip():
                    self.close(colon + 1, value)
                self.place_value(value, column + STEP)
        else:
            for item in node.value:
                dash = self.dashes[bisect_left(self.dashes, item.start_mark.index) - 1]
                self.start(self.text.count("\n", 0, dash), dash - self.text.rfind("\n", 0, dash) - 1, column)
                self.close(dash + 1, item)
                self.place_value(item, column + STEP)

    def place_value(self, node: yaml.Node, column: int) -> None:
        """Place what stands behind a key or a dash, where what follows in other lines starts in a column."""
        if is_block(node):
            self.place(node, column)
            return
        first, last = node.start_mark.line, node.end_mark.line
        self.start(first, node.start_mark.column, column)
        if is_block_text(node):
            first, end = block_rows(self.text, node)
            rows = [row for row in range(first, end) if self.lines[row].strip()]
            least = min((_lead(self.lines[row]) for row in rows), default=0)
            self.leads |= {row: column + _lead(self.lines[row]) - least for row in rows}
        elif isinstance(node, yaml.ScalarNode):
            self.leads |= {row: column for row in range(first + 1, last + 1) if self.lines[row].strip()}
        else:
            moved = self.leads.get(first, _lead(self.lines[first])) - _lead(self.lines[first])
            for row in range(first + 1, last + 1):
                self.leads[row] = max(column, _lead(self.lines[row]) + moved)

    def start(self, row: int, old: int, column: int) -> None:
        """Move what starts in an old column to a new one, and the line with it if nothing is before it."""
        self.columns.setdefault(row, {})[old] = column
        if not self.lines[row][:old].strip():
            self.leads[row] = column

    def close(self, start: int, node: yaml.Node) -> None:
        """Leave one space before a value on the same line."""
        gap = self.text[start : node.start_mark.index]
        if gap.strip(" \t") == "" and len(gap) > 1 and node.end_mark.index > node.start_mark.index:
            self.gaps.append((start, node.start_mark.index))


def indented(text: str) -> str:
    """Return a YAML text with each line where it belongs; comments move with what they stand above."""
    dashes = [token.start_mark.index for token in yaml.scan(text, LOADER) if _is_dash(token)]
    layout = _Layout(text, dashes)
    root = node_tree(text)
    if not is_block(root) or any(re.search(r"\d", header) for header in _headers(text, root)):
        return text
    layout.place(root, 0)
    leads = _with_comments(layout)
    for start, end in sorted(layout.gaps, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    rows = enumerate(text.split("\n"))
    return "\n".join(" " * leads[row] + line.lstrip(" \t") if row in leads else line for row, line in rows)


def _is_dash(token: yaml.Token) -> bool:
    return isinstance(token, yaml.BlockEntryToken)


def _headers(text: str, node: yaml.Node) -> list[str]:
    """Return the signs after '>' or '|' of every text that has them: a digit there fixes the indentation."""
    if is_block_text(node):
        start = node.start_mark.index
        return [text[start : text.index("\n", start)].partition("#")[0]]
    if isinstance(node, yaml.MappingNode):
        return [header for _, value in node.value for header in _headers(text, value)]
    return [header for item in node.value for header in _headers(text, item)] if is_block(node) else []


def _with_comments(layout: _Layout) -> dict[int, int]:
    """Return where lines start, with those that have nothing but a comment."""
    lines, leads = layout.lines, dict(layout.leads)
    for row, line in enumerate(lines):
        if row in leads or not line.lstrip(" \t").startswith("#"):
            continue
        leads[row] = _beside(layout, row, _lead(line))
    return leads


def _beside(layout: _Layout, row: int, lead: int) -> int:
    """Return where a comment starts: as the next line that says anything, or the last before it that it fits."""
    below = next((other for other in range(row + 1, len(layout.lines)) if other in layout.leads), None)
    if below is not None and _lead(layout.lines[below]) == lead:
        return layout.leads[below]
    for other in range(row - 1, -1, -1):
        if (fitting := layout.columns.get(other, {}).get(lead)) is not None:
            return fitting
        if other in layout.leads and _lead(layout.lines[other]) < lead:
            break
    return layout.leads[below] if below is not None else lead


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
