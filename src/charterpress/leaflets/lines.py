"""Read the lines of text in a page's content, as Typst writes them, and write them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Dictionary, Name, Operator, String

from charterpress.leaflets.codes import Codes

SHOWS = ("TJ", "Tj")
END = Instruction([], Operator("EMC"))


@dataclass
class Glyph:
    """Hold a glyph: its code, and how far the pen moves back before it, in thousandths of the text size.

    `rise` is how many points it stands above the line. Glyphs of the same `word` are marked together.
    """

    before: Decimal
    code: int
    rise: Decimal = Decimal(0)
    word: int | None = None


@dataclass
class Cluster:
    """Hold the glyphs that show one text together."""

    text: str
    codes: Codes
    glyphs: list[Glyph]
    whole: bool = False
    """Whether the file says what these glyphs say together, and not each."""
    after: Decimal = Decimal(0)
    """How far the pen moves back behind them."""
    marks: list[tuple[Decimal, Glyph]] = field(default_factory=list)
    """Glyphs that are drawn next, and how far from the start of the cluster, in thousandths."""

    @property
    def right_to_left(self) -> bool:
        """Tell whether the glyphs stand in the order of the eye, from left to right, and are read the other way."""
        return any(0x590 <= ord(sign) < 0x900 or 0xFB1D <= ord(sign) < 0xFF00 for sign in self.text)  # noqa: PLR2004 - Unicode's blocks of such scripts

    @property
    def stays(self) -> bool:
        """Tell whether these are marks, which stand above and below letters: the pen stays where it is."""
        return all(self.codes.width(glyph.code) == 0 for glyph in self.glyphs)

    def places(self) -> tuple[list[Decimal], Decimal]:
        """Return where each glyph stands and where the pen is at last, from where it was, in thousandths."""
        pen = Decimal(0)
        found = []
        for glyph in self.glyphs:
            found.append(pen - glyph.before)
            pen = found[-1] + self.codes.width(glyph.code)
        return found, pen - self.after

    def reach(self) -> Decimal:
        """Return how far the pen gets, in thousandths, where nothing follows that takes it there."""
        ends = (
            place + self.codes.width(glyph.code)
            for place, glyph in zip(self.places()[0], self.glyphs, strict=True)
            if self.codes.width(glyph.code)
        )
        return max(ends, default=Decimal(0))

    def put(self, glyphs: list[Glyph], places: list[Decimal], end: Decimal) -> None:
        """Take these glyphs, each at its place, and leave the pen at the end."""
        pen = Decimal(0)
        self.glyphs = []
        for place, glyph in zip(places, glyphs, strict=True):
            glyph.before = pen - place
            pen = place + self.codes.width(glyph.code)
            self.glyphs.append(glyph)
        self.after = pen - end


@dataclass
class Show:
    """Hold what is shown from one place on: how the pen is set up, the clusters, and whether these are marked reversed."""

    setup: list[Instruction]
    reversed: bool
    clusters: list[Cluster]

    @property
    def size(self) -> Decimal:
        """Return the size of the text in points."""
        return next(Decimal(one.operands[1]) for one in self.setup if str(one.operator) == "Tf")

    @property
    def across(self) -> Decimal:
        """Return where it starts, in points from where the line does."""
        return next(Decimal(one.operands[4]) for one in self.setup if str(one.operator) == "Tm")

    @property
    def end(self) -> Decimal:
        """Return where the pen is at last, in points from where the line starts."""
        *others, last = self.clusters
        thousandths = sum((cluster.places()[1] for cluster in others), last.reach())
        return self.across + thousandths * self.size / 1000


@dataclass
class Line:
    """Hold one text object: what is shown, and where on the page; `words` says what each marked word says."""

    shows: list[Show]
    left: Decimal = Decimal(0)
    base: Decimal = Decimal(0)
    words: list[str] = field(default_factory=list)

    @property
    def clusters(self) -> list[Cluster]:
        """Return all clusters."""
        return [cluster for show in self.shows for cluster in show.clusters]

    def spaces(self) -> Iterator[tuple[Show, Cluster]]:
        """Yield each space, and what it is a part of."""
        yield from ((show, one) for show in self.shows for one in show.clusters if one.text == " ")

    def instructions(self) -> Iterator[Instruction]:
        """Yield the line as it stands in a page's content; nothing where all its glyphs have gone elsewhere."""
        if not self.clusters:
            return
        yield Instruction([], Operator("BT"))
        word: int | None = None
        for show in self.shows:
            # Marks of direction never hold a part of a word, nor a word a part of these.
            if show.reversed and word is not None:
                yield END
                word = None
            first = next((glyph.word for cluster in show.clusters for glyph in cluster.glyphs), None)
            if first != word:
                yield from self._turn(word, first)
                word = first
            if show.reversed:
                yield Instruction([Name.ReversedChars], Operator("BMC"))
            yield from show.setup
            shown: list[Decimal | int] = []
            rise = back = Decimal(0)
            for cluster in show.clusters:
                for glyph in cluster.glyphs:
                    if (glyph.word, glyph.rise) != (word, rise):
                        yield from _show(shown)
                        shown = []
                        if glyph.word != word:
                            yield from self._turn(word, glyph.word)
                        if glyph.rise != rise:
                            yield Instruction([glyph.rise], Operator("Ts"))
                        word, rise = glyph.word, glyph.rise
                    if back + glyph.before:
                        shown.append(back + glyph.before)
                    shown.append(glyph.code)
                    back = Decimal(0)
                back += cluster.after
                pen = cluster.places()[1] + back
                for place, mark in sorted(cluster.marks, key=lambda pair: pair[1].rise != 0):
                    if mark.rise != rise:
                        # Pdfium sorts by where things start what it is shown at once: by a blank, not by the mark.
                        yield from _show(shown)
                        yield Instruction([mark.rise], Operator("Ts"))
                        rise, blank = mark.rise, cluster.glyphs[0].code
                        shown = [pen, blank]
                        pen = cluster.codes.width(blank)
                    shown += [pen - place, mark.code]
                    pen = place
                back = pen - cluster.places()[1]
            yield from _show(shown)
            if rise:
                yield Instruction([0], Operator("Ts"))
            if show.reversed:
                yield END
        if word is not None:
            yield END
        yield Instruction([], Operator("ET"))

    def _turn(self, old: int | None, new: int | None) -> Iterator[Instruction]:
        if old is not None:
            yield END
        if new is not None:
            yield Instruction([Name.Span, Dictionary(ActualText=String(self.words[new]))], Operator("BDC"))


