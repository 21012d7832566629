"""Make the leaflet of a charter in one language and one format: find what fits, then write screen and press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Charter
from charterpress.findings import Finding
from charterpress.languages.locales import Locale
from charterpress.leaflets.booklet import MOST_PAGES, choose_size
from charterpress.leaflets.colours import check_colours, press_palette, screen_palette
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import choose_filling
from charterpress.leaflets.fit import Fitter
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.shapes import Flowing, Folded, Format, Stitched
from charterpress.leaflets.origin import Origin
from charterpress.leaflets.press import PARTS, PressFacts
from charterpress.leaflets.printing import PressFile, press_folded, press_stitched
from charterpress.leaflets.remarks import (
    check_selection,
    explain_misfit,
    explain_refusal,
    explain_thickness,
    explain_wide_words,
    mention_left_out,
)
from charterpress.leaflets.screen import count_pages, finish_screen
from charterpress.leaflets.setting import Look, Refusal, Setting
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop

UNDATED = date(2000, 1, 1)
"""What a file is dated when its charter has no date: the same input must give the same bytes."""
ROOM_TO_MOVE = 2.0
"""How much more than the bleed is painted, in mm: pages of a booklet move by the thickness of the sheets."""


@dataclass(frozen=True)
class Leaflet:
    """Hold the files of a leaflet in one format, the size of their text in points, and how many pages the screen has.

    `press` is empty for a format that no print shop needs. One that is `chosen` has some of the promises.
    """

    charter_id: str
    locale: str
    format: str
    screen: bytes
    press: tuple[PressFile, ...]
    size: float
    pages: int
    chosen: bool = False


Made = tuple[Leaflet | None, tuple[Finding, ...]]


@dataclass(frozen=True)
class _Job:
    """Hold what is set: the contents, how they look, for which print shop, and where the words are written."""

    contents: Contents
    settings: LeafletSettings
    shop: PrintShop
    origin: Origin | None

    def look(self, least: float, *, press: bool) -> Look:
        """Return how one output is set; what bleeds does so by more than is cut, since pages of a booklet move."""
        palette = press_palette(self.settings) if press else screen_palette(self.settings)
        bleed = self.shop.bleed + ROOM_TO_MOVE if press else 0.0
        return Look(palette, least, least, press=press, bleed=bleed, safe=self.shop.safe)

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

    def write(self, setting: Setting, least: float, size: float, *, press: bool) -> bytes | Refusal:
        """Return the pages of one output."""
        look = self.look(least, press=press).at(size)
        return setting.write(look, self.seconds, PARTS[self.shop.standard].version)

    def refused(self, refusal: Refusal) -> Made:
        """Return why there is no leaflet."""
        return None, (explain_refusal(self.contents, refusal, self.origin),)

    def made(self, shape: Format, screen: bytes, press: tuple[PressFile, ...], size: float) -> Leaflet:
        """Return the leaflet, with the number of pages that its screen PDF has."""
        screen = finish_screen(screen)
        charter, locale = self.contents.charter, self.contents.locale
        chosen = self.contents.selection is not None
        return Leaflet(charter.id, locale.code, shape.name, screen, press, size, count_pages(screen), chosen)


def typeset(  # noqa: PLR0913, PLR0917 - the one door of the room: each is something only the caller knows
    charter: Charter,
    theme_titles: Mapping[str, str],
    locale: Locale,
    words: Callable[[str], str],
    settings: LeafletSettings,
    address: str,
    shape: Format,
    *,
    draft: bool,
    origin: Origin | None = None,
    selection: frozenset[str] | None = None,
    printed: str = "",
    shop: PrintShop | None = None,
) -> Made:
    """Return the leaflet of a localised charter in one format, or None with the findings that stop it.

    `address` is the page in the reader's language; paper shows `printed` instead, where that is given. `selection`
    names the commitments to print; without it all are printed. `origin` is where the words are written. Text is
    never cut off: when it can't fit, there is no leaflet.
    """
    name, whole = settings.organisation, not isinstance(shape, Folded)
    contents = Contents(charter, theme_titles, locale, words, name, address, draft, selection, whole, printed)
    findings = (*check_colours(settings), *check_selection(contents, origin))
    if findings:
        return None, findings
    job = _Job(contents, settings, PrintShop() if shop is None else shop, origin)
    if isinstance(shape, Flowing):
        return _flowing(job, shape)
    if isinstance(shape, Stitched):
        return _stitched(job, shape)
    return _folded(job, job.shop.cut(shape))


def _flowing(job: _Job, shape: Flowing) -> Made:
    """Set a charter in the size of the format, over as many pages as it needs."""
    setting = Setting(shape, job.contents.locale, job.contents.data(Fullness()))
    wide = setting.too_wide(job.look(shape.size, press=False))
    if wide:
        return None, tuple(explain_wide_words(job.contents, wide, shape, job.origin))
    screen = job.write(setting, shape.size, shape.size, press=False)
    if isinstance(screen, Refusal):
        return job.refused(screen)
    return job.made(shape, screen, (), shape.size), ()


def _stitched(job: _Job, shape: Stitched) -> Made:
    """Set a charter over pages that fill whole sheets, with what is left over for the reader's notes."""
    setting = Setting(shape, job.contents.locale, job.contents.data(Fullness()))
    look = job.look(shape.size, press=False)
    wide = setting.too_wide(look)
    if wide:
        return None, tuple(explain_wide_words(job.contents, wide, shape, job.origin))
    size, number = choose_size(setting, look, shape)
    if number > MOST_PAGES:
        return None, (explain_thickness(job.contents, number, MOST_PAGES, job.origin),)
    screen, pages = (job.write(setting, shape.size, size, press=press) for press in (False, True))
    if isinstance(screen, Refusal):
        return job.refused(screen)
    if isinstance(pages, Refusal):
        return job.refused(pages)
    press = press_stitched(pages, shape, job.shop, job.facts)
    return job.made(shape, screen, press, size), ()


def _folded(job: _Job, shape: Folded) -> Made:
    """Find how much of a charter fits its panels, and in what size; then write screen and press."""
    contents, least = job.contents, job.settings.minimum_size
    look = job.look(least, press=False)

    def setting(fullness: Fullness) -> Setting:
        return Setting(shape, contents.locale, contents.data(fullness))

    # Both files are set alike but for their colours, so a size that fits one fits the other.
    filling = choose_filling(lambda fullness: Fitter(setting(fullness), look, shape), job.settings)
    if filling.size is None:
        return None, tuple(explain_misfit(contents, filling, shape, least, job.origin))
    chosen = setting(filling.fullness)
    screen, pages = (job.write(chosen, least, filling.size, press=press) for press in (False, True))
    if isinstance(screen, Refusal):
        return job.refused(screen)
    if isinstance(pages, Refusal):
        return job.refused(pages)
    press = press_folded(pages, shape, job.shop, job.facts)
    return job.made(shape, screen, press, filling.size), tuple(mention_left_out(contents, filling, job.origin))
