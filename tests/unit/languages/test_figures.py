"""Test finding the numbers, dates, times, phone numbers and e-mail addresses of a text."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

from collections import Counter

import pytest

from charterpress.languages.figures import Figures, Time, emails_in, figures_in, month_names, western


def numbers(text: str, language: str = "en") -> list[str]:
    """Return the numbers of a text, sorted as words are."""
    return sorted(figures_in(text, language).numbers.elements())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0123456789", "0123456789"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("০১২৩৪৫৬৭৮৯", "0123456789"),
        ("੦੧੨੩੪੫੬੭੮੯", "0123456789"),
        ("০৫ দিন, tŷ", "05 দিন, tŷ"),
        ("ŵ ½ ² Ⅷ", "ŵ ½ ² Ⅷ"),
    ],
)
def test_western_digits(text: str, expected: str) -> None:
    """The digits of every script become 0 to 9; all else stays, signs that merely stand for a number too."""
    assert western(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10,000",
        "10.000",
        "10\u00a0000",
        "10\u202f000",
        "10'000",
        "10’000",
        "10000",
        "১০,০০০",
        "١٠٬٠٠٠",
        "۱۰٬۰۰۰",
        "੧੦,੦੦੦",
    ],
)
def test_thousands(text: str) -> None:
    """A number is the same whatever marks its thousands, and in whatever digits."""
    assert numbers(f"a {text} b") == ["10000"]


@pytest.mark.parametrize("text", ["1,00,000", "১,০০,০০০", "100,000"])
def test_lakhs(text: str) -> None:
    """Digits are grouped by twos in South Asia."""
    assert numbers(text) == ["100000"]


@pytest.mark.parametrize("text", ["1,200,000", "1.200.000", "1\u00a0200\u00a0000", "1\u202f200\u202f000", "12,00,000"])
def test_millions(text: str) -> None:
    """A number of seven digits is no phone number for being grouped with spaces that do not break."""
    figures = figures_in(f"a {text} b", "en")
    assert figures.phones == Counter()
    assert list(figures.numbers.elements()) == ["1200000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 hours", ["1.5"]),
        ("1,5 godziny", ["1.5"]),
        ("١٫٥", ["1.5"]),
        ("Section 17.", ["17"]),
        ("Sections 17, 18 and 19", ["17", "18", "19"]),
        ("a 5-day course", ["5"]),
        ("from 5-7 to 5–7", ["5", "5", "7", "7"]),
        ("24/7", ["24", "7"]),
        ("Room B12", ["12"]),
        ("no numbers at all", []),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    """Decimal numbers are kept whole, whatever parts them, and a full stop or a dash parts numbers."""
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[the law](https://law.example/2014/6)",
        "https://law.example/2014/6",
        "www.law.example/2014",
        "Hear us.[^note-5]",
        "{number1}",
        "write to team5@council.example",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """Digits in addresses, link targets, note calls and placeholders are no figures of the text."""
    figures = figures_in(f"a {text} b", "en")
    assert (figures.numbers, figures.times, figures.phones) == (Counter(), Counter(), Counter())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 0300 123 4567.", ["03001234567"]),
        ("Ring 0300 1234567.", ["03001234567"]),
        ("Ring 03001234567.", ["03001234567"]),
        ("Ring (0300) 123-4567.", ["03001234567"]),
        ("Ring +44 300 123 4567.", ["443001234567"]),
        ("Ring 0300\u00a0123\u00a04567.", ["03001234567"]),
        ("٠٣٠٠ ١٢٣ ٤٥٦٧", ["03001234567"]),
        ("০৩০০ ১২৩ ৪৫৬৭", ["03001234567"]),
        ("੦੩੦੦ ੧੨੩ ੪੫੬੭", ["03001234567"]),
        ("\u20660300 123 4567\u2069", ["03001234567"]),
        ("0300 123 4567 or 0300 765 4321", ["03001234567", "03007654321"]),
    ],
)
def test_phone_numbers(text: str, expected: list[str]) -> None:
    """A phone number is its digits, however they are grouped, and is no number besides."""
    figures = figures_in(text, "en")
    assert sorted(figures.phones.elements()) == expected
    assert figures.numbers == Counter()


@pytest.mark.parametrize("text", ["999", "111", "in 2026", "5 10 15", "116 123", "2023-24"])
def test_short_numbers_are_no_phone_numbers(text: str) -> None:
    """Years and short numbers are numbers."""
    assert figures_in(text, "en").phones == Counter()


def test_a_range_of_years_is_no_phone_number() -> None:
    """Two years with a dash between them are two numbers."""
    figures = figures_in("the years 2023-2024", "en")
    assert figures.phones == Counter()
    assert sorted(figures.numbers) == ["2023", "2024"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5pm", ["17:00"]),
        ("5 pm", ["17:00"]),
        ("5 p.m.", ["17:00"]),
        ("5PM", ["17:00"]),
        ("5am", ["5:00"]),
        ("5.30pm", ["17:30"]),
        ("5:30 p.m.", ["17:30"]),
        ("12pm", ["12:00"]),
        ("12am", ["0:00"]),
        ("9am to 5pm", ["17:00", "9:00"]),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    """A time of the twelve-hour clock is one of the twenty-four hours, and no number besides."""
    figures = figures_in(text, "en")
    assert sorted(map(str, figures.times.elements())) == expected
    assert all(time.certain for time in figures.times)
    assert figures.numbers == Counter()


@pytest.mark.parametrize(
    ("text", "time", "certain"),
    [
        ("17:00", "17:00", True),
        ("09:00", "9:00", True),
        ("0:00", "0:00", True),
        ("00:30", "0:30", True),
        ("13:00", "13:00", True),
        ("9:00", "9:00", False),
        ("1:00", "1:00", False),
        ("12:00", "12:00", False),
        ("٩:٠٠", "9:00", False),
        ("9 am", "9:00", True),
    ],
)
def test_which_half_of_the_day(text: str, time: str, certain: bool) -> None:  # noqa: FBT001 - a column of a table
    """A time is certain where only one half of the day can be meant; 9:00 may be in the evening."""
    [found] = figures_in(f"a {text} b", "en").times
    assert (str(found), found.certain) == (time, certain)


def test_a_time_in_words() -> None:
    """A time is shown as the clock of twenty-four hours does."""
    assert [str(Time(minutes)) for minutes in (0, 5, 60, 1020, 1439)] == ["0:00", "0:05", "1:00", "17:00", "23:59"]


def test_every_figure_in_turn() -> None:
    """The figures of a text can be listed as words: numbers, times, phone numbers, e-mail addresses."""
    text = "Within 5 days and 5 nights: ring 0300 123 4567 by 5pm on 12 March 2027, or write to a@b.example."
    assert sorted(figures_in(text, "en")) == sorted(["5", "5", "12", "2027", "17:00", "03001234567", "a@b.example"])


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12 March 2027", "en", [3]),
        ("12 march 2027", "en", [3]),
        ("12 marca 2027", "pl", [3]),
        ("marzec 2027", "pl", [3]),
        ("12 Mawrth 2027", "cy", [3]),
        ("12 martie 2027", "ro", [3]),
        ("12 مارس 2027", "ar", [3]),
        ("12 مارچ 2027", "ur", [3]),
        ("March 2027", "en", [3]),
        ("12th of March", "en", [3]),
        ("5 days", "en", []),
        ("We march on for 5 days", "en", []),
        ("by 5 April, in March", "en", [4]),
        ("on 5 days in March", "en", []),
    ],
)
def test_months(text: str, language: str, expected: list[int]) -> None:
    """A month is found by its name beside a number, in any form that the locale data has for the language."""
    assert sorted(figures_in(text, language).months.elements()) == expected


@pytest.mark.parametrize(("text", "language"), [("১২ মার্চ ২০২৭", "bn"), ("12 ਮਾਰਚ 2027", "pa"), ("12 मार्च 2027", "hi")])
def test_months_with_vowel_signs(text: str, language: str) -> None:
    """A month is found in Indic scripts too, where signs stand between the letters."""
    assert sorted(figures_in(text, language).months.elements()) == [3]


def test_may_is_a_month_in_a_date() -> None:
    """An English "may" is a permission, but a month where it stands beside a number with a capital."""
    assert figures_in("Parents may come in 5 days", "en").months == Counter()
    assert sorted(figures_in("31 May 2027", "en").months.elements()) == [5]


def test_month_names_of_an_unknown_language() -> None:
    """A language without data has no months, rather than English ones."""
    assert month_names("tlh") == {}
    assert month_names("pl")["marca"] == month_names("pl")["marzec"] == 3
    assert set(month_names("cy").values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to office@council.example.", {"office@council.example"}),
        ("(office@council.example)", {"office@council.example"}),
        ("[write](mailto:office@council.example)", {"office@council.example"}),
        ("a@b.example or c.d+e@f.example", {"a@b.example", "c.d+e@f.example"}),
        ("at 5 @ noon", set()),
        ("nothing", set()),
    ],
)
def test_emails(text: str, expected: set[str]) -> None:
    """An e-mail address is found without the marks around it."""
    assert emails_in(text) == expected


@pytest.mark.parametrize(
    "text", ["“office@council.example”", "„office@council.example”", "\u2066office@council.example\u2069"]
)
def test_emails_between_quotes(text: str) -> None:
    """Quotes and invisible direction marks around an e-mail address are no part of it."""
    assert emails_in(text) == {"office@council.example"}


def test_a_text_without_figures() -> None:
    """A text without digits has at most an e-mail address."""
    assert figures_in("We listen.", "en") == Figures()
    assert figures_in("Write to a@b.example.", "en") == Figures(emails=frozenset({"a@b.example"}))
