"""Make ready everything that a build of any language needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from charterpress.check import Checked, check
from charterpress.content.settings import Project
from charterpress.findings import Finding, has_errors, in_order
from charterpress.leaflets.formats.library import find_format, formats_of
from charterpress.leaflets.series import Order, typeset_order, unfinished, wanted
from charterpress.processes import workers
from charterpress.site.addresses import SiteMap, path_of, site_map
from charterpress.site.page import Download

if TYPE_CHECKING:
    from charterpress.leaflets.leaflet import Leaflet


UNNAMED = "trifold"
"""The format whose files do not name it: people have kept their addresses since before there were others."""


@dataclass(frozen=True)
class Prepared:
    """Hold a checked project with its leaflets."""

    checked: Checked
    sitemap: SiteMap
    leaflets: tuple[Leaflet, ...]
    findings: tuple[Finding, ...]

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
    leaflets, findings = _typeset(checked, project, sitemap)
    # What is wrong with no document, such as a colour, is wrong with the settings.
    placed = (replace(finding, file=finding.file or project.config_file) for finding in findings)
    relative = (finding.relative_to(project.root) for finding in placed)
    return Prepared(checked, sitemap, leaflets, in_order((*checked.findings, *relative)))


def _typeset(checked: Checked, project: Project, sitemap: SiteMap) -> tuple[tuple[Leaflet, ...], tuple[Finding, ...]]:
    """Set the leaflets side by side; Typst never runs in this process, whose threads would stop it being copied."""
    orders = [
        Order(locale, charter.id, sitemap.url(locale, path_of(charter)) or "", shape.name)
        for locale, charter in wanted(checked.languages, project)
        for shape in formats_of(project)
    ]
    with workers((checked, project), len(orders)) as team:
        results = [future.result() for future in [team.start(_typeset_one, order) for order in orders]]
    leaflets = tuple(leaflet for leaflet, _ in results if leaflet is not None)
    missing = unfinished(checked.languages, project)
    return leaflets, (*missing, *(finding for _, found in results for finding in found))


def _typeset_one(given: tuple[Checked, Project], order: Order) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    checked, project = given
    return typeset_order(checked.library, checked.languages[order.locale], project, order)
