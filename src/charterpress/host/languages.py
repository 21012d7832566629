"""Build the languages side by side, each in its own process."""

from __future__ import annotations

import logging
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from charterpress.findings import CharterpressError
from charterpress.host.prepared import Prepared
from charterpress.memory import keep_rubbish
from charterpress.site.sitemap import render_sitemap
from charterpress.site.webfonts import write_webfonts


@dataclass(frozen=True)
class LanguageJob:
    """Name a language to build, and where to write it."""

    prepared: Prepared
    locale: str
    config_file: Path
    site_dir: Path


def start_workers(number: int) -> ProcessPoolExecutor | None:
    """Start the processes that build languages, so that they are ready once the project is checked.

    Where one process can do it all there are none.
    """
    number = min(number, os.cpu_count() or 1)
    if number <= 1:
        return None
    # A new interpreter a worker: forking a process that may have threads (a preview has) is not safe.
    context = multiprocessing.get_context("spawn")
    workers = ProcessPoolExecutor(number, mp_context=context, initializer=_make_ready)
    for _ in range(number):
        workers.submit(_make_ready)
    return workers


def build_site(prepared: Prepared, config_file: Path, site_dir: Path, workers: ProcessPoolExecutor | None) -> None:
    """Build every language and what they share into `site_dir`; what stops MkDocs stops the run."""
    # MkDocs empties the folder that it builds into, so the language at the root goes first.
    first, *others = _jobs(prepared, config_file, site_dir)
    try:
        build_language(first)
        build_all(others, workers)
    except (Exception, SystemExit) as error:
        # The border of another program, which runs templates and plugins of its own.
        message = f"MkDocs could not build the site: {error}"
        raise CharterpressError(message) from error
    write_shared_files(prepared, site_dir)


def build_others(prepared: Prepared, config_file: Path, site_dir: Path) -> None:
    """Build every language but the default one, which stands in `site_dir` already."""
    _, *others = _jobs(prepared, config_file, site_dir)
    with start_workers(len(others)) or nullcontext() as workers:
        build_all(others, workers)


def _jobs(prepared: Prepared, config_file: Path, site_dir: Path) -> list[LanguageJob]:
    return [LanguageJob(prepared.only(code), code, config_file, site_dir) for code in prepared.sitemap.locales]


def build_all(jobs: list[LanguageJob], workers: ProcessPoolExecutor | None) -> None:
    """Run the jobs side by side, or one after the other where there are no workers."""
    if workers is None:
        for job in jobs:
            build_language(job)
        return
    for failure in workers.map(_build_quietly, jobs):
        if failure is not None:
            raise PluginError(failure)


def _make_ready() -> None:
    """Set up a worker; that this function is found here makes the worker import all that it needs."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s - %(message)s")
    keep_rubbish()


def _build_quietly(job: LanguageJob) -> str | None:
    """Build in a worker; what went wrong comes back as words, since not every exception can travel."""
    try:
        build_language(job)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the border of a process
        return f"the language '{job.locale}' could not be built: {error}"
    return None


def build_language(job: LanguageJob) -> None:
    """Build one language with MkDocs below `job.site_dir`."""
    config = load_config(str(job.config_file), site_dir=str(job.site_dir))
    plugin = config.plugins["charterpress"]
    # MkDocs gives every build in a process the same plugin, so the job is taken back at the end.
    plugin.job = job  # type: ignore[attr-defined]  # it is our own plugin, which MkDocs' type does not know
    try:
        build(config)
    finally:
        plugin.job = None  # type: ignore[attr-defined]  # the same


def write_shared_files(prepared: Prepared, site_dir: Path) -> None:
    """Write what all languages share: the sitemap and the fonts."""
    sitemap = render_sitemap(prepared.sitemap)
    if sitemap is not None:
        (site_dir / "sitemap.xml").write_text(sitemap, encoding="utf-8")
    project = prepared.checked.project
    if project is not None:
        cache = project.root / ".cache" / "charterpress" / "fonts"
        locales = [library.locale for library in prepared.checked.languages.values()]
        write_webfonts(site_dir / "assets" / "fonts", locales, cache)
