"""Set the text of a content stream: where its letters come to stand, and in which ink."""

from __future__ import annotations

import math

import pikepdf

from charterpress.preflight.geometry import IDENTITY, Matrix, times
from charterpress.preflight.letters import Corners, codes_of
from charterpress.preflight.operators.painting import Painting
from charterpress.preflight.operators.state import matrix_of, numbers_of

SHOWN = frozenset({"Tj", "TJ", "'", '"'})
"""The operators that set text."""
_SPACE = 32
_UNSEEN = frozenset({3, 7})
"""The text modes that paint nothing: invisible, and clipping alone."""


class TextLines(Painting):
    """Keep the matrices of a text, move on letter by letter, and note where each stands."""

    text: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def show(self, operator: str, operands: tuple[object, ...]) -> None:
        """Set a text, and note its letters and its ink."""
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
        bleed = self.bleed
        outside = not (bleed.left <= matrix[4] <= bleed.right and bleed.bottom <= matrix[5] <= bleed.top)
        self.painted.letter_boxes(boxes, exact=state.font is not None and state.font.exact)
        if state.mode in {0, 2, 4, 6}:
            self.note(state.fill, "text", outside=outside, size=size)
        if state.mode in {1, 2, 5, 6}:
            self.note(state.stroke, "text", outside=outside, size=size)

    def letters(self, pieces: list[object]) -> list[Corners]:
        """Return the box of each letter of a text and move on behind it (ISO 32000-1, 9.4.4)."""
        state, font, boxes = self.state, self.state.font, []
        across = state.size * state.stretch
        a, b, c, d, e, f = times((across, 0, 0, state.size, 0, state.rise), times(self.text, state.ctm))
        moved = 0.0
        for piece in pieces:
            if not isinstance(piece, pikepdf.String):
                moved -= float(piece) / 1000  # type: ignore[arg-type]  # raises TypeError, as it should
                continue
            if font is None:
                continue
            for code in codes_of(bytes(piece), wide=font.wide):
                glyph = font.glyph(code)
                if glyph.box is not None:
                    left, low, right, high = glyph.box
                    left, right = left + moved, right + moved
                    xs = (a * left + c * low, a * left + c * high, a * right + c * low, a * right + c * high)
                    ys = (b * left + d * low, b * left + d * high, b * right + d * low, b * right + d * high)
                    boxes.append((min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f))
                space = state.letter_space + (state.word_space if code == _SPACE and not font.wide else 0.0)
                moved += glyph.advance + (space / state.size if state.size else 0.0)
        self.text = times((1, 0, 0, 1, moved * across, 0), self.text)
        return boxes

    def begin(self, _operands: tuple[object, ...]) -> None:
        """Start a text."""
        self.text = self.line = IDENTITY

    def place(self, operands: tuple[object, ...]) -> None:
        """Set the text matrix."""
        self.text = self.line = matrix_of(operands)

    def move(self, operands: tuple[object, ...]) -> None:
        """Go to another line."""
        x, y = numbers_of(operands)
        self.text = self.line = times((1, 0, 0, 1, x, y), self.line)

    def move_by(self, operands: tuple[object, ...]) -> None:
        """Go to another line, and take the distance for the next ones."""
        self.state.leading = -numbers_of(operands)[1]
        self.move(operands)

    def next_line(self, _operands: tuple[object, ...]) -> None:
        """Go to the next line."""
        self.move((0, -self.state.leading))

    def measure(self, operands: tuple[object, ...], name: str, scale: float = 1.0) -> None:
        """Set a measure of the text."""
        setattr(self.state, name, numbers_of(operands)[0] * scale)
