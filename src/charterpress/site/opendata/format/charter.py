"""Define the data of a charter: who promises what to whom."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from charterpress.site.opendata.format.document import Licence, OpenDocument
from charterpress.site.opendata.format.parts import (
    EXAMPLE,
    Address,
    Addressed,
    Block,
    Identifier,
    Item,
    Label,
    Organisation,
    Part,
    Reference,
    Words,
)


class Party(Addressed):
    """Name a side of the charter."""

    name: Label = Field(description="What it is called.")
    meaning: Words | None = Field(default=None, description="Who belongs to it.")


class Deadline(Part):
    """Say by when a promise is kept."""

    time: Label = Field(description="How long it may take.")
    starts: Words = Field(description="When the time starts to run.")


class Commitment(Addressed):
    """Hold one promise."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "answer-you",
                    "address": f"{EXAMPLE}#answer-you",
                    "words": {"text": "Answer your letters.", "markdown": "Answer **your** letters."},
                    "examples": [{"text": "A letter about school", "markdown": "A letter about school"}],
                    "deadline": {
                        "time": {"text": "Within 5 days"},
                        "starts": {"text": "From the day it comes.", "markdown": "From the day it comes."},
                    },
                    "where_possible": True,
                    "backed_by": [
                        {
                            "document": "rules",
                            "part": "reply",
                            "address": "https://charters.example/guidance/rules/#reply",
                        }
                    ],
                }
            ]
        }
    )

    words: Words = Field(description="What is promised; it goes on from the lead-in of its block.")
    detail: Words | None = Field(default=None, description="More on the promise.")
    examples: tuple[Words, ...] = Field(description="Examples of it.")
    exception: Words | None = Field(default=None, description="When the promise does not hold. Never leave it out.")
    deadline: Deadline | None = Field(default=None, description="By when it is kept. Never leave it out.")
    where_possible: bool = Field(description="True where it is promised only as far as it is possible.")
    answers: Reference | None = Field(default=None, description="The promise of the other side that it mirrors.")
    backed_by: tuple[Reference, ...] = Field(description="What guidance says on it, provision by provision.")


class Promises(Addressed):
    """Hold what one side promises the other."""

    title: Label = Field(description="What the block is called.")
    by: Identifier = Field(description="The id of the party that promises.", examples=["services"])
    to: Identifier = Field(description="The id of the party that it is promised to.", examples=["parents"])
    lead_in: Words | None = Field(default=None, description="The words that lead into each promise.")
    commitments: tuple[Commitment, ...] = Field(description="The promises, in their order.")


class ThemeSection(Addressed):
    """Hold the promises on one theme; its id is that of the theme."""

    title: Label = Field(description="What the theme is called.")
    introduction: Words | None = Field(default=None, description="What comes before the promises.")
    promises: tuple[Promises, ...] = Field(description="What each side promises on the theme.")


class Protocol(Promises):
    """Hold one agreed way of working, with its promises."""

    theme: Identifier | None = Field(default=None, description="The id of the theme that it belongs to.")


class Protocols(Addressed):
    """Hold the agreed ways of working."""

    title: Label = Field(description="What they are called together.")
    introduction: Words | None = Field(default=None, description="What comes before them.")
    items: tuple[Protocol, ...] = Field(description="The ways of working, in their order.")


class Principle(Addressed):
    """Hold one principle of a set."""

    title: Label = Field(description="What it is called.")
    words: Words = Field(description="What it says.")


class Principles(Addressed):
    """Hold a set of principles."""

    title: Label = Field(description="What the set is called.")
    origin: Organisation | None = Field(default=None, description="Whose principles they are.")
    lead_in: Words | None = Field(default=None, description="The words that lead into the set.")
    items: tuple[Principle, ...] = Field(description="The principles, in their order.")


class Behaviours(Addressed):
    """Hold what everyone undertakes to do."""

    title: Label = Field(description="What the list is called.")
    lead_in: Words | None = Field(default=None, description="The words that lead into the list.")
    items: tuple[Item, ...] = Field(description="The entries, in their order.")


class Rung(Addressed):
    """Hold one level of a ladder."""

    title: Label = Field(description="What it is called.")
    meaning: Words = Field(description="What it means.")


class Appendix(Addressed):
    """Hold an appendix."""

    title: Label = Field(description="What it is called.")
    body: tuple[Block, ...] = Field(description="Its text.")
    ladder: tuple[Rung, ...] = Field(description="Levels from the least to the most say, where it has some.")


class Permission(Part):
    """Hold the permission to change a charter whose licence gives none."""

    given_by: Label = Field(description="Who gave it.")
    day: date = Field(description="The day on which it was given.")
    scope: Label = Field(description="What may be done, as they wrote it.")


class BasedOn(Part):
    """Name a charter that another one was made from."""

    id: Identifier = Field(description="Its id where it comes from.")
    version: str = Field(description="The version that was changed.", examples=["1.1"])
    title: Label = Field(description="What it is called.")
    publisher: Organisation | None = Field(default=None, description="Who publishes it.")
    licence: Licence = Field(description="On what terms it may be used and changed.")
    permission: Permission | None = Field(
        default=None, description="The permission to change it, where one was asked for."
    )
    address: Address | None = Field(default=None, description="Its page, where it is on this site as well.")


class Change(Part):
    """Hold one change that was made to a charter."""

    kind: Literal["replace", "add", "remove", "reorder"] = Field(
        description=(
            "replace: a promise in other words; add: a promise that the other charter does not have; "
            "remove: a promise left out; reorder: the promises of a block, or the themes, in another order."
        )
    )
    part: Identifier = Field(description="The id of the promise or of the block; 'themes' for those.")
    address: Address = Field(description="Where the change is shown beside the original.")
    reason: Words = Field(description="Why it was made.")
    agreed_by: Label | None = Field(default=None, description="Who agreed it.")
    agreed: date | None = Field(default=None, description="The day on which it was agreed.")
    original: Commitment | None = Field(
        default=None,
        description="The promise as it was; its address is where it is shown. Left out where there was none.",
    )


class Adaptation(Part):
    """Say what a charter was made from, and what was changed."""

    based_on: tuple[BasedOn, ...] = Field(
        description="The charter that it was made from; after it the one that that was made from, and so on."
    )
    address: Address = Field(description="The page that shows all changes.")
    changes: tuple[Change, ...] = Field(description="Every change, in the order of the charter.")


class OpenCharter(OpenDocument):
    """Hold a charter: promises between named parties."""

    kind: Literal["charter"] = Field(description="Tells a charter from the other kinds.")
    parties: tuple[Party, ...] = Field(description="The sides of the charter.")
    introduction: tuple[Block, ...] = Field(description="What comes before the promises.")
    principles: tuple[Principles, ...] = Field(description="Sets of principles that it stands on.")
    themes: tuple[ThemeSection, ...] = Field(description="The promises, theme by theme.")
    protocols: Protocols | None = Field(default=None, description="Agreed ways of working, with more promises.")
    behaviours: Behaviours | None = Field(default=None, description="The closing list, which holds for all.")
    appendices: tuple[Appendix, ...] = Field(description="What comes after the promises.")
    adaptation: Adaptation | None = Field(
        default=None, description="What was changed, where the charter was made from another one."
    )
