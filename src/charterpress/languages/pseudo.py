"""Make a language of accented English: what stays plain cannot be translated, and long words break layouts."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åbçðéƒĝĥîĵķļmñöþqŕšţûvŵxýžÅBÇÐÉƑĜĤÎĴĶĻMÑÖÞQŔŠŢÛVŴXÝŽ",
)
# What must come through as it is: placeholders, note calls, targets of links, addresses.
_KEPT = re.compile(r"(\{\w*\}|\[\^[\w-]+\]|\]\([^)]*\)|\S+@\S+|https?://\S+)")
_LINE = re.compile(r"^(?P<start>\s*(?:(?:#{1,6}|[-*+>]|\d+\.)\s+)?)(?P<words>.*)$")
_VOWELS = re.compile(r"[aeiouåéîöû]", re.IGNORECASE)
OPEN, CLOSE = "‹", "›"
"""What each text starts and ends with: a text that lacks either was cut off, or put together from pieces."""
MORE = 0.4
"""How much longer the texts are: what English takes in German, Welsh or Polish, and a little more."""


@dataclass(frozen=True)
class Pseudo:
    """Hold a made-up language: its code by custom, its name, and whether it is written from right to left."""

    code: str
    name: str
    mirrored: bool


PSEUDO_LOCALES = {
    "en-XA": Pseudo("en-XA", "Åççéñţéð Éñĝļîšĥ", mirrored=False),
    "en-XB": Pseudo("en-XB", "Mîŕŕöŕéð Éñĝļîšĥ", mirrored=True),
}
"""The codes are those that CLDR, Android and others set aside for this use."""


def pseudolocalise(text: str) -> str:
    """Return a text accented, lengthened and between brackets; placeholders, notes and links stay as they are."""
    parts = _KEPT.split(text)
    accented = "".join(part if at % 2 else part.translate(_ACCENTED) for at, part in enumerate(parts))
    longer = _lengthened(accented)
    return f"{OPEN}{longer}{CLOSE}"


def pseudolocalise_markdown(text: str) -> str:
    """Return a Markdown page with the words of each line accented; what makes headings and lists stays."""
    return "\n".join(_pseudo_line(line) for line in text.split("\n"))


def _pseudo_line(line: str) -> str:
    found = _LINE.match(line)
    if found is None or not found["words"].strip():
        return line
    return f"{found['start']}{pseudolocalise(found['words'])}"


def _lengthened(text: str) -> str:
    """Return a text with as many vowels doubled as make it longer by the wanted share."""
    wanted = round(len(text) * MORE)

    def doubled(found: re.Match[str]) -> str:
        nonlocal wanted
        if wanted <= 0:
            return found[0]
        wanted -= 1
        return found[0] * 2

    parts = _KEPT.split(text)
    return "".join(part if at % 2 else _VOWELS.sub(doubled, part) for at, part in enumerate(parts))
