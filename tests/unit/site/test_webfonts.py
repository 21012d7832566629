"""Test the web fonts: cut from the files that leaflets are set in, and enough for each language."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.fonts import BY_LANGUAGE, BY_SCRIPT, LATIN, FontFamily, fonts_for
from charterpress.languages.locales import load_locale
from charterpress.languages.words import FOLDER
from charterpress.site.webfonts import NAMES, FontFace, faces_for, faces_of, write_webfonts

FAMILIES = sorted(
    {family for fonts in (*BY_SCRIPT.values(), *BY_LANGUAGE.values()) for family in fonts.families},
    key=lambda family: family.name,
)
CODES = ("en", "cy", "pl", "ur", "ar", "bn", "pa")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the fonts of languages in four scripts."""
    folder = tmp_path_factory.mktemp("fonts")
    write_webfonts(folder / "site", [load_locale(code) for code in CODES], folder / "cache")
    return folder


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.name))
def test_faces(family: FontFamily) -> None:
    """A family has upright faces for running text and for bold, each from a file that exists."""
    faces = faces_of(family)
    assert faces
    weights = {weight for face in faces for weight in face.weights.split(" ")}
    assert {"400", "700"} <= weights
    for face in faces:
        assert face.source.is_file()
        assert "Italic" not in face.source.name


def test_names_change_with_the_font() -> None:
    """The name of a file changes with its characters, so that no browser keeps an old one."""
    face = faces_of(FAMILIES[0])[0]
    other = FontFace(face.family, face.source, face.weights, "U+0041")
    assert face.file_name != other.file_name
    assert face.file_name == faces_of(FAMILIES[0])[0].file_name
    assert re.fullmatch(r"[a-z0-9-]+\.woff2", face.file_name)


def test_the_style_sheet_names_what_is_there(written: Path) -> None:
    """Each font that the style sheet names is there, from this site alone, and each that is there is named."""
    css = (written / "site" / "fonts.css").read_text("utf-8")
    named = re.findall(r'url\("([^"]+)"\)', css)
    assert len(named) >= 3
    assert sorted(named) == sorted(path.name for path in (written / "site").glob("*.woff2"))
    assert "//" not in css
    faces = re.findall(r'font-family:"([^"]+)"[^}]*font-display:(\w+)', css)
    assert len(faces) == len(named)
    latin = {"Lexend", "Source Sans 3"}
    assert {(family in latin, display) for family, display in faces} == {(True, "optional"), (False, "swap")}


def test_each_language_has_its_fonts(written: Path) -> None:
    """Each language names the families of its headings and its text, and ends with any font at all."""
    css = (written / "site" / "fonts.css").read_text("utf-8")
    for code in CODES:
        [rule] = re.findall(rf":root:lang\({code}\)\{{([^}}]+)\}}", css)
        fonts = fonts_for(load_locale(code))
        assert fonts is not None
        assert f'--cp-font-text:"{fonts.text[0].name}"' in rule
        assert f'--cp-font-headings:"{fonts.headings[0].name}"' in rule
        assert rule.count("sans-serif") == 2


@pytest.mark.parametrize("code", CODES[1:])
def test_the_letters_of_a_language_are_kept(written: Path, code: str) -> None:
    """What is cut off a font is nothing that a language of the site needs."""
    fonts = fonts_for(load_locale(code))
    assert fonts is not None
    css = (written / "site" / "fonts.css").read_text("utf-8")
    letters: set[int] = set()
    for family in fonts.text:
        for name in re.findall(rf'font-family:"{family.name}";src:url\("([^"]+)"\)', css):
            with TTFont(written / "site" / name) as font:
                letters |= set(font.getBestCmap())
    words = "".join(entry.translation for entry in load_catalogue(FOLDER / f"{code}.po", code).entries.values())
    assert len(words) > 500
    assert {char for char in words if ord(char) not in letters and char.isprintable()} == set()


def test_fonts_are_small_and_compressed(written: Path) -> None:
    """A font is compressed for the web, and smaller than the file it was made of."""
    sources = {face.file_name: face.source for face in faces_for([load_locale(code) for code in CODES])}
    paths = sorted((written / "site").glob("*.woff2"))
    assert len(paths) > 8
    for path in paths:
        with TTFont(path) as font:
            assert font.flavor == "woff2"
            if "fvar" in font:
                [axis] = font["fvar"].axes
                assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)
        assert path.stat().st_size < sources[path.name].stat().st_size / 2


def test_the_same_font_gives_the_same_bytes() -> None:
    """Making a font twice gives the same file."""
    face = min((face for family in FAMILIES for face in faces_of(family)), key=lambda face: face.source.stat().st_size)
    made = face.compress()
    assert made == face.compress()
    with TTFont(io.BytesIO(made)) as font:
        assert font.getBestCmap()


