"""Find abbreviations that a page uses before it says what they mean; English only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed
from charterpress.content.vocabulary.phrases import folded
from charterpress.readability.wording.data import load_data

# What may hold capitals but no abbreviation: addresses, postcodes, and capitals and digits that a mark joins.
# Every part is bounded, so that the time stays linear (64 characters before an @: RFC 5321).
_ASIDE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
    r"|\b[A-Z0-9]{1,12}(?:[/_-][A-Z0-9]{1,12}){1,7}\b"
)
_ONLY_LETTERS_LEAD = re.compile(r"[A-Z][A-Z0-9]*(?:[/_-][A-Z][A-Z0-9]*)+")
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
# Two or more letters, of which small ones may not lead (SpLD, SENCo), and one digit at most (KS2).
_SHAPE = re.compile(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*\d?")
_TWO_CAPITALS = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_STARTS_LIKE_A_MEANING = re.compile(r"(?:an?|the|someone|people|when)\s+\w+\s+\w+", re.IGNORECASE)
_STANDS_FOR = re.compile(r"\s*(?:stands\s+for|is\s+short\s+for|means)\s", re.IGNORECASE)
# "(the EHC plan)", "(also called SEN or SEND)": only such words may stand before an abbreviation in its bracket.
_BEFORE_SHORT = re.compile(r"(?:\s*(?:the|an?|or|and|also|called|known|as|often|for|short|now|once|in)\b)*\s*")
_NAMED = re.compile(r"\b(?:known\s+as|called|short\s+name\s+is|shortened\s+to|short:|or)\s+(?:(?:the|an?)\s+)?[\"'(]?$")
_START = re.compile(r"\b\w")
_BRACKET = 200
"""How many characters before or after an abbreviation its long form is looked for; the longest known has 96."""

_SHOUTED = 4
"""So many words in capitals with nothing but spaces between them are stressed words, not abbreviations."""


class PlainAbbreviations(Model):
    """Hold abbreviations that need no explanation, and words that are put in capitals to stress them."""

    abbreviations: tuple[Fixed, ...]
    stressed: tuple[Fixed, ...] = ()


@dataclass(frozen=True)
class Unexplained:
    """Hold an abbreviation where it is first used, before it is explained: `texts[text][start:end]` is `words`."""

    text: int
    start: int
    end: int
    words: str


def unexplained(texts: Sequence[str], known: Collection[str], language: str) -> tuple[Unexplained, ...]:
    """Return the abbreviations of a page that are used before they are explained, each once, at its first use.

    `texts` are the texts of one page in reading order. `known` are terms that the page explains elsewhere; every
    abbreviation in them counts as explained. It is explained in the texts by its long form next to it, one of the
    two in brackets, or by "stands for". Only English is read; other languages have none.
    """
    plain = _plain(language.partition("-")[0].casefold())
    if plain is None:
        return ()
    explained = set[str]().union(*map(_keys_in, known))
    found: list[Unexplained] = []
    for index, text in enumerate(texts):
        for short in _shorts(text, plain):
            if short.key in explained:
                continue
            # From here on it is explained, or else it has been reported, which is said once.
            explained.add(short.key)
            if not (_long_form_before(text, short) or _long_form_after(text, short)):
                found.append(Unexplained(index, short.start, short.end, short.words))
    return tuple(found)


@cache
def _plain(language: str) -> frozenset[str] | None:
    data = load_data(PlainAbbreviations, language, "plain_abbreviations")
    return None if data is None else frozenset((*data.abbreviations, *data.stressed))


@dataclass(frozen=True)
class _Short:
    words: str
    start: int
    end: int

    @property
    def base(self) -> str:
        return self.words.removesuffix("s")

    @property
    def key(self) -> str:
        return self.base.upper()


def _shorts(text: str, plain: frozenset[str], *, headings: bool = False) -> Iterator[_Short]:
    """Yield what looks like an abbreviation, is not in `plain`, and does not stand among words in capitals."""
    if _TWO_CAPITALS.search(text) is None or (text.isupper() and not headings):
        return
    # Blanks of the same length keep every place as it is.
    read = _ASIDE.sub(_blank, text)
    shouted = _shouted(read)
    for match in _WORD.finditer(read):
        short = _Short(match[0], match.start(), match.end())
        if _is_abbreviation(short) and short.base not in plain and short.start not in shouted:
            yield short


@lru_cache(maxsize=8192)
def _keys_in(term: str) -> frozenset[str]:
    """Return the abbreviations in a term that is explained; a page explains hundreds, the same as the next page."""
    return frozenset(short.key for short in _shorts(term, frozenset(), headings=True))


def _blank(aside: re.Match[str]) -> str:
    """Blank what holds no abbreviation, but leave pairs such as SEN/SEND: no part of theirs starts with a digit."""
    pair = _ONLY_LETTERS_LEAD.fullmatch(aside[0]) is not None
    return aside[0] if pair else " " * len(aside[0])


def _is_abbreviation(short: _Short) -> bool:
    capitals = sum(letter.isupper() for letter in short.base)
    small = sum(letter.islower() for letter in short.base)
    return (
        _SHAPE.fullmatch(short.base) is not None
        and capitals > small
        and short.words[0].isupper()
        and _ROMAN.fullmatch(short.base) is None
    )


def _shouted(text: str) -> set[int]:
    """Return where words start that stand in a run of words in capitals."""
    starts: set[int] = set()
    run: list[int] = []
    end = 0
    for match in _WORD.finditer(text):
        if not text[end : match.start()].isspace():
            starts.update(run if len(run) >= _SHOUTED else ())
            run = []
        if match[0].isupper():
            run.append(match.start())
        else:
            starts.update(run if len(run) >= _SHOUTED else ())
            run = []
        end = match.end()
    return starts.union(run if len(run) >= _SHOUTED else ())


def _long_form_before(text: str, short: _Short) -> bool:
    """Tell whether it stands behind its long form, in brackets or after "or": "special educational needs (SEN)"."""
    before = text[max(0, short.start - _BRACKET) : short.start]
    if (named := _NAMED.search(folded(before))) is not None and _spells(short, before[: named.start()]):
        return True
    opened = text.rfind("(", max(0, short.start - _BRACKET), short.start)
    if opened < 0 or ")" in text[opened : short.start]:
        return False
    # In front of it in the bracket there may be other abbreviations and words such as "or".
    inside = _WORD.sub(lambda word: "" if word[0].isupper() else word[0], text[opened + 1 : short.start])
    if _BEFORE_SHORT.fullmatch(re.sub(r"[\s\W]+", " ", inside)) is None:
        return False
    return _spells(short, text[max(0, opened - _BRACKET) : opened])


def _long_form_after(text: str, short: _Short) -> bool:
    """Tell whether its long form follows in brackets, or after "stands for": "SEN (special educational needs)"."""
    rest = folded(text[short.end : short.end + _BRACKET])
    if (stands := _STANDS_FOR.match(rest)) is not None:
        return _spells(short, rest[stands.end() :])
    # One or two more words of the name may come first: "EHC plan (education, health and care plan)".
    bracket = re.match(r"(?:\s[a-z]+){0,2}\s*\(([^()]*)", rest)
    return bracket is not None and (_STARTS_LIKE_A_MEANING.match(bracket[1]) is not None or _spells(short, bracket[1]))


def _spells(short: _Short, words: str) -> bool:
    """Tell whether an abbreviation is made of these words, which are two or more.

    Each letter starts a word or follows the letter before it ("co-ordinator" in SENCo). One may stand inside
    a word ("multidisciplinary team" in MDT).
    """
    small = words.casefold()
    starts = [match.start() for match in _START.finditer(small)]
    first, *others = (letter for letter in short.base.casefold() if letter.isalpha())
    # Where a spelling so far may end: with every letter in its place, and with one inside a word.
    ends = {at for at in starts if small[at] == first and at < starts[-1]}
    bent: set[int] = set()
    for letter in others:
        bent = _steps(small, starts, bent, letter) | {
            at for at in range(min(ends, default=len(small)) + 1, len(small)) if small[at] == letter
        }
        ends = _steps(small, starts, ends, letter)
    return bool(ends) or (bool(bent) and len(others) > 1)


def _steps(words: str, starts: list[int], ends: set[int], letter: str) -> set[int]:
    """Return where the next letter may stand: right behind the one before it, or at the start of a later word."""
    behind = {end + 1 for end in ends if words.startswith(letter, end + 1)}
    return behind | {at for at in starts if words[at] == letter and at > min(ends, default=len(words))}
