"""Change the graphics state of a content stream: colours, fonts, settings, and where things come to stand."""

from __future__ import annotations

from dataclasses import replace

import pikepdf

from charterpress.preflight.geometry import times
from charterpress.preflight.letters import Glyphs
from charterpress.preflight.operators.painting import Painting
from charterpress.preflight.operators.state import Ink, State, matrix_of, numbers_of
from charterpress.preflight.resources import see_through
from charterpress.preflight.spaces import PATTERN, UNKNOWN, entry, space_of

MOST_SAVED = 10_000
"""How many states are kept for later at the most."""


class StateChanges(Painting):
    """Change the state as operators say; `saved` has those that were kept for later."""

    saved: list[State]
    fonts: dict[str, Glyphs | None]

    def choose(self, ink: Ink, *, stroke: bool) -> None:
        """Take an ink for lines, or for areas."""
        if stroke:
            self.state.stroke = ink
        else:
            self.state.fill = ink

    def space(self, operands: tuple[object, ...], *, stroke: bool) -> None:
        """Choose a colour space."""
        chosen = space_of(operands[0], self.resources)
        self.choose(Ink(chosen, chosen.first), stroke=stroke)

    def colour(self, operands: tuple[object, ...], *, stroke: bool) -> None:
        """Choose a colour, or a pattern, in the current space."""
        current = self.state.stroke if stroke else self.state.fill
        if operands and isinstance(operands[-1], pikepdf.Name):
            found = entry(entry(self.resources, "/Pattern"), str(operands[-1]))
            known = found is not None
            base = current.space if current.space.family == "Pattern" else PATTERN
            self.choose(Ink(base if known else UNKNOWN, numbers_of(operands[:-1]), found), stroke=stroke)
        else:
            self.choose(Ink(current.space, numbers_of(operands)), stroke=stroke)

    def save(self, _operands: tuple[object, ...]) -> None:
        """Keep the state for later."""
        if len(self.saved) >= MOST_SAVED:
            self.painted.problems.add("the graphics state is saved without end")
            return
        self.saved.append(replace(self.state))

    def restore(self, _operands: tuple[object, ...]) -> None:
        """Take the state that was kept last."""
        if self.saved:
            self.state = self.saved.pop()

    def concat(self, operands: tuple[object, ...]) -> None:
        """Move, turn or scale what follows."""
        self.state.ctm = times(matrix_of(operands), self.state.ctm)

    def settings(self, operands: tuple[object, ...]) -> None:
        """Take settings from the resources; those that let things shine through are noted."""
        found = entry(entry(self.resources, "/ExtGState"), str(operands[0]))
        self.painted.transparency |= set(see_through(found))
        font = entry(found, "/Font")
        if isinstance(font, pikepdf.Array):
            self.state.size = numbers_of((font[1],))[0]
            self.state.font = self.glyphs(font[0])

    def font(self, operands: tuple[object, ...]) -> None:
        """Choose a font and its size."""
        name = str(operands[0])
        self.state.size = numbers_of(operands[1:2])[0]
        if name not in self.fonts:
            found = entry(entry(self.resources, "/Font"), name)
            self.fonts[name] = self.glyphs(found) if isinstance(found, pikepdf.Dictionary) else None
        self.state.font = self.fonts[name]
        if self.state.font is None:
            self.painted.problems.add("a font that text is set in is not in the file")

    def mode(self, operands: tuple[object, ...]) -> None:
        """Choose whether text is filled, drawn as a line, or not seen."""
        self.state.mode = int(numbers_of(operands)[0])

    def dash(self, operands: tuple[object, ...]) -> None:
        """Choose whether lines are dashed."""
        self.state.dashed = isinstance(operands[0], pikepdf.Array) and len(operands[0]) > 0

    def marked(self, operands: tuple[object, ...]) -> None:
        """Note content that can be switched off."""
        self.painted.layers |= str(operands[0]) == "/OC"
