"""Check the order of panels and pages: each against the file in reading order, by where its letters stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from charterpress.preflight.checks.boxes import sheet_of
from charterpress.preflight.geometry import POINTS, Box
from charterpress.preflight.letters import Corners
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.subject import BROKEN, Page, Subject, take_apart

TITLE = "Order of the panels"
_STEP = 1.0
"""How fine places are told apart, in points."""
_ALIKE = 0.7
"""The share of letters that must stand in the same place for two pages to be the same one.

Behind a link on the screen, which is none on paper, the rest of a line may stand a little to the side.
"""
_AS_GOOD = 0.01

Places = Counter[tuple[int, int]]
"""Where letters stand, from the leftmost and from the bottom, in steps."""


@dataclass(frozen=True)
class Reading:
    """Hold where the letters of each page stand in a file that is in reading order, and its direction."""

    pages: tuple[Places, ...]
    direction: str


def read_order(data: bytes, direction: str) -> Reading | None:
    """Return the order of a PDF with a page a panel; None where it can't be read. `direction` is `ltr` or `rtl`."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = take_apart(pdf, data).pages
    except BROKEN:
        return None
    places = (_places(page.painted.letters, page.edge or Box(0, 0, 0, 0)) for page in pages)
    return Reading(tuple(places), direction)


def check_order(subject: Subject, printer: Printer, reading: Reading | None) -> Check:
    """Check that each panel shows the page that belongs there when the sheet is folded, or stapled."""
    sheet = sheet_of(subject, printer)
    if reading is None:
        why = "no file in reading order was given to compare with; fold a print and read it"
        return Check("fold-order", TITLE, why=why)
    wanted = _wanted(sheet, subject, len(reading.pages), reading.direction) if sheet is not None else ()
    if sheet is None or not wanted:
        why = "the profile does not say in which order the panels of this format are read"
        return Check("fold-order", TITLE, why=why)
    if len(wanted) != len(subject.pages):
        message = (
            f"the file has {len(subject.pages)} pages; {len(wanted)} are needed for all {len(reading.pages)} panels"
        )
        return Check("fold-order", TITLE, (fault("print-fold-order", message, "Place the panels anew."),))
    shown = [
        tuple(
            _number(_places(page.painted.letters, panel), reading, number)
            for panel, number in zip(_panels(page, sheet, side, reading.direction), side, strict=True)
        )
        for page, side in zip(subject.pages, wanted, strict=True)
    ]
    if not any(any(side) for side in shown):
        why = "no letter stands where it does in the file in reading order; that has other fonts or sizes"
        return Check("fold-order", TITLE, why=why)
    values: dict[str, Value] = {f"page {at}": _said(side) for at, side in enumerate(shown, start=1)}
    values["direction"] = "from right to left" if reading.direction == "rtl" else "from left to right"
    findings = tuple(
        fault("print-fold-order", f"page {at} shows {_said(ours)}; {_said(theirs)} belong there", "Place them anew.")
        for at, (ours, theirs) in enumerate(zip(shown, wanted, strict=True), start=1)
        if ours != theirs
    )
    return Check("fold-order", TITLE, findings, values)


def _said(side: Sequence[int | None]) -> str:
    numbers = " / ".join("unknown" if each is None else str(each) for each in side)
    return f"{'panel' if len(side) == 1 else 'panels'} {numbers}"


def _wanted(sheet: Sheet, subject: Subject, number: int, direction: str) -> tuple[tuple[int, ...], ...]:
    """Return which panels, counted from 1 in reading order, belong on each page, from left to right."""
    size = subject.pages[0].size if subject.pages else None
    if size is None or abs(size[0] - sheet.width) >= 1:
        return tuple((page,) for page in range(1, number + 1))
    sides = sheet.order_on(number // 2)
    return tuple(tuple(reversed(side)) for side in sides) if direction == "rtl" else sides


def _panels(page: Page, sheet: Sheet, side: Sequence[int], direction: str) -> tuple[Box, ...]:
    """Return where the panels of a side stand on its page, from left to right."""
    edge = page.edge or Box(0, 0, 0, 0)
    if len(side) == 1:
        return (edge,)
    at = page.number - 1
    widths, left, panels = sheet.panels_on(at + 1)[at], edge.left, []
    for width in reversed(widths) if direction == "rtl" else widths:
        panels.append(Box(left, edge.bottom, left + width * POINTS, edge.top))
        left += width * POINTS
    return tuple(panels)


def _places(letters: Sequence[Corners], panel: Box) -> Places:
    """Return where the letters of a panel stand, whatever its width and however far it was moved sideways."""
    own = [each for each in letters if panel.left <= (each[0] + each[2]) / 2 <= panel.right]
    start = min((left for left, _, _, _ in own), default=0.0)
    return Counter(
        (round((left - start) / _STEP), round((bottom - panel.bottom) / _STEP)) for left, bottom, _, _ in own
    )


def _number(places: Places, reading: Reading, wanted: int) -> int | None:
    """Return which page of the file in reading order has its letters in the same places, counted from 1.

    Pages with nothing but a number look alike; of several it is the one that is wanted.
    """
    likeness = [_likeness(places, page) for page in reading.pages]
    best = max(likeness, default=0.0)
    alike = [at for at, share in enumerate(likeness, start=1) if share >= max(_ALIKE, best - _AS_GOOD)]
    return wanted if wanted in alike else next(iter(alike), None)


def _likeness(one: Places, other: Places) -> float:
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 1.0
