"""Test which promises a folded leaflet has, and what an editor is told of a choice that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.choice import chosen
from charterpress.content.library import load_library
from charterpress.content.model import Charter
from charterpress.findings import Finding

HEAD = "docs/charters/family.yml"
LINE = 8
"""Where the choice is put."""
SHORTER = {
    "hear-you": ("          - id: hear-you\n", "          - id: hear-you\n            leaflet: Hear you.\n"),
    "answer-you": ("          - id: answer-you\n", "          - id: answer-you\n            leaflet: Answer you.\n"),
    "papers": ("{id: papers, ", "{id: papers, leaflet: Send papers., "),
}


def family(sample: Path, choice: str, *shortened: str) -> tuple[Charter, list[Finding]]:
    """Return the sample's charter with a choice and shorter texts of some promises, and what is wrong with it."""
    path = sample / HEAD
    text = path.read_text("utf-8").replace("parties:\n", f"{choice}parties:\n", 1)
    for name in shortened:
        assert SHORTER[name][0] in text
        text = text.replace(*SHORTER[name])
    path.write_text(text, "utf-8")
    library = load_library(sample / "docs")
    document = library.documents["family"]
    assert isinstance(document, Charter)
    return document, [finding for finding in library.findings if "leaflet" in finding.message]


@pytest.mark.parametrize(
    ("choice", "shortened", "ids"),
    [
        ("", (), None),
        ("", ("papers",), None),
        ("leaflet: {commitments: [papers]}\n", (), {"papers"}),
        ("leaflet: {commitments: [papers, hear-you]}\n", (), {"papers", "hear-you"}),
        ("leaflet: {short: true}\n", ("answer-you", "papers"), {"answer-you", "papers"}),
        ("leaflet: {short: true, commitments: [papers]}\n", ("answer-you", "papers"), {"papers"}),
        ("leaflet: {short: true, themes: [listening]}\n", ("answer-you",), {"answer-you"}),
        ("leaflet: {commitments: [papers]}\n", ("answer-you",), {"papers"}),
    ],
)
def test_what_is_chosen(sample: Path, choice: str, shortened: tuple[str, ...], ids: set[str] | None) -> None:
    """Promises named and those on a theme are taken together; `short` keeps those with a shorter text."""
    charter, findings = family(sample, choice, *shortened)
    assert findings == []
    assert chosen(charter) == ids


def test_themes_and_commitments_together(sample: Path) -> None:
    """A theme brings all its promises, and promises named elsewhere come on top."""
    path = sample / HEAD
    path.write_text(path.read_text("utf-8").replace("      theme: listening\n", ""), "utf-8")
    for choice, ids in (
        ("leaflet: {themes: [listening]}\n", {"hear-you", "answer-you", "hear-services"}),
        ("leaflet: {themes: [listening], commitments: [papers]}\n", None),
    ):
        before = path.read_text("utf-8")
        charter, findings = family(sample, choice)
        path.write_text(before, "utf-8")
        assert findings == []
        assert chosen(charter) == ids


def test_a_theme_has_its_protocols_too(sample: Path) -> None:
    """Promises agreed in a protocol on a theme are chosen with it; all promises of a charter are no choice."""
    charter, findings = family(sample, "leaflet: {themes: [listening]}\n")
    assert findings == []
    assert len(charter.commitments()) == 4
    assert chosen(charter) is None


@pytest.mark.parametrize(
    ("choice", "shortened", "rule", "message", "hint"),
    [
        ("{}", (), "leaflet-selection", "chooses nothing", "take out 'leaflet:'"),
        ("{themes: [], commitments: []}", (), "leaflet-selection", "chooses nothing", "Name commitments"),
        ("{commitments: [paper]}", (), "missing-reference", "no commitment 'paper'", "'papers'"),
        ("{commitments: [zzz]}", (), "missing-reference", "no commitment 'zzz'", "If it was removed"),
        ("{themes: [listen]}", (), "leaflet-selection", "promises nothing on it", "'listening'"),
        ("{themes: [trust]}", (), "leaflet-selection", "promises nothing on it", "Known: listening."),
        ("{commitments: [papers], short: true}", ("hear-you",), "leaflet-selection", "'papers'", "Give it"),
        ("{commitments: [papers], short: true}", (), "leaflet-selection", "none has one", "Give the promises"),
        ("{short: true}", (), "leaflet-selection", "none has one", "take out 'short: true'"),
    ],
)
def test_a_choice_that_cannot_be(  # noqa: PLR0913, PLR0917 - a case has five parts
    sample: Path, choice: str, shortened: tuple[str, ...], rule: str, message: str, hint: str
) -> None:
    """A name that is not there, or a choice of nothing, is told where it stands, with what to do."""
    _, [finding] = family(sample, f"leaflet: {choice}\n", *shortened)
    assert (finding.rule, finding.line) == (rule, LINE)
    assert finding.column is not None
    assert finding.file == sample / HEAD
    assert message in finding.message
    assert hint in finding.hint


def test_a_theme_without_shorter_texts(sample: Path) -> None:
    """With `short: true` a theme must have a promise with a shorter text."""
    path = sample / HEAD
    path.write_text(path.read_text("utf-8").replace("      theme: listening\n", ""), "utf-8")
    _, [finding] = family(sample, "leaflet: {themes: [listening], short: true}\n", "papers")
    assert (finding.rule, finding.line) == ("leaflet-selection", LINE)
    assert "none of its promises has a 'leaflet:' text" in finding.message
