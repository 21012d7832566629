"""Make ready everything that a build of any language needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from charterpress.check import Checked, check
from charterpress.content.inline import plain_text
from charterpress.content.settings import Project
from charterpress.findings import Finding, has_errors, in_order
from charterpress.languages.library import LocalisedLibrary
from charterpress.leaflets.formats.library import find_format, formats_of
from charterpress.leaflets.series import Order, typeset_order, unfinished, wanted
from charterpress.preflight.printers import Printer, load_printer
from charterpress.preflight.ticket import Job
from charterpress.processes import workers
from charterpress.site.addresses import SiteMap, path_of, site_map
from charterpress.site.page import Download

if TYPE_CHECKING:
    from charterpress.leaflets.leaflet import Leaflet
    from charterpress.preflight.outcome import Preflight


UNNAMED = "trifold"
"""The format whose files do not name it: people have kept their addresses since before there were others."""


@dataclass(frozen=True)
class Prepared:
    """Hold a checked project with its leaflets; those for the press have a preflight each, in the same order.

    `papers` are the files that stand beside each of these, by name; they are empty unless they were asked for.
    """

    checked: Checked
    sitemap: SiteMap
    leaflets: tuple[Leaflet, ...]
    findings: tuple[Finding, ...]
    printer: Printer | None = None
    preflights: tuple[Preflight, ...] = ()
    papers: tuple[Mapping[str, bytes], ...] = ()

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
            )
            for made in self.leaflets
            if made.locale == locale
        )


def download_address(made: Leaflet) -> str:
    """Return where a screen PDF lives below its language."""
    ending = "" if made.format == UNNAMED else f".{made.format}"
    return f"downloads/{made.charter_id}.{made.locale}{ending}.pdf"


def press_path(made: Leaflet) -> Path:
    """Return where a press PDF lives below the folder of a project."""
    return Path("print", made.locale, f"{made.charter_id}.{made.locale}.{made.format}.pdf")


def prepare(root: Path, *, pseudo: bool = False, papers: bool = False) -> Prepared:
    """Check the project in `root` and set its leaflets; every finding of both is collected.

    With `pseudo` the site has the made-up languages as well; they have no leaflets. With `papers` what goes to the
    print shop beside a press PDF is made as well; a preview has no use for it.
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
    given = _Given(checked, project, name, printer, papers)
    results = _typeset(given, sitemap)
    found = (finding for made in results for finding in made.findings)
    # What is wrong with no document, such as a colour, is wrong with the settings.
    every = (*wrong, *unfinished(checked.languages, project), *found)
    placed = (replace(finding, file=finding.file or project.config_file) for finding in every)
    relative = (finding.relative_to(project.root) for finding in placed)
    return Prepared(
        checked,
        sitemap,
        tuple(made.leaflet for made in results if made.leaflet is not None),
        in_order((*checked.findings, *relative)),
        printer,
        tuple(made.done for made in results if made.done is not None),
        tuple(made.papers for made in results if made.done is not None),
    )


@dataclass(frozen=True)
class _Given:
    """Hold what setting and checking one leaflet needs."""

    checked: Checked
    project: Project
    profile: str
    printer: Printer | None
    papers: bool


@dataclass(frozen=True)
class _Made:
    """Hold what became of one order."""

    leaflet: Leaflet | None
    findings: tuple[Finding, ...]
    done: Preflight | None = None
    papers: Mapping[str, bytes] = field(default_factory=dict)


def _typeset(given: _Given, sitemap: SiteMap) -> list[_Made]:
    """Set the leaflets side by side; Typst never runs in this process, whose threads would stop it being copied."""
    orders = [
        Order(locale, charter.id, sitemap.url(locale, path_of(charter)) or "", shape.name)
        for locale, charter in wanted(given.checked.languages, given.project)
        for shape in formats_of(given.project)
    ]
    with workers(given, len(orders)) as team:
        return [future.result() for future in [team.start(_typeset_one, order) for order in orders]]


def _typeset_one(given: _Given, order: Order) -> _Made:
    """Set a leaflet; check its press PDF, and make the papers that go with it, where it was made."""
    # As Typst: only the process that sets leaflets waits for these to load.
    from charterpress.preflight.papers import papers_of  # noqa: PLC0415 - see above
    from charterpress.preflight.preflight import preflight  # noqa: PLC0415 - see above

    checked = given.checked
    leaflet, findings = typeset_order(checked.library, checked.languages[order.locale], given.project, order)
    if leaflet is None or not leaflet.press or given.printer is None:
        return _Made(leaflet, findings)
    done = preflight(leaflet.press, press_path(leaflet), given.profile, given.printer)
    located = (replace(finding, locale=order.locale) for finding in done.findings)
    papers: Mapping[str, bytes] = {}
    if given.papers and not has_errors(done.findings):
        job = _job(checked.languages[order.locale], order.charter_id)
        papers = papers_of(done, given.printer, job, leaflet.press)
    return _Made(leaflet, (*findings, *located), done, papers)


def _job(localised: LocalisedLibrary, charter_id: str) -> Job:
    charter, locale = localised.documents[charter_id].document, localised.locale
    return Job(plain_text(charter.title), locale.code, locale.direction, charter.version)
