"""Test what an adaptation may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model import Adaptation
from charterpress.content.model.adaptation import Add, Remove, Reorder, Replace
from charterpress.content.validate import validate
from charterpress.content.yamlfile import load_yaml
from charterpress.findings import Finding

COMPLETE = Path(__file__).parent / "complete" / "adaptation.yml"


def changed(tmp_path: Path, old: str, new: str) -> tuple[Adaptation | None, tuple[Finding, ...]]:
    """Return the complete adaptation with something changed in its file."""
    text = COMPLETE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "ours.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    file = load_yaml(path)
    assert isinstance(file.data, dict)
    return validate(Adaptation, file, file.data)


def test_the_complete_adaptation(tmp_path: Path) -> None:
    """An adaptation names its charter and the version of it; its changes are of four kinds, told by their first key."""
    adaptation, _ = changed(tmp_path, "order: 2", "order: 2")
    assert adaptation is not None
    assert (adaptation.source_id, adaptation.source_version, adaptation.folder) == ("family", "1.2", "shared")
    assert [type(change) for change in adaptation.changes] == [Replace, Add, Remove, Reorder]
    assert adaptation.names == {"area": {"en": "Northshire", "cy": "Swydd y Gogledd"}}


@pytest.mark.parametrize(
    ("old", "new", "rule", "words"),
    [
        ("adapts: family@1.2", "adapts: family", "wrong-form", "'@' and its version"),
        ("adapts: family@1.2", "adapts: family@../x", "wrong-form", "'@' and its version"),
        ("from: shared", "from: shared\npackage: other", "wrong-value", "keep 'from:' or 'package:'"),
        ("first: false", "first: true", "wrong-value", "keep 'after:' or 'first:'"),
        ("- remove: papers", "- remove: papers\n    add: papers", "wrong-value", "one of the keys 'replace', 'add'"),
        ("- remove: papers", "- forget: papers", "wrong-value", "one of the keys 'replace', 'add'"),
        ("    because: This matters most to us.\n", "", "missing-key", "'because' is missing"),
        ("because: This matters most to us.", 'because: ""', "empty-value", "'because' is empty"),
        ("without: [original]", "without: [text]", "wrong-value", "'text' is not a value"),
    ],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, rule: str, words: str) -> None:
    """What an adaptation cannot mean is refused with its line."""
    adaptation, findings = changed(tmp_path, old, new)
    assert adaptation is None
    assert [finding.rule for finding in findings] == [rule]
    assert words in f"{findings[0].message} {findings[0].hint}"
    assert findings[0].line is not None
    assert findings[0].line > 1
