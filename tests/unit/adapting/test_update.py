"""Test what decisions make of an adaptation: only the lines of its changes, and just what was decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from charterpress.adapting.decisions import Asked, Choice
from charterpress.adapting.keeping import copies_to_keep
from charterpress.adapting.opened import Opened, open_adaptations
from charterpress.adapting.update import Update, plan_update
from charterpress.content.adaptation.comparison import Reason
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.work import key_of, target_of
from charterpress.content.writing import write_files
from charterpress.findings import CharterpressError, Finding

OURS = (Path(__file__).parent / "ours.yml").read_text("utf-8")


class Place(Protocol):
    """Say what these tests ask of the project on disk."""

    root: Path

    @property
    def path(self) -> Path:
        """Return the file of the adaptation."""

    @property
    def shared(self) -> Path:
        """Return the file of the charter that is adapted."""

    def bytes(self) -> bytes:
        """Return what the adaptation says now."""

    def write(self, text: str) -> None:
        """Write the adaptation."""

    def move(self, *changes: tuple[str, str]) -> None:
        """Publish the next version of the charter."""

    def open(self) -> tuple[Opened, Adapted]:
        """Return the project and its adaptation."""


Begin = Callable[..., Place]
Planned = tuple[Update | None, tuple[Finding, ...]]
KEEP_ALL, TAKE_ALL = Asked(rest=Choice.KEEP), Asked(rest=Choice.TAKE)


def planned(place: Place, asked: Asked) -> Planned:
    """Return what an update of the adaptation would be."""
    opened, adapted = place.open()
    return plan_update(opened, adapted, asked)


def updated(place: Place, asked: Asked) -> Update:
    """Update the adaptation, and return what was done."""
    update, findings = planned(place, asked)
    assert findings == ()
    assert update is not None
    update.write()
    return update


def edits(old: bytes, new: bytes) -> list[str]:
    """Return the lines that went and came, by their sign; every other line is the same to the byte."""
    rows, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    kept, lines = [], []
    for line in others:
        if line in rows:
            place = rows.index(line)
            lines += [f"-{one.decode().strip()}" for one in rows[:place]]
            kept.append(line)
            rows = rows[place + 1 :]
        else:
            lines.append(f"+{line.decode().strip()}")
    lines += [f"-{one.decode().strip()}" for one in rows]
    assert b"".join(kept)
    return lines


KEPT = [
    '+adapts: "shared@1.1"     # the council\'s',
    '-adapts: "shared@1.0"     # the council\'s',
    "+- add: on-time",
    "-- replace: on-time",
    "+text: Come on time.",
    "+to: manners",
    "+after: listen",
    "+- replace: ask",
    "-- add: ask",
    "-to: papers",
    "+without:",
    "+- detail",
    "+after: show",
    "-after: store",
    "+- smile",
    "-- greet      # comes first",
    "-- remove: store",
    "-because: We hold no papers.",
]


def test_keeping_all(moved: Place) -> None:
    """Each kind of conflict is kept in the way it needs; the new version is written, and its copy kept."""
    old = moved.bytes()
    update = updated(moved, KEEP_ALL)
    assert sorted(edits(old, moved.bytes())) == sorted(KEPT)
    assert update.left == ()
    assert [path.name for path in sorted((moved.root / "adapted").iterdir())] == ["shared@1.1.yml"]
    _, adapted = moved.open()
    assert not adapted.comparison.moved
    words = {one.id: one.text for one in adapted.charter.commitments()}
    assert words["listen"] == "Listen to you before and after we decide."
    assert (words["ask"], words["on-time"]) == ("Ask you first.", "Come on time.")
    assert "call" not in words


def test_taking_all(moved: Place) -> None:
    """All our changes go, and comments of their own lines stay; the charter is theirs."""
    updated(moved, TAKE_ALL)
    text = moved.bytes().decode()
    _, adapted = moved.open()
    assert adapted.charter.commitments() == adapted.source.commitments()
    assert adapted.adaptation.changes == ()
    for comment in ("# First what matters most.", "# They remove this one.", "# A remark between.", "# The end."):
        assert comment in text
    assert "changes: []\n" in text


def test_deciding_some(moved: Place) -> None:
    """What is decided is written; the adaptation stays at its version, and what is left is named."""
    old = moved.bytes()
    update = updated(moved, Asked(keep=("listen", "call"), take=("on-time",)))
    assert edits(old, moved.bytes()) == [
        '+decided_for: "1.1"',
        '+decided_for: "1.1"',
        "-- replace: on-time",
        "-unless: Not on feast days.",
        "-because: We keep feast days.",
    ]
    assert {one.message.split("'")[1] for one in update.left} == {"tidy", "ask", "manners"}
    assert {one.rule for one in update.left} == {"adapt-undecided"}
    assert all(one.line for one in update.left)
    assert [path.name for path in (moved.root / "adapted").iterdir()] == ["shared@1.0.yml"]
    rest = updated(moved, Asked(rest=Choice.KEEP))
    assert rest.left == ()
    assert not moved.open()[1].comparison.moved


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.NO_BLOCK])
def test_every_kind_both_ways(moved: Place, reason: Reason) -> None:
    """Each kind of conflict can be taken while all others are kept; taken, it is as they have it."""
    comparison = moved.open()[1].comparison
    (one,) = [each.id for each in comparison.conflicts if each.reason is reason]
    updated(moved, Asked(take=(one,), rest=Choice.KEEP))
    _, adapted = moved.open()
    assert adapted.comparison.conflicts == ()
    theirs = {each.id: each for each in adapted.source.commitments()}
    ours = {each.id: each for each in adapted.charter.commitments()}
    assert ours.get(one) == theirs.get(one)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends(moved: Place, begin: Begin, ending: str) -> None:
    """Line ends of other systems stay, and so does a last line without one; the edits are the same."""
    other = begin(moved.bytes().decode().rstrip("\n").replace("\n", ending), "other project")
    other.move()
    updated(moved, KEEP_ALL)
    updated(other, KEEP_ALL)
    assert other.bytes() == moved.bytes().rstrip(b"\n").replace(b"\n", ending.encode())


ODD = (
    ("because: |\n", "because: |+\n"),
    ("because: >\n", "because: >+\n"),
    (
        "    because: 'We have no phone: so we cannot.'\n",
        "    because: 'We have no phone: so we cannot.'\n      # or not\n",
    ),
    ("  - add: tidy\n", "  -\n    # It was mine.\n    add: tidy\n"),
)


@pytest.mark.parametrize("asked", [KEEP_ALL, TAKE_ALL, Asked(take=("call", "ask"), rest=Choice.KEEP)])
def test_texts_that_take_in_what_follows(begin: Begin, asked: Asked) -> None:
    """Texts that keep their empty lines stay as they are, and take in no comment of a change that is gone."""
    text = OURS
    for old, new in ODD:
        assert text.count(old) == 1
        text = text.replace(old, new)
    place = begin(text)
    place.move()
    updated(place, asked)
    _, adapted = place.open()
    assert adapted.comparison.conflicts == ()
    reasons = {target_of(one): one.because for one in adapted.adaptation.changes}
    assert reasons.get("listen", "Parents asked for it.\n\nTwice.").strip() == "Parents asked for it.\n\nTwice."


FLOW = """\
{kind: adaptation, id: ours, title: Our charter, summary: What we promise., version: "2",
 adapts: 'shared@1.0', from: shared,\tagreed_by: Our Forum, # who
 changes: [{replace: listen, text: "Listen: always.", because: We do.}, {remove: call, because: No phone.},
  {add: ask, to: papers, first: true, text: Ask you., because: So.},   # ours
  {reorder: papers, order: [ask, store, show], because: Ask first.}, ]}"""


@pytest.mark.parametrize(
    ("asked", "changes"),
    [
        (KEEP_ALL, ["replace", "remove", "replace", "reorder"]),
        (TAKE_ALL, []),
        (Asked(take=("call", "papers"), rest=Choice.KEEP), ["replace", "replace"]),
        (Asked(take=("listen",), keep=("ask",)), ["remove", "add", "reorder"]),
    ],
)
def test_everything_in_brackets(begin: Begin, asked: Asked, changes: list[str]) -> None:
    """A file in brackets from end to end is edited as well, on a tab and without a last line end."""
    place = begin(FLOW)
    place.move()
    updated(place, asked)
    _, adapted = place.open()
    assert [key_of(one) for one in adapted.adaptation.changes] == changes
    assert place.bytes().startswith(FLOW.encode()[:80])


GONE = (
    "      - id: visits\n        title: Visits\n        by: council\n        to: families\n"
    "        commitments:\n          - {id: visit, text: Visit you at home.}\n"
)
HEAD = "kind: adaptation\nid: ours\ntitle: Our charter\nsummary: What we promise.\nadapts: shared@1.0\nfrom: shared\n"


def test_a_block_that_is_gone(begin: Begin) -> None:
    """What stood in a block that they removed can be kept at the old version alone, and the message says so."""
    changes = (
        "changes:\n- {add: tea, to: visits, text: Have tea., because: So.}\n"
        "- replace: visit\n  text: Visit you often.\n  because: So.\n- remove: call\n  because: No phone."
    )
    place = begin(HEAD + changes)
    place.move(('version: "1.0"', 'version: "1.1"'), (GONE, ""))
    update = updated(place, KEEP_ALL)
    assert place.bytes().decode() == (HEAD + changes).replace(
        "because: So.}", 'because: So., decided_for: "1.1"}'
    ).replace("often.\n  because: So.", 'often.\n  because: So.\n  decided_for: "1.1"')
    assert sum("its block is gone" in note for note in update.notes) == 2
    _, adapted = place.open()
    assert (adapted.comparison.moved, adapted.comparison.conflicts) == (True, ())
    assert updated(place, KEEP_ALL).files == {}
    updated(place, Asked(take=("tea", "visit")))
    assert place.bytes().decode() == HEAD.replace("1.0", "1.1") + "changes:\n- remove: call\n  because: No phone."


def test_the_order_of_themes(begin: Begin) -> None:
    """An order of themes gets those that are there now; one of what is gone altogether is taken out."""
    place = begin(HEAD + "changes:\n- reorder: themes\n  order: [sharing, respect]\n  because: So.\n")
    text = place.shared.read_text("utf-8")
    place.move(('version: "1.0"', 'version: "1.1"'), (text[text.index("  - theme: sharing") :], ""))
    updated(place, KEEP_ALL)
    assert "order: [respect]\n" in place.bytes().decode()


def test_all_follows_by_itself(begin: Begin) -> None:
    """Without a conflict the new version is written, and nothing else; a second time there is nothing to do."""
    place = begin(HEAD + "changes: []   # none\n")
    place.move()
    old = place.bytes()
    updated(place, Asked())
    assert edits(old, place.bytes()) == ["+adapts: shared@1.1", "-adapts: shared@1.0"]
    again = updated(place, Asked())
    assert (again.files, again.gone) == ({}, ())


def test_a_copy_that_another_adaptation_needs(moved: Place) -> None:
    """The copy of the old version stays while another adaptation asks for it."""
    other = moved.path.with_name("other.yml")
    other.write_text(HEAD.replace("id: ours", "id: other"), "utf-8")
    updated(moved, KEEP_ALL)
    assert [path.name for path in sorted((moved.root / "adapted").iterdir())] == ["shared@1.0.yml", "shared@1.1.yml"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Asked(keep=("explain",)), "nothing about 'explain' needs a decision"),
        (Asked(take=("nowhere",)), "nothing about 'nowhere' needs a decision"),
        (Asked(keep=("listen",), take=("listen",)), "'listen' is to be kept and to be taken from them"),
    ],
)
def test_decisions_that_make_no_sense(moved: Place, asked: Asked, says: str) -> None:
    """A decision about what has no conflict, or two about one, is a finding with a line; nothing is planned."""
    update, findings = planned(moved, asked)
    assert update is None
    assert [(one.rule, one.message, one.line) for one in findings] == [("adapt-decision", says, 12)]


def test_what_makes_no_charter(begin: Begin) -> None:
    """Where the decisions leave a charter that cannot be, nothing is planned, and the findings say why."""
    place = begin(HEAD + "changes:\n- {replace: call, text: Call you., answers: greet, because: So.}\n")
    place.move(
        ('version: "1.0"', 'version: "1.1"'), ("parties:", "names:\n  - {id: area, meaning: Your area.}\nparties:")
    )
    old = place.bytes()
    opened, findings = open_adaptations(place.root, "ours")
    assert opened is not None
    assert [one.rule for one in findings] == ["unfilled-name"]
    # What was wrong before the update is no reason against it.
    update, problems = plan_update(opened, opened.adaptations["ours"], KEEP_ALL)
    assert (update is not None, problems) == (True, ())
    assert place.bytes() == old


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("because: Their 'store' goes.", "because: *gone", "yaml-alias"),
        ("  - remove: call", "  - &one\n    remove: call", "yaml-alias"),
        ("  - remove: call", "\t- remove: call", "yaml-syntax"),
        ("# Our own version.", "\N{ZERO WIDTH NO-BREAK SPACE}# Our own version.", "byte-order-mark"),
        ("  - remove: call", "  - remove: call\n    remove: call", "duplicate-key"),
        ("  - remove: call", "  - remove: call\n    text: No.", "unknown-key"),
        ("  - remove: call", "  - remove: nowhere", "change-missing"),
    ],
)
def test_a_file_with_something_wrong(moved: Place, old: str, new: str, rule: str) -> None:
    """A file that has something wrong with it makes no adaptation that could be updated; it is named with its line."""
    text = moved.bytes().decode()
    assert text.count(old) == 1
    moved.write(text.replace(old, new))
    opened, findings = open_adaptations(moved.root, "ours")
    assert opened is not None
    assert opened.adaptations == {}
    assert rule in {one.rule for one in findings}
    assert all(one.line for one in findings)


def test_a_file_in_another_encoding(moved: Place) -> None:
    """Windows-1252 is a finding, not a guess."""
    moved.path.write_bytes(moved.bytes().replace(b"# Our own version.", "# Für uns.".encode("cp1252")))
    opened, findings = open_adaptations(moved.root, "ours")
    assert opened is not None
    assert opened.adaptations == {}
    assert [one.rule for one in findings] == ["not-utf-8"]


def test_an_adaptation_that_is_not_there(moved: Place) -> None:
    """An unknown id stops the run, and those that there are are named."""
    with pytest.raises(CharterpressError, match=r"no adaptation 'mine'\. Known: ours\."):
        open_adaptations(moved.root, "mine")


def test_a_source_that_is_not_there(moved: Place) -> None:
    """A missing source is a finding; so is an old version of which there is no copy."""
    copy = moved.root / "adapted" / "shared@1.0.yml"
    copy.unlink()
    assert [one.rule for one in open_adaptations(moved.root)[1]] == ["source-version"]
    moved.shared.unlink()
    assert [one.rule for one in open_adaptations(moved.root)[1]] == ["missing-source"]


def test_a_form_that_cannot_be_edited(begin: Begin) -> None:
    """Where no edit gives a text that says what was decided, nothing is written, and the finding says what to do."""
    place = begin(HEAD + "changes: [{replace: listen, text: Listen., because: So.}   # alone\n  ,]\n")
    place.move()
    old = place.bytes()
    update, findings = planned(place, TAKE_ALL)
    assert update is None
    assert [(one.rule, one.line) for one in findings] == [("adapt-layout", 7)]
    assert "Nothing was written." in findings[0].hint
    assert place.bytes() == old


def test_words_without_a_new_version(begin: Begin) -> None:
    """Where they changed words and kept their version, decisions are noted beside the changes."""
    place = begin()
    place.move(
        ("Listen to you before we decide.", "Listen to you well before we decide."),
        ("Call you back.", "Call you soon."),
    )
    updated(place, KEEP_ALL)
    assert place.bytes().decode().count('decided_for: "1.0"') == 2
    _, adapted = place.open()
    assert adapted.comparison.conflicts == ()
    assert updated(place, KEEP_ALL).files == {}


def test_a_decision_that_asks_for_another(begin: Begin) -> None:
    """Where what is taken out was followed by a promise of ours, that one needs a decision now, and is named."""
    text = HEAD + (
        "changes:\n- {replace: on-time, text: Come soon., because: So.}\n"
        "- {add: wait, to: manners, after: on-time, text: Wait., because: So.}\n- {remove: call, because: So.}\n"
    )
    place = begin(text)
    place.move()
    first = updated(place, Asked(take=("on-time",)))
    assert {one.message.split("'")[1] for one in first.left} == {"wait", "call"}
    assert {one.line for one in first.left} == {8, 9}
    assert updated(place, KEEP_ALL).left == ()
    assert "after: explain" in place.bytes().decode()


def test_a_mirror_of_what_we_removed(begin: Begin) -> None:
    """Their promise can be taken although it answers one that we removed."""
    text = HEAD + "changes:\n- {replace: listen, text: Hear you., because: So.}\n- {remove: greet, because: So.}\n"
    place = begin(text)
    place.move(
        ('version: "1.0"', 'version: "1.1"'),
        ("{id: listen, text: Listen to you before we decide.}", "{id: listen, text: Listen., answers: greet}"),
    )
    assert updated(place, TAKE_ALL).left == ()
    assert "replace: listen" not in place.bytes().decode()


def test_what_they_took_out(begin: Begin) -> None:
    """What we say of names and of promises that they have taken out goes with them, so that the next build passes."""
    place = begin(
        OURS[: OURS.index("changes:")] + "changes:\n  - add: knock   # first\n    to: papers\n    answers: visit\n"
        "    text: Knock at the door.\n    because: We want it.\n"
    )
    old = place.shared.read_text("utf-8")
    named = "names:\n  - {id: area, meaning: The area., default: our area}\n"
    place.shared.write_text(
        old.replace("parties:", f"{named}parties:").replace("Greet you.", "'Greet {area}.'"), "utf-8"
    )
    place.write(place.bytes().decode().replace("changes:", "names: {area: Littleham}   # ours\nchanges:"))
    copy = place.root / "adapted" / "shared@1.0.yml"
    copy.unlink()
    files, _ = copies_to_keep(place.open()[0])
    write_files(files)
    place.move(
        ('version: "1.0"', 'version: "1.1"'),
        (named, ""),
        ("'Greet {area}.'", "Greet you."),
        ("{id: visit, text: Visit you at home.}", "{id: see, text: See you.}"),
    )
    updated(place, Asked())
    text = place.bytes().decode()
    assert "shared@1.1" in text
    assert "answers" not in text
    assert "names" not in text
    assert "knock   # first" in text
    place.open()
