"""Check whether a translation is so long that a leaflet may have no room for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from charterpress.findings import Level
from charterpress.languages.checks.faults import Fault

TIMES = 2
"""How much longer a translation may be: from English, 1.3 times as long is common and 1.6 times rare."""
SPARE = 40
"""The letters on top that even one word may take: short texts grow the most."""


def check_length(source: str, translation: str) -> Iterator[Fault]:
    """Yield a note where a translation takes more than twice the room of its source."""
    # Hardly any text comes near the limit, and the letters and marks of one are never more than its signs.
    if len(translation) <= SPARE or (source.isascii() and len(translation) <= len(source) * TIMES + SPARE):
        return
    before, after = _signs(source), _signs(translation)
    if after > before * TIMES + SPARE:
        message = f"the translation has {after} letters, and the source {before}: a leaflet may have no room for it"
        yield Fault("po-length", message, "Say it in fewer words, if that says the same.", Level.NOTE)


def _signs(text: str) -> int:
    """Count letters as they take room: marks above and below a letter take none of their own."""
    return sum(not unicodedata.category(letter).startswith(("M", "C")) for letter in text)
