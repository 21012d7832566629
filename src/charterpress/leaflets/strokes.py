"""Write a line of text back into the content of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Operator, String
from pikepdf import ContentStreamInstruction as Instruction

from charterpress.leaflets.lines import NOWHERE, Cluster, Line, Show

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
    return [START, *pen.written, STOP]


@dataclass
class _Pen:
    """Gather what is drawn: `shown` is not written yet, `back` how far the pen must go back before the next glyph."""

    words: Sequence[str]
    written: list[Instruction] = field(default_factory=list)
    shown: list[Decimal | int] = field(default_factory=list)
    back: Decimal = NOWHERE
    word: int | None = None
    rise: Decimal = NOWHERE

    def show(self, show: Show) -> None:
        """Draw what is shown from one place on."""
        words = {glyph.word for cluster in show.clusters for glyph in cluster.glyphs}
        # A mark of direction is only a hint; it may not hold a part of a word.
        hinted = show.reversed and words == {None}
        self.turn(show.clusters[0].glyphs[0].word)
        if hinted:
            self.written.append(REVERSED)
        self.written += show.setup
        self.back = NOWHERE
        for cluster in show.clusters:
            self._draw(cluster)
        self._lift(NOWHERE)
        self._flush()
        if hinted:
            self.written.append(UNMARK)

    def turn(self, word: int | None) -> None:
        """Close the mark of one word, and open that of another."""
        if word == self.word:
            return
        self._flush()
        if self.word is not None:
            self.written.append(UNMARK)
        if word is not None:
            said = Dictionary(ActualText=String(self.words[word]))
            self.written.append(Instruction([Name.Span, said], Operator("BDC")))
        self.word = word

    def _draw(self, cluster: Cluster) -> None:
        for glyph in cluster.glyphs:
            self.turn(glyph.word)
            self._lift(glyph.rise)
            self._set(glyph.before, glyph.code)
        self.back += cluster.after
        if cluster.marks:
            self._draw_marks(cluster)

    def _draw_marks(self, cluster: Cluster) -> None:
        pen = end = cluster.places()[1]
        for place, mark in sorted(cluster.marks, key=lambda pair: (pair[1].rise != 0, pair[1].rise)):
            if mark.rise != self.rise:
                self._lift(mark.rise)
                # Pdfium sorts what is shown at once by where it starts: at the space, and not at the mark.
                blank = cluster.glyphs[0].code
                self._set(pen, blank)
                pen = cluster.codes.width(blank)
            self._set(pen - place, mark.code)
            pen = place
        self._lift(NOWHERE)
        self.back += pen - end

    def _set(self, before: Decimal, code: int) -> None:
        if self.back + before:
            self.shown.append(self.back + before)
        self.shown.append(code)
        self.back = NOWHERE

    def _lift(self, rise: Decimal) -> None:
        if rise != self.rise:
            self._flush()
            self.written.append(Instruction([rise], Operator("Ts")))
            self.rise = rise

    def _flush(self) -> None:
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
