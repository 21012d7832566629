"""Test short addresses: where they lead, and that none takes the place of anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.findings import Finding
from charterpress.site.shortaddresses import check_short_addresses, printed_address

Edit = Callable[[str, str, str], int]


def findings(sample: Path) -> list[Finding]:
    """Return what is wrong with the short addresses of the sample."""
    project, wrong = load_project(sample)
    assert project is not None, wrong
    return list(check_short_addresses(load_library(project.docs), project))


def give(edit: Edit, short: str, kind: str = "charters", name: str = "family") -> int:
    """Give a document of the sample a short address and return its line."""
    return edit(f"docs/{kind}/{name}.yml", f"id: {name}\n", f"id: {name}\nshort: {short}\n") + 1


@pytest.mark.parametrize("short", ["us", "family", "our-promise", "charter", "listeningg"])
def test_addresses_that_are_free(sample: Path, edit: Edit, short: str) -> None:
    """Any word that nothing else has will do, the document's own id included."""
    give(edit, short)
    assert findings(sample) == []
    document = load_library(sample / "docs").documents["family"]
    assert printed_address(document) == short


def test_what_paper_shows_without_one(sample: Path) -> None:
    """A document without a short address shows that of its page."""
    assert printed_address(load_library(sample / "docs").documents["family"]) == "charters/family"


@pytest.mark.parametrize(
    ("short", "reason"),
    [
        ("charters", "a part of the site"),
        ("guidance", "a part of the site"),
        ("glossary", "a part of the site"),
        ("search", "a part of the site"),
        ("editors", "a part of the site"),
        ("assets", "files of the site"),
        ("downloads", "files of the site"),
        ("cy", "the pages in 'cy'"),
        ("en", "the pages in 'en'"),
        ("about", "the page about.md"),
        ("team", "the page team/index.md"),
        ("pictures", "a file or a folder"),
        ("rules", "the id of another document (rules.yml)"),
    ],
)
def test_addresses_that_are_taken(sample: Path, edit: Edit, short: str, reason: str) -> None:
    """A section, a page, a folder, a language and another document's id are no short addresses."""
    (sample / "docs/about.md").write_text("# About us\n", "utf-8")
    for folder in ("team", "pictures"):
        (sample / "docs" / folder).mkdir()
    (sample / "docs/team/index.md").write_text("# Our team\n", "utf-8")
    line = give(edit, short)
    [finding] = findings(sample)
    assert (finding.rule, finding.file, finding.line) == ("short-address", sample / "docs/charters/family.yml", line)
    assert finding.column == len("short: ") + 1
    assert reason in finding.message
    assert "Choose another word." in finding.hint


def test_two_documents_with_one(sample: Path, edit: Edit) -> None:
    """The second document with an address is told whose it is."""
    give(edit, "us")
    give(edit, "us", "guidance", "rules")
    [finding] = findings(sample)
    assert finding.file == sample / "docs/guidance/rules.yml"
    assert "it is that of 'family' already" in finding.message


@pytest.mark.parametrize("short", ["Us", "us/2", "a-word-that-is-much-too-long"])
def test_the_form_of_an_address(sample: Path, edit: Edit, short: str) -> None:
    """A short address is of small letters, digits and hyphens, and is short."""
    line = give(edit, short)
    found = [finding for finding in load_library(sample / "docs").findings if "short" in finding.message]
    assert [finding.line for finding in found] == [line]
