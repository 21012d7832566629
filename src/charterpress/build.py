"""Build everything: check, pages, leaflets, reports, then swap all of it in at once."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from charterpress.check import measures_path
from charterpress.findings import CharterpressError, Finding, Level, has_errors, in_order
from charterpress.host.kept import Store
from charterpress.host.languages import SiteBuild, build_site
from charterpress.host.prepared import Prepared, prepare
from charterpress.languages.locales import load_locale
from charterpress.processes import beside
from charterpress.readability.measuring import save_measures
from charterpress.report.links import NAMES as LINK_REPORTS
from charterpress.reports import write_reports
from charterpress.site.permanent import check_recorded
from charterpress.site.record import Recorded, new_record, write_record
from charterpress.staging import Staging

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """Say what a build made.

    `pages` counts HTML pages, `seconds` is the time on the clock; `published` tells whether the
    results were swapped in.
    """

    prepared: Prepared
    pages: int
    seconds: float
    published: bool


def build(root: Path, progress: Progress, *, strict: bool = False, pseudo: bool = False, frozen: bool = False) -> Built:
    """Build the project in `root` into site/, print/ and reports/.

    With an error among the findings, or when strict with a warning, nothing is published; only
    reports/ is written. With `pseudo` the site has the made-up languages as well, to find what cannot be translated.
    A published build records its new addresses in addresses.yml; one that is `frozen` only warns of them.
    """
    started = time.perf_counter()
    progress("Checking texts and setting leaflets …")
    prepared = prepare(root, pseudo=pseudo, papers=True)
    frozen, prepared = _frozen(prepared, frozen=frozen)
    if not prepared.may_publish or has_errors(prepared.findings, strict=strict):
        prepared = _with(prepared, _look_at_links(root, prepared, progress))
        _write_reports_alone(root, prepared)
        return Built(prepared, 0, time.perf_counter() - started, published=False)
    with ExitStack() as stack:
        stages = [Staging(root / name) for name in ("site", "print", "reports")]
        for stage in stages:
            stack.callback(stage.discard)
        site, prints, reports = (stage.temporary for stage in stages)
        names = ", ".join(load_locale(code).english_name for code in prepared.sitemap.locales)
        progress(f"Building the website in {names} …")
        with beside(partial(write_reports, prepared, reports)):
            found = build_site(SiteBuild(prepared, root / "mkdocs.yml", site))
        prepared = _with(prepared, found)
        if has_errors(prepared.findings, strict=strict):
            _write_reports_alone(root, prepared)
            return Built(prepared, 0, time.perf_counter() - started, published=False)
        if found:
            write_reports(prepared, reports)
        progress("Writing leaflets for the print shop …")
        _write_press_files(prepared, prints)
        recorded = new_record(root, prepared.checked.addresses) if not frozen else None
        pages = sum(1 for path in site.rglob("*.html") if path.name != "404.html")
        _keep_links(root, reports)
        for stage in stages:
            stage.swap_in()
        Store(root).forget_all_but(prepared.kept)
        save_measures(prepared.checked.measures, measures_path(root))
        if recorded is not None:
            prepared = _with(prepared, _record(recorded, progress))
    return Built(prepared, pages, time.perf_counter() - started, published=True)


def _look_at_links(root: Path, prepared: Prepared, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with the links of a site that is not published for another reason; it is thrown away."""
    if not prepared.has_all_pages:
        return ()
    progress("Looking at the links …")
    stage = Staging(root / "site")
    try:
        return build_site(SiteBuild(prepared, root / "mkdocs.yml", stage.temporary))
    except CharterpressError:
        # What keeps the site from being built may be one of the errors that are told already.
        return ()
    finally:
        stage.discard()


def _frozen(prepared: Prepared, *, frozen: bool) -> tuple[bool, Prepared]:
    """Return whether addresses.yml stays as it is, and the project with a warning where it lacks something then."""
    project = prepared.checked.project
    by_settings = project is not None and project.settings.addresses.frozen
    if project is None or by_settings or not frozen:
        return frozen or by_settings, prepared
    found = check_recorded(prepared.checked.addresses)
    return True, _with(prepared, (finding.relative_to(project.root) for finding in found))


def _with(prepared: Prepared, findings: Iterable[Finding]) -> Prepared:
    return replace(prepared, findings=in_order((*prepared.findings, *findings)))


def _record(recorded: Recorded, progress: Progress) -> Iterator[Finding]:
    """Write the new addresses down; where that cannot be, the site is published all the same."""
    try:
        write_record(recorded)
    except OSError as error:
        message = f"the new addresses could not be written into {recorded.path.name}: {error.strerror or error}"
        hint = "Build once where the folder may be written to; or, to check only, build with --frozen."
        yield Finding("address-unrecorded", message, hint, Level.WARNING, file=Path(recorded.path.name))
    else:
        progress(f"New in {recorded.path.name}: {recorded.number} addresses. Keep this file with the texts.")


def _write_press_files(prepared: Prepared, folder: Path) -> None:
    """Write each press PDF, and beside it certificate, job ticket and fold proof."""
    for printed in prepared.printed:
        path = folder / printed.path.relative_to("print")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed.data)
        for name, data in printed.papers.items():
            path.with_name(name).write_bytes(data)


def _keep_links(root: Path, folder: Path) -> None:
    """Take along the report on links to other sites, which no build makes."""
    for name in LINK_REPORTS:
        if (path := root / "reports" / name).is_file():
            shutil.copyfile(path, folder / name)


def _write_reports_alone(root: Path, prepared: Prepared) -> None:
    stage = Staging(root / "reports")
    try:
        write_reports(prepared, stage.temporary)
        _keep_links(root, stage.temporary)
        stage.swap_in()
    finally:
        stage.discard()
