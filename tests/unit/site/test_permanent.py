"""Hold today's addresses against those that were published, and follow those that are gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from charterpress.content.addressbook import Address, parse_book
from charterpress.content.library import Library, load_library
from charterpress.content.project import load_project
from charterpress.findings import Finding
from charterpress.site.fates import Moved, Removed
from charterpress.site.permanent import Addresses, addresses_of, check_addresses, check_recorded

TODAY = date(2026, 11, 28)
NOW = {"charters/one": ("a", "b"), "charters/two": ("x",), "about": ()}
START = "charters/one:\n  parts:\n    a:\n    b:\ncharters/two:\n  parts:\n    x:\nabout:\n"


def addresses(text: str, now: dict[str, tuple[str, ...]] | None = None) -> Addresses:
    """Return the addresses of today with those of a book."""
    return Addresses(parse_book(text, Path("addresses.yml")), NOW if now is None else now)


def check(text: str, now: dict[str, tuple[str, ...]] | None = None) -> list[Finding]:
    """Return what is wrong."""
    return list(check_addresses(addresses(text, now), Library({}, {}), TODAY))


def test_what_lasts(sample: Path) -> None:
    """Documents and all their parts with ids last, but for notes and contacts; so do pages by hand."""
    (sample / "docs" / "about.md").write_text("# About", encoding="utf-8")
    project, _ = load_project(sample)
    assert project is not None
    found = addresses_of(load_library(project.docs), project)
    assert list(found) == ["charters/family", "guidance/rules", "guides/involved", "themes/listening", "about"]
    parts = found["charters/family"]
    assert {"hear-you", "advocate", "welcome", "meetings", "papers", "learn-more", "rung-told", "parents"} <= {*parts}
    assert not {"law", "office"} & {*parts}
    assert "reply" in found["guidance/rules"]


def test_nothing_lost() -> None:
    """A book that has what is there, or less, is right."""
    assert check(START) == []
    assert check("charters/one:\n") == []
    assert check("") != [], "an empty file is no book"


def test_a_lost_part_prints_what_to_write() -> None:
    """The finding names the line, and both ways out with the lines to write; a new id that is like it is proposed."""
    (found,) = check(START.replace("    b:\n", "    b:\n    be:\n"), {**NOW, "charters/one": ("a", "b", "bee")})
    assert (found.rule, found.level, found.line) == ("address-lost", "error", 5)
    assert "'be: {moved_to: bee}'" in found.hint
    assert "'be: {removed: {on: 2026-11-28, reason: \"…\"}}'" in found.hint
    assert "charterpress addresses move charters/one#be charters/one#bee" in found.hint


def test_what_the_finding_prints_settles_it() -> None:
    """The lines that a finding prints can be put in the place of the entry."""
    for line in ("old: {moved_to: a}", 'old: {removed: {on: 2026-11-28, reason: "…"}}'):
        assert check(START.replace("    b:\n", f"    b:\n    {line}\n")) == []


def test_a_lost_page_is_one_finding() -> None:
    """The parts of a page that is lost are not reported one by one."""
    assert [found.line for found in check("charters/old:\n  parts:\n    p:\n    q:\n")] == [1]


def test_a_page_that_moved_takes_its_parts_along() -> None:
    """A part that the new page has needs no word; one that it lacks is lost."""
    text = "charters/old:\n  moved_to: charters/one\n  parts:\n    a:\n    z:\n"
    (found,) = check(text)
    assert (found.rule, found.line) == ("address-lost", 5)
    fates = addresses(text).fates
    assert fates.pages == {"charters/old": Moved(Address("charters/one"))}
    assert fates.end_of(Address("charters/old", "a")) == Moved(Address("charters/one", "a"))


def test_the_parts_of_a_removed_page_go_with_it() -> None:
    """Of these nothing need be said."""
    assert check("charters/old:\n  removed: {on: 2026-05-01, reason: x, instead: about}\n  parts:\n    a:\n") == []


@pytest.mark.parametrize("fate", ["moved_to: b", "removed: {on: 2026-05-01, reason: x}"])
def test_what_is_there_cannot_be_gone(fate: str) -> None:
    """An entry of something that is on the site says neither that it moved nor that it was removed."""
    (found,) = check(START.replace("    a:\n", f"    a: {{{fate}}}\n"))
    assert (found.rule, found.line) == ("address-in-use", 3)


@pytest.mark.parametrize(
    "entry",
    [
        "old: {moved_to: nowhere}",
        "old: {moved_to: old}",
        "old: {moved_to: charters/three#a}",
        "old: {removed: {on: 2026-05-01, reason: x, instead: nowhere}}",
    ],
)
def test_what_leads_nowhere(entry: str) -> None:
    """A place to go to must be there; a circle leads nowhere."""
    (found,) = check(START.replace("    b:\n", f"    b:\n    {entry}\n"))
    assert (found.rule, found.line) == ("address-leads-nowhere", 5)


def test_fates_follow_to_the_end() -> None:
    """What moved twice leads to its last place; what moved and was then taken out is taken out."""
    text = (
        "charters/one:\n  parts:\n    a:\n    first: {moved_to: second}\n    second: {moved_to: a}\n"
        "    third: {moved_to: fourth}\n    fourth: {removed: {on: 2026-05-01, reason: x}}\n"
        "    fifth: {moved_to: charters/two#x}\n"
    )
    fates = addresses(text).fates
    assert fates.aliases == {"charters/one": {"a": ["first", "second"]}}
    removed = Removed(date(2026, 5, 1), "x")
    there = Moved(Address("charters/two", "x"))
    assert fates.parts == {"charters/one": {"third": removed, "fourth": removed, "fifth": there}}


def test_what_got_another_id_on_a_page_that_moved() -> None:
    """Readers are led to the new page with the old id behind '#': it is a mark in the new place there."""
    text = "charters/old:\n  moved_to: charters/one\n  parts:\n    a:\n    c: {moved_to: charters/one#b}\n"
    assert check(text) == []
    assert addresses(text).fates.aliases == {"charters/one": {"b": ["c"]}}


def test_a_document_that_cannot_be_read_is_not_lost() -> None:
    """While a file is broken, its page and its parts are not called lost; others are."""
    broken = Library({}, {}, (Finding("yaml-syntax", "broken"),), broken={"broken": "en"})
    text = "charters/broken:\n  parts:\n    a:\ncharters/one:\n  parts:\n    lost:\n"
    found = list(check_addresses(addresses(text), broken, TODAY))
    assert [each.line for each in found] == [6]


def test_what_is_not_recorded_yet() -> None:
    """A build that may not write warns of new addresses, once; without any it says nothing."""
    (found,) = check_recorded(addresses(START, {**NOW, "new": ()}))
    assert (found.rule, found.level) == ("address-unrecorded", "warning")
    assert list(check_recorded(addresses(START))) == []
