"""Hold what a site owner may choose about leaflets."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.leaflets.pictures.values import Pictures


@dataclass(frozen=True)
class LeafletSettings:
    """Choose the name, the colours, the limits of the type, and the pictures.

    Colours are `#rrggbb`; what goes to press is derived from them unless given as per cent of
    cyan, magenta, yellow and black. Sizes are in points.

    The smallest text is 8.5 pt: the letters of Source Sans 3 are large for their size (x-height
    0.486 em), so 8.5 pt looks as big as 9 pt Times, which medicine leaflets may not go below
    (European Commission, Guideline on the readability of the labelling and package leaflet, 2009).
    From `comfortable_size` on, a leaflet takes in details and examples rather than grow further.
    """

    organisation: str
    brand: str = "#1f5673"
    accent: str = "#a8482c"
    brand_press: tuple[float, float, float, float] | None = None
    accent_press: tuple[float, float, float, float] | None = None
    minimum_size: float = 8.5
    comfortable_size: float = 9.5
    maximum_size: float = 12.0
    pictures: Pictures = ()
