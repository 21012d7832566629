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

    made: dt.date
    result: Prose


class Problem(Model):
    """Hold something that does not work for everybody."""

    id: Identifier
    what: ItemText
    where: Prose | None = Field(default=None, description="The pages or files that have the problem.")
    wcag: tuple[Fixed, ...] = Field(default=(), description="The criteria of WCAG 2.2 it breaks, such as '1.4.3'.")
    reason: Reason
    because: Prose | None = Field(default=None, description="The reason in words, where it needs any.")
    assessment: Assessment | None = Field(default=None, description="What a disproportionate burden rests on.")
    plan: Prose | None = Field(default=None, description="What will be done, or what readers can do until then.")
    by: dt.date | None = Field(default=None, description="The day by which the problem will be gone.")
    found_by: Identifier | None = Field(default=None, description="The id of the test that found it.")


class SiteTest(Model):
    """Say when, by whom and how the site was tested."""

    id: Identifier
    date: dt.date
    by: Fixed = Field(description="The organisation that tested.")
    how: Method
    tools: tuple[Fixed, ...] = ()
    scope: Prose | None = Field(default=None, description="What was tested.")
    result: Prose | None = None


class Answering(Model):
    """Say how readers reach those who mend the site, and how soon they get an answer."""

    email: Email | None = None
    phone: Fixed | None = None
    address: Fixed | None = Field(default=None, description="Where letters go.")
    response_days: Annotated[int, Field(ge=1, le=60)] = Field(description="Working days until an answer.")


class Statement(Document):
    """Say how accessible the site is; it is the page 'accessibility'."""

    kind: Literal["statement"]
    id: Literal["accessibility"]
    publisher: Organisation
    scope: tuple[Prose, ...] = Field(min_length=1, description="Which site or parts of it the statement is about.")
    can_do: tuple[ItemText, ...] = Field(default=(), description="What readers can do here, such as make text larger.")
    status: Status
    nation: Nation
    contact: Answering
    problems: tuple[Problem, ...] = ()
    tests: tuple[SiteTest, ...] = ()
    prepared: dt.date
    reviewed: dt.date
    review_by: dt.date
