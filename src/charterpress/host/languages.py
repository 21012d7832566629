"""Build the languages side by side, each in its own process."""

from __future__ import annotations

import logging
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from charterpress.findings import CharterpressError
from charterpress.host.prepared import Prepared
from charterpress.site.sitemap import render_sitemap
from charterpress.site.webfonts import write_webfonts


@dataclass(frozen=True)
class LanguageJob:
    """Name a language to build, and where to write it."""

    prepared: Prepared
    locale: str
    config_file: Path
    site_dir: Path


def build_site(prepared: Prepared, config_file: Path, site_dir: Path) -> None:
    """Build every language and what they share into `site_dir`; what stops MkDocs stops the run."""
    # MkDocs empties the folder that it builds into, so the language at the root goes first.
    first, *others = [LanguageJob(prepared, code, config_file, site_dir) for code in prepared.sitemap.locales]
    try:
        build_all([first])
        build_all(others)
    except (Exception, SystemExit) as error:
        # The border of another program, which runs templates and plugins of its own.
        message = f"MkDocs could not build the site: {error}"
        raise CharterpressError(message) from error
    write_shared_files(prepared, site_dir)


def build_others(prepared: Prepared, config_file: Path, site_dir: Path) -> None:
    """Build every language but the default one, which stands in `site_dir` already."""
    others = [code for code in prepared.sitemap.locales if code != prepared.sitemap.default_language]
    jobs = [LanguageJob(prepared, code, config_file, site_dir) for code in others]
    build_all(jobs)


def build_all(jobs: list[LanguageJob]) -> None:
    """Run the jobs on as many processors as there are."""
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers <= 1:
        for job in jobs:
            build_language(job)
        return
    # A new interpreter a worker: forking a process that may have threads (a preview has) is not safe.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for failure in pool.map(_build_quietly, jobs):
            if failure is not None:
                raise PluginError(failure)


def _build_quietly(job: LanguageJob) -> str | None:
    """Build in a worker; what went wrong comes back as words, since not every exception can travel."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s - %(message)s")
    try:
        build_language(job)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the border of a process
        return f"the language '{job.locale}' could not be built: {error}"
    return None


def build_language(job: LanguageJob) -> None:
    """Build one language with MkDocs below `job.site_dir`."""
    config = load_config(str(job.config_file), site_dir=str(job.site_dir))
    plugin = config.plugins["charterpress"]
    plugin.job = job  # type: ignore[attr-defined]  # it is our own plugin, which MkDocs' type does not know
    build(config)


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
