"""Put the promises of a block, or the themes of a charter, into the order of an adaptation."""

from __future__ import annotations

from charterpress.content.adaptation.comparison import ComparedOrder, Reason, State
from charterpress.content.adaptation.sheet import Sheet
from charterpress.content.adaptation.work import Work
from charterpress.content.model.adaptation import THEMES, Add, Remove, Reorder
from charterpress.content.nearest import nearest


def reorder(work: Work, number: int, change: Reorder) -> None:
    """Put a block, or the themes, into our order; one that no longer fits what is there is a conflict."""
    removed = {each.remove for each in work.adaptation.changes if isinstance(each, Remove)}
    now = _order(work.sheet, change.reorder, removed)
    if now is None:
        known = [*(block.id for block in work.sheet.blocks), THEMES]
        message = f"there is no block of promises '{change.reorder}' in the charter '{work.adaptation.source_id}'"
        return work.report("change-missing", message, nearest(change.reorder, known, "id"), number, "reorder")
    base = _order(work.base, change.reorder, removed) or ()
    added = {each.id for each in work.adaptation.changes if isinstance(each, Add)}
    own = [] if change.reorder == THEMES else [one for one in now if one in added or one not in work.theirs]
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
    theirs = tuple(one for one in now if one not in own or one in work.theirs)
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
    hint = f"Name each id once: {', '.join(wanted)}." if wanted else "Nothing is left to put in order: take this out."
    work.report("change-order", message, hint, number, "order")


def _named(ids: list[str]) -> str:
    return ", ".join(f"'{one}'" for one in ids)


def _order(sheet: Sheet, target: str, removed: set[str]) -> tuple[str, ...] | None:
    """Return the ids of a block, or of the themes, in their order; None where there is no such block.

    A theme of which every promise is removed is none.
    """
    if target == THEMES:
        left = (one for one in sheet.sections if any(set(block.ids) - removed for block in one.blocks))
        return tuple(section.theme for section in left)
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
        sheet.sections.sort(key=lambda one: order.index(one.theme) if one.theme in order else len(order))
    elif (block := sheet.block(target)) is not None:
        block.promises.sort(key=lambda promise: order.index(promise.id))
