"""Rewrite the changes of an adaptation as decided, so that they fit the newest version of its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from charterpress.adapting.blocks import Blocks, block_with, blocks_of, written_promise
from charterpress.adapting.decisions import Choice, Conflict, Decided, conflicts_of
from charterpress.adapting.draft import Draft
from charterpress.content.adaptation.comparison import Compared, Reason
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.model.adaptation import Add, Remove
from charterpress.content.model.charter import Commitment
from charterpress.content.yamlfile import Pointer

_PARTS = ("detail", "examples", "unless", "within", "where_possible", "answers", "backed_by")
"""The parts of a promise that stay when its text is replaced."""


@dataclass
class Rewriting:
    """Hold a draft that is being rewritten; `drops` has the numbers of the changes that are taken out at the end.

    `held` has what keeps the adaptation at the old version: kept promises whose block is gone.
    """

    adapted: Adapted
    draft: Draft
    decided: Decided
    drops: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    theirs: Blocks = field(init=False)
    ours: Blocks = field(init=False)
    conflicts: Mapping[str, Conflict] = field(init=False)

    def __post_init__(self) -> None:
        """List the blocks of both sides."""
        self.theirs, self.ours = blocks_of(self.adapted.source), blocks_of(self.adapted.charter)
        self.conflicts = conflicts_of(self.adapted.comparison)
        for identifier, choice in self.decided.choices.items():
            if choice is Choice.KEEP and self._is_held(self.conflicts[identifier]):
                self.held.append(identifier)

    @property
    def moves(self) -> bool:
        """Tell whether the adaptation can move to the newest version."""
        return self.adapted.comparison.moved and not self.decided.left and not self.held

    def rewrite(self) -> None:
        """Make every edit that the decisions ask for, but those of orders."""
        comparison = self.adapted.comparison
        for identifier, choice in self.decided.choices.items():
            conflict = self.conflicts[identifier]
            number = conflict.change
            if number is None:
                continue
            if choice is Choice.TAKE:
                self.drops.add(number)
                self.notes.append(f"{identifier}: theirs is taken; your change is taken out")
            elif self.moves or not conflict.decided:
                self._keep(conflict, number)
        if self.moves:
            self._let_go()
            self._mend_places()
            self._mend_mirrors()
            self._mend_names()
        # From the first on: what is left at the end of the list would take in empty lines that follow it.
        for before, number in enumerate(sorted(self.drops)):
            self.draft.drop(("changes", number - before))
        if self.moves:
            self.draft.set(("adapts",), f"{comparison.source}@{comparison.version}")
            self.notes.append(f"adapts: now version {comparison.version} of '{comparison.source}'")
            # When the new copy is kept, nobody can see any more that there was something to look at.
            self.notes += [f"{text.context}: they changed theirs; yours stays" for text, _ in comparison.own_texts]

    def _is_held(self, conflict: Conflict) -> bool:
        if conflict.reason is Reason.THEY_REMOVED:
            return block_with(self.ours, conflict.id) not in self.theirs
        return conflict.reason is Reason.NO_BLOCK

    def _keep(self, conflict: Conflict, number: int) -> None:
        """Keep our side: at the old version as it stands, at the new one in the form that it needs there."""
        at: Pointer = ("changes", number)
        note = "yours is kept"
        if not self.moves:
            self.draft.put(at, "decided_for", self.adapted.comparison.version)
            if conflict.id in self.held:
                note += "; its block is gone, so you stay at the old version until it is added to another one"
        elif conflict.reason is Reason.THEY_REMOVED:
            self._own_it(conflict, number)
            note += "; they removed it, so it is one that you add now"
        elif conflict.reason is Reason.BOTH_ADDED and isinstance(conflict, Compared):
            self._put_over_theirs(conflict, at)
            note += "; they have one with this id now, so yours replaces it"
        elif conflict.reason is Reason.NO_PLACE:
            self._place(number, conflict.id)
            note += "; it has another place"
        self.notes.append(f"{conflict.id}: {note}")

    def _own_it(self, conflict: Conflict, number: int) -> None:
        """Turn a change to a promise that they removed into a promise of ours, with all that it says."""
        at: Pointer = ("changes", number)
        block = block_with(self.ours, conflict.id) or ""
        self.draft.rename((*at, "replace"), "add")
        if "without" in self.draft.at(at):
            self.draft.drop((*at, "without"))
        for key, value in written_promise(self.adapted.file.data, conflict.id).items():
            if key != "id" and key not in self.draft.at(at):
                self.draft.put(at, key, value)
        self.draft.put(at, "to", block)
        self._place(number, conflict.id)

    def _put_over_theirs(self, conflict: Compared, at: Pointer) -> None:
        """Turn a promise that we added into our version of theirs with the same id."""
        self.draft.rename((*at, "add"), "replace")
        for key in ("to", "after", "first"):
            if key in self.draft.at(at):
                self.draft.drop((*at, key))
        theirs: Commitment | None = conflict.theirs
        gone = [part for part in _PARTS if getattr(theirs, part) and part not in self.draft.at(at)]
        if gone:
            self.draft.put(at, "without", [*gone])

    def _place(self, number: int, identifier: str) -> None:
        """Let one of our promises follow the nearest one before it that the newest version has, or we add earlier."""
        at: Pointer = ("changes", number)
        change = self.draft.at(at)
        known = self._known(change["to"], number)
        order = self.ours.get(change["to"], ())
        before = order[: order.index(identifier)] if identifier in order else ()
        found = next((one for one in reversed(before) if one in known), None)
        wrong, right, value = ("first", "after", found) if found is not None else ("after", "first", "true")
        if change.get(right) != value:
            self.draft.put(at, right, value or "")
        if wrong in self.draft.at(at):
            self.draft.drop((*at, wrong))

    def _known(self, block: str, number: int) -> set[str]:
        """Return what a promise of ours may follow in a block: theirs, and ours that are added further up."""
        changes: list[dict[str, Any]] = self.draft.data["changes"][:number]
        own = {
            each["add"]
            for index, each in enumerate(changes)
            if "add" in each and each.get("to") == block and index not in self.drops
        }
        return {*self.theirs.get(block, ()), *own}

    def _let_go(self) -> None:
        """Take out what removes a promise that they have removed themselves."""
        for one in self.adapted.comparison.commitments:
            if one.change is None or one.change in self.drops or one.theirs is not None:
                continue
            if isinstance(self.adapted.adaptation.changes[one.change], Remove):
                self.drops.add(one.change)
                self.notes.append(f"{one.id}: they removed it, too; your 'remove:' is taken out")

    def _mend_mirrors(self) -> None:
        """Take out what our promises say of promises that are gone: which one they answer."""
        changes: list[dict[str, Any]] = self.draft.data.get("changes", [])
        own = {each["add"] for index, each in enumerate(changes) if "add" in each and index not in self.drops}
        before = blocks_of(self.adapted.charter.adaptation.original)
        for number, change in enumerate(changes):
            target = change.get("answers")
            if number in self.drops or target is None or target in own or block_with(self.theirs, target):
                continue
            if block_with(before, target):
                self.draft.drop(("changes", number, "answers"))
                self.notes.append(f"{change.get('add') or change.get('replace')}: what it answered is gone")

    def _mend_names(self) -> None:
        """Take out names that the charter no longer has."""
        known = {place.id for place in self.adapted.source.names}
        before = {place.id for place in self.adapted.charter.adaptation.original.names}
        given = self.draft.data.get("names", {})
        idle = [name for name in given if name in before - known]
        for name in idle:
            self.draft.drop(("names", name) if len(given) > 1 else ("names",))
            self.notes.append(f"names: {name} is taken out; the charter no longer has it")

    def _mend_places(self) -> None:
        for number, change in enumerate(self.adapted.adaptation.changes):
            held = self.draft.data["changes"][number]
            if not isinstance(change, Add) or number in self.drops or "add" not in held or "after" not in held:
                continue
            if held["after"] not in self._known(held["to"], number):
                self._place(number, change.id)
                self.notes.append(f"{change.id}: what it followed is gone; it has another place")
