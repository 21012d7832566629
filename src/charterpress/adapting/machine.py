"""Write the three-way view of adaptations for other programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from charterpress import __version__
from charterpress.adapting.status import Either, Standing
from charterpress.content.adaptation.comparison import ChangedText, State
from charterpress.content.model.charter import Commitment
from charterpress.findings import Finding


def render_machine(every: Iterable[Standing], findings: Iterable[Finding]) -> str:
    """Return adaptations, and what keeps others from being compared, as a JSON document."""
    body = {
        "charterpress": __version__,
        "adaptations": [_adaptation(one) for one in every],
        "findings": [finding.data for finding in findings],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _adaptation(one: Standing) -> dict[str, object]:
    comparison = one.adapted.comparison
    return {
        "id": one.adapted.adaptation.id,
        "source": comparison.source,
        "version": comparison.base_version,
        "newest": comparison.version,
        "decisions": [conflict.id for conflict in comparison.conflicts],
        "decide_by": one.day.isoformat() if one.day is not None and comparison.conflicts else None,
        "late": bool(comparison.conflicts) and one.late,
        "commitments": [_compared(each, one) for each in comparison.commitments],
        "orders": [_compared(each, one) for each in comparison.orders],
        "others": [_text(text, one) for text in comparison.others],
        "also": list(comparison.also),
    }


def _text(text: ChangedText, one: Standing) -> dict[str, object]:
    return {
        "context": text.context,
        "state": "followed" if text.own is None else "own",
        "line": one.line_at(text.own) if text.own is not None else None,
        "before": text.base,
        "theirs": text.theirs,
        "yours": text.ours,
    }


def _compared(each: Either, one: Standing) -> dict[str, object]:
    before, theirs, ours = (_side(one) for one in (each.base, each.theirs, each.ours))
    return {
        "id": each.id,
        "state": each.state.value,
        "reason": each.reason.value if each.reason is not None else None,
        "decided": each.decided if each.state is State.CONFLICT else None,
        "line": one.line(each),
        "before": before,
        "theirs": theirs,
        "yours": ours,
    }


def _side(side: Commitment | tuple[str, ...] | None) -> object:
    """Return a promise by its parts, or the ids of an order."""
    return side.model_dump(mode="json", exclude_defaults=True) if isinstance(side, Commitment) else side
