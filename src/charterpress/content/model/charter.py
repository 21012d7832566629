"""Define a charter: who promises what to whom, theme by theme."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charterpress.content.model.base import Body, Document, Item, Model, Organisation
from charterpress.content.model.text import (
    Fixed,
    Heading,
    Identifier,
    ItemText,
    Label,
    LeadIn,
    Prose,
)


class Party(Model):
    """Name a side of the charter: parents, services, everyone."""

    id: Identifier
    name: Label
    meaning: Prose | None = None


class Deadline(Model):
    """Say by when a promise is kept, and what starts the time running."""

    time: Label
    starts: ItemText


class Commitment(Model):
    """Hold one promise; its `id` is its permanent address."""

    id: Identifier
    text: ItemText
    leaflet: ItemText | None = Field(
        default=None,
        description="A shorter wording for folded leaflets; it must promise the same. All else shows the text.",
    )
    detail: Prose | None = None
    examples: tuple[ItemText, ...] = ()
    unless: ItemText | None = Field(default=None, description="The exception, in a full sentence.")
    within: Deadline | None = None
    where_possible: bool = Field(default=False, description="The promise is hedged; shown as a hedge.")
    answers: Identifier | None = Field(default=None, description="The mirrored commitment of the other side.")
    backed_by: tuple[Fixed, ...] = Field(
        default=(), description="Provisions of guidance, each as <guidance id>#<provision id>."
    )
    original: Fixed | None = Field(default=None, description="The publisher's own words, where they may be shown.")


class Promises(Model):
    """Hold what one side promises the other on a theme."""

    id: Identifier
    title: Heading
    by: Identifier
    to: Identifier
    lead_in: LeadIn | None = None
    commitments: tuple[Commitment, ...] = Field(min_length=1)


class ThemeSection(Model):
    """Hold a charter's promises on one theme of docs/themes/."""

    theme: Identifier
    introduction: Prose | None = None
    promises: tuple[Promises, ...] = Field(min_length=1)


class Principle(Model):
    """Hold one principle of a named set."""

    id: Identifier
    title: Label
    text: ItemText


class Principles(Model):
    """Hold a named set of principles, often a third party's, such as cornerstones."""

    id: Identifier
    title: Heading
    origin: Organisation | None = None
    lead_in: LeadIn | None = None
    items: tuple[Principle, ...] = Field(min_length=1)


class Protocol(Model):
    """Hold one agreed way of working, with the promises that make it real."""

    id: Identifier
    title: Heading
    theme: Identifier | None = None
    by: Identifier
    to: Identifier
    lead_in: LeadIn | None = None
    commitments: tuple[Commitment, ...] = Field(min_length=1)


class Protocols(Model):
    """Hold the agreed ways of working."""

    id: Identifier
    title: Heading
    introduction: Prose | None = None
    items: tuple[Protocol, ...] = Field(min_length=1)


class Behaviours(Model):
    """Hold the closing list of what everyone undertakes to do."""

    id: Identifier
    title: Heading
    lead_in: LeadIn | None = None
    items: tuple[Item, ...] = Field(min_length=1)


class Rung(Model):
    """Hold one level of a ladder, from least to most say."""

    id: Identifier
    title: Label
    meaning: Prose


class Appendix(Model):
    """Hold an appendix: text, and a ladder of ordered levels where there is one."""

    id: Identifier
    title: Heading
    body: Body = ()
    ladder: tuple[Rung, ...] = ()


class NamedPlace(Model):
    """Hold a name that others fill in when they adapt the charter; texts have it in braces, as in {area}."""

    id: Identifier
    meaning: Fixed = Field(description="What belongs here, for those who adapt the charter.")
    default: Label | None = Field(
        default=None, description="What stands where nobody fills it in. Left out: every adaptation must fill it."
    )


class LeafletChoice(Model):
    """Choose the promises of a folded leaflet: those named and those on a theme together; without either, all."""

    commitments: tuple[Identifier, ...] = Field(default=(), description="Commitments, each by its id.")
    themes: tuple[Identifier, ...] = Field(default=(), description="Themes; all the charter's promises on them.")
    short: bool = Field(
        default=False, description="Of these, only the commitments that have a shorter text: `leaflet:`."
    )


class Charter(Document):
    """Hold commitments between named parties."""

    kind: Literal["charter"]
    leaflet: LeafletChoice | None = Field(
        default=None,
        description="Which promises a folded leaflet has. Left out: all. Pages and whole formats have all.",
    )
    licence: Fixed | None = Field(
        default=None,
        description="On what terms others may use and change this charter. Left out: those of the source, if any.",
    )
    names: tuple[NamedPlace, ...] = ()
    parties: tuple[Party, ...] = Field(min_length=1)
    introduction: Body = ()
    principles: tuple[Principles, ...] = ()
    themes: tuple[ThemeSection, ...] = ()
    protocols: Protocols | None = None
    behaviours: Behaviours | None = None
    appendices: tuple[Appendix, ...] = ()

    def party(self, identifier: str) -> Party:
        """Return the party with this id; references are checked when the library is loaded."""
        return next(party for party in self.parties if party.id == identifier)

    def commitments(self) -> tuple[Commitment, ...]:
        """Return every commitment in the order of the page."""
        promised = [c for section in self.themes for block in section.promises for c in block.commitments]
        agreed = [c for protocol in (self.protocols.items if self.protocols else ()) for c in protocol.commitments]
        return (*promised, *agreed)

    def blocks_on(self, theme: str) -> tuple[Promises | Protocol, ...]:
        """Return the blocks of commitments on one theme, whether promised or agreed in a protocol."""
        promised = [block for section in self.themes if section.theme == theme for block in section.promises]
        protocols = self.protocols.items if self.protocols else ()
        return (*promised, *(protocol for protocol in protocols if protocol.theme == theme))
