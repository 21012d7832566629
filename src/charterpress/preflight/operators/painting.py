"""Note in which ink something is painted; patterns and blends are taken apart."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

import pikepdf

from charterpress.preflight.geometry import Box
from charterpress.preflight.letters import Glyphs
from charterpress.preflight.operators.state import Ink, State
from charterpress.preflight.painted import Colour, Painted
from charterpress.preflight.resources import shading_colours
from charterpress.preflight.spaces import entry, space_of

_UNCOLOURED = 2
"""The paint type of a pattern that takes the colour it is used with (ISO 32000-1, 8.7.3)."""


class Painting(ABC):
    """Hold what all operators of a stream work with: its state, its resources, and what the page paints.

    `bleed` is the box outside of which only marks stand.
    """

    state: State
    resources: object
    painted: Painted
    bleed: Box

    @abstractmethod
    def form(self, form: pikepdf.Stream, state: State) -> None:
        """Run a form or the cell of a pattern in a state of its own."""

    @abstractmethod
    def glyphs(self, font: pikepdf.Object) -> Glyphs:
        """Return the letters of a font, and note that text is set in it."""

    def note(self, ink: Ink, use: str, *, outside: bool, size: float | None = None) -> None:
        """Note that something is painted in an ink; `size` is that of text, in points."""
        if ink.pattern is not None:
            self._pattern(ink, use, outside=outside)
            return
        self.painted.colour(Colour(ink.space, use, ink.inks, outside, size))

    def _pattern(self, ink: Ink, use: str, *, outside: bool) -> None:
        pattern = ink.pattern
        if isinstance(pattern, pikepdf.Stream):
            if entry(pattern, "/PaintType") == _UNCOLOURED:
                self.note(replace(ink, pattern=None), use, outside=outside)
            # The cell is small and repeats, so it is taken to lie where the pattern is painted.
            self.form(pattern, State((1, 0, 0, 1, self.bleed.left, self.bleed.bottom)))
        else:
            self.shade(entry(pattern, "/Shading"), use, outside=outside)

    def shade(self, shading: object, use: str, *, outside: bool) -> None:
        """Note the colours of a blend."""
        space = space_of(entry(shading, "/ColorSpace"), self.resources)
        for values in shading_colours(shading) or (None,):
            known = None if values is None else space.coverage(values)
            self.painted.colour(Colour(space, f"{use} (blend)", known, outside))
