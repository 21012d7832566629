"""Describe the tri-fold: an A4 sheet folded twice into a DL leaflet (roll fold).

Panels are set 100 mm wide, with the text in the middle. The flap and the panel behind it are cut
to 97 mm, 1.5 mm from each side, so that the flap folds in without catching; their text keeps the
same measure as everywhere else, and can flow from panel to panel.
"""

from __future__ import annotations

from charterpress.leaflets.formats.sheet import Cell, Format, Side

HEIGHT = 210.0
WIDE = 100.0
NARROW = 97.0

FRONT, INSIDE_1, INSIDE_2, INSIDE_3, FLAP, BACK = range(6)

TRIFOLD = Format(
    name="trifold",
    template="trifold.typ",
    page_width=WIDE,
    page_height=HEIGHT,
    bleed=3.0,
    safe=5.0,
    panels=(
        "the front",
        "the first inside panel",
        "the second inside panel",
        "the third inside panel",
        "the flap",
        "the back",
    ),
    sides=(
        Side((Cell(FLAP, NARROW), Cell(BACK, WIDE), Cell(FRONT, WIDE))),
        Side((Cell(INSIDE_1, WIDE), Cell(INSIDE_2, WIDE), Cell(INSIDE_3, NARROW))),
    ),
)
