"""Say which panels a page of a sheet has, as its reader's direction needs them, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.preflight.printers import Sheet


@dataclass(frozen=True)
class Panel:
    """Hold what a panel is called, and its width in mm."""

    name: str
    width: float


def panels_on(sheet: Sheet | None, page: int, direction: str) -> tuple[Panel, ...]:
    """Return the panels of a page from left to right; pages count from 0, and the sides of a sheet come round again.

    A language that runs from right to left has them mirrored.
    """
    if sheet is None or not sheet.panels:
        return ()
    side = page % len(sheet.panels)
    names = (
        sheet.panel_names[side]
        if sheet.panel_names
        else tuple(f"Panel {n + 1}" for n in range(len(sheet.panels[side])))
    )
    panels = tuple(Panel(name, width) for name, width in zip(names, sheet.panels[side], strict=True))
    return panels[::-1] if direction == "rtl" else panels


def sides_of(sheet: Sheet | None, direction: str) -> tuple[tuple[Panel, ...], ...]:
    """Return the panels of each side of a sheet, from left to right; none where it is not folded."""
    return tuple(panels_on(sheet, side, direction) for side in range(len(sheet.panels) if sheet is not None else 0))


def page_title(sheet: Sheet | None, page: int, pages: int) -> str:
    """Return what a page is called, such as 'Outside, page 1 of 2'; pages count from 0."""
    number = f"page {page + 1} of {pages}"
    if sheet is None or not sheet.sides:
        return number.capitalize()
    side = sheet.sides[page % len(sheet.sides)]
    if pages <= len(sheet.sides):
        return f"{side}, {number}"
    return f"Sheet {page // len(sheet.sides) + 1}, {side.lower()}, {number}"
