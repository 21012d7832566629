"""Choose fonts by script; the site and the leaflets take them from the same files.

Every family is free (SIL Open Font License 1.1) and comes from a Python package, so that nothing
is downloaded while building.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from charterpress.languages.locales import Locale


@dataclass(frozen=True)
class FontFamily:
    """Name a family, the package that holds its TrueType files, and the characters that it is used for.

    `pattern` picks its files below the package where that holds other families as well; `characters` are ranges as
    in a style sheet.
    """

    name: str
    package: str
    characters: str
    pattern: str = "files/*.ttf"

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the TrueType files of the family."""
        return tuple(sorted(Path(str(files(self.package))).glob(self.pattern)))


@dataclass(frozen=True)
class OwnFamily(FontFamily):
    """Name a family of a project's own: its upright files, each with the weights that it has."""

    faces: tuple[tuple[Path, tuple[int, int]], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the files of the family."""
        return tuple(path for path, _ in self.faces)


@dataclass(frozen=True)
class FontSet:
    """Name the families of a script, best first, for headings and for running text."""

    headings: tuple[FontFamily, ...]
    text: tuple[FontFamily, ...]

    @property
    def families(self) -> tuple[FontFamily, ...]:
        """Return every family once."""
        return tuple(dict.fromkeys((*self.headings, *self.text)))


_LATIN = "U+0020-024F, U+1E00-1EFF, U+2000-206F, U+20A0-20BF, U+2122, U+2190-2193, U+21A9, U+2212"
_ARABIC = "U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF, U+200C-200F"
_INDIC = "U+0964-0965, U+200C-200D, U+25CC"

LEXEND = FontFamily("Lexend", "fontpkg_lexend", _LATIN)
SOURCE_SANS = FontFamily("Source Sans 3", "fontpkg_source_sans_3", _LATIN)
SOURCE_SANS_CYRILLIC = FontFamily("Source Sans 3", "fontpkg_source_sans_3", "U+0400-052F")
SOURCE_SANS_GREEK = FontFamily("Source Sans 3", "fontpkg_source_sans_3", "U+0370-03FF, U+1F00-1FFF")
PLEX_ARABIC = FontFamily("IBM Plex Sans Arabic", "fontpkg_ibm_plex_sans_arabic", _ARABIC)
ALMARAI = FontFamily("Almarai", "fontpkg_almarai", _ARABIC)
HIND_SILIGURI = FontFamily("Hind Siliguri", "fontpkg_hind_siliguri", f"U+0980-09FF, {_INDIC}")


def _noto(script: str, characters: str) -> FontFamily:
    """Return the Noto family of a script; one package has those of many scripts, one variable file each."""
    return FontFamily(f"Noto Sans {script}", "manimgx_fonts", characters, f"NotoSans{script}[[]wght].ttf")


def _with(family: FontFamily) -> FontSet:
    """Return a family for a script, with one for Latin letters, digits and marks behind it."""
    return FontSet(headings=(family, SOURCE_SANS), text=(family, SOURCE_SANS))


LATIN = FontSet(headings=(LEXEND,), text=(SOURCE_SANS,))
BY_SCRIPT = {
    "Arab": _with(ALMARAI),
    "Armn": _with(_noto("Armenian", "U+0530-058F")),
    "Beng": _with(HIND_SILIGURI),
    # Lexend has no Cyrillic or Greek letters.
    "Cyrl": _with(SOURCE_SANS_CYRILLIC),
    "Deva": _with(_noto("Devanagari", f"U+0900-097F, {_INDIC}")),
    "Ethi": _with(_noto("Ethiopic", "U+1200-139F, U+2D80-2DDF")),
    "Geor": _with(_noto("Georgian", "U+10A0-10FF, U+1C90-1CBF")),
    "Grek": _with(SOURCE_SANS_GREEK),
    "Gujr": _with(_noto("Gujarati", f"U+0A80-0AFF, {_INDIC}")),
    "Guru": _with(_noto("Gurmukhi", f"U+0A00-0A7F, {_INDIC}")),
    "Hebr": _with(_noto("Hebrew", "U+0590-05FF, U+FB1D-FB4F")),
    "Latn": LATIN,
    "Mlym": _with(_noto("Malayalam", f"U+0D00-0D7F, {_INDIC}")),
    "Sinh": _with(_noto("Sinhala", f"U+0D80-0DFF, {_INDIC}")),
    "Taml": _with(_noto("Tamil", f"U+0B80-0BFF, {_INDIC}")),
    "Telu": _with(_noto("Telugu", f"U+0C00-0C7F, {_INDIC}")),
    "Thai": _with(_noto("Thai", "U+0E00-0E7F")),
}


# Words copied out of a PDF come back best from Almarai, but it draws some Urdu letters as in Arabic.
BY_LANGUAGE = {
    "ur": _with(PLEX_ARABIC),
}


def fonts_for(locale: Locale) -> FontSet | None:
    """Return the fonts for a language or its script, or None when no font is known for it."""
    return BY_LANGUAGE.get(locale.code.partition("-")[0]) or BY_SCRIPT.get(locale.script)


def families_for(locale: Locale) -> tuple[FontFamily, ...]:
    """Return every family of ours that has the letters of a language, those that it gets by itself first."""
    sets = (fonts_for(locale) or LATIN, BY_SCRIPT.get(locale.script, LATIN))
    # What stands behind the first has letters of other scripts only.
    return tuple(dict.fromkeys(family for fonts in sets for family in (fonts.headings[0], fonts.text[0])))
