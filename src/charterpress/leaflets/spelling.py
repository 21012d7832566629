"""Let every glyph of a screen PDF say its part of the text, so that words come back when copied.

Programs put the text of a PDF together from what its glyphs say. Two ways of saying it get lost:

- One glyph for several letters that run from right to left, as for lam and alef. Poppler (Evince, Okular) and Pdfium
  (Chrome, Edge) turn around what they find from left to right, and with it the letters of that one glyph. So each of
  its letters is said by a glyph of its own: the last one by the glyph that is seen, the others by blanks over it.
- Several glyphs for one group of letters, as in Bengali or Panjabi, where Typst marks what they say together. Pdfium
  loses the spaces beside such marks. So each glyph says a part of its group, and marks stand around whole words,
  with the spaces after them.

Nothing moves on the page: glyphs get other codes, not other places. What is as it should be stays as it is written.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest

import pikepdf

from charterpress.leaflets.clusters import Cluster
from charterpress.leaflets.codes import Codes, read_codes
from charterpress.leaflets.gathering import Mark, draw_marks, gather, marks_of
from charterpress.leaflets.lines import Line, Reader, Show
from charterpress.leaflets.strokes import Piece, pieces_of, write_pieces, write_show

LEAST = 20.0
"""How far apart, at least, blanks stand, in thousandths of the text size, so that their order is known."""
PACKING = 5
"""How hard pages are compressed: two per cent larger than with zlib's usual 6, and a third faster."""
MARKS = (b"/ActualText", b"/ReversedChars")


def spell_out(pdf: pikepdf.Pdf) -> bool:
    """Change what the glyphs of a PDF say, where it gets lost; return whether anything was changed."""
    known: dict[tuple[int, int], Codes | None] = {}
    reader, speller = Reader(), Speller()
    changed = False
    for page in pdf.pages:
        content = page.obj.Contents.read_bytes()
        if not any(mark in content for mark in MARKS):
            continue
        fonts = {}
        for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = read_codes(font)
            if (codes := known[font.objgen]) is not None:
                fonts[name.removeprefix("/").encode()] = codes
        packed = zlib.compress(speller.spell_page(list(reader.read(content, fonts))), PACKING)
        page.obj.Contents = pdf.make_stream(packed, Filter=pikepdf.Name.FlateDecode)
        changed = True
    for codes in known.values():
        if codes is not None:
            codes.write(pdf)
    return changed


@dataclass
class Speller:
    """Let what is shown on pages say its text; a cluster that is shown more than once is spelt once."""

    _known: dict[Cluster, Cluster] = field(default_factory=dict)

    def spell_page(self, parts: list[Line | bytes]) -> bytes:
        """Return a page's content, given its lines and what stands between them."""
        marks = list(gather(part for part in parts if isinstance(part, Line)))
        written = [self._spell_line(part, marks) if isinstance(part, Line) else part for part in parts]
        return b"".join(written) + draw_marks(marks)

    def _spell_line(self, line: Line, marks: list[Mark]) -> bytes:
        """Return the line as it is written, and add what is to be drawn after all lines to the marks."""
        if line.plain:
            return line.raw
        whole = False
        for show in line.shows:
            if not show.plain:
                show.changed = tuple(self._spell_show(line, show, marks))
                whole = whole or any(cluster.whole for cluster in show.changed)
        if whole:
            return b"".join(_write_words([piece for show in line.shows for piece in pieces_of(show)]))
        return b"".join(map(write_show, line.shows))

    def _spell_show(self, line: Line, show: Show, marks: list[Mark]) -> Iterator[Cluster]:
        for at, cluster in enumerate(show.clusters):
            if len(cluster.glyphs) > 1:
                # Where a word ends with a mark, Poppler takes it to end where the mark does.
                last = cluster.whole and show is line.shows[-1] and at + 1 == len(show.clusters)
                letters = _letters_of(cluster, show.codes) if cluster.back or last else cluster
                if letters is not cluster:
                    marks += marks_of(cluster, line.left + show.place(at), line, show)
                    yield _spell(letters, show.codes)
                    continue
            spelt = self._known.get(cluster)
            if spelt is None:
                spelt = self._known[cluster] = _spell(cluster, show.codes)
            yield spelt


def _letters_of(cluster: Cluster, codes: Codes) -> Cluster:
    """Return the cluster without its marks, where it has letters as well."""
    letters = [at for at, glyph in enumerate(cluster.glyphs) if codes.width(glyph)]
    if not letters or len(letters) == len(cluster.glyphs) or codes.blank is None:
        return cluster
    glyphs, places = tuple(cluster.glyphs[at] for at in letters), tuple(cluster.places[at] for at in letters)
    return replace(cluster, glyphs=glyphs, places=places)


def _spell(cluster: Cluster, codes: Codes) -> Cluster:
    if not cluster.whole and len(cluster.text) == 1:
        return cluster
    if cluster.back:
        return _spell_backwards(cluster, codes)
    return _spell_forwards(cluster, codes) if cluster.whole else cluster


def _spell_forwards(cluster: Cluster, codes: Codes) -> Cluster:
    text, number = cluster.text, len(cluster.glyphs)
    if number > len(text):
        text = unicodedata.normalize("NFD", text)
    said = [*text[: number - 1], text[number - 1 :]] if number <= len(text) else list(text)
    glyphs = (codes.saying(glyph, letters) for glyph, letters in zip(cluster.glyphs, said, strict=False))
    return replace(cluster, glyphs=(*glyphs, *cluster.glyphs[len(said) :]))


def _spell_backwards(cluster: Cluster, codes: Codes) -> Cluster:
    """Let the glyphs say their letters from the last one to the first, as the eye meets them from left to right."""
    letters, number, blank = cluster.text[::-1], len(cluster.glyphs), codes.blank
    if len(letters) < number or blank is None:
        return cluster
    seen = sorted(zip(cluster.places, cluster.glyphs, strict=True), key=lambda one: one[0])
    glyphs = [codes.saying(glyph, letter) for (_, glyph), letter in zip(seen, letters, strict=False)]
    places = [place for place, _ in seen]
    rest = letters[number:]
    step = max(cluster.end - codes.width(blank) - places[-1], LEAST) / max(len(rest), 1)
    glyphs += [codes.saying(blank, letter) for letter in rest]
    places += [places[-1] + step * at for at in range(1, len(rest) + 1)]
    return replace(cluster, glyphs=tuple(glyphs), places=tuple(places), whole=False)


def _write_words(pieces: Sequence[Piece]) -> Iterator[bytes]:
    """Mark the words of which a group has several glyphs, each with the spaces after it."""
    loose: list[Piece] = []
    for word in _words(pieces):
        if not any(piece.cluster.whole for piece in word):
            loose += word
            continue
        yield from _write_loose(loose)
        yield write_pieces(word, marked=True)
        loose = []
    yield from _write_loose(loose)


def _words(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield words with the spaces after them; what runs from right to left is marked by itself."""
    word: list[Piece] = []
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.cluster.back:
            yield word
            word = []
        word.append(piece)
        ends = piece.cluster.text.isspace() and not (after and after.cluster.text.isspace())
        if piece.cluster.back or ends:
            yield word
            word = []
    yield word


def _write_loose(pieces: Sequence[Piece]) -> Iterator[bytes]:
    for _, group in groupby(pieces, key=lambda piece: id(piece.show)):
        some = list(group)
        whole = len(some) == len(some[0].show.clusters)
        yield write_show(some[0].show) if whole else write_pieces(some, marked=False)
