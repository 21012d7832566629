"""Find what stands in a text in another script, or must read from left to right: English names, phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from charterpress.languages.locales import Locale

_LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_WORD = rf"[{_LATIN}](?:[{_LATIN}\d.'’&/@:+_-]*[{_LATIN}\d])?"
# What may stand between the words of one name: cut there, its parts would change places in text from right to left.
_BETWEEN = r"(?:[,:;.]?[ \u00a0]+|[ \u00a0]*[/&\u2013][ \u00a0]*)"
_GROUP = r"\d+(?:[/:.,\u2013-]\d+)*"
_WORDS = rf"{_WORD}(?:{_BETWEEN}(?:{_WORD}|{_GROUP}(?!\w)))*"
_FIGURES = (
    rf"(?:\+?{_GROUP}|\({_GROUP}\))"
    rf"(?:[ \u00a0-]?\({_GROUP}\)|[ \u00a0]{_GROUP}|(?<=\))-?{_GROUP})*(?!\w)"
)
# In the digits of the script itself a range reads in its direction.
_OWN_RANGE = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]+[\u2013-][\u0660-\u0669\u06f0-\u06f9]+")
_FOREIGN = re.compile(rf"(?P<words>{_WORDS})|(?P<figures>{_FIGURES})")


_ANY = re.compile(rf"[{_LATIN}\d]")


def has_foreign(text: str) -> bool:
    """Tell whether a text in another script than Latin may hold anything that stands apart; most texts do not."""
    return _ANY.search(text) is not None


class Kind(StrEnum):
    """Say what a piece of a text is: in its own language, words of a foreign one, or figures of several parts."""

    OWN = "own"
    WORDS = "words"
    FIGURES = "figures"


@dataclass(frozen=True)
class Piece:
    """Hold a piece of a text; all pieces of a text, joined, are the text."""

    text: str
    kind: Kind


def pieces_of(text: str, locale: Locale) -> Iterator[Piece]:
    """Yield a text of a language in pieces, so that what is foreign in it can be told apart and set by itself.

    In Latin script nothing is told apart. Figures of several parts, such as phone numbers, matter from right to left
    only, where their parts would change places.
    """
    end = 0
    for found in _FOREIGN.finditer(text) if locale.script != "Latn" else ():
        kind = Kind(found.lastgroup or Kind.OWN)
        if kind is Kind.FIGURES and (locale.direction == "ltr" or found[0].isdigit() or _OWN_RANGE.fullmatch(found[0])):
            continue
        if found.start() > end:
            yield Piece(text[end : found.start()], Kind.OWN)
        yield Piece(found[0], kind)
        end = found.end()
    if end < len(text) or not text:
        yield Piece(text[end:], Kind.OWN)
