"""Write a line of text back into the content of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Operator, String
from pikepdf import ContentStreamInstruction as Instruction

from charterpress.leaflets.lines import NOWHERE, Cluster, Line, Show

FINE = Decimal("0.0001")
NOISE = Decimal("0.002")
"""Two places so near to each other, in thousandths of the text size, are the same but for rounding."""
START = Instruction([], Operator("BT"))
STOP = Instruction([], Operator("ET"))
UNMARK = Instruction([], Operator("EMC"))
REVERSED = Instruction([Name.ReversedChars], Operator("BMC"))


def write_line(line: Line) -> list[Instruction]:
    """Return the line as it stands in a page's content; nothing where all its glyphs have gone elsewhere."""
    if not line.clusters:
        return []
    pen = _Pen(line.words)
    for show in line.shows:
        pen.show(show)
    pen.turn(None)
    pen.flush()
    return [START, *pen.written, STOP]


@dataclass
class _Pen:
    """Gather what is drawn.

    `shown` is not written yet, `back` how far the pen must go back before the next glyph, in thousandths of the text
    size; `at` is where the pen is, in points from where the line starts.
    """

    words: Sequence[str]
    written: list[Instruction] = field(default_factory=list)
    shown: list[Decimal | int] = field(default_factory=list)
    back: Decimal = NOWHERE
    at: Decimal = NOWHERE
    look: tuple[str, ...] = ()
    word: int | None = None

    def show(self, show: Show) -> None:
        """Draw what is shown from one place on."""
        words = {glyph.word for cluster in show.clusters for glyph in cluster.glyphs}
        # A mark of direction is only a hint; it may not hold a part of a word.
        hinted = show.reversed and words == {None}
        word = show.clusters[0].glyphs[0].word
        if word is not None and word == self.word and show.look == self.look:
            # Pdfium takes a marked word to be as wide as what is shown of it at once.
            back = ((self.at - show.across) * 1000 / show.size).quantize(FINE)
            self.back = back if abs(back) > NOISE else NOWHERE
        else:
            self.turn(word)
            self.flush()
            self.written += [REVERSED, *show.setup] if hinted else show.setup
            self.back, self.at, self.look = NOWHERE, show.across, show.look
        for cluster in show.clusters:
            self._draw(cluster, show.size)
        if hinted:
            self.flush()
            self.written.append(UNMARK)

    def turn(self, word: int | None) -> None:
        """Close the mark of one word, and open that of another."""
        if word == self.word:
            return
        self.flush()
        if self.word is not None:
            self.written.append(UNMARK)
        if word is not None:
            said = Dictionary(ActualText=String(self.words[word]))
            self.written.append(Instruction([Name.Span, said], Operator("BDC")))
        self.word = word

    def _draw(self, cluster: Cluster, size: Decimal) -> None:
        for glyph in cluster.glyphs:
            if glyph.word != self.word:
                self.turn(glyph.word)
            before = self.back + glyph.before
            if before:
                self.shown.append(before)
            self.shown.append(glyph.code)
            self.back = NOWHERE
            self.at += (cluster.codes.width(glyph.code) - before) * size / 1000
        self.back += cluster.after

    def flush(self) -> None:
        """Write what is shown so far."""
        if self.shown:
            self.written.append(Instruction([Array(_packed(self.shown))], Operator("TJ")))
        self.shown = []


def _packed(shown: Sequence[Decimal | int]) -> list[Decimal | String]:
    """Return codes in a row as one string, with the moves of the pen between them."""
    packed: list[Decimal | String] = []
    row = b""
    for part in shown:
        if isinstance(part, int):
            row += part.to_bytes(2, "big")
            continue
        if row:
            packed.append(String(row))
        row = b""
        packed.append(part)
    return [*packed, String(row)] if row else packed
