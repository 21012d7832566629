"""Define the data of guidance, of family guides, and of themes."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from charterpress.site.opendata.format.document import OpenDocument
from charterpress.site.opendata.format.parts import Addressed, Block, Identifier, Item, Label, Part, Reference, Words


class Instrument(Part):
    """Name the law, guidance or procedure itself."""

    title: Label = Field(description="What it is called.")
    issuer: Label = Field(description="Who made it.")
    force: Literal["law", "statutory-guidance", "local-procedure", "advice"] = Field(description="How binding it is.")
    applies_to: Words = Field(description="Who must use it.")
    should_means: Words | None = Field(default=None, description="What “should” means in it.")
    website: str | None = Field(
        default=None, description="Where it can be read.", examples=["https://rules.example/2023"]
    )


class Edition(Addressed):
    """Hold one edition of the instrument."""

    label: Label = Field(description="What the edition is called.")
    date: str = Field(description="When it came out, as precisely as is known.", examples=["2018", "2018-07"])
    website: str | None = Field(
        default=None, description="Where it can be read.", examples=["https://rules.example/2018"]
    )
    replaced_by: Identifier | None = Field(default=None, description="The id of the edition that replaced it.")
    replaced_on: dt.date | None = Field(default=None, description="The day on which it was replaced.")


class Place(Part):
    """Say where a provision stands in print."""

    edition: Identifier = Field(description="The id of the edition.", examples=["edition-2018"])
    page: str | None = Field(default=None, description="The page, as printed.", examples=["28"])
    paragraph: str | None = Field(default=None, description="The paragraph, as printed.", examples=["58"])


class Provision(Addressed):
    """Hold one thing that somebody must, should or may do."""

    duty: Literal["must", "should", "may"] = Field(description="How strong it is.")
    who: Label = Field(description="Whom it binds.")
    words: Words | None = Field(default=None, description="What it says.")
    lead_in: Words | None = Field(default=None, description="The words that lead into its list.")
    items: tuple[Item, ...] = Field(description="Its list, where it has one.")
    place: Place | None = Field(default=None, description="Where it stands in print.")


class GuidanceSection(Addressed):
    """Hold a section of guidance."""

    number: str | None = Field(default=None, description="The number, as printed.", examples=["2.1"])
    title: Label = Field(description="What it is called.")
    body: tuple[Block, ...] = Field(description="Its text.")
    provisions: tuple[Provision, ...] = Field(description="What it asks for, in its order.")


class OpenGuidance(OpenDocument):
    """Hold what a law, guidance or a local procedure says."""

    kind: Literal["guidance"] = Field(description="Tells guidance from the other kinds.")
    instrument: Instrument = Field(description="The law, guidance or procedure itself.")
    editions: tuple[Edition, ...] = Field(description="Its editions, as far as they are known.")
    sections: tuple[GuidanceSection, ...] = Field(description="The sections, in their order.")


class GuideSection(Addressed):
    """Hold a part of an answer."""

    title: Label = Field(description="What it is called.")
    body: tuple[Block, ...] = Field(description="Its text.")
    cites: tuple[Reference, ...] = Field(description="The provisions that it rests on.")


class Step(Addressed):
    """Hold something that the reader can do."""

    words: Words = Field(description="What it is.")


class Letter(Addressed):
    """Hold a letter or a form to take away."""

    title: Label = Field(description="What it is called.")
    file: str = Field(description="Where it is.", examples=["https://council.example/letter.odt"])


class OpenGuide(OpenDocument):
    """Hold a family guide: a question, which is its title, and the answer."""

    kind: Literal["guide"] = Field(description="Tells a guide from the other kinds.")
    answer: tuple[Words, ...] = Field(description="The short answer, paragraph by paragraph.")
    sections: tuple[GuideSection, ...] = Field(description="The long answer.")
    next_steps: tuple[Step, ...] = Field(description="What the reader can do now.")
    related: tuple[Reference, ...] = Field(description="Other documents to read.")
    letters: tuple[Letter, ...] = Field(description="Letters and forms to take away.")


class OpenTheme(OpenDocument):
    """Hold a theme, and where charters make promises on it."""

    kind: Literal["theme"] = Field(description="Tells a theme from the other kinds.")
    meaning: tuple[Words, ...] = Field(description="What the theme means, paragraph by paragraph.")
    promises: tuple[Reference, ...] = Field(description="The blocks of promises that charters make on it.")
