"""Describe locales with Babel's data: names, direction, dates, lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import babel
from babel.core import get_global, parse_locale
from babel.dates import format_date
from babel.lists import format_list

from charterpress.findings import CharterpressError


@dataclass(frozen=True)
class Locale:
    """Name a language as readers and browsers know it.

    `code` is a BCP 47 tag such as `ur`; `direction` is `ltr` or `rtl`.
    """

    code: str
    name: str
    english_name: str
    direction: str
    script: str

    def date(self, day: date) -> str:
        """Return a date in words, in the order and digits of this language."""
        return format_date(day, format="long", locale=_regional(self.code))

    def list(self, parts: Sequence[str]) -> str:
        """Return the parts joined as this language joins a list."""
        return format_list(list(parts), locale=_babel_locale(self.code))


@cache
def _babel_locale(code: str) -> babel.Locale:
    try:
        return babel.Locale.parse(code, sep="-")
    except (babel.UnknownLocaleError, ValueError) as error:
        message = f"'{code}' is not a language that the locale data knows. Use a code such as en, cy or ur."
        raise CharterpressError(message) from error


REGION = "GB"
"""Where the readers live: it decides that English dates are written 22 November 2026."""


@cache
def _regional(code: str) -> babel.Locale:
    try:
        return babel.Locale.parse(f"{code}-{REGION}", sep="-")
    except (babel.UnknownLocaleError, ValueError):
        return _babel_locale(code)


@cache
def load_locale(code: str) -> Locale:
    """Return the locale for a BCP 47 tag; a tag without data stops the run."""
    data = _babel_locale(code)
    likely = get_global("likely_subtags").get(code.replace("-", "_"), code)
    name = data.get_display_name(data) or code
    return Locale(
        code=code,
        name=name[:1].upper() + name[1:],
        english_name=data.get_display_name("en") or code,
        direction="rtl" if data.character_order == "right-to-left" else "ltr",
        script=data.script or parse_locale(likely.replace("-", "_"))[2] or "Latn",
    )
