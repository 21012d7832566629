"""Space a YAML text: no blanks at the ends of lines, one blank line between the parts of a document."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from charterpress.editing.nodes import block_rows, is_block, is_block_text, node_tree, walk

_FEW = 2
"""So many keys below one do not make a part of their own."""


def spaced(text: str) -> str:
    """Return a YAML text without needless blanks, with a blank line between parts and one line ending at the end."""
    root = node_tree(text)
    lines = text.split("\n")
    fixed = _rows_of_texts(text, root)
    wanted = set(_between_parts(root, lines)) | set(_between_entries(root, lines))
    made: list[str] = []
    for row, line in enumerate(lines):
        if row in fixed:
            made.append(line)
            continue
        bare = line.rstrip(" \t")
        if row in wanted and made and made[-1].strip():
            made.append("")
        if bare or (made and made[-1].strip()):
            made.append(bare)
    while made and not made[-1]:
        made.pop()
    return "\n".join(made) + "\n"


def _rows_of_texts(text: str, root: yaml.Node) -> set[int]:
    """Return the rows in which every blank counts: those of texts below '|' and '>'."""
    rows: set[int] = set()
    for node, _, _ in walk(root):
        if is_block_text(node):
            first, end = block_rows(text, node)
            kept = text[node.start_mark.index : text.index("\n", node.start_mark.index)].startswith(("|+", ">+"))
            rows |= set(range(first, node.end_mark.line if kept else end))
    return rows


def _between_parts(root: yaml.Node, lines: list[str]) -> Iterator[int]:
    """Yield the rows at which a part of the document starts that has a blank line before it."""
    if not isinstance(root, yaml.MappingNode) or not is_block(root):
        return
    for (_, before), (key, value) in zip(root.value, root.value[1:], strict=False):
        if _is_part(before) or _is_part(value):
            yield _with_comments(lines, key.start_mark.line)


def _is_part(node: yaml.Node) -> bool:
    """Tell whether a value is a part of its own: a list of plain texts, or two lines, stay close to what is before."""
    if not is_block(node):
        return False
    if isinstance(node, yaml.SequenceNode):
        return any(is_block(item) for item in node.value)
    return len(node.value) > _FEW or any(is_block(value) for _, value in node.value)


def _between_entries(root: yaml.Node, lines: list[str]) -> Iterator[int]:
    """Yield the rows at which entries start, in lists where most entries have a blank line between them."""
    lists = [root, *(node for node, _, _ in walk(root))]
    for node in lists:
        if not isinstance(node, yaml.SequenceNode) or not is_block(node):
            continue
        starts = [_with_comments(lines, item.start_mark.line) for item in node.value[1:]]
        apart = [start for start in starts if not lines[start - 1].strip()]
        if len(apart) * 2 > len(starts):
            yield from starts


def _with_comments(lines: list[str], row: int) -> int:
    """Return the row of the comment that stands right above a row and starts where it does, or the row itself."""
    lead = len(lines[row]) - len(lines[row].lstrip(" "))
    while row and lines[row - 1].startswith(f"{' ' * lead}#"):
        row -= 1
    return row
