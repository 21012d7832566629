"""Find designs by name, and say when a project wants one that there is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from charterpress.content.settings import Project
from charterpress.content.shipped import shipped
from charterpress.findings import Finding
from charterpress.leaflets.designs.design import Design

FOLDER = Path(str(files("charterpress.leaflets.designs")))


@cache
def design_names() -> tuple[str, ...]:
    """Return the name of every design, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def find_design(name: str) -> Design:
    """Return the design with this name; it must be one of `design_names`."""
    settings = shipped(FOLDER / f"{name}.yml")
    return Design.model_validate({"name": name, **settings})


def check_design(project: Project) -> Iterator[Finding]:
    """Yield the design that a project wants, where there is none of that name, with its place in mkdocs.yml."""
    name, known = project.settings.leaflets.design, design_names()
    if name not in known:
        message = f"there is no leaflet design '{name}'"
        yield project.finding("unknown-design", message, f"Use one of {', '.join(known)}.", "leaflets", "design")
