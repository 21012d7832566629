"""Put what an adaptation says of itself in the place of what the adapted charter says of itself."""

from __future__ import annotations

from typing import Any

from charterpress.content.adaptation.sheet import Part, Sheet
from charterpress.content.model import Adaptation
from charterpress.content.yamlfile import Pointer, YamlFile

_OURS_ONLY = ("id", "short", "order", "publisher", "version", "approved", "review_by")
"""What says which document this is; that of the adapted charter is never taken for ours."""
_OURS_OR_THEIRS = (
    "title",
    "summary",
    "audience",
    "introduction",
    "source",
    "acknowledgements",
    "contacts",
    "feedback",
    "reading_confirmation",
    "licence",
    "leaflet",
)
_GROWING = ("definitions", "notes")
OURS_ONLY = frozenset(_OURS_ONLY)
"""The keys of the adapted charter that change nothing in ours."""


def take_over(sheet: Sheet, adaptation: Adaptation, file: YamlFile) -> None:
    """Give a charter the title, the contacts and so on of its adaptation; definitions and notes come on top."""
    data: Any = file.data
    sheet.rest = {key: value for key, value in sheet.rest.items() if key not in _OURS_ONLY}
    for key in (*_OURS_ONLY, *_OURS_OR_THEIRS):
        if key in data:
            sheet.rest[key] = data[key]
            sheet.pieces[key,] = (file, (key,))
    sheet.rest["kind"] = "charter"
    for name in _GROWING:
        for index, entry in enumerate(data.get(name, ())):
            part = Part(entry, (file, (name, index)))
            parts = sheet.lists[name]
            at = next((place for place, each in enumerate(parts) if each.id == part.id), len(parts))
            parts[at : at + 1] = [part]
    for number, _ in enumerate(adaptation.changes):
        sheet.pieces["changes", number] = (file, ("changes", number))


def own_parts(file: YamlFile) -> dict[str, Pointer]:
    """Return the places of what stands in the place of theirs, by key and id: `introduction`, `notes.ethics-code`."""
    data: Any = file.data
    found: dict[str, Pointer] = {key: (key,) for key in _OURS_OR_THEIRS if key in data}
    for name in _GROWING:
        found |= {f"{name}.{entry['id']}": (name, index) for index, entry in enumerate(data.get(name, ()))}
    return found
