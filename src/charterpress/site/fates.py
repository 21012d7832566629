"""Follow every address that is gone to what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from charterpress.content.addressbook import Address, AddressBook, Fate, target_of


@dataclass(frozen=True)
class Moved:
    """Say where something is now."""

    to: Address


@dataclass(frozen=True)
class Removed:
    """Say when and why something was taken out; `was` holds its words, `instead` leads to what takes its place."""

    on: date
    reason: str
    was: str | None = None
    instead: Address | None = None


End = Moved | Removed
"""What became of an address in the end, whatever happened to it on the way."""


@dataclass(frozen=True)
class Fates:
    """Hold what became of every address that is gone.

    `pages` has whole pages. `aliases` has for each page, by a part that is there, the older ids of that part, those
    from a page that moved there too; `parts` has for each page the parts that moved to another page, or were taken out.
    """

    pages: Mapping[str, End] = field(default_factory=dict)
    aliases: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, End]] = field(default_factory=dict)
    ends: Mapping[Address, End] = field(default_factory=dict)
    now: frozenset[Address] = frozenset()

    def end_of(self, address: Address) -> End | None:
        """Return where an address leads: to itself while it is there; None where it leads nowhere."""
        return Moved(address) if address in self.now else self.ends.get(address)


NO_FATES = Fates()


def fates_of(book: AddressBook, now: Mapping[str, Sequence[str]]) -> Fates:
    """Return what became of every recorded address that is gone, as far as the book says."""
    there = frozenset(Address(page, part) for page, parts in now.items() for part in (None, *parts))
    ends: dict[Address, End] = {}
    pages: dict[str, End] = {}
    aliases: dict[str, dict[str, list[str]]] = {}
    parts: dict[str, dict[str, End]] = {}
    for address in book.fates:
        end = _follow(address, book, there) if address not in there else None
        if end is None:
            continue
        ends[address] = end
        match address, end:
            case Address(page, None), _:
                pages[page] = end
            case Address(page, str(part)), Moved(Address(target, str(new))) if target == _moved(page, book, there):
                # A part that moved along with its page has the same id there already.
                if part != new and Address(target, part) not in there:
                    aliases.setdefault(target, {}).setdefault(new, []).append(part)
            case Address(page, str(part)), _:
                parts.setdefault(page, {})[part] = end
    return Fates(pages, aliases, parts, ends, there)


def _moved(page: str, book: AddressBook, there: frozenset[Address]) -> str | None:
    """Return where the readers of a page are: on the page itself, or on the one that it moved to."""
    end = _follow(Address(page), book, there)
    return end.to.page if isinstance(end, Moved) else None


def _follow(address: Address, book: AddressBook, there: frozenset[Address]) -> End | None:
    """Return where an address leads in the end; one that leads in a circle leads nowhere."""
    seen: set[Address] = set()
    while address not in there:
        said = _said_of(address, book)
        if said is None or address in seen:
            return None
        seen.add(address)
        fate, page = said
        if fate.removed is not None:
            instead = target_of(fate.removed.instead, page) if fate.removed.instead else None
            return Removed(fate.removed.on, fate.removed.reason, fate.removed.was, instead)
        address = target_of(fate.moved_to or "", page)
    return Moved(address)


def _said_of(address: Address, book: AddressBook) -> tuple[Fate, str | None] | None:
    """Return what is said of an address, and the page on which bare ids in it are meant.

    What is said of a page holds for each part of which nothing is said.
    """
    own = book.fates.get(address)
    if own is not None and own.settled:
        return own, (address.page if address.part is not None else None)
    page = book.fates.get(Address(address.page))
    if address.part is None or page is None or not page.settled:
        return None
    if page.moved_to is None:
        return page, None
    there = target_of(page.moved_to, None)
    return Fate(moved_to=str(there if there.part is not None else Address(there.page, address.part))), None
