"""Test making a charter out of an adaptation, and what keeps one from being made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.adaptation.given import check_languages
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.library import Library
from charterpress.content.model import AdaptedCharter, Charter
from charterpress.content.texts import texts_of
from charterpress.content.yamlfile import load_yaml
from charterpress.findings import Level

from .conftest import OURS

Load = Callable[[], Library]
Change = Callable[..., int]


def charter(load: Load) -> AdaptedCharter:
    """Return the charter that the adaptation makes, names filled in."""
    found = load().documents["ours"]
    assert isinstance(found, AdaptedCharter)
    return found


def test_a_full_charter(load: Load) -> None:
    """An adaptation is a charter in all respects: its own title and version, the promises of both, in its order."""
    made = charter(load)
    assert isinstance(made, Charter)
    assert (made.kind, made.id, made.title, made.version) == ("charter", "ours", "Our own promises", "1.0")
    texts = {one.id: one.text for one in made.commitments()}
    assert list(texts) == ["answer-you", "hear-you", "call-back", "hear-services"]
    assert texts["answer-you"] == "Answer your letters and calls."
    assert texts["hear-services"] == "Hear the council out in Northshire."
    assert made.summary == "What we promise in Northshire."
    answered = next(one for one in made.commitments() if one.id == "answer-you")
    assert answered.detail == "We answer in writing.", "what a change does not name stays"
    assert made.protocols is None, "the only promise of the protocols is removed"


def test_what_was_changed_is_told(load: Load) -> None:
    """Each change has both sides, why, who agreed it and when; what was removed is listed."""
    made = charter(load)
    told = [(str(one.change.kind), one.change.target, one.original and one.original.text) for one in made.alterations]
    assert told == [
        ("replace", "answer-you", "Answer your letters."),
        ("add", "call-back", None),
        ("remove", "papers", "Send the papers in time."),
        ("reorder", "services-listen", None),
    ]
    assert [one.ours and one.ours.text for one in made.alterations] == [
        "Answer your letters and calls.",
        "Call you back.",
        None,
        None,
    ]
    assert [str(one.change.agreed) for one in made.alterations][:2] == ["2026-09-01", "2026-09-08"]
    assert {one.change.agreed_by for one in made.alterations} == {"The forum"}
    removed = made.alteration("papers")
    assert removed is not None
    assert removed.block is not None
    assert (removed.block.title, removed.theme) == ("Meetings", "listening")


def test_an_introduction_of_our_own(load: Load, change: Change, ours: Path) -> None:
    """Ours takes the place of theirs, names filled in, and is found in our file; without one, theirs stays."""
    assert charter(load).introduction[0] == "This charter is for **all** of us."
    line = change("agreed_by: The forum\n", "introduction:\n  - We met in {area}.\nagreed_by: The forum\n")
    assert charter(load).introduction == ("We met in Northshire.",)
    library = load()
    [text] = [text for text in texts_of(library.as_written("ours")) if text.pointer[0] == "introduction"]
    path, place = library.files["ours"].locate(text.pointer)
    assert (path, place.line) == (ours, line + 1)


def test_where_it_came_from(load: Load) -> None:
    """The charter knows which one was adapted, in which version, from where and on what terms."""
    origin = charter(load).adaptation
    assert (origin.id, origin.version, origin.newest, origin.title) == ("family", "1.2", "1.2", "Our promises & yours")
    assert (origin.licence, origin.where) == ("CC BY 4.0", "shared")
    assert origin.publisher is not None
    assert origin.publisher.name == "Example Alliance"
    assert origin.newer is None
    assert "Hear the council out in Northshire." in {one.text for one in origin.original.commitments()}


def test_every_text_is_found_in_its_file(load: Load, ours: Path) -> None:
    """Each text leads to the file and the line where it stands: ours, or that of the source."""
    library = load()
    file, found = library.files["ours"], set()
    for text in texts_of(library.as_written("ours")):
        path, place = file.locate(text.pointer)
        lines = path.read_text(encoding="utf-8").split("\n")
        assert text.text[:9] in lines[place.line - 1], text
        found.add(path)
    assert found == {ours, ours.parents[2] / "shared" / "docs" / "charters" / "family.yml"}


def test_what_it_stands_on_comes_along(load: Load) -> None:
    """Themes and guidance that only the source has come along; other charters do not."""
    library = load()
    assert sorted(library.documents) == ["listening", "ours", "rules"]
    assert [finding for finding in library.findings if finding.level == "error"] == []


def test_an_adaptation_of_an_adaptation(load: Load, ours: Path) -> None:
    """An adaptation can adapt another: changes and names are applied one on the other, and the chain is known."""
    text = ours.read_text(encoding="utf-8").split("changes:")[0]
    text = text.replace("id: ours", "id: town").replace("family@1.2\nfrom: shared", "ours@1.0")
    text = text.replace("Northshire", "Easton")
    change = "changes:\n  - replace: call-back\n    text: Call you back soon.\n    because: We can.\n"
    ours.with_name("town.yml").write_text(text + change, encoding="utf-8")
    made = load().documents["town"]
    assert isinstance(made, AdaptedCharter)
    texts = {one.id: one.text for one in made.commitments()}
    assert texts["call-back"] == "Call you back soon."
    assert texts["answer-you"] == "Answer your letters and calls."
    assert texts["hear-services"] == "Hear the council out in Easton."
    assert [origin.id for origin in made.adaptation.chain] == ["ours", "family"]
    assert [one.change.target for one in made.alterations] == ["call-back"]


def test_parts_are_taken_out(load: Load, change: Change) -> None:
    """A change can take out a part of a promise, and a new text lets go of the shorter one for the leaflet."""
    change("    text: Answer your letters and calls.", "    text: Answer all.\n    without: [unless, detail]")
    change("text: Answer your letters.", "text: Answer your letters.\n            leaflet: Answer.", FAMILY)
    answered = next(one for one in charter(load).commitments() if one.id == "answer-you")
    assert (answered.unless, answered.detail, answered.leaflet) == (None, None, None)
    assert answered.within is not None


def test_nothing_points_to_what_is_gone(load: Load, change: Change) -> None:
    """A promise that answered a removed one answers nothing, and a note that only the removed one called is gone."""
    change("- remove: papers", "- remove: hear-you")
    change("[answer-you, hear-you, call-back]", "[answer-you, call-back]")
    change("What we promise each other.[^law]", "What we promise each other.", FAMILY)
    library = load()
    made = library.documents["ours"]
    assert isinstance(made, AdaptedCharter)
    assert [one.answers for one in made.commitments()] == [None] * 4
    assert "law" not in {note.id for note in made.notes}
    assert [finding.rule for finding in library.findings if "note" in finding.rule] == []


FAMILY = "shared/docs/charters/family.yml"

WRONG = [
    ("- replace: answer-you", "- replace: anser-you", "change-missing", "Did you mean 'answer-you'?"),
    ("- remove: papers", "- remove: call-back", "change-twice", "first on line"),
    ("- remove: papers", "- remove: answer-you", "change-twice", "first on line"),
    ("- add: call-back", "- add: hear-you", "change-not-new", "write 'replace:'"),
    ("to: services-listen", "to: services-lisen", "change-missing", "Did you mean 'services-listen'?"),
    ("after: hear-you", "after: papers", "change-missing", "to follow"),
    ("order: [answer-you, hear-you, call-back]", "order: [answer-you, call-back]", "change-order", "out 'hear-you'"),
    ("call-back]", "call-back, call-you]", "change-order", "names 'call-you', which is not there"),
    ("reorder: services-listen", "reorder: services", "change-missing", "Did you mean 'services-listen'?"),
    ("    text: Answer your letters and calls.\n", "", "change-empty", "changes nothing"),
    ("  area: Northshire", "  aria: Northshire", "unknown-name", "Did you mean 'area'?"),
    ("names:\n  area: Northshire\n", "", "unfilled-name", "The area that the charter is for."),
    ("  area: Northshire", "  area: '*Northshire*'", "name-form", "take the mark out"),
    ("  area: Northshire", '  area: "North\\u202eshire"', "name-form", "a 'U+202E' in it"),
    ("in {area}.", "in {aria}.", "unknown-name", "Did you mean 'area'?"),
    ("from: shared", "from: share", "missing-source", "from that folder"),
    ("from: shared", "from: docs", "missing-source", "is no project"),
    ("from: shared", "package: no-such-charters", "missing-source", "pip install no-such-charters"),
    ("from: shared\n", "", "missing-source", "there is no charter 'family'"),
    ("adapts: family", "adapts: famly", "missing-source", "Did you mean 'family'?"),
    ("adapts: family@1.2", "adapts: family@1.1", "source-version", "adapted/family@1.1.yml"),
    ("adapts: family@1.2\nfrom: shared", "adapts: ours@1.0", "adaptation-ring", "ours → ours"),
    (
        "  - add: call-back",
        "  - replace: hear-services\n    text: Hear {body} out in {area}.\n    because: So.\n  - add: call-back",
        "change-same",
        "Take it out",
    ),
    (
        "    text: Answer your letters and calls.",
        "    unless: Not if it is late.\n    without: [unless]",
        "wrong-value",
        "'unless' cannot",
    ),
    ("adapts:", "language: cy\nadapts:", "adaptation-language", "'language: en'"),
]


def test_no_promise_is_left(load: Load, change: Change) -> None:
    """Changes that take every promise out make no charter, and there is nothing to put in order any more."""
    gone = ("answer-you", "hear-you", "hear-services", "papers")
    removed = "".join(f"  - remove: {one}\n    because: So.\n" for one in gone)
    start = OURS.index("changes:\n")
    line = change(OURS[start:], f"changes:\n{removed}")
    (finding,) = (each for each in load().findings if each.level is Level.ERROR)
    assert (finding.rule, finding.line) == ("change-nothing-left", line)
    change(removed, f"{removed}  - reorder: services-listen\n    order: [hear-you]\n    because: So.\n")
    assert "Nothing is left" in next(each.hint for each in load().findings if each.rule == "change-order")


@pytest.mark.parametrize(("old", "new", "rule", "words"), WRONG, ids=[new for _, new, _, _ in WRONG])
def test_what_cannot_be_made(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    old: str, new: str, rule: str, words: str, load: Load, change: Change, ours: Path
) -> None:
    """A change that fits nothing is a finding in the adaptation's file, with its line and what to do."""
    line = change(old, new)
    found = [finding for finding in load().findings if finding.rule == rule]
    assert len(found) == 1
    assert found[0].file == ours
    assert found[0].line is not None
    assert abs(found[0].line - line) <= 2, (found[0].line, line)
    if rule != "missing-source" or "folder" not in words:
        assert words in f"{found[0].message} {found[0].hint}"


