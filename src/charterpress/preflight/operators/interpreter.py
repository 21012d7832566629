"""Follow the content streams of a page with their graphics state, forms and patterns included."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pikepdf

from charterpress.preflight.geometry import IDENTITY, Box, times
from charterpress.preflight.letters import Glyphs
from charterpress.preflight.operators.paths import ENDS, POINTS, Paths
from charterpress.preflight.operators.placing import Placing
from charterpress.preflight.operators.state import Ink, State, matrix_of, numbers_of
from charterpress.preflight.operators.statechanges import StateChanges
from charterpress.preflight.operators.textlines import SHOWN, TextLines
from charterpress.preflight.painted import Face, Painted
from charterpress.preflight.resources import face_of
from charterpress.preflight.spaces import CMYK, GRAY, RGB, entry
from charterpress.preflight.streams import Instruction, Streams, TooLargeError, number_of

MOST_OPERATORS = 1_000_000
"""How many operators of a file are followed; forms may call each other without end."""
DEEPEST = 24
"""How deep forms may stand in one another; real ones need five."""

_DEVICE = {"g": GRAY, "G": GRAY, "rg": RGB, "RG": RGB, "k": CMYK, "K": CMYK}
_BROKEN = (pikepdf.PdfError, ValueError, TypeError, ArithmeticError, KeyError, IndexError, RuntimeError, zlib.error)


class Interpreter:
    """Run the operators of pages and note what they paint; the limits hold for the whole file."""

    def __init__(self, streams: Streams) -> None:
        """Start with nothing painted."""
        self._streams = streams
        self._left = MOST_OPERATORS
        self._fonts: dict[tuple[int, int], tuple[Face, Glyphs]] = {}
        self.painted = Painted()
        self.bleed = Box(0, 0, 0, 0)

    def page(self, page: pikepdf.Page, resources: object, bleed: Box) -> Painted:
        """Return what a page paints; `bleed` is the box outside of which only marks stand."""
        self.painted, self.bleed = Painted(), bleed
        if entry(entry(page.obj, "/Group"), "/S") == pikepdf.Name.Transparency:
            self.painted.transparency.add("a transparency group for the whole page")
        self._run(page, resources, State(IDENTITY), ())
        return self.painted

    def _run(
        self, holder: pikepdf.Page | pikepdf.Stream, resources: object, state: State, above: tuple[tuple[int, int], ...]
    ) -> None:
        if number_of(holder) in above:
            self.painted.problems.add("a form calls itself")
            return
        if len(above) > DEEPEST:
            self.painted.problems.add(f"forms stand more than {DEEPEST} deep in one another")
            return
        try:
            instructions = self._streams.instructions(holder)
        except TooLargeError:
            self.painted.problems.add("a content stream is too large to be looked at")
            return
        except _BROKEN:
            self.painted.problems.add("a content stream is broken")
            return
        _Run(self, resources, state, (*above, number_of(holder))).follow(instructions)

    def take(self, wanted: int) -> int:
        """Return how many of some operators may still be followed."""
        taken = min(wanted, self._left)
        if taken < wanted:
            self.painted.problems.add(f"the file has more than {MOST_OPERATORS:,} operators")
        self._left -= taken
        self.painted.operators += taken
        return taken

    def form(self, form: pikepdf.Stream, resources: object, state: State, above: tuple[tuple[int, int], ...]) -> None:
        """Run a form or the cell of a pattern in a state of its own."""
        matrix = entry(form, "/Matrix")
        own = matrix_of(tuple(matrix)) if isinstance(matrix, pikepdf.Array) else IDENTITY
        inner = replace(state, ctm=times(own, state.ctm))
        self._run(form, entry(form, "/Resources") or resources, inner, above)

    def font(self, font: pikepdf.Object) -> Glyphs:
        """Return the letters of a font, and note that text is set in it."""
        key = number_of(font)
        if key == (0, 0) or key not in self._fonts:
            self._fonts[key] = face_of(font), Glyphs(font)
        face, glyphs = self._fonts[key]
        self.painted.faces.add(face)
        return glyphs


class _Run(Paths, TextLines, Placing, StateChanges):
    """Follow one stream; what it changes in the graphics state ends with it."""

    def __init__(self, whole: Interpreter, resources: object, state: State, above: tuple[tuple[int, int], ...]) -> None:
        self.whole, self.resources, self.above = whole, resources, above
        self.painted, self.bleed = whole.painted, whole.bleed
        self.state = replace(state)
        self.saved = []
        self.fonts = {}
        self.points, self.segments = [], []

    def follow(self, instructions: list[Instruction]) -> None:
        """Do each instruction; one with wrong operands is noted and passed over."""
        for operator, operands in islice(instructions, self.whole.take(len(instructions))):
            try:
                self._do(operator, operands)
            except _BROKEN:
                self.painted.problems.add(f"an operator '{operator[:20]}' has operands that make no sense")

    def _do(self, operator: str, operands: tuple[object, ...]) -> None:
        if operator in POINTS:
            self.extend(operator, operands)
        elif operator in ENDS:
            self.end(operator)
        elif operator in SHOWN:
            self.show(operator, operands)
        elif operator in _DEVICE:
            self.choose(Ink(_DEVICE[operator], numbers_of(operands)), stroke=operator.isupper())
        elif (action := _ACTIONS.get(operator)) is not None:
            action(self, operands)

    def form(self, form: pikepdf.Stream, state: State) -> None:
        """Run a form or the cell of a pattern in a state of its own."""
        self.whole.form(form, self.resources, state, self.above)

    def glyphs(self, font: pikepdf.Object) -> Glyphs:
        """Return the letters of a font, and note that text is set in it."""
        return self.whole.font(font)


_ACTIONS: dict[str, Callable[[_Run, tuple[object, ...]], None]] = {
    "q": _Run.save,
    "Q": _Run.restore,
    "cm": _Run.concat,
    "re": _Run.rectangle,
    "cs": lambda run, operands: run.space(operands, stroke=False),
    "CS": lambda run, operands: run.space(operands, stroke=True),
    "sc": lambda run, operands: run.colour(operands, stroke=False),
    "SC": lambda run, operands: run.colour(operands, stroke=True),
    "scn": lambda run, operands: run.colour(operands, stroke=False),
    "SCN": lambda run, operands: run.colour(operands, stroke=True),
    "sh": _Run.shading,
    "Do": _Run.external,
    "INLINE IMAGE": _Run.inline,
    "gs": _Run.settings,
    "Tf": _Run.font,
    "BT": _Run.begin,
    "Tm": _Run.place,
    "Td": _Run.move,
    "TD": _Run.move_by,
    "T*": _Run.next_line,
    "Tc": lambda run, operands: run.measure(operands, "letter_space"),
    "Tw": lambda run, operands: run.measure(operands, "word_space"),
    "Tz": lambda run, operands: run.measure(operands, "stretch", 0.01),
    "TL": lambda run, operands: run.measure(operands, "leading"),
    "Ts": lambda run, operands: run.measure(operands, "rise"),
    "Tr": _Run.mode,
    "d": _Run.dash,
    "BDC": _Run.marked,
}
