"""Test the three-way view of an adaptation, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from charterpress.adapting.differences import marked
from charterpress.adapting.machine import render_machine
from charterpress.adapting.status import render_status, standing


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Come on time.", "Come on time.", "Come on time."),
        ("Come on time.", "Come late.", "Come [-on time.-] {+late.+}"),
        ("Come.", "Come soon.", "[-Come.-] {+Come soon.+}"),
        ("We come", "We all come", "We {+all+} come"),
        ("", "New words", "{+New words+}"),
        ("Old words", "", "[-Old words-]"),
    ],
)
def test_marks(before: str, after: str, shown: str) -> None:
    """Words that went and came are marked by signs; all others stand as they are."""
    assert marked(before, after) == shown


def test_the_view(moved: Any) -> None:  # noqa: ANN401 - the project of conftest
    """Each side of a conflict stands below the words as they were, and what follows by itself is told apart."""
    _, adapted = moved.open()
    text = render_status(standing(adapted, 90, date(2026, 6, 1)))
    assert text.startswith(
        "ours: adapts 'shared' at version 1.0; that is at version 1.1 now.\n6 decisions are needed by 2026-07-30;"
    )
    assert (
        "  listen (line 18): they changed it too\n"
        "    text\n"
        "      before  Listen to you before we decide.\n"
        "      theirs  Listen to you {+well+} before we decide.\n"
        "      yours   Listen to you before {+and after+} we decide.\n"
    ) in text
    assert "      before  Come on time.\n      theirs  (taken out)\n      yours   as before\n" in text
    assert "      before  (not there)\n      theirs  Ask before we share.\n      yours   Ask you first.\n" in text
    follows = text.partition("They changed, and it follows by itself (4)")[2]
    assert "  explain: changed\n" in follows
    assert "  smile: new\n" in follows
    assert "  greet: taken out\n" in follows
    assert "\033" not in text


@pytest.mark.parametrize(("day", "late"), [(date(2026, 7, 30), False), (date(2026, 7, 31), True)])
def test_the_last_day(moved: Any, day: date, *, late: bool) -> None:  # noqa: ANN401 - the project of conftest
    """The last day of grace is still one; after it the view says that nothing is published."""
    _, adapted = moved.open()
    one = standing(adapted, 90, day)
    assert ("the last day was 2026-07-30" in render_status(one)) is late
    (given,) = json.loads(render_machine([one], ()))["adaptations"]
    assert (given["late"], given["decide_by"]) == (late, "2026-07-30")


def test_for_programs(moved: Any) -> None:  # noqa: ANN401 - the project of conftest
    """JSON has every promise in its three versions, and what must be decided."""
    _, adapted = moved.open()
    (given,) = json.loads(render_machine([standing(adapted, 90, date(2026, 6, 1))], ()))["adaptations"]
    assert given["decisions"] == ["listen", "on-time", "tidy", "ask", "call", "manners"]
    assert (given["version"], given["newest"]) == ("1.0", "1.1")
    found = {one["id"]: one for one in given["commitments"]}
    assert found["on-time"]["theirs"] is None
    assert found["on-time"]["yours"]["unless"] == "Not on feast days."
    assert (found["listen"]["line"], found["explain"]["line"]) == (18, None)
    assert given["orders"][0]["theirs"] == ["listen", "explain", "call", "smile"]


def test_nothing_newer(begin: Callable[..., Any]) -> None:
    """Where the source is as it was adapted, the view is short and says so."""
    _, adapted = begin().open()
    text = render_status(standing(adapted, 90, date(2026, 6, 1)))
    assert text.splitlines()[:2] == [
        "ours: adapts 'shared' at version 1.0; that has no newer version.",
        "Nothing needs a decision.",
    ]
    assert "They changed" not in text
