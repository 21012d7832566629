"""Write the job ticket of a press PDF: what a print shop needs to know to quote and to print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charterpress import __version__
from charterpress.languages.locales import load_locale
from charterpress.preflight.companions import proof_pages
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.panels import sides_of
from charterpress.preflight.printers import Printer, Sheet


@dataclass(frozen=True)
class Job:
    """Hold what the file itself does not say: its title, language, direction and the version of its text.

    `holds` says whether its pages are whole sheets, or panels and pages one by one.
    """

    title: str
    language: str
    direction: str
    version: str | None
    holds: Literal["sheets", "pages"] = "sheets"


def finished_pages(done: Preflight, sheet: Sheet | None, job: Job) -> int | None:
    """Return how many pages a booklet has when it is stapled; None for what is none."""
    if sheet is None or not sheet.stitched or done.pages is None:
        return None
    return 2 * done.pages if job.holds == "sheets" else done.pages


def ticket_data(done: Preflight, printer: Printer, job: Job) -> dict[str, object]:
    """Return the ticket as plain values; the quantity is for the person who orders to fill in."""
    sheet = printer.sheet(done.format)
    folded = sheet.folded if sheet is not None else None
    sides = sides_of(sheet, job.direction, done.pages or 0) if job.holds == "sheets" else ()
    opens = sheet is not None and bool(sheet.panels_on(1))
    # Of a booklet the first sheet stands for all.
    shown = sides[:2] if sheet is not None and sheet.stitched else sides
    return {
        "file": done.file.name,
        "sha256": done.sha256,
        "title": job.title,
        "language": job.language,
        "language_name": load_locale(job.language).english_name,
        "direction": job.direction,
        "opens_from": ("right" if job.direction == "rtl" else "left") if opens else None,
        "version": job.version,
        "quantity": None,
        "format": sheet.title if sheet is not None else None,
        "pages": done.pages,
        "finished_pages": finished_pages(done, sheet, job),
        "pages_hold": "whole sheets" if job.holds == "sheets" else "panels or pages one by one, in reading order",
        "sides": "both sides, turned over the short edge" if sides else None,
        "flat_size_mm": [sheet.width, sheet.height] if sheet is not None else None,
        "trimmed_size_mm": list(folded) if folded else [sheet.width, sheet.height] if sheet is not None else None,
        "fold": sheet.fold if sheet is not None else None,
        "panels_mm": [[panel.width for panel in side] for side in shown],
        "panel_names": [[panel.name for panel in side] for side in shown],
        "proof_pages": proof_pages(done.pages or 0) if job.holds == "sheets" else 0,
        "bleed_mm": printer.bleed,
        "paper": printer.paper,
        "colours": "4/4 CMYK",
        "standard": f"PDF/{printer.standard}",
        "profile": done.profile,
        "charterpress": __version__,
    }


def render_ticket(done: Preflight, printer: Printer, job: Job, beside: Mapping[str, str] | None = None) -> str:
    """Return the job ticket as JSON; `beside` has the SHA-256 of each file that goes along, by its name."""
    ticket = {**ticket_data(done, printer, job), "beside_sha256": dict(beside or {})}
    return json.dumps(ticket, indent=2, ensure_ascii=False) + "\n"
