"""Say in addresses.yml what became of an address, as the commands ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from charterpress.content.addressbook import NAME, Address, Fate, load_book, target_of
from charterpress.content.bookfile import removal, with_fate
from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.findings import CharterpressError, Finding, has_errors, named_from
from charterpress.site.permanent import Addresses, addresses_of, check_addresses
from charterpress.site.record import Recorded, write_record


@dataclass(frozen=True)
class Settled:
    """Hold the addresses of a project, and what is wrong with them or keeps them from being known."""

    addresses: Addresses
    findings: tuple[Finding, ...]


def load_addresses(root: Path, today: date) -> Settled:
    """Read addresses.yml and the documents of the project in `root`; documents that cannot be read are findings."""
    project, findings = load_project(root)
    if project is None:
        return Settled(Addresses(), named_from(root.resolve(), findings))
    library = load_library(project.docs, project.root)
    addresses = Addresses(load_book(project.root), addresses_of(library, project))
    broken = [finding for finding in library.findings if has_errors([finding])]
    found = (*broken, *check_addresses(addresses, library, today))
    return Settled(addresses, named_from(project.root, found))


def move(root: Path, old: str, new: str, today: date) -> str:
    """Write that an address moved to another one, and return what was written; what cannot be true stops the run."""
    addresses = _loaded(root, today)
    address = _gone(addresses, old)
    there = _there(addresses, new, address)
    target = there.part if address.page == there.page and address.part and there.part else str(there)
    # A page without folders and parts would be taken for a part of the same page.
    if address.part and "/" not in target and "#" not in target and not there.part:
        target = f"/{target}"
    _write(root, addresses, address, Fate(moved_to=target))
    return f"{NAME}: '{address}' leads to '{there}' from the next build on."


def remove(  # noqa: PLR0913 - what an entry says of a removal
    root: Path, old: str, *, reason: str, on: date, was: str | None, instead: str | None, today: date
) -> str:
    """Write that something was taken out, and return what was written; what cannot be true stops the run."""
    addresses = _loaded(root, today)
    address = _gone(addresses, old)
    target = None
    if instead is not None:
        there = _there(addresses, instead, address)
        same = address.part and there.part and address.page == there.page
        target = there.part if same else (str(there) if "/" in str(there) or there.part else f"/{there}")
    _write(root, addresses, address, removal(on, reason, was, target))
    return f"{NAME}: '{address}' says from the next build on that it was taken out, and why."


def _loaded(root: Path, today: date) -> Addresses:
    settled = load_addresses(root, today)
    if settled.addresses.book.file is None:
        message = f"There is no {NAME} yet: the first build writes it. Until then nothing has an address to keep."
        raise CharterpressError(message)
    wrong = [each for each in settled.findings if not each.rule.startswith("address-")]
    if wrong:
        place = f"{wrong[0].file}:{wrong[0].line}"
        message = f"The project has to be readable first. {place}: {wrong[0].message}. {wrong[0].hint}"
        raise CharterpressError(message)
    return settled.addresses


def _gone(addresses: Addresses, name: str) -> Address:
    """Return the recorded address that a name means; it must be gone, and nothing said of it yet."""
    address = _find(name, addresses.book.fates, f"recorded in {NAME}")
    if addresses.book.fates[address].settled:
        line = addresses.book.finding("", "", "", address).line
        message = f"{NAME} says already what became of '{address}', on line {line}. Change it there."
        raise CharterpressError(message)
    if address.page in addresses.now and (address.part is None or address.part in addresses.now[address.page]):
        message = f"'{address}' is still on the site. Change its id, or take it out of its document, first."
        raise CharterpressError(message)
    return address


def _there(addresses: Addresses, name: str, gone: Address) -> Address:
    """Return the address of today that a name means: a bare word is a part of the same page where there is one."""
    every = [Address(page, part) for page, parts in addresses.now.items() for part in (None, *parts)]
    same = target_of(name, gone.page) if gone.part is not None else None
    return same if same in every else _find(name, every, "on the site")


def _find(name: str, among: Iterable[Address], where: str) -> Address:
    """Return the address that a name means: in full, or by the last id alone where only one has it."""
    every = list(among)
    wanted = name.strip().strip("/")
    exact = [address for address in every if str(address) == wanted]
    last = [address for address in every if _last(address) == wanted]
    found = exact or last
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(map(str, found))
        message = f"'{name}' can mean several addresses: {listed}. Write one of these."
        raise CharterpressError(message)
    names = {name: address for address in every for name in (str(address), _last(address))}
    close = get_close_matches(wanted, list(names), n=1)
    hint = f"Did you mean '{names[close[0]]}'?" if close else "Write it as 'charters/its-id#part'."
    message = f"The address '{name}' is not {where}. {hint}"
    raise CharterpressError(message)


def _last(address: Address) -> str:
    return address.part or address.page.rpartition("/")[2]


def _write(root: Path, addresses: Addresses, address: Address, fate: Fate) -> None:
    path = root / NAME
    text = path.read_bytes().decode("utf-8")
    write_record(Recorded(path, with_fate(text, addresses.book, address, fate).encode(), 0))
