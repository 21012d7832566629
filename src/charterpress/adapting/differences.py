"""Mark in plain signs which words of a text went and which came, so that nobody needs colours to see it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from charterpress.content.model.charter import Commitment

LEGEND = "Words that went stand in [-...-], words that came in {+...+}, each against 'before'."
NOTHING, NOT_THERE, TAKEN_OUT = "(nothing)", "(not there)", "(taken out)"

_PARTS = ("text", "leaflet", "detail", "examples", "unless", "within", "where_possible", "answers", "backed_by")


def marked(before: str, after: str) -> str:
    """Return the words of `after`, with the marks of what went and what came since `before`."""
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    pieces: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.extend(new[start:end])
            continue
        pieces += [f"[-{' '.join(old[first:last])}-]"] if last > first else []
        pieces += [f"{{+{' '.join(new[start:end])}+}}"] if end > start else []
    return " ".join(pieces) or NOTHING


def parts_of(commitment: Commitment | None) -> dict[str, str]:
    """Return the parts of a commitment that it has, each on one line, by their keys in the YAML."""
    if commitment is None:
        return {}
    return {name: words for name in _PARTS if (words := _words(commitment, name))}


def _words(commitment: Commitment, name: str) -> str:
    value = getattr(commitment, name)
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if name == "within":
        value = (value.time, value.starts)
    parts = value if isinstance(value, tuple) else (value,)
    return " / ".join(" ".join(str(part).split()) for part in parts)
