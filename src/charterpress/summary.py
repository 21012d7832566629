"""Say in a few lines what a build made and where to look."""

from __future__ import annotations

from pathlib import Path

from charterpress.build import Built
from charterpress.languages.locales import load_locale
from charterpress.reports import grade_rows

_KINDS = {"leaflet": " (leaflet)", "changes": " (what was changed)"}
"""What is said of a text that is no page of its own, by its kind."""


def render_summary(built: Built, root: Path) -> str:
    """Return the closing lines of a build."""
    reports = root / "reports" / "index.html"
    if not built.published:
        return f"Nothing was published, and nothing was changed but the reports: {reports}"
    prepared = built.prepared
    languages = ", ".join(load_locale(code).english_name for code in prepared.sitemap.locales)
    rows = [row for row in grade_rows(prepared.checked) if row.grade is not None]
    pressed = sum(1 for made in prepared.leaflets if made.press)
    lines = [
        "",
        f"Built in {built.seconds:.1f} seconds:",
        f"  pages       {built.pages}",
        f"  languages   {len(prepared.sitemap.locales)}: {languages}",
        f"  leaflets    {len(prepared.leaflets)}, {pressed} of them for the press as well",
        "  hardest to read:",
        *(f"    grade {row.grade:4.1f} of {row.limit:g}  {row.title}{_KINDS.get(row.kind, '')}" for row in rows[:3]),
        "Where to look:",
        f"  website     {root / 'site'}   (publish this folder)",
        f"  leaflets    {root / 'print'}  (`charterpress print pack` zips these for the print shop)",
        f"  reports     {reports}",
    ]
    return "\n".join(lines)
