"""Make the press PDFs of a leaflet: whole sheets, or one page each, or both, as the print shop asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from charterpress.leaflets.formats.shapes import Folded, Side, Stitched
from charterpress.leaflets.imposition import impose, one_by_one, spreads
from charterpress.leaflets.press import PressFacts, finish_press
from charterpress.leaflets.screen import count_pages
from charterpress.leaflets.shop import PrintShop


@dataclass(frozen=True)
class PressFile:
    """Hold a press PDF, and whether its pages are whole sheets, or panels and pages one by one.

    `ordered` has the same panels or pages in reading order, where they are set otherwise than those of the screen PDF.
    """

    holds: Literal["sheets", "pages"]
    data: bytes
    ordered: bytes = b""


def press_folded(pages: bytes, shape: Folded, shop: PrintShop, facts: PressFacts) -> tuple[PressFile, ...]:
    """Return the press PDF of a folded sheet, from its panels in reading order."""
    holds: Literal["sheets", "pages"] = "sheets" if shop.imposed else "pages"
    sides = shape.sides_for(facts.direction) if shop.imposed else one_by_one(shape.widths)
    return (PressFile(holds, _finished(pages, sides, shop, facts)),)


def press_stitched(pages: bytes, shape: Stitched, shop: PrintShop, facts: PressFacts) -> tuple[PressFile, ...]:
    """Return the press PDFs of a booklet: many print shops rather place single pages themselves."""
    made, number = [], count_pages(pages)
    if shop.imposed:
        sides = spreads(number, shape.page_width, facts.direction, shop.caliper)
        made.append(PressFile("sheets", _finished(pages, sides, shop, facts)))
    if shop.single:
        sides = one_by_one([shape.page_width] * number)
        made.append(PressFile("pages", _finished(pages, sides, shop, facts)))
    return tuple(made)


def _finished(pages: bytes, sides: tuple[Side, ...], shop: PrintShop, facts: PressFacts) -> bytes:
    return finish_press(impose(pages, sides, shop.bleed), sides, shop, facts)
