"""Measure with boxes and matrices of PDF: points in, millimetres out."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

POINTS = 72 / 25.4
"""Points in a millimetre."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Box:
    """Hold a rectangle in points, its corners in order."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the width in mm."""
        return (self.right - self.left) / POINTS

    @property
    def height(self) -> float:
        """Return the height in mm."""
        return (self.top - self.bottom) / POINTS

    def margins(self, inner: Box) -> tuple[float, float, float, float]:
        """Return how far another box lies inside this one, in mm: left, bottom, right, top."""
        return (
            (inner.left - self.left) / POINTS,
            (inner.bottom - self.bottom) / POINTS,
            (self.right - inner.right) / POINTS,
            (self.top - inner.top) / POINTS,
        )

    def clear_of(self, other: Box) -> bool:
        """Tell whether the two boxes have nothing in common."""
        return (
            self.right <= other.left or self.left >= other.right or self.top <= other.bottom or self.bottom >= other.top
        )


def box_from(values: Iterable[float]) -> Box | None:
    """Return the box of four numbers in any order of corners, or None where they span nothing."""
    numbers = tuple(values)
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):  # noqa: PLR2004 - two corners
        return None
    (left, right), (bottom, top) = sorted(numbers[::2]), sorted(numbers[1::2])
    return Box(left, bottom, right, top) if right > left and top > bottom else None


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does `one` first and then `other` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    return (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])


def around(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest box around points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def unit_box(matrix: Matrix) -> Box:
    """Return the box around the square from 0 to 1, where images are drawn."""
    return around(point(matrix, x, y) for x in (0, 1) for y in (0, 1))
