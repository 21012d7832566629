"""Hold a charter that came out of an adaptation, with what was changed and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pydantic import InstanceOf

from charterpress.content.model.adaptation import Permission
from charterpress.content.model.base import Model, Organisation
from charterpress.content.model.charter import Charter, Commitment, Promises, Protocol
from charterpress.content.model.text import Fixed, Identifier, Prose


class ChangeKind(StrEnum):
    """Say what a change does."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"
    REORDER = "reorder"


class MadeChange(Model):
    """Hold one change of an adapted charter as families are told of it; the reason is translated like any text.

    `target` is the id of a commitment, or that of a block of promises or `themes` where the order is changed.
    """

    kind: ChangeKind
    target: Identifier
    because: Prose
    agreed_by: Fixed | None = None
    agreed: date | None = None

    @property
    def owner(self) -> str:
        """Return what the context of the reason starts with: `on-time.because`."""
        return self.target


@dataclass(frozen=True)
class Origin:
    """Say which charter was adapted, from where and on what terms.

    `where` is the folder or the package that it came from, empty for this project. `licence` is empty where none is
    given. `original` is the adapted charter itself, with our names filled in, as it was at `version`, the version that
    was adapted. Where the source has moved on, `newest` is the version it has now, and `newer` the charter at that
    one; else they are `version` and None. `names` has what was filled in, by name and language ("und" for every one).
    """

    id: str
    version: str
    newest: str
    title: str
    publisher: Organisation | None
    licence: str
    where: str
    original: Charter
    newer: Charter | None = None
    permission: Permission | None = None
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def chain(self) -> tuple[Origin, ...]:
        """Return this origin and those behind it, the nearest first: an adapted charter may be an adaptation."""
        behind = self.newer or self.original
        return (self, *(behind.adaptation.chain if isinstance(behind, AdaptedCharter) else ()))


Block = Promises | Protocol


@dataclass(frozen=True)
class Alteration:
    """Hold a change with both sides of it.

    `original` is None for what was added, `ours` for what was removed, both for another order. `block` is the block
    of promises that it is about: ours where it is still there, else that of the original; None where the themes
    have another order. `theme` is the id of its theme, or empty.
    """

    change: MadeChange
    original: Commitment | None
    ours: Commitment | None
    block: Block | None
    theme: str


class AdaptedCharter(Charter):
    """Hold a charter that came out of an adaptation: a charter in all respects, that knows where it came from."""

    changes: tuple[MadeChange, ...] = ()
    adaptation: InstanceOf[Origin]

    @property
    def alterations(self) -> tuple[Alteration, ...]:
        """Return every change with both sides, in the order in which the adaptation lists them."""
        return tuple(self._altered(change) for change in self.changes)

    def alteration(self, identifier: str) -> Alteration | None:
        """Return what was changed about a commitment or about the order of a block, or None."""
        return next((one for one in self.alterations if one.change.target == identifier), None)

    def _altered(self, change: MadeChange) -> Alteration:
        origin, ours = self.adaptation, _places(self)
        original = {**(_places(origin.newer) if origin.newer is not None else {}), **_places(origin.original)}
        target = change.target
        if change.kind is ChangeKind.REORDER:
            blocks = {block.id: (block, theme) for block, theme in _blocks(self)}
            block, theme = blocks.get(target, (None, ""))
            return Alteration(change, None, None, block, theme)
        before = original[target][0] if target in original and change.kind is not ChangeKind.ADD else None
        after = ours[target][0] if target in ours and change.kind is not ChangeKind.REMOVE else None
        _, block, theme = ours.get(target) or original[target]
        return Alteration(change, before, after, block, theme)


def _blocks(charter: Charter) -> Iterator[tuple[Block, str]]:
    yield from ((block, section.theme) for section in charter.themes for block in section.promises)
    yield from ((block, block.theme or "") for block in (charter.protocols.items if charter.protocols else ()))


def _places(charter: Charter) -> dict[str, tuple[Commitment, Block, str]]:
    return {one.id: (one, block, theme) for block, theme in _blocks(charter) for one in block.commitments}
