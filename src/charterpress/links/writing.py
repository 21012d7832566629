"""Write the report on links to other sites into the folder of reports."""

from __future__ import annotations

from pathlib import Path

from charterpress.links.asking import Verdict
from charterpress.links.checking import LinksChecked
from charterpress.report.links import NAMES, LinkLine, links_json, render_links

_ORDER = (Verdict.BROKEN, Verdict.MOVED, Verdict.UNSURE, Verdict.NOT_ASKED, Verdict.OK)


def write_links(checked: LinksChecked, folder: Path) -> Path:
    """Write links.html and links.json, and return the path of the first."""
    rows = sorted(checked.rows, key=lambda row: (_ORDER.index(row.outcome.verdict), row.url))
    lines = tuple(
        LinkLine(
            row.url,
            row.outcome.verdict.value,
            row.outcome.reason,
            row.outcome.status,
            row.outcome.final,
            tuple((f"{place.file.as_posix()}:{place.line}", place.language) for place in row.places),
        )
        for row in rows
    )
    folder.mkdir(parents=True, exist_ok=True)
    page, data = (folder / name for name in NAMES)
    page.write_text(render_links(lines, checked.ignored), encoding="utf-8")
    data.write_text(links_json(lines, checked.ignored), encoding="utf-8")
    return page
