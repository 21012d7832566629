"""Test that placeholders, links, note calls and e-mail addresses must come through."""

from __future__ import annotations

import pytest

from charterpress.findings import Level
from charterpress.languages.checks.markup import check_markup


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("Edition of {date}", "Rhifyn", "lacks date"),
        ("Edition of {date}", "Rhifyn {dyddiad}", "has dyddiad"),
        ("Edition of {date}", "Rhifyn {date", "unclosed"),
        ("Edition of {date}", "Rhifyn date}", "unclosed"),
        ("See [the law](https://law.example/a).", "Gweler y gyfraith.", "lacks https://law.example/a"),
        ("See [the law](https://law.example/a).", "[y](https://law.example/b)", "has https://law.example/b"),
        ("See [rules](guidance:rules#reply).", "Gweler [y rheolau](guidance:rules).", "lacks guidance:rules#reply"),
        ("Ask for help.", "Gofynnwch [yma](https://spam.example).", "has https://spam.example"),
        ("Hear us.[^law]", "Gwrandewch.", "lacks law"),
        ("Hear us.[^law]", "Gwrandewch.[^cyfraith]", "has cyfraith"),
        ("Write to office@council.example.", "Ysgrifennwch.", "lacks office@council.example"),
        ("Write to office@council.example.", "Ysgrifennwch at ofis@council.example.", "has ofis@council.example"),
    ],
)
def test_a_changed_part(source: str, translation: str, said: str) -> None:
    """A placeholder, link, note call or e-mail address that changed is an error that names it."""
    faults = list(check_markup(source, translation))
    assert faults
    assert {(fault.rule, fault.level) for fault in faults} == {("po-placeholder", Level.ERROR)}
    assert any(said in fault.message for fault in faults)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Edition of {date}", "Rhifyn {date}"),
        ("{old} and {new}", "{new} a {old}"),
        ("See [the law](https://law.example/a).[^law]", "[^law] Gweler [y gyfraith](https://law.example/a)."),
        ("Write to office@council.example.", "Ysgrifennwch at office@council.example"),
        ("Hear us.[^law] And again.[^law]", "Gwrandewch.[^law]"),
        ("An [e-mail](mailto:a@b.example) helps.", "Mae [e-bost](mailto:a@b.example) yn helpu."),
        ("**Hear** us.", "Gwrandewch *arnom*."),
        ("Use a {", "Defnyddiwch {"),
    ],
)
def test_what_may_change(source: str, translation: str) -> None:
    """Order, marks for weight and how often a note is called may differ."""
    assert list(check_markup(source, translation)) == []


@pytest.mark.parametrize(
    "translation",
    [
        "Napisz: „office@council.example”",
        "پتہ: \u2066office@council.example\u2069",
        "العنوان:\u200eoffice@council.example",
    ],
)
def test_marks_around_an_email(translation: str) -> None:
    """Quotes of the language and invisible direction marks may stand around an e-mail address."""
    assert list(check_markup("Write to office@council.example.", translation)) == []


@pytest.mark.parametrize(
    ("translation", "rule"),
    [
        ("Helo <script>alert(1)</script>", "raw-html"),
        ("Helo <b>chi</b>", "raw-html"),
        ("[Helo](javascript:alert(1))", "unsafe-link"),
        ("[Helo](JavaScript:alert(1))", "unsafe-link"),
        ("[Helo](data:text/html,x)", "unsafe-link"),
    ],
)
def test_what_a_translation_must_not_hold(translation: str, rule: str) -> None:
    """Raw HTML and links that are not safe come in through a translation no more than through the source."""
    assert rule in {fault.rule for fault in check_markup("Hello there", translation)}


@pytest.mark.parametrize("translation", ["jeden dzień", "{number} dzień"])
def test_a_plural_form_may_say_its_number(translation: str) -> None:
    """The form for one thing may say "one" in words, or the number where English says "one"."""
    assert list(check_markup("{number} day", translation, plural=True)) == []
    assert list(check_markup("one day", translation, plural=True)) == []


def test_other_placeholders_of_a_plural_form() -> None:
    """A plural form keeps every placeholder but that of the number."""
    [fault] = check_markup("{number} notes on {title}", "{number} nodyn", plural=True)
    assert "lacks title" in fault.message


def test_the_number_outside_plural_forms() -> None:
    """A text without plural forms keeps its number like any placeholder."""
    [fault] = check_markup("page {number}", "tudalen")
    assert "lacks number" in fault.message
