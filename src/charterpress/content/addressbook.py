"""Read addresses.yml: every address that the site has published, and what became of those that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed
from charterpress.content.textfile import load_text
from charterpress.content.validate import validate
from charterpress.content.yamlfile import Pointer, Value, YamlFile, parse_yaml
from charterpress.findings import Finding

NAME = "addresses.yml"
_LIMIT = 20_000_000
"""The most bytes the file may have: some hundred thousand addresses."""

Target = Annotated[str, StringConstraints(pattern=r"^/?[^\s#/]+(/[^\s#/]+)*(#[^\s#]+)?$")]
"""A part of the same page (`new-id`), a page (`charters/together`, `/about`), or a part of one (`…#new-id`)."""


@dataclass(frozen=True, order=True)
class Address:
    """Name a page by its path below a language, and maybe a part of it."""

    page: str
    part: str | None = None

    def __str__(self) -> str:
        """Return the address as addresses.yml and the commands write it."""
        return f"{self.page}#{self.part}" if self.part else self.page


class Removal(Model):
    """Say when something was taken out and why, in words that readers of the page see."""

    on: date
    reason: Fixed
    was: Fixed | None = Field(default=None, description="The words that it had, or a name for it.")
    instead: Target | None = Field(default=None, description="Where readers find something in its place.")


class Fate(Model):
    """Say what became of an address: it moved, or it was taken out; neither while it is in use."""

    moved_to: Target | None = None
    removed: Removal | None = None

    @property
    def settled(self) -> bool:
        """Tell whether anything is said."""
        return self.moved_to is not None or self.removed is not None


IN_USE = Fate()


class _Page(Fate):
    """Hold what stands below a page; the parts are read one by one, so that each has its own findings."""

    parts: dict[str, object] = Field(default={})


@dataclass(frozen=True)
class AddressBook:
    """Hold every recorded address with its fate, in the order of the file, and what is wrong with the file.

    `file` is None where a project has no addresses.yml yet. `unread` has the entries that are wrong: it is not known
    what became of these addresses.
    """

    file: YamlFile | None = None
    fates: Mapping[Address, Fate] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unread: frozenset[Address] = frozenset()

    @property
    def readable(self) -> bool:
        """Tell whether the file could be read, but for entries that are wrong."""
        return self.file is None or self.file.only_doubled

    def pages(self) -> tuple[str, ...]:
        """Return the recorded pages."""
        return tuple(address.page for address in self.fates if address.part is None)

    def parts(self, page: str) -> tuple[str, ...]:
        """Return the recorded parts of a page."""
        return tuple(address.part for address in self.fates if address.page == page and address.part is not None)

    def finding(self, rule: str, message: str, hint: str, address: Address, *keys: str) -> Finding:
        """Return an error about an entry, or about what stands below it."""
        if self.file is None:
            return Finding(rule, message, hint, file=Path(NAME))
        return self.file.finding(rule, message, hint, (*pointer_of(address), *keys))


def pointer_of(address: Address) -> Pointer:
    """Return where an entry stands in the file."""
    return (address.page,) if address.part is None else (address.page, "parts", address.part)


def address_at(pointer: Pointer) -> Address:
    """Return the entry that a place in the file belongs to."""
    page, *below = map(str, pointer)
    return Address(page, below[1] if below[:1] == ["parts"] and len(below) > 1 else None)


def target_of(target: str, page: str | None) -> Address:
    """Return the address that a `moved_to` or an `instead` means; a bare word is a part of `page`, if one is given."""
    if page is not None and "/" not in target and "#" not in target:
        return Address(page, target)
    name, _, part = target.removeprefix("/").partition("#")
    return Address(name, part or None)


def load_book(root: Path) -> AddressBook:
    """Read addresses.yml in `root`; a project without one has an empty book."""
    path = root / NAME
    if not path.exists():
        return AddressBook()
    file = load_text(path, size_limit=_LIMIT)
    return (
        parse_book(file.text, path)
        if file.text is not None
        else AddressBook(YamlFile(path, None, {}), {}, file.findings)
    )


def parse_book(text: str, path: Path) -> AddressBook:
    """Read the text of an addresses.yml."""
    return read_book(parse_yaml(text, path))


def read_book(file: YamlFile) -> AddressBook:
    """Return the book that a YAML file holds."""
    if file.data is None:
        return AddressBook(file, {}, file.findings)
    if not isinstance(file.data, dict):
        hint = "Delete the file; the next build writes it anew."
        return AddressBook(file, {}, (*file.findings, file.finding("wrong-type", f"{NAME} must have keys", hint)))
    fates: dict[Address, Fate] = {}
    findings = list(file.findings)
    unread = {address_at(pointer) for pointer in file.doubled}
    for page, value in file.data.items():
        for pointer, finding in _read_page(file, page, value, fates):
            findings.append(finding)
            unread.add(address_at(pointer))
    return AddressBook(file, fates, tuple(findings), frozenset(unread))


Said = Iterator[tuple[Pointer, Finding]]
"""What is wrong, with the place of the entry."""


def _read_page(file: YamlFile, page: str, value: Value, fates: dict[Address, Fate]) -> Said:
    data = {} if value == "" else value
    parts = data.get("parts", "") if isinstance(data, dict) else ""
    if isinstance(data, dict):
        data = {**data, "parts": parts or {}}
    entry, wrong = validate(_Page, file, data, (page,))
    yield from (((page,), finding) for finding in wrong)
    fate = Fate(moved_to=entry.moved_to, removed=entry.removed) if entry is not None else IN_USE
    fates[Address(page)] = fate
    yield from _both(file, fate, (page,))
    for part, said in parts.items() if isinstance(parts, dict) else ():
        pointer: Pointer = (page, "parts", part)
        told, wrong = (None, ()) if said == "" else validate(Fate, file, said, pointer)
        yield from ((pointer, finding) for finding in wrong)
        fates[Address(page, part)] = told or IN_USE
        yield from _both(file, told or IN_USE, pointer)


def _both(file: YamlFile, fate: Fate, pointer: Pointer) -> Said:
    if fate.moved_to is not None and fate.removed is not None:
        message = f"'{pointer[-1]}' cannot both have moved and have been removed"
        yield pointer, file.finding("address-twice-settled", message, "Keep one of the two.", (*pointer, "removed"))
