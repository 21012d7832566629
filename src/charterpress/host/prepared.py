"""Make ready everything that a build of any language needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from charterpress.check import Checked, check
from charterpress.content.yamlfile import load_yaml
from charterpress.findings import Finding, has_errors, in_order
from charterpress.host.made import Printed
from charterpress.host.making import Given, make_leaflets
from charterpress.host.print_shop import check_sheets
from charterpress.leaflets.formats.library import find_format, formats_of
from charterpress.leaflets.series import unfinished
from charterpress.preflight.printers import load_printer, printer_names
from charterpress.site.addresses import SiteMap, site_map
from charterpress.site.page import Download

if TYPE_CHECKING:
    from charterpress.leaflets.job import Leaflet

UNNAMED = "trifold"
"""The format whose files do not name it: people have kept their addresses since before there were others."""
PAGE_RULES = frozenset(
    {"address-lost", "address-taken", "address-leads-nowhere", "missing-home", "not-utf-8", "byte-order-mark"}
    | {"file-unreadable", "file-too-large", "unknown-exemption"}
)
"""What is wrong where a page is missing that is to be there, or has other links when that is mended."""


@dataclass(frozen=True)
class Prepared:
    """Hold a checked project with its leaflets, and what goes to the print shop.

    `kept` names the entries of the store of leaflets that these are kept in, and `unmade` is the number of leaflets
    that are missing, since something is wrong with them. In a preview, pages have no policy: MkDocs puts a script into
    each that loads it anew, and we put the findings there.
    """

    checked: Checked
    sitemap: SiteMap
    leaflets: tuple[Leaflet, ...]
    findings: tuple[Finding, ...]
    printed: tuple[Printed, ...] = ()
    kept: frozenset[str] = frozenset()
    preview: bool = False
    unmade: int = 0

    @property
    def may_publish(self) -> bool:
        """Tell whether nothing stops publishing."""
        return self.checked.project is not None and not has_errors(self.findings)

    @property
    def has_all_pages(self) -> bool:
        """Tell whether there are just the pages and files that there will be when the errors are mended.

        Only then do links that lead nowhere now lead nowhere in the end.
        """
        checked = self.checked
        found = (*checked.library.findings, *(each for one in checked.languages.values() for each in one.findings))
        gone = any(one.rule in PAGE_RULES for one in self.findings if has_errors([one]))
        return checked.settled and not self.unmade and not gone and not has_errors(found)

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
    name = project.settings.leaflets.printer
    wrong: tuple[Finding, ...] = ()
    # What is wrong with its file, the check has found.
    printer, _ = load_printer(name, project.root) if project.settings.leaflets.enabled else (None, ())
    if printer is not None:
        wrong = tuple(check_sheets(printer, load_yaml(printer_names(project.root)[name]), formats_of(project)))
    given = Given(checked, project, name, None if wrong else printer, papers)
    results = make_leaflets(given, sitemap)
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
        tuple(printed for made in results for printed in made.printed),
        frozenset(made.key for made in results),
        unmade=sum(made.leaflet is None for made in results),
    )
