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
    """Name a family and the package whose `files` folder holds its TrueType files."""

    name: str
    package: str

    @property
    def folder(self) -> Path:
        """Return the folder of TrueType files."""
        return Path(str(files(self.package))) / "files"


@dataclass(frozen=True)
class FontSet:
    """Name the families of a script, best first, for headings and for running text."""

    headings: tuple[FontFamily, ...]
    text: tuple[FontFamily, ...]

    @property
    def families(self) -> tuple[FontFamily, ...]:
        """Return every family once."""
        return tuple(dict.fromkeys((*self.headings, *self.text)))


LEXEND = FontFamily("Lexend", "fontpkg_lexend")
SOURCE_SANS = FontFamily("Source Sans 3", "fontpkg_source_sans_3")
PLEX_ARABIC = FontFamily("IBM Plex Sans Arabic", "fontpkg_ibm_plex_sans_arabic")
ALMARAI = FontFamily("Almarai", "fontpkg_almarai")

LATIN = FontSet(headings=(LEXEND,), text=(SOURCE_SANS,))
BY_SCRIPT = {
    "Latn": LATIN,
    "Arab": FontSet(headings=(ALMARAI, SOURCE_SANS), text=(ALMARAI, SOURCE_SANS)),
}


# Words copied out of a PDF come back best from Almarai, but it draws some Urdu letters as in Arabic.
BY_LANGUAGE = {
    "ur": FontSet(headings=(PLEX_ARABIC, SOURCE_SANS), text=(PLEX_ARABIC, SOURCE_SANS)),
}


def fonts_for(locale: Locale) -> FontSet | None:
    """Return the fonts for a language or its script, or None when no font is known for it."""
    return BY_LANGUAGE.get(locale.code.partition("-")[0]) or BY_SCRIPT.get(locale.script)
