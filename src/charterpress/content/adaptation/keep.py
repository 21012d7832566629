"""Write the copy of an adapted charter that new versions are compared with."""

from __future__ import annotations

from pathlib import Path

from charterpress.content.adaptation.copies import FOLDER, copy_of, copy_path
from charterpress.content.adaptation.resolve import source_of
from charterpress.content.adaptation.sources import Sources
from charterpress.content.adaptation.versions import FORM, can_be_named
from charterpress.content.model import Adaptation
from charterpress.content.shelf import Shelf
from charterpress.findings import Finding, shortened


def kept_copy(adaptation: Adaptation, shelf: Shelf) -> tuple[tuple[Path, bytes] | None, tuple[Finding, ...]]:
    """Return the copy of what an adaptation adapts, as it is now, with where it goes, or None and why there is none.

    Nothing is written. A charter without a version cannot be kept.
    """
    source, findings = source_of(adaptation, shelf, Sources())
    if source is None:
        return None, findings
    charter, file = source
    if charter.version is None:
        message = f"'{charter.id}' has no version, so no copy of it can be kept"
        hint = "Give it a 'version:', or ask its publisher to."
        return None, (shelf.files[adaptation.id].finding("source-version", message, hint, ("adapts",)),)
    if not can_be_named(charter.version):
        message = f"the version of '{charter.id}' cannot be the name of a copy: '{shortened(charter.version)}'"
        return None, (shelf.files[adaptation.id].finding("source-version", message, FORM, ("adapts",)),)
    folder = shelf.root / FOLDER
    if folder.exists() and not folder.is_dir():
        message = "there is a file of this name, and copies of adapted charters are kept in a folder of this name"
        return None, (Finding("file-unreadable", message, "Rename or delete it.", file=folder),)
    return (copy_path(shelf.root, charter.id, charter.version), copy_of(file)), ()


def write_copy(path: Path, content: bytes) -> None:
    """Write a copy beside its place first, and move it in when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_bytes(content)
    temporary.replace(path)
