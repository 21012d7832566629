"""Make the leaflet of a charter in one language and one format: find what fits, then write screen and press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from charterpress.content.model.charter import Charter
from charterpress.languages.locales import Locale
from charterpress.leaflets.booklet import MOST_PAGES, choose_size
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import Filling, choose_filling
from charterpress.leaflets.fit import Fitter
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.shapes import Flowing, Folded, Format, Stitched
from charterpress.leaflets.job import Job, Leaflet, Made
from charterpress.leaflets.manuscript import Refusal
from charterpress.leaflets.origin import Origin
from charterpress.leaflets.printing import PressFile, press_folded, press_stitched
from charterpress.leaflets.remarks import (
    check_selection,
    explain_misfit,
    explain_thickness,
    explain_wide_words,
    mention_left_out,
)
from charterpress.leaflets.setting import Look, Setting
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop

__all__ = ["Leaflet", "Made", "typeset", "typeset_job"]


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
    return typeset_job(Job(contents, settings, PrintShop() if shop is None else shop, origin), shape)


def typeset_job(job: Job, shape: Format) -> Made:
    """Return the leaflet of a job in one format, or None with the findings that stop it."""
    findings = check_selection(job.contents, job.origin)
    if findings:
        return None, findings
    if isinstance(shape, Flowing):
        return _flowing(job, shape)
    if isinstance(shape, Stitched):
        return _stitched(job, shape)
    return _folded(job, job.shop.cut(shape))


def _flowing(job: Job, shape: Flowing) -> Made:
    """Set a charter in the size of the format, over as many pages as it needs."""
    setting = job.setting(shape, job.contents.data(Fullness()))
    look = job.look(shape.size, press=False)
    wide = setting.too_wide(look)
    if wide:
        return None, tuple(explain_wide_words(job.contents, wide, shape, job.origin))
    screen = job.write(setting, look)
    if isinstance(screen, Refusal):
        return job.refused(screen, look)
    return job.made(setting, screen, (), shape.size)


def _stitched(job: Job, shape: Stitched) -> Made:
    """Set a charter over pages that fill whole sheets, with what is left over for the reader's notes."""
    setting = job.setting(shape, job.contents.data(Fullness()))
    looks = {press: job.look(shape.size, press=press) for press in (False, True)}
    for press, look in looks.items():
        # In the same fonts both files are set alike but for their colours.
        if press and look.typefaces == looks[False].typefaces:
            looks[press] = look.at(looks[False].size)
            continue
        wide = setting.too_wide(look)
        if wide:
            return None, tuple(explain_wide_words(job.contents, wide, shape, job.origin))
        size, number = choose_size(setting, look, shape)
        if number > MOST_PAGES:
            return None, (explain_thickness(job.contents, number, MOST_PAGES, job.origin),)
        looks[press] = look.at(size)
    screen, pages = job.write(setting, looks[False]), job.write(setting, looks[True])
    if isinstance(screen, Refusal):
        return job.refused(screen, looks[False])
    if isinstance(pages, Refusal):
        return job.refused(pages, looks[True])
    files = press_stitched(pages, shape, job.shop, job.facts)
    return job.made(setting, screen, _in_order(files, pages, looks[False], looks[True]), looks[False].size)


def _folded(job: Job, shape: Folded) -> Made:
    """Find how much of a charter fits its panels, and in what size; then write screen and press."""
    contents, settings = job.contents, job.settings
    screen_look, press_look = (job.look(settings.minimum_size, press=press) for press in (False, True))

    @cache
    def setting(fullness: Fullness) -> Setting:
        return job.setting(shape, contents.data(fullness))

    def filling_in(look: Look) -> Filling:
        return choose_filling(lambda fullness: Fitter(setting(fullness), look, shape), settings)

    filling = filling_in(screen_look)
    # In the same fonts both files are set alike but for their colours, so a size that fits one fits the other.
    printed = filling if press_look.typefaces == screen_look.typefaces else filling_in(press_look)
    if filling.size is None:
        return None, tuple(explain_misfit(contents, filling, screen_look, shape, job.origin))
    if printed.size is None:
        return None, tuple(explain_misfit(contents, printed, press_look, shape, job.origin))
    shown = setting(filling.fullness)
    screen = job.write(shown, screen_look.at(filling.size))
    pages = job.write(setting(printed.fullness), press_look.at(printed.size))
    if isinstance(screen, Refusal):
        return job.refused(screen, screen_look)
    if isinstance(pages, Refusal):
        return job.refused(pages, press_look)
    files = _in_order(press_folded(pages, shape, job.shop, job.facts), pages, screen_look, press_look)
    leaflet, found = job.made(shown, screen, files, filling.size)
    noted = (filling,) if printed == filling else (filling, printed)
    return leaflet, (*found, *(note for each in noted for note in mention_left_out(contents, each, job.origin)))


def _in_order(files: tuple[PressFile, ...], pages: bytes, screen: Look, press: Look) -> tuple[PressFile, ...]:
    """Return press PDFs with the pages they were made of, where those of the screen PDF are set in other fonts."""
    return files if screen.typefaces == press.typefaces else tuple(replace(file, ordered=pages) for file in files)
