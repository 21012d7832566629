"""Test the place that is kept for adaptations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from charterpress.content.model import KINDS, Adaptation
from charterpress.findings import Finding

ADAPTATION = "kind: adaptation\nid: ours\ntitle: Ours\nsummary: Our own.\nadapts: family@1.2\n"


def test_an_adaptation_names_its_charter() -> None:
    """An adaptation says which charter it adapts, and in which version."""
    data = dict(line.split(": ") for line in ADAPTATION.splitlines())
    assert Adaptation.model_validate(data).adapts == "family@1.2"


def test_adaptations_are_refused_with_a_reason(sample: Path, only: Callable[[str], Finding]) -> None:
    """Until adaptations are supported, one is refused with its line, and the message says so."""
    assert "adaptation" not in KINDS
    path = sample / "docs" / "charters" / "ours.yml"
    path.write_text(ADAPTATION, encoding="utf-8")
    finding = only("wrong-kind")
    assert (finding.file, finding.line) == (path, 1)
    assert finding.hint == "Adaptations are not supported yet."
