"""Convert colours between the screen and the press, through ICC profiles."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageChops, ImageCms

from charterpress.leaflets.inks import PROFILE

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_CHANNELS = {"RGB": "RGB ", "CMYK": "CMYK", "L": "GRAY"}


@cache
def _press() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO((files("charterpress.leaflets") / "profiles" / PROFILE).read_bytes()))


@cache
def _screen() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def to_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture of mode L, RGB or CMYK in sRGB or plain grey; one without a usable profile has the usual one."""
    own = _opened(profile, image.mode)
    if image.mode == "L" or (image.mode == "RGB" and own is None):
        return image
    source = own or _press()
    return _converted(image, source, _screen(), "RGB")


def to_press(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB as CMYK: relative colorimetric, black points matched, ink limited by the profile."""
    return _converted(image, _screen(), _press(), "CMYK")


@cache
def inks_of(red: int, green: int, blue: int) -> tuple[float, float, float, float]:
    """Return the inks of a screen colour, from 0 to 1; greys and black take black ink only."""
    if red == green == blue:
        return (0.0, 0.0, 0.0, round(1 - red / 255, 4))
    pixel = to_press(Image.new("RGB", (1, 1), (red, green, blue))).getpixel((0, 0))
    cyan, magenta, yellow, black = (round(part / 255, 4) for part in pixel)  # type: ignore[union-attr]  # CMYK has four
    return (cyan, magenta, yellow, black)


def is_grey(image: Image.Image) -> bool:
    """Tell whether an RGB picture has no colour in it."""
    red, green, blue = image.split()
    return not (ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox())


def _opened(profile: bytes | None, mode: str) -> ImageCms.ImageCmsProfile | None:
    """Return a profile that came with a picture, or None where there is none or it is for other channels."""
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(profile)) if profile else None
    except (OSError, ImageCms.PyCMSError):
        return None
    return found if found is not None and found.profile.xcolor_space == _CHANNELS[mode] else None


@cache
def _between(source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, modes: tuple[str, str]) -> object:
    return ImageCms.buildTransform(source, target, *modes, renderingIntent=_INTENT, flags=_FLAGS)


def _converted(
    image: Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str
) -> Image.Image:
    transform = _between(source, target, (image.mode, mode))
    done = ImageCms.applyTransform(image, transform)  # type: ignore[arg-type]  # `cache` hides what it is
    assert done is not None  # noqa: S101 - only a conversion in place gives nothing
    return done
