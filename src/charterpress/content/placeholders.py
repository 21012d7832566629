"""Find what was left to be filled in, in words that are meant for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterpress.content.yamlfile import Pointer, Value

_LEFT_OPEN = re.compile(
    # [name of organisation], but neither a link [words](address) nor the call of a note [^id]
    r"\[(?!\^)[^\[\]]+\](?!\()"
    r"|<[a-z][a-z ]*>|\{\{?[^{}]*\}?\}|_{3,}|\?{3,}|…{2,}"
    r"|\b(?:TODO|FIXME|TBC|TBD|XX+|lorem|ipsum)\b"
    r"|\bname of (?:the |your )?(?:organisation|organization|council|public body)\b"
    r"|\binsert (?:name|date|number|e-?mail|phone|address|link)\b"
    r"|\bexample\.(?:com|org|net|co\.uk|gov\.uk)\b",
    re.IGNORECASE,
)


def placeholder_in(text: str) -> str | None:
    """Return what a text has left open, or None."""
    found = _LEFT_OPEN.search(text)
    return found[0] if found is not None else None


def left_open(value: Value, at: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Yield each place below a value of a YAML file that has a placeholder, with the placeholder."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from left_open(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from left_open(inner, (*at, index))
    elif (found := placeholder_in(value)) is not None:
        yield at, found
