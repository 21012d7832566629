"""Let letters alone say what they and the marks above and below them say together.

A mark is a glyph of its own, which stands within the width of its letter. Before or behind the letter it leaves a gap
that programs take for a space; and one that stands a little higher or lower than others is a line of text of its own
in Typst's files, which says again what its whole group says. So marks are drawn when all else is, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from charterpress.leaflets.clusters import Cluster
from charterpress.leaflets.codes import Codes, number
from charterpress.leaflets.lines import Line, Show

NEAR = 0.05
"""How many points apart two places may be that are the same."""


@dataclass(frozen=True)
class Mark:
    """Hold a glyph that is drawn last, where it stands on the page in points, and the line that it was taken from."""

    code: int
    left: float
    line: Line
    show: Show


def gather(lines: Iterable[Line]) -> Iterator[Mark]:
    """Yield the marks that are lines of their own, and take them out of these."""
    previous: Line | None = None
    taken = False
    for line in lines:
        if line.plain:
            previous, taken = None, False
            continue
        if previous is not None and previous.shows:
            marks = tuple(_join(previous, line, parted=taken))
            yield from marks
            taken = bool(marks)
        if line.shows:
            previous = line


def _join(previous: Line, line: Line, *, parted: bool) -> Iterator[Mark]:
    one, other = previous.shows[-1], line.shows[0]
    if one.plain or other.plain:
        return
    first, second = one.clusters[-1], other.clusters[0]
    if first.text != second.text or len(first.text) < 2 or one.codes is not other.codes or one.size != other.size:  # noqa: PLR2004 - a group has several letters
        return
    here = line.left + other.across
    start = previous.left + one.place(len(one.clusters) - 1)
    if first.back:
        # From left to right, the marks come first.
        if _stays(first, one.codes) and abs(start - here) < NEAR:
            yield from marks_of(first, start, previous, one)
            _leave(previous, one, one.clusters[:-1])
            other.changed = replace(second, whole=True), *other.clusters[1:]
    elif _stays(second, one.codes) and abs(start + _reach(first, one.codes) * one.size / 1000 - here) < NEAR:
        yield from marks_of(second, here, line, other)
        other.moved += other.place(1) - other.across
        _leave(line, other, other.clusters[1:])
        one.changed = *one.clusters[:-1], replace(first, whole=True)
    elif parted:
        # The letters of a group, between which a mark stood: each gets its share of the text.
        share = min(len(second.glyphs), len(first.text) - 1)
        one.changed = *one.clusters[:-1], replace(first, text=first.text[:-share])
        other.changed = replace(second, text=second.text[-share:], whole=True), *other.clusters[1:]


def _stays(cluster: Cluster, codes: Codes) -> bool:
    """Tell whether these are marks, which stand above and below letters: the pen stays where it is."""
    return not any(map(codes.width, cluster.glyphs))


def _reach(cluster: Cluster, codes: Codes) -> float:
    """Return how far the pen gets where nothing follows that takes it there."""
    ends = zip(cluster.places, map(codes.width, cluster.glyphs), strict=True)
    return max((place + width for place, width in ends if width), default=0.0)


def _leave(line: Line, show: Show, clusters: tuple[Cluster, ...]) -> None:
    """Show only these clusters; nothing is left of a line whose only glyphs were marks."""
    if clusters:
        show.changed = clusters
    else:
        line.shows.remove(show)


def marks_of(cluster: Cluster, start: float, line: Line, show: Show) -> Iterator[Mark]:
    """Yield the marks among the glyphs of a cluster that starts there on the page, in points."""
    for place, glyph in zip(cluster.places, cluster.glyphs, strict=True):
        if not show.codes.width(glyph):
            yield Mark(show.codes.saying(glyph, " "), start + place * show.size / 1000, line, show)


def draw_marks(marks: Sequence[Mark]) -> bytes:
    """Return what draws marks: on no line and in no sentence, since letters say what they do."""
    drawn = [
        b"q 1 0 0 -1 %s cm%s\nBT%s 1 0 0 -1 0 0 Tm<%04X>Tj\nET\nQ\n"
        % (f"{number(mark.left)} {number(mark.line.base)}".encode(), mark.line.colour, mark.show.look, mark.code)
        for mark in marks
    ]
    return b"\n/Artifact<</Type/Layout>>BDC\n%sEMC" % b"".join(drawn) if drawn else b""
