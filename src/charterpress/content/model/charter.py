"""Define a charter: who promises what to whom, theme by theme."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charterpress.content.model.base import Body, Document, Item, Model, Organisation
from charterpress.content.model.text import (
    Fixed,
    Heading,
    Identifier,
    ItemText,
    Label,
    LeadIn,
    Prose,
)


class Party(Model):
    """Name a side of the charter: parents, services, everyone."""

    id: Identifier = Field(description="The name by which promises call this side: by, to.", examples=["services"])
    name: Label = Field(description="What the side is called.", examples=["Services"])
    meaning: Prose | None = Field(
        default=None, description="Who belongs to it.", examples=["Schools, health services and the council."]
    )


class Deadline(Model):
    """Say by when a promise is kept, and what starts the time running."""

    time: Label = Field(description="How long it may take.", examples=["Within 5 working days"])
    starts: ItemText = Field(
        description="When the time starts to run, in a full sentence.",
        examples=["The time runs from the day we get your letter."],
    )


class Commitment(Model):
    """Hold one promise; its `id` is its permanent address."""

    id: Identifier = Field(
        description="Its permanent address. Change the words, never the id; charterpress ids makes one.",
        examples=["share-reports"],
    )
    text: ItemText = Field(
        description="What is promised; it goes on from the lead-in.",
        examples=["Give you each report before the meeting."],
    )
    leaflet: ItemText | None = Field(
        default=None,
        description="A shorter wording for folded leaflets; it must promise the same. All else shows the text.",
        examples=["Give you reports before the meeting."],
    )
    detail: Prose | None = Field(
        default=None,
        description="More on the promise, in sentences of its own.",
        examples=["We send it by post or by e-mail, as you like."],
    )
    examples: tuple[ItemText, ...] = Field(
        default=(), description="Examples of it, an entry each.", examples=[["A report from the school"]]
    )
    unless: ItemText | None = Field(
        default=None,
        description="The exception, in a full sentence.",
        examples=["We do not have to if it puts a child at risk."],
    )
    within: Deadline | None = Field(default=None, description="By when it is kept.")
    where_possible: bool = Field(
        default=False, description="Promised only as far as it is possible; pages and leaflets say so.", examples=[True]
    )
    answers: Identifier | None = Field(
        default=None,
        description="The id of the promise of the other side that this one mirrors.",
        examples=["parents-share-news"],
    )
    backed_by: tuple[Fixed, ...] = Field(
        default=(),
        description="What guidance says on it, each as <guidance id>#<provision id>.",
        examples=[["meetings#papers"]],
    )
    original: Fixed | None = Field(
        default=None,
        description="The publisher's own words, where they may be shown.",
        examples=["Reports will be circulated in advance."],
    )


class Promises(Model):
    """Hold what one side promises the other on a theme."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["listening-services"]
    )
    title: Heading = Field(
        description="The heading over these promises.", examples=["What parents can expect from services"]
    )
    by: Identifier = Field(description="The id of the side that promises.", examples=["services"])
    to: Identifier = Field(description="The id of the side that it is promised to.", examples=["parents"])
    lead_in: LeadIn | None = Field(
        default=None, description="The words that lead into each promise.", examples=["You can expect us to:"]
    )
    commitments: tuple[Commitment, ...] = Field(min_length=1, description="The promises, an entry each.")


class ThemeSection(Model):
    """Hold a charter's promises on one theme of docs/themes/."""

    theme: Identifier = Field(description="The id of a document in docs/themes/.", examples=["listening"])
    introduction: Prose | None = Field(
        default=None,
        description="What comes before the promises on this theme.",
        examples=["Being heard is where trust starts."],
    )
    promises: tuple[Promises, ...] = Field(min_length=1, description="What each side promises on it.")


class Principle(Model):
    """Hold one principle of a named set."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["welcome-and-care"]
    )
    title: Label = Field(description="What the principle is called.", examples=["Welcome and care"])
    text: ItemText = Field(description="What it says.", examples=["We make people feel welcome."])


class Principles(Model):
    """Hold a named set of principles, often a third party's, such as cornerstones."""

    id: Identifier = Field(description="Its permanent address; charterpress ids makes one.", examples=["cornerstones"])
    title: Heading = Field(description="The heading over the set.", examples=["Four cornerstones"])
    origin: Organisation | None = Field(default=None, description="Whose principles they are.")
    lead_in: LeadIn | None = Field(
        default=None, description="The words that lead into the set.", examples=["We work by these:"]
    )
    items: tuple[Principle, ...] = Field(min_length=1, description="The principles, an entry each.")


