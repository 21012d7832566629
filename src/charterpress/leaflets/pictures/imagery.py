"""Turn the pictures inside a drawing into inks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Name
from PIL import Image

from charterpress.leaflets.pictures.inks import is_grey, to_press, to_screen
from charterpress.leaflets.pictures.spaces import space_of

_BYTE = 8


def repaint_image(image: pikepdf.Object, *, convert: bool) -> Iterator[tuple[str, bool]]:
    """Change a picture in screen colours into inks; greys are always changed.

    Yield what is in the way, and whether converting would mend it.
    """
    if not isinstance(image, pikepdf.Stream) or image.get("/ImageMask"):
        return
    space = space_of(image.get("/ColorSpace"), pikepdf.Dictionary())
    if space.kind in {"cmyk", "grey"} and space.label == "ICCBased":
        image.ColorSpace = Name.DeviceCMYK if space.kind == "cmyk" else Name.DeviceGray
    if space.kind in {"cmyk", "grey", "spot"}:
        return
    if space.kind != "rgb" or not _is_plain(image) or isinstance(image.get("/Mask"), pikepdf.Array):
        yield "a picture whose colours are not understood", False
        return
    try:
        opened = pikepdf.PdfImage(image)
        pixels, profile = opened.as_pil_image(), opened.icc
    except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, OSError, ValueError, NotImplementedError):
        yield "a picture that cannot be read", False
        return
    pixels = to_screen(pixels.convert("RGB"), profile.tobytes() if profile is not None else None)
    if is_grey(pixels):
        _write(image, pixels.convert("L"), Name.DeviceGray)
    elif convert:
        _write(image, to_press(pixels), Name.DeviceCMYK)
    else:
        yield "a picture in screen colours (RGB)", True


def _is_plain(image: pikepdf.Stream) -> bool:
    """Tell whether the numbers of a picture are not turned around."""
    decode = image.get("/Decode")
    return decode is None or [float(part) for part in decode] == [0, 1] * (len(decode) // 2)


def _write(image: pikepdf.Stream, pixels: Image.Image, space: Name) -> None:
    image.write(zlib.compress(pixels.tobytes(), 9), filter=Name.FlateDecode)
    image.ColorSpace, image.BitsPerComponent = space, _BYTE
