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
from babel.numbers import format_decimal

from charterpress.findings import CharterpressError
from charterpress.languages.pseudo import PSEUDO_LOCALES


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
        return self.digits(format_date(day, format="long", locale=_regional(self.code)))

    def number(self, number: float) -> str:
        """Return a number with the digits and the marks of this language."""
        return self.digits(format_decimal(number, locale=_babel_locale(self.code), numbering_system="default"))

    def digits(self, text: str) -> str:
        """Return a text with its digits as this language writes them; for what is no single number."""
        return text.translate(_digits(self.code)) if any(letter.isdigit() for letter in text) else text

    def name_of(self, code: str) -> str:
        """Return what this language calls another one, given as a BCP 47 tag."""
        return _babel_locale(code).get_display_name(_babel_locale(self.code)) or code

    def list(self, parts: Sequence[str]) -> str:
        """Return the parts joined as this language joins a list."""
        return format_list(list(parts), locale=_babel_locale(self.code))


_ZERO = {
    "adlm": "\U0001e950", "arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "cakm": "\U00011136",
    "deva": "\u0966", "gujr": "\u0ae6", "guru": "\u0a66", "hmnp": "\U0001e140", "khmr": "\u17e0", "knda": "\u0ce6",
    "laoo": "\u0ed0", "mlym": "\u0d66", "mtei": "\uabf0", "mymr": "\u1040", "nkoo": "\u07c0", "olck": "\u1c50",
    "orya": "\u0b66", "tamldec": "\u0be6", "telu": "\u0c66", "thai": "\u0e50", "tibt": "\u0f20",
}  # fmt: skip
"""The zero of each numbering system that is somebody's default; Babel says which one that is, and has no digits."""


@cache
def _digits(code: str) -> dict[int, str]:
    """Return what each Western digit is in a language."""
    zero = ord(_ZERO.get(_babel_locale(code).default_numbering_system, "0"))
    return {ord("0") + digit: chr(zero + digit) for digit in range(10)}


@cache
def _babel_locale(code: str) -> babel.Locale:
    if code in PSEUDO_LOCALES:
        return babel.Locale("en")
    try:
        return babel.Locale.parse(code, sep="-")
    except (babel.UnknownLocaleError, ValueError) as error:
        raise CharterpressError(". ".join(no_data(code))) from error


def no_data(code: str) -> tuple[str, str]:
    """Return what is wrong with a language that nothing is known of, and what to do."""
    return f"'{code}' is not a language that the locale data knows", "Use a code such as en, cy or ur."


def has_data(code: str) -> bool:
    """Tell whether anything is known of a language."""
    try:
        _babel_locale(code)
    except CharterpressError:
        return False
    return True


REGION = "GB"
"""Where the readers live: it decides that English dates are written 22 November 2026."""


@cache
def _regional(code: str) -> babel.Locale:
    code = "en" if code in PSEUDO_LOCALES else code
    try:
        return babel.Locale.parse(f"{code}-{REGION}", sep="-")
    except (babel.UnknownLocaleError, ValueError):
        return _babel_locale(code)


def code_of(name: str) -> str | None:
    """Return the BCP 47 tag of the language that has this name in English, or None."""
    named = babel.Locale("en").languages.items()
    found = (code for code, english in named if english.casefold() == name.casefold())
    return next((code.replace("_", "-") for code in found), None)


@cache
def load_locale(code: str) -> Locale:
    """Return the locale for a BCP 47 tag; a tag without data stops the run."""
    data = _babel_locale(code)
    if (pseudo := PSEUDO_LOCALES.get(code)) is not None:
        return Locale(code, pseudo.name, pseudo.name, "rtl" if pseudo.mirrored else "ltr", "Latn")
    likely = get_global("likely_subtags").get(code.replace("-", "_"), code)
    name = data.get_display_name(data) or code
    return Locale(
        code=code,
        name=name[:1].upper() + name[1:],
        english_name=data.get_display_name("en") or code,
        direction="rtl" if data.character_order == "right-to-left" else "ltr",
        script=data.script or parse_locale(likely.replace("-", "_"))[2] or "Latn",
    )
