"""The fold proof shows what the press PDF has, and around it what a print shop must know."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name
from PIL import Image, ImageChops, ImageOps, ImageStat

from charterpress.check import Checked
from charterpress.leaflets.series import Order, Workshop
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.proof import RESOLUTION, draw_proof
from charterpress.preflight.ticket import Job

Make = Callable[..., bytes]
Fly = Callable[..., Preflight]
MM = 72 / 25.4
PIXELS = RESOLUTION / 25.4
"""Pixels in a mm of a picture."""
LEFT = 16
"""How far the bleed of a sheet stands from the left edge of its picture, in mm."""
FOLD_INK = (194, 0, 122)
INNER = (8, 8, 295, 208)
"""What lies within the trim of a tri-fold, in mm from the corner of the bleed."""
JOB = Job("Charter", "en", "ltr", "1")


def picture(png: bytes) -> Image.Image:
    """Return a picture in RGB."""
    with Image.open(BytesIO(png)) as image:
        return image.convert("RGB")


def drawn(pdf: bytes, page: int) -> Image.Image:
    """Return what another program makes of a page, cut to the bleed."""
    with pypdfium2.PdfDocument(pdf) as document, pikepdf.open(BytesIO(pdf)) as file:
        left, bottom, right, top = (float(edge) for edge in file.pages[page].obj.BleedBox)
        start, _, _, ceiling = (float(edge) for edge in file.pages[page].mediabox)
        picture: Image.Image = document[page].render(scale=RESOLUTION / 72).to_pil()
        corners = (left - start, ceiling - top, right - start, ceiling - bottom)
        return cut(picture.convert("RGB"), corners, RESOLUTION / 72)


def cut(image: Image.Image, corners: tuple[float, float, float, float], pixels: float = PIXELS) -> Image.Image:
    """Return a part of a picture: left, top, right, bottom in mm, or in what has so many pixels."""
    left, top, right, bottom = (round(edge * pixels) for edge in corners)
    return image.crop((left, top, right, bottom))


def colour_of(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """Return red, green and blue of a pixel, from 0 to 255."""
    colour = image.getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour


def difference(ours: Image.Image, theirs: Image.Image) -> float:
    """Return by how much two pictures of one size differ on average, in steps of 255."""
    # Four pixels become one: the edges of letters do not count.
    return sum(ImageStat.Stat(ImageChops.difference(ours.reduce(4), theirs.reduce(4))).mean) / 3


def sheet_in(proof: Image.Image, theirs: Image.Image) -> Image.Image:
    """Return the sheet out of a proof: where, from top to bottom, it is most like what another program drew."""
    left = round(LEFT * PIXELS)
    crops = (
        proof.crop((left, top, left + theirs.width, top + theirs.height))
        for top in range(round(26 * PIXELS), round(32 * PIXELS))
    )
    return min(crops, key=lambda crop: difference(cut(crop, INNER), cut(theirs, INNER)))


@pytest.fixture(scope="module", params=["en", "ur"])
def own(request: pytest.FixtureRequest, reference: Checked, printer: Printer) -> tuple[bytes, list[Image.Image]]:
    """Return a press PDF of the reference site and its proof, for each direction."""
    code: str = request.param
    assert reference.project is not None
    order = Order(code, "mutual-expectations", "https://charters.example/", "trifold")
    leaflet, findings = Workshop(reference.library, reference.languages[code], reference.project).typeset(order)
    assert leaflet is not None, findings
    [file] = leaflet.press
    done = preflight(file.data, Path(f"{code}.pdf"), "offset-coated", printer)
    direction = "rtl" if code == "ur" else "ltr"
    proof = draw_proof(done, printer, Job("x", code, direction, None), file.data)
    return file.data, [picture(png) for png in proof]


def test_it_shows_the_file(own: tuple[bytes, list[Image.Image]]) -> None:
    """What is drawn is what another program draws of the press PDF, but for thin lines and the paler bleed."""
    pdf, proofs = own
    assert len(proofs) == 2
    for page, proof in enumerate(proofs):
        theirs = drawn(pdf, page)
        ours = sheet_in(proof, theirs)
        assert difference(cut(ours, INNER), cut(theirs, INNER)) < 6
        # It would be noticed if it were another page, or mirrored.
        other = drawn(pdf, 1 - page)
        assert difference(cut(ours, INNER), cut(other, INNER)) > 12
        assert difference(cut(ours, INNER), cut(ImageOps.mirror(theirs), INNER)) > 12


def test_it_is_large_enough_and_small(fly: Fly, make: Make, printer: Printer) -> None:
    """An A4 sheet is drawn at more than 140 pixels an inch, in less than 200 kB when there is little on it."""
    pdf = make()
    for png in draw_proof(fly(pdf), printer, JOB, pdf):
        assert picture(png).width > 303 * 140 / 25.4
        assert len(png) < 200_000


def folds_in(proof: Image.Image) -> list[float]:
    """Return where the marks of folds stand, in mm from the left edge of the trim, in the upper half."""
    found: list[float] = []
    upper = proof.crop((0, round(15 * PIXELS), proof.width, round(34 * PIXELS)))
    for x in range(upper.width):
        column = [colour_of(upper, x, y) for y in range(upper.height)]
        strong = sum(all(abs(a - b) < 40 for a, b in zip(colour, FOLD_INK, strict=True)) for colour in column)
        if strong > 8 and (not found or x / PIXELS - LEFT - 3 - found[-1] > 2):
            found.append(x / PIXELS - LEFT - 3)
    return found


@pytest.mark.parametrize(("direction", "folds"), [("ltr", ([97, 197], [100, 200])), ("rtl", ([100, 200], [97, 197]))])
def test_folds(fly: Fly, make: Make, printer: Printer, direction: str, folds: tuple[list[float], ...]) -> None:
    """Folds are marked outside the trim where the profile has them, mirrored for right to left."""
    pdf = make()
    proofs = draw_proof(fly(pdf), printer, Job("x", "en", direction, None), pdf)
    assert [folds_in(picture(png)) for png in proofs] == [pytest.approx(side, abs=0.6) for side in folds]


def test_lines_hide_nothing(fly: Fly, make: Make, letter: Callable[..., str], printer: Printer) -> None:
    """A black letter below a fold line is still darker than the line."""
    pdf = make(letter(95, 150, "/F 60 Tf 0 0 0 1 k"))
    proof = picture(draw_proof(fly(pdf), printer, JOB, pdf)[0])
    sheet = sheet_in(proof, drawn(pdf, 0))
    x, top, bottom = round((3 + 97) * PIXELS), round((3 + 210 - 162) * PIXELS), round((3 + 210 - 152) * PIXELS)
    reds = [colour_of(sheet, x + by, y)[0] for y in range(top, bottom) for by in (-1, 0, 1)]
    assert max(reds) < 160


def test_many_pages(fly: Fly, make: Make, printer: Printer) -> None:
    """Of a long file the first eight pages are drawn, and the last of these says that there are more."""

    def longer(pdf: pikepdf.Pdf) -> None:
        for _ in range(5):
            pdf.pages.extend([pdf.pages[0], pdf.pages[1]])

    pdf = make(change=longer)
    sheet = printer.sheets[0].model_copy(update={"pages": None})
    asked = printer.model_copy(update={"sheets": (sheet,)})
    proofs = draw_proof(fly(pdf, sheets=(sheet,)), asked, JOB, pdf)
    heights = [picture(png).height for png in proofs]
    assert len(heights) == 8
    # A line more stands below the last.
    assert len(set(heights[:7])) == 1
    assert heights[7] > heights[6]


@pytest.mark.parametrize(("width", "height"), [(105, 148), (594, 841), (2000, 300)])
def test_other_sizes(fly: Fly, make: Make, printer: Printer, width: float, height: float) -> None:
    """A card and a poster are drawn as well, without folds, and no picture grows without end."""

    def resize(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.mediabox = Array([0, 0, (width + 6) * MM, (height + 6) * MM])
            page.obj[Name.BleedBox] = page.mediabox
            page.trimbox = Array([3 * MM, 3 * MM, (width + 3) * MM, (height + 3) * MM])

    pdf = make(change=resize)
    sheet = Sheet(name="other", title="Other", width=width, height=height)
    asked = printer.model_copy(update={"sheets": (sheet,)})
    done = fly(pdf, sheets=(sheet,))
    assert done.format == "other"
    for png in draw_proof(done, asked, JOB, pdf):
        assert folds_in(picture(png)) == []
        assert 600 < max(picture(png).size) < 3_200


def test_the_same_bytes(fly: Fly, make: Make, printer: Printer) -> None:
    """The same file gives the same pictures."""
    pdf = make()
    assert draw_proof(fly(pdf), printer, JOB, pdf) == draw_proof(fly(pdf), printer, JOB, pdf)
