"""Make ids from words, by one rule for everything that gets an id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

WORDS = 4
"""How many words an id has, unless more are needed to tell it from another."""
LENGTH = 60
"""The most letters that an id made here has; the model allows 80."""

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and any are as at be been by can each every for from has have if in into is it its of on or our so that "
        "the their them then there these they this those to us was we were what when where which who will with you "
        "your",
    )
)
"""Words that say nothing by themselves. "No" and "not" are none of them."""

_ADDRESS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]")
"""What is not to be read in inline Markdown: where a link leads, the call of a note."""
_WORD = re.compile(r"[a-z0-9]+")


def id_from(words: str, taken: Collection[str] = (), *, fallback: str = "part", limit: int = WORDS) -> str:
    """Return an id from the words of a title or text that is not among those taken.

    The rule: lower case, accents off, small words such as 'the' and 'you' left out, the first four words that are
    left, joined by hyphens. If that is taken, more words are added; if there are no more, a number from 2 on. Where
    the words give no id (they start with a digit, or are in another script), it starts with `fallback`.
    """
    plain = unicodedata.normalize("NFKD", _ADDRESS.sub(" ", words).replace("'", "").replace("’", ""))
    said = _WORD.findall("".join(letter for letter in plain.casefold() if not unicodedata.combining(letter)))
    telling = [word for word in said if word not in _SMALL]
    telling = telling if len(telling) > 1 else said
    if not telling or not telling[0][0].isalpha():
        telling = [fallback, *telling]
    for count in range(min(limit, len(telling)), len(telling) + 1):
        if (made := _cut(telling[:count])) not in taken:
            return made
    short = _cut(telling[:limit])
    return next(made for number in range(2, len(taken) + 3) if (made := f"{short}-{number}") not in taken)


def _cut(words: list[str]) -> str:
    """Return the words joined by hyphens, as many as there is room for; one that is too long alone is cut."""
    while len(words) > 1 and len("-".join(words)) > LENGTH:
        words = words[:-1]
    return "-".join(words)[:LENGTH].rstrip("-")
