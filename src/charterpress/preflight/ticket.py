"""Write the job ticket of a press PDF: what a print shop needs to know to quote and to print."""

from __future__ import annotations

import json
from dataclasses import dataclass

from charterpress import __version__
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.printers import Printer


@dataclass(frozen=True)
class Job:
    """Hold what the file itself does not say: its title, language, direction and the version of its text."""

    title: str
    language: str
    direction: str
    version: str | None


def ticket_data(done: Preflight, printer: Printer, job: Job) -> dict[str, object]:
    """Return the ticket as plain values; the quantity is for the person who orders to fill in."""
    sheet = next((each for each in printer.sheets if each.name == done.format), None)
    folded = sheet.folded if sheet is not None else None
    return {
        "file": done.file.name,
        "sha256": done.sha256,
        "title": job.title,
        "language": job.language,
        "direction": job.direction,
        "version": job.version,
        "quantity": None,
        "format": sheet.title if sheet is not None else None,
        "pages": done.pages,
        "sides": "both sides, turned over the short edge" if sheet is not None and sheet.panels else None,
        "flat_size_mm": [sheet.width, sheet.height] if sheet is not None else None,
        "trimmed_size_mm": list(folded) if folded else [sheet.width, sheet.height] if sheet is not None else None,
        "fold": sheet.fold if sheet is not None else None,
        "panels_mm": _panels(sheet.panels, job.direction) if sheet is not None else [],
        "bleed_mm": printer.bleed,
        "paper": printer.paper,
        "colours": "4/4 CMYK",
        "standard": f"PDF/{printer.standard}",
        "profile": done.profile,
        "charterpress": __version__,
    }


def _panels(panels: tuple[tuple[float, ...], ...], direction: str) -> list[list[float]]:
    return [list(reversed(side)) if direction == "rtl" else list(side) for side in panels]


def render_ticket(done: Preflight, printer: Printer, job: Job) -> str:
    """Return the job ticket as JSON."""
    return json.dumps(ticket_data(done, printer, job), indent=2, ensure_ascii=False) + "\n"
