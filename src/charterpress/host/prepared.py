"""Make ready everything that a build of any language needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from charterpress.check import Checked, check
from charterpress.content.settings import Project
from charterpress.findings import Finding, has_errors, in_order
from charterpress.host.print_shop import check_sheets, shop_of
from charterpress.leaflets.formats.library import find_format, formats_of
from charterpress.leaflets.series import Order, typeset_order, unfinished, wanted
from charterpress.preflight.printers import Printer, load_printer
from charterpress.processes import workers
from charterpress.site.addresses import SiteMap, path_of, site_map
from charterpress.site.page import Download
from charterpress.site.shortaddresses import printed_address

if TYPE_CHECKING:
    from charterpress.leaflets.leaflet import Leaflet
    from charterpress.leaflets.printing import PressFile
    from charterpress.preflight.outcome import Preflight


UNNAMED = "trifold"
"""The format whose files do not name it: people have kept their addresses since before there were others."""


@dataclass(frozen=True)
class Prepared:
    """Hold a checked project with its leaflets; each press PDF of theirs has a preflight, in the same order."""

    checked: Checked
    sitemap: SiteMap
    leaflets: tuple[Leaflet, ...]
    findings: tuple[Finding, ...]
    printer: Printer | None = None
    preflights: tuple[Preflight, ...] = ()

    @property
    def may_publish(self) -> bool:
        """Tell whether nothing stops publishing."""
        return self.checked.project is not None and not has_errors(self.findings)

    def downloads(self, locale: str) -> tuple[Download, ...]:
        """Return the screen PDFs of a language, as its pages link them."""
        return tuple(
            Download(
                made.charter_id,
                download_address(made),
                len(made.screen),
                find_format(made.format).title,
                made.pages,
                not made.chosen,
            )
            for made in self.leaflets
            if made.locale == locale
        )


def download_address(made: Leaflet) -> str:
    """Return where a screen PDF lives below its language."""
    ending = "" if made.format == UNNAMED else f".{made.format}"
    return f"downloads/{made.charter_id}.{made.locale}{ending}.pdf"


def press_path(made: Leaflet, file: PressFile) -> Path:
    """Return where a press PDF lives below the folder of a project."""
    ending = "" if file.holds == "sheets" else f".{file.holds}"
    return Path("print", made.locale, f"{made.charter_id}.{made.locale}.{made.format}{ending}.pdf")


def prepare(root: Path, *, pseudo: bool = False) -> Prepared:
    """Check the project in `root` and set its leaflets; every finding of both is collected.

    With `pseudo` the site has the made-up languages as well; they have no leaflets.
    """
    checked = check(root, pseudo=pseudo)
    project = checked.project
    if project is None:
        empty = SiteMap({}, "en", (), None)
        return Prepared(checked, empty, (), checked.findings)
    sitemap = site_map(checked.languages, project)
    if has_errors(checked.library.findings):
        return Prepared(checked, sitemap, (), checked.findings)
    name = project.settings.leaflets.printer
    printer, wrong = load_printer(name, project.root) if project.settings.leaflets.enabled else (None, ())
    if printer is not None:
        wrong = (*wrong, *check_sheets(printer, name, formats_of(project)))
    given = _Given(checked, project, name, None if wrong else printer)
    results = _typeset(given, sitemap)
    found = (finding for _, _, findings in results for finding in findings)
    # What is wrong with no document, such as a colour, is wrong with the settings.
    every = (*wrong, *unfinished(checked.languages, project), *found)
    placed = (replace(finding, file=finding.file or project.config_file) for finding in every)
    relative = (finding.relative_to(project.root) for finding in placed)
    return Prepared(
        checked,
        sitemap,
        tuple(leaflet for leaflet, _, _ in results if leaflet is not None),
        in_order((*checked.findings, *relative)),
        printer,
        tuple(each for _, done, _ in results for each in done),
    )


@dataclass(frozen=True)
class _Given:
    """Hold what setting and checking one leaflet needs."""

    checked: Checked
    project: Project
    profile: str
    printer: Printer | None


_Made = tuple["Leaflet | None", tuple["Preflight", ...], tuple[Finding, ...]]


def _typeset(given: _Given, sitemap: SiteMap) -> list[_Made]:
    """Set the leaflets side by side; Typst never runs in this process, whose threads would stop it being copied."""
    orders = [
        Order(
            locale,
            charter.id,
            sitemap.url(locale, path_of(charter)) or "",
            shape.name,
            sitemap.url(locale, printed_address(charter)) or "",
        )
        for locale, charter in wanted(given.checked.languages, given.project)
        for shape in formats_of(given.project)
    ]
    with workers(given, len(orders)) as team:
        return [future.result() for future in [team.start(_typeset_one, order) for order in orders]]


def _typeset_one(given: _Given, order: Order) -> _Made:
    """Set a leaflet, and check its press PDF where it was made."""
    from charterpress.preflight.checks.order import read_order  # noqa: PLC0415 - as Typst: only who sets leaflets waits
    from charterpress.preflight.preflight import preflight  # noqa: PLC0415 - as Typst: only who sets leaflets waits for it

    checked = given.checked
    shop = shop_of(given.printer) if given.printer is not None else None
    localised = checked.languages[order.locale]
    leaflet, findings = typeset_order(checked.library, localised, given.project, order, shop, checked.pictures)
    if leaflet is None or given.printer is None:
        return leaflet, (), findings
    direction = localised.locale.direction
    reading = read_order(leaflet.screen, direction) if leaflet.press else None
    done = tuple(
        preflight(file.data, press_path(leaflet, file), given.profile, given.printer, reading) for file in leaflet.press
    )
    located = (replace(finding, locale=order.locale) for each in done for finding in each.findings)
    return leaflet, done, (*findings, *located)
