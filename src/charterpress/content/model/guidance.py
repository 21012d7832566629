"""Define guidance: an instrument, its editions, and numbered sections of provisions."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from charterpress.content.model.base import Body, Document, Item, Model
from charterpress.content.model.text import (
    Fixed,
    Heading,
    Identifier,
    ItemText,
    Label,
    LeadIn,
    Prose,
    WebAddress,
)


class Force(StrEnum):
    """Say how binding an instrument is."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory-guidance"
    LOCAL_PROCEDURE = "local-procedure"
    ADVICE = "advice"


class Duty(StrEnum):
    """Say how strong a provision is."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Instrument(Model):
    """Name the law, guidance or procedure itself."""

    title: Fixed = Field(
        description="What the law, guidance or procedure is called.",
        examples=["Working Together to Safeguard Children"],
    )
    issuer: Fixed = Field(description="Who issued it.", examples=["HM Government"])
    force: Force = Field(description="How binding it is.", examples=["statutory-guidance"])
    applies_to: Prose = Field(description="Where, and to whom, it applies.", examples=["Agencies in England."])
    should_means: Prose | None = Field(
        default=None,
        description="What `should` means in this instrument.",
        examples=["They should do so unless they have a good reason not to."],
    )
    url: WebAddress | None = Field(
        default=None, description="Where it can be read on the web.", examples=["https://rules.example/"]
    )


class Edition(Model):
    """Hold one edition of an instrument."""

    id: Identifier = Field(description="The name by which provisions call this edition.", examples=["edition-2023"])
    label: Fixed = Field(description="What the edition is called, in quotes.", examples=["2023"])
    date: Fixed = Field(description="As precisely as known: 2018, 2018-07 or 2018-07-01.", examples=["2023-12-15"])
    url: WebAddress | None = Field(
        default=None, description="Where this edition can be read.", examples=["https://rules.example/2023"]
    )
    replaced_by: Identifier | None = Field(
        default=None, description="The id of the edition that took its place.", examples=["edition-2026"]
    )
    replaced_on: dt.date | None = Field(
        default=None, description="The day on which it was replaced.", examples=["2026-04-01"]
    )


class Reference(Model):
    """Say where in which edition a provision stands."""

    edition: Identifier = Field(description="The id of the edition, as under editions.", examples=["edition-2023"])
    page: Fixed | None = Field(default=None, description="The page, in quotes.", examples=["28"])
    paragraph: Fixed | None = Field(default=None, description="The paragraph, in quotes.", examples=["58"])


class Provision(Model):
    """Hold one thing that somebody must, should or may do."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["share-assessment"]
    )
    duty: Duty = Field(description="How strong it is.", examples=["should"])
    who: Label = Field(description="Who must, should or may do it.", examples=["Practitioners"])
    text: ItemText | None = Field(
        default=None, description="What they are to do.", examples=["Share the assessment with the parents."]
    )
    lead_in: LeadIn | None = Field(
        default=None,
        description="The words that lead into the entries, where there are some.",
        examples=["A good assessment should:"],
    )
    items: tuple[Item, ...] = Field(default=(), description="The entries, where it is a list.")
    ref: Reference | None = Field(default=None, description="Where it stands, and in which edition.")


class GuidanceSection(Model):
    """Hold a section with the number that is printed on it."""

    id: Identifier = Field(description="Its permanent address; charterpress ids makes one.", examples=["assessments"])
    number: Fixed | None = Field(
        default=None, description="The number that is printed on it, in quotes.", examples=["2.1"]
    )
    title: Heading = Field(description="The heading of the section.", examples=["Assessments"])
    body: Body = Field(default=(), description="Paragraphs and lists that are no provisions.")
    provisions: tuple[Provision, ...] = Field(
        default=(), description="What somebody must, should or may do, an entry each."
    )


class Guidance(Document):
    """Hold the provisions of a law, of guidance, or of a local procedure."""

    kind: Literal["guidance"] = Field(
        description="Makes this document guidance: what somebody must, should or may do.", examples=["guidance"]
    )
    instrument: Instrument = Field(description="The law, guidance or procedure itself.")
    editions: tuple[Edition, ...] = Field(default=(), description="Its editions, the oldest first.")
    sections: tuple[GuidanceSection, ...] = Field(min_length=1, description="The sections, in their order.")

    def provisions(self) -> tuple[Provision, ...]:
        """Return every provision in the order of the page."""
        return tuple(provision for section in self.sections for provision in section.provisions)

    def edition(self, identifier: str) -> Edition | None:
        """Return the edition with this id."""
        return next((edition for edition in self.editions if edition.id == identifier), None)
