"""Choose the fonts of the site: those that the settings name where they have the letters of a language, then ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from charterpress.content.settings import Project
from charterpress.content.texts import texts_of
from charterpress.findings import Finding
from charterpress.languages.fontfiles import FontFile
from charterpress.languages.fontfolder import FontRequest, check_fonts, family_in, font_folder
from charterpress.languages.fonts import LATIN, FontFamily, FontSet, OwnFamily, families_for, fonts_for
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import load_locale

RULE = "look-font"
REGULAR, BOLD = 400, 700

Role = Literal["text", "headings"]


def check_letters(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the fonts that the site is to have."""
    look = project.settings.look
    given = "fonts" in look.model_fields_set
    ours = {family.name for code in project.locales for family in families_for(load_locale(code))}
    yield from check_fonts(project, FontRequest(look.fonts, ("look", "fonts"), RULE, given, tuple(sorted(ours))))


def letters_for(project: Project, library: LocalisedLibrary) -> FontSet:
    """Return the fonts of a language: what the settings name, if it has the letters, and ours behind it.

    A family that a language names for itself is taken as it is; another one only where it has every letter that the
    documents use, since a word in two faces is worse than one in ours.
    """
    ours = fonts_for(library.locale) or LATIN
    return FontSet(
        _chosen(project, library, "headings", ours.headings),
        _chosen(project, library, "text", ours.text),
    )


def _chosen(
    project: Project, library: LocalisedLibrary, role: Role, behind: tuple[FontFamily, ...]
) -> tuple[FontFamily, ...]:
    fonts = project.settings.look.fonts
    name, by_itself = fonts.named(library.locale.code, role)
    if name is None:
        return behind
    folder = font_folder(project.root, fonts)
    files = _upright(family_in(folder, name)) if folder is not None else ()
    if not files:
        ours = [family for family in families_for(library.locale) if family.name.casefold() == name.casefold()]
        return tuple(dict.fromkeys((*ours, *behind)))
    signs = frozenset[int]().union(*(font.signs for font in files))
    if not by_itself and not _letters(library) <= signs:
        return behind
    # The characters are those of our family for the language, so that digits of another script stay with ours.
    own = OwnFamily(files[0].family, "", behind[0].characters, faces=_weights(files))
    return (own, *behind)


def _upright(files: tuple[FontFile, ...]) -> tuple[FontFile, ...]:
    return tuple(font for font in files if not font.style[2])


def _weights(files: tuple[FontFile, ...]) -> tuple[tuple[Path, tuple[int, int]], ...]:
    """Return at most two files, and for which weights each is: one that varies, or the ones for text and for bold."""
    for font in files:
        if font.weights is not None:
            least, most = font.weights
            return ((font.path, (max(least, REGULAR), max(min(most, BOLD), REGULAR))),)
    nearest = [min(files, key=lambda font: (abs(font.style[0] - wanted), font.path)) for wanted in (REGULAR, BOLD)]
    return tuple((font.path, (font.style[0], font.style[0])) for font in dict.fromkeys(nearest))


def _letters(library: LocalisedLibrary) -> frozenset[int]:
    words = (text.text for item in library.documents.values() for text in texts_of(item.document))
    signs = frozenset[str]().union(*words)
    return frozenset(ord(sign) for sign in signs if unicodedata.category(sign)[0] in "LM")
