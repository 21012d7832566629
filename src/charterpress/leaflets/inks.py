"""Turn colours of the screen into inks and back, as the profile of the press PDF has it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

Channels = tuple[float, ...]
"""Three channels (red, green, blue) or four (cyan, magenta, yellow, black), each from 0 to 1."""

PROFILE = "Coated-FOGRA39.icc"
INK_LIMIT = 3.0
"""How much ink may lie on one spot: the sum of four inks, each from 0 to 1."""
_RICH = 0.85


@cache
def to_press(rgb: Channels) -> Channels:
    """Return the inks that look most like a screen colour beside the white of the paper, in steps of one per cent.

    Relative colorimetric: white of the screen becomes bare paper. What would be nearly black is black ink alone.
    """
    inks = _converted("RGB", rgb)
    if inks[-1] >= _RICH:
        return (0.0, 0.0, 0.0, 1.0)
    return tuple(round(part, 2) for part in inks)


@cache
def to_screen(inks: Channels) -> Channels:
    """Return red, green and blue of what inks look like on paper.

    Absolute colorimetric: the paper is as white as the profile measured it, not as the screen, and ink as dark. So a
    ratio of two such colours is that of the light which really comes from the sheet; relative values would make
    paper brighter than it is, and flatter every contrast.
    """
    return _converted("CMYK", inks)


def fewer(inks: Channels, limit: float = INK_LIMIT) -> Channels:
    """Return inks that add up to the limit at the most: equal parts of the three colours become black."""
    *colours, black = inks
    steps = 0
    while sum(colours) + black > limit and steps < 100:  # noqa: PLR2004 - in steps of one per cent, there are no more
        colours = [max(part - 0.01, 0) for part in colours]
        black = min(black + 0.01, 1)
        steps += 1
    return tuple(round(part, 2) for part in (*colours, black))


def _converted(mode: str, colour: Channels) -> Channels:
    # Only checks and settings of colours wait for it; it comes with pikepdf.
    from PIL import Image, ImageCms  # noqa: PLC0415 - see above

    image = Image.new(mode, (1, 1), tuple(round(channel * 255) for channel in colour))
    changed = ImageCms.applyTransform(image, _transform(mode))
    channels = changed.getpixel((0, 0)) if changed is not None else None
    if not isinstance(channels, tuple):
        message = f"no colour came out of {mode}"
        raise TypeError(message)
    return tuple(channel / 255 for channel in channels)


@cache
def _transform(mode: str) -> ImageCmsTransform:
    from PIL import ImageCms  # noqa: PLC0415 - as above

    press = ImageCms.getOpenProfile(BytesIO((files("charterpress.leaflets") / "profiles" / PROFILE).read_bytes()))
    screen = ImageCms.createProfile("sRGB")
    if mode == "RGB":
        return ImageCms.buildTransform(screen, press, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    return ImageCms.buildTransform(press, screen, "CMYK", "RGB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC)