def test_the_cache_saves_the_work(written: Path, tmp_path: Path) -> None:
    """What is in the cache is taken from it, and not made again."""
    kept = sorted((written / "cache").glob("*.woff2"))
    assert [path.name for path in kept] == sorted(path.name for path in (written / "site").glob("*.woff2"))
    (tmp_path / "cache").mkdir()
    face = faces_of(FAMILIES[0])[0]
    for path in kept:
        (tmp_path / "cache" / path.name).write_bytes(b"kept")
    write_webfonts(tmp_path / "site", [load_locale(code) for code in CODES], tmp_path / "cache")
    assert (tmp_path / "site" / face.file_name).read_bytes() == b"kept"


def test_a_script_without_fonts(tmp_path: Path, written: Path) -> None:
    """A language without fonts of its own gets those of Latin script rather than nothing, also for its name."""
    locale = load_locale("km")
    assert fonts_for(locale) is None
    write_webfonts(tmp_path, [locale], written / "cache")
    css = (tmp_path / "fonts.css").read_text("utf-8")
    assert ":root:lang(km){--cp-font-text:" in css
    assert f'font-family:"{NAMES}"' not in css
    assert {face.family for face in faces_for([locale])} == {family.name for family in LATIN.families}


def ranges_of(css: str, family: str) -> dict[str, set[int]]:
    """Return the characters that the style sheet uses each file of a family for, by the name of the file."""
    found = {}
    for rule in re.findall(r"@font-face\{([^}]+)\}", css):
        if f'font-family:"{family}"' in rule:
            [name] = re.findall(r'url\("([^"]+)"\)', rule)
            [listed] = re.findall(r"unicode-range:([^;}]+)", rule)
            parts = [part.strip().removeprefix("U+").partition("-") for part in listed.split(",")]
            found[name] = {code for a, _, b in parts for code in range(int(a, 16), int(b or a, 16) + 1)}
    return found


def test_the_names_of_languages(written: Path) -> None:
    """Each page lists all languages by name: a small font a script has just the letters of these names."""
    css = (written / "site" / "fonts.css").read_text("utf-8")
    ranges = ranges_of(css, NAMES)
    names = {code: load_locale(code).name for code in ("ur", "ar", "bn", "pa")}
    letters = {ord(letter) for name in names.values() for letter in name}
    assert len(ranges) == len({load_locale(code).script for code in names}) == 3
    assert set().union(*ranges.values()) == letters
    assert sum(map(len, ranges.values())) == len(letters)
    for name, listed in ranges.items():
        path = written / "site" / name
        assert path.stat().st_size < 10_000
        with TTFont(path) as font:
            assert listed <= set(font.getBestCmap())


def test_every_language_can_name_the_others(written: Path) -> None:
    """The font for names stands last in every language's list, before any font at all, for headings and for text."""
    css = (written / "site" / "fonts.css").read_text("utf-8")
    for code in CODES:
        [rule] = re.findall(rf":root:lang\({code}\)\{{([^}}]+)\}}", css)
        assert rule.count(f', "{NAMES}", sans-serif') == 2


def test_one_font_a_script_for_names() -> None:
    """Two languages of a script share the font of the first for their names: two fonts would tear letters apart."""
    for first, second in (("ur", "ar"), ("ar", "ur")):
        locales = [load_locale("en"), load_locale(first), load_locale(second)]
        [face] = [face for face in faces_for(locales) if face.family == NAMES]
        fonts = fonts_for(locales[1])
        assert fonts is not None
        assert face.source in fonts.text[0].paths
        assert face.weights == "400"
        assert not {"Bold", "Light", "Italic"} & set(face.source.stem.split("-"))
        assert {ord(letter) for locale in locales[1:] for letter in locale.name} == {
            int(part.strip().removeprefix("U+"), 16) for part in face.characters.split(",")
        }


def test_languages_in_latin_script_alone() -> None:
    """A site in Latin script alone needs no font for names."""
    assert NAMES not in {face.family for face in faces_for([load_locale(code) for code in ("en", "cy", "en-XA")])}


def test_a_name_changes_the_font() -> None:
    """Another language in the list changes the name of the file, so that no browser keeps one without its letters."""
    names = {
        next(face.file_name for face in faces_for([load_locale(code) for code in codes]) if face.family == NAMES)
        for codes in (("ur",), ("ur", "fa"), ("ur", "ar"))
    }
    assert len(names) == 3


def test_a_cache_that_cannot_be_written_to(written: Path, tmp_path: Path) -> None:
    """Where the cache is no folder, the fonts are made all the same."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    write_webfonts(tmp_path / "site", [load_locale("en")], tmp_path / "cache")
    for path in (tmp_path / "site").glob("*.woff2"):
        assert path.read_bytes() == (written / "site" / path.name).read_bytes()