def test_a_ring(load: Load, ours: Path) -> None:
    """Adaptations that adapt each other are named in their ring, each at its own line, and nothing else is blamed."""
    text = ours.read_text(encoding="utf-8")
    ours.write_text(text.replace("family@1.2\nfrom: shared", "other@1.0"), encoding="utf-8")
    ours.with_name("other.yml").write_text(
        text.replace("id: ours", "id: other").replace("family@1.2\nfrom: shared", "ours@1.0"), encoding="utf-8"
    )
    found = load().findings
    assert {finding.rule for finding in found} == {"adaptation-ring"}
    assert {finding.file.name for finding in found if finding.file} == {"other.yml", "ours.yml"}
    assert {finding.message.rpartition(": ")[2] for finding in found} == {"other → ours → other", "ours → other → ours"}


def test_a_broken_source(load: Load, change: Change) -> None:
    """What is wrong with a source outside of the project is reported with its own file, and the charter not made."""
    line = change("text: Answer your letters.", "texxt: Answer your letters.", FAMILY)
    library = load()
    assert "ours" not in library.documents
    assert {finding.rule for finding in library.findings} == {"missing-key", "unknown-key"}
    assert {finding.file.name for finding in library.findings if finding.file} == {"family.yml"}
    assert line in {finding.line for finding in library.findings}


