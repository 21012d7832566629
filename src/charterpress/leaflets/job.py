"""Hold a leaflet that is being made, and what comes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.findings import Finding
from charterpress.languages.fontfolder import font_folder
from charterpress.leaflets.booklet import MOST_PAGES
from charterpress.leaflets.colours import press_palette, screen_palette
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.designs.library import find_design
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.fonts.typefaces import typefaces_for
from charterpress.leaflets.formats.shapes import Folded, Format
from charterpress.leaflets.manuscript import Refusal
from charterpress.leaflets.origin import Origin
from charterpress.leaflets.press import PARTS, PressFacts
from charterpress.leaflets.printing import PressFile
from charterpress.leaflets.readback import share_that_copies
from charterpress.leaflets.remarks import explain_refusal, mention_lost_words
from charterpress.leaflets.screen import count_pages, finish_screen
from charterpress.leaflets.setting import Look, Setting
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop
from charterpress.leaflets.words import LEAFLET_WORDS

UNDATED = date(2000, 1, 1)
"""What a file is dated when its charter has no date: the same input must give the same bytes."""
ROOM_TO_MOVE = 2.0
"""How much more than the bleed is painted at least, in mm: pages of a booklet move by the thickness of the sheets."""


@dataclass(frozen=True)
class Leaflet:
    """Hold the files of a leaflet in one format, the size of their text in points, and how many pages the screen has.

    `press` is empty for a format that no print shop needs. One that is `chosen` has some of the promises. `copied` is
    the share of the words of its screen PDF that come back when they are copied, from 0 to 1.
    """

    charter_id: str
    locale: str
    format: str
    screen: bytes
    press: tuple[PressFile, ...]
    size: float
    pages: int
    chosen: bool = False
    copied: float = 1.0


Made = tuple[Leaflet | None, tuple[Finding, ...]]


@dataclass(frozen=True)
class Job:
    """Hold what is set: the contents, how they look, for which print shop, and where the words are written."""

    contents: Contents
    settings: LeafletSettings
    shop: PrintShop
    origin: Origin | None

    def look(self, least: float, *, press: bool) -> Look:
        """Return how one output is set; what bleeds does so by more than is cut, since pages of a booklet move."""
        settings, contents = self.settings, self.contents
        design = find_design(settings.design)
        palette = press_palette(settings) if press else screen_palette(settings)
        words = (contents.words(message) for message in LEAFLET_WORDS)
        typefaces = typefaces_for(contents.locale, settings, words, press=press)
        radius = design.radius if settings.corner_radius is None else settings.corner_radius
        # The innermost of as many sheets as staples hold moves by the thickness of all others.
        moved = max(ROOM_TO_MOVE, (MOST_PAGES // 4 - 1) * self.shop.caliper)
        bleed = self.shop.bleed + moved if press else 0.0
        return Look(palette, design, radius, typefaces, least, least, press=press, bleed=bleed, safe=self.shop.safe)

    def fingerprint(self, shape: Format) -> str:
        """Return a text that is another one when the files would be other ones, but for the programs that make them.

        It is the same wherever the project lies.
        """
        settings, contents = self.settings, self.contents
        own_fonts = _own_fonts(settings)
        parts = {
            "data": contents.data(Fullness()),
            "texts": contents.charter.model_dump_json(),
            "locale": contents.locale.code,
            "chosen": sorted(contents.selection) if contents.selection is not None else None,
            "settings": repr(replace(settings, root=None, pictures=())),
            "pictures": [
                [one.name, repr(one.words), _digest(one.screen), _digest(one.press)] for one in settings.pictures
            ],
            "fonts": [[path.name, _digest(path.read_bytes())] for path in own_fonts],
            "shop": repr(self.shop),
            "shape": shape.model_dump_json(),
            "file": self._file(),
        }
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    def _file(self) -> str | None:
        if self.origin is None:
            return None
        path, root = self.origin.file.path, self.settings.root
        return (path.relative_to(root) if root is not None and path.is_relative_to(root) else path).as_posix()

    def setting(self, shape: Format, data: dict[str, object]) -> Setting:
        """Return what sets these data in a format."""
        return Setting(shape, self.contents.locale, data, self.settings.pictures)

    @property
    def day(self) -> date:
        """Return the date that the files bear."""
        return self.contents.charter.approved or UNDATED

    @property
    def seconds(self) -> int:
        """Return that date as a time stamp."""
        return int(datetime.combine(self.day, time(), UTC).timestamp())

    @property
    def facts(self) -> PressFacts:
        """Return what a press PDF says about itself."""
        contents, locale = self.contents, self.contents.locale
        title = plain_text(contents.charter.title)
        return PressFacts(title, contents.organisation, locale.code, locale.direction, self.day)

    def write(self, setting: Setting, look: Look) -> bytes | Refusal:
        """Return the pages of one output."""
        return setting.write(look, self.seconds, PARTS[self.shop.standard].version)

    def refused(self, refusal: Refusal, look: Look) -> Made:
        """Return why there is no leaflet."""
        return None, tuple(explain_refusal(self.contents, refusal, look, self.origin))

    def made(self, setting: Setting, screen: bytes, press: tuple[PressFile, ...], size: float) -> Made:
        """Return the leaflet, with the number of pages of its screen PDF and with how well that can be copied."""
        screen, shape = finish_screen(screen), setting.shape
        copied = share_that_copies(screen, setting.data, flows=not isinstance(shape, Folded))
        charter, locale = self.contents.charter, self.contents.locale
        chosen, pages = self.contents.selection is not None, count_pages(screen)
        leaflet = Leaflet(charter.id, locale.code, shape.name, screen, press, size, pages, chosen, copied)
        return leaflet, tuple(mention_lost_words(self.contents, shape, copied, self.origin))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _own_fonts(settings: LeafletSettings) -> list[Path]:
    """Return the files of a project's folder of fonts, where it asks for any."""
    asked = settings.root is not None and any(True for _ in settings.fonts.families())
    folder = font_folder(settings.root, settings.fonts) if asked and settings.root is not None else None
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder is not None else []
