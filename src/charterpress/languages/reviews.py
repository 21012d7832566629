"""Sign a translation: who has read it, and when. The signature holds for these words only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from charterpress.languages.meaning import essence

# PO files break long comments into lines.
_SIGNED = re.compile(
    r"Reviewed\s+by\s+(?P<name>\S.*?)\s+on\s+(?P<day>\d{4}-\d{2}-\d{2})\s+\[(?P<stamp>[0-9a-f]{8})\]", re.DOTALL
)


@dataclass(frozen=True)
class Review:
    """Hold who read a translation, and the day; `holds` tells whether the words are still those that were read."""

    name: str
    day: date
    holds: bool


def sign(name: str, day: date, source: str, *translations: str) -> str:
    """Return the translator's comment in a PO file that says who read a translation, or its plural forms, and when."""
    return f"Reviewed by {' '.join(name.split())} on {day.isoformat()} [{_stamp(source, translations)}]"


def unsigned(comments: Iterable[str]) -> list[str]:
    """Return the translator's comments on a text without the signatures."""
    return [line for line in _SIGNED.sub("", "\n".join(comments)).split("\n") if line.strip()]


def review_in(comments: Iterable[str], source: str, *translations: str) -> Review | None:
    """Return the newest review among the translator's comments on a text; one that holds comes first."""
    reviews = []
    for found in _SIGNED.finditer("\n".join(comments)):
        try:
            day = date.fromisoformat(found["day"])
        except ValueError:
            continue
        reviews.append(Review(" ".join(found["name"].split()), day, found["stamp"] == _stamp(source, translations)))
    return max(reviews, key=lambda review: (review.holds, review.day), default=None)


def _stamp(source: str, translations: tuple[str, ...]) -> str:
    """Return a fingerprint of what was read; the source's punctuation has no part in it."""
    return hashlib.sha256("\0".join((essence(source), *translations)).encode()).hexdigest()[:8]
