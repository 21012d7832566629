"""Test the three-way view of an adaptation, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from charterpress.adapting.decisions import Asked, Choice
from charterpress.adapting.differences import marked
from charterpress.adapting.machine import render_machine
from charterpress.adapting.status import render_status, standing
from charterpress.adapting.update import plan_update
from charterpress.content.adaptation.conflicts import check_conflicts
from charterpress.findings import Level


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


MORE = """\
introduction:
  - Families met us.
principles:
  - id: corners
    title: Corners
    lead_in: "We go by these:"
    items:
      - {id: warmth, title: Warmth, text: We are warm.}
      - {id: truth, title: Truth, text: We are true.}
appendices:
  - {id: more, title: More, body: [See elsewhere.]}
contacts:
  - {id: desk, name: The desk, phone: "01632 960001"}
"""
MORE_NEW = (
    ("Families met us.", "Families met us twice.\n  - Staff came, too."),
    ("We go by these:", "We all go by these:"),
    ("We are warm.", "We are always warm."),
    (
        "papers\n        title: What the council shares\n        by: council",
        "papers\n        title: What the council shares\n        by: families",
    ),
    ("      - {id: truth, title: Truth, text: We are true.}\n", ""),
    ("    items:\n", "    items:\n      - {id: truth, title: Truth, text: We are true.}\n"),
    ("The desk", "The front desk"),
    ("01632 960001", "01632 960002"),
    ("title: Shared charter", "title: The shared charter"),
)


@pytest.fixture
def spoken(begin: Callable[..., Any]) -> Callable[[str], Any]:
    """Return what gives both versions of the charter more than promises, and the adaptation lines of its own."""

    def write(own: str) -> Any:  # noqa: ANN401 - the project of conftest
        place = begin((Path(__file__).parent / "ours.yml").read_text("utf-8") + own)
        for path in (place.shared, place.root / "adapted" / "shared@1.0.yml"):
            path.write_text(path.read_text("utf-8") + MORE, "utf-8")
        place.move(('version: "1.0"', 'version: "1.1"'), *MORE_NEW)
        return place

    return write


def test_an_introduction_of_our_own_stays(spoken: Callable[[str], Any]) -> None:
    """Where they changed what we have our own of, all three versions are shown; nothing says that it follows."""
    place = spoken("introduction:\n  - Parents met.\n")
    _, adapted = place.open()
    one = standing(adapted, 90, date(2026, 6, 1))
    stays, _, follows = render_status(one).partition("Other texts that they changed")
    line = place.bytes().decode().splitlines().index("introduction:") + 1
    assert "They also changed texts of which you have your own: title, contacts, introduction. Look at yours" in stays
    assert "They changed, and yours stays, since you have your own (3)\n" in stays
    assert (
        f"  introduction (line {line})\n"
        "      before  Families met us.\n"
        "      theirs  Families met [-us.-] {+us twice. Staff came, too.+}\n"
        "      yours   [-Families met us.-] {+Parents met.+}\n"
    ) in stays
    assert "introduction" not in follows
    (given,) = json.loads(render_machine([one], ()))["adaptations"]
    assert given["others"][0] | {"line": 0} == {
        "context": "title",
        "state": "own",
        "line": 0,
        "before": "Shared charter",
        "theirs": "The shared charter",
        "yours": "Our charter",
    }
    own = {text["context"] for text in given["others"] if text["state"] == "own"}
    assert own == {"title", "introduction", "contacts"}
    assert given["decisions"] == []
    notes = [each for each in check_conflicts(adapted, 90, date(2026, 6, 1)) if each.rule == "own-text"]
    assert [(each.level, each.line) for each in notes] == [(Level.NOTE, line - 2), (Level.NOTE, line)]
    assert "'introduction'" in notes[1].message


def test_a_part_that_is_called_like_a_key_follows(spoken: Callable[[str], Any]) -> None:
    """A block whose id is 'introduction' is none: where that is our own, its heading follows all the same."""
    place = spoken("introduction:\n  - Parents met.\n")
    for path in (place.shared, place.root / "adapted" / "shared@1.0.yml"):
        path.write_text(path.read_text("utf-8").replace("id: visits", "id: introduction"), "utf-8")
    place.move(("title: Visits", "title: Visits at home"))
    _, adapted = place.open()
    assert [(text.context, text.own) for text in adapted.comparison.others if "introduction" in text.context] == [
        ("introduction", ("introduction",)),
        ("introduction.title", None),
    ]


def test_nothing_follows_in_silence(spoken: Callable[[str], Any]) -> None:
    """Lead-ins, principles and an introduction that follow are shown, and what is no text is named in a line."""
    _, adapted = spoken("").open()
    one = standing(adapted, 90, date(2026, 6, 1))
    follows = render_status(one).partition("Other texts that they changed; they follow by themselves\n")[2]
    assert "  introduction\n      before  Families met us.\n      theirs  Families met" in follows
    assert "  corners.lead_in\n      before  We go by these:\n      theirs  We {+all+} go by these:\n" in follows
    assert "  warmth.text\n" in follows
    assert "Also changed, and taken over: order of corners, papers.by.\n" in follows
    # The contacts are our own: neither their words nor their number come to our site.
    assert "desk" not in follows


def test_an_update_leaves_what_is_our_own(spoken: Callable[[str], Any]) -> None:
    """When the adaptation moves on, its introduction is as it was, and a note says that theirs changed."""
    place = spoken("introduction:\n  - Parents met.\n")
    opened, adapted = place.open()
    update, findings = plan_update(opened, adapted, Asked(rest=Choice.TAKE))
    assert findings == ()
    assert update is not None
    assert "introduction: they changed theirs; yours stays" in update.notes
    update.write()
    assert place.bytes().decode().endswith("introduction:\n  - Parents met.\n")
    _, adapted = place.open()
    assert adapted.charter.introduction == ("Parents met.",)
    assert adapted.comparison.others == adapted.comparison.also == ()
