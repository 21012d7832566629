"""Cut texts into units: what is scored is the text itself, before any rendering."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.content.model.text import Role
from charterpress.content.texts import texts_of
from charterpress.content.yamlfile import YamlFile


@dataclass(frozen=True)
class Unit:
    """Hold one piece of text, with its place; `line` and `column` count from 1.

    `context` says which text of a document it is, and is empty where there is no document.
    """

    text: str
    role: Role
    file: Path
    line: int
    column: int
    context: str = ""

    @property
    def owner(self) -> str:
        """Return the id of the part of the document that the text belongs to."""
        return self.context.partition(".")[0]

    @property
    def scored(self) -> bool:
        """Tell whether the unit counts towards the grade."""
        return self.role.scored


def units_of(document: Document, file: YamlFile) -> tuple[Unit, ...]:
    """Return the units of a document in the language it was written in."""
    units = []
    for text in texts_of(document):
        path, place = file.locate(text.pointer)
        units.append(Unit(plain_text(text.text), text.role, path, place.line, place.column, text.context))
    return tuple(units)


def left_out(units: Iterable[Unit]) -> dict[Role, int]:
    """Count the units that are not scored, by what they are."""
    counts: dict[Role, int] = {}
    for unit in units:
        if not unit.scored:
            counts[unit.role] = counts.get(unit.role, 0) + 1
    return counts
