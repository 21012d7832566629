"""Build everything: check, pages, leaflets, reports, then swap all of it in at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from charterpress.check import measures_path
from charterpress.findings import has_errors
from charterpress.host.kept import Store
from charterpress.host.languages import SiteBuild, build_site
from charterpress.host.prepared import Prepared, prepare
from charterpress.languages.locales import load_locale
from charterpress.processes import beside
from charterpress.readability.measuring import save_measures
from charterpress.reports import write_reports
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


def build(root: Path, progress: Progress, *, strict: bool = False, pseudo: bool = False) -> Built:
    """Build the project in `root` into site/, print/ and reports/.

    With an error among the findings, or when strict with a warning, nothing is published; only
    reports/ is written. With `pseudo` the site has the made-up languages as well, to find what cannot be translated.
    """
    started = time.perf_counter()
    progress("Checking texts and setting leaflets …")
    prepared = prepare(root, pseudo=pseudo, papers=True)
    if not prepared.may_publish or has_errors(prepared.findings, strict=strict):
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
            build_site(SiteBuild(prepared, root / "mkdocs.yml", site))
        progress("Writing leaflets for the print shop …")
        _write_press_files(prepared, prints)
        pages = sum(1 for path in site.rglob("*.html") if path.name != "404.html")
        for stage in stages:
            stage.swap_in()
        Store(root).forget_all_but(prepared.kept)
        save_measures(prepared.checked.measures, measures_path(root))
    return Built(prepared, pages, time.perf_counter() - started, published=True)


def _write_press_files(prepared: Prepared, folder: Path) -> None:
    """Write each press PDF, and beside it certificate, job ticket and fold proof."""
    for printed in prepared.printed:
        path = folder / printed.path.relative_to("print")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed.data)
        for name, data in printed.papers.items():
            path.with_name(name).write_bytes(data)


def _write_reports_alone(root: Path, prepared: Prepared) -> None:
    stage = Staging(root / "reports")
    try:
        write_reports(prepared, stage.temporary)
        stage.swap_in()
    finally:
        stage.discard()
