"""Let every glyph of a screen PDF say its part of the text, so that words come back when copied.

Programs put the text of a PDF together from what its glyphs say. Two ways of saying it get lost:

- One glyph for several letters that run from right to left, as for lam and alef. Poppler (Evince, Okular) and Pdfium
  (Chrome, Edge) turn around what they find from left to right, and with it the letters of that one glyph. So each of
  its letters is said by a glyph of its own: the last one by the glyph that is seen, the others by blanks over it.
- Several glyphs for one group of letters, as in Bengali or Panjabi, where Typst marks what they say together. Pdfium
  loses the spaces beside such marks. So each glyph says a part of its group, and marks stand around whole words,
  with the spaces after them.

Nothing moves on the page: glyphs get other codes, not other places.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from charterpress.leaflets.codes import Codes, read_codes
from charterpress.leaflets.gathering import Mark, draw_marks, gather, lift_marks
from charterpress.leaflets.lines import NOWHERE, Cluster, Drawn, Glyph, Line, read_line
from charterpress.leaflets.strokes import write_line

LEAST = Decimal(20)
"""How far apart, at least, blanks stand, in thousandths of the text size, so that their order is known."""
MARKS = (b"/ActualText", b"/ReversedChars")


def spell_out(pdf: pikepdf.Pdf) -> bool:
    """Change what the glyphs of a PDF say, where it gets lost; return whether anything was changed."""
    known: dict[tuple[int, int], Codes | None] = {}
    changed = False
    for page in pdf.pages:
        content = page.obj.Contents.read_bytes()
        if not any(mark in content for mark in MARKS):
            continue
        fonts = {}
        for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = read_codes(font)
            fonts[name] = known[font.objgen]
        parts = list(_parts(page, fonts))
        lines = [part for part in parts if isinstance(part, Line)]
        marks = list(gather(lines))
        for line in lines:
            marks += _spell_line(line)
        written = [one for part in parts for one in (write_line(part) if isinstance(part, Line) else part)]
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream([*written, *draw_marks(marks)]))
        changed = True
    for codes in known.values():
        if codes is not None:
            codes.write(pdf)
    return changed


def _parts(page: pikepdf.Page, fonts: dict[str, Codes | None]) -> Iterator[Line | list[Drawn]]:
    """Yield the lines of a page, and what stands between them."""
    before: list[Drawn] = []
    kept: list[Drawn] = []
    for one in pikepdf.parse_content_stream(page):
        operator = str(one.operator)
        if operator == "BT":
            yield kept
            before, kept = kept, []
        kept.append(one)
        if operator == "ET":
            yield read_line(kept, before, fonts) or kept
            kept = []
    yield kept


def _spell_line(line: Line) -> list[Mark]:
    marks: list[Mark] = []
    for show in line.shows:
        for cluster in show.clusters:
            # Where a word ends with a mark, Poppler takes it to end where the mark does.
            last = cluster.whole and cluster is line.shows[-1].clusters[-1]
            if len(cluster.glyphs) > 1 and (cluster.right_to_left or last):
                marks += lift_marks(line, show, cluster)
            if cluster.right_to_left:
                _spell_backwards(cluster)
            elif cluster.whole:
                _spell_forwards(cluster)
    _mark_words(line)
    return marks


def _spell_forwards(cluster: Cluster) -> None:
    text, codes = cluster.text, cluster.codes
    number = len(cluster.glyphs)
    if number > len(text):
        text = unicodedata.normalize("NFD", text)
    for at, glyph in enumerate(cluster.glyphs[: len(text)]):
        glyph.code = codes.saying(glyph.code, text[at:] if at + 1 == number else text[at])


def _spell_backwards(cluster: Cluster) -> None:
    """Let the glyphs say their letters from the last one to the first, as the eye meets them from left to right."""
    letters, codes, number = cluster.text[::-1], cluster.codes, len(cluster.glyphs)
    if len(letters) < number or (len(letters) == number == 1 and not cluster.whole):
        return
    blank = codes.blank
    if blank is None:
        return
    cluster.whole = False
    places, end = cluster.places()
    order = sorted(range(number), key=places.__getitem__)
    glyphs, places = [cluster.glyphs[at] for at in order], [places[at] for at in order]
    for glyph, letter in zip(glyphs, letters, strict=False):
        glyph.code = codes.saying(glyph.code, letter)
    rest = letters[number:]
    for at, letter in enumerate(rest, 1):
        glyphs.append(Glyph(NOWHERE, codes.saying(blank, letter)))
        places.append(places[number - 1] + max(end - codes.width(blank) - places[number - 1], LEAST) * at / len(rest))
    cluster.put(glyphs, places, end)


def _mark_words(line: Line) -> None:
    """Mark the words of which a group has several glyphs, each with the spaces after it."""
    word: list[Cluster] = []
    clusters = line.clusters
    for at, cluster in enumerate(clusters):
        if cluster.right_to_left:
            _mark(line, word)
            word = []
            if cluster.whole:
                _mark(line, [cluster])
            continue
        word.append(cluster)
        after = clusters[at + 1] if at + 1 < len(clusters) else None
        if cluster.text.isspace() and (after is None or not after.text.isspace()):
            _mark(line, word)
            word = []
    _mark(line, word)


def _mark(line: Line, word: list[Cluster]) -> None:
    if not any(cluster.whole for cluster in word):
        return
    line.words.append("".join(cluster.text for cluster in word))
    for cluster in word:
        for glyph in cluster.glyphs:
            glyph.word = len(line.words) - 1
