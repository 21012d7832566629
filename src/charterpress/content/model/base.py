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

    name: Fixed = Field(description="What the organisation is called.", examples=["Littleham Council"])
    url: WebAddress | None = Field(default=None, description="Its website.", examples=["https://littleham.example/"])


class SourceNote(Model):
    """Record a defect of the source, or a choice made because of it; for editors."""

    at: Fixed = Field(
        description="Where in the source: a heading, a number, the words before it.", examples=["Heading of theme 1"]
    )
    note: Fixed = Field(
        description="What is odd there, or what you chose because of it.", examples=["Printed without a date."]
    )


class Source(Model):
    """Say which text a document comes from and on what terms."""

    title: Fixed = Field(
        description="What the text is called that this one is based on.", examples=["Parents' Charter"]
    )
    publisher: Fixed = Field(description="Who published it.", examples=["Littleham Parent Carer Forum"])
    url: WebAddress | None = Field(
        default=None,
        description="Where it can be read on the web.",
        examples=["https://forum.littleham.example/charter"],
    )
    licence: Fixed = Field(description="On what terms its words may be used.", examples=["OGL-UK-3.0"])
    retrieved: date | None = Field(
        default=None, description="The day on which you took your copy.", examples=["2026-11-22"]
    )
    plain_english_version: bool = Field(
        default=False,
        description="True when the words are ours and not the publisher's; the page then says so.",
        examples=[True],
    )
    notes: tuple[SourceNote, ...] = Field(
        default=(), description="What you noticed about the source; for editors, not for readers."
    )


class Definition(Model):
    """Explain a term; it appears on the page and in the glossary."""

    id: Identifier = Field(description="Its permanent address; charterpress ids makes one.", examples=["advocate"])
    term: Label = Field(description="The word or phrase to explain.", examples=["Advocate"])
    meaning: Prose = Field(description="What it means, in plain words.", examples=["A person who speaks up for you."])


class Note(Model):
    """Hold a footnote, called in a text with `[^id]`."""

    id: Identifier = Field(
        description="The name by which texts call the note: [^ethics-code].", examples=["ethics-code"]
    )
    text: NoteText = Field(
        description="What the footnote says.", examples=["The code is on the website of the association."]
    )


class Contact(Model):
    """Say whom to ask, and for what."""

    id: Identifier = Field(description="Its permanent address; charterpress ids makes one.", examples=["family-line"])
    name: Label = Field(description="Whom to ask.", examples=["Family Information Service"])
    purpose: Prose | None = Field(
        default=None, description="What they help with.", examples=["For questions about this charter."]
    )
    email: Email | None = Field(
        default=None, description="Their e-mail address.", examples=["families@littleham.example"]
    )
    phone: Fixed | None = Field(
        default=None, description="Their phone number, as you would dial it.", examples=["01632 960001"]
    )
    url: WebAddress | None = Field(
        default=None, description="Their website.", examples=["https://littleham.example/families"]
    )


class Item(Model):
    """Hold one entry of a list, with its own permanent address and further entries below it."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["learn-together"]
    )
    text: ItemText = Field(description="What the entry says.", examples=["Learn from one another."])
    items: tuple[Item, ...] = Field(default=(), description="Entries below this one.")


class ListBlock(Model):
    """Hold a list and the words that lead into it."""

    lead_in: LeadIn | None = Field(
        default=None, description="The words that lead into the list.", examples=["You can ask us for:"]
    )
    items: tuple[ItemText, ...] = Field(
        min_length=1, description="The entries of the list.", examples=[["A letter", "A phone call"]]
    )


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

    question: Label = Field(description="What readers are asked.", examples=["Did this page help you?"])
    thanks: Label = Field(description="What they read after they have answered.", examples=["Thank you."])


class ReadingConfirmation(Model):
    """Let staff confirm that they have read a chapter, for one of the purposes named."""

    text: Prose = Field(description="What staff confirm.", examples=["I have read this chapter."])
    purposes: tuple[Label, ...] = Field(
        min_length=1,
        description="Why somebody may have read it; staff choose one.",
        examples=[["Induction", "Supervision"]],
    )


class Document(Model):
    """Hold what every kind of document has."""

    kind: str = Field(description="What the document is; the folder that it stands in must fit.", examples=["charter"])
    id: Identifier = Field(
        description="Its permanent address on the web. Never change it once it is published.",
        examples=["working-together"],
    )
    short: ShortAddress | None = Field(
        default=None,
        description="A second address, right below that of the site, to print and to type: 'together'.",
        examples=["together"],
    )
    title: Heading = Field(description="What readers see as the heading of the page.", examples=["Working together"])
    summary: Prose = Field(
        description="One or two sentences on what it is about; lists and search results show them.",
        examples=["What families and services can expect from each other."],
    )
    language: Fixed = Field(
        default="en", description="The language that the texts here are written in.", examples=["en"]
    )
    audience: Audience = Field(
        default=Audience.FAMILIES,
        description="Who reads it. Texts for families must be easier to read than those for practitioners.",
        examples=["families"],
    )
    order: int = Field(default=100, description="Where the document stands in lists: small comes first.", examples=[10])
    publisher: Organisation | None = Field(default=None, description="Who publishes this document.")
    source: Source | None = Field(
        default=None, description="The text that it is based on. Leave it out where the words are your own."
    )
    version: Fixed | None = Field(default=None, description="The version of the document, in quotes.", examples=["1.0"])
    approved: date | None = Field(default=None, description="The day on which it was agreed.", examples=["2026-11-22"])
    review_by: date | None = Field(
        default=None, description="The day by which somebody should look at it again.", examples=["2027-11-22"]
    )
    definitions: tuple[Definition, ...] = Field(
        default=(), description="Words that need explaining; the page and the word list explain them."
    )
    notes: tuple[Note, ...] = Field(default=(), description="Footnotes. A text calls one with [^id].")
    acknowledgements: tuple[Prose, ...] = Field(
        default=(),
        description="Whom you thank, a paragraph each.",
        examples=[["Thank you to all parents who took part."]],
    )
    contacts: tuple[Contact, ...] = Field(default=(), description="Whom readers can ask, and for what.")
    feedback: Feedback | None = Field(
        default=None, description="A question to readers that is the page's own, instead of the usual one."
    )
    reading_confirmation: ReadingConfirmation | None = Field(
        default=None, description="Words of the page's own with which staff confirm that they have read it."
    )
