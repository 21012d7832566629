"""Gather what a page paints: colours, images, fonts, lines outside the page, transparency."""

from __future__ import annotations

from dataclasses import dataclass, field

from charterpress.preflight.letters import Corners
from charterpress.preflight.spaces import Inks, Space

MOST_KINDS = 5_000
"""How many different colours, images and lines of a page are kept apart; more make no difference."""

MOST_LETTERS = 400_000
"""How many letters of a page are looked at; a leaflet has some thousands."""


@dataclass(frozen=True)
class Stroke:
    """Hold one straight line drawn outside the bleed, in points."""

    x0: float
    y0: float
    x1: float
    y1: float
    dashed: bool


@dataclass(frozen=True)
class Colour:
    """Hold a colour as it was painted: on what (area, line, text), in which inks, inside the bleed or outside it.

    `size` is that of text, in points.
    """

    space: Space
    use: str
    inks: Inks | None
    outside: bool
    size: float | None = None

    @property
    def coverage(self) -> float | None:
        """Return the sum of all inks in per cent, where it is known."""
        return None if self.inks is None else 100 * sum(self.inks)


@dataclass(frozen=True)
class Picture:
    """Hold an image as it was placed; `resolution` is the lower of both directions, in pixels an inch."""

    name: str
    space: Space
    width: int
    height: int
    resolution: float
    bits: int
    mask: bool


@dataclass(frozen=True)
class Face:
    """Hold a font that text is set in."""

    name: str
    kind: str
    embedded: bool
    subset: bool


@dataclass
class Painted:
    """Hold what one page paints, as it is found out; `problems` says what could not be looked at."""

    colours: dict[Colour, int] = field(default_factory=dict)
    pictures: dict[Picture, int] = field(default_factory=dict)
    faces: set[Face] = field(default_factory=set)
    strokes: list[Stroke] = field(default_factory=list)
    transparency: set[str] = field(default_factory=set)
    layers: bool = False
    problems: set[str] = field(default_factory=set)
    operators: int = 0
    letters: list[Corners] = field(default_factory=list)
    exact: bool = True

    def letter_boxes(self, boxes: list[Corners], *, exact: bool) -> None:
        """Note where letters stand, in points; `exact` tells whether the boxes are those of their outlines."""
        room = MOST_LETTERS - len(self.letters)
        if len(boxes) > room:
            self.problems.add(f"the page has more than {MOST_LETTERS:,} letters")
        self.letters += boxes[:room]
        self.exact &= exact or not boxes

    def colour(self, colour: Colour) -> None:
        """Note a colour that was painted."""
        times = self.colours.get(colour, 0)
        if times or len(self.colours) < MOST_KINDS:
            self.colours[colour] = times + 1
        else:
            self.problems.add(f"the page has more than {MOST_KINDS:,} different colours")

    def picture(self, picture: Picture) -> None:
        """Note an image that was placed."""
        times = self.pictures.get(picture, 0)
        if times or len(self.pictures) < MOST_KINDS:
            self.pictures[picture] = times + 1
        else:
            self.problems.add(f"the page has more than {MOST_KINDS:,} different images")

    def stroke(self, stroke: Stroke) -> None:
        """Note a line outside the bleed."""
        if len(self.strokes) < MOST_KINDS:
            self.strokes.append(stroke)
