"""Define what every document has: identity, audience, source, version, notes, contacts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from charterpress.content.model.text import (
    Email,
    Fixed,
    Heading,
    Identifier,
    ItemText,
    Label,
    LeadIn,
    NoteText,
    Prose,
    ShortAddress,
    WebAddress,
)


class Model(BaseModel):
    """Reject unknown keys and never change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Audience(StrEnum):
    """Name who reads a document; each audience has its own reading grade in the settings."""

    FAMILIES = "families"
    PRACTITIONERS = "practitioners"


class Organisation(Model):
    """Name an organisation, with its address on the web."""

    name: Fixed
    url: WebAddress | None = None


class SourceNote(Model):
    """Record a defect of the source, or a choice made because of it; for editors."""

    at: Fixed = Field(description="Where in the source: a heading, a number, the words before it.")
    note: Fixed


class Source(Model):
    """Say which text a document comes from and on what terms."""

    title: Fixed
    publisher: Fixed
    url: WebAddress | None = None
    licence: Fixed
    retrieved: date | None = None
    plain_english_version: bool = Field(
        default=False,
        description="True when the words are ours and not the publisher's; the page then says so.",
    )
    notes: tuple[SourceNote, ...] = ()


class Definition(Model):
    """Explain a term; it appears on the page and in the glossary."""

    id: Identifier
    term: Label
    meaning: Prose


class Note(Model):
    """Hold a footnote, called in a text with `[^id]`."""

    id: Identifier
    text: NoteText


class Contact(Model):
    """Say whom to ask, and for what."""

    id: Identifier
    name: Label
    purpose: Prose | None = None
    email: Email | None = None
    phone: Fixed | None = None
    url: WebAddress | None = None


class Item(Model):
    """Hold one entry of a list, with its own permanent address and further entries below it."""

    id: Identifier
    text: ItemText
    items: tuple[Item, ...] = ()


class ListBlock(Model):
    """Hold a list and the words that lead into it."""

    lead_in: LeadIn | None = None
    items: tuple[ItemText, ...] = Field(min_length=1)


def _block_tag(value: object) -> str:
    return "(list)" if isinstance(value, dict | ListBlock) else "(paragraph)"


# The tags are no possible keys: they stand in the places that pydantic names, among the keys of the file.
Block = Annotated[
    Annotated[Prose, Tag("(paragraph)")] | Annotated[ListBlock, Tag("(list)")],
    Discriminator(_block_tag),
]
"""A paragraph, or a list with its lead-in."""

Body = tuple[Block, ...]


class Feedback(Model):
    """Ask readers whether a page helped them."""

    question: Label
    thanks: Label


class ReadingConfirmation(Model):
    """Let staff confirm that they have read a chapter, for one of the purposes named."""

    text: Prose
    purposes: tuple[Label, ...] = Field(min_length=1)


class Document(Model):
    """Hold what every kind of document has."""

    kind: str
    id: Identifier
    short: ShortAddress | None = Field(
        default=None, description="A second address, right below that of the site, to print and to type: 'together'."
    )
    title: Heading
    summary: Prose
    language: Fixed = "en"
    audience: Audience = Audience.FAMILIES
    order: int = Field(default=100, description="Where the document stands in lists: small comes first.")
    publisher: Organisation | None = None
    source: Source | None = None
    version: Fixed | None = None
    approved: date | None = None
    review_by: date | None = None
    definitions: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    acknowledgements: tuple[Prose, ...] = ()
    contacts: tuple[Contact, ...] = ()
    feedback: Feedback | None = None
    reading_confirmation: ReadingConfirmation | None = None
