"""Edit the text of a YAML file at single places; every other sign in it stays as it is.

An edit does what it can with the text alone. Whether the text then says what was meant, the draft checks.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from charterpress.content.scalars import scalar
from charterpress.content.yamlfile import LOADER, Pointer, Value

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def with_value(text: str, pointer: Pointer, value: str) -> str:
    """Return the text with another plain value at a place, in the quotes of the old one."""
    node = _node(text, pointer)
    start, end = node.start_mark.index, _end(text, node)
    raw, old = text[start:end], str(node.value)
    new = raw.replace(old, value) if old and raw.count(old) == 1 else scalar(value)
    return text[:start] + new + text[end:]


def with_renamed(text: str, pointer: Pointer, name: str) -> str:
    """Return the text with another name for a key."""
    key = _key_node(text, pointer)
    return text[: key.start_mark.index] + name + text[key.end_mark.index :]


def with_key(text: str, pointer: Pointer, key: str, value: Value) -> str:
    """Return the text with one more key at the end of a mapping."""
    node = _node(text, pointer)
    end = _end(text, node.value[-1][1])
    if node.flow_style:
        return f"{text[:end]}, {key}: {_inline(value)}{text[end:]}"
    below = " " * int(node.value[0][0].start_mark.column)
    lines = _newline(text).join(f"{below}{line}" for line in _lines(key, value))
    return _with_line(text, end, lines)


def without_key(text: str, pointer: Pointer) -> str:
    """Return the text without a key and its value; a comment behind them goes with them."""
    pairs = _node(text, pointer[:-1]).value
    place = next(number for number, (key, _) in enumerate(pairs) if key.value == pointer[-1])
    key, value = pairs[place]
    flow = bool(_node(text, pointer[:-1]).flow_style)
    if place == 0 and len(pairs) > 1:
        # The dash of the list, or the bracket, stands before the first key.
        return text[: key.start_mark.index] + text[pairs[1][0].start_mark.index :]
    if flow:
        return text[: _end(text, pairs[place - 1][1])] + text[_end(text, value) :]
    return text[: _line_start(text, key.start_mark.index)] + text[_below(text, _end(text, value)) :]


def with_entry(text: str, pointer: Pointer, place: int, value: str) -> str:
    """Return the text with one more plain entry in a list, before the one that has this place."""
    node = _node(text, pointer)
    if node.flow_style:
        if place < len(node.value):
            start = node.value[place].start_mark.index
            return f"{text[:start]}{scalar(value)}, {text[start:]}"
        end = _end(text, node.value[-1])
        return f"{text[:end]}, {scalar(value)}{text[end:]}"
    line = f"{' ' * int(node.start_mark.column)}- {scalar(value)}"
    if place:
        return _with_line(text, _end(text, node.value[place - 1]), line)
    start = _line_start(text, node.start_mark.index)
    return f"{text[:start]}{line}{_newline(text)}{text[start:]}"


def without_entry(text: str, pointer: Pointer, *, tidy: bool = True, deep_comments: bool = False) -> str:
    """Return the text without an entry of a list; comments above it stay, comments within it go with it.

    With `deep_comments` so do those right below it that are indented more than its dash: a text before the entry
    might take them in. Unless `tidy` is false, of two empty lines around it one goes.
    """
    node, place = _node(text, pointer[:-1]), int(pointer[-1])
    entries = node.value
    entry = entries[place]
    end = _end(text, entry)
    if node.flow_style:
        if place + 1 < len(entries):
            return text[: entry.start_mark.index] + text[entries[place + 1].start_mark.index :]
        if place:
            return text[: _end(text, entries[place - 1])] + text[end:]
        # What would be left of the only entry is its comma.
        left = re.sub(r"^\s*,", "", text[end:])
        return text[: entry.start_mark.index] + left
    after = _end(text, entries[place - 1]) if place else node.start_mark.index
    dash = _dash(text, after, entry.start_mark.index, int(node.start_mark.column)) if place else after
    start, stop = _line_start(text, dash), _below(text, end)
    while deep_comments and re.match(rf" {{{node.start_mark.column + 1},}}#", text[stop : _line_end(text, stop)]):
        stop = _below(text, stop + 1)
    if tidy and _is_blank(text, start) and (stop >= len(text) or not text[stop : _line_end(text, stop)].strip()):
        start = _line_start(text, _before_break(text, start))
    shorter = text[:start] + text[stop:]
    if len(entries) > 1:
        return shorter
    key = _key_node(text, pointer[:-1])
    colon = text.index(":", key.end_mark.index) + 1
    return f"{shorter[:colon]} []{shorter[colon:]}"


def _inline(value: Value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return scalar(value)


def _lines(key: str, value: Value) -> list[str]:
    """Return a key and its value as lines of a block, from the indent of the key."""
    if isinstance(value, dict) and value:
        return [f"{key}:", *(f"  {name}: {_inline(one)}" for name, one in value.items())]
    if isinstance(value, list) and value:
        return [f"{key}:", *(f"  - {_inline(one)}" for one in value)]
    return [f"{key}: {_inline(value)}"]


# The nodes of PyYAML have no types of their own: whether one is a collection shows in what is asked of it.
def _node(text: str, pointer: Pointer) -> Any:  # noqa: ANN401 - see above
    node: Any = yaml.compose(text, Loader=LOADER)
    for step in pointer:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[int(step)]
    return node


def _key_node(text: str, pointer: Pointer) -> Any:  # noqa: ANN401 - see above
    return next(key for key, _ in _node(text, pointer[:-1]).value if key.value == pointer[-1])


def _end(text: str, node: yaml.Node) -> int:
    """Return where the signs of a value end; a block would reach to the next key, past blank lines and comments."""
    if isinstance(node, yaml.ScalarNode):
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if node.style in {"|", ">"} and "+" not in text[start : _line_end(text, start)].partition("#")[0]:
            return start + len(text[start:end].rstrip())
        return end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def _dash(text: str, start: int, end: int, column: int) -> int:
    """Return where the dash of an entry stands, which starts somewhere between the one before it and itself."""
    found = re.finditer(r"(?:^|(?<=[\r\n\x85\u2028\u2029]))( *)-(?=\s)", text[start:end])
    fitting = [one for one in found if len(one[1]) == column]
    return start + fitting[-1].end() - 1


def _with_line(text: str, end: int, line: str) -> str:
    """Return the text with one more line below that in which a value ends."""
    if _starts_line(text, end):
        return f"{text[:end]}{line}{_newline(text)}{text[end:]}"
    stop = _line_end(text, end)
    return f"{text[:stop]}{_newline(text)}{line}{text[stop:]}"


def _newline(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found is not None else "\n"


def _line_start(text: str, index: int) -> int:
    return max((found.end() for found in _BREAK.finditer(text, 0, index)), default=0)


def _line_end(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.start() if found is not None else len(text)


def _starts_line(text: str, end: int) -> bool:
    """Tell whether a value ends where a line starts, as one does that keeps its empty lines."""
    return end > 0 and _BREAK.fullmatch(text[end - 1]) is not None


def _below(text: str, end: int) -> int:
    """Return where the line below that starts in which a value ends."""
    if _starts_line(text, end):
        return end
    found = _BREAK.search(text, end)
    return found.end() if found is not None else len(text)


def _before_break(text: str, start: int) -> int:
    """Return the end of the line before the one that starts here."""
    return start - (2 if text[:start].endswith("\r\n") else 1)


def _is_blank(text: str, start: int) -> bool:
    """Tell whether there is a line before the one that starts here, and nothing in it."""
    if not start:
        return False
    end = _before_break(text, start)
    return not text[_line_start(text, end) : end].strip()
