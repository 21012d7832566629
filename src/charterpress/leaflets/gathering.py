"""Bring marks back to the letters that they belong to.

Typst makes a line of text of its own of marks that stand a little higher or lower than others, and lets them say what
their whole group of letters says, which then is said twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from charterpress.leaflets.lines import NOWHERE, Cluster, Glyph, Line, Show

NEAR = Decimal("0.05")
"""How many points apart two places may be that are the same."""
FINE = Decimal("0.0000001")


def gather(lines: Iterable[Line]) -> None:
    """Bring together what stands in lines that follow each other."""
    previous: Line | None = None
    for line in lines:
        if not line.clusters:
            continue
        if previous is not None and previous.clusters:
            _join(previous, line)
        if line.clusters:
            previous = line


def _join(previous: Line, line: Line) -> None:
    one, other = previous.shows[-1], line.shows[0]
    first, second = one.clusters[-1], other.clusters[0]
    alike = first.text == second.text and first.codes is second.codes and one.size == other.size
    if not alike or len(first.text) == 1:
        return
    rise, here = line.base - previous.base, line.left + other.across
    if first.right_to_left:
        # From left to right, the marks come first.
        if first.stays and abs(previous.left + one.place(first) - here) < NEAR:
            _take(second, _raised(first, -rise), first.places()[0], second.places()[1])
            _drop(previous, one)
    elif second.stays and abs(previous.left + one.end - here) < NEAR:
        _take(first, _raised(second, rise), [first.reach() + place for place in second.places()[0]], first.reach())
        _skip(line, other)
    elif any(glyph.rise for glyph in first.glyphs):
        _divide(first, second)


def _raised(marks: Cluster, rise: Decimal) -> list[Glyph]:
    return [Glyph(NOWHERE, glyph.code, glyph.rise + rise) for glyph in marks.glyphs]


def _take(cluster: Cluster, marks: Sequence[Glyph], places: Sequence[Decimal], end: Decimal) -> None:
    cluster.put([*cluster.glyphs, *marks], [*cluster.places()[0], *places], end)
    cluster.whole = True


def _drop(line: Line, show: Show) -> None:
    """Take the last cluster out of a line."""
    show.clusters.pop()
    if not show.clusters:
        line.shows.remove(show)


def _skip(line: Line, show: Show) -> None:
    """Take the first cluster out of a line; what follows stays where it is."""
    moved = show.clusters.pop(0).places()[1]
    if show.clusters:
        show.clusters[0].glyphs[0].before -= moved
    else:
        line.shows.remove(show)


def _divide(first: Cluster, second: Cluster) -> None:
    """Give to each its share of the text, where a raised mark stands between the letters of a group."""
    share = min(len(second.glyphs), len(first.text) - 1)
    first.text, second.text = first.text[:-share], second.text[-share:]
    second.whole = True


def lift_marks(line: Line, show: Show, cluster: Cluster) -> None:
    """Take the marks off letters that run from right to left, and draw them after the nearest space.

    A mark stands within the width of its letter, but is a glyph of its own: before or behind the letter, it leaves
    a gap that programs take for a space. It says no more than a space, and a blank, which can stand anywhere, says
    what the mark did.
    """
    codes = cluster.codes
    places, end = cluster.places()
    pairs = list(zip(cluster.glyphs, places, strict=True))
    marks = [(glyph, place) for glyph, place in pairs if not codes.width(glyph.code)]
    letters = [(glyph, place) for glyph, place in pairs if codes.width(glyph.code)]
    here = show.place(cluster)
    spaces = [(other.place(one), one) for other in line.shows for one in other.clusters if one.text == " "]
    if not marks or not letters or not spaces or codes.blank is None:
        return
    there, space = min(spaces, key=lambda found: abs(found[0] - here))
    away = (here - there) * 1000 / show.size
    for glyph, place in marks:
        space.marks.append(((away + place).quantize(FINE), Glyph(NOWHERE, codes.saying(glyph.code, " "), glyph.rise)))
    cluster.put([glyph for glyph, _ in letters], [place for _, place in letters], end)
