"""Compare a charter in three versions: as it was adapted, as it is now, and as the adaptation has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from charterpress.content.model.charter import Commitment
from charterpress.content.yamlfile import Pointer


class State(StrEnum):
    """Say what became of a commitment, or of the order of a block, since it was adapted."""

    SAME = "same"
    """Nobody changed it."""
    FOLLOWED = "followed"
    """They changed it, and it follows."""
    NEW = "new"
    """They added it, and it follows."""
    GONE = "gone"
    """They removed it, and it follows."""
    OURS = "ours"
    """We changed it, and they did not."""
    ADDED = "added"
    """We added it."""
    REMOVED = "removed"
    """We removed it."""
    CONFLICT = "conflict"
    """Both sides changed it: somebody must decide."""


class Reason(StrEnum):
    """Say why something must be decided, in words for an editor that follow 'because'."""

    BOTH_CHANGED = "they changed it too"
    THEY_REMOVED = "they removed it, and you changed it"
    WE_REMOVED = "they changed it, and you removed it"
    BOTH_ADDED = "they added one with the same id"
    NO_BLOCK = "they removed the block that it stands in"
    NO_PLACE = "they removed or moved the promise that it follows"
    ORDER = "they added, removed or moved promises there"


@dataclass(frozen=True)
class Compared:
    """Hold a commitment in its three versions; one that is not in a version is None there.

    `change` is the number of our change to it, from 0, in the adaptation's list. `decided` tells whether the
    adaptation says that a conflict was decided for the newest version.
    """

    id: str
    base: Commitment | None
    theirs: Commitment | None
    ours: Commitment | None
    state: State
    reason: Reason | None = None
    change: int | None = None
    decided: bool = False


@dataclass(frozen=True)
class ComparedOrder:
    """Hold the order of a block, or of the themes, in its three versions, as ids."""

    id: str
    base: tuple[str, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    state: State
    reason: Reason | None = None
    change: int | None = None
    decided: bool = False


@dataclass(frozen=True)
class ChangedText:
    """Hold a text outside of commitments that they changed, in its three versions, empty where it is not there.

    It follows, unless we have one of our own: then `own` is the place of that in the adaptation. Of an introduction,
    of contacts and the like we have all or nothing: such a part is one text, a paragraph or an entry a line.
    """

    context: str
    base: str
    theirs: str
    ours: str
    own: Pointer | None = None


@dataclass(frozen=True)
class Comparison:
    """Hold an adapted charter in three versions, commitment by commitment.

    `commitments` are in the order of the page as it is now; those that are gone stand last. `orders` has the blocks
    that the adaptation puts into another order. `others` has the texts that they changed outside of commitments, and
    `also` names all else that they changed and that follows, such as an order or an e-mail address.
    """

    source: str
    base_version: str
    version: str
    commitments: tuple[Compared, ...]
    orders: tuple[ComparedOrder, ...] = ()
    others: tuple[ChangedText, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Tell whether the source is at another version than the one that was adapted."""
        return self.base_version != self.version

    @property
    def changed(self) -> bool:
        """Tell whether any promise of the source is another one than it was when it was adapted."""
        return any(one.base != one.theirs for one in self.commitments)

    @property
    def own_texts(self) -> tuple[tuple[ChangedText, Pointer], ...]:
        """Return the texts that they changed and that stay as they are with us, each with the place of ours."""
        return tuple((text, text.own) for text in self.others if text.own is not None)

    @property
    def conflicts(self) -> tuple[Compared | ComparedOrder, ...]:
        """Return what must be decided, and is not."""
        every: tuple[Compared | ComparedOrder, ...] = (*self.commitments, *self.orders)
        return tuple(one for one in every if one.state is State.CONFLICT and not one.decided)
