"""Define what stands on a leaflet, as plain values that the templates set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from charterpress.leaflets.runs import Runs

Shape = Literal["disc", "ring", "square"]
"""The mark of a party: who promises is told by shape and by words, not by colour alone."""

SHAPES: tuple[Shape, ...] = ("disc", "ring", "square")


@dataclass(frozen=True)
class Part:
    """Hold what belongs to an item: a deadline, an exception, a detail."""

    label: str | None
    runs: Runs


@dataclass(frozen=True)
class Item:
    """Hold one entry of a list with its parts and the entries below it; `id` is its address."""

    runs: Runs
    parts: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    id: str | None = None


@dataclass(frozen=True)
class Heading:
    """Open a part of the leaflet; `id` is its address, where anything leads there."""

    runs: Runs
    id: str | None = None
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """Hold running text; a lead-in stays with what follows."""

    runs: Runs
    leads: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Bullets:
    """Hold a list that no party owns; one that is `ordered` goes from step to step."""

    items: tuple[Item, ...]
    ordered: bool = False
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True)
class Side:
    """Hold what one party promises another, under its own mark; `who` names that party where the title may not."""

    shape: Shape
    title: Runs
    lead_in: Runs | None
    items: tuple[Item, ...]
    who: Part | None = None
    kind: Literal["side"] = "side"


@dataclass(frozen=True)
class Notes:
    """Hold the notes that the text calls, each with its id; the template numbers them."""

    title: str
    items: tuple[tuple[str, Runs], ...]
    kind: Literal["notes"] = "notes"


Block = Heading | Paragraph | Bullets | Side | Notes


@dataclass(frozen=True)
class Mark:
    """Name a party beside its shape."""

    shape: Shape
    name: Runs


@dataclass(frozen=True)
class Front:
    """Hold the cover."""

    title: Runs
    parties: tuple[Mark, ...]
    summary: Runs
    organisation: str
    notices: tuple[Runs, ...]


@dataclass(frozen=True)
class Back:
    """Hold the last panel: whom to ask, where the whole is, where it comes from."""

    contacts_title: str
    contacts: tuple[tuple[Runs, tuple[Runs, ...]], ...]
    whole: str
    address: Runs
    scan: str
    about_title: str
    about: tuple[Runs, ...]
    organisation: str


@dataclass(frozen=True)
class Panels:
    """Hold everything that one leaflet says."""

    front: Front
    flow: tuple[Block, ...]
    back: Back
    my_notes: str
    inside: str
