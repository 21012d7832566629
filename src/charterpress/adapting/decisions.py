"""Say what an editor decides about a conflict, and what each decision means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from charterpress.content.adaptation.comparison import Compared, ComparedOrder, Comparison, Reason, State
from charterpress.content.nearest import nearest
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding

Conflict = Compared | ComparedOrder


class Choice(StrEnum):
    """Say which side a decision takes."""

    KEEP = "keep"
    TAKE = "take"


MEANING: Mapping[Reason, tuple[str, str]] = {
    Reason.BOTH_CHANGED: (
        "your words stay; what you did not change follows theirs",
        "their words, and your change goes",
    ),
    Reason.THEY_REMOVED: ("it stays as a promise of your own", "it goes, and your change with it"),
    Reason.WE_REMOVED: ("it stays out", "it comes back, in their words"),
    Reason.BOTH_ADDED: ("your words stand in the place of theirs", "their promise, and yours goes"),
    Reason.NO_BLOCK: ("it stays where it was, and you stay at the old version", "your promise goes"),
    Reason.NO_PLACE: ("your promise stays, after the one before it", "your promise goes"),
    Reason.ORDER: ("your order stays, with theirs fitted in", "their order, and yours goes"),
}
"""What keeping ours and what taking theirs means, by the reason of the conflict."""


@dataclass(frozen=True)
class Asked:
    """Hold the decisions asked for: by id, and for all the others."""

    keep: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    rest: Choice | None = None


@dataclass
class Decided:
    """Hold a choice for each conflict that has one; `left` has the ids of the others."""

    choices: dict[str, Choice] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def conflicts_of(comparison: Comparison) -> dict[str, Conflict]:
    """Return everything that both sides changed, decided or not, by its id."""
    every: tuple[Conflict, ...] = (*comparison.commitments, *comparison.orders)
    return {one.id: one for one in every if one.state is State.CONFLICT}


def decide(comparison: Comparison, asked: Asked, file: YamlFile) -> tuple[Decided | None, tuple[Finding, ...]]:
    """Return the choice for each conflict, or what is wrong with the decisions asked for.

    A conflict that the adaptation says was decided is kept, unless another decision is asked for.
    """
    conflicts = conflicts_of(comparison)
    findings: list[Finding] = []
    for identifier in dict.fromkeys((*asked.keep, *asked.take)):
        if identifier not in conflicts:
            message = f"nothing about '{identifier}' needs a decision"
            hint = nearest(identifier, conflicts, "id") if conflicts else "Nothing else does, either."
            findings.append(file.finding("adapt-decision", message, hint, ("adapts",)))
        elif identifier in asked.keep and identifier in asked.take:
            message = f"'{identifier}' is to be kept and to be taken from them"
            findings.append(file.finding("adapt-decision", message, "Ask for one of the two.", ("adapts",)))
    if findings:
        return None, tuple(findings)
    decided = Decided()
    for identifier, one in conflicts.items():
        choice = Choice.KEEP if identifier in asked.keep else Choice.TAKE if identifier in asked.take else None
        choice = choice or (Choice.KEEP if one.decided else asked.rest)
        if choice is None:
            decided.left.append(identifier)
        else:
            decided.choices[identifier] = choice
    return decided, ()
