"""Find where the parts of a YAML text stand, to the letter, so that it can be changed in one place."""

from __future__ import annotations

import yaml

from charterpress.content.yamlfile import Pointer


def node_tree(text: str) -> yaml.Node:
    """Return the nodes of a YAML text that was read without findings; marks count letters, from 0.

    libyaml would be faster, but counts bytes.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
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
