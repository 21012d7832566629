"""Take a charter's data apart into blocks and promises that can be changed, and put it together again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from charterpress.content.patchwork import At, Patchwork
from charterpress.content.yamlfile import Pointer, Value, YamlFile

Keys = dict[str, Any]
"""Data as YAML has it; the model has checked its shape before."""


@dataclass
class Part:
    """Hold an entry of a list: its data, where it stands, and which of its keys stand elsewhere."""

    data: Keys
    at: At
    keys: dict[str, At] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the id of the part."""
        return str(self.data["id"])


@dataclass
class Block:
    """Hold a block of promises, its commitments apart."""

    part: Part
    promises: list[Part]

    @property
    def id(self) -> str:
        """Return the id of the block."""
        return self.part.id

    @property
    def ids(self) -> list[str]:
        """Return the ids of the commitments in their order."""
        return [promise.id for promise in self.promises]


@dataclass
class Section:
    """Hold the promises on a theme."""

    part: Part
    blocks: list[Block]

    @property
    def theme(self) -> str:
        """Return the id of the theme."""
        return str(self.part.data["theme"])


@dataclass
class Sheet:
    """Hold a charter taken apart: its themes, the blocks of its protocols, its lists that grow, and the rest."""

    rest: Keys
    pieces: dict[Pointer, At]
    sections: list[Section]
    protocols: Part | None
    agreed: list[Block]
    lists: dict[str, list[Part]]

    @property
    def blocks(self) -> Iterator[Block]:
        """Yield every block of promises in the order of the page."""
        yield from (block for section in self.sections for block in section.blocks)
        yield from self.agreed

    def block(self, identifier: str) -> Block | None:
        """Return the block with this id."""
        return next((block for block in self.blocks if block.id == identifier), None)

    def block_of(self, commitment: str) -> Block | None:
        """Return the block that has a commitment."""
        return next((block for block in self.blocks if commitment in block.ids), None)

    def promise(self, identifier: str) -> Part | None:
        """Return the commitment with this id."""
        return next((one for block in self.blocks for one in block.promises if one.id == identifier), None)


_GROWING = ("definitions", "notes")
"""The lists of a charter that an adaptation adds to."""


def take_apart(file: YamlFile) -> Sheet:
    """Return the charter of a file that the model has accepted, taken apart."""
    data: Any = file.data
    sections = []
    for number, section in enumerate(data.get("themes", ())):
        at: Pointer = ("themes", number)
        part = Part(_without(section, "promises"), (file, at))
        blocks = [_block(file, (*at, "promises", index), block) for index, block in enumerate(section["promises"])]
        sections.append(Section(part, blocks))
    held = data.get("protocols")
    protocols = Part(_without(held, "items"), (file, ("protocols",))) if held is not None else None
    agreed = [
        _block(file, ("protocols", "items", index), block)
        for index, block in enumerate(held["items"] if held is not None else ())
    ]
    lists = {
        name: [Part(entry, (file, (name, index))) for index, entry in enumerate(data.get(name, ()))]
        for name in _GROWING
    }
    rest = {key: value for key, value in data.items() if key not in {"themes", "protocols", *_GROWING}}
    return Sheet(rest, {(): (file, ())}, sections, protocols, agreed, lists)


def put_together(sheet: Sheet, path: Path) -> Patchwork:
    """Return the charter as a document of `path`; blocks and themes without a promise are left out."""
    data: Keys = dict(sheet.rest)
    pieces = dict(sheet.pieces)
    themes: list[Keys] = []
    for section in sheet.sections:
        at: Pointer = ("themes", len(themes))
        blocks = [block for block in section.blocks if block.promises]
        if blocks:
            promises = [_joined(block, (*at, "promises", index), pieces) for index, block in enumerate(blocks)]
            themes.append({**_noted(section.part, at, pieces), "promises": promises})
    if themes:
        data["themes"] = themes
    agreed = [block for block in sheet.agreed if block.promises]
    if sheet.protocols is not None and agreed:
        items = [_joined(block, ("protocols", "items", index), pieces) for index, block in enumerate(agreed)]
        data["protocols"] = {**_noted(sheet.protocols, ("protocols",), pieces), "items": items}
    for name, parts in sheet.lists.items():
        if parts:
            data[name] = [_noted(part, (name, index), pieces) for index, part in enumerate(parts)]
    return Patchwork(path, data, {}, (), pieces)


def _block(file: YamlFile, at: Pointer, data: Keys) -> Block:
    promises = [Part(one, (file, (*at, "commitments", index))) for index, one in enumerate(data["commitments"])]
    return Block(Part(_without(data, "commitments"), (file, at)), promises)


def _joined(block: Block, at: Pointer, pieces: dict[Pointer, At]) -> Value:
    commitments = [_noted(one, (*at, "commitments", index), pieces) for index, one in enumerate(block.promises)]
    return {**_noted(block.part, at, pieces), "commitments": commitments}


def _noted(part: Part, at: Pointer, pieces: dict[Pointer, At]) -> Keys:
    """Return the data of a part, once it is noted where it and its keys stand."""
    pieces[at] = part.at
    pieces.update({(*at, key): place for key, place in part.keys.items()})
    return part.data


def _without(data: Keys, key: str) -> Keys:
    return {name: value for name, value in data.items() if name != key}
