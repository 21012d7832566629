"""Test what becomes of an adaptation when the adapted charter has a new version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.adaptation.comparison import Compared, Reason, State
from charterpress.content.adaptation.conflicts import check_conflicts, last_day
from charterpress.content.adaptation.copies import copy_path, load_copy
from charterpress.content.adaptation.keep import kept_copy, write_copy
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.versions import is_older
from charterpress.content.library import Library
from charterpress.content.model import Adaptation, AdaptedCharter
from charterpress.content.shelf import read_shelf
from charterpress.findings import Level

FAMILY = "shared/docs/charters/family.yml"
PAPERS = "        - {id: papers, text: Send the papers in time.}\n"
BLOCK = "        commitments:\n          - id: hear-you\n"
ANSWER = (
    "          - id: answer-you\n            text: Answer your letters.\n            detail: We answer in writing.\n"
    "            examples: [A letter about school]\n            unless: We may not, if it puts a child at risk.\n"
    "            within: {time: Within 5 days, starts: The time runs from the day your letter comes.}\n"
    "            where_possible: true\n"
)

Change = Callable[..., int]


@pytest.fixture
def kept(ours: Path, change: Change) -> Path:
    """Keep a copy of the adapted charter, then give the source version 1.3."""
    root = ours.parents[2]
    shelf = read_shelf(root, root / "docs")
    adaptation = shelf.documents["ours"]
    assert isinstance(adaptation, Adaptation)
    copy, findings = kept_copy(adaptation, shelf)
    assert findings == ()
    assert copy is not None
    write_copy(*copy)
    change('version: "1.2"', 'version: "1.3"\napproved: 2026-10-01', FAMILY)
    return copy[0]


def compared(adapted: Adapted, identifier: str) -> Compared:
    """Return the three versions of a commitment."""
    return next(one for one in adapted.comparison.commitments if one.id == identifier)


def test_a_copy_is_the_charter_as_it_was(ours: Path, kept: Path) -> None:
    """A kept copy can be read back, has the named places open, and says in its name which version it is."""
    root = ours.parents[2]
    assert kept == copy_path(root, "family", "1.2")
    found, findings = load_copy(root, "family", "1.2")
    assert findings == ()
    assert found is not None
    assert "Hear {body} out in {area}." in {one.text for one in found[0].commitments()}
    assert [path.name for path in kept.parent.iterdir()] == ["family@1.2.yml"]


def test_what_nobody_changed_follows(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """What we did not change follows the new version: words, new promises, and those that are gone."""
    assert kept.is_file()
    change("'Hear {body} out in {area}.'", "Hear you out well.", FAMILY)
    change(
        BLOCK,
        BLOCK.replace("- id: hear-you", "- {id: ask-you, text: Ask you first.}\n          - id: hear-you"),
        FAMILY,
    )
    change("    order: [answer-you, hear-you, call-back]", "    order: [answer-you, ask-you, hear-you, call-back]")
    change("What parents can expect", "What to expect", FAMILY)
    made = adapted()
    texts = {one.id: one.text for one in made.charter.commitments()}
    assert texts["hear-services"] == "Hear you out well."
    assert texts["answer-you"] == "Answer your letters and calls."
    states = {one.id: one.state for one in made.comparison.commitments}
    assert states == {
        "answer-you": State.OURS,
        "ask-you": State.NEW,
        "hear-you": State.SAME,
        "call-back": State.ADDED,
        "hear-services": State.FOLLOWED,
        "papers": State.REMOVED,
    }
    assert made.comparison.moved
    assert [(one.context, one.base, one.theirs) for one in made.comparison.others] == [
        ("services-listen.title", "What parents can expect", "What to expect")
    ]
    assert made.comparison.orders[0].state is State.OURS
    assert made.comparison.conflicts == ()
    origin = made.charter.adaptation
    assert (origin.version, origin.newest) == ("1.2", "1.3")
    assert origin.newer is not None


CONFLICTS = [
    ("text: Answer your letters.", "text: Answer your letters soon.", "answer-you", Reason.BOTH_CHANGED),
    (ANSWER, "", "answer-you", Reason.THEY_REMOVED),
    ("Send the papers in time.", "Send all papers in time.", "papers", Reason.WE_REMOVED),
    (
        BLOCK,
        BLOCK.replace("- id: hear", "- {id: call-back, text: Call.}\n          - id: hear"),
        "call-back",
        Reason.BOTH_ADDED,
    ),
]


@pytest.mark.parametrize(("old", "new", "identifier", "reason"), CONFLICTS, ids=[one[3].name for one in CONFLICTS])
def test_what_both_sides_changed(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    old: str, new: str, identifier: str, reason: Reason, adapted: Callable[[], Adapted], kept: Path, change: Change
) -> None:
    """What both sides changed must be decided; until then our words stand."""
    assert kept.is_file()
    before = adapted().charter.commitments()
    change(old, new, FAMILY)
    made = adapted()
    found = compared(made, identifier)
    assert (found.state, found.reason, found.decided) == (State.CONFLICT, reason, False)
    assert found in made.comparison.conflicts
    assert {one.id: one for one in made.charter.commitments()} == {one.id: one for one in before}


def test_a_change_that_they_took_over(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Where they have made our own change, nothing must be decided."""
    assert kept.is_file()
    change("text: Answer your letters.", "text: Answer your letters and calls.", FAMILY)
    made = adapted()
    assert made.comparison.conflicts == ()
    assert compared(made, "answer-you").state is State.OURS


