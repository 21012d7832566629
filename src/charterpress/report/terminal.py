"""Write findings for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from charterpress.findings import Finding, Level
from charterpress.report.printable import printable

WORDING = frozenset({"plainer-word", "passive-voice", "double-negative"})
"""The rules that give notes on wording: many, and best read in the report."""

_COLOURS = {Level.ERROR: "\033[31m", Level.WARNING: "\033[33m", Level.NOTE: "\033[36m"}
_BOLD, _PLAIN = "\033[1m", "\033[0m"


def place_of(finding: Finding) -> str:
    """Return `file:line:column`, as far as known; editors make it a link."""
    parts = [str(part) for part in (finding.file, finding.line, finding.column) if part is not None]
    return ":".join(parts)


def without_wording(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
    """Return the findings without the notes on wording, and how many were left out."""
    everything = tuple(findings)
    shown = tuple(finding for finding in everything if finding.rule not in WORDING)
    return shown, len(everything) - len(shown)


def render_terminal(findings: Iterable[Finding], *, colour: bool) -> str:
    """Return the findings as lines of text, each with what to do, and a count at the end."""
    lines: list[str] = []
    counts: Counter[Level] = Counter()
    for finding in printable(findings):
        counts[finding.level] += 1
        level = f"{_COLOURS[finding.level]}{finding.level}{_PLAIN}" if colour else str(finding.level)
        place = place_of(finding)
        where = f"{_BOLD}{place}{_PLAIN}: " if colour and place else (f"{place}: " if place else "")
        lines.append(f"{where}{level}: {finding.message} [{finding.rule}]")
        if finding.hint:
            lines.append(f"    {finding.hint}")
    lines.append(count_line(counts))
    return "\n".join(lines)


def count_line(counts: Counter[Level]) -> str:
    """Return how many findings there are, in words."""
    parts = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in Level if counts[level]]
    return f"Found {', '.join(parts)}." if parts else "No findings."
