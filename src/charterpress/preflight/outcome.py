"""Hold what a preflight found: a value for each check, whether it passed or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from charterpress.findings import Finding, Level, in_order

Value = str | int | float | bool | None | tuple["Value", ...] | Mapping[str, "Value"]
"""A value that a certificate prints."""


class Outcome(StrEnum):
    """Say how a check ended."""

    PASSED = "passed"
    FOUND = "found"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Check:
    """Hold one check: what it looked for, what it saw, and what it found.

    `why` says why something was not checked; where `findings` is empty and `values` too, nothing was.
    """

    name: str
    title: str
    findings: tuple[Finding, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    why: str = ""

    @property
    def outcome(self) -> Outcome:
        """Return how the check ended: what was found counts more than what was left out."""
        if self.findings:
            return Outcome.FOUND
        return Outcome.NOT_CHECKED if self.why and not self.values else Outcome.PASSED


@dataclass(frozen=True)
class Preflight:
    """Hold the checks of one file against one printer's profile; `format` is the sheet it was taken for."""

    file: Path
    sha256: str
    size: int
    profile: str
    checks: tuple[Check, ...]
    format: str | None = None
    pages: int | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return everything that was found, each thing with the file it is in."""
        return in_order(finding for check in self.checks for finding in check.findings)


def fault(rule: str, message: str, hint: str, level: Level = Level.ERROR) -> Finding:
    """Return a finding about the file at hand, which is named later."""
    return Finding(rule, message, hint, level)
