"""Make the leaflet of a charter in one language and one format: find what fits, then write screen and press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Charter
from charterpress.findings import Finding
from charterpress.languages.locales import Locale
from charterpress.leaflets.colours import check_colours, press_palette, screen_palette
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import choose_filling
from charterpress.leaflets.fit import Fitter
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.shapes import Flowing, Folded
from charterpress.leaflets.imposition import impose
from charterpress.leaflets.press import PressFacts, finish_press
from charterpress.leaflets.remarks import (
    check_selection,
    explain_misfit,
    explain_refusal,
    explain_wide_words,
    mention_left_out,
)
from charterpress.leaflets.screen import count_pages, finish_screen
from charterpress.leaflets.setting import Look, Refusal, Setting
from charterpress.leaflets.settings import LeafletSettings

UNDATED = date(2000, 1, 1)
"""What a file is dated when its charter has no date: the same input must give the same bytes."""


@dataclass(frozen=True)
class Leaflet:
    """Hold the files of a leaflet in one format, the size of their text in points, and how many pages the screen has.

    `press` is empty for a format that no print shop needs.
    """

    charter_id: str
    locale: str
    format: str
    screen: bytes
    press: bytes
    size: float
    pages: int


def typeset(  # noqa: PLR0913, PLR0917 - the one door of the room: each is something only the caller knows
    charter: Charter,
    theme_titles: Mapping[str, str],
    locale: Locale,
    words: Callable[[str], str],
    settings: LeafletSettings,
    address: str,
    shape: Folded | Flowing,
    *,
    draft: bool,
    file: Path | None = None,
    selection: frozenset[str] | None = None,
) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    """Return the leaflet of a localised charter in one format, or None with the findings that stop it.

    `address` is the page in the reader's language. `selection` names the commitments to print;
    without it all are printed. Text is never cut off: when it can't fit, there is no leaflet.
    """
    name, whole = settings.organisation, isinstance(shape, Flowing)
    contents = Contents(charter, theme_titles, locale, words, name, address, draft, selection, whole)
    findings = (*check_colours(settings), *check_selection(contents, file))
    if findings:
        return None, findings
    if isinstance(shape, Flowing):
        return _flowing(contents, shape, settings, file)
    return _folded(contents, shape, settings, file)


def _flowing(
    contents: Contents, shape: Flowing, settings: LeafletSettings, file: Path | None
) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    """Set a charter in the size of the format, over as many pages as it needs."""
    look = Look(screen_palette(settings), shape.size, shape.size, press=False, bleed=0.0)
    setting = Setting(shape, contents.locale, contents.data(Fullness()))
    wide = setting.too_wide(look)
    if wide:
        return None, tuple(explain_wide_words(contents, wide, shape, file))
    written = setting.write(look, _seconds(_day(contents)))
    if isinstance(written, Refusal):
        return None, (explain_refusal(contents, written, file),)
    screen = finish_screen(written)
    code, pages = contents.locale.code, count_pages(screen)
    return Leaflet(contents.charter.id, code, shape.name, screen, b"", shape.size, pages), ()


def _folded(
    contents: Contents, shape: Folded, settings: LeafletSettings, file: Path | None
) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    """Find how much of a charter fits its panels, and in what size; then write screen and press."""
    charter, locale, least = contents.charter, contents.locale, settings.minimum_size
    screen_look = Look(screen_palette(settings), least, least, press=False, bleed=0.0)
    press_look = Look(press_palette(settings), least, least, press=True, bleed=shape.bleed)

    @cache
    def setting(fullness: Fullness) -> Setting:
        return Setting(shape, locale, contents.data(fullness))

    # Both files are set alike but for their colours, so a size that fits one fits the other.
    filling = choose_filling(lambda fullness: Fitter(setting(fullness), screen_look, shape), settings)
    if filling.size is None:
        return None, tuple(explain_misfit(contents, filling, shape, least, file))
    day = _day(contents)
    chosen = setting(filling.fullness)
    screen = chosen.write(screen_look.at(filling.size), _seconds(day))
    pages = chosen.write(press_look.at(filling.size), _seconds(day))
    if isinstance(screen, Refusal):
        return None, (explain_refusal(contents, screen, file),)
    if isinstance(pages, Refusal):
        return None, (explain_refusal(contents, pages, file),)
    facts = PressFacts(plain_text(charter.title), contents.organisation, locale.code, day)
    press = finish_press(impose(pages, shape, locale.direction), shape, locale.direction, facts)
    screen = finish_screen(screen)
    leaflet = Leaflet(charter.id, locale.code, shape.name, screen, press, filling.size, len(shape.panels))
    return leaflet, tuple(mention_left_out(contents, filling, file))


def _day(contents: Contents) -> date:
    return contents.charter.approved or UNDATED


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())
