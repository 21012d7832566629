"""Hold what a site owner may choose about leaflets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from charterpress.content.leafletsettings import LeafletFonts
from charterpress.content.settings import Project
from charterpress.leaflets.designs.library import design_names
from charterpress.leaflets.inks import INK_LIMIT
from charterpress.leaflets.pictures.values import Pictures

MOST_INK = 100 * INK_LIMIT


@dataclass(frozen=True)
class LeafletSettings:
    """Choose the name, the design, the colours, the fonts, the limits of the type, and the pictures.

    Colours are `#rrggbb`; what goes to press looks like them unless given as per cent of cyan, magenta, yellow and
    black. Sizes are in points, `corner_radius` in mm; `root` is the folder that the folder of fonts lies in.

    The smallest text is 8.5 pt: the letters of Source Sans 3 are large for their size (x-height
    0.486 em), so 8.5 pt looks as big as 9 pt Times, which medicine leaflets may not go below
    (European Commission, Guideline on the readability of the labelling and package leaflet, 2009).
    From `comfortable_size` on, a leaflet takes in details and examples rather than grow further.

    `most_ink` is the most that may lie on one spot, as the sum of the four inks in per cent.
    """

    organisation: str
    brand: str = "#1f5673"
    accent: str = "#a8442f"
    brand_press: tuple[float, float, float, float] | None = None
    accent_press: tuple[float, float, float, float] | None = None
    minimum_size: float = 8.5
    comfortable_size: float = 9.5
    maximum_size: float = 12.0
    design: str = "calm"
    corner_radius: float | None = None
    fonts: LeafletFonts = field(default_factory=LeafletFonts)
    root: Path | None = None
    pictures: Pictures = ()
    most_ink: float = MOST_INK


def settings_of(project: Project, pictures: Pictures = (), most_ink: float = MOST_INK) -> LeafletSettings:
    """Return what the settings of a project say about leaflets; no printer may have more ink than the profile allows.

    With a design that there is not they are set in the default one, so that all findings come in one run. Where only
    one limit of the sizes is chosen, the other makes way for it.
    """
    options, usual = project.settings.leaflets, LeafletSettings.design
    least, most = options.minimum_size, options.maximum_size
    if "minimum_size" not in options.model_fields_set:
        least = min(least, most)
    return LeafletSettings(
        organisation=project.settings.organisation,
        brand=options.brand or project.settings.look.brand,
        accent=options.accent or project.settings.look.accent,
        brand_press=options.brand_press,
        accent_press=options.accent_press,
        minimum_size=least,
        maximum_size=max(least, most),
        design=options.design if options.design in design_names() else usual,
        corner_radius=options.corner_radius,
        fonts=options.fonts,
        root=project.root,
        pictures=pictures,
        most_ink=min(most_ink, MOST_INK),
    )