def test_all_faults_at_once(load: Load, change: Change) -> None:
    """Every fault of an adaptation is reported in one run."""
    change("- replace: answer-you", "- replace: anser-you")
    change("- remove: papers", "- remove: paper")
    change("  area: Northshire", "  aria: Northshire")
    change("licence: CC BY 4.0", "licence: CC BY-ND 4.0", FAMILY)
    rules = [finding.rule for finding in load().findings]
    assert sorted(rules) == ["change-missing", "change-missing", "licence-forbids", "unfilled-name", "unknown-name"]


def test_the_adaptation_stays_as_it_is(adapted: Callable[[], Adapted], ours: Path) -> None:
    """What was read of an adaptation is not changed by making its charter: it can be made twice."""
    first, second = adapted(), adapted()
    assert first.charter == second.charter
    assert first.adaptation_file.data == load_yaml(ours).data
    assert first.source_file.data == load_yaml(ours.parents[2] / FAMILY).data


@pytest.mark.parametrize(
    ("names", "lacking"),
    [("Northshire", ""), ("{en: Northshire, cy: Swydd}", ""), ("{en: Northshire}", "cy"), ("{cy: Swydd}", "en")],
)
def test_names_by_language(names: str, lacking: str, adapted: Callable[[], Adapted], change: Change) -> None:
    """A name that is given by language, and not in one of the site's, gets a warning at its line."""
    line = change("  area: Northshire", f"  area: {names}")
    made = adapted()
    found = list(check_languages(made.adaptation, made.adaptation_file, ["en", "cy"]))
    assert [(one.rule, one.level, one.line) for one in found] == [("name-language", Level.WARNING, line)] * bool(
        lacking
    )
    assert all(lacking in one.message for one in found)
