"""Hold problems as values: one `Finding` for syntax, schema, translation, readability and print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """Say how much a finding weighs: only an `ERROR` stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """Describe one problem: what is wrong, where, and what to do about it.

    `line` and `column` count from 1; `None` means that the finding is about the whole file.
    """

    rule: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR
    file: Path | None = None
    line: int | None = None
    column: int | None = None
    locale: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order findings by place, then by rule and words, so that two runs print the same."""
        return (str(self.file or ""), self.line or 0, self.column or 0, self.rule, self.locale or "", self.message)

    def relative_to(self, root: Path) -> Finding:
        """Return the finding with its file named from `root` where the file lies below it."""
        if self.file is None or not self.file.is_relative_to(root):
            return self
        return replace(self, file=self.file.relative_to(root))

    @property
    def data(self) -> dict[str, str | int | None]:
        """Return the finding as other programs get it."""
        return {
            "rule": self.rule,
            "level": self.level.value,
            "message": self.message,
            "hint": self.hint,
            "file": self.file.as_posix() if self.file is not None else None,
            "line": self.line,
            "column": self.column,
            "locale": self.locale,
        }


class CharterpressError(Exception):
    """Stop a run that cannot go on, with a message for the person at the keyboard (exit 2)."""


def shortened(text: str, length: int = 80) -> str:
    """Return a text on one line, cut to `length` characters: enough of it to be found in the file."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def reaches(findings: Iterable[Finding], level: Level) -> bool:
    """Tell whether any finding weighs as much as a level, or more."""
    weights = list(Level)
    return any(weights.index(finding.level) <= weights.index(level) for finding in findings)


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Tell whether any finding stops publishing; when strict, a warning does too, a note never."""
    return reaches(findings, Level.WARNING if strict else Level.ERROR)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings once each, sorted by place."""
    return tuple(sorted(set(findings), key=lambda finding: finding.sort_key))


def named_from(root: Path, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings once each, sorted by place, with the files below a folder named from there."""
    return in_order(finding.relative_to(root) for finding in findings)
