"""Find what must be the same in every language: numbers, dates, phone numbers, e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import babel
from babel.dates import get_month_names

_EMAIL = re.compile(r"[^\s<>()\[\]]+@[^\s<>()\[\]]+\.[A-Za-z]{2,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TARGET = re.compile(r"\]\([^)]*\)|\[\^[\w-]+\]|\{\w*\}")
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s()\u00a0\u202f-]{5,}\d(?![\w])")
_LEAST_PHONE_DIGITS = 7
_NUMBER = re.compile(r"\d+(?:[.,:\u066b\u066c\u00a0\u202f'’](?=\d)\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u066c\u00a0\u202f'’])\d{2,3})*\1\d{3}|\d{1,3}[.,\u066c\u00a0\u202f'’]\d{3}")
_SEPARATORS = re.compile(r"[.,\u066c\u00a0\u202f'’]")
_TIME = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_NOON = 12


@dataclass(frozen=True)
class Figures:
    """Hold the figures of a text; numbers are in Western digits, without thousands marks."""

    numbers: Counter[str] = field(default_factory=Counter)
    months: Counter[int] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)
    phones: Counter[str] = field(default_factory=Counter)
    emails: frozenset[str] = frozenset()


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

    Link targets, note calls and placeholders are left out. A month counts where its name stands beside a number.
    """
    emails = emails_in(text)
    plain = western(_ADDRESS.sub(" ", _EMAIL.sub(" ", _TARGET.sub(" ", text))))
    if not any(letter.isdigit() for letter in plain):
        return Figures(emails=emails)
    phones: Counter[str] = Counter()
    for found in _PHONE.findall(plain):
        digits = re.sub(r"\D", "", found)
        if len(digits) >= _LEAST_PHONE_DIGITS:
            phones[digits] += 1
            plain = plain.replace(found, " ", 1)
    times = Counter(_clock(*found) for found in _TIME.findall(plain))
    numbers = Counter(_canonical(found) for found in _NUMBER.findall(_TIME.sub(" ", plain)))
    return Figures(numbers, Counter(_months_in(plain, language)), times, phones, emails)


def _clock(hour: str, minute: str, half: str) -> str:
    """Return a time of the twelve-hour clock as one of the twenty-four hours."""
    number = int(hour) % _NOON + (_NOON if half.lower() == "p" else 0)
    return f"{number}:{minute or '00'}"


def _canonical(number: str) -> str:
    if _GROUPED.fullmatch(number):
        return _SEPARATORS.sub("", number)
    return number.replace(",", ".").replace("\u066b", ".")


def _months_in(text: str, language: str) -> Iterator[int]:
    names = month_names(language)
    for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.casefold()):
        if (month := names.get(word)) is not None:
            yield month


@cache
def month_names(language: str) -> Mapping[str, int]:
    """Return the number of each month by its name, in every form that the locale data has; short names are left out."""
    try:
        locale = babel.Locale.parse(language, sep="-")
    except (babel.UnknownLocaleError, ValueError):
        return {}
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in get_month_names("wide", context, locale).items():
            names[name.casefold()] = number
    # An English "may" is a permission before it is a month.
    return {name: number for name, number in names.items() if name != "may"}


def clock_numbers(times: Counter[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each time with all the ways a language may write it: 5 pm is 17:00, 17.00, 17 or 5."""
    for time in times.elements():
        hour, _, minute = time.partition(":")
        ways = {time, f"{hour}.{minute}", f"{int(hour):02}:{minute}", f"{int(hour):02}.{minute}"}
        short = str(int(hour) % _NOON or _NOON)
        ways |= {f"{short}:{minute}", f"{short}.{minute}"}
        yield time, frozenset(ways | ({hour, short} if minute == "00" else set()))
