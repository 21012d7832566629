"""Hold what was made of a leaflet for the site and for the print shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from charterpress.findings import Finding

if TYPE_CHECKING:
    from charterpress.leaflets.job import Leaflet
    from charterpress.leaflets.printing import PressFile


@dataclass(frozen=True)
class Printed:
    """Hold a press PDF, where it lives below the folder of a project, and the files that stand beside it, by name."""

    path: Path
    data: bytes
    papers: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """Hold what became of one order; `key` names its entry in the store."""

    leaflet: Leaflet | None
    findings: tuple[Finding, ...]
    printed: tuple[Printed, ...] = ()
    key: str = ""


def press_path(made: Leaflet, file: PressFile) -> Path:
    """Return where a press PDF lives below the folder of a project."""
    ending = "" if file.holds == "sheets" else f".{file.holds}"
    return Path("print", made.locale, f"{made.charter_id}.{made.locale}.{made.format}{ending}.pdf")
