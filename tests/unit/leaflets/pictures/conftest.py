"""Make picture files, good and bad, as programs write them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw

from charterpress.leaflets.pictures.readying import Given

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a picture as the bytes of a file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def scene(size: tuple[int, int] = (1660, 1200)) -> Image.Image:
    """Return a picture in colours whose corners can be told apart: red, green, blue, grey."""
    width, height = size
    image = Image.new("RGB", size, (250, 240, 200))
    draw = ImageDraw.Draw(image)
    for corner, colour in (
        ((0, 0), (220, 30, 30)),
        ((width // 2, 0), (30, 160, 60)),
        ((0, height // 2), (20, 40, 200)),
        ((width // 2, height // 2), (90, 90, 90)),
    ):
        draw.rectangle((*corner, corner[0] + width // 4, corner[1] + height // 4), fill=colour)
    return image


def drawing(inside: str) -> bytes:
    """Return an SVG drawing with something inside it."""
    return f"{SVG}\n{inside}\n</svg>".encode()


def sheet(content: bytes, *, size: tuple[float, float] = (200, 100), **resources: object) -> bytes:
    """Return a PDF of one page that draws something."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Contents = pdf.make_stream(content)
        page.obj.Resources = pikepdf.Dictionary({f"/{key}": value for key, value in resources.items()})
        return written(pdf)


def written(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of a PDF."""
    file = BytesIO()
    pdf.save(file, static_id=True)
    return file.getvalue()


def given_as(file: bytes, press: bytes | None = None, **changes: object) -> Given:
    """Return a logo that is to be made ready for screen and press."""
    values = {
        "name": "logo",
        "words": (("en", "Exampleton Council"),),
        "convert": False,
        "printed": True,
        "least": 250.0,
        **changes,
    }
    return Given(file=file, press=press, **values)  # type: ignore[arg-type]  # as a test gives them


@pytest.fixture(name="saved")
def _saved() -> Callable[..., bytes]:
    return saved


@pytest.fixture(name="scene")
def _scene() -> Callable[..., Image.Image]:
    return scene


@pytest.fixture(name="drawing")
def _drawing() -> Callable[[str], bytes]:
    return drawing


@pytest.fixture(name="sheet")
def _sheet() -> Callable[..., bytes]:
    return sheet


@pytest.fixture(name="given")
def _given() -> Callable[..., Given]:
    return given_as
