"""Bring the glyphs of a group together again.

Typst makes a line of text of its own of marks that stand a little higher or lower, and gives to them the text of the
whole group, which then is said twice. The marks go back to the line of their letter, raised to where they stood.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from charterpress.leaflets.lines import Cluster, Glyph, Line, Show

NEAR = Decimal("0.05")
"""How many points apart two places may be that are the same."""

FINE = Decimal("0.0000001")


def gather(lines: Iterable[Line]) -> None:
    """Bring together what stands in lines that follow each other."""
    previous: Line | None = None
    for line in lines:
        if previous is not None and previous.clusters and line.clusters:
            _join(previous, line)
        if line.clusters:
            previous = line


def _join(previous: Line, line: Line) -> None:
    one, other = previous.shows[-1], line.shows[0]
    first, second = one.clusters[-1], other.clusters[0]
    alike = first.text == second.text and first.codes is second.codes and one.size == other.size
    if not alike or len(first.text) == 1:
        return
    rise = line.base - previous.base
    if first.right_to_left:
        # From left to right, the marks come first.
        if first.stays and abs(previous.left + one.across + _start(one) - line.left - other.across) < NEAR:
            places, end = second.places()
            _put(second, first, -rise, Decimal(0), places, end)
            _drop(previous, one)
    elif second.stays and abs(previous.left + one.end - line.left - other.across) < NEAR:
        _put(first, second, rise, first.reach(), first.places()[0], first.reach())
        _skip(line, other)
    elif any(glyph.rise for glyph in first.glyphs):
        _divide(first, second)


def _start(show: Show) -> Decimal:
    """Return where the last cluster starts, in points from where the show does."""
    return sum((cluster.places()[1] for cluster in show.clusters[:-1]), Decimal(0)) * show.size / 1000


def _put(cluster: Cluster, marks: Cluster, rise: Decimal, pen: Decimal, places: list[Decimal], end: Decimal) -> None:  # noqa: PLR0913, PLR0917 - places are of no use without what stands there
    """Put raised marks into the cluster of their letter; `pen` is where they were set from."""
    glyphs = [Glyph(Decimal(0), glyph.code, glyph.rise + rise) for glyph in marks.glyphs]
    cluster.put([*cluster.glyphs, *glyphs], [*places, *(pen + place for place in marks.places()[0])], end)
    cluster.whole = True


def _drop(line: Line, show: Show) -> None:
    show.clusters.pop()
    if not show.clusters:
        line.shows.remove(show)


def _skip(line: Line, show: Show) -> None:
    moved = show.clusters.pop(0).places()[1]
    if show.clusters:
        show.clusters[0].glyphs[0].before -= moved
    else:
        line.shows.remove(show)


def _divide(first: Cluster, second: Cluster) -> None:
    """Give to each its share of the text, where a raised mark stands between letters of a group."""
    share = min(len(second.glyphs), len(first.text) - 1)
    first.text, second.text = first.text[:-share], second.text[-share:]
    second.whole = True


def lift_marks(line: Line, show: Show, cluster: Cluster) -> None:
    """Take the marks off letters that run from right to left, and draw them after the nearest space.

    A mark stands within the width of its letter, but is a glyph of its own: before or behind the letter, it leaves
    a gap that programs take for a space. A blank, which can stand anywhere, takes its place.
    """
    codes = cluster.codes
    places, end = cluster.places()
    pairs = list(zip(cluster.glyphs, places, strict=True))
    marks = [(glyph, place) for glyph, place in pairs if not codes.width(glyph.code)]
    letters = [(glyph, place) for glyph, place in pairs if codes.width(glyph.code)]
    if not marks or not letters or codes.blank is None:
        return
    here = _place(show, cluster)
    spaces = [(abs(_place(other, one) - here), _place(other, one), one) for other, one in line.spaces()]
    if not spaces:
        return
    _, there, space = min(spaces, key=lambda found: found[:2])
    away = (here - there) * 1000 / show.size
    for glyph, place in marks:
        space.marks.append(((away + place).quantize(FINE), Glyph(Decimal(0), codes.saying(glyph.code, " "), glyph.rise)))
    cluster.put([glyph for glyph, _ in letters], [place for _, place in letters], end)


def _place(show: Show, cluster: Cluster) -> Decimal:
    """Return where a cluster starts, in points from where the line does."""
    before = Decimal(0)
    for one in show.clusters:
        if one is cluster:
            break
        before += one.places()[1]
    return show.across + before * show.size / 1000
