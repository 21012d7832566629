"""Read the lines of text in a page's content, as Typst writes them: glyphs, and what each group of them says.

Typst always writes text in the same few ways. A line that is written otherwise is no line here, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from struct import unpack

import pikepdf

from charterpress.leaflets.clusters import Cluster, runs_back
from charterpress.leaflets.codes import Codes

PLACE = re.compile(rb"q 1 0 0 -1 ([-\d.]+) ([-\d.]+) cm(.*)")
"""What stands before a text object: its place on the page, and its colour."""
START, STOP = b"\nBT", b"\nET\n"
SHOW = re.compile(
    rb"((?:/Span<</ActualText(<\w+>|\(.*?\))>>BDC)?(/ReversedChars BMC)?((?: ?\d Tr)?/(\w+) ([\d.]+) Tf)"
    rb" 1 0 0 -1 ([-\d.]+) 0 Tm(\[.*?\]TJ|\(.*?\)Tj|<\w+>Tj)(?(3)\nEMC)(?(2)\nEMC))",
    re.DOTALL,
)
"""What is shown from one place on; see `Found`."""
ROW = re.compile(rb"\[(?:<(\w*)>|\(([^()\r]*)\))]TJ")
"""Codes alone, with no move of the pen between them and none of the signs that PDF and Python escape otherwise."""
Found = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""All of it, what it says as one, a hint at its direction, look, font, size, how far across, and its glyphs."""


@dataclass
class Shown:
    """Hold what is shown at once in a font: codes in a row, and moves of the pen between them.

    `said` is what the file says that they say as one, if it does; `plain` when each glyph says one letter, as every
    program understands it. The clusters are only worked out where they matter.
    """

    codes: Codes
    said: str
    parts: tuple[tuple[int, ...] | float, ...]
    plain: bool

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return the glyphs that say one text together, from left to right."""
        return tuple(self._clusters())

    def _clusters(self) -> Iterator[Cluster]:
        pen = 0.0
        glyphs: list[int] = []
        places: list[float] = []
        for part in self.parts:
            if isinstance(part, float):
                pen -= part
                continue
            for glyph in part:
                places.append(pen)
                pen += self.codes.width(glyph)
            glyphs += part
        if self.said:
            yield Cluster(self.said, tuple(glyphs), tuple(places), pen, whole=True, back=runs_back(self.said))
            return
        pen = 0.0
        for glyph, place in zip(glyphs, places, strict=True):
            cluster = self.codes.alone(glyph, place - pen)
            yield cluster
            pen += cluster.end


@dataclass(slots=True)
class Show:
    """Hold what is shown from one place on, as it was found, and `changed`, what it became.

    Most are never looked into, so what was found is kept as it is. `moved` is how much further across it starts now,
    in points.
    """

    found: Found
    shown: Shown
    changed: tuple[Cluster, ...] = ()
    moved: float = 0.0

    @property
    def raw(self) -> bytes:
        """Return how it is written."""
        return self.found[0]

    @property
    def hinted(self) -> bool:
        """Tell whether the file hints that it runs from right to left."""
        return self.found[2] != b""

    @property
    def look(self) -> bytes:
        """Return what sets font and size."""
        return self.found[3]

    @property
    def size(self) -> float:
        """Return the size of the text in points."""
        return float(self.found[5])

    @property
    def across(self) -> float:
        """Return how far it starts from where the line does, in points."""
        return float(self.found[6]) + self.moved

    @property
    def plain(self) -> bool:
        """Tell whether it stays as it is."""
        return self.shown.plain

    @property
    def codes(self) -> Codes:
        """Return the codes of its font."""
        return self.shown.codes

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return the glyphs that say one text together, from left to right."""
        return self.changed or self.shown.clusters

    def place(self, at: int) -> float:
        """Return where the cluster of this number starts, in points from where the line does."""
        return self.across + sum(one.end for one in self.clusters[:at]) * self.size / 1000


@dataclass(slots=True)
class Line:
    """Hold one text object: what is shown, and where on the page, in points.

    `raw` is how its inside is written, and `colour` what else stands before it. A `plain` line stays as it is, and
    what it shows is not taken apart.
    """

    raw: bytes
    left: float
    base: float
    colour: bytes
    shows: list[Show]
    plain: bool


class Reader(dict[tuple[Codes, bytes, bytes], Shown]):
    """Read the content of pages; what is shown in a font more than once is read once, and found here after that."""

    def read(self, content: bytes, fonts: Mapping[bytes, Codes]) -> Iterator[Line | bytes]:
        """Yield the lines of a page's content, and what stands between them, which add up to all of it."""
        between, *texts = content.split(START)
        for text in texts:
            place = PLACE.fullmatch(between, between.rfind(b"\n") + 1)
            inside, _, after = text.partition(STOP)
            line = self._line(place, inside, fonts) if place is not None else None
            if line is None:
                between += START + text
                continue
            yield between + START
            yield line
            between = STOP + after
        yield between

    def _line(self, place: re.Match[bytes], inside: bytes, fonts: Mapping[bytes, Codes]) -> Line | None:
        found = SHOW.findall(inside)
        if sum([len(one[0]) for one in found]) != len(inside) or not fonts.keys() >= {one[4] for one in found}:
            return None
        shown = [self[fonts[font], said, glyphs] for _, said, _, _, font, _, _, glyphs in found]
        plain = all(one.plain for one in shown)
        left, base, colour = place.groups()
        return Line(inside, float(left), float(base), colour, [] if plain else list(map(Show, found, shown)), plain)

    def __missing__(self, key: tuple[Codes, bytes, bytes]) -> Shown:
        """Read what is shown for the first time."""
        codes, said, glyphs = key
        text, parts = str(pikepdf.Object.parse(said)) if said else "", _parts(glyphs)
        several = codes.several
        plain = not said and all(isinstance(part, float) or several.isdisjoint(part) for part in parts)
        shown = self[key] = Shown(codes, text, parts, plain)
        return shown


def _parts(shown: bytes) -> tuple[tuple[int, ...] | float, ...]:
    """Return rows of codes, two bytes each, and moves of the pen."""
    row = ROW.fullmatch(shown)
    if row is None:
        return tuple(_parsed(shown))
    digits, letters = row.groups()
    # What is left are the escapes of a PDF (ISO 32000-1, 7.3.4.2), which Python's own text has as well.
    return (_codes(bytes.fromhex(digits.decode()) if digits else letters.decode("unicode_escape").encode("latin-1")),)


def _parsed(shown: bytes) -> Iterator[tuple[int, ...] | float]:
    operand = pikepdf.Object.parse(shown[:-2])
    parts: Iterable[pikepdf.Object | int | Decimal] = operand.as_list() if shown.startswith(b"[") else [operand]
    for part in parts:
        yield _codes(bytes(part)) if isinstance(part, pikepdf.Object) else float(part)


def _codes(data: bytes) -> tuple[int, ...]:
    return unpack(f">{len(data) // 2}H", data)
