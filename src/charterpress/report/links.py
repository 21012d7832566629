"""Write what is known of links to other sites: for editors and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from charterpress.report.environment import report_environment

NAMES = ("links.html", "links.json")
"""The files of the report, the one for people first."""


@dataclass(frozen=True)
class LinkLine:
    """Hold a link, ready to print; each place is 'file:line', with the language of the text."""

    url: str
    verdict: str
    reason: str
    status: int | None
    final: str | None
    places: tuple[tuple[str, str], ...]


def render_links(lines: Sequence[LinkLine], ignored: Sequence[str]) -> str:
    """Return the report for editors, what must be mended first."""
    return report_environment().get_template("links.html").render(lines=lines, ignored=ignored)


def links_json(lines: Sequence[LinkLine], ignored: Sequence[str]) -> str:
    """Return the same as JSON."""
    rows = [
        {
            "url": line.url,
            "verdict": line.verdict,
            "reason": line.reason,
            "status": line.status,
            "final": line.final,
            "places": [{"place": place, "language": language} for place, language in line.places],
        }
        for line in lines
    ]
    return json.dumps({"links": rows, "ignored": list(ignored)}, ensure_ascii=False, indent=2) + "\n"
