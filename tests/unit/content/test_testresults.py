"""Test how the results of an automated test are read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.testresults import NAME, load_results

TODAY = date(2026, 11, 28)
GOOD = {
    "format": "charterpress-accessibility-results/1",
    "tool": "axe-core 4.10.2",
    "date": "2026-11-27",
    "pages": 120,
    "violations": [
        {"rule": "color-contrast", "wcag": ["1.4.3"], "count": 3},
        {"rule": "region", "wcag": [], "count": 1},
    ],
}


def write(root: Path, text: str) -> None:
    """Write the file of results into a project."""
    (root / NAME).write_text(text, encoding="utf-8")


def test_no_results(tmp_path: Path) -> None:
    """A project need not have results."""
    assert load_results(tmp_path, TODAY) == (None, ())


def test_good_results(tmp_path: Path) -> None:
    """What was tested and what is open is read; good habits that break no criterion are not open."""
    write(tmp_path, json.dumps(GOOD, indent=2))
    results, findings = load_results(tmp_path, TODAY)
    assert findings == ()
    assert results is not None
    assert (results.tool, results.date, results.pages) == ("axe-core 4.10.2", date(2026, 11, 27), 120)
    assert [violation.rule for violation in results.open] == ["color-contrast"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ('"tool"', '"tool', "damaged-results", 3),
        ('"pages": 120', '"pages": "many"', "wrong-type", 5),
        ('"count": 3', '"number": 3', "unknown-key", 12),
        ('"date": "2026-11-27"', '"date": "2026-11-29"', "wrong-date", 4),
        ('"1.4.3"', '"1.4.99"', "unknown-criterion", 10),
        ("results/1", "results/2", "wrong-value", 2),
    ],
)
def test_bad_results(tmp_path: Path, old: str, new: str, rule: str, line: int) -> None:
    """A damaged or wrong file is an error with its line, and nothing of it is used."""
    text = json.dumps(GOOD, indent=2)
    assert old in text
    write(tmp_path, text.replace(old, new, 1))
    results, findings = load_results(tmp_path, TODAY)
    assert results is None
    assert (rule, line) in [(finding.rule, finding.line) for finding in findings]


@pytest.mark.parametrize("text", ["", "[]", "7", "[" * 100_000, '{"a": 1e999999}'])
def test_no_results_at_all(tmp_path: Path, text: str) -> None:
    """Whatever stands in the file, there is an error and no stack trace."""
    write(tmp_path, text)
    results, findings = load_results(tmp_path, TODAY)
    assert results is None
    assert findings


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is an error."""
    (tmp_path / NAME).write_bytes(b'{"tool": "\xff"}')
    assert load_results(tmp_path, TODAY)[1]
