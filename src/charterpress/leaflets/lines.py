"""Read the lines of text in a page's content, as Typst writes them: glyphs, and what each group of them says.

Typst always writes text in the same few ways. A line that is written otherwise is no line here, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pikepdf

from charterpress.leaflets.codes import Codes

RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""The signs of scripts that run from right to left (Unicode's blocks)."""

LINE = re.compile(
    rb"q 1 0 0 -1 (?P<left>[-\d.]+) (?P<base>[-\d.]+) cm(?P<colour>[^\n]*)\nBT(?P<shows>.*?)\nET\n", re.DOTALL
)
"""A text object, and the place and the colour before it."""
SHOW = re.compile(
    rb"(?:/Span<</ActualText(?P<said><\w+>|\(.*?\))>>BDC)?(?P<hint>/ReversedChars BMC)?"
    rb"(?P<look>(?: ?\d Tr)?/(?P<font>\w+) (?P<size>[\d.]+) Tf) 1 0 0 -1 (?P<across>[-\d.]+) 0 Tm"
    rb"(?P<shown>\[.*?\]TJ|\(.*?\)Tj|<\w+>Tj)(?P<ends>(?:\nEMC)*)",
    re.DOTALL,
)
"""What is shown from one place on: what it says as one, a hint at its direction, its look, its place, its glyphs."""
END = b"\nEMC"


@cache
def _runs_back(text: str) -> bool:
    return any(first <= ord(sign) <= last for sign in text for first, last in RIGHT_TO_LEFT)


@dataclass(frozen=True, slots=True)
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

    @property
    def plain(self) -> bool:
        """Tell whether this is one glyph that says one letter, as every program understands it."""
        return not self.whole and len(self.text) < 2  # noqa: PLR2004 - not one letter but several


@dataclass(slots=True)
class Show:
    """Hold what is shown from one place on; `raw` is how it is written, while nothing of it is changed.

    `across` is how far it starts from where the line does, in points, as `size`; `look` sets font and size.
    """

    raw: bytes
    look: bytes
    codes: Codes
    size: float
    across: float
    hinted: bool
    clusters: tuple[Cluster, ...]
    plain: bool

    def place(self, at: int) -> float:
        """Return where the cluster of this number starts, in points from where the line does."""
        return self.across + sum(one.end for one in self.clusters[:at]) * self.size / 1000

    def change(self, *clusters: Cluster) -> None:
        """Show other clusters."""
        self.raw, self.clusters, self.plain = b"", clusters, all(one.plain for one in clusters)


@dataclass(slots=True)
class Line:
    """Hold one text object: what is shown, and where on the page, in points; `raw` is how its inside is written."""

    raw: bytes
    left: float
    base: float
    colour: bytes
    shows: list[Show]


@dataclass
class Reader:
    """Read the content of pages; what is shown in a font is taken apart once in a document."""

    _known: dict[tuple[int, bytes | None, bytes], tuple[tuple[Cluster, ...], bool]] = field(default_factory=dict)

    def read(self, content: bytes, fonts: Mapping[bytes, Codes | None]) -> Iterator[Line | bytes]:
        """Yield the lines of a page's content, and what stands between them."""
        at = 0
        for match in LINE.finditer(content):
            shows = self._shows(match["shows"], fonts)
            if shows is not None:
                yield content[at : match.start("shows")]
                left, base, colour, raw = match.groups()
                yield Line(raw, float(left), float(base), colour, shows)
                at = match.end("shows")
        yield content[at:]

    def _shows(self, inside: bytes, fonts: Mapping[bytes, Codes | None]) -> list[Show] | None:
        shows, at = [], 0
        for match in SHOW.finditer(inside):
            said, hint, look, font, size, across, shown, ends = match.groups()
            codes = fonts.get(font)
            marks = (said is not None) + (hint is not None)
            if codes is None or match.start() != at or len(ends) != marks * len(END):
                return None
            key = id(codes), said, shown
            known = self._known.get(key)
            if known is None:
                clusters = tuple(_clusters(said, shown, codes))
                known = self._known[key] = clusters, all(one.plain for one in clusters)
            shows.append(Show(match[0], look, codes, float(size), float(across), hint is not None, *known))
            at = match.end()
        return shows if at == len(inside) else None


def _clusters(said: bytes | None, shown: bytes, codes: Codes) -> Iterator[Cluster]:
    pen, glyphs, places = 0.0, [], []
    parts = pikepdf.Object.parse(shown[:-2])
    for part in parts.as_list() if isinstance(parts, pikepdf.Array) else [parts]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            for at in range(0, len(data), 2):
                glyphs.append(int.from_bytes(data[at : at + 2], "big"))
                places.append(pen)
                pen += codes.width(glyphs[-1])
        else:
            pen -= float(part)
    if said:
        text = str(pikepdf.Object.parse(said))
        yield Cluster(text, tuple(glyphs), tuple(places), pen, whole=True, back=_runs_back(text))
        return
    pen = 0.0
    for glyph, place in zip(glyphs, places, strict=True):
        text, end = codes.texts.get(glyph, ""), place + codes.width(glyph)
        yield Cluster(text, (glyph,), (place - pen,), end - pen, whole=False, back=_runs_back(text))
        pen = end
