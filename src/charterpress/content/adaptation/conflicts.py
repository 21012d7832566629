"""Report what must be decided since an adapted charter has a new version: first as a warning, later as an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from charterpress.content.adaptation.comparison import Compared, ComparedOrder
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.versions import is_older
from charterpress.content.adaptation.work import key_of
from charterpress.content.yamlfile import Pointer
from charterpress.findings import Finding, Level

_ALWAYS_OURS = frozenset({"title", "summary"})


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
    yield from _check_version(adapted)
    yield from _check_own(adapted)
    if comparison.moved and not conflicts and not is_older(comparison.version, comparison.base_version):
        message = (
            f"'{comparison.source}' is at version {comparison.version} now, and you adapt {comparison.base_version}"
        )
        hint = "What you did not change follows by itself. 'charterpress adapt update' writes the new version here."
        yield replace(file.finding("source-moved", message, hint, ("adapts",)), level=Level.NOTE)


def _check_own(adapted: Adapted) -> Iterator[Finding]:
    """Yield a note on each part of our own in the place of one that they changed; a title is always ours."""
    comparison, file = adapted.comparison, adapted.adaptation_file
    for text, place in comparison.own_texts:
        if text.context not in _ALWAYS_OURS:
            message = f"'{comparison.source}' has changed its '{text.context}', and you have your own, which stays"
            hint = "Look at yours again: 'charterpress adapt status' shows both."
            yield replace(file.finding("own-text", message, hint, place), level=Level.NOTE)


def _check_version(adapted: Adapted) -> Iterator[Finding]:
    """Yield warnings where the source went back, changed under one version, or is not yet where a change sees it."""
    comparison, file = adapted.comparison, adapted.adaptation_file
    source, now, ours = comparison.source, comparison.version, comparison.base_version
    found: list[Finding] = []
    if is_older(now, ours):
        message = f"'{source}' is at version {now} here, and you adapt {ours}, which is newer"
        hint = (
            f"Get version {ours} or a newer one. Or, if they went back: 'charterpress adapt update' writes {now} here."
        )
        found.append(file.finding("source-older", message, hint, ("adapts",)))
    if not comparison.moved and comparison.changed:
        message = f"'{source}' is still at version {now}, and its promises are not those of the copy that you keep"
        hint = (
            "Ask its publisher to count the version up. If you take its words as they are now, delete"
            f" adapted/{adapted.copy.name} and run 'charterpress adapt keep'."
        )
        found.append(file.finding("source-same-version", message, hint, ("adapts",)))
    for number, change in enumerate(adapted.adaptation.changes):
        if change.decided_for is not None and is_older(now, change.decided_for):
            message = f"'{source}' has no version {change.decided_for} yet: it is at {now}"
            hint = "Write the version for which you looked at this change again, or take the line out."
            found.append(file.finding("decided-early", message, hint, ("changes", number, "decided_for")))
    yield from (replace(finding, level=Level.WARNING) for finding in found)


def _place(conflict: Compared | ComparedOrder, adapted: Adapted) -> Pointer:
    if conflict.change is None:
        return ("adapts",)
    return ("changes", conflict.change, key_of(adapted.adaptation.changes[conflict.change]))
