"""Test starting documents: what is written is in order at once, whatever was answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.check import check
from charterpress.editing.schemaline import PLACE
from charterpress.editing.tidying import tidy
from charterpress.findings import CharterpressError, Level
from charterpress.new.documents import QUESTIONS, Place, Started, open_place, start_document
from charterpress.new.questions import settle

Edit = Callable[[str, str, str], int]

GIVEN = {
    "charter": {"title": "Our promise: to you", "theme": "Being kind & fair", "by": "The school", "short": "kind"},
    "guidance": {"title": "First visits", "issuer": "Littleham Council"},
    "guide": {"title": "Can I bring a friend?", "answer": 'Yes. Say "my friend" is with you: # and that is it.'},
}


def place(root: Path) -> Place:
    """Return a project that is in order."""
    opened, findings = open_place(root)
    assert findings == ()
    assert opened is not None
    return opened


def start(root: Path, kind: str, **given: str) -> Started:
    """Start a document, and return what was written."""
    opened = place(root)
    started, findings = start_document(opened, kind, settle(QUESTIONS[kind](opened), given))
    assert findings == ()
    assert started is not None
    return started


@pytest.mark.parametrize("kind", sorted(GIVEN))
def test_a_new_document(sample: Path, kind: str) -> None:
    """A new document is found by a check without errors, is tidy, names the schema, and says what was answered."""
    before = {finding.message for finding in check(sample).findings if finding.level is Level.ERROR}
    started = start(sample, kind, **GIVEN[kind])
    checked = check(sample)
    errors = [finding for finding in checked.findings if finding.level is Level.ERROR]
    assert [finding for finding in errors if finding.message not in before] == []
    path = sample / started.written[0]
    assert checked.library.documents[path.stem].title == GIVEN[kind]["title"]
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../.charterpress/")
    assert (sample / PLACE).is_file()
    for written in started.written:
        if written.suffix == ".yml":
            assert not tidy(sample / written).changed
    assert "charterpress check" in str(started)


def test_a_theme(sample: Path) -> None:
    """A charter takes a theme that is there, by its id or its title; words for a new one make a theme."""
    assert [path.name for path in start(sample, "charter", title="One", theme="listening").written][:1] == ["one.yml"]
    assert len(start(sample, "charter", title="Two", theme="LISTENING").written) == 1
    third = start(sample, "charter", title="Being kind", theme="being kind")
    assert [path.as_posix() for path in third.written] == [
        "docs/charters/being-kind.yml",
        "docs/themes/being-kind-theme.yml",
    ]


def test_ids_are_unique(sample: Path) -> None:
    """Two documents of one title have two ids; one that the site had once is not given again."""
    (sample / "addresses.yml").write_text("charters/plan:\ncharters/plan-2:\n", encoding="utf-8")
    assert start(sample, "charter", title="Plan").written[0].stem == "plan-3"
    assert start(sample, "guide", title="Plan", answer="Yes.").written[0].stem == "plan"
    assert start(sample, "guidance", title="Interface").written[0].stem == "interface-2"


@pytest.mark.parametrize("wanted", ["family", "interface", "all", "accessibility", "cp-x"])
def test_an_id_that_is_taken(sample: Path, wanted: str) -> None:
    """An id that cannot be had is refused; nothing is written."""
    with pytest.raises(CharterpressError, match="is taken"):
        start(sample, "charter", title="Plan", id=wanted)
    assert not (sample / PLACE).exists()


def test_a_file_in_the_way(sample: Path) -> None:
    """A file of that name is never overwritten; the theme is not written either."""
    path = sample / "docs/charters/family.yml"
    path.rename(path.with_name("plan.yml"))
    with pytest.raises(CharterpressError, match=r"never overwritten: docs/charters/plan\.yml"):
        start(sample, "charter", title="Plan", theme="Something new")
    assert not (sample / "docs/themes/something-new.yml").exists()


def test_answers_that_cannot_be(sample: Path) -> None:
    """What makes a document that is wrong is a finding; nothing is written."""
    opened = place(sample)
    answers = settle(QUESTIONS["guide"](opened), {"title": "Why?", "answer": "<b>Because</b>"})
    started, findings = start_document(opened, "guide", answers)
    assert started is None
    assert {finding.rule for finding in findings} == {"raw-html"}
    assert not (sample / "docs/guides/why.yml").exists()


def test_a_project_with_errors(sample: Path, edit: Edit) -> None:
    """With an error in a document nothing can be started: ids could not be known."""
    edit("docs/charters/family.yml", "title: Meetings", "titel: Meetings")
    opened, findings = open_place(sample)
    assert opened is None
    assert findings
