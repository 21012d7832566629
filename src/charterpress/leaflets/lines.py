"""Read the lines of text in a page's content, as Typst writes them: glyphs, and what each group of them says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction

from charterpress.leaflets.codes import Codes

Drawn = Instruction | pikepdf.ContentStreamInlineImage
NOWHERE = Decimal(0)
RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""The signs of scripts that run from right to left (Unicode's blocks)."""


@cache
def _runs_back(text: str) -> bool:
    return any(first <= ord(sign) <= last for sign in text for first, last in RIGHT_TO_LEFT)


@dataclass(slots=True)
class Glyph:
    """Hold a glyph: its code, and how far the pen moves back before it, in thousandths of the text size.

    Glyphs of the same `word` are marked together.
    """

    before: Decimal
    code: int
    word: int | None = None


@dataclass(slots=True)
class Cluster:
    """Hold the glyphs that show one text together; `whole` when the file says what they say as one.

    `after` is how far the pen moves back behind them, in thousandths of the text size.
    """

    text: str
    codes: Codes
    glyphs: list[Glyph]
    whole: bool = False
    after: Decimal = NOWHERE

    @property
    def right_to_left(self) -> bool:
        """Tell whether the glyphs, which follow each other from left to right, are read the other way."""
        return _runs_back(self.text)

    @property
    def stays(self) -> bool:
        """Tell whether these are marks, which stand above and below letters: the pen stays where it is."""
        return all(self.codes.width(glyph.code) == 0 for glyph in self.glyphs)

    def places(self) -> tuple[list[Decimal], Decimal]:
        """Return where each glyph stands and where the pen is at last, from where it was."""
        pen, found = NOWHERE, []
        for glyph in self.glyphs:
            found.append(pen - glyph.before)
            pen = found[-1] + self.codes.width(glyph.code)
        return found, pen - self.after

    def reach(self) -> Decimal:
        """Return how far the pen gets where nothing follows that takes it there."""
        widths = [self.codes.width(glyph.code) for glyph in self.glyphs]
        ends = (place + width for place, width in zip(self.places()[0], widths, strict=True) if width)
        return max(ends, default=NOWHERE)

    def put(self, glyphs: Sequence[Glyph], places: Sequence[Decimal], end: Decimal) -> None:
        """Take these glyphs, each at its place, and leave the pen at the end."""
        pen, self.glyphs = NOWHERE, list(glyphs)
        for place, glyph in zip(places, glyphs, strict=True):
            glyph.before = pen - place
            pen = place + self.codes.width(glyph.code)
        self.after = pen - end


@dataclass(slots=True)
class Show:
    """Hold what is shown from one place on: how the pen is set up, and the clusters, which may be marked `reversed`.

    `size` is that of the text, and `across` how far it starts from where the line does, both in points; `look` tells
    apart what is set in another font or size.
    """

    setup: list[Instruction]
    reversed: bool
    clusters: list[Cluster]
    size: Decimal
    across: Decimal
    look: tuple[str, ...]

    @property
    def end(self) -> Decimal:
        """Return where the pen is at last, in points from where the line starts."""
        *_, last = self.clusters
        return self.place(last) + last.reach() * self.size / 1000

    def place(self, cluster: Cluster) -> Decimal:
        """Return where a cluster starts, in points from where the line does."""
        before = NOWHERE
        for one in self.clusters:
            if one is cluster:
                break
            before += one.places()[1]
        return self.across + before * self.size / 1000


@dataclass
class Line:
    """Hold one text object: what is shown, and where on the page; `words` says what each marked word says.

    `opening` is what stands before it: its place, and its colour.
    """

    shows: list[Show]
    left: Decimal
    base: Decimal
    opening: list[Drawn]
    words: list[str] = field(default_factory=list)

    @property
    def clusters(self) -> list[Cluster]:
        """Return all clusters."""
        return [cluster for show in self.shows for cluster in show.clusters]


def read_line(instructions: Sequence[Drawn], before: Sequence[Drawn], fonts: dict[str, Codes | None]) -> Line | None:
    """Return a text object that is one of Typst's, or None; what stands `before` it says where it is."""
    opening = _opening(before)
    matrix = next((one.operands for one in opening if str(one.operator) == "cm"), None)
    if matrix is None:
        return None
    line = Line([], _number(matrix[4]), _number(matrix[5]), opening)
    marks: list[str] = []
    setup: dict[str, Instruction] = {}
    codes: Codes | None = None
    for one in instructions:
        match str(one.operator):
            case "TJ" | "Tj" if codes is not None and setup.keys() >= {"Tf", "Tm"}:
                said = next((mark for mark in marks if mark), None)
                line.shows.append(_show(setup, list(_clusters(one.operands[0], said, codes)), back="" in marks))
                setup = {}
            case "Tf" if isinstance(one, Instruction):
                codes = fonts.get(str(one.operands[0]))
                setup["Tf"] = one
            case "Tr" | "Tm" as name if isinstance(one, Instruction):
                setup[name] = one
            case "BDC":
                marks.append(str(one.operands[1].get("/ActualText", "")))
            case "BMC":
                marks.append("")
            case "EMC":
                marks.pop()
            case "BT" | "ET":
                pass
            case _:
                return None
    return line


def _show(setup: Mapping[str, Instruction], clusters: list[Cluster], *, back: bool) -> Show:
    size, across = _number(setup["Tf"].operands[1]), _number(setup["Tm"].operands[4])
    look = tuple(str(part) for name in ("Tf", "Tr") if name in setup for part in setup[name].operands)
    return Show(list(setup.values()), back, clusters, size, across, look)


def _opening(before: Sequence[Drawn]) -> list[Drawn]:
    """Return what stands before a line since the state of the page was last kept."""
    starts = [at for at, one in enumerate(before) if str(one.operator) == "q"]
    return list(before[starts[-1] :]) if starts else []


def _clusters(shown: pikepdf.Object, said: str | None, codes: Codes) -> Iterator[Cluster]:
    before, glyphs = NOWHERE, []
    for part in shown.as_list() if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            for at in range(0, len(data), 2):
                glyphs.append(Glyph(before, int.from_bytes(data[at : at + 2], "big")))
                before = NOWHERE
        else:
            before += _number(part)
    if said:
        yield Cluster(said, codes, glyphs, whole=True)
    else:
        yield from (Cluster(codes.texts.get(glyph.code, ""), codes, [glyph]) for glyph in glyphs)


def _number(value: object) -> Decimal:
    return Decimal(str(value))
