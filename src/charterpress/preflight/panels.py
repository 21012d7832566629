"""Say which panels a page of a sheet has, as its reader's direction needs them, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.preflight.printers import Sheet


@dataclass(frozen=True)
class Panel:
    """Hold what a panel is called, and its width in mm."""

    name: str
    width: float


def panels_on(sheet: Sheet | None, page: int, pages: int, direction: str) -> tuple[Panel, ...]:
    """Return the panels of a page from left to right; pages count from 0, and the sides of a sheet come round again.

    A language that runs from right to left has them mirrored. Those of a booklet are called by the number of the page.
    """
    rows = sheet.panels_on(pages) if sheet is not None else ()
    if sheet is None or not rows:
        return ()
    side = page % len(rows)
    names: tuple[str, ...] = tuple(f"Panel {number + 1}" for number in range(len(rows[side])))
    if sheet.stitched:
        names = tuple(f"Page {number}" for number in sheet.order_on(pages)[side])
    elif sheet.panel_names:
        names = sheet.panel_names[side]
    panels = tuple(Panel(name, width) for name, width in zip(names, rows[side], strict=True))
    return panels[::-1] if direction == "rtl" else panels


def sides_of(sheet: Sheet | None, direction: str, pages: int) -> tuple[tuple[Panel, ...], ...]:
    """Return the panels of each side of a sheet, from left to right; none where it is not folded.

    Of a booklet each of its pages is a side.
    """
    number = len(sheet.panels_on(pages)) if sheet is not None else 0
    return tuple(panels_on(sheet, side, pages, direction) for side in range(number))


def page_title(sheet: Sheet | None, page: int, pages: int) -> str:
    """Return what a page is called, such as 'Outside, page 1 of 2'; pages count from 0."""
    number = f"page {page + 1} of {pages}"
    if sheet is None or not sheet.sides:
        return number.capitalize()
    side = sheet.sides[page % len(sheet.sides)]
    if pages <= len(sheet.sides):
        return f"{side}, {number}"
    return f"Sheet {page // len(sheet.sides) + 1}, {side.lower()}, {number}"
