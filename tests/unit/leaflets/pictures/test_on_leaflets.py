"""Test pictures where readers and print shops meet them: on leaflets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.pictures.readying import Given, make_ready
from charterpress.leaflets.pictures.values import Picture
from charterpress.leaflets.settings import LeafletSettings
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import load_printer

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
LOGO = '<rect width="20" height="20" fill="#cc3333"/><path d="M22 4h16v4h-16zM22 12h10v4h-10z" fill="#222"/>'
RED = (0xCC, 0x33, 0x33)
SHAPES = ("trifold", "sheet", "large-print")


@pytest.fixture
def settings(
    given: Callable[..., Given],
    drawing: Callable[[str], bytes],
    saved: Callable[..., bytes],
    scene: Callable[..., Image.Image],
) -> LeafletSettings:
    """Return settings with a logo, and a cover picture that shows something."""
    logo, _ = make_ready(given(drawing(LOGO), convert=True))
    photo = saved(scene((1660, 1200)), "JPEG", quality=95)
    cover, _ = make_ready(
        given(
            photo, name="cover_picture", words=(("en", "Two people at a table"), ("cy", "Dau wrth fwrdd")), convert=True
        )
    )
    assert logo is not None
    assert cover is not None
    return LeafletSettings("Exampleton Council", pictures=(logo, cover))


def made(typeset: Typeset, charter: Charter, locale: str, settings: LeafletSettings, shape: str = "trifold") -> Leaflet:
    """Return a leaflet that nothing is wrong with."""
    leaflet, findings = typeset(charter, locale, settings=settings, shape=shape)
    assert leaflet is not None, findings
    return leaflet


def described(pdf: bytes) -> list[tuple[str, str | None]]:
    """Return the words of each figure with its language where it has one, in the order in which they are read."""
    found = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == "/Figure":
                found.append((str(node.get("/Alt")), str(node.Lang) if "/Lang" in node else None))
            walk(node.get("/K", pikepdf.Array()))

    with pikepdf.open(BytesIO(pdf)) as opened:
        walk(opened.Root.StructTreeRoot)
    return found


def places_of(pdf: bytes, number: int, colour: tuple[int, int, int], within: int = 12) -> tuple[int, int, int, int]:
    """Return the box that a colour takes up on a page, in mm from its upper left corner."""
    image = pypdfium2.PdfDocument(pdf)[number].render(scale=1).to_pil().convert("RGB")
    near = [[255 * (abs(value - part) <= within) for value in range(256)] for part in colour]
    parts = [band.point(table) for band, table in zip(image.split(), near, strict=True)]
    together = Image.merge("RGB", parts).convert("L").point(lambda value: 255 * (value > 250))
    box = together.getbbox()
    assert box is not None, f"nothing on page {number + 1} is {colour}"
    mm = 25.4 / 72
    left, top, right, bottom = (round(edge * mm) for edge in box)
    return left, top, right, bottom


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("locale", ["en", "cy", "ur"])
def test_is_accessible(
    locale: str, shape: str, settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]
) -> None:
    """With pictures a leaflet is still PDF/UA-1, in both directions; they are read out once, in their own language."""
    leaflet = made(set_leaflet, small(), locale, settings, shape)
    report = page_validation.validate_pdf_bytes(leaflet.screen, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    language = None if locale == "en" else "en"
    logo, cover = ("Exampleton Council", language), ("Two people at a table", language)
    cover = ("Dau wrth fwrdd", None) if locale == "cy" else cover
    assert described(leaflet.screen)[:-1] == ([cover, logo] if shape == "trifold" else [logo]), "the last is the code"


def test_a_silent_cover_is_not_read_out(
    settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]
) -> None:
    """A cover picture without words is an artifact."""
    silent = replace(settings, pictures=tuple(replace(one, words=()) for one in settings.pictures))
    leaflet = made(set_leaflet, small(), "en", silent)
    assert len(described(leaflet.screen)) == 1
    report = page_validation.validate_pdf_bytes(leaflet.screen, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant


@pytest.mark.parametrize("locale", ["en", "ur"])
def test_the_press_has_only_inks(
    locale: str, settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]
) -> None:
    """The preflight finds nothing in a press PDF with pictures, and its certificate lists them in CMYK."""
    leaflet = made(set_leaflet, small(), locale, settings)
    printer, _ = load_printer("offset-coated")
    assert printer is not None
    done = preflight(leaflet.press[0].data, Path("leaflet.pdf"), "offset-coated", printer)
    assert done.findings == ()
    values = {check.name: check.values for check in done.checks}
    assert values["images"]["images"] == 1
    assert "DeviceCMYK" in str(values["images"])
    assert not [key for key in values["colours"] if "RGB" in key or "ICC" in key]


@pytest.mark.parametrize(("locale", "left"), [("en", True), ("ur", False)])
def test_where_they_stand(
    locale: str, settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter], *, left: bool
) -> None:
    """The logo stands at the foot of front and back, at the side where lines start; the cover fills its room."""
    leaflet = made(set_leaflet, small(), locale, settings)
    for number in (0, 5):
        start, top, end, bottom = places_of(leaflet.screen, number, RED)
        assert (start < 10) is left
        assert 10 <= end - start <= 12
        assert 10 <= bottom - top <= 12
        assert top > 150
    start, top, end, bottom = places_of(leaflet.screen, 0, (250, 240, 200))
    assert (start, top, end) == (0, 0, 100)
    assert 95 <= bottom <= 98


def test_pages_open_with_the_logo(
    settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]
) -> None:
    """On pages the logo stands at the head of the first."""
    leaflet = made(set_leaflet, small(), "en", settings, "sheet")
    left, top, _, bottom = places_of(leaflet.screen, 0, RED)
    assert (left, top) == (30, 20)
    assert 13 <= bottom - top <= 15


def test_every_place_is_taken(settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]) -> None:
    """No pixel that kept a place is left, on screen or at the press."""
    leaflet = made(set_leaflet, small(), "en", settings)
    for data in (leaflet.screen, leaflet.press[0].data):
        with pikepdf.open(BytesIO(data)) as pdf:
            images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
            assert images
            assert all(image.Width > 1 for image in images)


def test_the_same_bytes(settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]) -> None:
    """The same charter and pictures give the same files."""
    one, other = (made(set_leaflet, small(), "en", settings) for _ in range(2))
    assert (one.screen, one.press) == (other.screen, other.press)


def test_a_very_wide_logo_keeps_within_its_room(
    settings: LeafletSettings, set_leaflet: Typeset, small: Callable[..., Charter]
) -> None:
    """A logo ten times as wide as high is made lower, not wider than it may be."""
    logo, cover = settings.pictures
    wide: Picture = replace(logo, ratio=10)
    leaflet = made(set_leaflet, small(), "en", replace(settings, pictures=(wide, cover)))
    left, top, right, bottom = places_of(leaflet.screen, 0, RED)
    assert 28 <= right - left <= 31, "half of 60 mm is red"
    assert 5 <= bottom - top <= 7


def test_without_pictures_nothing_changes(english: Leaflet) -> None:
    """A leaflet without pictures has no image in it."""
    with pikepdf.open(BytesIO(english.screen)) as pdf:
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
