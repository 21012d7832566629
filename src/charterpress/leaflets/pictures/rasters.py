"""Open PNG and JPEG pictures, judge them, and bring them into one shape."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageChops, ImageOps

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.inks import is_grey, to_screen
from charterpress.leaflets.pictures.values import Room

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, LookupError, TypeError)
_SIXTEEN_BITS = 1 / 257
_INCH = 25.4


@dataclass(frozen=True)
class Raster:
    """Hold a picture that stands upright, in L, RGB or CMYK of 8 bits, and how much of it is seen.

    Nothing else that its file said is kept. `photo` tells whether it came as a JPEG, which has lost detail already;
    `turned`, whether it lay on its side in its file.
    """

    image: Image.Image
    alpha: Image.Image | None
    profile: bytes | None
    photo: bool
    turned: bool = False

    @property
    def ratio(self) -> float:
        """Return the width over the height."""
        return self.image.width / self.image.height

    @property
    def coloured(self) -> bool:
        """Tell whether it has colours that are not those of the press."""
        return self.image.mode == "RGB" and not is_grey(self.image)

    def on_screen(self) -> Raster:
        """Return the picture in sRGB or grey."""
        return Raster(to_screen(self.image, self.profile), self.alpha, None, self.photo)

    def on_white(self) -> Raster:
        """Return the picture with white where it could be seen through."""
        if self.alpha is None:
            return self
        ground = Image.new(self.image.mode, self.image.size, "white")
        ground.paste(self.image, mask=self.alpha)
        return Raster(ground, None, self.profile, self.photo)

    def within(self, room: Room, most: float) -> Raster:
        """Return the picture with no more than so many pixels an inch where it is printed largest."""
        wanted = round(room.size_of(self.ratio)[0] / _INCH * most)
        if self.image.width <= wanted:
            return self
        size = (wanted, max(1, round(wanted / self.ratio)))
        if self.alpha is None:
            return Raster(self.image.resize(size, Image.Resampling.LANCZOS), None, self.profile, self.photo)
        # Together, so that what cannot be seen does not colour the edge of what can.
        whole = self.image.copy()
        whole.putalpha(self.alpha)
        *bands, alpha = whole.resize(size, Image.Resampling.LANCZOS).split()
        return Raster(Image.merge(self.image.mode, bands), alpha, self.profile, self.photo)

    def resolution(self, room: Room) -> float:
        """Return the pixels an inch where it is printed largest."""
        return self.image.width / (room.size_of(self.ratio)[0] / _INCH)


def open_raster(data: bytes) -> Raster | Finding:
    """Return a PNG or JPEG picture, decoded to its end, or what is wrong with it."""
    try:
        with _patiently(), Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as image:
            # The size stands at the front of a file: nothing is decoded before it is known.
            if image.width * image.height > faults.MOST_PIXELS:
                return faults.too_large(image.width, image.height)
            _check_sums(data, image)
            return _read(image)
    except Image.DecompressionBombError:
        return Finding(
            "picture-too-large",
            "the picture has far more than 50 million pixels",
            "Save a smaller copy: 4000 pixels on the longer side are plenty.",
        )
    except _BROKEN:
        return faults.corrupt("the picture is damaged or was cut off: it cannot be read to its end")


def check_resolution(raster: Raster, room: Room, least: float) -> Iterator[Finding]:
    """Yield that a picture has too few pixels for the size at which it is printed."""
    found = raster.resolution(room)
    if found < least:
        width, height = room.size_of(raster.ratio)
        size = f"{raster.image.width} x {raster.image.height}"
        needed = f"{width / _INCH * least:.0f} x {height / _INCH * least:.0f}"
        yield Finding(
            "picture-resolution",
            f"the picture has {size} pixels; printed {width:.0f} x {height:.0f} mm"
            f" large these are {found:.0f} an inch, and {least:.0f} are needed",
            f"Take a picture of at least {needed} pixels, or one that is drawn (SVG or PDF); "
            "adding pixels makes it no sharper.",
        )


@contextmanager
def _patiently() -> Iterator[None]:
    """Open pictures up to our own limit without being warned of Pillow's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _check_sums(data: bytes, image: Image.Image) -> None:
    """Raise an error where a PNG's own sums say that it was damaged; decoding does not look at all of them."""
    if image.format == "PNG":
        with Image.open(BytesIO(data), formats=["PNG"]) as again:
            again.verify()


def _read(image: Image.Image) -> Raster:
    photo, profile = image.format != "PNG", image.info.get("icc_profile")
    inverted = image.mode == "CMYK" and "adobe" not in image.info
    image.load()
    try:
        upright = ImageOps.exif_transpose(image)
    except _BROKEN:
        # What a camera wrote beside the picture is not the picture.
        upright = image.copy()
    alpha = None
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        upright = upright.convert("LA" if upright.mode in {"L", "LA", "1"} else "RGBA")
        alpha = upright.getchannel("A")
        # One that hides nothing is none.
        alpha = None if alpha.getextrema() == (255, 255) else alpha
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda value: value * _SIXTEEN_BITS)
    mode = {"1": "L", "L": "L", "LA": "L", "I": "L", "CMYK": "CMYK"}.get(upright.mode, "RGB")
    plain = upright.convert(mode)
    # Pillow takes the inks of every JPEG to be turned around, as Adobe writes them.
    plain = ImageChops.invert(plain) if inverted else plain
    turned = _position(image) != 1
    return Raster(plain, alpha, profile if isinstance(profile, bytes) else None, photo, turned)


def _position(image: Image.Image) -> int:
    """Return how a camera held its picture: 1 is upright (Exif 2.3, tag 0x0112)."""
    try:
        found = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _BROKEN:
        return 1
    return found if isinstance(found, int) else 1
