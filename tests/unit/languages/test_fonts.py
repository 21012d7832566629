"""Test that the fonts of a language are there and hold its letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from babel.dates import get_day_names, get_month_names
from fontTools.ttLib import TTFont

from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.fonts import BY_LANGUAGE, BY_SCRIPT, LATIN, FontFamily, FontSet, fonts_for
from charterpress.languages.locales import load_locale
from charterpress.languages.words import FOLDER

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
FAMILIES = sorted(
    {family for fonts in (*BY_SCRIPT.values(), *BY_LANGUAGE.values()) for family in fonts.families},
    key=lambda family: family.name,
)


def letters_in(families: tuple[FontFamily, ...]) -> set[int]:
    """Return the code points that any upright font of the families can draw."""
    found: set[int] = set()
    for family in families:
        for path in family.paths:
            with TTFont(path) as font:
                found |= set(font.getBestCmap())
    return found


def family_name(path: Path) -> str:
    """Return the name of the family that a font file says it belongs to."""
    with TTFont(path) as font:
        return str(font["name"].getBestFamilyName())


def test_languages_are_found() -> None:
    """There are languages and families to test."""
    assert {"ar", "cy", "pl", "ur"} <= set(LANGUAGES)
    assert LATIN.families[0] in FAMILIES


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.name))
def test_files_are_installed(family: FontFamily) -> None:
    """Each family has TrueType files that name it."""
    paths = family.paths
    assert paths
    assert family.name in {family_name(path) for path in paths}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("use", ["headings", "text"])
def test_letters_of_a_language(code: str, use: str) -> None:
    """The fonts of a language draw every letter of its interface words."""
    fonts = fonts_for(load_locale(code))
    assert fonts is not None
    words = "".join(entry.translation for entry in load_catalogue(FOLDER / f"{code}.po", code).entries.values())
    assert len(words) > 500
    letters = letters_in(fonts.headings if use == "headings" else fonts.text)
    assert {char for char in words if ord(char) not in letters and char.isprintable()} == set()


@pytest.mark.parametrize(
    "code",
    ["am", "ar", "bn", "el", "fa", "gu", "he", "hi", "hy", "ka", "ml", "pa", "pl", "ru", "si", "ta", "te", "th", "ur"],
)
def test_letters_of_each_script(code: str) -> None:
    """The fonts of a script draw the names of days and months, and are used for these letters on the site."""
    fonts = fonts_for(load_locale(code))
    assert fonts is not None
    names = [
        *get_day_names("wide", "format", Locale(code)).values(),
        *get_month_names("wide", "format", Locale(code)).values(),
    ]
    wanted = {ord(letter) for letter in "".join(names) if letter.isalpha()}
    assert len(wanted) > 10
    for families in (fonts.headings, fonts.text):
        assert wanted <= letters_in(families)
    assert wanted <= {point for family in fonts.families for point in points(family.characters)}


def points(ranges: str) -> set[int]:
    """Return the code points of ranges as in a style sheet."""
    found: set[int] = set()
    for part in ranges.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_every_script_is_tested() -> None:
    """Each script that has fonts is one of a language that the test before this one draws."""
    codes = ("am", "ar", "bn", "el", "gu", "he", "hi", "hy", "ka", "ml", "pa", "pl", "ru", "si", "ta", "te", "th")
    assert {load_locale(code).script for code in codes} == set(BY_SCRIPT)


def test_families_come_once() -> None:
    """A family for headings and for text is named once."""
    family = LATIN.text[0]
    assert FontSet(headings=(family,), text=(family,)).families == (family,)


def test_urdu_has_its_own_letters() -> None:
    """Urdu is set in a family that draws its letters as Urdu does, a regional tag too."""
    assert fonts_for(load_locale("ur")) == fonts_for(load_locale("ur-IN")) == BY_LANGUAGE["ur"]
    assert fonts_for(load_locale("ar")) == BY_SCRIPT["Arab"]


def test_unknown_script() -> None:
    """A script without a font has none, rather than a wrong one."""
    assert fonts_for(load_locale("my")) is None
