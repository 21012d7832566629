"""Reckon with colours of the screen: mix them, hold two against each other, and look around one.

The site and the leaflets both stand on it. A colour is written `#rrggbb`, its channels are red, green and blue from
0 to 1.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterator

Channels = tuple[float, ...]
Suits = Callable[[str, str], bool]
"""Tells whether a colour of the look, by its name in the settings, may be another one."""

LEAST, LEAST_LARGE = 4.5, 3.0
"""The least contrast of words, and of large words, signs and edges of controls (WCAG 2.2, 1.4.3 and 1.4.11)."""
FINENESS = 250
"""In how many steps of lightness another colour is looked for."""


def any_colour(_name: str, _colour: str) -> bool:
    """Return that every colour is welcome."""
    return True


def from_hex(colour: str) -> Channels:
    """Return red, green and blue of a `#rrggbb` colour."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def to_hex(channels: Channels) -> str:
    """Return a colour as it is written."""
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def mixed(colour: str, ground: str, strength: float) -> str:
    """Return a colour laid over a ground so that `strength` of it is left, from 0 to 1."""
    pairs = zip(from_hex(colour), from_hex(ground), strict=True)
    return to_hex(tuple(over * strength + under * (1 - strength) for over, under in pairs))


def contrast(one: Channels, other: Channels) -> float:
    """Return the contrast ratio of two screen colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: Channels) -> float:
    # The numbers are those of the standard's definition.
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]  # noqa: PLR2004 - as WCAG has it
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def around(colour: str) -> Iterator[str]:
    """Yield colours of the same hue and saturation, ever darker and lighter."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*from_hex(colour))
    for step in range(1, FINENESS + 1):
        for changed in (lightness - step / FINENESS, lightness + step / FINENESS):
            if 0 <= changed <= 1:
                yield to_hex(colorsys.hls_to_rgb(hue, changed, saturation))


def lighter(colour: str) -> Iterator[str]:
    """Yield a colour, and then ever lighter ones of its hue and saturation, up to white."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*from_hex(colour))
    for step in range(FINENESS + 1):
        yield to_hex(colorsys.hls_to_rgb(hue, min(lightness + step / FINENESS, 1), saturation))
