"""Keep addresses.yml: what a build published is in it from then on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from charterpress.content.addressbook import NAME
from charterpress.content.bookfile import with_new
from charterpress.site.permanent import Addresses


@dataclass(frozen=True)
class Recorded:
    """Hold what addresses.yml will say, and how many addresses are new in it."""

    path: Path
    content: bytes
    number: int


def new_record(root: Path, addresses: Addresses) -> Recorded | None:
    """Return what to write into addresses.yml of the project in `root`, or None where nothing is new."""
    if not addresses.new:
        return None
    path = root / NAME
    # Opened without translation of line ends, so that those of the file are kept.
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    return Recorded(path, with_new(text, addresses.book, addresses.now).encode(), len(addresses.new))


def write_record(recorded: Recorded) -> None:
    """Write addresses.yml beside its place first, so that it is never half there."""
    temporary = recorded.path.with_name(f".{recorded.path.name}.new")
    try:
        temporary.write_bytes(recorded.content)
        temporary.replace(recorded.path)
    finally:
        temporary.unlink(missing_ok=True)
