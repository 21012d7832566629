"""Put the times into tables for people and into a value for JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence

from measure import Site, Times

MEANINGS = {
    "cold": "no site/ and no .cache/ of an earlier build",
    "warm": "both are there, and one YAML file or one Markdown file has changed",
}


def render_comparison(ours: Site, theirs: Site) -> str:
    """Return the times of both tools as a table; "all cores" adds up what the processors did."""
    lines = [
        f"{ours.size}: {ours.pages} pages. Median of {len(ours.cold.seconds)} runs.",
        f"{os.cpu_count()} processors, Python {platform.python_version()}.",
        "",
        f"{'':20}{'median':>10}{'least':>10}{'most':>10}{'all cores':>12}",
    ]
    for name, mine, plain in _both(ours, theirs):
        lines += [
            f"{name}: {MEANINGS[name]}",
            _row(ours.tool.name, mine),
            _row(theirs.tool.name, plain),
            f"  charterpress is {plain.median / mine.median:.1f} times as fast",
            "",
        ]
    return "\n".join(lines)


def render_growth(sites: Sequence[Site]) -> str:
    """Return how the time of charterpress grows; linear means that no page takes longer on a larger site."""
    lines = [f"{'charterpress, cold':36}{'pages':>8}{'median':>10}{'a page':>12}"]
    lines += [
        f"  {site.size!s:34}{site.pages:>8}{site.cold.median:>8.1f} s{1000 * site.cold.median / site.pages:>9.2f} ms"
        for site in sites
    ]
    return "\n".join(lines)


def describe(ours: Site, theirs: Site, grown: Sequence[Site]) -> dict[str, object]:
    """Return all figures as a value for JSON; times are in seconds."""
    return {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "meanings": MEANINGS,
        "compared": {
            name: {
                "charterpress": describe_times(mine),
                "plain": describe_times(plain),
                "ratio": round(plain.median / mine.median, 2),
            }
            for name, mine, plain in _both(ours, theirs)
        },
        "growth": [
            {
                "documents": site.size.documents,
                "languages": site.size.languages,
                "pages": site.pages,
                "seconds": describe_times(site.cold),
                "milliseconds_a_page": round(1000 * site.cold.median / site.pages, 2),
            }
            for site in grown
        ],
    }


def _both(ours: Site, theirs: Site) -> tuple[tuple[str, Times, Times], ...]:
    return ("cold", ours.cold, theirs.cold), ("warm", ours.warm, theirs.warm)


def _row(name: str, times: Times) -> str:
    figures = "".join(f"{value:>8.1f} s" for value in (times.median, min(times.seconds), max(times.seconds)))
    return f"  {name:18}{figures}{times.median_work:>10.1f} s"


def describe_times(times: Times) -> dict[str, object]:
    """Return the seconds of all runs as a value for JSON."""
    return {
        "median": round(times.median, 3),
        "least": round(min(times.seconds), 3),
        "most": round(max(times.seconds), 3),
        "all": [round(seconds, 3) for seconds in times.seconds],
        "processors": round(times.median_work, 3),
    }
