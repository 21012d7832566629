"""Write findings as HTML: the banner of a preview and the report for editors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from charterpress.findings import Finding
from charterpress.report.environment import report_environment
from charterpress.report.printable import printable
from charterpress.report.progress import STATES, ProgressRow
from charterpress.report.terminal import place_of


@dataclass(frozen=True)
class GradeRow:
    """Hold the verdict on one page, ready to print.

    `grade` is that of an English page; `score` is by the `formula` of its language, if that has one.
    """

    title: str
    file: str
    language: str
    audience: str
    kind: str
    words: int
    grade: float | None
    score: float | None
    formula: str | None
    limit: float | None
    outcome: str


@dataclass(frozen=True)
class LeafletRow:
    """Hold what was made of a document for reading and printing.

    `size` of the text is in points, `bytes` that of the file; `copied` per cent of its words come back when copied.
    """

    title: str
    language: str
    format: str
    size: float
    pages: int
    bytes: int
    copied: float


def _environment() -> Environment:
    environment = report_environment()
    environment.filters["place"] = place_of
    return environment


def render_banner(findings: Sequence[Finding]) -> str:
    """Return the box that a preview shows on top of its last good pages."""
    return _environment().get_template("banner.html").render(findings=printable(findings))


def render_report(
    findings: Iterable[Finding],
    grades: Iterable[GradeRow],
    translations: Sequence[ProgressRow],
    leaflets: Sequence[LeafletRow] = (),
    allowed: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the report for editors: findings, grades, the state of translations, leaflets, and what is from elsewhere.

    `allowed` has the kind and the address of each source that pages may load from.
    """
    return (
        _environment()
        .get_template("report.html")
        .render(
            findings=printable(findings),
            grades=tuple(grades),
            translations=translations,
            states=STATES,
            leaflets=leaflets,
            allowed=allowed,
        )
    )
