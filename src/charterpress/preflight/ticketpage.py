"""Set the job ticket as a page to print, for people at the print shop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charterpress.findings import shortened
from charterpress.languages.locales import load_locale
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.panels import Panel, sides_of
from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.ticket import Job, ticket_data
from charterpress.preflight.typesetting import set_page

_MOST_SIDES = 2
_MOST_PANELS = 12
_LONGEST = 240
"""How many sides, panels a side, and letters of a text the page shows; the JSON has all of them."""


def set_ticket(done: Preflight, printer: Printer, job: Job) -> bytes:
    """Return the job ticket as a PDF of one A4 page (PDF/UA-1), with lines to fill in."""
    said, sheet, locale = ticket_data(done, printer, job), printer.sheet(done.format), load_locale(job.language)
    data = {
        "name": f"Job ticket: {_short(done.file.name)}",
        "title": _short(job.title),
        "language": job.language,
        "direction": job.direction,
        "facts": [[name, _short(value)] for name, value in _facts(said, printer)],
        "language-line": [locale.english_name, locale.name if locale.name != locale.english_name else ""],
        "opens": _opens(said),
        "placed": job.holds == "sheets",
        "sides": [_drawn(sheet, side, at) for at, side in enumerate(_sides(done, sheet, job)[:_MOST_SIDES])],
        "height": sheet.height if sheet is not None else 0,
        "flat": said["flat_size_mm"],
        "notes": [_short(note) for note in _notes(said)],
    }
    return set_page("ticket.typ", data, job.language)


def _sides(done: Preflight, sheet: Sheet | None, job: Job) -> tuple[tuple[Panel, ...], ...]:
    """Return the sides of the sheet; whoever places single pages needs to know which page of the file goes where."""
    pages = done.pages or 0
    if job.holds == "sheets" or sheet is None:
        return sides_of(sheet, job.direction, pages)
    sides = sides_of(sheet, job.direction, pages // 2)
    if sheet.stitched or not sheet.order:
        return sides
    orders = (tuple(reversed(side)) if job.direction == "rtl" else side for side in sheet.order)
    return tuple(
        tuple(replace(panel, name=f"Page {number}: {panel.name}") for panel, number in zip(side, order, strict=True))
        for side, order in zip(sides, orders, strict=True)
    )


def _short(text: str) -> str:
    return shortened(text, _LONGEST)


def _opens(said: dict[str, object]) -> str:
    runs = "right to left" if said["direction"] == "rtl" else "left to right"
    opens = f"This leaflet opens from the {said['opens_from']}. " if said["opens_from"] else ""
    return f"{opens}Its text runs from {runs}."


def _facts(said: dict[str, object], printer: Printer) -> Iterator[tuple[str, str]]:
    """Yield what the page says, name and value; what is not known is said to be so."""
    yield "File", str(said["file"])
    yield "Checksum (SHA-256)", str(said["sha256"])
    yield "Version of the text", str(said["version"] or "not given")
    yield "Format", str(said["format"] or "not known to this printer's profile")
    yield "Pages in the file", f"{said['pages'] or 'not known'}: {said['pages_hold']}"
    if said["finished_pages"]:
        yield "Pages of the booklet", f"{said['finished_pages']}, cover included"
    yield "Flat size, trimmed", _size(said["flat_size_mm"])
    yield "Finished size", _size(said["trimmed_size_mm"])
    yield "Bleed", f"{printer.bleed:g} mm on every side"
    yield "Fold", str(said["fold"] or "not known")
    if said["sides"]:
        yield "Printed on", str(said["sides"])
    yield "Paper", printer.paper or "as agreed"
    yield "Colours", f"{said['colours']}, {said['standard']}"
    yield "Checked for", f"{printer.title} ({said['profile']}); see the certificate"


def _size(size: object) -> str:
    return f"{size[0]:g} \u00d7 {size[1]:g} mm" if isinstance(size, list) else "not known"


def _drawn(sheet: Sheet | None, panels: tuple[Panel, ...], at: int) -> dict[str, object]:
    """Return what the page draws of a side."""
    title = sheet.sides[at] if sheet is not None and at < len(sheet.sides) else f"Side {at + 1}"
    if sheet is not None and sheet.stitched:
        title = f"First sheet, {title.lower()}"
    shown = [{"name": shortened(panel.name, 40), "width": panel.width} for panel in panels[:_MOST_PANELS]]
    return {"title": shortened(title, 40), "panels": shown, "left-out": len(panels) - len(shown)}


def _notes(said: dict[str, object]) -> Iterator[str]:
    yield "Print at 100 %. Do not scale, rotate or mirror the pages."
    if said["opens_from"] == "right":
        yield "Do not change the order of the panels: it is meant for a language that is read from right to left."
    if said["panels_mm"]:
        yield "Fold lines and names of the panels are in the fold proof (PNG) beside this file."
    yield "Please send a proof before you print the run."
