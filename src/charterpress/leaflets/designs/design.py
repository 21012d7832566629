"""Describe what a design decides: which colour each word and each ground has, what is drawn, how corners are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import Identifier

Shade = Annotated[str, StringConstraints(pattern=r"^(paper|ink|brand|accent)( [1-9][0-9]?)?$")]
"""A colour by its role, and how strong it is in per cent where it is thinned: `brand`, `accent 12`."""

Weight = Annotated[int, Field(ge=100, le=900)]
Share = Annotated[float, Field(gt=0, le=4)]
"""A size in parts of the size of the text."""

LARGE, LARGE_BOLD, BOLD = 18.0, 14.0, 700
"""From these sizes on, in points, text is large (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True)
class Pair:
    """Name a colour that stands on another; `large` is what may have less contrast: large text, and signs."""

    place: str
    colour: str
    ground: str
    large: bool


class Words(Model):
    """Hold the colour of words; without a `ground` of their own they stand on that of the page."""

    text: Shade
    ground: Shade | None = None

    @property
    def large(self) -> bool:
        """Tell whether the words are always large."""
        return False


class Sign(Model):
    """Hold the colour of a sign that tells something, such as the mark of a party."""

    colour: Shade


class Title(Words):
    """Hold how the title is set; it never gets smaller than `least`. Sizes are in points."""

    size: Annotated[float, Field(ge=12, le=60)]
    least: Annotated[float, Field(ge=10, le=60)]
    weight: Weight

    @property
    def large(self) -> bool:
        """Tell whether the title is large at its smallest."""
        return self.least >= LARGE or (self.least >= LARGE_BOLD and self.weight >= BOLD)


class Heading(Words):
    """Hold how a heading is set, and the rule above it, in points and in colour."""

    size: Share
    weight: Weight
    rule: Shade | None = None
    rule_width: Annotated[float, Field(ge=0, le=6)] = 0


class Box(Words):
    """Hold a box: its ground is that of its words, its line goes around it."""

    line: Shade | None = None


class CodeBox(Box):
    """Hold the box with the code to scan; the address stands on the same ground."""

    address: Shade


class Party(Model):
    """Hold how what one party promises is told apart: its heading, a rule below that, and the mark of its list."""

    heading: Words
    rule: Shade | None = None
    mark: Sign


class Surface(Model):
    """Hold a face of the leaflet and the ground of its words."""

    ground: Shade = "paper"

    @property
    def grounds(self) -> tuple[str, ...]:
        """Return what words without a ground of their own may stand on."""
        return (self.ground,)


class Cover(Surface):
    """Hold the front: what is drawn in which colours, and its words.

    scene: two circles that meet above a horizon; block: a full ground with the title on it; rule: a line on paper.
    """

    art: Literal["scene", "block", "rule"]
    fill: Shade
    drawn: tuple[Shade, Shade, Shade] = Field(
        description="In a scene: the first side, the second, and what they share. In a block: the marks of the parties."
    )
    title: Title
    text: Words
    filled: Sign
    ring: Sign
    notice: Box
    organisation: Words

    @model_validator(mode="after")
    def _title_on_block(self) -> Cover:
        if self.art == "block" and self.title.ground != self.fill:
            message = "a title on a block stands on the fill of the cover"
            raise ValueError(message)
        return self


class Pages(Surface):
    """Hold the pages inside: the flap may have a ground of its own, and bands run along the upper edge."""

    flap: Shade = "paper"
    band: Shade | None = None
    flap_band: Shade | None = None
    band_height: Annotated[float, Field(ge=0, le=8)] = 0
    text: Words
    heading: Heading
    filled: Party
    ring: Party
    mark_size: Share
    lines: Shade

    @property
    def grounds(self) -> tuple[str, ...]:
        """Return the grounds of the pages and of the flap."""
        return tuple(dict.fromkeys((self.ground, self.flap)))


class Back(Surface):
    """Hold the last face: headings, text, the box with the code, and the foot with the name."""

    heading: Words
    text: Words
    box: CodeBox
    foot: Words
    foot_rule: Shade | None = None


class Design(Model):
    """Hold one design; `radius` is that of its largest corners, in mm, when a site does not choose another."""

    name: Identifier
    title: Annotated[str, Field(min_length=1)]
    radius: Annotated[float, Field(ge=0, le=6)]
    cover: Cover
    pages: Pages
    back: Back

    def pairs(self) -> tuple[Pair, ...]:
        """Return every colour that stands on another and must be told from it, each once, found in the data itself."""
        return tuple(dict.fromkeys(_pairs(self, "", ("paper",))))


def _pairs(part: Model, place: str, grounds: tuple[str, ...]) -> Iterator[Pair]:
    grounds = part.grounds if isinstance(part, Surface) else grounds
    if isinstance(part, Words):
        own = grounds if part.ground is None else (part.ground,)
        yield from (Pair(place, part.text, ground, part.large) for ground in own)
        if isinstance(part, CodeBox):
            yield from (Pair(f"{place} address", part.address, ground, large=False) for ground in own)
    elif isinstance(part, Party):
        # On pages without grounds its words have the colour of its mark.
        yield Pair(f"{place} heading on white", part.mark.colour, "paper", large=False)
    elif isinstance(part, Sign):
        yield from (Pair(place, part.colour, ground, large=True) for ground in grounds)
    for name in type(part).model_fields:
        held = getattr(part, name)
        if isinstance(held, Model):
            yield from _pairs(held, f"{place} {name}".strip(), grounds)
