"""Test the code on paper: large enough, with white around it, and readable from a picture of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest
import segno
from PIL import Image
from pypdfium2 import PdfDocument

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.formats.library import format_names
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.qr import draw_code

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
Centre = tuple[float, float, float]

SCALE = 4.0
"""Pixels a point in the pictures that codes are read from."""
MILLIMETRES = 25.4 / 72 / SCALE
DARK = 128
FINDER = (1, 1, 3, 1, 1)
"""Modules of dark and light, in turn, across the middle of each of the three corners (ISO/IEC 18004)."""
QUIET = 4
"""Modules of white that a code needs on each side (ISO/IEC 18004)."""
LEAST = 0.5
"""The smallest module in mm."""
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
SHORT = "https://forum.example/us/"
LONG = "https://charters.exampleton.example/families/and/schools/" + "a-long-name-" * 9


def finders_in(rows: list[bytes]) -> Iterator[Centre]:
    """Yield the middle (x, y) of each row of pixels that looks like a corner of a code, and a module's width."""
    for y, row in enumerate(rows):
        dark = [match.span() for match in re.finditer(rb"\x00+", row)]
        for (a, b), (c, d), (e, f) in zip(dark, dark[1:], dark[2:], strict=False):
            unit = (f - a) / sum(FINDER)
            widths = [end - start for start, end in pairwise((a, b, c, d, e, f))]
            if unit > 2 and all(abs(w - n * unit) < 0.6 * unit for w, n in zip(widths, FINDER, strict=True)):
                yield (a + f) / 2, y, unit


def corners_on(page: Image.Image) -> list[Centre]:
    """Return the middle of everything on a picture that looks like a corner of a code both across and down."""
    turned = page.transpose(Image.Transpose.TRANSPOSE)
    across, down = (
        [picture.crop((0, y, picture.width, y + 1)).tobytes() for y in range(picture.height)]
        for picture in (page, turned)
    )
    upright = [(y, x) for x, y, _ in finders_in(down)]
    found: list[list[Centre]] = []
    for x, y, unit in finders_in(across):
        if any(abs(x - there) <= 2 and abs(y - other) <= 2 for there, other in upright):
            near = [group for group in found if abs(group[0][0] - x) < unit and abs(group[0][1] - y) < 3 * unit]
            if near:
                near[0].append((x, y, unit))
            else:
                found.append([(x, y, unit)])
    middles = [[sum(part) / len(group) for part in zip(*group, strict=True)] for group in found]
    return [(x, y, unit) for x, y, unit in middles]


def find_code(page: Image.Image, size: int) -> tuple[float, float, float, float]:
    """Return the edges of the code of so many modules on a picture: left, top, right, bottom."""
    for three in combinations(corners_on(page), 3):
        xs, ys = sorted(corner[0] for corner in three), sorted(corner[1] for corner in three)
        unit = sum(corner[2] for corner in three) / 3
        wide, high = xs[2] - xs[0], ys[2] - ys[0]
        if abs(wide - high) < unit and abs(wide / (size - 7) - unit) < unit / 4:
            half = 3.5 * wide / (size - 7)
            return xs[0] - half, ys[0] - half, xs[2] + half, ys[2] + half
    message = "there is no code on this page"
    raise AssertionError(message)


def has_code(page: Image.Image, size: int) -> bool:
    """Tell whether there is a code of so many modules on a picture."""
    try:
        find_code(page, size)
    except AssertionError:
        return False
    return True


def matrix_of(address: str) -> list[list[int]]:
    """Return the modules of the code for an address: 1 is dark."""
    return [list(row) for row in segno.make(address, error="m", micro=False).matrix]


def read_code(page: Image.Image, size: int) -> tuple[list[list[int]], float, list[int]]:
    """Return the modules of the code on a picture, the width of one in mm, and the darkest pixel around each side."""
    left, top, right, bottom = find_code(page, size)
    module = (right - left) / size
    pixels = page.tobytes()
    across = [int(left + (at + 0.5) * module) for at in range(size)]
    down = [int(top + (at + 0.5) * module) for at in range(size)]
    modules = [[int(pixels[y * page.width + x] < DARK) for x in across] for y in down]
    white = QUIET * module - 2
    boxes = (
        (left - white, top - white, left - 2, bottom + white),
        (right + 2, top - white, right + white, bottom + white),
        (left - white, top - white, right + white, top - 2),
        (left - white, bottom + 2, right + white, bottom + white),
    )
    darkest = [min(page.crop((round(a), round(b), round(c), round(d))).tobytes()) for a, b, c, d in boxes]
    return modules, module * MILLIMETRES, darkest


