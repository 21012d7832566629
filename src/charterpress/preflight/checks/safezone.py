"""Check that letters keep clear of edges and folds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charterpress.findings import Finding
from charterpress.preflight.checks.folds import panels_of
from charterpress.preflight.geometry import POINTS, Box
from charterpress.preflight.letters import Corners
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.subject import Page, Subject

_SLACK = 0.05
"""How far, in mm, a letter may be nearer: rounding in the file."""


def check_safe_zone(subject: Subject, printer: Printer) -> Check:
    """Check how near letters come to where the sheet is cut or folded."""
    findings: list[Finding] = []
    values: dict[str, Value] = {}
    why = ""
    for page in subject.pages:
        if page.trim is None:
            why = "a page without a TrimBox was left out"
            continue
        folds = _folds(page, printer)
        nearest = _nearest(page.painted.letters, page.trim, folds)
        values.setdefault("needed", f"{printer.safe_zone:g} mm")
        values[f"page {page.number}"] = _in_words(nearest, page, len(folds))
        findings += _judge(page, nearest, printer)
    return Check("safe-zone", "Text keeps clear of edges and folds", tuple(findings), values, why)


def _folds(page: Page, printer: Printer) -> list[float]:
    """Return where the page is folded, in points."""
    at, folds = page.trim.left if page.trim is not None else 0.0, []
    for width in panels_of(page, printer)[:-1]:
        at += width * POINTS
        folds.append(at)
    return folds


def _nearest(letters: Sequence[Corners], trim: Box, folds: Sequence[float]) -> dict[str, float]:
    """Return how near letters come, in mm, to each edge and each fold; below 0 they cross it."""
    inside = [
        (left, bottom, right, top)
        for left, bottom, right, top in letters
        if right > trim.left and left < trim.right and top > trim.bottom and bottom < trim.top
    ]
    if not inside:
        return {}
    nearest = {
        "the left edge": min(left for left, _, _, _ in inside) - trim.left,
        "the bottom": min(bottom for _, bottom, _, _ in inside) - trim.bottom,
        "the right edge": trim.right - max(right for _, _, right, _ in inside),
        "the top": trim.top - max(top for _, _, _, top in inside),
    }
    for number, fold in enumerate(folds, start=1):
        nearest[f"fold {number}"] = min(max(fold - right, left - fold) for left, _, right, _ in inside)
    return {name: distance / POINTS for name, distance in nearest.items()}


def _in_words(nearest: dict[str, float], page: Page, folds: int) -> str:
    if not nearest:
        return "no letters"
    name, distance = min(nearest.items(), key=lambda each: each[1])
    boxes = "outlines of letters" if page.painted.exact else "heights of fonts and widths of letters"
    number = len(page.painted.letters)
    return f"{number} letters, nearest {distance:.2f} mm ({name}); {folds} folds; measured by {boxes}"


def _judge(page: Page, nearest: dict[str, float], printer: Printer) -> Iterator[Finding]:
    for name, distance in nearest.items():
        if distance < printer.safe_zone - _SLACK:
            where = f"{distance:.1f} mm from {name}" if distance >= 0 else f"across {name}"
            message = f"page {page.number}: text stands {where}; {printer.safe_zone:g} mm are needed"
            yield fault("print-safe-zone", message, "Move it away; cutting and folding are off by a millimetre or two.")
