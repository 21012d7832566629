"""Judge one picture by what is in its file, and make it ready for the screen and for the press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.colouring import NOT_AS_IT_IS, OR_CONVERT, as_press_file, paint
from charterpress.leaflets.pictures.drawings import check_drawing, is_drawing
from charterpress.leaflets.pictures.inks import to_press
from charterpress.leaflets.pictures.pages import (
    page_of_drawing,
    page_of_inks,
    page_of_raster,
    page_of_sheet,
    ratio_of,
    repainted,
)
from charterpress.leaflets.pictures.rasters import Raster, check_resolution, open_raster
from charterpress.leaflets.pictures.seen import shows_anything
from charterpress.leaflets.pictures.sheets import check_sheet
from charterpress.leaflets.pictures.values import ROOMS, Name, Picture, Shines

SCREEN_RESOLUTION = 200
PRESS_RESOLUTION = 400
"""Pixels an inch that a picture keeps where it is printed largest; nobody sees more of them."""
SAME_SHAPE = 0.02

Key = Literal["file", "press_file"]
Told = tuple[Key, Finding]
"""A finding, and which of the files it is about."""
_Page = tuple[bytes, tuple[Finding, ...]]


@dataclass(frozen=True)
class Given:
    """Hold what is known of a picture before it is opened; `least` is a resolution in pixels an inch.

    `press` is the content of a file of its own for the press. Without `printed` nothing goes to press. `shines` says
    what can be seen through in a PDF, where the printer takes no such thing.
    """

    name: Name
    words: tuple[tuple[str, str], ...]
    file: bytes
    press: bytes | None
    convert: bool
    printed: bool
    least: float
    shines: Shines | None = None


def make_ready(given: Given) -> tuple[Picture | None, tuple[Told, ...]]:
    """Return the picture, or None, and everything that is wrong with its files."""
    file = _opened(given.file, given)
    press = file if given.press is None else _opened(given.press, given)
    found: list[Told] = [("file", finding) for finding in file.findings]
    inked = b""
    if press is not file:
        found += [("press_file", finding) for finding in press.findings]
        if press.screen:
            inked, wrong = press.for_press(given, convert=False)
            found += [("press_file", as_press_file(finding)) for finding in wrong]
        if press.screen and file.screen:
            found += [
                ("press_file", finding) for finding in _other_shape(ratio_of(file.screen), ratio_of(press.screen))
            ]
    elif given.printed and file.screen:
        inked, wrong = file.for_press(given, convert=given.convert)
        found += [("file", finding) for finding in wrong]
    if given.printed and inked and given.shines is not None and (kinds := given.shines(inked)):
        found.append(("file" if press is file else "press_file", faults.see_through(kinds)))
    if not found:
        # What has another fault may show nothing for that alone.
        keys: tuple[tuple[Key, _Opened], ...] = (("file", file), ("press_file", press))
        used = keys if press is not file else keys[:1]
        found = [(key, _empty()) for key, one in used if not shows_anything(one.screen)]
    if found:
        return None, tuple(found)
    pages = file.screen, inked if given.printed else b""
    return Picture(given.name, ratio_of(file.screen), given.words, *pages), ()


def _other_shape(ratio: float, other: float) -> Iterator[Finding]:
    if abs(other - ratio) > SAME_SHAPE * ratio:
        shapes = f"{other:.2f} times as wide as high, not {ratio:.2f}"
        message = f"the press file is not of the shape of the picture: {shapes}"
        yield Finding("picture-kind", message, "Export both from the same drawing.")


@dataclass(frozen=True)
class _Opened:
    """Hold a file as a page in the colours of the screen, empty where it cannot be used, and what is wrong with it."""

    data: bytes
    screen: bytes
    findings: tuple[Finding, ...]
    raster: Raster | None = None

    def for_press(self, given: Given, *, convert: bool) -> _Page:
        """Return the page in inks, and what is in the way."""
        if self.raster is None:
            return repainted(self.screen, partial(paint, convert=convert))
        room, raster = ROOMS[given.name], self.raster
        if raster.image.mode == "CMYK":
            as_it_is = not raster.turned
            return page_of_inks(self.data, raster.image.size) if as_it_is else page_of_raster(raster), ()
        raster = raster.on_screen().on_white().within(room, PRESS_RESOLUTION)
        if not raster.coloured:
            return page_of_raster(replace(raster, image=raster.image.convert("L"))), ()
        if not convert:
            return b"", (faults.coloured(f"{NOT_AS_IT_IS}: it has screen colours (RGB)", OR_CONVERT),)
        return page_of_raster(replace(raster, image=to_press(raster.image))), ()


def _opened(data: bytes, given: Given) -> _Opened:
    room = ROOMS[given.name]
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raster = open_raster(data)
        if isinstance(raster, Finding):
            return _Opened(data, b"", (raster,))
        found = tuple(faults.check_shape(*raster.image.size))
        if found:
            return _Opened(data, b"", found)
        screen = page_of_raster(raster.on_screen().within(room, SCREEN_RESOLUTION))
        return _Opened(data, screen, tuple(check_resolution(raster, room, given.least)), raster)
    if b"%PDF-" in data[:1024]:
        found = check_sheet(data)
        return _Opened(data, b"" if found else page_of_sheet(data), found)
    if is_drawing(data):
        found = check_drawing(data)
        page = b"" if found else page_of_drawing(data)
        return _Opened(data, b"", (page,)) if isinstance(page, Finding) else _Opened(data, page, found)
    return _Opened(data, b"", tuple(_unknown(data)))


def _empty() -> Finding:
    message = "there is nothing to see in the picture: it is empty, or all of it lies outside its edges"
    return Finding("picture-empty", message, "Export the picture again, with what it shows inside its edges.")


def _unknown(data: bytes) -> Iterator[Finding]:
    if not data:
        yield faults.corrupt("the file is empty")
        return
    message = "the file is none of PNG, JPEG, SVG and PDF, whatever its name says"
    yield Finding("picture-kind", message, "Export the picture as one of these.")
