"""Let letters alone say what they and the marks above and below them say together.

A mark is a glyph of its own, which stands within the width of its letter. Before or behind the letter it leaves a gap
that programs take for a space; and one that stands a little higher or lower than others is a line of text of its own
in Typst's files, which says again what its whole group says. So marks are drawn when all else is, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Operator, String
from pikepdf import ContentStreamInstruction as Instruction

from charterpress.leaflets.lines import Cluster, Drawn, Line, Show

NEAR = Decimal("0.05")
"""How many points apart two places may be that are the same."""
FINE = Decimal("0.00001")
UPRIGHT = (1, 0, 0, -1)


@dataclass(frozen=True)
class Mark:
    """Hold a glyph that is drawn last, where it stands on the page in points, and the line that it was taken from."""

    code: int
    left: Decimal
    base: Decimal
    show: Show
    line: Line


def gather(lines: Iterable[Line]) -> Iterator[Mark]:
    """Yield the marks that are lines of their own, and take them out of these."""
    previous: Line | None = None
    taken = False
    for line in lines:
        if not line.clusters:
            continue
        if previous is not None and previous.clusters:
            marks = list(_join(previous, line, parted=taken))
            yield from marks
            taken = bool(marks)
        if line.clusters:
            previous = line


def _join(previous: Line, line: Line, *, parted: bool) -> Iterator[Mark]:
    one, other = previous.shows[-1], line.shows[0]
    first, second = one.clusters[-1], other.clusters[0]
    alike = first.text == second.text and first.codes is second.codes and one.size == other.size
    if not alike or len(first.text) == 1:
        return
    here = line.left + other.across
    if first.right_to_left:
        # From left to right, the marks come first.
        if first.stays and abs(previous.left + one.place(first) - here) < NEAR:
            yield from _marks(previous, one, first)
            one.clusters.pop()
            if not one.clusters:
                previous.shows.remove(one)
            second.whole = True
    elif second.stays and abs(previous.left + one.end - here) < NEAR:
        yield from _marks(line, other, second)
        moved = other.clusters.pop(0).places()[1]
        if other.clusters:
            other.clusters[0].glyphs[0].before -= moved
        else:
            line.shows.remove(other)
        first.whole = True
    elif parted:
        # The letters of a group, between which a mark stood: each gets its share of the text.
        share = min(len(second.glyphs), len(first.text) - 1)
        first.text, second.text = first.text[:-share], second.text[-share:]
        second.whole = True


def lift_marks(line: Line, show: Show, cluster: Cluster) -> Iterator[Mark]:
    """Yield the marks of letters that run from right to left, and take them off these."""
    codes = cluster.codes
    places, end = cluster.places()
    letters = [at for at, glyph in enumerate(cluster.glyphs) if codes.width(glyph.code)]
    if letters and len(letters) < len(cluster.glyphs) and codes.blank is not None:
        yield from _marks(line, show, cluster)
        cluster.put([cluster.glyphs[at] for at in letters], [places[at] for at in letters], end)


def _marks(line: Line, show: Show, cluster: Cluster) -> Iterator[Mark]:
    start = line.left + show.place(cluster)
    for place, glyph in zip(cluster.places()[0], cluster.glyphs, strict=True):
        if not cluster.codes.width(glyph.code):
            left = (start + place * show.size / 1000).quantize(FINE)
            yield Mark(cluster.codes.saying(glyph.code, " "), left, line.base, show, line)


def draw_marks(marks: Sequence[Mark]) -> list[Drawn]:
    """Return what draws marks: on no line and in no sentence, since letters say what they do."""
    drawn: list[Drawn] = []
    for mark in marks:
        place = Instruction([*UPRIGHT, mark.left, mark.base], Operator("cm"))
        start = Instruction([*UPRIGHT, 0, 0], Operator("Tm"))
        drawn += [place if str(one.operator) == "cm" else one for one in mark.line.opening]
        drawn.append(Instruction([], Operator("BT")))
        drawn += [start if str(one.operator) == "Tm" else one for one in mark.show.setup]
        drawn.append(Instruction([Array([String(mark.code.to_bytes(2, "big"))])], Operator("TJ")))
        drawn += [Instruction([], Operator(name)) for name in ("ET", "Q")]
    if not drawn:
        return []
    layout = Instruction([Name.Artifact, Dictionary(Type=Name.Layout)], Operator("BDC"))
    return [layout, *drawn, Instruction([], Operator("EMC"))]