class Protocol(Model):
    """Hold one agreed way of working, with the promises that make it real."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["clear-communication"]
    )
    title: Heading = Field(description="What this way of working is called.", examples=["Clear communication"])
    theme: Identifier | None = Field(
        default=None, description="The id of the theme in docs/themes/ that it belongs to.", examples=["communication"]
    )
    by: Identifier = Field(description="The id of the side that promises.", examples=["everyone"])
    to: Identifier = Field(description="The id of the side that it is promised to.", examples=["everyone"])
    lead_in: LeadIn | None = Field(
        default=None, description="The words that lead into each promise.", examples=["This means:"]
    )
    commitments: tuple[Commitment, ...] = Field(min_length=1, description="The promises, an entry each.")


class Protocols(Model):
    """Hold the agreed ways of working."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["ways-of-working"]
    )
    title: Heading = Field(description="The heading over them.", examples=["How we work together"])
    introduction: Prose | None = Field(
        default=None, description="What comes before them.", examples=["We agreed on these ways of working."]
    )
    items: tuple[Protocol, ...] = Field(min_length=1, description="The ways of working, an entry each.")


class Behaviours(Model):
    """Hold the closing list of what everyone undertakes to do."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["strong-partnerships"]
    )
    title: Heading = Field(description="The heading over the list.", examples=["What we ask of everyone"])
    lead_in: LeadIn | None = Field(
        default=None, description="The words that lead into the list.", examples=["Each of us will:"]
    )
    items: tuple[Item, ...] = Field(min_length=1, description="The entries of the list.")


class Rung(Model):
    """Hold one level of a ladder, from least to most say."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["level-consultation"]
    )
    title: Label = Field(description="What the level is called.", examples=["Consultation"])
    meaning: Prose = Field(
        description="What it means.", examples=["People are asked what they think. Others then decide."]
    )


class Appendix(Model):
    """Hold an appendix: text, and a ladder of ordered levels where there is one."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["participation-ladder"]
    )
    title: Heading = Field(
        description="The heading of the appendix.", examples=["Appendix A: the ladder of participation"]
    )
    body: Body = Field(default=(), description="Its paragraphs and lists.")
    ladder: tuple[Rung, ...] = Field(default=(), description="Levels, from the least to the most say.")


class NamedPlace(Model):
    """Hold a name that others fill in when they adapt the charter; texts have it in braces, as in {area}."""

    id: Identifier = Field(description="The name that texts have in braces: {area}.", examples=["area"])
    meaning: Fixed = Field(
        description="What belongs here, for those who adapt the charter.",
        examples=["The area that the charter is for."],
    )
    default: Label | None = Field(
        default=None,
        description="What stands where nobody fills it in. Left out: every adaptation must fill it.",
        examples=["our area"],
    )


class LeafletChoice(Model):
    """Choose the promises of a folded leaflet: those named and those on a theme together; without either, all."""

    commitments: tuple[Identifier, ...] = Field(
        default=(), description="Commitments, each by its id.", examples=[["share-reports"]]
    )
    themes: tuple[Identifier, ...] = Field(
        default=(), description="Themes; all the charter's promises on them.", examples=[["listening"]]
    )
    short: bool = Field(
        default=False,
        description="Of these, only the commitments that have a shorter text: `leaflet:`.",
        examples=[True],
    )


class Charter(Document):
    """Hold commitments between named parties."""

    kind: Literal["charter"] = Field(
        description="Makes this document a charter: promises between named sides.", examples=["charter"]
    )
    leaflet: LeafletChoice | None = Field(
        default=None,
        description="Which promises a folded leaflet has. Left out: all. Pages and whole formats have all.",
    )
    licence: Fixed | None = Field(
        default=None,
        description="On what terms others may use and change this charter. Left out: those of the source, if any.",
        examples=["CC BY 4.0"],
    )
    names: tuple[NamedPlace, ...] = Field(
        default=(),
        description="Names that others fill in when they adapt the charter; texts have them in braces, as in {area}.",
    )
    parties: tuple[Party, ...] = Field(min_length=1, description="The sides of the charter, an entry each.")
    introduction: Body = Field(
        default=(),
        description="Paragraphs and lists before the promises.",
        examples=[["This charter is for parents and for those who work with them."]],
    )
    principles: tuple[Principles, ...] = Field(default=(), description="Sets of principles that the charter stands on.")
    themes: tuple[ThemeSection, ...] = Field(default=(), description="The promises, theme by theme.")
    protocols: Protocols | None = Field(default=None, description="Agreed ways of working, with more promises.")
    behaviours: Behaviours | None = Field(default=None, description="A closing list of what everyone undertakes to do.")
    appendices: tuple[Appendix, ...] = Field(default=(), description="What comes after the promises.")

    def party(self, identifier: str) -> Party:
        """Return the party with this id; references are checked when the library is loaded."""
        return next(party for party in self.parties if party.id == identifier)

    def commitments(self) -> tuple[Commitment, ...]:
        """Return every commitment in the order of the page."""
        promised = [c for section in self.themes for block in section.promises for c in block.commitments]
        agreed = [c for protocol in (self.protocols.items if self.protocols else ()) for c in protocol.commitments]
        return (*promised, *agreed)

    def blocks_on(self, theme: str) -> tuple[Promises | Protocol, ...]:
        """Return the blocks of commitments on one theme, whether promised or agreed in a protocol."""
        promised = [block for section in self.themes if section.theme == theme for block in section.promises]
        protocols = self.protocols.items if self.protocols else ()
        return (*promised, *(protocol for protocol in protocols if protocol.theme == theme))
