"""Turn the colours of the settings into screen and press colours, and give a design's roles their values."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.colours import from_hex
from charterpress.content.model.base import Model
from charterpress.leaflets.designs.design import Design, Words
from charterpress.leaflets.inks import Channels, fewer, to_press
from charterpress.leaflets.settings import LeafletSettings

INK_ON_SCREEN: Channels = (0.11, 0.12, 0.14)
INK_ON_PRESS: Channels = (0.0, 0.0, 0.0, 1.0)
PLATES = 4
DARK, TRACE = 0.85, 0.01
"""From so much black on, a colour with a trace of other inks is a black of several inks, which blurs small words."""
ROLES = ("paper", "ink", "brand", "accent")


@dataclass(frozen=True)
class Palette:
    """Hold the colours of one output by their roles, all in the same colour space."""

    ink: Channels
    paper: Channels
    brand: Channels
    accent: Channels

    def shade(self, name: str) -> Channels:
        """Return the colour of a ground or a line: a role, thinned where its name says so."""
        role, _, strength = name.partition(" ")
        return thinned(getattr(self, role), int(strength) / 100 if strength else 1)

    def words(self, name: str) -> Channels:
        """Return the colour of words: a black of several inks becomes black ink alone."""
        colour = self.shade(name)
        rich = len(colour) == PLATES and colour[-1] >= DARK and max(colour[:-1]) > TRACE
        return INK_ON_PRESS if rich else colour


def thinned(colour: Channels, strength: float) -> Channels:
    """Return a colour with so much of it left, from 0 (paper) to 1."""
    white = 0.0 if len(colour) == PLATES else 1.0
    return tuple(round(white + (channel - white) * strength, 3) for channel in colour)


def screen_palette(settings: LeafletSettings) -> Palette:
    """Return the colours of the screen PDF, in RGB."""
    return Palette(INK_ON_SCREEN, thinned(INK_ON_SCREEN, 0), from_hex(settings.brand), from_hex(settings.accent))


def press_palette(settings: LeafletSettings) -> Palette:
    """Return the colours of the press PDF, in CMYK, with text in black ink only.

    A colour that is not given for the press becomes the one that looks most like it in print. One of too much ink
    becomes one that looks much alike, so that nothing else is found of it than that.
    """

    def inks(given: tuple[float, float, float, float] | None, screen: str) -> Channels:
        asked = to_press(from_hex(screen)) if given is None else tuple(part / 100 for part in given)
        return fewer(asked, settings.most_ink / 100) if 100 * sum(asked) > settings.most_ink else asked

    return Palette(
        INK_ON_PRESS,
        thinned(INK_ON_PRESS, 0),
        inks(settings.brand_press, settings.brand),
        inks(settings.accent_press, settings.accent),
    )


def dressed(design: Design, palette: Palette) -> dict[str, object]:
    """Return a design as the templates read it: every shade is a colour of the palette, under `channels`."""
    return _dressed(design, palette)


def _dressed(part: Model, palette: Palette) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in type(part).model_fields:
        held = getattr(part, name)
        paint = palette.words if isinstance(part, Words) and name in {"text", "address"} else palette.shade
        if isinstance(held, Model):
            values[name] = _dressed(held, palette)
        elif isinstance(held, tuple):
            values[name] = [{"channels": paint(one)} for one in held]
        elif isinstance(held, str) and held.split(" ")[0] in ROLES:
            values[name] = {"channels": paint(held)}
        else:
            values[name] = held
    return values
