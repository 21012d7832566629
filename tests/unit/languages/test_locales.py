"""Test what is known of languages."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

from datetime import date

import babel
import babel.localedata
import pytest

from charterpress.findings import CharterpressError
from charterpress.languages.locales import load_locale


@pytest.mark.parametrize(
    ("code", "name", "direction", "script"),
    [
        ("en", "English", "ltr", "Latn"),
        ("cy", "Cymraeg", "ltr", "Latn"),
        ("pl", "Polski", "ltr", "Latn"),
        ("ur", "اردو", "rtl", "Arab"),
        ("ar", "العربية", "rtl", "Arab"),
        ("bn", "বাংলা", "ltr", "Beng"),
        ("pa", "ਪੰਜਾਬੀ", "ltr", "Guru"),
    ],
)
def test_names_and_directions(code: str, name: str, direction: str, script: str) -> None:
    """A language has its own name with a capital, its direction and its script."""
    locale = load_locale(code)
    assert (locale.code, locale.name, locale.direction, locale.script) == (code, name, direction, script)


def test_region_and_script_stay_in_the_code() -> None:
    """A tag with a region or a script keeps it; a script that is named wins."""
    assert load_locale("en-GB").code == "en-GB"
    assert load_locale("pa-Arab").script == "Arab"
    assert load_locale("pa-Arab").direction == "rtl"


def test_english_name() -> None:
    """A language has an English name for reports."""
    assert [load_locale(code).english_name for code in ("cy", "ur")] == ["Welsh", "Urdu"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "22 November 2026"),
        ("en-XA", "22 November 2026"),
        ("cy", "22 Tachwedd 2026"),
        ("pl", "22 listopada 2026"),
        ("ur", "22 نومبر، 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("bn", "২২ নভেম্বর, ২০২৬"),
    ],
)
def test_dates(code: str, expected: str) -> None:
    """A date is in the language's own words, order and digits; English ones are as they are written in Britain."""
    assert load_locale(code).date(date(2026, 11, 22)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "1,234,567.5"),
        ("pl", "1\u00a0234\u00a0567,5"),
        ("ro", "1.234.567,5"),
        ("cy", "1,234,567.5"),
        ("bn", "১২,৩৪,৫৬৭.৫"),
        ("fa", "۱٬۲۳۴٬۵۶۷٫۵"),
        ("ar-EG", "١٬٢٣٤٬٥٦٧٫٥"),
        ("en-XB", "1,234,567.5"),
    ],
)
def test_numbers(code: str, expected: str) -> None:
    """A number has the digits of the language, and its marks for thousands and parts."""
    assert load_locale(code).number(1234567.5) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "2.10, page 5"),
        ("ur", "2.10, page 5"),
        ("pa", "2.10, page 5"),
        ("bn", "২.১০, page ৫"),
        ("mr", "२.१०, page ५"),
        ("fa", "۲.۱۰, page ۵"),
        ("ar-EG", "٢.١٠, page ٥"),
    ],
)
def test_digits(code: str, expected: str) -> None:
    """The digits of what is no single number become those of the language; nothing else changes."""
    locale = load_locale(code)
    assert locale.digits("2.10, page 5") == expected
    assert locale.digits("page") == "page"
    assert locale.digits("") == ""


def test_digits_of_every_language() -> None:
    """Each language of the locale data gets the digits that are its default there."""
    wrong = []
    for code in babel.localedata.locale_identifiers():
        tag = code.replace("_", "-")
        if "-" in tag and len(tag.rpartition("-")[2]) != 4:
            continue
        ours, theirs = load_locale(tag).digits("0"), babel.Locale.parse(code).default_numbering_system
        if (ours == "0") is not (theirs == "latn"):
            wrong.append(f"{tag}: {theirs}")
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [
        ("en", "cy", "Welsh"),
        ("cy", "en", "Saesneg"),
        ("pl", "ur", "urdu"),
        ("ur", "en", "انگریزی"),
        ("bn", "en", "ইংরেজি"),
        ("en-XA", "cy", "Welsh"),
        ("cy", "cy", "Cymraeg"),
    ],
)
def test_what_a_language_calls_another(code: str, other: str, expected: str) -> None:
    """A reader meets the name of another language in their own."""
    assert load_locale(code).name_of(other) == expected


@pytest.mark.parametrize(("code", "direction"), [("en-XA", "ltr"), ("en-XB", "rtl")])
def test_made_up_languages(code: str, direction: str) -> None:
    """A made-up language has a name of accented letters, and one of them is written from right to left."""
    locale = load_locale(code)
    assert (locale.code, locale.direction, locale.script) == (code, direction, "Latn")
    assert not locale.name.isascii()


def test_lists() -> None:
    """Names are joined as the language joins them."""
    assert load_locale("pl").list(["a", "b", "c"]) == "a, b i c"
    assert load_locale("ur").list(["الف", "ب"]) == "الف اور ب"


@pytest.mark.parametrize("code", ["tlh", "zz", "not a language", ""])
def test_unknown_language(code: str) -> None:
    """A tag that is no language stops the run and is named."""
    with pytest.raises(CharterpressError, match=f"'{code}' is not a language"):
        load_locale(code)
