"""Find where the parts of a YAML text stand, to the letter, so that it can be changed in one place."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from charterpress.content.yamlfile import LOADER, Pointer


def node_tree(text: str) -> yaml.Node:
    """Return the nodes of a YAML text that was read without findings; marks count letters, from 0."""
    node = yaml.compose(text, Loader=LOADER)
    assert node is not None  # noqa: S101 - an empty file has a finding
    return node


def node_at(node: yaml.Node, pointer: Pointer) -> yaml.Node:
    """Return the node at a pointer that is known to be there."""
    for key in pointer:
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
        else:
            node = next(value for name, value in node.value if name.value == key)
    return node


def is_block(node: yaml.Node) -> bool:
    """Tell whether a node is a list or a mapping over several lines, not in brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def is_block_text(node: yaml.Node) -> bool:
    """Tell whether a node is a text that is written below '>' or '|'."""
    return isinstance(node, yaml.ScalarNode) and node.style in {">", "|"}


def walk(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node | None, int]]:
    """Yield every value in lists and mappings that are not in brackets: its node, its key's, and its own column.

    The column is that of the key, or of the dash and two more: what is below the value is indented from there.
    """
    if not is_block(node):
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield value, key, key.start_mark.column
            yield from walk(value)
    else:
        for item in node.value:
            yield item, None, item.start_mark.column
            yield from walk(item)


def block_rows(text: str, node: yaml.Node) -> tuple[int, int]:
    """Return the first row of a text below '>' or '|', and the one behind its last that is not blank (from 0)."""
    first = node.start_mark.line + 1
    written = text[text.index("\n", node.start_mark.index) + 1 : node.end_mark.index] if first else ""
    # The mark at the end may stand before or behind the last line ending.
    return first, first + len(written.rstrip().split("\n")) if written.strip() else first
