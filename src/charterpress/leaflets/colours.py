"""Turn the colours of the settings into screen and press colours, and judge their contrast."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charterpress.findings import Finding
from charterpress.leaflets.settings import LeafletSettings

HEX = re.compile(r"#[0-9a-fA-F]{6}")
Channels = tuple[float, ...]
"""Three channels (red, green, blue) or four (cyan, magenta, yellow, black), each from 0 to 1."""

INK_ON_SCREEN: Channels = (0.11, 0.12, 0.14)
INK_ON_PRESS: Channels = (0.0, 0.0, 0.0, 1.0)
LEAST_CONTRAST = 4.5
TINT = 0.12
"""How strong the grounds are on which headings of their own colour stand."""


@dataclass(frozen=True)
class Palette:
    """Hold the colours of one output, all in the same colour space."""

    ink: Channels
    paper: Channels
    brand: Channels
    brand_soft: Channels
    brand_tint: Channels
    accent: Channels
    accent_soft: Channels
    accent_tint: Channels
    flap: Channels


def from_hex(colour: str) -> Channels:
    """Return red, green and blue of a `#rrggbb` colour."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def to_press(rgb: Channels) -> Channels:
    """Return cyan, magenta, yellow and black for a screen colour, all grey taken out into black."""
    black = 1 - max(rgb)
    if black == 1:
        return INK_ON_PRESS
    return (*(round((1 - channel - black) / (1 - black), 2) for channel in rgb), round(black, 2))


def contrast(one: Channels, other: Channels) -> float:
    """Return the contrast ratio of two screen colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: Channels) -> float:
    # The numbers are those of the standard's definition.
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]  # noqa: PLR2004 - as WCAG has it
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _thinned(colour: Channels, strength: float) -> Channels:
    white = 1.0 if len(colour) == 3 else 0.0  # noqa: PLR2004 - three channels are a screen colour
    return tuple(round(white + (channel - white) * strength, 3) for channel in colour)


def _palette(ink: Channels, brand: Channels, accent: Channels) -> Palette:
    return Palette(
        ink=ink,
        paper=_thinned(ink, 0),
        brand=brand,
        brand_soft=_thinned(brand, 0.45),
        brand_tint=_thinned(brand, TINT),
        accent=accent,
        accent_soft=_thinned(accent, 0.4),
        accent_tint=_thinned(accent, TINT),
        flap=_thinned(accent, TINT / 2),
    )


def screen_palette(settings: LeafletSettings) -> Palette:
    """Return the colours of the screen PDF, in RGB."""
    return _palette(INK_ON_SCREEN, from_hex(settings.brand), from_hex(settings.accent))


def press_palette(settings: LeafletSettings) -> Palette:
    """Return the colours of the press PDF, in CMYK, with text in black ink only."""

    def ink(given: tuple[float, float, float, float] | None, screen: str) -> Channels:
        return to_press(from_hex(screen)) if given is None else tuple(part / 100 for part in given)

    return _palette(
        INK_ON_PRESS, ink(settings.brand_press, settings.brand), ink(settings.accent_press, settings.accent)
    )


def check_colours(settings: LeafletSettings) -> tuple[Finding, ...]:
    """Return a finding for each colour that is not one, or that text can't be read in."""
    findings = []
    for name, colour in (("brand", settings.brand), ("accent", settings.accent)):
        if not HEX.fullmatch(colour):
            message = f"the leaflet colour {name} is '{colour}', which is not a colour"
            findings.append(Finding("leaflet-colour", message, "Write it as #rrggbb, for example #1f5673."))
            continue
        rgb = from_hex(colour)
        ratio = min(contrast(rgb, (1.0, 1.0, 1.0)), contrast(rgb, _thinned(rgb, TINT)))
        if ratio < LEAST_CONTRAST:
            message = f"the leaflet colour {name} ({colour}) is too light: contrast {ratio:.1f}, 4.5 needed"
            findings.append(Finding("leaflet-colour", message, "Choose a darker colour."))
    return tuple(findings)
