"""Make ready everything that a build of any language needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from charterpress.check import Checked, check
from charterpress.content.library import Library
from charterpress.findings import Finding, has_errors, in_order
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.series import typeset_series
from charterpress.site.addresses import SiteMap, path_of, site_map
from charterpress.site.page import Download


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

    def only(self, locale: str) -> Prepared:
        """Return what the build of one language needs: that is all that has to travel to its process."""
        languages = {locale: self.checked.languages[locale]}
        checked = replace(self.checked, library=Library({}, {}), languages=languages, grades=(), findings=())
        leaflets = tuple(made for made in self.leaflets if made.locale == locale)
        return replace(self, checked=checked, leaflets=leaflets, findings=())

    def downloads(self, locale: str) -> tuple[Download, ...]:
        """Return the screen PDFs of a language, as its pages link them."""
        return tuple(
            Download(made.charter_id, download_address(made), len(made.screen))
            for made in self.leaflets
            if made.locale == locale
        )


def download_address(made: Leaflet) -> str:
    """Return where a screen PDF lives below its language."""
    return f"downloads/{made.charter_id}.{made.locale}.pdf"


def prepare(root: Path) -> Prepared:
    """Check the project in `root` and set its leaflets; every finding of both is collected."""
    checked = check(root)
    project = checked.project
    if project is None:
        empty = SiteMap({}, "en", (), None)
        return Prepared(checked, empty, (), checked.findings)
    sitemap = site_map(checked.languages, project)
    if has_errors(checked.library.findings):
        return Prepared(checked, sitemap, (), checked.findings)
    leaflets, findings = typeset_series(
        checked.library,
        checked.languages,
        project,
        lambda locale, charter: sitemap.url(locale, path_of(charter)) or "",
    )
    # What is wrong with no document, such as a colour, is wrong with the settings.
    placed = (replace(finding, file=finding.file or project.config_file) for finding in findings)
    relative = (finding.relative_to(project.root) for finding in placed)
    return Prepared(checked, sitemap, leaflets, in_order((*checked.findings, *relative)))
