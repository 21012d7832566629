"""Hold the graphics state of a page as far as a preflight asks for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from charterpress.preflight.geometry import Matrix
from charterpress.preflight.letters import Glyphs
from charterpress.preflight.spaces import GRAY, Inks, Space


@dataclass(frozen=True)
class Ink:
    """Hold a current colour."""

    space: Space = GRAY
    values: Inks = (0.0,)
    pattern: object = None

    @cached_property
    def inks(self) -> Inks | None:
        """Return the ink of each plate, from 0 to 1, where it is known."""
        known = self.space.coverage(self.values)
        return None if known is None else tuple(round(min(max(part, 0.0), 1.0), 3) for part in known)


@dataclass
class State:
    """Hold the graphics state as far as a preflight asks for it."""

    ctm: Matrix
    fill: Ink = Ink()
    stroke: Ink = Ink()
    font: Glyphs | None = None
    size: float = 0.0
    mode: int = 0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    dashed: bool = False


def numbers_of(operands: Sequence[object]) -> tuple[float, ...]:
    """Return the operands as numbers; raise an error where one is none or has no end."""
    numbers = tuple(map(float, operands))  # type: ignore[arg-type]  # raises TypeError, as it should
    if not all(map(math.isfinite, numbers)):
        raise ValueError
    return numbers


def matrix_of(operands: tuple[object, ...]) -> Matrix:
    """Return the operands as a matrix; raise an error where they are none."""
    a, b, c, d, e, f = numbers_of(operands)
    return (a, b, c, d, e, f)
