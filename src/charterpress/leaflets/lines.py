"""Read the lines of text in a page's content, as Typst writes them: glyphs, and what each group of them says.

Typst always writes text in the same few ways. A line that is written otherwise is no line here, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from struct import unpack

import pikepdf

from charterpress.leaflets.codes import Codes

RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""The signs of scripts that run from right to left (Unicode's blocks)."""

PLACE = re.compile(rb"q 1 0 0 -1 ([-\d.]+) ([-\d.]+) cm(.*)")
"""What stands before a text object: its place on the page, and its colour."""
START, STOP = b"\nBT", b"\nET\n"
SHOW = re.compile(
    rb"((?:/Span<</ActualText(<\w+>|\(.*?\))>>BDC)?(/ReversedChars BMC)?((?: ?\d Tr)?/(\w+) ([\d.]+) Tf)"
    rb" 1 0 0 -1 ([-\d.]+) 0 Tm(\[.*?\]TJ|\(.*?\)Tj|<\w+>Tj)(?(3)\nEMC)(?(2)\nEMC))",
    re.DOTALL,
)
"""What is shown from one place on; see `Found`."""
Found = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""All of it, what it says as one, a hint at its direction, look, font, size, how far across, and its glyphs."""


@cache
def _runs_back(text: str) -> bool:
    return any(first <= ord(sign) <= last for sign in text for first, last in RIGHT_TO_LEFT)


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Hold the glyphs that show one text together; `whole` when the file says what they say as one.

    `places` says where each glyph stands from where the pen was, and `end` where the pen is at last, all in
    thousandths of the text size. Glyphs follow each other from left to right; `back` when they are read the other way.
    """

    text: str
    glyphs: tuple[int, ...]
    places: tuple[float, ...]
    end: float
    whole: bool
    back: bool


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
            yield Cluster(self.said, tuple(glyphs), tuple(places), pen, whole=True, back=_runs_back(self.said))
            return
        pen = 0.0
        for glyph, place in zip(glyphs, places, strict=True):
            text, end = self.codes.texts.get(glyph, ""), place + self.codes.width(glyph)
            yield Cluster(text, (glyph,), (place - pen,), end - pen, whole=False, back=_runs_back(text))
            pen = end


@dataclass(slots=True)
class Show:
    """Hold what is shown from one place on; `raw` is how it is written, and `changed` what it became.

    `across` is how far it starts from where the line does, in points, as `size`; `look` sets font and size. What is
    `plain` stays as it is.
    """

    raw: bytes
    look: bytes
    size: float
    across: float
    hinted: bool
    shown: Shown
    plain: bool
    changed: tuple[Cluster, ...] = ()

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


@dataclass
class Reader:
    """Read the content of pages; what is shown in a font more than once is read once."""

    _known: dict[tuple[Codes, bytes, bytes], Shown] = field(default_factory=dict)

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
        if sum([len(one[0]) for one in found]) != len(inside):
            return None
        shown = []
        for _, said, _, _, font, _, _, glyphs in found:
            codes = fonts.get(font)
            if codes is None:
                return None
            known = self._known.get((codes, said, glyphs))
            shown.append(self._read(codes, said, glyphs) if known is None else known)
        plain = all(one.plain for one in shown)
        left, base, colour = place.groups()
        return Line(inside, float(left), float(base), colour, [] if plain else list(map(_show, found, shown)), plain)

    def _read(self, codes: Codes, said: bytes, glyphs: bytes) -> Shown:
        text, parts = str(pikepdf.Object.parse(said)) if said else "", tuple(_parts(glyphs))
        several = codes.several
        plain = not said and all(isinstance(part, float) or several.isdisjoint(part) for part in parts)
        shown = self._known[codes, said, glyphs] = Shown(codes, text, parts, plain)
        return shown


def _show(found: Found, shown: Shown) -> Show:
    raw, _, hint, look, _, size, across, _ = found
    return Show(raw, look, float(size), float(across), hint != b"", shown, shown.plain)


def _parts(shown: bytes) -> Iterator[tuple[int, ...] | float]:
    operand = pikepdf.Object.parse(shown[:-2])
    parts: Iterable[pikepdf.Object | int | Decimal] = operand.as_list() if shown.startswith(b"[") else [operand]
    for part in parts:
        if isinstance(part, pikepdf.Object):
            data = bytes(part)
            yield unpack(f">{len(data) // 2}H", data)
        else:
            yield float(part)
