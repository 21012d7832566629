"""Hold a charter while the changes of an adaptation are made to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from charterpress.content.adaptation.comparison import ComparedOrder, Reason
from charterpress.content.adaptation.sheet import Keys, Sheet
from charterpress.content.model.adaptation import Adaptation, Add, Change, Remove, Reorder, Replace
from charterpress.content.model.charter import Charter, Commitment
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, Level

Promises = dict[str, Commitment]


def target_of(change: Change) -> str:
    """Return the id that a change is about."""
    match change:
        case Replace():
            return change.replace
        case Add():
            return change.id
        case Remove():
            return change.remove
        case Reorder():
            return change.reorder


def key_of(change: Change) -> str:
    """Return the key that a change has its id under, which is also the kind of the change."""
    return type(change).__name__.lower()


@dataclass
class Work:
    """Hold a charter that is being changed.

    `sheet` is as the source has it now and becomes ours; `base` is as it was when it was adapted, and `before` and
    `theirs` are the commitments of the two. `blocks` has the ids of the blocks that the source has now.
    """

    adaptation: Adaptation
    file: YamlFile
    version: str
    sheet: Sheet
    base: Sheet
    before: Promises
    theirs: Promises
    findings: list[Finding] = field(default_factory=list)
    conflicts: dict[int, Reason] = field(default_factory=dict)
    orders: list[ComparedOrder] = field(default_factory=list)
    blocks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Note which blocks the source has now, before changes bring others back."""
        self.blocks = frozenset(block.id for block in self.sheet.blocks)

    def decided(self, change: Change) -> bool:
        """Tell whether a change was looked at again for the version that the source has now."""
        return change.decided_for == self.version

    def data(self, number: int) -> Keys:
        """Return a change as the file has it."""
        listed: Any = self.file.data
        held: Keys = listed["changes"][number]
        return held

    def report(  # noqa: PLR0913, PLR0917 - what a finding has
        self, rule: str, message: str, hint: str, number: int, key: str, level: Level = Level.ERROR
    ) -> None:
        """Note what is wrong with a change."""
        finding = self.file.finding(rule, message, hint, ("changes", number, key))
        self.findings.append(replace(finding, level=level))


def promises_of(charter: Charter) -> Promises:
    """Return the commitments of a charter by their ids."""
    return {one.id: one for one in charter.commitments()}
