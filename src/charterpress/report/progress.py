"""Write how far translations have come, for the terminal and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

STATES = ("reviewed", "draft", "needs review", "missing")
"""The states of a translation, the best first."""


@dataclass(frozen=True)
class ProgressRow:
    """Hold how far a document has come in a language, ready to print.

    `per_cent` has the share of its texts in each state; `blocked` says what keeps it from being published.
    """

    document: str
    title: str
    language: str
    texts: int
    per_cent: dict[str, int]
    shown: bool
    blocked: tuple[str, ...]
    reader: str


def render_progress(rows: Sequence[ProgressRow]) -> str:
    """Return the rows as a table for a terminal."""
    if not rows:
        return "No translations yet. 'charterpress new language LOCALE' starts a language."
    head = ("document", "language", *STATES, "on the site")
    table = [head, *(tuple(_cells(row)) for row in rows)]
    widths = [max(len(cells[index]) for cells in table) for index in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in table
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _cells(row: ProgressRow) -> list[str]:
    shown = "yes" if row.shown else f"no: {'; '.join(row.blocked)}"
    return [row.document, row.language, *(f"{row.per_cent.get(state, 0)} %" for state in STATES), shown]


def progress_json(rows: Sequence[ProgressRow]) -> str:
    """Return the rows as JSON: a list of objects."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2)
