"""Follow the content streams of a page with their graphics state, forms and patterns included."""

from __future__ import annotations

import math
import zlib
from dataclasses import replace
from itertools import islice

import pikepdf

from charterpress.preflight.geometry import IDENTITY, Box, around, point, times, unit_box
from charterpress.preflight.letters import Glyphs
from charterpress.preflight.painted import Colour, Face, Painted, Picture, Stroke
from charterpress.preflight.resources import face_of, picture_of, see_through, shading_colours
from charterpress.preflight.spaces import CMYK, GRAY, PATTERN, RGB, UNKNOWN, entry, space_of
from charterpress.preflight.state import Ink, State, matrix_of, numbers_of
from charterpress.preflight.streams import Streams, TooLargeError, number_of
from charterpress.preflight.textlines import TextLines

MOST_OPERATORS = 1_000_000
"""How many operators of a file are followed; forms may call each other without end."""
DEEPEST = 24
"""How deep forms may stand in one another; real ones need five."""
MOST_SAVED = 10_000

_DEVICE = {"g": GRAY, "G": GRAY, "rg": RGB, "RG": RGB, "k": CMYK, "K": CMYK}
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_PATHS = _FILLS | _STROKES | {"n"}
_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}
_UNCOLOURED = 2
"""The paint type of a pattern that takes the colour it is used with (ISO 32000-1, 8.7.3)."""
_UNSEEN = frozenset({3, 7})
"""The text modes that paint nothing: invisible, and clipping alone."""
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