def test_a_decided_conflict_is_quiet(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """A change that says for which version it was decided is no open conflict, and stands on the new words."""
    assert kept.is_file()
    change("detail: We answer in writing.", "detail: We answer in plain words.", FAMILY)
    assert [one.id for one in adapted().comparison.conflicts] == ["answer-you"]
    change("    because: Families call us.", '    because: Families call us.\n    decided_for: "1.3"')
    made = adapted()
    assert made.comparison.conflicts == ()
    answered = next(one for one in made.charter.commitments() if one.id == "answer-you")
    assert (answered.text, answered.detail) == ("Answer your letters and calls.", "We answer in plain words.")


def test_an_order_that_no_longer_fits(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Where they added a promise to a block that we put into order, ours stands and theirs finds its place in it."""
    assert kept.is_file()
    change(
        BLOCK,
        BLOCK.replace("- id: hear-you", "- {id: ask-you, text: Ask you first.}\n          - id: hear-you"),
        FAMILY,
    )
    made = adapted()
    assert [one.reason for one in made.comparison.conflicts] == [Reason.ORDER]
    ids = [one.id for one in made.charter.commitments()][:4]
    assert ids == ["ask-you", "answer-you", "hear-you", "call-back"]


def test_a_place_that_is_gone(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Where the promise that ours follows is gone, or its whole block, ours stands and must be decided."""
    assert kept.is_file()
    change(
        "  - reorder: services-listen\n    order: [answer-you, hear-you, call-back]\n    because: Letters first.\n", ""
    )
    change(
        "          - id: hear-you\n            text: Hear you and your [advocate](#advocate).[^law]\n"
        "            backed_by: [rules#reply]\n",
        "",
        FAMILY,
    )
    change(", answers: hear-you", "", FAMILY)
    made = adapted()
    assert [(one.id, one.reason) for one in made.comparison.conflicts] == [("call-back", Reason.NO_PLACE)]
    assert "call-back" in {one.id for one in made.charter.commitments()}


@pytest.mark.parametrize(
    ("decide_by", "today", "level"),
    [
        ("", date(2026, 12, 30), Level.WARNING),
        ("", date(2026, 12, 31), Level.ERROR),
        ("decide_by: 2027-03-31\n", date(2027, 3, 31), Level.WARNING),
        ("decide_by: 2027-03-31\n", date(2027, 4, 1), Level.ERROR),
    ],
)
def test_the_time_to_decide(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    decide_by: str, today: date, level: Level, adapted: Callable[[], Adapted], kept: Path, change: Change
) -> None:
    """A conflict is a warning at its change until the last day, and an error from then on."""
    assert kept.is_file()
    change("text: Answer your letters.", "text: Answer your letters soon.", FAMILY)
    change("adapts:", f"{decide_by}adapts:")
    (finding,) = check_conflicts(adapted(), 90, today)
    assert (finding.rule, finding.level, finding.file) == ("adaptation-conflict", level, adapted().adaptation_file.path)
    assert finding.line == 13 + decide_by.count("\n")
    assert "'answer-you'" in finding.message
    assert "decided_for" in finding.hint


def test_without_a_date_there_is_no_grace(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Where nobody knows when the new version was approved, a conflict is an error at once."""
    assert kept.is_file()
    change("\napproved: 2026-10-01", "", FAMILY)
    change("text: Answer your letters.", "text: Answer your letters soon.", FAMILY)
    assert last_day(adapted(), 90) is None
    assert [one.level for one in check_conflicts(adapted(), 90, date(2026, 10, 2))] == [Level.ERROR]


def test_a_copy_that_is_missing_is_told(adapted: Callable[[], Adapted]) -> None:
    """Without a kept copy there is a note that says how to keep one."""
    assert [(one.rule, one.level) for one in check_conflicts(adapted(), 90, date(2026, 10, 1))] == [
        ("no-copy", Level.NOTE)
    ]


def test_a_source_that_moved_on_is_told(adapted: Callable[[], Adapted], kept: Path) -> None:
    """A new version that nothing must be decided about is a note, no more."""
    assert kept.is_file()
    assert [(one.rule, one.level) for one in check_conflicts(adapted(), 90, date(2030, 1, 1))] == [
        ("source-moved", Level.NOTE)
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("version: '1.2'", "version: '1.1'", "wrong-copy"),
        ("id: family", "id: other", "wrong-copy"),
        ("title:", "titel:", "missing-key"),
        ("kind: charter", "kind: [charter", "yaml-syntax"),
    ],
)
def test_a_copy_that_was_spoilt(old: str, new: str, rule: str, load: Callable[[], Library], kept: Path) -> None:
    """A copy that is not what its name says is reported with its file, and no charter is made."""
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace(old, new, 1), encoding="utf-8")
    library = load()
    assert rule in {finding.rule for finding in library.findings if finding.file == kept}
    assert "ours" not in library.documents


def test_a_copy_of_an_adaptation(ours: Path, change: Change, load: Callable[[], Library]) -> None:
    """What adapts an adaptation keeps the charter that this makes, put together from all its files."""
    root = ours.parents[2]
    text = ours.read_text(encoding="utf-8").split("changes:")[0]
    ours.with_name("town.yml").write_text(
        text.replace("id: ours", "id: town").replace("family@1.2\nfrom: shared", "ours@1.0"), encoding="utf-8"
    )
    shelf = read_shelf(root, root / "docs")
    adaptation = shelf.documents["town"]
    assert isinstance(adaptation, Adaptation)
    copy, _ = kept_copy(adaptation, shelf)
    assert copy is not None
    write_copy(*copy)
    found, findings = load_copy(root, "ours", "1.0")
    assert findings == ()
    assert found is not None
    assert [one.id for one in found[0].commitments()] == ["answer-you", "hear-you", "call-back", "hear-services"]
    made = load().documents["town"]
    assert isinstance(made, AdaptedCharter)
    assert [origin.id for origin in made.adaptation.chain] == ["ours", "family"], (
        "a copy that is the same hides nothing"
    )
    change("- remove: papers", "- remove: paper")
    assert kept_copy(adaptation, read_shelf(root, root / "docs"))[0] is None


@pytest.mark.parametrize(
    ("one", "other", "older"),
    [
        ("1.9", "1.10", True),
        ("1.10", "1.9", False),
        ("1", "1.0", False),
        ("1", "1.1", True),
        ("2025-12", "2026-01", True),
        ("1.0-draft", "1.0", False),
    ],
)
def test_which_version_is_older(one: str, other: str, older: bool) -> None:  # noqa: FBT001 - a column of a table
    """Versions are compared number by number; what has words in it is not compared."""
    assert is_older(one, other) is older


@pytest.mark.parametrize("version", ["1.1 (draft)", "../../x", "1" * 41])
def test_a_version_that_cannot_be_named(
    version: str, kept: Path, load: Callable[[], Library], change: Change, ours: Path
) -> None:
    """A version that can stand in no adaptation and in no name of a file is an error, and nothing is kept."""
    assert kept.is_file()
    change('version: "1.3"', f'version: "{version}"', FAMILY)
    (finding,) = (each for each in load().findings if each.level == "error")
    assert (finding.rule, finding.file) == ("source-version", ours)
    shelf = read_shelf(ours.parents[2], ours.parents[1])
    adaptation = shelf.documents["ours"]
    assert isinstance(adaptation, Adaptation)
    copy, findings = kept_copy(adaptation, shelf)
    assert (copy, [each.rule for each in findings]) == (None, ["source-version"])


def test_a_version_that_is_gone(kept: Path, load: Callable[[], Library], change: Change) -> None:
    """A source that has lost its version is an error, with a copy as without one."""
    assert kept.is_file()
    change('version: "1.3"\n', "", FAMILY)
    assert [each.rule for each in load().findings if each.level == "error"] == ["source-version"]


def warned(made: Adapted) -> list[str]:
    """Return the rules of what is said about versions."""
    return [each.rule for each in check_conflicts(made, 90, date(2026, 10, 2)) if each.level is not Level.NOTE]


def test_a_source_that_went_back(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """A source at an older version than the one that is adapted is no new version."""
    assert kept.is_file()
    change('version: "1.3"', 'version: "1.1"', FAMILY)
    assert warned(adapted()) == ["source-older"]


def test_a_source_that_changed_under_one_version(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Promises that changed while the version did not are pointed out."""
    assert kept.is_file()
    change('version: "1.3"', 'version: "1.2"', FAMILY)
    assert warned(adapted()) == []
    change("'Hear {body} out in {area}.'", "Hear you out well.", FAMILY)
    assert warned(adapted()) == ["source-same-version"]


def test_a_decision_for_a_version_that_is_not_there(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """A change that was decided for a version that nobody has seen yet is pointed out."""
    assert kept.is_file()
    line = change("    because: Families call us.", '    decided_for: "9.9"\n    because: Families call us.')
    (finding,) = (each for each in check_conflicts(adapted(), 90, date(2026, 10, 2)) if each.rule == "decided-early")
    assert (finding.level, finding.line) == (Level.WARNING, line)


def test_a_broken_copy_is_put_back(kept: Path, load: Callable[[], Library]) -> None:
    """Nobody is asked to mend a copy by hand."""
    kept.write_text("", encoding="utf-8")
    (finding,) = (each for each in load().findings if each.level == "error")
    assert (finding.file, "adapt keep" in finding.hint) == (kept, True)


def test_a_name_that_they_dropped(
    adapted: Callable[[], Adapted], kept: Path, change: Change, load: Callable[[], Library]
) -> None:
    """A name that the charter had when it was adapted, and has no more, is a warning: it harms nobody."""
    assert kept.is_file()
    change("names:\n  area: Northshire", "names:\n  area: Northshire\n  body: The board")
    change("  - {id: body, meaning: Who runs things., default: the council}\n", "", FAMILY)
    change("'Hear {body} out in {area}.'", "'Hear us out in {area}.'", FAMILY)
    assert adapted().comparison.moved
    assert [each.level for each in load().findings if each.rule == "unknown-name"] == [Level.WARNING]


def test_what_answers_a_promise_that_they_dropped(
    adapted: Callable[[], Adapted], kept: Path, change: Change, load: Callable[[], Library]
) -> None:
    """A promise of ours that answers one of theirs goes on without it when they take it out."""
    assert kept.is_file()
    change("    text: Call you back.\n", "    text: Call you back.\n    answers: hear-services\n")
    assert next(one for one in adapted().charter.commitments() if one.id == "call-back").answers == "hear-services"
    theirs = "{id: hear-services, text: 'Hear {body} out in {area}.', answers: hear-you}"
    change(theirs, "{id: new-one, text: Hear us.}", FAMILY)
    assert next(one for one in adapted().charter.commitments() if one.id == "call-back").answers is None
    assert [each.level for each in load().findings if each.rule == "answers-gone"] == [Level.WARNING]


def test_notes_of_theirs_in_our_words(adapted: Callable[[], Adapted], kept: Path, change: Change) -> None:
    """Our words may call a note of theirs, also one that they have taken out since."""
    assert kept.is_file()
    change("text: Call you back.", 'text: "Call you back.[^law]"')
    assert "law" in {note.id for note in adapted().charter.notes}
    change('notes:\n  - {id: law, text: "See [the law](https://law.example/act?a=1&b=2)."}\n', "", FAMILY)
    change("Hear you and your [advocate](#advocate).[^law]", "Hear you and your [advocate](#advocate).", FAMILY)
    change("each other.[^law]", "each other.", FAMILY)
    assert "law" in {note.id for note in adapted().charter.notes}


def test_a_file_in_the_way_of_copies(ours: Path) -> None:
    """A file named as the folder of copies is named, and nothing is written."""
    root = ours.parents[2]
    (root / "adapted").write_text("mine", encoding="utf-8")
    shelf = read_shelf(root, root / "docs")
    adaptation = shelf.documents["ours"]
    assert isinstance(adaptation, Adaptation)
    copy, (finding,) = kept_copy(adaptation, shelf)
    assert (copy, finding.file) == (None, root / "adapted")
