"""Define an adaptation: what a local charter changes in a shared one, why, and who agreed it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, ValidationInfo, field_validator

from charterpress.content.model.base import Body, Document, Model
from charterpress.content.model.charter import Commitment, Deadline, LeafletChoice
from charterpress.content.model.text import ByLanguage, Fixed, Identifier, ItemText, Prose

SourceVersion = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]*@[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$", strip_whitespace=True),
]
"""The id of a charter, '@', and a version of it."""

THEMES = "themes"
"""What `reorder` names to put the themes of a charter into another order."""

Part = Literal[
    "leaflet", "detail", "examples", "unless", "within", "where_possible", "answers", "backed_by", "original"
]


class Agreement(Model):
    """Say why a change was made, who agreed it and when."""

    because: Prose = Field(
        description="Why, in words for families: they read it on the page.",
        examples=["Parents told us that they hear nothing once we have decided."],
    )
    agreed_by: Fixed | None = Field(
        default=None,
        description="Who agreed it. Left out: who is named at the top of the adaptation.",
        examples=["Northshire Families Forum"],
    )
    agreed: date | None = Field(default=None, description="The day on which it was agreed.", examples=["2026-09-01"])
    decided_for: Fixed | None = Field(
        default=None,
        description="The version of the adapted charter for which you looked at this change again and kept it.",
        examples=["1.2"],
    )


class Replace(Agreement):
    """Put other words in the place of a commitment's; what is not named stays as the adapted charter has it."""

    replace: Identifier = Field(description="The id of a commitment of the adapted charter.", examples=["listen-first"])
    text: ItemText | None = Field(
        default=None,
        description="What you promise in its place.",
        examples=["Listen to you before and after we decide."],
    )
    leaflet: ItemText | None = Field(
        default=None,
        description="A shorter wording for folded leaflets; it must promise the same.",
        examples=["Listen to you before we decide."],
    )
    detail: Prose | None = Field(
        default=None,
        description="More on the promise, in sentences of its own.",
        examples=["We tell you what we did with what you said."],
    )
    examples: tuple[ItemText, ...] | None = Field(
        default=None, description="Examples of it, an entry each.", examples=[["A letter about what we decided"]]
    )
    unless: ItemText | None = Field(
        default=None,
        description="The exception, in a full sentence.",
        examples=["We do not have to if a child is not safe."],
    )
    within: Deadline | None = Field(default=None, description="By when it is kept.")
    where_possible: bool | None = Field(
        default=None, description="Promised only as far as it is possible; pages and leaflets say so.", examples=[True]
    )
    answers: Identifier | None = Field(
        default=None,
        description="The id of the promise of the other side that this one mirrors.",
        examples=["say-what-matters"],
    )
    backed_by: tuple[Fixed, ...] | None = Field(
        default=None,
        description="What guidance says on it, each as <guidance id>#<provision id>.",
        examples=[["meetings#papers"]],
    )
    without: tuple[Part, ...] = Field(
        default=(),
        description="Parts of the commitment that are taken out, such as 'unless', its exception.",
        examples=[["unless"]],
    )

    @field_validator("without")
    @classmethod
    def _one_way(cls, without: tuple[Part, ...], given: ValidationInfo) -> tuple[Part, ...]:
        both = [part for part in without if given.data.get(part) is not None]
        if both:
            message = f"'{both[0]}' cannot be given and taken out; keep '{both[0]}:' or take it from this list"
            raise ValueError(message)
        return without


class Add(Agreement, Commitment):
    """Add a commitment of your own to a block of promises."""

    id: Identifier = Field(
        alias="add", description="A new id: the permanent address of the promise.", examples=["call-back"]
    )
    to: Identifier = Field(
        description="The id of the block of promises that it goes into.", examples=["council-respect"]
    )
    after: Identifier | None = Field(
        default=None, description="The commitment that it follows. Left out: the last.", examples=["listen-first"]
    )
    first: bool = Field(default=False, description="True where it is the first of its block.", examples=[True])

    @field_validator("first")
    @classmethod
    def _one_place(cls, first: bool, given: ValidationInfo) -> bool:  # noqa: FBT001 - as pydantic calls it
        if first and given.data.get("after") is not None:
            message = "a promise that follows another cannot be the first; keep 'after:' or 'first:'"
            raise ValueError(message)
        return first


class Remove(Agreement):
    """Leave a commitment out; families still see that it is gone, and why."""

    remove: Identifier = Field(description="The id of a commitment of the adapted charter.", examples=["be-on-time"])


