"""Apply the changes of an adaptation to a charter, and note what both sides have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from charterpress.content.adaptation.comparison import ComparedOrder, Reason, State
from charterpress.content.adaptation.sheet import Block, Keys, Part, Sheet
from charterpress.content.model.adaptation import THEMES, Adaptation, Add, Change, Remove, Reorder, Replace
from charterpress.content.model.charter import Charter, Commitment
from charterpress.content.nearest import nearest
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding

_OF_A_CHANGE = frozenset(
    {"replace", "add", "to", "after", "first", "without", "because", "agreed_by", "agreed", "decided_for"}
)
"""The keys of a change that are no part of the commitment."""

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
    `theirs` are the commitments of the two.
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

    def decided(self, change: Change) -> bool:
        """Tell whether a change was looked at again for the version that the source has now."""
        return change.decided_for == self.version

    def data(self, number: int) -> Keys:
        """Return a change as the file has it."""
        listed: Any = self.file.data
        held: Keys = listed["changes"][number]
        return held

    def report(self, rule: str, message: str, hint: str, number: int, key: str) -> None:
        """Note what is wrong with a change."""
        self.findings.append(self.file.finding(rule, message, hint, ("changes", number, key)))


def apply_changes(work: Work) -> None:
    """Make every change; what cannot be made becomes a finding, what both sides changed a conflict.

    Promises are left out last, so that a new one can stand where one is gone.
    """
    usable = list(_once(work))
    makers: dict[type, Callable[[Work, int, Any], None]] = {Replace: _replace, Add: _add, Reorder: _reorder}
    for kind in (Replace, Add, Reorder):
        for number, change in usable:
            if isinstance(change, kind):
                makers[kind](work, number, change)
    for number, change in usable:
        if isinstance(change, Remove):
            _remove(work, number, change)
    _let_go_of_removed(work)


def _once(work: Work) -> Iterator[tuple[int, Change]]:
    """Yield the changes, but not a second one to the same id."""
    first: dict[str, int] = {}
    for number, change in enumerate(work.adaptation.changes):
        target = target_of(change)
        if target in first:
            line = work.file.place(("changes", first[target], key_of(work.adaptation.changes[first[target]]))).line
            message = f"'{target}' is changed twice, first on line {line}"
            hint = "Keep one of the two, or join them: one 'replace:' can change several parts of a promise."
            work.report("change-twice", message, hint, number, key_of(change))
            continue
        first[target] = number
        yield number, change


def _missing(work: Work, number: int, change: Change) -> None:
    target, what = target_of(change), f"the charter '{work.adaptation.source_id}'"
    message = f"there is no promise '{target}' in {what}"
    own = [target_of(each) for each in work.adaptation.changes if isinstance(each, Add)]
    if target in own:
        hint = "It is one that you add: change it where you add it."
    else:
        hint = (
            nearest(target, work.theirs, "id") + " If they removed it, take the change out, or 'add:' it as your own."
        )
    work.report("change-missing", message, hint, number, key_of(change))


def _replace(work: Work, number: int, change: Replace) -> None:
    target = change.replace
    before, theirs = work.before.get(target), work.theirs.get(target)
    if before is None and theirs is None:
        return _missing(work, number, change)
    keys = _own_keys(work.data(number))
    if not keys and not change.without:
        message = f"the change to '{target}' changes nothing"
        hint = "Give it the new 'text:', or another part of the promise, or take it out."
        return work.report("change-empty", message, hint, number, "replace")
    if theirs is None:
        # Our words stand where theirs stood, until somebody decides.
        work.conflicts[number] = Reason.THEY_REMOVED
        _bring_back(work, target)
    elif before is not None and before != theirs:
        work.conflicts[number] = Reason.BOTH_CHANGED
        if not work.decided(change):
            _as_it_was(work, target)
    part = work.sheet.promise(target)
    if part is not None:
        _put_keys(work, part, number, keys, without=tuple(change.without))
    return None


def _own_keys(data: Keys) -> Keys:
    return {key: value for key, value in data.items() if key not in _OF_A_CHANGE}


def _put_keys(work: Work, part: Part, number: int, keys: Keys, without: tuple[str, ...]) -> None:
    """Put our parts of a commitment in the place of theirs."""
    # A shorter wording, and the publisher's own words, are about the text that is gone.
    gone = {*without, *({"leaflet", "original"} if "text" in keys else ())} - set(keys)
    part.data = {**{key: value for key, value in part.data.items() if key not in gone}, **keys}
    part.keys.update({key: (work.file, ("changes", number, key)) for key in keys})


def _as_it_was(work: Work, target: str) -> None:
    """Take a commitment back to what it said when it was adapted."""
    part, before = work.sheet.promise(target), work.base.promise(target)
    if part is not None and before is not None:
        part.data, part.at, part.keys = dict(before.data), before.at, dict(before.keys)


def _bring_back(work: Work, target: str) -> None:
    """Put a commitment that they removed where it stood, after those that are still there."""
    old = work.base.block_of(target)
    if old is None:
        return
    block = _block_again(work, old)
    part = next(one for one in old.promises if one.id == target)
    earlier = old.ids[: old.ids.index(target)]
    at = max((block.ids.index(one) + 1 for one in earlier if one in block.ids), default=0)
    block.promises.insert(at, replace(part, data=dict(part.data), keys=dict(part.keys)))


def _block_again(work: Work, old: Block) -> Block:
    """Return the block of the charter, put back empty where they removed it."""
    found = work.sheet.block(old.id)
    if found is not None:
        return found
    block = Block(old.part, [])
    section = next((one for one in work.base.sections if old.id in {each.id for each in one.blocks}), None)
    if section is None:
        work.sheet.protocols = work.sheet.protocols or work.base.protocols
        work.sheet.agreed.append(block)
        return block
    home = next((one for one in work.sheet.sections if one.theme == section.theme), None)
    if home is None:
        home = replace(section, blocks=[])
        work.sheet.sections.append(home)
    home.blocks.append(block)
    return block


def _add(work: Work, number: int, change: Add) -> None:
    theirs = work.theirs.get(change.id)
    if theirs is not None and change.id in work.before:
        message = f"the charter '{work.adaptation.source_id}' has a promise '{change.id}' already"
        hint = "Give yours a new id, or write 'replace:' to change theirs."
        return work.report("change-not-new", message, hint, number, "add")
    block = _block_for(work, number, change)
    if block is None:
        return None
    if theirs is not None:
        work.conflicts[number] = Reason.BOTH_ADDED
        for each in work.sheet.blocks:
            each.promises = [one for one in each.promises if one.id != change.id]
    at = _place_for(work, number, change, block)
    if at is None:
        return None
    part = Part({"id": change.id}, (work.file, ("changes", number)), {"id": (work.file, ("changes", number, "add"))})
    _put_keys(work, part, number, _own_keys(work.data(number)), ())
    block.promises.insert(at, part)
    return None


def _block_for(work: Work, number: int, change: Add) -> Block | None:
    block = work.sheet.block(change.to)
    if block is not None:
        return block
    old = work.base.block(change.to)
    if old is not None:
        work.conflicts[number] = Reason.NO_BLOCK
        return _block_again(work, old)
    known = [each.id for each in work.sheet.blocks]
    message = f"there is no block of promises '{change.to}' in the charter '{work.adaptation.source_id}'"
    work.report("change-missing", message, nearest(change.to, known, "id"), number, "to")
    return None


def _place_for(work: Work, number: int, change: Add, block: Block) -> int | None:
    if change.first:
        return 0
    if change.after is None:
        return len(block.promises)
    if change.after in block.ids:
        return block.ids.index(change.after) + 1
    old = work.base.block(change.to)
    if old is not None and change.after in old.ids:
        work.conflicts.setdefault(number, Reason.NO_PLACE)
        earlier = old.ids[: old.ids.index(change.after)]
        return max((block.ids.index(one) + 1 for one in earlier if one in block.ids), default=len(block.promises))
    message = f"there is no promise '{change.after}' in '{change.to}' to follow"
    later = any(isinstance(each, Add) and each.id == change.after for each in work.adaptation.changes[number:])
    hint = "You add it further down: move it up." if later else nearest(change.after, block.ids, "id")
    work.report("change-missing", message, hint, number, "after")
    return None


def _remove(work: Work, number: int, change: Remove) -> None:
    before, theirs = work.before.get(change.remove), work.theirs.get(change.remove)
    if before is None and theirs is None:
        return _missing(work, number, change)
    if before is not None and theirs is not None and before != theirs:
        work.conflicts[number] = Reason.WE_REMOVED
    for block in work.sheet.blocks:
        block.promises = [one for one in block.promises if one.id != change.remove]
    return None


def _reorder(work: Work, number: int, change: Reorder) -> None:
    removed = {each.remove for each in work.adaptation.changes if isinstance(each, Remove)}
    now = _order(work.sheet, change.reorder)
    if now is None:
        known = [*(block.id for block in work.sheet.blocks), THEMES]
        message = f"there is no block of promises '{change.reorder}' in the charter '{work.adaptation.source_id}'"
        return work.report("change-missing", message, nearest(change.reorder, known, "id"), number, "reorder")
    base = _order(work.base, change.reorder) or ()
    own = [] if change.reorder == THEMES else [one for one in now if one not in work.theirs]
    wanted = [one for one in now if one not in removed]
    before = {one for one in (*base, *own) if one not in removed}
    order = tuple(change.order)
    reason = None
    if len(set(order)) != len(order) or set(order) != set(wanted):
        if len(set(order)) != len(order) or set(order) != before:
            return _wrong_order(work, number, change, wanted)
        reason = Reason.ORDER
    elif [one for one in base if one in now] != [one for one in now if one in base]:
        reason = Reason.ORDER
    if reason is not None:
        work.conflicts[number] = reason
    ours = _fitted(order, now)
    _put_order(work.sheet, change.reorder, ours)
    left = tuple(one for one in ours if one not in removed)
    theirs = tuple(one for one in now if one not in own)
    state, decided = State.OURS if reason is None else State.CONFLICT, work.decided(change)
    work.orders.append(ComparedOrder(change.reorder, base, theirs, left, state, reason, number, decided=decided))
    return None


def _wrong_order(work: Work, number: int, change: Reorder, wanted: list[str]) -> None:
    order = list(change.order)
    left_out = [one for one in wanted if one not in order]
    unknown = [one for one in order if one not in wanted]
    twice = sorted({one for one in order if order.count(one) > 1})
    parts = [f"leaves out {_named(left_out)}"] if left_out else []
    parts += [f"names {_named(unknown)}, which is not there"] if unknown else []
    parts += [f"names {_named(twice)} twice"] if twice else []
    message = f"the order of '{change.reorder}' {' and '.join(parts)}"
    hint = f"Name each id once: {', '.join(wanted)}."
    work.report("change-order", message, hint, number, "order")


def _named(ids: list[str]) -> str:
    return ", ".join(f"'{one}'" for one in ids)


def _order(sheet: Sheet, target: str) -> tuple[str, ...] | None:
    """Return the ids of a block, or of the themes, in their order; None where there is no such block."""
    if target == THEMES:
        return tuple(section.theme for section in sheet.sections)
    block = sheet.block(target)
    return tuple(block.ids) if block is not None else None


def _fitted(order: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Return an order with all ids that there are now: one that it does not name follows the one before it."""
    ours = [one for one in order if one in now]
    for index, one in enumerate(now):
        if one not in ours:
            earlier = [each for each in now[:index] if each in ours]
            ours.insert(ours.index(earlier[-1]) + 1 if earlier else 0, one)
    return tuple(ours)


def _put_order(sheet: Sheet, target: str, order: tuple[str, ...]) -> None:
    if target == THEMES:
        sheet.sections.sort(key=lambda section: order.index(section.theme))
    elif (block := sheet.block(target)) is not None:
        block.promises.sort(key=lambda promise: order.index(promise.id))


def _let_go_of_removed(work: Work) -> None:
    """Take out what points to promises that we removed: the mirror of one, and the choice for the leaflet."""
    gone = {each.remove for each in work.adaptation.changes if isinstance(each, Remove)}
    for block in work.sheet.blocks:
        for promise in block.promises:
            if promise.data.get("answers") in gone and "answers" not in promise.keys:
                promise.data = {key: value for key, value in promise.data.items() if key != "answers"}
    choice = work.sheet.rest.get("leaflet")
    if isinstance(choice, dict) and ("leaflet",) not in work.sheet.pieces and choice.get("commitments"):
        left = [one for one in choice["commitments"] if one not in gone]
        work.sheet.rest["leaflet"] = {**choice, "commitments": left}


def promises_of(charter: Charter) -> Promises:
    """Return the commitments of a charter by their ids."""
    return {one.id: one for one in charter.commitments()}
