"""Build everything: check, pages, leaflets, reports, then swap all of it in at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from charterpress.check import Checked
from charterpress.findings import has_errors
from charterpress.host.languages import SiteBuild, build_site
from charterpress.host.prepared import Prepared, prepare
from charterpress.languages.locales import load_locale
from charterpress.report.html import GradeRow, render_report
from charterpress.report.machine import FORMATS
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


def build(root: Path, progress: Progress, *, strict: bool = False) -> Built:
    """Build the project in `root` into site/, print/ and reports/.

    With an error among the findings, or when strict with a warning, nothing is published; only
    reports/ is written.
    """
    started = time.perf_counter()
    progress("Checking texts and setting leaflets …")
    prepared = prepare(root)
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
        build_site(SiteBuild(prepared, root / "mkdocs.yml", site))
        progress("Writing leaflets for the print shop …")
        _write_press_files(prepared, prints)
        write_reports(prepared, reports)
        pages = sum(1 for path in site.rglob("*.html") if path.name != "404.html")
        for stage in stages:
            stage.swap_in()
    return Built(prepared, pages, time.perf_counter() - started, published=True)


def _write_press_files(prepared: Prepared, folder: Path) -> None:
    for made in prepared.leaflets:
        path = folder / made.locale / f"{made.charter_id}.{made.locale}.trifold.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.press)


def _write_reports_alone(root: Path, prepared: Prepared) -> None:
    stage = Staging(root / "reports")
    try:
        write_reports(prepared, stage.temporary)
        stage.swap_in()
    finally:
        stage.discard()


def write_reports(prepared: Prepared, folder: Path) -> None:
    """Write the report for editors, and the findings in every format, into a folder."""
    for name, suffix in (("json", "json"), ("sarif", "sarif"), ("junit", "xml")):
        (folder / f"findings.{suffix}").write_text(FORMATS[name](prepared.findings), encoding="utf-8")
    html = render_report(prepared.findings, grade_rows(prepared.checked), _translation_rows(prepared.checked))
    (folder / "index.html").write_text(html, encoding="utf-8")


def grade_rows(checked: Checked) -> list[GradeRow]:
    """Return the grades, hardest page first; pages without a grade come last."""
    rows = [
        GradeRow(
            title=graded.page.title,
            file=_short(graded.page.file, checked),
            language=graded.page.language,
            audience=str(graded.page.audience),
            words=graded.score.words,
            grade=graded.score.grade,
            limit=graded.limit,
        )
        for graded in checked.grades
    ]
    return sorted(rows, key=lambda row: (row.grade is None, -(row.grade or 0)))


def _short(path: Path, checked: Checked) -> str:
    root = checked.project.root if checked.project is not None else path.parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _translation_rows(checked: Checked) -> list[dict[str, object]]:
    return [
        {
            "document": key,
            "locale": code,
            "shown": key in library.shown,
            "states": ", ".join(f"{number} {state}" for state, number in sorted(item.states.items())),
        }
        for code, library in checked.languages.items()
        for key, item in sorted(library.documents.items())
        if not item.is_source
    ]
