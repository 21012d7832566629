"""Find what must be the same in every language: numbers, times, dates, phone numbers, e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import babel
from babel.dates import get_month_names

from charterpress.languages.letters import WORD

_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]*@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_LEFT_OUT = re.compile(r"\]\([^)]*\)|\[\^[\w-]+\]|\{\w*\}|(?:https?://|www\.)\S+")
# With a plus, or with the nought that numbers inside of a country start with.
_PHONE = re.compile(r"(?<![\w.])(?:\+\d|\(?0)(?:[\s()\u00a0\u202f-]*\d){6,14}(?!\w)")
_TWELVE_HOURS = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_COLON = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_DATE = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_SPACED = re.compile(r"(?<!\d)(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?!\d)")
_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c'’](?=\d)\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u066c'’])\d{2,3})*\1\d{3}|\d{1,3}[.,\u066c'’]\d{3}")
_SEPARATORS = re.compile(r"[.,\u066c'’\s]")
_NOON = 12
HALF_A_DAY = _NOON * 60


@dataclass(frozen=True, order=True)
class Time:
    """Hold a time of the day in minutes from midnight.

    `certain` is False where it may be of either half of the day, as 9:00 may be in a language that says so in words.
    """

    minutes: int
    certain: bool = True

    def __str__(self) -> str:
        """Return the time as 17:00."""
        return f"{self.minutes // 60}:{self.minutes % 60:02}"


@dataclass(frozen=True)
class Figures:
    """Hold the figures of a text; numbers are in Western digits, without thousands marks."""

    numbers: Counter[str] = field(default_factory=Counter)
    months: Counter[int] = field(default_factory=Counter)
    times: Counter[Time] = field(default_factory=Counter)
    phones: Counter[str] = field(default_factory=Counter)
    emails: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[str]:
        """Yield every figure as words, but for months, which every language names in its own way."""
        yield from self.numbers.elements()
        yield from map(str, self.times.elements())
        yield from self.phones.elements()
        yield from sorted(self.emails)


def western(text: str) -> str:
    """Return a text with the decimal digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def emails_in(text: str) -> frozenset[str]:
    """Return the e-mail addresses in a text."""
    return frozenset(_EMAIL.findall(text)) if "@" in text else frozenset()


def figures_in(text: str, language: str) -> Figures:
    """Return the figures of a text that was written in a language, given as a BCP 47 tag.

    Link targets, addresses, note calls and placeholders are left out. A month counts where its name stands beside
    a number.
    """
    emails = emails_in(text)
    rest = western(_EMAIL.sub(" ", _LEFT_OUT.sub(" ", text)))
    if not any(letter.isdigit() for letter in rest):
        return Figures(emails=emails)
    months = Counter(_months_in(rest, language))
    phones = Counter(re.sub(r"\D", "", found) for found in _PHONE.findall(rest))
    rest = _PHONE.sub(" ", rest)
    times = Counter(_twelve_hours(*found) for found in _TWELVE_HOURS.findall(rest))
    rest = _TWELVE_HOURS.sub(" ", rest)
    times.update(_with_colon(*found) for found in _COLON.findall(rest))
    rest = _DATE.sub(r"\1 \2 \3", _COLON.sub(" ", rest))
    numbers = Counter(_SEPARATORS.sub("", found[0]) for found in _SPACED.finditer(rest))
    numbers.update(map(_canonical, _NUMBER.findall(_SPACED.sub(" ", rest))))
    return Figures(numbers, months, times, phones, emails)


def _twelve_hours(hour: str, minute: str, half: str) -> Time:
    return Time((int(hour) % _NOON + (_NOON if half.lower() == "p" else 0)) * 60 + int(minute or 0))


def _with_colon(hour: str, minute: str) -> Time:
    """Return a time such as 17:00; 9:00 may be in the evening, 09:00 and 0:00 may not."""
    return Time(int(hour) * 60 + int(minute), certain=not 0 < int(hour) <= _NOON or hour.startswith("0"))


def _canonical(number: str) -> str:
    if _GROUPED.fullmatch(number):
        return _SEPARATORS.sub("", number)
    plain = re.sub("[,\u066b]", ".", number)
    return str(int(plain)) if plain.isdigit() else plain


def _months_in(text: str, language: str) -> Iterator[int]:
    """Yield the months that are named with a number before them, or right behind."""
    names = month_names(language)
    words = WORD.findall(text)
    for at, word in enumerate(words):
        month = names.get(word.casefold())
        # An English "may" in small letters is a permission.
        if month is not None and word != "may":
            beside = (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])
            if any(other[0].isdigit() for other in beside):
                yield month


@cache
def month_names(language: str) -> Mapping[str, int]:
    """Return the number of each month by its name in small letters, in every long form that the locale data has."""
    try:
        locale = babel.Locale.parse(language, sep="-")
    except (babel.UnknownLocaleError, ValueError):
        return {}
    return {
        name.casefold(): number
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, locale).items()
    }