class Reorder(Agreement):
    """Put the commitments of a block, or the themes, into another order."""

    reorder: Identifier = Field(description="The id of a block of promises, or 'themes'.", examples=["council-respect"])
    order: tuple[Identifier, ...] = Field(
        min_length=1, description="Every id of the block, in the new order.", examples=[["plain-words", "listen-first"]]
    )


_KINDS = ("replace", "add", "remove", "reorder")


def _one_kind(given: object) -> object:
    """Refuse a change that is none, or several in one."""
    if isinstance(given, dict) and sum(kind in given for kind in _KINDS) != 1:
        message = "a change must have one of the keys 'replace', 'add', 'remove' and 'reorder'"
        raise ValueError(message)
    return given


def _change_tag(value: object) -> str:
    held = value if isinstance(value, dict) else {type(value).__name__.lower(): ""}
    return f"({next((kind for kind in _KINDS if kind in held), _KINDS[0])})"


# The tags are no possible keys, as those of a block.
Change = Annotated[
    Annotated[
        Annotated[Replace, Tag("(replace)")]
        | Annotated[Add, Tag("(add)")]
        | Annotated[Remove, Tag("(remove)")]
        | Annotated[Reorder, Tag("(reorder)")],
        Discriminator(_change_tag),
    ],
    BeforeValidator(_one_kind),
]
"""One change to the adapted charter."""


class Permission(Model):
    """Record that the publisher let you change a text whose licence does not, or does not say."""

    given_by: Fixed = Field(
        description="Who gave it: a person or an office of the publisher.", examples=["The head of children's services"]
    )
    on: date = Field(description="The day on which it was given.", examples=["2026-08-01"])
    scope: Fixed = Field(description="What may be done, as they wrote it.", examples=["All words may be changed."])


class Adaptation(Document):
    """Make a charter out of another one: local names, and changes with their reasons."""

    kind: Literal["adaptation"] = Field(
        description="Makes this document an adaptation: a charter that is made out of another one.",
        examples=["adaptation"],
    )
    adapts: SourceVersion = Field(
        description="The adapted charter and its version: 'mutual-expectations@1.2'.", examples=["working-together@1.1"]
    )
    folder: Fixed | None = Field(
        default=None,
        alias="from",
        description="The folder of the project that has the adapted charter, from that of mkdocs.yml."
        " Left out, and without 'package': it is a charter of this project.",
        examples=["shared"],
    )
    package: Fixed | None = Field(
        default=None,
        description="The installed Python package that has the adapted charter.",
        examples=["littleham_charters"],
    )
    names: dict[Identifier, ByLanguage] = Field(
        default={},
        description="What fills the named places of the adapted charter, such as {area}; or by language.",
        examples=[{"area": "Northshire"}],
    )
    introduction: Body = Field(
        default=(),
        description="Paragraphs and lists before the promises. Left out: those of the adapted charter.",
        examples=[["Parents and staff in Northshire met four times to agree this charter."]],
    )
    changes: tuple[Change, ...] = Field(default=(), description="Your changes to the adapted charter, an entry each.")
    agreed_by: Fixed | None = Field(
        default=None,
        description="Who agreed the changes that do not say it themselves.",
        examples=["Northshire Families Forum"],
    )
    agreed: date | None = Field(
        default=None, description="When the changes were agreed that do not say it themselves.", examples=["2026-09-01"]
    )
    permission: Permission | None = Field(
        default=None, description="Who let you change the text, where its licence does not."
    )
    licence: Fixed | None = Field(
        default=None, description="On what terms others may use and change this charter.", examples=["CC BY 4.0"]
    )
    leaflet: LeafletChoice | None = Field(
        default=None, description="Which promises a folded leaflet has. Left out: all."
    )
    decide_by: date | None = Field(
        default=None,
        description="The last day for decisions on a new version of the adapted charter. Left out: so many days after"
        " it was approved as the settings say.",
        examples=["2027-01-31"],
    )

    @property
    def source_id(self) -> str:
        """Return the id of the adapted charter."""
        return self.adapts.partition("@")[0]

    @property
    def source_version(self) -> str:
        """Return the version of the adapted charter that the changes were made for."""
        return self.adapts.partition("@")[2]

    @field_validator("package")
    @classmethod
    def _one_source(cls, package: str | None, given: ValidationInfo) -> str | None:
        if package is not None and given.data.get("folder") is not None:
            message = "the adapted charter comes from one place; keep 'from:' or 'package:'"
            raise ValueError(message)
        return package
