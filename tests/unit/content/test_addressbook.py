"""Read addresses.yml, and write into it without losing a word of it."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.addressbook import Address, AddressBook, load_book, parse_book, target_of
from charterpress.content.bookfile import removal, with_fate, with_new
from charterpress.findings import CharterpressError

PATH = Path("addresses.yml")
NOW = {"charters/one": ("a", "b"), "about": ()}
BOOK = """\
# Ours.
charters/one:   # the first
  parts:
    a:
    # b was long.
    b:   # kept
    old:
      moved_to: a
    gone: {removed: {on: 2026-05-01, reason: "Too hard: to keep"}}

# Pages by hand.
about:
"""


def read(text: str) -> AddressBook:
    """Return the book of a text that is right."""
    book = parse_book(text, PATH)
    assert book.findings == ()
    return book


def test_a_book_says_what_became_of_addresses() -> None:
    """Pages and parts are in use, moved or removed, in short or long form."""
    book = read(BOOK)
    assert book.pages() == ("charters/one", "about")
    assert book.parts("charters/one") == ("a", "b", "old", "gone")
    assert book.fates[Address("charters/one", "old")].moved_to == "a"
    gone = book.fates[Address("charters/one", "gone")].removed
    assert gone is not None
    assert (gone.on, gone.reason) == (date(2026, 5, 1), "Too hard: to keep")
    assert not book.fates[Address("charters/one", "a")].settled


def test_a_project_without_a_book(tmp_path: Path) -> None:
    """Where there is no addresses.yml nothing is recorded, and nothing is wrong."""
    assert load_book(tmp_path) == AddressBook()


def test_a_book_may_be_long(tmp_path: Path) -> None:
    """A record only grows: it may have more bytes than a document; what is no text is a finding."""
    path = tmp_path / "addresses.yml"
    path.write_text("".join(f"charters/a-document-with-the-number-{number}:\n" for number in range(40_000)), "utf-8")
    assert path.stat().st_size > 1_000_000
    assert len(load_book(tmp_path).fates) == 40_000
    path.write_bytes(b"\xff\xfe")
    assert [finding.rule for finding in load_book(tmp_path).findings] == ["not-utf-8"]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("one: [", "yaml-syntax", 1),
        ("- one", "wrong-type", 1),
        ("one:\n  parts:\n    a: {moved: b}", "unknown-key", 3),
        ("one:\n  moved_to: two\n  removed: {on: 2026-05-01, reason: x}", "address-twice-settled", 3),
        ("one:\n  parts:\n    a: {removed: {on: some day, reason: x}}", "wrong-type", 3),
        ("one:\n  parts:\n    a: {removed: {on: 2026-05-01}}", "missing-key", 3),
        ("one:\n  parts: [a, b]", "wrong-type", 2),
        ("one:\n  parts:\n    a:\n    a:", "duplicate-key", 4),
    ],
)
def test_what_is_wrong_with_a_book(text: str, rule: str, line: int) -> None:
    """Each mistake is a finding with its line."""
    found = [(finding.rule, finding.line) for finding in parse_book(text, PATH).findings]
    assert (rule, line) in found


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("new", "charters/one", Address("charters/one", "new")),
        ("charters/two", "charters/one", Address("charters/two")),
        ("charters/two#new", "charters/one", Address("charters/two", "new")),
        ("/about", "charters/one", Address("about")),
        ("about", None, Address("about")),
    ],
)
def test_targets(target: str, page: str | None, address: Address) -> None:
    """A bare word is a part of the same page; all else is a page, or a part of one."""
    assert target_of(target, page) == address


def test_a_first_record() -> None:
    """The first build writes every page with its parts, and reading it gives just these."""
    text = with_new("", AddressBook(), NOW)
    book = read(text)
    assert text.startswith("# Every address")
    assert list(book.fates) == [Address("charters/one"), *(Address("charters/one", p) for p in "ab"), Address("about")]


def test_nothing_new_changes_nothing() -> None:
    """A book that has everything stays as it is, byte for byte."""
    assert with_new(BOOK, read(BOOK), NOW) == BOOK
    first = with_new("", AddressBook(), NOW)
    assert with_new(first, read(first), NOW) == first


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_new_addresses_stand_behind_the_old_ones(ending: str) -> None:
    """New parts follow the last one of their page, new pages the last page; every old line stays, in its order."""
    old = BOOK.replace("\n", ending)
    text = with_new(old, read(old), {**NOW, "charters/one": ("c", "a", "b"), "guides/new": ("z",)})
    lines = text.split(ending)
    assert [line for line in lines if line in old.split(ending)][: old.count(ending)] == old.split(ending)[:-1]
    assert lines[9] == "    c:"
    assert lines[-5:] == ["", "guides/new:", "  parts:", "    z:", ""]
    assert "\r" not in text.replace("\r\n", "") or ending == "\n"


def test_several_pages_get_parts_at_once() -> None:
    """Each new part stands below its own page, wherever the pages stand in the file."""
    old = with_new("", AddressBook(), {f"charters/c{number}": ("a", "b") for number in range(5)})
    now = {f"charters/c{number}": ("new", "a", "b", f"own-{number}") for number in (3, 0, 4, 1, 2)}
    book = read(with_new(old, read(old), now))
    assert book.pages() == read(old).pages()
    assert [book.parts(page) for page in book.pages()] == [("a", "b", "new", f"own-{number}") for number in range(5)]


def test_a_big_book_takes_no_time() -> None:
    """A thousand pages with fifty parts each are looked through in a moment."""
    now = {f"charters/c{number}": tuple(f"p{part}" for part in range(50)) for number in range(1000)}
    text = with_new("", AddressBook(), now)
    book = read(text)
    started = time.process_time()
    assert with_new(text, book, now) == text
    assert time.process_time() - started < 5


def test_a_page_gets_its_first_parts() -> None:
    """A page that had none gets the key for them."""
    text = with_new(BOOK, read(BOOK), {**NOW, "about": ("us",)})
    assert text == BOOK + "  parts:\n    us:\n"


def test_a_fate_is_written_below_its_entry() -> None:
    """What became of an address stands below it; a comment behind it stays."""
    address = Address("charters/one", "b")
    fate = removal(date(2026, 5, 1), "It's: gone,\nfor # good", "Be there", "a")
    text = with_fate(BOOK, read(BOOK), address, fate)
    assert "    b:   # kept\n      removed:\n        on: 2026-05-01\n" in text
    assert read(text).fates[address] == fate
    assert [line for line in text.splitlines() if line in BOOK.splitlines()] == BOOK.splitlines()


def test_a_form_that_cannot_be_written_into() -> None:
    """Where entries share a line nothing is written, and the message names the line."""
    text = "one: {parts: {a: '', b: ''}}\n"
    with pytest.raises(CharterpressError, match=r"on line 1"):
        with_new(text, read(text), {"one": ("a", "b", "c")})
    with pytest.raises(CharterpressError, match=r"on line 1"):
        with_fate(text, read(text), Address("one", "a"), removal(date(2026, 5, 1), "x", None, None))


@pytest.mark.parametrize("page", ["no", "über uns", "a: b", "it's", "#x"])
def test_names_that_yaml_would_misread(page: str) -> None:
    """Whatever a page is called, the book that names it can be read again."""
    assert read(with_new("", AddressBook(), {page: ()})).pages() == (page,)
