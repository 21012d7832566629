"""Make leaflets and what goes to the print shop with them, side by side; what did not change is not made again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from charterpress.check import Checked
from charterpress.content.inline import plain_text
from charterpress.content.settings import Project
from charterpress.findings import has_errors, named_from
from charterpress.host.kept import Store, stamp
from charterpress.host.made import Made, Printed, press_path
from charterpress.host.print_shop import shop_of
from charterpress.languages.library import LocalisedLibrary
from charterpress.leaflets.formats.library import formats_of
from charterpress.leaflets.series import Order, Workshop, wanted
from charterpress.preflight.printers import Printer
from charterpress.preflight.ticket import Job
from charterpress.processes import workers
from charterpress.site.addresses import SiteMap, path_of
from charterpress.site.shortaddresses import printed_address

if TYPE_CHECKING:
    from charterpress.leaflets.job import Leaflet


@dataclass(frozen=True)
class Given:
    """Hold what making one leaflet needs; `papers` says whether what stands beside press PDFs is wanted."""

    checked: Checked
    project: Project
    profile: str
    printer: Printer | None
    papers: bool

    @property
    def store(self) -> Store:
        """Return what keeps leaflets between builds."""
        return Store(self.project.root)


def make_leaflets(given: Given, sitemap: SiteMap) -> list[Made]:
    """Return what became of each leaflet. Typst never runs in this process: its threads would stop it being copied."""
    orders = [
        Order(
            locale,
            charter.id,
            sitemap.url(locale, path_of(charter)) or "",
            shape.name,
            sitemap.url(locale, printed_address(charter)) or "",
        )
        for locale, charter in wanted(given.checked.languages, given.project)
        # What is wrong with a charter is said already; its leaflet would say more of it, or other things.
        if given.checked.library.is_sound(charter.id)
        for shape in formats_of(given.project)
    ]
    with workers(given, len(orders)) as team:
        return [future.result() for future in [team.start(_make, order) for order in orders]]


def _make(given: Given, order: Order) -> Made:
    """Return a leaflet from the store, or make it and keep it there; one with an error is made anew each time."""
    checked, printer, project = given.checked, given.printer, given.project
    localised = checked.languages[order.locale]
    shop = shop_of(printer) if printer is not None else None
    workshop = Workshop(checked.library, localised, project, shop, checked.pictures)
    profile = f"{given.profile} {printer.model_dump_json()}" if printer is not None else ""
    parts = workshop.fingerprint(order), profile, str(_job(localised, order.charter_id))
    key, whole = (stamp(*parts, str(papers)) for papers in (given.papers, True))
    if (kept := given.store.load(key)) is not None:
        return kept
    # What a build has kept will do for a preview as well, which has no use for the papers.
    if (kept := given.store.load(whole)) is not None:
        return replace(kept, printed=tuple(replace(one, papers={}) for one in kept.printed))
    leaflet, findings = workshop.typeset(order)
    made = Made(leaflet, findings, key=key)
    if leaflet is not None and printer is not None and leaflet.press:
        made = _for_press(given, printer, localised, leaflet, made)
    made = replace(made, findings=named_from(project.root, made.findings))
    if leaflet is not None and not has_errors(made.findings):
        given.store.save(made)
    return made


def _for_press(given: Given, printer: Printer, localised: LocalisedLibrary, leaflet: Leaflet, made: Made) -> Made:
    """Return a leaflet with its press PDFs checked, and with the papers that go with those that are sound."""
    # As Typst: only the process that sets leaflets waits for these to load.
    from charterpress.preflight.checks.order import read_order  # noqa: PLC0415 - see above
    from charterpress.preflight.papers import papers_of  # noqa: PLC0415 - see above
    from charterpress.preflight.preflight import preflight  # noqa: PLC0415 - see above

    # In other fonts than those of the screen the same words end elsewhere, and a booklet has other pages.
    orders = {file.ordered or leaflet.screen for file in leaflet.press}
    readings = {pages: read_order(pages, localised.locale.direction) for pages in orders}
    job, found, printed = _job(localised, leaflet.charter_id), [*made.findings], []
    for file in leaflet.press:
        reading = readings[file.ordered or leaflet.screen]
        done = preflight(file.data, press_path(leaflet, file), given.profile, printer, reading)
        found += [replace(finding, locale=leaflet.locale) for finding in done.findings]
        wanted = given.papers and not has_errors(done.findings)
        papers = papers_of(done, printer, replace(job, holds=file.holds), file.data) if wanted else {}
        printed.append(Printed(done.file, file.data, papers))
    return replace(made, findings=tuple(found), printed=tuple(printed))


def _job(localised: LocalisedLibrary, charter_id: str) -> Job:
    charter, locale = localised.documents[charter_id].document, localised.locale
    return Job(plain_text(charter.title), locale.code, locale.direction, charter.version)
