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

    title: Fixed
    issuer: Fixed
    force: Force
    applies_to: Prose
    should_means: Prose | None = Field(default=None, description="What `should` means in this instrument.")
    url: WebAddress | None = None


class Edition(Model):
    """Hold one edition of an instrument."""

    id: Identifier
    label: Fixed
    date: Fixed = Field(description="As precisely as known: 2018, 2018-07 or 2018-07-01.")
    url: WebAddress | None = None
    replaced_by: Identifier | None = None
    replaced_on: dt.date | None = None


class Reference(Model):
    """Say where in which edition a provision stands."""

    edition: Identifier
    page: Fixed | None = None
    paragraph: Fixed | None = None


class Provision(Model):
    """Hold one thing that somebody must, should or may do."""

    id: Identifier
    duty: Duty
    who: Label
    text: ItemText | None = None
    lead_in: LeadIn | None = None
    items: tuple[Item, ...] = ()
    ref: Reference | None = None


class GuidanceSection(Model):
    """Hold a section with the number that is printed on it."""

    id: Identifier
    number: Fixed | None = None
    title: Heading
    body: Body = ()
    provisions: tuple[Provision, ...] = ()


class Guidance(Document):
    """Hold the provisions of a law, of guidance, or of a local procedure."""

    kind: Literal["guidance"]
    instrument: Instrument
    editions: tuple[Edition, ...] = ()
    sections: tuple[GuidanceSection, ...] = Field(min_length=1)

    def provisions(self) -> tuple[Provision, ...]:
        """Return every provision in the order of the page."""
        return tuple(provision for section in self.sections for provision in section.provisions)

    def edition(self, identifier: str) -> Edition | None:
        """Return the edition with this id."""
        return next((edition for edition in self.editions if edition.id == identifier), None)
