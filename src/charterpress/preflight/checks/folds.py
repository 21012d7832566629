"""Check where a sheet is folded: the marks outside the bleed against the panels of the format."""

from __future__ import annotations

from itertools import pairwise

from charterpress.findings import Finding
from charterpress.preflight.checks.boxes import sheet_of
from charterpress.preflight.geometry import POINTS
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.subject import Page, Subject

_PLACES = 2


def panels_of(page: Page, printer: Printer) -> tuple[float, ...]:
    """Return the widths of the panels in mm, left to right, as upright dashed marks cut the page; () without any."""
    edge, near = page.trim, printer.tolerance * POINTS
    if edge is None or page.turned:
        return ()
    above: set[float] = set()
    below: set[float] = set()
    for line in page.painted.strokes:
        if not line.dashed or abs(line.x0 - line.x1) > near or not edge.left + near < line.x0 < edge.right - near:
            continue
        (above if min(line.y0, line.y1) >= edge.top else below).add(round((line.x0 - edge.left) / POINTS, _PLACES))
    # A mark at one end only is a line of another kind.
    folds = sorted(x for x in above if any(abs(x - other) <= printer.tolerance for other in below))
    ends = (0.0, *folds, edge.width)
    return tuple(round(b - a, _PLACES) for a, b in pairwise(ends)) if folds else ()


def check_folds(subject: Subject, printer: Printer) -> Check:
    """Check the widths of the panels; a language that runs from right to left has them mirrored on every page."""
    title = "Panels and folds"
    sheet = sheet_of(subject, printer)
    sides = sheet.panels_on(len(subject.pages)) if sheet is not None else ()
    if sheet is None or not sides:
        why = "the size is no format of this printer" if sheet is None else f"'{sheet.title}' is not folded"
        return Check("folds", title, why=why)
    found = [panels_of(page, printer) for page in subject.pages]
    if not any(found):
        return Check("folds", title, why="the file has no fold marks (upright dashed lines outside the bleed)")
    values: dict[str, Value] = {
        f"page {page.number}": " / ".join(f"{width:g}" for width in widths) + " mm" if widths else "no fold marks"
        for page, widths in zip(subject.pages, found, strict=True)
    }
    mirrored = tuple(tuple(reversed(side)) for side in sides)
    findings: tuple[Finding, ...] = ()
    if sides == mirrored and _same(found, sides, printer):
        values["order"] = "the same in both directions"
    elif _same(found, mirrored, printer) and not _same(found, sides, printer):
        values["order"] = "for a language that runs from right to left"
    elif _same(found, sides, printer):
        values["order"] = "for a language that runs from left to right"
    else:
        wanted = " and ".join(" / ".join(f"{width:g}" for width in side) for side in dict.fromkeys(sides))
        shown = " and ".join(" / ".join(f"{width:g}" for width in side) or "no folds" for side in dict.fromkeys(found))
        message = f"the panels are {shown} mm wide; this printer folds at {wanted} mm, or mirrored"
        findings = (fault("print-fold", message, "Move the folds, or tell the printer."),)
    return Check("folds", title, findings, values)


def _same(found: list[tuple[float, ...]], wanted: tuple[tuple[float, ...], ...], printer: Printer) -> bool:
    return len(found) == len(wanted) and all(
        len(ours) == len(theirs) and all(abs(a - b) <= printer.tolerance for a, b in zip(ours, theirs, strict=True))
        for ours, theirs in zip(found, wanted, strict=True)
    )
