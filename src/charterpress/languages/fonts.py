"""Choose fonts by script; the site and the leaflets take them from the same files.

Every family is free (SIL Open Font License 1.1) and comes from a Python package, so that nothing
is downloaded while building.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


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

LATIN = FontSet(headings=(LEXEND,), text=(SOURCE_SANS,))
BY_SCRIPT = {
    "Latn": LATIN,
    "Arab": FontSet(headings=(PLEX_ARABIC, SOURCE_SANS), text=(PLEX_ARABIC, SOURCE_SANS)),
}


def fonts_for(script: str) -> FontSet | None:
    """Return the fonts for an ISO 15924 script code, or None when no font is known for it."""
    return BY_SCRIPT.get(script)
