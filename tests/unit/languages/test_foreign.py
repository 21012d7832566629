"""Test finding what is foreign in a text, so that it can be set by itself."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

import pytest

from charterpress.languages.foreign import Kind, pieces_of
from charterpress.languages.locales import load_locale

TEXTS = [
    "",
    " ",
    "SEND",
    "SEND کے بارے میں",
    "Working Together 2023 دیکھیں۔",
    "فون کریں 0300 123 4567 یا 999۔",
    "(0300) 123 4567",
    "office@council.example پر لکھیں",
    "صفحہ 5-7، 2023/2024",
    "আপনার SEND কী? ০৩০০ ১২৩ ৪৫৬৭",
    "ਵੇਖੋ: Children Act 1989, section 17.",
    "٠٣٠٠ ١٢٣ ٤٥٦٧",
    "{date} تک",
    "A\u00a0b‎ ج",
]


def found(text: str, code: str, *kinds: Kind) -> list[str]:
    """Return the pieces of a text that are of some kinds."""
    return [piece.text for piece in pieces_of(text, load_locale(code)) if piece.kind in kinds]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("code", ["en", "ur", "ar", "bn", "pa", "ru", "en-XB"])
def test_nothing_is_lost(text: str, code: str) -> None:
    """The pieces of a text, joined, are the text, and no piece is empty but that of an empty text."""
    pieces = list(pieces_of(text, load_locale(code)))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces) or not text


@pytest.mark.parametrize("code", ["en", "cy", "pl", "so", "en-XA"])
def test_latin_script(code: str) -> None:
    """In a language of Latin script nothing is foreign."""
    text = "See Working Together 2023 or ring 0300 123 4567."
    assert [piece.kind for piece in pieces_of(text, load_locale(code))] == [Kind.OWN]


@pytest.mark.parametrize("code", ["ur", "ar", "bn", "pa", "ru"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("م SEND ম", ["SEND"]),
        ("م Working Together م", ["Working Together"]),
        ("م Children Act 1989 م", ["Children Act 1989"]),
        ("م Children’s Services، م", ["Children’s Services"]),
        ("م (Education, Health) م", ["Education, Health"]),
        ("م office@council.example۔", ["office@council.example"]),
        ("م council.example/letters م", ["council.example/letters"]),
        ("م SEND. م", ["SEND"]),
        ("م Tŷ Gŵydd م", ["Tŷ Gŵydd"]),
        ("م م", []),
    ],
)
def test_words(text: str, words: list[str], code: str) -> None:
    """Words of Latin letters that follow each other are one piece, with a year; punctuation around them is not."""
    assert found(text, code, Kind.WORDS) == words


@pytest.mark.parametrize("code", ["ur", "ar"])
@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("م 0300 123 4567 م", ["0300 123 4567"]),
        ("م 0300 123 4567۔", ["0300 123 4567"]),
        ("م +44 300 123 4567 م", ["+44 300 123 4567"]),
        ("م ٠٣٠٠ ١٢٣ ٤٥٦٧ م", ["٠٣٠٠ ١٢٣ ٤٥٦٧"]),
        ("م 2023/2024 م", ["2023/2024"]),
        ("م 5-7 م", ["5-7"]),
        ("م 5–7 م", ["5–7"]),
        ("م 9:00 م 17:00 م", ["9:00", "17:00"]),
        ("م 999 م", []),
        ("م 2026 م", []),
        ("م ۵ م", []),
    ],
)
def test_figures(text: str, figures: list[str], code: str) -> None:
    """From right to left, figures of several parts are set by themselves, in any digits; a plain number is not."""
    assert found(text, code, Kind.FIGURES) == figures


@pytest.mark.parametrize("code", ["bn", "pa", "ru"])
def test_figures_from_left_to_right(code: str) -> None:
    """From left to right the parts of a phone number stay in order by themselves."""
    assert found("ফোন 0300 123 4567", code, Kind.FIGURES) == []


@pytest.mark.parametrize("text", ["م (999) م", "م (2014) م", "م (0300 123 4567) م", "م (5-7) م", "م [2014] م"])
def test_brackets_stay_together(text: str) -> None:
    """Both brackets around figures stand inside of what is set by itself, or both outside of it."""
    apart = [piece for piece in pieces_of(text, load_locale("ur")) if piece.kind is not Kind.OWN]
    assert apart or text.count(" ") == 2
    for piece in apart:
        assert piece.text.count("(") == piece.text.count(")"), piece


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("م Working Together 2023-24 م", "2023-24"),
        ("م Act 1989/2004 م", "1989/2004"),
        ("م SEND 0300 123 4567 م", "0300 123 4567"),
    ],
)
def test_figures_after_words(text: str, whole: str) -> None:
    """Figures of several parts that follow a foreign word are not torn apart."""
    assert any(whole in piece for piece in found(text, "ur", Kind.WORDS, Kind.FIGURES))
