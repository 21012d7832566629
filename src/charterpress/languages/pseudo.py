"""Make a language of accented English: what stays plain cannot be translated, and long words break layouts."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åbçðéƒĝĥîĵķļmñöþqŕšţûvŵxýžÅBÇÐÉƑĜĤÎĴĶĻMÑÖÞQŔŠŢÛVŴXÝŽ",
)
# What must come through as it is: placeholders, note calls, targets of links, addresses.
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&#?\w+;|\[\^[\w-]+\]|\]\([^)]*\)|\S+@\S+|https?://\S+)")
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
    lines, inside = [], False
    for line in text.split("\n"):
        fence = line.lstrip().startswith(("```", "~~~"))
        inside = inside is not fence
        lines.append(line if inside or fence else _pseudo_line(line))
    return "\n".join(lines)


def _pseudo_line(line: str) -> str:
    if line.lstrip().startswith("|"):
        return "|".join(map(_pseudo_words, line.split("|")))
    found = _LINE.match(line)
    return f"{found['start']}{_pseudo_words(found['words'])}" if found is not None else line


def _pseudo_words(text: str) -> str:
    """Return words accented; what has no letters outside of marks is no words."""
    if not any(letter.isalpha() for letter in "".join(_KEPT.split(text)[::2])):
        return text
    bare = text.strip()
    return text.replace(bare, pseudolocalise(bare))


def _lengthened(text: str) -> str:
    """Return a text with as many vowels doubled as make it longer by the wanted share."""
    parts = _KEPT.split(text)
    vowels = sum(len(_VOWELS.findall(part)) for part in parts[::2])
    if not vowels:
        return text
    # Spread over all vowels: so many times each, and once more for as many as are left over.
    times, left = divmod(round(len(text) * MORE), vowels)

    def longer(found: re.Match[str]) -> str:
        nonlocal left
        left -= 1
        return found[0] * (1 + times + (left >= 0))

    return "".join(part if at % 2 else _VOWELS.sub(longer, part) for at, part in enumerate(parts))
