"""Test what the terminal and other programs read about the progress of translations."""

from __future__ import annotations

import json

import pytest

from charterpress.report.progress import STATES, ProgressRow, progress_json, render_progress

SHOWN = ProgressRow(
    "family", "Our promises & yours", "ur", 30, {"reviewed": 100}, shown=True, blocked=(), reader="A reader"
)
HELD_BACK = ProgressRow(
    "rules-for-staff",
    "The rules “in short”",
    "zh-Hans",
    9,
    {"reviewed": 0, "draft": 67, "needs review": 11, "missing": 22},
    shown=False,
    blocked=("2 texts are not translated", "1 text is out of date"),
    reader="",
)


def test_a_table() -> None:
    """Each row says how much of a document is in each state, and whether it is on the site, or why not."""
    lines = render_progress([SHOWN, HELD_BACK]).splitlines()
    assert len(lines) == 4
    assert lines[0].split("  ")[0] == "document"
    assert lines[2].split() == ["family", "ur", "100", "%", "0", "%", "0", "%", "0", "%", "yes"]
    assert lines[3].split()[:10] == ["rules-for-staff", "zh-Hans", "0", "%", "67", "%", "11", "%", "22", "%"]
    assert lines[3].endswith("no: 2 texts are not translated; 1 text is out of date")


def test_columns_stand_under_their_headings() -> None:
    """Every cell starts where its heading does, however long the words are."""
    head, _, *lines = render_progress([SHOWN, HELD_BACK]).splitlines()
    for heading, cells in (
        ("language", ("ur", "zh-Hans")),
        ("needs review", ("0 %", "11 %")),
        ("on the site", ("yes", "no:")),
    ):
        at = head.index(heading)
        for line, cell in zip(lines, cells, strict=True):
            assert line[at:].startswith(cell)
            assert line[at - 1] == " "
    assert all(line == line.rstrip() for line in (head, *lines))


def test_every_state_has_a_column() -> None:
    """The states stand in their order, the best first."""
    head = render_progress([SHOWN]).splitlines()[0]
    places = [head.index(state) for state in STATES]
    assert places == sorted(places)
    assert STATES == ("reviewed", "draft", "needs review", "missing")


def test_no_translations() -> None:
    """A project without translations is told how to start a language."""
    assert "charterpress new language" in render_progress([])


def test_json() -> None:
    """Other programs get every value as it is, letters of every language included."""
    text = progress_json([SHOWN, HELD_BACK])
    assert json.loads(text) == [
        {
            "document": "family",
            "title": "Our promises & yours",
            "language": "ur",
            "texts": 30,
            "per_cent": {"reviewed": 100},
            "shown": True,
            "blocked": [],
            "reader": "A reader",
        },
        {
            "document": "rules-for-staff",
            "title": "The rules “in short”",
            "language": "zh-Hans",
            "texts": 9,
            "per_cent": {"reviewed": 0, "draft": 67, "needs review": 11, "missing": 22},
            "shown": False,
            "blocked": ["2 texts are not translated", "1 text is out of date"],
            "reader": "",
        },
    ]
    assert "“in short”" in text
    assert progress_json([]) == "[]"


@pytest.mark.parametrize("state", STATES)
def test_a_state_that_is_not_given(state: str) -> None:
    """A state in which no text is counts as none."""
    row = ProgressRow("x", "X", "cy", 1, {}, shown=True, blocked=(), reader="")
    head, _, line = render_progress([row]).splitlines()
    assert line[head.index(state) :].startswith("0 %")
