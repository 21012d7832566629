"""Say what an editor may have meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LISTED = 20
"""Fewer names than this fit a screen."""


def nearest(name: str, known: Iterable[str], what: str) -> str:
    """Return a hint: the name most like this one, or else the known ones, if they are few."""
    names = list(dict.fromkeys(known))
    close = get_close_matches(name, names, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Known: {', '.join(names)}." if names and len(names) < _LISTED else f"Check the {what}."


def resembling(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, or None where none is."""
    return next(iter(get_close_matches(name, list(dict.fromkeys(known)), n=1)), None)
