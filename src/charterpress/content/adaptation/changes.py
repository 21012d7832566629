"""Apply the changes of an adaptation to a charter, and note what both sides have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from charterpress.content.adaptation.comparison import Reason
from charterpress.content.adaptation.ordering import reorder
from charterpress.content.adaptation.sheet import Block, Keys, Part
from charterpress.content.adaptation.work import Work, key_of, target_of
from charterpress.content.model.adaptation import Add, Change, Remove, Reorder, Replace
from charterpress.content.nearest import nearest
from charterpress.findings import Level

_OF_A_CHANGE = frozenset(
    {"replace", "add", "to", "after", "first", "without", "because", "agreed_by", "agreed", "decided_for"}
)
"""The keys of a change that are no part of the commitment."""


def apply_changes(work: Work) -> None:
    """Make every change; what cannot be made becomes a finding, what both sides changed a conflict.

    Promises are left out last, so that a new one can stand where one is gone.
    """
    usable = list(_once(work))
    makers: dict[type, Callable[[Work, int, Any], None]] = {Replace: _replace, Add: _add, Reorder: reorder}
    for kind in (Replace, Add, Reorder):
        for number, change in usable:
            if isinstance(change, kind):
                makers[kind](work, number, change)
    for number, change in usable:
        if isinstance(change, Remove):
            _remove(work, number, change)
    _let_go_of_removed(work)
    if usable and not any(block.promises for block in work.sheet.blocks):
        message = "your changes leave no promise in the charter"
        hint = "Keep one of theirs, or 'add:' one of your own."
        work.findings.append(work.file.finding("change-nothing-left", message, hint, ("changes",)))


def _once(work: Work) -> Iterator[tuple[int, Change]]:
    """Yield the changes, but not a second one to the same id."""
    first: dict[str, int] = {}
    for number, change in enumerate(work.adaptation.changes):
        target = target_of(change)
        if target in first:
            line = work.file.place(("changes", first[target], key_of(work.adaptation.changes[first[target]]))).line
            message = f"'{target}' is changed twice, first on line {line}"
            hint = "Keep one of the two."
            if isinstance(change, Replace):
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
    if theirs is not None and _taken_over(work, change, keys):
        message = f"the change to '{target}' says what the charter '{work.adaptation.source_id}' says already"
        hint = "Take it out: families would read that you changed this promise."
        work.report("change-same", message, hint, number, "replace", Level.WARNING)
    if theirs is None:
        # Our words stand where theirs stood, until somebody decides.
        work.conflicts[number] = Reason.THEY_REMOVED
        _bring_back(work, target)
    elif before is not None and before != theirs and not _taken_over(work, change, keys):
        work.conflicts[number] = Reason.BOTH_CHANGED
        if not work.decided(change):
            _as_it_was(work, target)
    part = work.sheet.promise(target)
    if part is not None:
        _put_keys(work, part, number, keys, without=tuple(change.without))
    return None


def _taken_over(work: Work, change: Replace, keys: Keys) -> bool:
    """Tell whether they have made just our change, so that nothing must be decided."""
    part = work.sheet.promise(change.replace)
    there = part.data if part is not None else {}
    return all(there.get(key) == value for key, value in keys.items()) and not any(
        key in there for key in change.without
    )


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
    if block is not None and change.to in work.blocks:
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


def _let_go_of_removed(work: Work) -> None:
    """Take out what points to promises that are gone: the mirror of one, and the choice for the leaflet.

    What we say ourselves of a promise that we removed is a fault; of one that they removed we could not know.
    """
    gone = {each.remove for each in work.adaptation.changes if isinstance(each, Remove)}
    left = {one for block in work.sheet.blocks for one in block.ids}
    for number, change in enumerate(work.adaptation.changes):
        if isinstance(change, Replace | Add) and change.answers in set(work.before) - set(work.theirs) - left:
            part = work.sheet.promise(target_of(change))
            if part is not None:
                part.data = {key: value for key, value in part.data.items() if key != "answers"}
                message = f"'{target_of(change)}' answers '{change.answers}', and they have removed that"
                hint = "Until you name another one it answers none. 'charterpress adapt update' takes the line out."
                work.report("answers-gone", message, hint, number, "answers", Level.WARNING)
    for block in work.sheet.blocks:
        for promise in block.promises:
            if promise.data.get("answers") in gone and "answers" not in promise.keys:
                promise.data = {key: value for key, value in promise.data.items() if key != "answers"}
    choice = work.sheet.rest.get("leaflet")
    if isinstance(choice, dict) and ("leaflet",) not in work.sheet.pieces and choice.get("commitments"):
        chosen = [one for one in choice["commitments"] if one not in gone]
        work.sheet.rest["leaflet"] = {**choice, "commitments": chosen}
        if not chosen and not choice.get("themes") and "short" not in choice:
            del work.sheet.rest["leaflet"]
