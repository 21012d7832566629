"""Look into a project's folder of fonts, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from charterpress.content.leafletsettings import FontOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.leaflets.fonts.files import COLLECTIONS, FONTS, WEB_FONTS, Fault, FontFile, read_font

RULE = "leaflet-font"


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


def check_fonts(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with a project's fonts: no folder, files that are no use, families that are not there."""
    options = project.settings.leaflets.fonts
    wanted = tuple(options.families())
    if not wanted and "fonts" not in project.settings.leaflets.model_fields_set:
        return
    folder = font_folder(project.root, options)
    if folder is None:
        message = f"there is no folder '{options.folder}' in this project"
        hint = "Put the TTF or OTF files into a folder beside mkdocs.yml, and name that folder."
        yield project.finding(RULE, message, hint, "leaflets", "fonts", "folder")
        return
    for fault in fonts_in(folder):
        if isinstance(fault, Fault):
            name = fault.path.relative_to(project.root.resolve()).as_posix()
            yield Finding(RULE, f"'{name}' {fault.message}", fault.hint, file=project.root / name)
    yield from _alike(project, folder, {name for _, name in wanted})
    families = sorted({font.family for font in fonts_in(folder) if isinstance(font, FontFile)})
    for keys, name in wanted:
        if not family_in(folder, name):
            message = f"no font in '{options.folder}' belongs to the family '{name}'"
            there = ", ".join(f"'{family}'" for family in families)
            hint = f"Use one of {there}." if families else "Put its TTF or OTF files there."
            yield project.finding(RULE, message, hint, "leaflets", "fonts", *keys)


def _alike(project: Project, folder: Path, wanted: set[str]) -> Iterator[Finding]:
    """Yield files that claim to be the same font: which of them would be taken is chance."""
    for family in sorted(wanted):
        seen: dict[tuple[int, int, bool], Path] = {}
        for font in family_in(folder, family):
            first = seen.setdefault(font.style, font.path)
            if first != font.path:
                message = f"'{first.name}' and '{font.path.name}' both say that they are weight {font.style[0]}"
                hint = "Leave only one of them in the folder."
                file = project.root / font.path.relative_to(project.root.resolve())
                yield Finding(RULE, f"{message} of '{family}'", hint, file=file)
