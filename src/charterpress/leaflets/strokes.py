"""Write a line of text back into the content of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from charterpress.leaflets.codes import number
from charterpress.leaflets.lines import Cluster, Show

NOISE = 0.002
"""Two places so near to each other, in thousandths of the text size, are the same but for rounding."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a cluster, what it is shown with, and where it starts, in points from where the line does."""

    show: Show
    start: float
    cluster: Cluster


def pieces_of(show: Show) -> Iterator[Piece]:
    """Yield the clusters of what is shown from one place on."""
    start = show.across
    for cluster in show.clusters:
        yield Piece(show, start, cluster)
        start += cluster.end * show.size / 1000


def write_show(show: Show) -> bytes:
    """Return what is shown from one place on, no part of which is marked, as it stands in a page's content."""
    if not show.changed:
        return show.raw
    written = _write(tuple(pieces_of(show)))
    return b"/ReversedChars BMC%s\nEMC" % written if show.hinted else written


def write_pieces(pieces: Sequence[Piece], *, marked: bool) -> bytes:
    """Return a part of a line as it stands in a page's content, marked with what it says if it must be.

    Pdfium takes a marked word to be as wide as what is shown of it at once, so as much is shown as looks the same.
    """
    alike = (tuple(group) for _, group in groupby(pieces, key=lambda piece: piece.show.look))
    written = b"".join(map(_write, alike))
    if not marked:
        return written
    said = "".join(piece.cluster.text for piece in pieces).encode("utf-16-be").hex().upper().encode()
    return b"/Span<</ActualText<FEFF%s>>>BDC%s\nEMC" % (said, written)


def _write(pieces: Sequence[Piece]) -> bytes:
    first, pen, row = pieces[0], 0.0, []
    show = first.show
    widths, scale = show.codes.widths, 1000 / show.size
    for piece in pieces:
        start = (piece.start - first.start) * scale
        for glyph, place in zip(piece.cluster.glyphs, piece.cluster.places, strict=True):
            move = pen - start - place
            if abs(move) > NOISE:
                row.append(b">%s<" % number(move))
                pen -= move
            row.append(b"%04X" % glyph)
            pen += widths.get(glyph, 0.0)
    shown = (b"<%s>" % b"".join(row)).removeprefix(b"<>")
    return b"%s 1 0 0 -1 %s 0 Tm[%s]TJ" % (show.look, number(first.start), shown)
