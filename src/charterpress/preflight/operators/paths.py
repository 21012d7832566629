"""Draw the areas and lines of a content stream, and note those that stand outside the bleed."""

from __future__ import annotations

from charterpress.preflight.geometry import around, point
from charterpress.preflight.operators.painting import Painting
from charterpress.preflight.operators.state import numbers_of
from charterpress.preflight.painted import Stroke

_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
ENDS = _FILLS | _STROKES | {"n"}
"""The operators that end a path, and fill it, draw its line, or do neither."""
POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}
"""The operators that go on with a path, and how many points each takes."""


class Paths(Painting):
    """Keep the path that is being drawn, in points of the page."""

    points: list[tuple[float, float]]
    segments: list[tuple[tuple[float, float], tuple[float, float]]]

    def extend(self, operator: str, operands: tuple[object, ...]) -> None:
        """Go on with the path; raise an error where points are missing."""
        numbers = numbers_of(operands)
        if len(numbers) != 2 * POINTS[operator]:
            raise ValueError(operator)
        ctm = self.state.ctm
        new = [point(ctm, numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2)]
        if operator == "l" and self.points:
            self.segments.append((self.points[-1], new[0]))
        self.points += new

    def rectangle(self, operands: tuple[object, ...]) -> None:
        """Add a rectangle to the path."""
        x, y, width, height = numbers_of(operands)
        self.points += [point(self.state.ctm, x + dx, y + dy) for dx in (0, width) for dy in (0, height)]

    def end(self, operator: str) -> None:
        """End the path, and note what it paints."""
        if self.points and operator != "n":
            outside = around(self.points).clear_of(self.bleed)
            if operator in _FILLS:
                self.note(self.state.fill, "area", outside=outside)
            if operator in _STROKES:
                self.note(self.state.stroke, "line", outside=outside)
                if outside:
                    for (x0, y0), (x1, y1) in self.segments:
                        self.painted.stroke(Stroke(x0, y0, x1, y1, self.state.dashed))
        self.points, self.segments = [], []
