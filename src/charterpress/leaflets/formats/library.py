"""Find formats by name, and say which of those that a project wants there are not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter

from charterpress.content.settings import Project
from charterpress.content.shipped import shipped
from charterpress.findings import Finding
from charterpress.leaflets.formats.shapes import Flowing, Folded, Format, Stitched

FOLDER = Path(str(files("charterpress.leaflets.formats")))
_FORMAT: TypeAdapter[Folded | Flowing | Stitched] = TypeAdapter(Format)


@cache
def format_names() -> tuple[str, ...]:
    """Return the name of every format, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def find_format(name: str) -> Folded | Flowing | Stitched:
    """Return the format with this name; it must be one of `format_names`."""
    settings = shipped(FOLDER / f"{name}.yml")
    return _FORMAT.validate_python({"name": name, **settings})


def formats_of(project: Project) -> tuple[Folded | Flowing | Stitched, ...]:
    """Return the formats that a project wants, each once; those that there are not are left out."""
    options = project.settings.leaflets
    listed = dict.fromkeys(options.formats) if options.enabled else {}
    return tuple(find_format(name) for name in listed if name in format_names())


def check_formats(project: Project) -> Iterator[Finding]:
    """Yield each format that a project wants and that there is not, with its place in mkdocs.yml."""
    known = format_names()
    for index, name in enumerate(project.settings.leaflets.formats):
        if name not in known:
            message, hint = f"there is no leaflet format '{name}'", f"Use one of {', '.join(known)}."
            yield project.finding("unknown-format", message, hint, "leaflets", "formats", index)