def read_line(
    instructions: Sequence[Instruction], before: Sequence[Instruction], fonts: dict[str, Codes | None]
) -> Line | None:
    """Return a text object that is one of Typst's, or None; what stands `before` it says where it is."""
    matrix = next((one.operands for one in reversed(before) if str(one.operator) == "cm"), None)
    if matrix is None:
        return None
    line, marks, setup = Line([], Decimal(matrix[4]), Decimal(matrix[5])), [], []
    codes: Codes | None = None
    for one in instructions:
        operator = str(one.operator)
        if operator in SHOWS:
            if codes is None:
                return None
            text = next((mark for mark in marks if mark), None)
            line.shows.append(Show(setup, "" in marks, list(_clusters(one.operands[0], text, codes))))
            setup = []
        elif operator in {"BDC", "BMC"}:
            marks.append(str(one.operands[1].get("/ActualText", "")) if operator == "BDC" else "")
            if operator == "BMC" and one.operands[0] != Name.ReversedChars:
                return None
        elif operator == "EMC":
            marks.pop()
        elif operator in {"Tr", "Tf", "Tm"}:
            if operator == "Tf":
                codes = fonts.get(str(one.operands[0]))
            setup.append(one)
        elif operator not in {"BT", "ET"}:
            return None
    return line


def _clusters(shown: pikepdf.Object, text: str | None, codes: Codes) -> Iterator[Cluster]:
    before = Decimal(0)
    glyphs = []
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, String):
            data = bytes(part)
            for at in range(0, len(data), 2):
                glyphs.append(Glyph(before, int.from_bytes(data[at : at + 2], "big")))
                before = Decimal(0)
        else:
            before += Decimal(part)
    if text:
        yield Cluster(text, codes, glyphs, whole=True)
    else:
        yield from (Cluster(codes.texts.get(glyph.code, ""), codes, [glyph]) for glyph in glyphs)


def _show(parts: list[Decimal | int]) -> Iterator[Instruction]:
    if not parts:
        return
    array: list[Decimal | String] = []
    codes = b""
    for part in parts:
        if isinstance(part, int):
            codes += part.to_bytes(2, "big")
            continue
        if codes:
            array.append(String(codes))
        codes = b""
        array.append(part)
    if codes:
        array.append(String(codes))
    yield Instruction([pikepdf.Array(array)], Operator("TJ"))
