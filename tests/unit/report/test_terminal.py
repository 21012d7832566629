"""Test what a person reads in the terminal."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from charterpress.findings import Finding, Level
from charterpress.report.terminal import count_line, place_of, render_terminal

EXPECTED = """\
error: nothing is listed [no-place]
    List something.
docs/charters/my family.yml: error: the file is empty [whole-file]
docs/charters/my family.yml:3:7: error: raw HTML: <b>"&' [raw-html]
    Write 100% plain, words: yes.
docs/guidance/rules.yml:10:1: warning: the number jumps [number-jump]
    Check it.
i18n/ur/family.po:2: note: سلام ŵ 👪 [draft]
    A hint.
Found 3 errors, 1 warning, 1 note."""


def test_lines(findings: tuple[Finding, ...]) -> None:
    """Each finding says where, how bad, what and which rule, then what to do; a count comes last."""
    assert render_terminal(findings, colour=False) == EXPECTED


def test_colours(findings: tuple[Finding, ...]) -> None:
    """Colours add nothing but colours, and each ends on its line."""
    coloured = render_terminal(findings, colour=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == EXPECTED
    assert "\x1b[31merror\x1b[0m" in coloured
    assert "\x1b[33mwarning\x1b[0m" in coloured
    assert "\x1b[36mnote\x1b[0m" in coloured
    for line in coloured.splitlines():
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


def test_nothing_found() -> None:
    """When nothing is wrong, that is said."""
    assert render_terminal((), colour=False) == "No findings."
    assert render_terminal((), colour=True) == "No findings."


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({}, "No findings."),
        ({Level.ERROR: 1}, "Found 1 error."),
        ({Level.NOTE: 2, Level.WARNING: 1}, "Found 1 warning, 2 notes."),
        ({Level.WARNING: 0, Level.ERROR: 12}, "Found 12 errors."),
    ],
)
def test_counts(counts: dict[Level, int], line: str) -> None:
    """Counts are in words, the worst level first."""
    assert count_line(Counter(counts)) == line


@pytest.mark.parametrize(
    ("finding", "place"),
    [
        (Finding("a", "b"), ""),
        (Finding("a", "b", file=Path("c.yml")), "c.yml"),
        (Finding("a", "b", file=Path("c.yml"), line=4), "c.yml:4"),
        (Finding("a", "b", file=Path("c.yml"), line=4, column=2), "c.yml:4:2"),
    ],
)
def test_places(finding: Finding, place: str) -> None:
    """A place is written so that an editor makes a link of it."""
    assert place_of(finding) == place


def test_nothing_steers_the_terminal(odd: tuple[Finding, ...]) -> None:
    """Control characters of a file's words or name are shown, not obeyed, and no finding breaks its line."""
    text = render_terminal(odd, colour=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
    assert len(text.splitlines()) == 4
    assert "key� in two lines" in text
    assert text.encode("utf-8")
