"""Choose the fonts of a leaflet: a project's own first where they have the letters of the language, then ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.leafletsettings import LeafletFonts, LeafletLanguageFonts
from charterpress.languages.fontfiles import FontFile, read_font
from charterpress.languages.fontfolder import family_in, font_folder
from charterpress.languages.fonts import LATIN, SOURCE_SANS, FontFamily, fonts_for
from charterpress.languages.locales import Locale
from charterpress.leaflets.settings import LeafletSettings


@dataclass(frozen=True)
class Typeface:
    """Hold a family, by its files; one that is `tall` needs lines as high as its letters climb."""

    name: str
    paths: tuple[Path, ...]
    tall: bool = False


@dataclass(frozen=True)
class Typefaces:
    """Hold the families for headings and for text, best first."""

    headings: tuple[Typeface, ...]
    text: tuple[Typeface, ...]

    @property
    def every(self) -> tuple[Typeface, ...]:
        """Return each family once."""
        return tuple(dict.fromkeys((*self.headings, *self.text)))

    @property
    def tall(self) -> bool:
        """Tell whether lines must be as high as tall letters."""
        return any(face.tall for face in self.every)


def typefaces_for(locale: Locale, settings: LeafletSettings, words: Iterable[str], *, press: bool) -> Typefaces:
    """Return the fonts for a language; `words` of it tell which families have its letters."""
    ours = fonts_for(locale) or LATIN
    letters = {ord(sign) for text in words for sign in text if unicodedata.category(sign)[0] in "LM"}
    options = settings.fonts
    folder = font_folder(settings.root, options) if settings.root is not None else None

    def chosen(role: str, families: tuple[FontFamily, ...]) -> tuple[Typeface, ...]:
        behind = tuple(_ours(family) for family in families)
        own = _named(options, locale, role, press=press)
        general = getattr(options, role)
        found = _own(folder, own) if folder is not None and own else None
        if found is None and folder is not None and general:
            found = _own(folder, general)
            if found is not None and not letters <= _signs(found):
                # It lacks letters of the language: a word in two faces is worse than one in ours.
                return (*behind[:1], found, *behind[1:])
        if found is None:
            return behind
        # Digits and Latin letters of tall fonts are made for other uses; ours go before them.
        before = (_ours(SOURCE_SANS),) if found.tall else ()
        return tuple(dict.fromkeys((*before, found, *behind)))

    return Typefaces(chosen("headings", ours.headings), chosen("text", ours.text))


def _named(options: LeafletFonts, locale: Locale, role: str, *, press: bool) -> str | None:
    """Return the family that a language names for itself; that for the press goes before others there."""
    base = options.languages.get(locale.code.partition("-")[0], LeafletLanguageFonts())
    own = options.languages.get(locale.code, base)
    return (own.press if press else None) or getattr(own, role)


def _ours(family: FontFamily) -> Typeface:
    return Typeface(family.name, family.paths)


def _own(folder: Path, name: str) -> Typeface | None:
    files = family_in(folder, name)
    if not files:
        return None
    return Typeface(files[0].family, tuple(font.path for font in files), any(font.tall for font in files))


def _signs(face: Typeface) -> frozenset[int]:
    fonts = (read_font(path) for path in face.paths)
    return frozenset[int]().union(*(font.signs for font in fonts if isinstance(font, FontFile)))


def missing_signs(faces: Typefaces, words: Iterable[str]) -> tuple[str, ...]:
    """Return the characters that no font has a glyph for, in the order of their code points."""
    known = frozenset[int]().union(*(_signs(face) for face in faces.every))
    # Marks of direction and joiners are never drawn.
    used = {sign for text in words for sign in text if unicodedata.category(sign) not in {"Cf", "Cc", "Zl", "Zp"}}
    return tuple(sorted(sign for sign in used if ord(sign) not in known))