class _Run(TextLines):
    """Follow one stream; what it changes in the graphics state ends with it."""

    def __init__(self, whole: Interpreter, resources: object, state: State, above: tuple[tuple[int, int], ...]) -> None:
        self.whole, self.resources, self.above = whole, resources, above
        self.state = replace(state)
        self.saved: list[State] = []
        self.fonts: dict[str, Glyphs | None] = {}
        self.points: list[tuple[float, float]] = []
        self.segments: list[tuple[tuple[float, float], tuple[float, float]]] = []

    def follow(self, instructions: list[tuple[str, tuple[object, ...]]]) -> None:
        """Do each instruction; one with wrong operands is noted and passed over."""
        for operator, operands in islice(instructions, self.whole.take(len(instructions))):
            try:
                self._do(operator, operands)
            except _BROKEN:
                self.whole.painted.problems.add(f"an operator '{operator[:20]}' has operands that make no sense")

    def _do(self, operator: str, operands: tuple[object, ...]) -> None:
        if operator in _POINTS:
            self._extend(operator, operands)
        elif operator in _PATHS:
            self._paint(operator)
        elif operator in _TEXT:
            self._show(operator, operands)
        elif operator in _DEVICE:
            self._set(operator.isupper(), Ink(_DEVICE[operator], numbers_of(operands)))
        elif (action := _ACTIONS.get(operator)) is not None:
            action(self, operands)

    def _set(self, stroke: bool, ink: Ink) -> None:  # noqa: FBT001 - read off the operator's case
        if stroke:
            self.state.stroke = ink
        else:
            self.state.fill = ink

    # What draws.

    def _extend(self, operator: str, operands: tuple[object, ...]) -> None:
        numbers = numbers_of(operands)
        if len(numbers) != 2 * _POINTS[operator]:
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

    def _paint(self, operator: str) -> None:
        if self.points and operator != "n":
            outside = around(self.points).clear_of(self.whole.bleed)
            if operator in _FILLS:
                self._note(self.state.fill, "area", outside=outside)
            if operator in _STROKES:
                self._note(self.state.stroke, "line", outside=outside)
                if outside:
                    for (x0, y0), (x1, y1) in self.segments:
                        self.whole.painted.stroke(Stroke(x0, y0, x1, y1, self.state.dashed))
        self.points, self.segments = [], []

    def _show(self, operator: str, operands: tuple[object, ...]) -> None:
        state = self.state
        if operator == '"':
            state.word_space, state.letter_space = numbers_of(operands[:2])
        if operator in {"'", '"'}:
            self.next_line(())
        matrix = times(self.text, state.ctm)
        shown = operands[-1] if operands else None
        boxes = self.letters(list(shown) if isinstance(shown, pikepdf.Array) else [shown])
        if state.mode in _UNSEEN:
            return
        # The height of a letter is what readers call its size.
        size = round(abs(state.size) * math.hypot(matrix[2], matrix[3]), 2)
        bleed = self.whole.bleed
        outside = not (bleed.left <= matrix[4] <= bleed.right and bleed.bottom <= matrix[5] <= bleed.top)
        self.whole.painted.letter_boxes(boxes, exact=state.font is not None and state.font.exact)
        if state.mode in {0, 2, 4, 6}:
            self._note(state.fill, "text", outside=outside, size=size)
        if state.mode in {1, 2, 5, 6}:
            self._note(state.stroke, "text", outside=outside, size=size)

    def _note(self, ink: Ink, use: str, *, outside: bool, size: float | None = None) -> None:
        if ink.pattern is not None:
            self._pattern(ink, use, outside=outside)
            return
        self.whole.painted.colour(Colour(ink.space, use, ink.inks, outside, size))

    def _pattern(self, ink: Ink, use: str, *, outside: bool) -> None:
        pattern = ink.pattern
        if isinstance(pattern, pikepdf.Stream):
            if entry(pattern, "/PaintType") == _UNCOLOURED:
                self._note(replace(ink, pattern=None), use, outside=outside)
            # The cell is small and repeats, so it is taken to lie where the pattern is painted.
            middle = self.whole.bleed
            self.whole.form(pattern, self.resources, State((1, 0, 0, 1, middle.left, middle.bottom)), self.above)
        else:
            self._shade(entry(pattern, "/Shading"), use, outside=outside)

    def _shade(self, shading: object, use: str, *, outside: bool) -> None:
        space = space_of(entry(shading, "/ColorSpace"), self.resources)
        for values in shading_colours(shading) or (None,):
            known = None if values is None else space.coverage(values)
            self.whole.painted.colour(Colour(space, f"{use} (blend)", known, outside))

    # What is named in the resources.

    def shading(self, operands: tuple[object, ...]) -> None:
        """Paint a blend over the whole clipped area."""
        found = entry(entry(self.resources, "/Shading"), str(operands[0]))
        self._shade(found, "area", outside=False)

    def external(self, operands: tuple[object, ...]) -> None:
        """Draw an image or run a form."""
        thing = entry(entry(self.resources, "/XObject"), str(operands[0]))
        if not isinstance(thing, pikepdf.Stream):
            self.whole.painted.problems.add("an image or a form that is drawn is not in the file")
            return
        self.whole.painted.layers |= "/OC" in thing
        if entry(thing, "/Subtype") == pikepdf.Name.Form:
            if entry(entry(thing, "/Group"), "/S") == pikepdf.Name.Transparency:
                self.whole.painted.transparency.add("transparency groups")
            self.whole.form(thing, self.resources, self.state, self.above)
        elif entry(thing, "/Subtype") == pikepdf.Name.Image:
            if "/SMask" in thing:
                self.whole.painted.transparency.add("images with a soft mask")
            self._picture(picture_of(thing, str(operands[0])[1:], self.resources, self.state.ctm))

    def inline(self, operands: tuple[object, ...]) -> None:
        """Draw an image that stands in the content stream."""
        image = getattr(operands[0], "iimage", None)
        if image is not None:
            self._picture(picture_of(image.obj, "an inline image", self.resources, self.state.ctm))

    def _picture(self, picture: Picture) -> None:
        outside = unit_box(self.state.ctm).clear_of(self.whole.bleed)
        if picture.mask:
            self._note(self.state.fill, "area", outside=outside)
        else:
            self.whole.painted.colour(Colour(picture.space, "image", None, outside))
        self.whole.painted.picture(picture)

    # What changes the state.

    def space(self, operands: tuple[object, ...], *, stroke: bool) -> None:
        """Choose a colour space."""
        chosen = space_of(operands[0], self.resources)
        self._set(stroke, Ink(chosen, chosen.first))

    def colour(self, operands: tuple[object, ...], *, stroke: bool) -> None:
        """Choose a colour, or a pattern, in the current space."""
        current = self.state.stroke if stroke else self.state.fill
        if operands and isinstance(operands[-1], pikepdf.Name):
            found = entry(entry(self.resources, "/Pattern"), str(operands[-1]))
            known = found is not None
            base = current.space if current.space.family == "Pattern" else PATTERN
            self._set(stroke, Ink(base if known else UNKNOWN, numbers_of(operands[:-1]), found))
        else:
            self._set(stroke, Ink(current.space, numbers_of(operands)))

    def save(self, _operands: tuple[object, ...]) -> None:
        """Keep the state for later."""
        if len(self.saved) >= MOST_SAVED:
            self.whole.painted.problems.add("the graphics state is saved without end")
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
        self.whole.painted.transparency |= set(see_through(found))
        font = entry(found, "/Font")
        if isinstance(font, pikepdf.Array):
            self.state.size = numbers_of((font[1],))[0]
            self.state.font = self.whole.font(font[0])

    def font(self, operands: tuple[object, ...]) -> None:
        """Choose a font and its size."""
        name = str(operands[0])
        self.state.size = numbers_of(operands[1:2])[0]
        if name not in self.fonts:
            found = entry(entry(self.resources, "/Font"), name)
            self.fonts[name] = self.whole.font(found) if isinstance(found, pikepdf.Dictionary) else None
        self.state.font = self.fonts[name]
        if self.state.font is None:
            self.whole.painted.problems.add("a font that text is set in is not in the file")

    def mode(self, operands: tuple[object, ...]) -> None:
        """Choose whether text is filled, drawn as a line, or not seen."""
        self.state.mode = int(numbers_of(operands)[0])

    def dash(self, operands: tuple[object, ...]) -> None:
        """Choose whether lines are dashed."""
        self.state.dashed = isinstance(operands[0], pikepdf.Array) and len(operands[0]) > 0

    def marked(self, operands: tuple[object, ...]) -> None:
        """Note content that can be switched off."""
        self.whole.painted.layers |= str(operands[0]) == "/OC"


_ACTIONS = {
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
