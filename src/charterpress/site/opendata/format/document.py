"""Define what every document has, of whatever kind."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from charterpress.site.opendata.format.parts import (
    Address,
    Addressed,
    Identifier,
    Label,
    LanguageTag,
    Organisation,
    Part,
    Words,
)


class Licence(Part):
    """Say on what terms the words may be used."""

    stated: bool = Field(description="False where no licence is known: then ask the publisher before you use it.")
    name: Label | None = Field(default=None, description="What the licence is called, as the site's editors wrote it.")
    website: str | None = Field(
        default=None,
        description="Where the licence can be read.",
        examples=["https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"],
    )


class Source(Part):
    """Name the text that a document is based on."""

    title: Label = Field(description="What it is called.")
    publisher: Label = Field(description="Who published it.")
    website: str | None = Field(
        default=None, description="Where it can be read.", examples=["https://alliance.example/charter"]
    )
    retrieved: date | None = Field(default=None, description="The day on which the copy used was taken.")
    plain_english_version: bool = Field(
        description="True where the document says the same in other, plainer words; they are not the publisher's."
    )


class Review(Part):
    """Say who has read a translation."""

    name: str = Field(description="Who signed for it.", examples=["A native reader"])
    day: date = Field(description="The newest day on which they did.")


class Counts(Part):
    """Count the texts of a document by how far they have come in a language."""

    total: int = Field(ge=0, description="How many texts there are.")
    reviewed: int = Field(ge=0, description="How many have been read and signed by somebody who knows the language.")
    draft: int = Field(ge=0, description="How many are shown although nobody has checked them.")
    untranslated: int = Field(ge=0, description="How many are shown in the language they were written in.")


class Translation(Part):
    """Say how far a document has come in one language."""

    language: LanguageTag
    state: Literal["original", "draft", "incomplete", "reviewed"] = Field(
        description=(
            "original: written in this language; draft: shown, but not all of it is checked; "
            "incomplete: what is translated is checked, the rest is not translated; reviewed: all of it is checked."
        )
    )
    method: Literal["machine", "person"] | None = Field(
        default=None, description="How the translation was made, where that is known."
    )
    translator: str | None = Field(default=None, description="Who translated it, where a person did and is named.")
    reviews: tuple[Review, ...] = Field(description="Who has checked words of it; the words must be unchanged since.")
    texts: Counts | None = Field(default=None, description="How many texts have come how far; not for the original.")
    address: Address = Field(description="The page in this language.")
    data: Address = Field(description="This data in this language.")
    plain_text: Address = Field(description="The whole document as plain text in this language.")


class Definition(Addressed):
    """Explain a term."""

    term: Label = Field(description="The term.")
    meaning: Words = Field(description="What it means here.")


class Note(Addressed):
    """Hold a footnote; texts call it with [^id]."""

    words: Words = Field(description="What it says.")


class Contact(Addressed):
    """Say whom to ask."""

    name: Label = Field(description="Who it is.")
    purpose: Words | None = Field(default=None, description="What to ask them for.")
    email: str | None = Field(default=None, description="Their e-mail address.", examples=["office@council.example"])
    phone: str | None = Field(default=None, description="Their telephone number.", examples=["0300 123 4567"])
    website: str | None = Field(
        default=None, description="Their address on the web.", examples=["https://council.example/office"]
    )


class OpenDocument(Part):
    """Hold what every document has."""

    kind: str = Field(description="What kind of document this is.")
    id: Identifier = Field(description="The permanent id of the document.", examples=["family"])
    address: Address = Field(description="The permanent address of the page in this language.")
    language: LanguageTag = Field(description="The language of the texts that do not name another one.")
    original_language: LanguageTag = Field(description="The language in which the document was written.")
    title: Label = Field(description="What it is called.")
    summary: Words = Field(description="What it is about, in a sentence or two.")
    audience: Literal["families", "practitioners"] = Field(description="For whom it is written.")
    version: str | None = Field(default=None, description="The version of the document.", examples=["1.2"])
    approved: date | None = Field(default=None, description="The day of approval; left out while not approved.")
    review_by: date | None = Field(default=None, description="The day by which it is to be looked at again.")
    publisher: Organisation | None = Field(default=None, description="Who publishes the document.")
    source: Source | None = Field(default=None, description="The text that it is based on, where there is one.")
    licence: Licence = Field(description="On what terms the source gives its words.")
    translations: tuple[Translation, ...] = Field(
        description="Every language that shows the document, this one included, in the order of the site."
    )
    definitions: tuple[Definition, ...] = Field(description="The terms that the document explains.")
    notes: tuple[Note, ...] = Field(description="The footnotes, in the order in which they are called.")
    contacts: tuple[Contact, ...] = Field(description="Whom to ask.")
    acknowledgements: tuple[Words, ...] = Field(description="Who is thanked.")
