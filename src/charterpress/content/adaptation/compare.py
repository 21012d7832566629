"""Tell, commitment by commitment, what they changed, what we changed, and what must be decided."""

from __future__ import annotations

from charterpress.content.adaptation.comparison import ChangedText, Compared, Comparison, Reason, State
from charterpress.content.adaptation.work import Work, promises_of, target_of
from charterpress.content.model.adaptation import Remove, Reorder, Replace
from charterpress.content.model.adapted import AdaptedCharter
from charterpress.content.model.charter import Charter, Commitment
from charterpress.content.texts import texts_of


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
        _others(base, theirs),
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


def _others(base: Charter, theirs: Charter) -> tuple[ChangedText, ...]:
    """Return the texts outside of commitments that they changed, in the order of the page."""
    before, after = _outside(base), _outside(theirs)
    contexts = dict.fromkeys((*after, *before))
    return tuple(
        ChangedText(context, before.get(context, ""), after.get(context, ""))
        for context in contexts
        if before.get(context, "") != after.get(context, "")
    )


def _outside(charter: Charter) -> dict[str, str]:
    """Return the texts outside of commitments, each context once; a list's entries stand a line each."""
    promised = {one.id for one in charter.commitments()}
    # Why another adaptation changed something is no text of the charter that it makes; a kept copy has none.
    reasons = {f"{one.target}.because" for one in charter.changes} if isinstance(charter, AdaptedCharter) else set()
    found: dict[str, list[str]] = {}
    for text in texts_of(charter):
        if text.context.partition(".")[0] not in promised and text.context not in reasons:
            found.setdefault(text.context, []).append(text.text)
    return {context: "\n".join(texts) for context, texts in found.items()}
