"""Define an accessibility statement, as the law of 2018 asks UK public bodies for one (SI 2018/952)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from charterpress.content.model.base import Document, Model, Organisation
from charterpress.content.model.text import Email, Fixed, Identifier, ItemText, Prose


class Status(StrEnum):
    """Say how much of WCAG 2.2, level AA, a site keeps."""

    FULLY = "fully"
    PARTIALLY = "partially"
    NOT = "not"


class Reason(StrEnum):
    """Say why a problem is there; the law knows these three."""

    NONCOMPLIANCE = "noncompliance"
    DISPROPORTIONATE_BURDEN = "disproportionate_burden"
    OUT_OF_SCOPE = "out_of_scope"


class Method(StrEnum):
    """Say how a site was tested."""

    AUTOMATED = "automated"
    MANUAL = "manual"
    WITH_USERS = "with_users"


class Nation(StrEnum):
    """Name where the public body is: it decides who enforces the law."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"


class Assessment(Model):
    """Record that somebody has weighed what it costs to mend a problem, and what it would bring."""

    made: dt.date = Field(description="The day on which it was weighed.", examples=["2026-09-01"])
    result: Prose = Field(
        description="What came out, and why.",
        examples=["To draw the maps again costs more than all other work on the site."],
    )


class Problem(Model):
    """Hold something that does not work for everybody."""

    id: Identifier = Field(description="Its name; charterpress ids makes one.", examples=["films"])
    what: ItemText = Field(description="What does not work, and for whom.", examples=["Two films have no captions."])
    where: Prose | None = Field(
        default=None, description="The pages or files that have the problem.", examples=["On the page on schools."]
    )
    wcag: tuple[Fixed, ...] = Field(
        default=(), description="The criteria of WCAG 2.2 it breaks, such as '1.4.3'.", examples=[["1.2.2"]]
    )
    reason: Reason = Field(description="Why the law lets it be there.", examples=["noncompliance"])
    because: Prose | None = Field(
        default=None,
        description="The reason in words, where it needs any.",
        examples=["The maker of the films has closed."],
    )
    assessment: Assessment | None = Field(default=None, description="What a disproportionate burden rests on.")
    plan: Prose | None = Field(
        default=None,
        description="What will be done, or what readers can do until then.",
        examples=["We write the captions."],
    )
    by: dt.date | None = Field(
        default=None, description="The day by which the problem will be gone.", examples=["2027-03-31"]
    )
    found_by: Identifier | None = Field(
        default=None, description="The id of the test that found it.", examples=["by-hand"]
    )


class SiteTest(Model):
    """Say when, by whom and how the site was tested."""

    id: Identifier = Field(description="Its name; charterpress ids makes one.", examples=["by-hand"])
    date: dt.date = Field(description="The day of the test.", examples=["2026-09-15"])
    by: Fixed = Field(description="The organisation that tested.", examples=["Littleham Access Group"])
    how: Method = Field(description="Whether programs, people or users tested.", examples=["manual"])
    tools: tuple[Fixed, ...] = Field(default=(), description="What it was tested with.", examples=[["NVDA"]])
    scope: Prose | None = Field(default=None, description="What was tested.", examples=["Ten pages of each kind."])
    result: Prose | None = Field(default=None, description="What came out.", examples=["Most of it works."])


class Answering(Model):
    """Say how readers reach those who mend the site, and how soon they get an answer."""

    email: Email | None = Field(
        default=None, description="The e-mail address for problems with the site.", examples=["web@littleham.example"]
    )
    phone: Fixed | None = Field(default=None, description="The phone number for them.", examples=["01632 960001"])
    address: Fixed | None = Field(default=None, description="Where letters go.", examples=["Town Hall, Littleham"])
    response_days: Annotated[int, Field(ge=1, le=60)] = Field(description="Working days until an answer.", examples=[5])


class Statement(Document):
    """Say how accessible the site is; it is the page 'accessibility'."""

    kind: Literal["statement"] = Field(
        description="Makes this document the accessibility statement.", examples=["statement"]
    )
    id: Literal["accessibility"] = Field(description="Always accessibility.", examples=["accessibility"])
    publisher: Organisation = Field(description="The public body whose site it is.")
    scope: tuple[Prose, ...] = Field(
        min_length=1,
        description="Which site or parts of it the statement is about.",
        examples=[["It is about all pages of this site."]],
    )
    can_do: tuple[ItemText, ...] = Field(
        default=(),
        description="What readers can do here, such as make text larger.",
        examples=[["Make the text as large as you like."]],
    )
    status: Status = Field(description="How much of WCAG 2.2, level AA, the site keeps.", examples=["partially"])
    nation: Nation = Field(
        description="Where the public body is; it decides who enforces the law.", examples=["england"]
    )
    contact: Answering = Field(description="How readers reach those who mend the site.")
    problems: tuple[Problem, ...] = Field(default=(), description="What does not work for everybody yet.")
    tests: tuple[SiteTest, ...] = Field(default=(), description="How the site was tested, an entry a test.")
    prepared: dt.date = Field(description="The day on which the statement was written.", examples=["2026-09-30"])
    reviewed: dt.date = Field(description="The day on which it was last looked over.", examples=["2026-09-30"])
    review_by: dt.date = Field(description="The day by which it must be looked over again.", examples=["2027-09-30"])
