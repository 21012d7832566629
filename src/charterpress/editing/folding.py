"""Fold texts that are longer than a line, and write quotes in one way."""

from __future__ import annotations

import re

import yaml

from charterpress.content.characters import FORBIDDEN
from charterpress.editing.indentation import STEP
from charterpress.editing.nodes import block_rows, node_tree, walk

WIDTH = 100
"""The most letters of a line in a text that is folded."""
LONGEST = 104
"""A text is folded when a line of it is longer than this: a word more or less does not change a file's layout."""

_HEADER = re.compile(r">[-+]?(?P<rest>[ \t]*(#.*)?)")
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")


def folded(text: str) -> str:
    """Return a YAML text in which no line is longer than it needs to be: long texts stand below '>-'."""
    lines = text.split("\n")
    changes: list[tuple[int, int, str]] = []
    for node, key, column in walk(node_tree(text)):
        if not isinstance(node, yaml.ScalarNode):
            continue
        # What stands behind a dash is indented from the dash already; behind a key, from the key.
        indent = column + STEP if key is not None else column
        if node.style == ">" and _foldable(node.value.rstrip("\n")):
            change = _refolded(text, lines, node, indent)
        elif node.style not in {">", "|"} and _foldable(node.value):
            change = _folded(lines, node, indent)
        else:
            change = None
        changes += [change] if change is not None else []
    return _changed(text, changes)


def quoted_alike(text: str) -> str:
    """Return a YAML text with double quotes in place of single ones, wherever both say the same."""
    changes = []
    for node, _, _ in walk(node_tree(text)):
        if isinstance(node, yaml.ScalarNode) and node.style == "'" and not re.search(r'["\\\n]', node.value):
            start, end = node.start_mark.index, node.end_mark.index
            if "\n" not in text[start:end]:
                changes.append((start, end, f'"{node.value}"'))
    return _changed(text, changes)


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, written in sorted(changes, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def _foldable(value: str) -> bool:
    """Tell whether a text can stand below '>-' and say the same there."""
    return value == value.strip() and not _BREAKS.search(value) and not FORBIDDEN.search(value) and " " in value


def _refolded(text: str, lines: list[str], node: yaml.Node, indent: int) -> tuple[int, int, str] | None:
    first, end = block_rows(text, node)
    header = lines[node.start_mark.line][node.start_mark.column :]
    if _HEADER.fullmatch(header.rstrip("\r")) is None or all(len(line) <= LONGEST for line in lines[first:end]):
        return None
    start = sum(len(line) + 1 for line in lines[:first])
    length = sum(len(line) + 1 for line in lines[first:end]) - 1
    ending = "\r" if lines[first].endswith("\r") else ""
    written = f"{ending}\n".join(_wrapped(node.value.rstrip("\n"), indent))
    return start, start + length, written + ending


def _folded(lines: list[str], node: yaml.Node, indent: int) -> tuple[int, int, str] | None:
    start, end = node.start_mark, node.end_mark
    if all(len(line) <= LONGEST for line in lines[start.line : end.line + 1]) or lines[end.line][end.column :].strip():
        return None
    if not lines[start.line][: start.column].strip() or indent < STEP:
        return None
    wrapped = _wrapped(node.value, indent)
    ending = "\r\n" if lines[start.line].endswith("\r") else "\n"
    return start.index, end.index, ending.join([">-", *wrapped])


def _wrapped(value: str, indent: int) -> list[str]:
    """Return the lines of a text; it is cut at single spaces only, which is what a line ending is read as."""
    lines: list[str] = []
    for piece in re.split(r"(?<! ) (?! )", value):
        if lines and indent + len(lines[-1]) + 1 + len(piece) <= WIDTH:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return [" " * indent + line for line in lines]
