"""Read what pages name in their resources: fonts, images, blends, settings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pikepdf

from charterpress.preflight.geometry import Matrix
from charterpress.preflight.painted import Face, Picture
from charterpress.preflight.spaces import GRAY, UNKNOWN, Inks, entry, name_of, space_of

_SUBSET = re.compile(r"[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_MOST_PARTS = 64
"""How many pieces of a blend are looked at."""
_LONGEST = 60


def face_of(font: pikepdf.Object) -> Face:
    """Return what a font says of itself; a Type 3 font is made of drawings, and is always in the file."""
    kind = name_of(entry(font, "/Subtype"))
    name = name_of(entry(font, "/BaseFont")) or name_of(entry(font, "/Name")) or "without a name"
    below = entry(font, "/DescendantFonts")
    inner = below[0] if isinstance(below, pikepdf.Array) and len(below) else font
    descriptor = entry(inner, "/FontDescriptor")
    embedded = kind == "Type3" or any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in _FILES)
    return Face(name[:_LONGEST], kind, embedded, kind == "Type3" or _SUBSET.match(name) is not None)


def picture_of(image: object, name: str, resources: object, ctm: Matrix) -> Picture:
    """Return an image as it is placed: its pixels over the inches that it takes up."""
    width, height = (_whole(image, *keys) for keys in (("/Width", "/W"), ("/Height", "/H")))
    across, down = math.hypot(ctm[0], ctm[1]) / 72, math.hypot(ctm[2], ctm[3]) / 72
    resolutions = [pixels / inches for pixels, inches in ((width, across), (height, down)) if inches > 0]
    mask = bool(entry(image, "/ImageMask") or entry(image, "/IM"))
    space = entry(image, "/ColorSpace") or entry(image, "/CS")
    # JPEG 2000 may keep its colour space to itself.
    found = GRAY if mask else UNKNOWN if space is None else space_of(space, resources)
    bits = 1 if mask else _whole(image, "/BitsPerComponent", "/BPC")
    return Picture(name[:_LONGEST], found, width, height, round(min(resolutions, default=0.0), 1), bits, mask)


def _whole(holder: object, *keys: str) -> int:
    for key in keys:
        value = entry(holder, key)
        if isinstance(value, int):
            return value
    return 0


def shading_colours(shading: object) -> tuple[Inks, ...]:
    """Return the colours at the ends of a blend, as far as its functions say them."""
    functions = entry(shading, "/Function")
    if not isinstance(functions, pikepdf.Dictionary) or isinstance(functions, pikepdf.Stream):
        return ()
    return tuple(_ends(functions, 0))[:_MOST_PARTS]


def _ends(function: object, depth: int) -> Iterator[Inks]:
    kind = entry(function, "/FunctionType")
    if kind == 2:  # noqa: PLR2004 - exponential interpolation (ISO 32000-1, 7.10.3)
        for key in ("/C0", "/C1"):
            values = entry(function, key)
            if isinstance(values, pikepdf.Array):
                yield tuple(float(value) for value in values)
    elif kind == 3 and depth < 2:  # noqa: PLR2004 - stitching (7.10.4), and no deeper than is of use
        parts = entry(function, "/Functions")
        for part in list(parts)[:_MOST_PARTS] if isinstance(parts, pikepdf.Array) else ():
            yield from _ends(part, depth + 1)


def see_through(settings: object) -> Iterator[str]:
    """Yield what in a graphics state lets things below shine through."""
    for key, name in (("/ca", "areas that are not opaque"), ("/CA", "lines that are not opaque")):
        value = entry(settings, key)
        if value is not None and float(value) < 1:  # type: ignore[arg-type]  # raises TypeError, as it should
            yield name
    mode = entry(settings, "/BM")
    if mode is not None and name_of(mode) not in {"Normal", "Compatible"}:
        yield "blend modes"
    mask = entry(settings, "/SMask")
    if mask is not None and name_of(mask) != "None":
        yield "soft masks"
