"""Test what documents say about each other and about themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.findings import Finding

Only = Callable[[str], Finding]
Edit = Callable[[str, str, str], int]

CHARTER, GUIDANCE = "docs/charters/family.yml", "docs/guidance/rules.yml"
GUIDE, THEME = "docs/guides/involved.yml", "docs/themes/listening.yml"
PART = "guidance:rules has no part with the id"


@pytest.mark.parametrize(
    ("name", "old", "new", "message", "hint"),
    [
        (
            CHARTER,
            "theme: listening\n    promises",
            "theme: listning\n    promises",
            "no theme 'listning'",
            "listening",
        ),
        (CHARTER, "theme: listening\n      by", "theme: trust\n      by", "no theme 'trust'", "Known: listening."),
        (CHARTER, "theme: listening\n    promises", "theme: rules\n    promises", "no theme 'rules'", "listening"),
        (CHARTER, "by: parents\n", "by: parent\n", "no party 'parent' in this charter", "parents"),
        (CHARTER, "to: services\n", "to: school\n", "no party 'school' in this charter", "parents, services"),
        (CHARTER, "answers: hear-you", "answers: hear-yu", "no commitment 'hear-yu' in this charter", "hear-you"),
        (CHARTER, "rules#reply", "rules#repply", f"{PART} 'repply'", "reply"),
        (CHARTER, "rules#reply", "ruls#reply", "no guidance 'ruls'", "rules"),
        (CHARTER, "rules#reply", "family#hear-you", "no guidance 'family'", "rules"),
        (CHARTER, "](#advocate)", "](#advocat)", "charter:family has no part with the id 'advocat'", "advocate"),
        (GUIDE, "cites: [rules#reply]", "cites: [rules#replyy]", f"{PART} 'replyy'", "reply"),
        (GUIDE, "](guidance:rules#reply)", "](guidance:rules#no)", f"{PART} 'no'", "letters"),
        (GUIDE, "](guidance:rules#reply)", "](theme:respect)", "no theme 'respect'", "listening"),
        (GUIDE, "](guidance:rules#reply)", "](charter:rules)", "no charter 'rules'", "family"),
        (GUIDE, '"charter:family"', '"charter:famly"', "no charter 'famly'", "family"),
        (GUIDE, '"charter:family"', '"guide:family"', "no guide 'family'", "involved"),
        (GUIDANCE, "edition: edition-old", "edition: edition-odd", "no edition 'edition-odd'", "edition-old"),
        (
            GUIDANCE,
            "replaced_by: edition-new",
            "replaced_by: next",
            "no edition 'next' in this guidance",
            "edition-old",
        ),
    ],
)
def test_a_missing_reference(  # noqa: PLR0913 - a case has five parts
    sample: Path, edit: Edit, only: Only, *, name: str, old: str, new: str, message: str, hint: str
) -> None:
    """What is referred to and is not there is reported where the reference stands, with what may be meant."""
    line = edit(name, old, new)
    finding = only("missing-reference")
    assert (finding.file, finding.line, finding.level) == (sample / name, line, "error")
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (CHARTER, "rules#reply", "rules"),
        (CHARTER, "rules#reply", '"rules#"'),
        (GUIDE, "cites: [rules#reply]", "cites: [rules]"),
        (CHARTER, "](#advocate)", "](#)"),
    ],
)
def test_a_reference_without_a_part(edit: Edit, only: Only, name: str, old: str, new: str) -> None:
    """Where a part of a document must be named, the name of the document alone is not enough."""
    line = edit(name, old, new)
    finding = only("missing-reference")
    assert finding.line == line
    assert finding.message.endswith("is named without one of its parts")
    assert "#" in finding.hint


@pytest.mark.parametrize("part", ["letters", "reply-soon", "reply"])
def test_any_part_may_be_cited(edit: Edit, sample: Path, part: str) -> None:
    """A section, a provision or one of its items may be cited."""
    edit(CHARTER, "rules#reply", f"rules#{part}")
    assert [finding for finding in load_library(sample / "docs").findings if finding.level == "error"] == []


def test_many_documents_are_not_listed(sample: Path, edit: Edit, only: Only) -> None:
    """Where there are many documents of a kind, the hint does not list them all."""
    for number in range(30):
        path = sample / "docs" / "themes" / f"t{number}.yml"
        path.write_text(f"kind: theme\nid: t{number}\ntitle: T\nsummary: We care.\n", encoding="utf-8")
    edit(CHARTER, "theme: listening\n    promises", "theme: courage\n    promises")
    assert only("missing-reference").hint == "Check the theme."


def test_the_name_of_the_file_with_all_documents(edit: Edit, only: Only, sample: Path) -> None:
    """No document may be called as the file with the data of all documents is."""
    line = edit(GUIDE, "id: involved", "id: all")
    finding = only("reserved-id")
    assert (finding.file, finding.line, finding.level) == (sample / GUIDE, line, "error")
    assert finding.message == "the id 'all' is that of the file with the data of all documents"


def test_an_id_used_twice(edit: Edit, only: Only, sample: Path) -> None:
    """An id that is used twice in a document is reported at its second place, with the line of the first."""
    line = edit(CHARTER, "id: papers", "id: hear-you")
    finding = only("duplicate-id")
    assert (finding.file, finding.line) == (sample / CHARTER, line)
    first = (sample / CHARTER).read_text(encoding="utf-8").split("id: hear-you")[0].count("\n") + 1
    assert finding.message == f"the id 'hear-you' is used twice, first on line {first}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: ladder", "id: office"),
        ("id: rung-told", "id: everyone"),
        ("id: learn-more", "id: learn"),
        ("{id: law,", "{id: advocate,"),
    ],
)
def test_ids_of_different_parts(edit: Edit, only: Only, old: str, new: str) -> None:
    """Parts of different sorts share one page, so they may not share an id."""
    edit(CHARTER, old, new)
    assert only("duplicate-id").message.startswith(f"the id '{new.split()[1].rstrip(',')}' is used twice")


def test_a_note_that_is_not_written(edit: Edit, only: Only) -> None:
    """A call of a note that is not there is reported at the text that calls it."""
    line = edit(CHARTER, "What we promise each other.[^law]", "What we promise each other.[^lawn]")
    finding = only("missing-note")
    assert (finding.line, finding.level) == (line, "error")
    assert "'lawn'" in finding.message


def test_a_note_that_is_never_called(edit: Edit, only: Only) -> None:
    """A note that no text calls is a warning: the reader would never come to it."""
    line = edit(CHARTER, "notes:\n", "notes:\n  - {id: lonely, text: Nobody calls.}\n")
    finding = only("uncalled-note")
    assert (finding.line, finding.level) == (line + 1, "warning")
    assert "[^lonely]" in finding.hint


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        (CHARTER, "Answer your letters.", '"Answer <b>your</b> letters."', "raw-html"),
        (CHARTER, "title: Meetings", 'title: "Meetings <br>"', "raw-html"),
        (CHARTER, "name: Services,", 'name: "<i>Services",', "raw-html"),
        (CHARTER, "term: Advocate", 'term: "<i>Advocate"', "raw-html"),
        (GUIDANCE, "Reply soon.", '"Reply [soon](javascript:alert)."', "unsafe-link"),
        (GUIDE, "It helps your child.", '"It [helps](JAVASCRIPT:x)."', "unsafe-link"),
        (THEME, "To listen is to take time.", '"To [listen](java&Tab;script&colon;x)."', "unsafe-link"),
        (THEME, "To listen is to take time.", '"To [listen](data:text/html,x)."', "unsafe-link"),
    ],
)
def test_texts_are_judged(  # noqa: PLR0913 - a case has four parts
    sample: Path, edit: Edit, *, name: str, old: str, new: str, rule: str
) -> None:
    """Raw HTML and unsafe links are reported in every text of every kind of document, labels included."""
    line = edit(name, old, new)
    found = [finding for finding in load_library(sample / "docs").findings if finding.level == "error"]
    assert {(finding.rule, finding.file, finding.line) for finding in found} == {(rule, sample / name, line)}


def test_a_jump_in_printed_numbers(edit: Edit, only: Only, sample: Path) -> None:
    """Guidance whose printed numbers jump gets a warning at the number."""
    line = edit(GUIDANCE, "definitions:\n", "  - {id: later, number: '3.3', title: Later}\ndefinitions:\n")
    finding = only("number-jump")
    assert (finding.file, finding.line, finding.level) == (sample / GUIDANCE, line, "warning")


def test_an_edition_that_was_replaced(sample: Path) -> None:
    """A guide that cites a replaced edition gets a warning where it cites it."""
    found = [f for f in load_library(sample / "docs").findings if f.rule == "superseded-edition"]
    assert {(f.level, f.file) for f in found} == {("warning", sample / CHARTER), ("warning", sample / GUIDE)}
    assert all("in its edition of 2018" in f.message for f in found)


def test_the_newest_edition(sample: Path, edit: Edit) -> None:
    """A provision of the newest edition gives no warning."""
    edit(GUIDANCE, "edition: edition-old", "edition: edition-new")
    assert load_library(sample / "docs").findings == ()