def check_code(page: Image.Image, wanted: list[list[int]]) -> None:
    """Hold the code on a picture to its modules, their least width, and the white around them."""
    modules, width, darkest = read_code(page, len(wanted))
    assert modules == wanted
    assert width > LEAST - 0.02
    assert darkest == [255] * 4


def picture_of(data: bytes, number: int) -> Image.Image:
    """Return a page of a PDF in pure black and white."""
    with PdfDocument(data) as pdf:
        picture: Image.Image = pdf[number].render(scale=SCALE, grayscale=True).to_pil()
    return picture.convert("L").point([0] * DARK + [255] * (256 - DARK))


def pages_with_code(leaflet: Leaflet) -> int:
    """Return the number of the page that has the code: the one that says to scan it."""
    with PdfDocument(leaflet.screen) as pdf:
        return next(n for n, page in enumerate(pdf) if "Scan the code" in page.get_textpage().get_text_range())


@pytest.mark.parametrize("shape", format_names())
@pytest.mark.parametrize("printed", [SHORT, LONG], ids=["short", "long"])
def test_a_code_is_read_from_the_picture_of_its_page(
    small: Callable[..., Charter], set_leaflet: Typeset, shape: str, printed: str
) -> None:
    """The modules on the page are those of the address, at least 0.5 mm wide, with four modules of white around."""
    leaflet, findings = set_leaflet(small(), shape=shape, printed=printed)
    assert leaflet is not None, findings
    wanted = matrix_of(printed)
    check_code(picture_of(leaflet.screen, pages_with_code(leaflet)), wanted)


@pytest.mark.parametrize("shape", format_names())
def test_a_code_in_a_language_from_right_to_left(
    arabic_small: Callable[[], Charter], set_leaflet: Typeset, shape: str
) -> None:
    """A code is never mirrored, whatever the direction of the words beside it."""
    address = "https://forum.example/ur/us/"
    leaflet, findings = set_leaflet(arabic_small(), "ar", shape=shape, printed=address)
    assert leaflet is not None, findings
    check_code(picture_of(leaflet.screen, pages_with_code(leaflet)), matrix_of(address))


@pytest.mark.parametrize("shape", ["trifold", "booklet"])
@pytest.mark.parametrize("printed", [SHORT, LONG], ids=["short", "long"])
def test_a_code_is_read_from_paper(
    small: Callable[..., Charter], set_leaflet: Typeset, shape: str, printed: str
) -> None:
    """What the print shop gets has the same modules, of the same width, drawn in other colours by other means."""
    leaflet, findings = set_leaflet(small(), shape=shape, printed=printed)
    assert leaflet is not None, findings
    assert leaflet.press
    wanted = matrix_of(printed)
    for file in leaflet.press:
        with PdfDocument(file.data) as pdf:
            pictures = [picture_of(file.data, number) for number in range(len(pdf))]
        [picture] = [one for one in pictures if has_code(one, len(wanted))]
        check_code(picture, wanted)


@pytest.mark.parametrize("address", [SHORT, LONG])
def test_what_is_drawn(address: str) -> None:
    """What templates draw are the dark modules of the code, which corrects errors of level M at least."""
    code, wanted = draw_code(address), matrix_of(address)
    rows = [[int(number) for number in one] for one in RUN.findall(code.path)]
    assert "".join("M{} {}h{}v1h-{}z".format(*row) for row in rows) == code.path
    dark = {(y, x) for y, row in enumerate(wanted) for x, dark in enumerate(row) if dark}
    assert code.size == len(wanted)
    assert {(y, x + more) for y, x, length in code.runs for more in range(length)} == dark
    assert {(y, x + more) for x, y, length, _ in rows for more in range(length)} == dark
    assert all(length == back for _, _, length, back in rows)
    assert segno.make(address, error="m", micro=False).error in {"M", "Q", "H"}


def test_the_short_address_is_printed(small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """Paper shows the short address as people write it; on the screen it leads to the page itself."""
    charter = small(introduction=["Read about [time](#time)."])
    leaflet, _ = set_leaflet(charter, printed="https://forum.example/us/")
    assert leaflet is not None
    with PdfDocument(leaflet.screen) as pdf:
        back = pdf[5].get_textpage().get_text_range()
    assert "forum.example/us" in back
    assert "forum.example/us/" not in back
    assert "https" not in back
    assert b"(https://charters.exampleton.example/charters/working-together/)" in leaflet.screen
    assert b"(https://charters.exampleton.example/charters/working-together/#time)" in leaflet.screen
    assert b"forum.example/us" not in leaflet.screen.replace(b"\n", b"")
