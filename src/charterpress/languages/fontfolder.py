"""Look into a project's folder of fonts, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.fontsettings import FontOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.fontfiles import COLLECTIONS, FONTS, WEB_FONTS, Fault, FontFile, read_font


@dataclass(frozen=True)
class FontRequest:
    """Hold what is asked of a folder of fonts, and where the settings say so.

    `given` tells whether the settings speak of fonts at all; families of `ours` need no file.
    """

    options: FontOptions
    place: tuple[str, ...]
    rule: str
    given: bool
    ours: tuple[str, ...] = ()

    @property
    def shipped(self) -> frozenset[str]:
        """Return the names of our families as they are compared."""
        return frozenset(name.casefold() for name in self.ours)


def fonts_in(folder: Path) -> tuple[FontFile | Fault, ...]:
    """Return every font file of a folder, in the order of their names, or why it is not used."""
    endings = (*FONTS, *WEB_FONTS, *COLLECTIONS)
    found = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in endings)
    return tuple(read_font(path) for path in found)


def family_in(folder: Path, name: str) -> tuple[FontFile, ...]:
    """Return the files of a family; capitals and blanks at the ends do not count."""
    wanted = name.casefold().strip()
    fonts = (font for font in fonts_in(folder) if isinstance(font, FontFile))
    return tuple(font for font in fonts if wanted in {family.casefold() for family in font.families})


def font_folder(root: Path, options: FontOptions) -> Path | None:
    """Return the folder of a project's fonts, or None where there is no such folder inside the project."""
    folder = (root / options.folder).resolve()
    return folder if folder.is_dir() and folder.is_relative_to(root.resolve()) else None


def check_fonts(project: Project, request: FontRequest) -> Iterator[Finding]:
    """Yield what is wrong with a project's fonts: no folder, files that are no use, families that are not there."""
    options, place, rule = request.options, request.place, request.rule
    named = tuple(options.families())
    wanted = tuple((keys, name) for keys, name in named if name.casefold() not in request.shipped)
    if not wanted and (named or not request.given):
        return
    folder = font_folder(project.root, options)
    if folder is None and not request.shipped:
        message = f"there is no folder '{options.folder}' in this project"
        hint = "Put the TTF or OTF files into a folder beside mkdocs.yml, and name that folder."
        yield project.finding(rule, message, hint, *place, "folder")
        return
    found = fonts_in(folder) if folder is not None else ()
    for fault in found:
        if isinstance(fault, Fault):
            name = fault.path.relative_to(project.root.resolve()).as_posix()
            yield Finding(rule, f"'{name}' {fault.message}", fault.hint, file=project.root / name)
    if folder is not None:
        yield from _alike(project, folder, {name for _, name in wanted}, rule)
    families = sorted({font.family for font in found if isinstance(font, FontFile)})
    for keys, name in wanted:
        if folder is None or not family_in(folder, name):
            message = f"no font in '{options.folder}' belongs to the family '{name}'"
            if request.shipped:
                message += ", and none of that name comes with charterpress for these languages"
            there = ", ".join(f"'{family}'" for family in (*families, *request.ours))
            hint = f"Use one of {there}." if there else "Put its TTF or OTF files there."
            yield project.finding(rule, message, hint, *place, *keys)


def _alike(project: Project, folder: Path, wanted: set[str], rule: str) -> Iterator[Finding]:
    """Yield files that claim to be the same font: which of them would be taken is chance."""
    for family in sorted(wanted):
        seen: dict[tuple[int, int, bool], Path] = {}
        for font in family_in(folder, family):
            first = seen.setdefault(font.style, font.path)
            if first != font.path:
                message = f"'{first.name}' and '{font.path.name}' both say that they are weight {font.style[0]}"
                hint = "Leave only one of them in the folder."
                file = project.root / font.path.relative_to(project.root.resolve())
                yield Finding(rule, f"{message} of '{family}'", hint, file=file)
