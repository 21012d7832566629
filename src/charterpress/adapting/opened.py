"""Open a project to look at its adaptations, and at nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charterpress.content.adaptation.resolve import Adapted, resolve
from charterpress.content.adaptation.sources import Sources
from charterpress.content.model import Adaptation
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.content.shelf import Shelf, read_shelf
from charterpress.findings import CharterpressError, Finding, Level, named_from

_FOLDER = "charters"
"""Where adaptations stand, and what they may adapt in their own project."""


@dataclass(frozen=True)
class Opened:
    """Hold the adaptations of a project with the charters they make; what is wrong with them is in `findings`."""

    project: Project
    shelf: Shelf
    adaptations: Mapping[str, Adapted] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def open_adaptations(root: Path, wanted: str | None = None) -> tuple[Opened | None, tuple[Finding, ...]]:
    """Return the adaptations of a project, or the one wanted; settings that cannot be read give findings alone.

    An adaptation that is not there stops the run.
    """
    project, problems = load_project(root)
    if project is None:
        return None, named_from(root.resolve(), problems)
    if not project.docs.is_dir():
        message = f"There is no folder '{project.docs.name}' here. Run the command in a project, or name one."
        raise CharterpressError(message)
    shelf = read_shelf(project.root, project.docs)
    every = {key: one for key, one in sorted(shelf.documents.items()) if isinstance(one, Adaptation)}
    if wanted is not None and wanted not in every and wanted not in shelf.broken:
        known = f" Known: {', '.join(every)}." if every else " This project has none."
        message = f"There is no adaptation '{wanted}'.{known}"
        raise CharterpressError(message)
    sources = Sources()
    sources.take_in(shelf)
    found: list[Finding] = list(_broken(shelf, wanted))
    adaptations: dict[str, Adapted] = {}
    for key, one in every.items():
        if wanted in {None, key}:
            adapted, problems = resolve(one, shelf, sources)
            found.extend(finding for finding in problems if finding.level is Level.ERROR)
            if adapted is not None:
                adaptations[key] = adapted
    findings = named_from(project.root, found)
    return Opened(project, shelf, adaptations, findings), findings


def _broken(shelf: Shelf, wanted: str | None) -> Iterator[Finding]:
    """Yield what keeps charters and adaptations of this project, or the one wanted, from being read."""
    for finding in shelf.findings:
        path = finding.file
        if finding.level is not Level.ERROR or path is None or path.parent.name != _FOLDER:
            continue
        if wanted is None or wanted in shelf.broken:
            yield finding
