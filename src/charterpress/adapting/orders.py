"""Mend the orders of an adaptation: each must name every id that is there now, and no other."""

from __future__ import annotations

from collections.abc import Sequence

from charterpress.adapting.blocks import Blocks
from charterpress.adapting.draft import Draft
from charterpress.content.yamlfile import Pointer


def mend_orders(draft: Draft, now: Blocks, waiting: Blocks) -> list[str]:
    """Bring each order up to date and return what was done; an order of what is not there any more is taken out.

    `now` has the ids of each block without any order of ours; `waiting` those that orders about which nothing is
    decided yet must keep to.
    """
    notes: list[str] = []
    for number, change in reversed(list(enumerate(draft.data.get("changes", ())))):
        if "reorder" not in change:
            continue
        target = change["reorder"]
        there = waiting.get(target) or now.get(target) or ()
        if not there:
            draft.drop(("changes", number))
            notes.append(f"{target}: nothing of it is left; your order is taken out")
            continue
        wanted = fitted(change["order"], there)
        if wanted != change["order"]:
            _put_order(draft, ("changes", number, "order"), wanted)
            notes.append(f"{target}: your order names what is there now")
    return notes


def fitted(order: Sequence[str], there: Sequence[str]) -> list[str]:
    """Return an order with just the ids that there are; one that it does not name follows the one before it."""
    ours = [one for one in dict.fromkeys(order) if one in there]
    for index, one in enumerate(there):
        if one not in ours:
            earlier = [each for each in there[:index] if each in ours]
            ours.insert(ours.index(earlier[-1]) + 1 if earlier else 0, one)
    return ours


def _put_order(draft: Draft, at: Pointer, wanted: list[str]) -> None:
    """Put ids in and take ids out, one by one, so that the lines of the others stay as they are."""
    for place, one in enumerate(wanted):
        held: list[str] = draft.at(at)
        if one not in held:
            draft.insert(at, held.index(wanted[place - 1]) + 1 if place else 0, one)
    for index in reversed(range(len(draft.at(at)))):
        held = draft.at(at)
        if held[index] not in wanted or held[index] in held[:index]:
            draft.drop((*at, index))
