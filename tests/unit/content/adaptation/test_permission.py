"""Test whether an adapted charter may be changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import Library
from charterpress.findings import Finding, Level

FAMILY = "shared/docs/charters/family.yml"
Change = Callable[..., int]


def about_licences(library: Library) -> list[Finding]:
    """Return the findings about licences."""
    return [finding for finding in library.findings if finding.rule.startswith("licence")]


@pytest.mark.parametrize(
    ("licence", "rule", "level"),
    [
        ("CC BY-ND 4.0", "licence-forbids", Level.ERROR),
        ("All rights reserved", "licence-forbids", Level.ERROR),
        ("Not stated in the copy used", "licence-missing", Level.ERROR),
        ("Ask us", "licence-unclear", Level.WARNING),
    ],
)
def test_what_may_not_be_changed(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    licence: str, rule: str, level: Level, load: Callable[[], Library], change: Change, ours: Path
) -> None:
    """Without a licence to change a text, the finding says whom to ask, until their permission is written down."""
    change("licence: CC BY 4.0", f"licence: {licence}", FAMILY)
    (finding,) = about_licences(load())
    assert (finding.rule, finding.level, finding.file) == (rule, level, ours)
    assert "Example Alliance" in finding.hint
    assert "permission:" in finding.hint
    change("adapts:", "permission: {given_by: Their office, on: 2026-08-01, scope: All of it}\nadapts:")
    library = load()
    assert about_licences(library) == []
    permission = library.adaptations["ours"].charter.adaptation.permission
    assert permission is not None
    assert permission.given_by == "Their office"


def test_no_licence_at_all(load: Callable[[], Library], change: Change) -> None:
    """A charter that says nothing of its terms is taken by those of its source; without these it may not be changed."""
    change("licence: CC BY 4.0\n", "", FAMILY)
    assert [finding.rule for finding in about_licences(load())] == ["licence-unclear"]
    change("source: {title: The first charter", "#", FAMILY)
    assert [finding.rule for finding in about_licences(load())] == ["licence-missing"]


def test_our_own_charter(load: Callable[[], Library], change: Change) -> None:
    """Who publishes both, in words of their own, need not ask."""
    change("licence: CC BY 4.0", "publisher: {name: The council}", FAMILY)
    change("source: {title: The first charter", "#", FAMILY)
    change("adapts:", "publisher: {name: the Council}\nadapts:")
    assert about_licences(load()) == []


@pytest.mark.parametrize(("own", "rules"), [("CC BY 4.0", ["licence-alike"]), ("cc by-sa 4.0", []), ("", [])])
def test_share_alike(own: str, rules: list[str], load: Callable[[], Library], change: Change) -> None:
    """What comes of a text under a share-alike licence must be under the same."""
    change("licence: CC BY 4.0", "licence: CC BY-SA 4.0", FAMILY)
    change("adapts:", f"licence: {own}\nadapts:" if own else "adapts:")
    library = load()
    assert [finding.rule for finding in about_licences(library)] == rules
    made = library.adaptations["ours"].charter
    assert made.licence == (own or "CC BY-SA 4.0")


def test_who_agreed(load: Callable[[], Library], change: Change, ours: Path) -> None:
    """A change of which nobody says who agreed it, and when, gets a warning at its line."""
    change("agreed_by: The forum\nagreed: 2026-09-01\n", "agreed_by: The forum\n")
    found = [finding for finding in load().findings if finding.rule == "change-not-agreed"]
    assert [(finding.level, finding.file) for finding in found] == [(Level.WARNING, ours)] * 3, "one says when"
    assert "'answer-you' does not say when it was agreed" in found[0].message
    change("agreed_by: The forum\n", "")
    assert len([finding for finding in load().findings if finding.rule == "change-not-agreed"]) == 4
