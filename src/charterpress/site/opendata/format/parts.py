"""Define the small parts that all data is made of: words, addresses, references."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

EXAMPLE = "https://charters.example/charters/family/"

Address = Annotated[
    str,
    Field(
        description="A full web address; where the site has none of its own, a path below the root of the site.",
        examples=[f"{EXAMPLE}#answer-you", "charters/family/#answer-you"],
        json_schema_extra={"format": "uri-reference"},
    ),
]
Identifier = Annotated[
    str,
    Field(description="The permanent id; it is the same in every language.", examples=["answer-you"]),
]
LanguageTag = Annotated[str, Field(description="A language as a BCP 47 tag.", examples=["en", "cy", "ur"])]


class Part(BaseModel):
    """Hold one part of the public format; it never changes after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(Part):
    """Hold plain words, such as a title or a name."""

    text: str = Field(description="The words.", examples=["Our promises"])
    language: LanguageTag | None = Field(
        default=None,
        description="The language of the words, where it is not that of the document: they are not translated.",
        examples=["en"],
    )


class Words(Part):
    """Hold a text twice: as plain words, and with its emphasis, links and notes."""

    text: str = Field(description="The words alone.", examples=["Hear you and your advocate."])
    markdown: str = Field(
        description="The same as inline CommonMark: **strong**, *emphasis*, [links](https://…); [^id] calls a note.",
        examples=[f"Hear you and your [advocate]({EXAMPLE}#advocate).[^law]"],
    )
    language: LanguageTag | None = Field(
        default=None,
        description="The language of the text, where it is not that of the document: it is not translated.",
        examples=["en"],
    )


class Addressed(Part):
    """Hold what has a permanent address."""

    id: Identifier
    address: Address = Field(description="The permanent address of this part.")


class Reference(Part):
    """Point to a document, or to a part of one."""

    document: Identifier = Field(description="The id of the document.", examples=["rules"])
    part: Identifier | None = Field(default=None, description="The id of the part, where one is meant.")
    address: Address | None = Field(
        default=None, description="Where it stands: in this language, or else in the one it was written in."
    )


class Organisation(Part):
    """Name an organisation."""

    name: Label = Field(description="What it is called.")
    website: str | None = Field(
        default=None, description="Its address on the web.", examples=["https://council.example/"]
    )


class Paragraph(Part):
    """Hold a paragraph."""

    type: Literal["paragraph"] = Field(description="Tells a paragraph from a list.")
    words: Words = Field(description="What it says.")


class List(Part):
    """Hold a list."""

    type: Literal["list"] = Field(description="Tells a list from a paragraph.")
    lead_in: Words | None = Field(default=None, description="The words that lead into the list.")
    items: tuple[Words, ...] = Field(description="The entries, in their order.")


Block = Annotated[Paragraph | List, Field(discriminator="type")]


class Item(Addressed):
    """Hold an entry of a list that has an address of its own."""

    words: Words = Field(description="What it says.")
    items: tuple[Item, ...] = Field(description="The entries below it, in their order.")
