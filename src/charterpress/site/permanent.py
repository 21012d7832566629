"""Hold the addresses that the site has now against those that it has ever published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from charterpress.content.addressbook import NAME, Address, AddressBook, target_of
from charterpress.content.bookfile import moved_line, removed_line
from charterpress.content.library import Library
from charterpress.content.model import AdaptedCharter, Document
from charterpress.content.model.adapted import ChangeKind
from charterpress.content.settings import Project
from charterpress.content.texts import identifiers
from charterpress.findings import Finding, Level
from charterpress.site.addresses import HOME, changes_path, path_of
from charterpress.site.fates import Fates, Removed, fates_of
from charterpress.site.markdown_pages import markdown_pages

_PASSING = frozenset({"notes", "contacts", "names", "problems", "tests"})
"""What comes and goes with the text, and nobody links to: footnotes, whom to ask, named places, faults, tests."""


@dataclass(frozen=True)
class Addresses:
    """Hold what is recorded, and the parts of every page that there is now."""

    book: AddressBook = field(default_factory=AddressBook)
    now: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def fates(self) -> Fates:
        """Return what became of every address that is gone."""
        return fates_of(self.book, self.now)

    @property
    def new(self) -> tuple[Address, ...]:
        """Return the addresses that are not recorded yet."""
        every = (Address(page, part) for page, parts in self.now.items() for part in (None, *parts))
        return tuple(address for address in every if address not in self.book.fates)


NO_ADDRESSES = Addresses()


def addresses_of(library: Library, project: Project) -> dict[str, tuple[str, ...]]:
    """Return every page whose address must last, with its parts: the same in all languages.

    Documents have the parts that have ids; a hand-written page has none, and the home page needs no record. The page
    on what was changed in a charter has none either: changes come and go.
    """
    documents = sorted(library.documents.values(), key=path_of)
    now = {path_of(document): (*_lasting(document), *_left_out(document)) for document in documents}
    now |= {changes_path(document): () for document in documents if isinstance(document, AdaptedCharter)}
    names = {page.name.removesuffix("/index") for page in markdown_pages(project)} - {"index", HOME}
    return {**now, **{name: () for name in sorted(names) if name not in now}}


def _lasting(document: Document) -> Iterator[str]:
    yield from (name for name, pointer in identifiers(document) if pointer[0] not in _PASSING)


def _left_out(document: Document) -> Iterator[str]:
    """Yield the ids of promises that an adaptation left out: its page says so, and why."""
    if isinstance(document, AdaptedCharter):
        yield from (change.target for change in document.changes if change.kind is ChangeKind.REMOVE)


def check_addresses(addresses: Addresses, library: Library, today: date) -> Iterator[Finding]:
    """Yield each recorded address that is gone without a word, and each word that cannot be true."""
    book = addresses.book
    yield from book.findings
    if not book.readable:
        return
    for address, fate in book.fates.items():
        if not book.unread.isdisjoint({address, Address(address.page)}):
            continue
        here = address.page in addresses.now if address.part is None else _is_there(addresses, address)
        # A page whose file cannot be read is not lost.
        unread = address.page not in addresses.now and library.may_have(address.page)
        if fate.settled:
            yield from _check_fate(addresses, address, library, is_there=here)
        elif not here and not unread and not _goes_with_page(addresses, address):
            yield _lost(addresses, address, today)


def check_recorded(addresses: Addresses) -> Iterator[Finding]:
    """Yield a warning where addresses are not recorded yet, for builds that must not write."""
    if new := addresses.new:
        message = f"{len(new)} addresses are not in {NAME} yet, such as '{new[0]}'"
        hint = f"Run 'charterpress build' where it may write, and commit {NAME}."
        yield replace(book_finding(addresses.book, "address-unrecorded", message, hint), level=Level.WARNING)


def book_finding(book: AddressBook, rule: str, message: str, hint: str) -> Finding:
    """Return an error about the whole file."""
    return (
        book.file.finding(rule, message, hint)
        if book.file is not None
        else Finding(rule, message, hint, file=Path(NAME))
    )


def _is_there(addresses: Addresses, address: Address) -> bool:
    return address.part in addresses.now.get(address.page, ())


def _goes_with_page(addresses: Addresses, address: Address) -> bool:
    """Tell whether a part needs no word of its own: its page is lost, or taken out, or it moved along."""
    page = Address(address.page)
    if address.part is None or address.page in addresses.now:
        return False
    fate = addresses.book.fates[page]
    if fate.moved_to is None:
        return True
    there = target_of(fate.moved_to, None)
    return there.part is not None or addresses.fates.end_of(Address(there.page, address.part)) is not None


def _check_fate(addresses: Addresses, address: Address, library: Library, *, is_there: bool) -> Iterator[Finding]:
    book, fate = addresses.book, addresses.book.fates[address]
    key = "moved_to" if fate.moved_to is not None else "removed"
    if is_there:
        said = "moved" if fate.moved_to is not None else "was removed"
        message = f"'{address}' is on the site, but {NAME} says that it {said}"
        hint = f"Take '{key}:' out of its entry, or give the part or page on the site another id."
        yield book.finding("address-in-use", message, hint, address, key)
        return
    target = fate.moved_to or (fate.removed.instead if fate.removed is not None else None)
    if target is None or book.unread:
        # With entries that are wrong, nobody knows where others lead in the end.
        return
    there = target_of(target, address.page if address.part is not None else None)
    keys = ("moved_to",) if fate.moved_to is not None else ("removed", "instead")
    end = addresses.fates.end_of(there)
    if end is None and library.may_have(there.page):
        return
    if end is None or (fate.removed is not None and isinstance(end, Removed)):
        message = f"'{address}' leads to '{there}', and that is not on the site"
        yield book.finding("address-leads-nowhere", message, _nearest(addresses, there), address, *keys)


def _nearest(addresses: Addresses, wanted: Address) -> str:
    known = [str(Address(page, part)) for page, parts in addresses.now.items() for part in (None, *parts)]
    close = get_close_matches(str(wanted), known, n=1)
    form = "Write a part of this page as 'new-id', of another page as 'charters/its-id#new-id'."
    return f"Did you mean '{close[0]}'? {form}" if close else form


def _lost(addresses: Addresses, address: Address, today: date) -> Finding:
    fresh = [each for each in addresses.new if (each.part is None) == (address.part is None)]
    near = [each for each in fresh if address.part is None or each.page == address.page]
    names = {each.part or str(each): each for each in near}
    guess = get_close_matches(address.part or str(address), list(names), n=1, cutoff=0.5) or ["NEW-ID"]
    new, key = guess[0], address.part or address.page
    whole = str(names[new]) if new in names else "NEW-ID"
    message = f"the address '{address}' was published, and is no longer there"
    hint = (
        f"Give it back its id; or write here '{key}: {moved_line(new)}' if it has a new one, or "
        f"'{key}: {removed_line(today)}' if it was taken out. Commands that write it: "
        f'charterpress addresses move {address} {whole}, or charterpress addresses remove {address} --reason "…"'
    )
    return addresses.book.finding("address-lost", message, hint, address)
