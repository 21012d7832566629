"""Write into addresses.yml: add what is new and settle what is gone; every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from charterpress.content.addressbook import NAME, Address, AddressBook, Fate, Removal, parse_book, pointer_of
from charterpress.content.scalars import OTHER_MEANING, quoted
from charterpress.findings import CharterpressError

START = """\
# Every address that this site has published. The build adds new ones; keep this file with the texts.
# An address is never taken out of this file: people have it in letters, on paper and in bookmarks.
# When something gets another id, or is taken out, say so at its entry. These commands write it for you:
#   charterpress addresses move OLD NEW
#   charterpress addresses remove ADDRESS --reason "Why, in words that readers see."
"""


def with_new(text: str, book: AddressBook, now: Mapping[str, Sequence[str]]) -> str:
    """Return the text of a book with every address of `now` in it; without anything new it is the same text."""
    lines, ending = _lines(text or START)
    known = _parts_of(book)
    new = {page: [part for part in parts if part not in known.get(page, ())] for page, parts in now.items()}
    # From the last page to the first: what is written into one moves only what is done already.
    for page in reversed([page for page in known if new.get(page)]):
        lines = _with_parts(lines, book, page, tuple(known[page]), new[page])
    for page, parts in now.items():
        if page not in known:
            lines += ["", f"{_key(page)}:", *(["  parts:", *(f"    {part}:" for part in parts)] if parts else [])]
    if lines == _lines(text)[0]:
        return text
    return _verified(ending.join(lines) + ending, book, {Address(p, a) for p in now for a in (None, *now[p])}, {})


def with_fate(text: str, book: AddressBook, address: Address, fate: Fate) -> str:
    """Return the text of a book in which an entry says what became of its address."""
    lines, ending = _lines(text)
    row, indent = _entry(lines, book, address)
    below = " " * (indent + 2)
    written = [f"{below}{line}" for line in fate_lines(fate)]
    lines[row + 1 : row + 1] = written
    return _verified(ending.join(lines) + ending, book, set(), {address: fate})


def fate_lines(fate: Fate) -> list[str]:
    """Return what is written below the entry of an address that is gone."""
    if fate.removed is None:
        return [f"moved_to: {_scalar(fate.moved_to or '')}"]
    removed = fate.removed
    lines = ["removed:", f"  on: {removed.on.isoformat()}", f"  reason: {quoted(removed.reason)}"]
    lines += [f"  was: {quoted(removed.was)}"] if removed.was else []
    lines += [f"  instead: {_scalar(removed.instead)}"] if removed.instead else []
    return lines


def moved_line(target: str) -> str:
    """Return in one line what to write behind the entry of an address that moved."""
    return f"{{moved_to: {target}}}"


def removed_line(day: date) -> str:
    """Return in one line what to write behind the entry of an address that was taken out."""
    return f'{{removed: {{on: {day.isoformat()}, reason: "…"}}}}'


def removal(day: date, reason: str, was: str | None, instead: str | None) -> Fate:
    """Return the fate of what was taken out; line ends in the words become spaces."""
    words = " ".join(reason.split())
    if not words:
        message = "Say why it was taken out: --reason needs words that readers of the page understand."
        raise CharterpressError(message)
    return Fate(removed=Removal(on=day, reason=words, was=" ".join((was or "").split()) or None, instead=instead))


def _lines(text: str) -> tuple[list[str], str]:
    ending = "\r\n" if "\r\n" in text else "\n"
    return text.removesuffix(ending).split(ending), ending


def _entry(lines: list[str], book: AddressBook, address: Address) -> tuple[int, int]:
    """Return the row and the indent of an entry that stands on a line of its own, with nothing said behind it."""
    assert book.file is not None  # noqa: S101 - an address of the book stands in its file
    row = book.file.place(pointer_of(address)).line - 1
    found = re.match(r"^( *)(['\"]?)(.+?)\2:[ \t]*(#.*)?$", lines[row])
    if found is None or found[3] != (address.part or address.page):
        _give_up(f"the entry '{address}' on line {row + 1}")
    return row, len(found[1])


def _parts_of(book: AddressBook) -> dict[str, dict[str, None]]:
    """Return the recorded parts of each recorded page, in the order of the file."""
    found: dict[str, dict[str, None]] = {}
    for address in book.fates:
        parts = found.setdefault(address.page, {})
        if address.part is not None:
            parts[address.part] = None
    return found


def _with_parts(lines: list[str], book: AddressBook, page: str, known: tuple[str, ...], new: list[str]) -> list[str]:
    """Return the lines with parts behind those that a page has already."""
    if known:
        row, indent = _entry_start(lines, book, Address(page, known[-1]))
        end = _end(lines, row, indent)
        return [*lines[:end], *(f"{' ' * indent}{part}:" for part in new), *lines[end:]]
    row, indent = _entry(lines, book, Address(page))
    end = _end(lines, row, indent)
    inner = " " * (indent + 2)
    heading = [] if any(line.strip() == "parts:" for line in lines[row:end]) else [f"{inner}parts:"]
    return [*lines[:end], *heading, *(f"{inner}  {part}:" for part in new), *lines[end:]]


def _entry_start(lines: list[str], book: AddressBook, address: Address) -> tuple[int, int]:
    """Return the row and the indent of the key of an entry, whatever is said behind it."""
    assert book.file is not None  # noqa: S101 - see above
    key = re.compile(rf"^( *)(['\"]?){re.escape(address.part or address.page)}\2:(?=\s|$)")
    row = book.file.place(pointer_of(address)).line - 1
    # The place of an entry is that of its value where this is text.
    found = key.match(lines[row])
    if found is None:
        _give_up(f"the entry '{address}' on line {row + 1}")
    return row, len(found[1])


def _end(lines: list[str], row: int, indent: int) -> int:
    """Return the row behind an entry: behind the last line that belongs to it, before comments and blank lines."""
    end = row + 1
    for number in range(row + 1, len(lines)):
        bare = lines[number].strip()
        if bare and len(lines[number]) - len(lines[number].lstrip(" ")) <= indent and not bare.startswith("#"):
            break
        if bare and not bare.startswith("#"):
            end = number + 1
    return end


def _verified(text: str, before: AddressBook, added: set[Address], changed: Mapping[Address, Fate]) -> str:
    """Return a text after reading it again: it must say what was asked for, and all that it said before."""
    after = parse_book(text, before.file.path if before.file is not None else Path(NAME))
    wanted = {**dict.fromkeys(added, Fate()), **before.fates, **changed}
    if after.findings or dict(after.fates) != wanted:
        _give_up("it")
    return text


def _give_up(what: str) -> NoReturn:
    message = f"{NAME} is written in a form that cannot be added to: {what}. Write one entry a line, as 'address:'."
    raise CharterpressError(message)


def _key(page: str) -> str:
    return page if re.fullmatch(r"[A-Za-z][\w./-]*", page) and page.lower() not in OTHER_MEANING else quoted(page)


def _scalar(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z/][\w./#-]*", text) and text.lower() not in OTHER_MEANING else quoted(text)
