"""Tell, commitment by commitment, what they changed, what we changed, and what must be decided."""

from __future__ import annotations

from charterpress.content.adaptation.comparison import Compared, Comparison, Reason, State
from charterpress.content.adaptation.fields import own_parts
from charterpress.content.adaptation.outside import changed_facts, changed_texts
from charterpress.content.adaptation.work import Work, promises_of, target_of
from charterpress.content.model.adaptation import Remove, Reorder, Replace
from charterpress.content.model.charter import Charter, Commitment


def compare_versions(work: Work, base: Charter, theirs: Charter, ours: Charter) -> Comparison:
    """Return a charter as it was adapted, as it is now and as we have it, side by side."""
    mine = promises_of(ours)
    numbers = {
        target_of(change): number
        for number, change in enumerate(work.adaptation.changes)
        if not isinstance(change, Reorder)
    }
    ids = dict.fromkeys((*mine, *work.theirs, *work.before))
    compared = []
    for identifier in ids:
        number = numbers.get(identifier)
        reason = work.conflicts.get(number) if number is not None else None
        versions = work.before.get(identifier), work.theirs.get(identifier), mine.get(identifier)
        decided = number is not None and work.decided(work.adaptation.changes[number])
        state = _state(work, number, versions, reason)
        compared.append(Compared(identifier, *versions, state, reason, number, decided=decided))
    return Comparison(
        work.adaptation.source_id,
        work.adaptation.source_version,
        work.version,
        tuple(compared),
        tuple(work.orders),
        changed_texts(base, theirs, ours, own_parts(work.file)),
        changed_facts(base, theirs, ours),
    )


_Versions = tuple[Commitment | None, Commitment | None, Commitment | None]


def _state(work: Work, number: int | None, versions: _Versions, reason: Reason | None) -> State:
    if reason is not None:
        return State.CONFLICT
    before, theirs, _ = versions
    if number is not None:
        change = work.adaptation.changes[number]
        if isinstance(change, Replace):
            return State.OURS
        return State.REMOVED if isinstance(change, Remove) else State.ADDED
    if before == theirs:
        return State.SAME
    if before is None:
        return State.NEW
    return State.GONE if theirs is None else State.FOLLOWED
