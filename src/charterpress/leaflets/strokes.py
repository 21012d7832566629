"""Write a line of text back into the content of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from charterpress.leaflets.clusters import Cluster
from charterpress.leaflets.codes import number
from charterpress.leaflets.lines import Show

FINE = 4
"""How many decimals moves of the pen have, in thousandths of the text size."""
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
    start, glyphs = 0.0, []
    for cluster in show.changed:
        glyphs += [(start + place, code) for place, code in zip(cluster.places, cluster.glyphs, strict=True)]
        start += cluster.end
    written = _write(show, show.across, glyphs)
    return b"/ReversedChars BMC%s\nEMC" % written if show.hinted else written


def write_pieces(pieces: Sequence[Piece], *, marked: bool) -> bytes:
    """Return a part of a line as it stands in a page's content, marked with what it says if it must be.

    Pdfium takes a marked word to be as wide as what is shown of it at once, so as much is shown as looks the same.
    """
    written = b"".join(_write_alike(list(group)) for _, group in groupby(pieces, key=lambda piece: piece.show.look))
    if not marked:
        return written
    said = "".join(piece.cluster.text for piece in pieces).encode("utf-16-be").hex().upper().encode()
    return b"/Span<</ActualText<FEFF%s>>>BDC%s\nEMC" % (said, written)


def _write_alike(pieces: Sequence[Piece]) -> bytes:
    first = pieces[0]
    glyphs = [
        ((piece.start - first.start) * 1000 / first.show.size + place, code)
        for piece in pieces
        for place, code in zip(piece.cluster.places, piece.cluster.glyphs, strict=True)
    ]
    return _write(first.show, first.start, glyphs)


def _write(show: Show, start: float, glyphs: Sequence[tuple[float, int]]) -> bytes:
    """Return what shows glyphs in a row, each at its place in thousandths of the text size from the start."""
    pen, row, widths = 0.0, "", show.codes.widths
    for place, code in glyphs:
        move = round(pen - place, FINE)
        if abs(move) > NOISE:
            row += f">{number(move)}<"
            pen -= move
        row += f"{code:04X}"
        pen += widths.get(code, 0.0)
    shown = f"<{row}>".removeprefix("<>")
    return b"%s 1 0 0 -1 %s 0 Tm[%s]TJ" % (show.look, number(start).encode(), shown.encode())
