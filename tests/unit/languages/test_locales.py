"""Test what is known of languages."""

from __future__ import annotations

from datetime import date

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
    [("en", "22 November 2026"), ("cy", "22 Tachwedd 2026"), ("pl", "22 listopada 2026"), ("ur", "22 نومبر، 2026")],
)
def test_dates(code: str, expected: str) -> None:
    """A date is in the language's own words and order."""
    assert load_locale(code).date(date(2026, 11, 22)) == expected


def test_lists() -> None:
    """Names are joined as the language joins them."""
    assert load_locale("pl").list(["a", "b", "c"]) == "a, b i c"
    assert load_locale("ur").list(["الف", "ب"]) == "الف اور ب"


@pytest.mark.parametrize("code", ["tlh", "zz", "not a language", ""])
def test_unknown_language(code: str) -> None:
    """A tag that is no language stops the run and is named."""
    with pytest.raises(CharterpressError, match=f"'{code}' is not a language"):
        load_locale(code)
