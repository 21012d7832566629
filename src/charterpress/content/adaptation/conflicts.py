"""Report what must be decided since an adapted charter has a new version: first as a warning, later as an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from charterpress.content.adaptation.comparison import Compared, ComparedOrder
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.work import key_of
from charterpress.content.yamlfile import Pointer
from charterpress.findings import Finding, Level


def last_day(adapted: Adapted, grace_days: int) -> date | None:
    """Return the last day on which conflicts are warnings: that of the adaptation, or some days after the approval.

    Where neither is known there is none, and conflicts are errors at once.
    """
    if adapted.adaptation.decide_by is not None:
        return adapted.adaptation.decide_by
    approved = adapted.source.approved
    return approved + timedelta(days=grace_days) if approved is not None else None


def check_conflicts(adapted: Adapted, grace_days: int, today: date) -> Iterator[Finding]:
    """Yield what must be decided about an adaptation, and notes on the adapted charter: it moved on, it has no copy."""
    comparison, file = adapted.comparison, adapted.adaptation_file
    conflicts, day = comparison.conflicts, last_day(adapted, grace_days)
    late = day is None or today > day
    for conflict in conflicts:
        because = conflict.reason.value if conflict.reason is not None else ""
        message = (
            f"version {comparison.version} of '{comparison.source}' needs a decision on '{conflict.id}': {because}"
        )
        time = f"Your words stand until {day}." if day is not None and not late else "The time to decide is over."
        hint = (
            f"{time} 'charterpress adapt status' shows both sides. When you have decided, write"
            f" 'decided_for: \"{comparison.version}\"' here, or run 'charterpress adapt update'."
        )
        finding = file.finding("adaptation-conflict", message, hint, _place(conflict, adapted))
        yield finding if late else replace(finding, level=Level.WARNING)
    if not adapted.kept:
        message = f"no copy of '{comparison.source}' at version {comparison.base_version} is kept"
        hint = "Run 'charterpress adapt keep': the copy tells you later what they changed in a new version."
        yield replace(file.finding("no-copy", message, hint, ("adapts",)), level=Level.NOTE)
    if comparison.moved and not conflicts:
        message = (
            f"'{comparison.source}' is at version {comparison.version} now, and you adapt {comparison.base_version}"
        )
        hint = "What you did not change follows by itself. 'charterpress adapt update' writes the new version here."
        yield replace(file.finding("source-moved", message, hint, ("adapts",)), level=Level.NOTE)


def _place(conflict: Compared | ComparedOrder, adapted: Adapted) -> Pointer:
    if conflict.change is None:
        return ("adapts",)
    return ("changes", conflict.change, key_of(adapted.adaptation.changes[conflict.change]))
