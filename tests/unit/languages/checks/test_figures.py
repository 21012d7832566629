"""Test that numbers, times, dates and phone numbers say the same in both languages."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

import pytest

from charterpress.findings import Level
from charterpress.languages.checks.figures import check_figures


def rules(source: str, translation: str, locale: str) -> list[str]:
    """Return the rules that a translation from English breaks."""
    return [fault.rule for fault in check_figures(source, translation, "en", locale)]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Within 5 days", "O fewn 5 diwrnod", "cy"),
        ("Within 5 days", "خلال ٥ أيام", "ar"),
        ("Within 5 days", "۵ دن کے اندر", "ur"),
        ("Within 5 days", "৫ দিনের মধ্যে", "bn"),
        ("Within 5 days", "੫ ਦਿਨਾਂ ਵਿੱਚ", "pa"),
        ("1,000 families", "1000 rodzin", "pl"),
        ("10,000 families", "10.000 de familii", "ro"),
        ("10,000 families", "10\u00a0000 rodzin", "pl"),
        ("10,000 families", "১০,০০০ পরিবার", "bn"),
        ("100,000 families", "১,০০,০০০ পরিবার", "bn"),
        ("1.5 hours", "1,5 godziny", "pl"),
        ("1.5 hours", "١٫٥ ساعة", "ar"),
        ("5 of 7", "Z 7 tylko 5", "pl"),
        ("5-7 days", "od 5 do 7 dni", "pl"),
        ("24/7", "24 awr, 7 niwrnod", "cy"),
        ("Section 17.", "Adran 17", "cy"),
        ("We listen.", "Słuchamy.", "pl"),
        ("See [the law](https://law.example/2014)", "Zobacz [ustawę](https://law.example/2014)", "pl"),
    ],
)
def test_the_same_numbers(source: str, translation: str, locale: str) -> None:
    """The same numbers in other digits, with other marks or in another order are right."""
    assert rules(source, translation, locale) == []


@pytest.mark.parametrize(
    ("source", "translation", "locale", "said"),
    [
        ("Within 5 days", "O fewn 6 diwrnod", "cy", ("lacks 5", "has 6")),
        ("Within 5 days", "خلال ٦ أيام", "ar", ("lacks 5", "has 6")),
        ("Within 5 days", "৬ দিনের মধ্যে", "bn", ("lacks 5", "has 6")),
        ("Within 5 days", "੬ ਦਿਨਾਂ ਵਿੱਚ", "pa", ("lacks 5", "has 6")),
        ("Within 5 days", "Wkrótce", "pl", ("lacks 5",)),
        ("Soon", "W ciągu 5 dni", "pl", ("has 5",)),
        ("5 of 5", "5", "pl", ("lacks 5",)),
        ("10,000 families", "1000 rodzin", "pl", ("lacks 10000", "has 1000")),
        ("1.5 hours", "15 godzin", "pl", ("lacks 1.5", "has 15")),
        ("Section 17 and 18", "Adran 17 a 19", "cy", ("lacks 18", "has 19")),
    ],
)
def test_other_numbers(source: str, translation: str, locale: str, said: tuple[str, ...]) -> None:
    """A number that is lost, changed or added is an error that names it in Western digits."""
    [fault] = check_figures(source, translation, "en", locale)
    assert (fault.rule, fault.level) == ("po-number", Level.ERROR)
    assert all(each in fault.message for each in said)
    assert fault.hint


@pytest.mark.parametrize("translation", ["12 000 000 funtów", "12\u00a0000\u00a0000 funtów", "12.000.000 funtów"])
def test_large_numbers(translation: str) -> None:
    """Thousands may be parted by a space, and a number of seven digits or more is still no phone number."""
    assert rules("12,000,000 pounds", translation, "pl") == []


def test_thousands_with_a_plain_space() -> None:
    """A translator types the space between thousands as any other space."""
    assert rules("10,000 families", "10 000 rodzin", "pl") == []


@pytest.mark.parametrize(
    "translation", ["w latach 2023–2024", "w latach 2023-2024", "w latach 2023/2024", "od 2023 do 2024"]
)
def test_a_range_of_years(translation: str) -> None:
    """A range of years may be written with any dash."""
    assert rules("in the years 2023-2024", translation, "pl") == []


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Ring by 5pm.", "Zadzwoń do 17:00.", "pl"),
        ("Ring by 5pm.", "Zadzwoń do 17.00.", "pl"),
        ("Ring by 5pm.", "Zadzwoń do 17.", "pl"),
        ("Ring by 5pm.", "اتصل قبل الساعة ٥ مساءً.", "ar"),
        ("Ring by 5pm.", "اتصل قبل الساعة ٥:٠٠ مساءً.", "ar"),
        ("Ring by 5pm.", "বিকেল ৫টার মধ্যে", "bn"),
        ("Ring by 5pm.", "Ffoniwch erbyn 5pm.", "cy"),
        ("Ring by 5pm.", "Ffoniwch erbyn 5 p.m.", "cy"),
        ("Ring by 5.30pm.", "Zadzwoń do 17:30.", "pl"),
        ("Ring by 5.30pm.", "Ffoniwch erbyn 5.30 y prynhawn.", "cy"),
        ("Ring by 9am.", "Zadzwoń do 09:00.", "pl"),
        ("Open 9am to 5pm", "Czynne od 9:00 do 17:00", "pl"),
        ("Open 9am to 5pm", "Czynne w godz. 9–17", "pl"),
        ("Ring by 17:00.", "Ffoniwch erbyn 5pm.", "cy"),
        ("Ring by 12pm.", "Zadzwoń do 12:00.", "pl"),
        ("Ring by 12pm.", "Zadzwoń przed 12.", "pl"),
        ("Ring by 12am.", "Zadzwoń do 0:00.", "pl"),
        ("Ring by 12am.", "Zadzwoń przed 12 w nocy.", "pl"),
    ],
)
def test_the_same_time(source: str, translation: str, locale: str) -> None:
    """A time may be written by another clock."""
    assert rules(source, translation, locale) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ring by 5pm.", "Zadzwoń do 16:00."),
        ("Ring by 5pm.", "Zadzwoń do 6."),
        ("Ring by 5pm.", "Zadzwoń wkrótce."),
        ("Ring by 5.30pm.", "Zadzwoń do 17:00."),
        ("Ring by 5.30pm.", "Zadzwoń do 17."),
        ("Ring by 5.30pm.", "Zadzwoń do 5."),
        ("Ring by 12pm.", "Zadzwoń do 13."),
        ("Open 9am to 5pm", "Czynne od 9:00"),
        ("Ring by 5am.", "Zadzwoń do 17:00."),
    ],
)
def test_another_time(source: str, translation: str) -> None:
    """A time that is lost or changed is an error."""
    assert rules(source, translation, "pl") == ["po-number"]


def test_morning_is_not_afternoon() -> None:
    """A translation that says 5am for 5pm is wrong, though the hour is the same."""
    assert rules("Ring by 5pm.", "Ffoniwch erbyn 5am.", "cy") == ["po-number"]
    assert rules("Ring by 5am.", "Ffoniwch erbyn 5pm.", "cy") == ["po-number"]


def test_a_point_in_a_time() -> None:
    """Where the source uses the twenty-four hours, a translation may part them with a point, as Polish does."""
    assert rules("Ring by 17:00.", "Zadzwoń do 17.00.", "pl") == []


def test_evening_to_morning() -> None:
    """From an evening hour to the same hour of the morning nothing is mixed up, whatever the hour."""
    wrong = [hour for hour in range(1, 12) if rules(f"{hour}pm to {hour}am", f"{hour + 12}:00–{hour}:00", "pl")]
    assert wrong == []


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("12 marca 2027", "pl"),
        ("12 Mawrth 2027", "cy"),
        ("12 مارس 2027", "ar"),
        ("١٢ مارس ٢٠٢٧", "ar"),
        ("12 مارچ 2027", "ur"),
        ("১২ মার্চ ২০২৭", "bn"),
        ("12/3/2027", "pl"),
        ("w marcu 2027, 12 dnia", "pl"),
        ("nu mai târziu de 12 martie 2027", "ro"),
    ],
)
def test_the_same_date(translation: str, locale: str) -> None:
    """A month may be named in the language, in a form that the locale data lacks, or by its number."""
    assert rules("12 March 2027", translation, locale) == []


@pytest.mark.parametrize("translation", ["12.3.2027", "12.03.2027", "12/03/2027"])
def test_a_date_in_digits(translation: str) -> None:
    """A date in digits is right with points or slashes, and with a nought before the month."""
    assert rules("12 March 2027", translation, "pl") == []


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("12 March 2027", "12 kwietnia 2027", "pl"),
        ("12 March 2027", "12 Ebrill 2027", "cy"),
        ("12 March 2027", "12 أبريل 2027", "ar"),
        ("12 March 2027", "12 اپریل 2027", "ur"),
        ("12 March 2027", "12 aprilie 2027", "ro"),
    ],
)
def test_another_month(source: str, translation: str, locale: str) -> None:
    """A translation that names another month is an error."""
    assert rules(source, translation, locale) == ["po-date"]


@pytest.mark.parametrize(("translation", "locale"), [("১২ এপ্রিল ২০২৭", "bn"), ("12 ਅਪ੍ਰੈਲ 2027", "pa")])
def test_another_month_in_indic_scripts(translation: str, locale: str) -> None:
    """A wrong month is found in Bengali and Panjabi too."""
    assert rules("12 March 2027", translation, locale) == ["po-date"]


def test_one_of_two_months() -> None:
    """One wrong month is an error, even when another one is right."""
    assert rules("From 1 March to 30 April", "Od 1 marca do 30 maja", "pl") == ["po-date"]


def test_another_month_than_may() -> None:
    """A wrong month is found where the right one is May."""
    assert rules("By 31 May 2027", "Do 31 sierpnia 2027", "pl") == ["po-date"]


def test_a_word_that_is_no_month() -> None:
    """Romanian "mai", more, is no month where the date is in digits."""
    assert rules("No later than 12 March 2027", "Nu mai târziu de 12/3/2027", "ro") == []


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("Zadzwoń: 0300 123 4567", "pl"),
        ("Zadzwoń: 03001234567", "pl"),
        ("Zadzwoń: 0300-123-4567", "pl"),
        ("اتصل: ٠٣٠٠ ١٢٣ ٤٥٦٧", "ar"),
        ("فون: \u20660300 123 4567\u2069", "ur"),
        ("ফোন: ০৩০০ ১২৩ ৪৫৬৭", "bn"),
    ],
)
def test_the_same_phone_number(translation: str, locale: str) -> None:
    """A phone number may be grouped in another way and stand in other digits."""
    assert rules("Ring 0300 123 4567.", translation, locale) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ring 0300 123 4567.", "Zadzwoń: 0300 123 4568"),
        ("Ring 0300 123 4567.", "Zadzwoń: 0300 123 456"),
        ("Ring 0300 123 4567.", "Zadzwoń."),
        ("Ring us.", "Zadzwoń: 0300 123 4567"),
    ],
)
def test_another_phone_number(source: str, translation: str) -> None:
    """A phone number that is lost, changed or added is an error."""
    assert rules(source, translation, "pl") == ["po-phone"]


def test_a_short_number() -> None:
    """An emergency number is compared like any other."""
    assert rules("Ring 999.", "Zadzwoń: 112", "pl") == ["po-number"]
    assert rules("Ring 999.", "اتصل على ٩٩٩", "ar") == []
