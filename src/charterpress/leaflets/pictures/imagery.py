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


def repaint_image(image: pikepdf.Object, *, convert: bool) -> Iterator[str]:
    """Change a picture in screen colours into inks, and yield what is in the way; greys are always changed."""
    if not isinstance(image, pikepdf.Stream) or image.get("/ImageMask"):
        return
    space = space_of(image.get("/ColorSpace"), pikepdf.Dictionary())
    if space.kind in {"cmyk", "grey"} and space.label == "ICCBased":
        image.ColorSpace = Name.DeviceCMYK if space.kind == "cmyk" else Name.DeviceGray
    if space.kind in {"cmyk", "grey", "spot"}:
        return
    if space.kind != "rgb" or "/Decode" in image or isinstance(image.get("/Mask"), pikepdf.Array):
        yield "a picture whose colours are not understood"
        return
    try:
        opened = pikepdf.PdfImage(image)
        pixels, profile = opened.as_pil_image(), opened.icc
    except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, OSError, ValueError, NotImplementedError):
        yield "a picture that cannot be read"
        return
    pixels = to_screen(pixels.convert("RGB"), profile.tobytes() if profile is not None else None)
    if is_grey(pixels):
        _write(image, pixels.convert("L"), Name.DeviceGray)
    elif convert:
        _write(image, to_press(pixels), Name.DeviceCMYK)
    else:
        yield "a picture in screen colours (RGB)"


def _write(image: pikepdf.Stream, pixels: Image.Image, space: Name) -> None:
    image.write(zlib.compress(pixels.tobytes(), 9), filter=Name.FlateDecode)
    image.ColorSpace, image.BitsPerComponent = space, _BYTE
