"""Test findings: problems as values."""

from __future__ import annotations

import itertools
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from charterpress.findings import Finding, Level, has_errors, in_order, named_from, shortened

FILE = Path("docs/charters/family.yml")


def test_a_finding_is_an_error_unless_it_says_otherwise() -> None:
    """What nobody weighed stops publishing."""
    finding = Finding("some-rule", "a message")
    assert finding.level is Level.ERROR
    assert (finding.file, finding.line, finding.column, finding.locale, finding.hint) == (None, None, None, None, "")


def test_findings_are_values() -> None:
    """Equal findings are one, and none can be changed."""
    one, other = (Finding("some-rule", "a message", file=FILE, line=1) for _ in range(2))
    assert one == other
    assert len({one, other}) == 1
    with pytest.raises(FrozenInstanceError):
        one.line = 2  # type: ignore[misc]  # that is what is tested


@pytest.mark.parametrize(
    ("levels", "stops"),
    [
        ([], False),
        ([Level.NOTE], False),
        ([Level.WARNING, Level.NOTE], False),
        ([Level.ERROR], True),
        ([Level.NOTE, Level.WARNING, Level.ERROR], True),
    ],
)
def test_what_stops_publishing(levels: list[Level], *, stops: bool) -> None:
    """Only an error stops publishing."""
    assert has_errors(Finding("some-rule", "a message", level=level) for level in levels) is stops


def test_order() -> None:
    """Findings stand in the order of files, lines and columns; those without a file come first."""
    ordered = (
        Finding("z", "no file"),
        Finding("z", "whole file", file=Path("a.yml")),
        Finding("z", "top", file=Path("a.yml"), line=1),
        Finding("a", "later in the line", file=Path("a.yml"), line=2, column=5),
        Finding("b", "the same place", file=Path("a.yml"), line=2, column=5),
        Finding("a", "line ten", file=Path("a.yml"), line=10),
        Finding("a", "another file", file=Path("b.yml"), line=1),
    )
    for shuffled in itertools.islice(itertools.permutations(ordered), 0, None, 97):
        assert in_order(shuffled) == ordered


def test_order_of_findings_at_one_place() -> None:
    """Findings of one rule at one place stand in one order, whatever order they came in."""
    findings = [Finding("raw-html", f"raw HTML: <{tag}>", file=FILE, line=3) for tag in "abcde"]
    assert {in_order(shuffled) for shuffled in itertools.permutations(findings)} == {tuple(findings)}


def test_once_each() -> None:
    """What several languages find at one place is said once, and what differs by language once a language."""
    twice = [Finding("a", "b", file=FILE, line=1)] * 2
    assert len(in_order(twice)) == 1
    by_language = [Finding("a", "b", file=FILE, line=1, locale=code) for code in ("ur", "cy")]
    assert [finding.locale for finding in in_order(by_language)] == ["cy", "ur"]


def test_files_are_named_from_the_project() -> None:
    """A file of the project is named from its folder; another file keeps its path."""
    root = Path("some/project")
    inside = Finding("a", "b", file=root / FILE, line=3).relative_to(root)
    assert (inside.file, inside.line) == (FILE, 3)
    assert Finding("a", "b", file=FILE).relative_to(root).file == FILE
    assert Finding("a", "b").relative_to(root).file is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("short", "short"),
        ("two\n  lines\tof words", "two lines…"),
        ("exactly 10", "exactly 10"),
        ("exactly 11.", "exactly 1…"),
        ("one two  three", "one two t…"),
        ("one twos three", "one twos…"),
        ("😀" * 20, "😀" * 9 + "…"),
    ],
)
def test_shortened(text: str, short: str) -> None:
    """A long text is cut to one short line, and the cut shows."""
    assert shortened(text, 10) == short
    assert len(short) <= 10


def test_files_are_named_from_a_folder(tmp_path: Path) -> None:
    """Findings that come out of it are in order, once each, and those of files elsewhere keep their whole names."""
    inside, outside = (
        Finding("some-rule", "a message", file=path) for path in (tmp_path / FILE, Path("/far/away.yml"))
    )
    assert named_from(tmp_path, [inside, outside, inside]) == (outside, Finding("some-rule", "a message", file=FILE))


def test_what_other_programs_get() -> None:
    """A finding has all its parts as plain values."""
    finding = Finding("some-rule", "a message", "a hint", Level.NOTE, FILE, 1, 2, "cy")
    assert list(finding.data.items()) == [
        ("rule", "some-rule"),
        ("level", "note"),
        ("message", "a message"),
        ("hint", "a hint"),
        ("file", "docs/charters/family.yml"),
        ("line", 1),
        ("column", 2),
        ("locale", "cy"),
    ]
    assert Finding("some-rule", "a message").data["file"] is None
