"""Test that printed section numbers are kept, and gaps reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model import Guidance
from charterpress.content.numbering import check_numbers
from charterpress.content.yamlfile import parse_yaml
from charterpress.findings import Level

HEAD = (
    "kind: guidance\nid: rules\ntitle: Rules\nsummary: A.\n"
    "instrument: {title: A, issuer: B, force: law, applies_to: C.}\nsections:\n"
)


def jumps(*numbers: str | None) -> list[tuple[int | None, str]]:
    """Return the line and the message of each jump in these printed numbers, one section a line."""
    sections = "".join(
        f"  - {{id: s{index}, title: A{'' if number is None else f', number: {number!r}'}}}\n"
        for index, number in enumerate(numbers)
    )
    file = parse_yaml(HEAD + sections, Path("rules.yml"))
    guidance = Guidance.model_validate(file.data)
    assert [section.number for section in guidance.sections] == list(numbers)
    findings = list(check_numbers(guidance, file))
    assert {(finding.rule, finding.level) for finding in findings} <= {("number-jump", Level.WARNING)}
    return [(finding.line, finding.message) for finding in findings]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("2.1", "2.2", "2.3"),
        ("1", "1.1", "1.2", "2", "2.1"),
        ("1.1.1", "1.1.2", "1.2", "1.2.1", "2"),
        ("1.", "2.", "2.1."),
        ("9", "10", "11"),
        ("2.9", "2.10"),
        ("7",),
    ],
)
def test_numbers_in_order(numbers: tuple[str, ...]) -> None:
    """A number may be followed by the next on any level above it, or by its own first part."""
    assert jumps(*numbers) == []


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("2.1", "2.2", "3.3"), "the printed number jumps from 2.2 to 3.3"),
        (("1", "3"), "the printed number jumps from 1 to 3"),
        (("1", "1"), "the printed number jumps from 1 to 1"),
        (("2", "1"), "the printed number jumps from 2 to 1"),
        (("1", "1.2"), "the printed number jumps from 1 to 1.2"),
        (("1.1", "2.1"), "the printed number jumps from 1.1 to 2.1"),
        (("1", "1.1.1"), "the printed number jumps from 1 to 1.1.1"),
    ],
)
def test_a_jump(numbers: tuple[str, ...], message: str) -> None:
    """A number that does not follow is a warning on its own line, with both numbers."""
    assert jumps(*numbers) == [(6 + len(numbers), message)]


def test_after_a_jump() -> None:
    """After a jump counting goes on from there, so one gap is one warning."""
    assert [line for line, _ in jumps("2.1", "2.2", "3.3", "3.4", "3.5")] == [9]


@pytest.mark.parametrize("label", [None, "A", "1a", "Annex 1", "1-2", "1..2", ".1", "iv"])
def test_labels_that_are_no_numbers(label: str | None) -> None:
    """A section without a number, or with a label of another sort, is passed over."""
    assert jumps("1", label, "2") == []
