"""Read what the codes of a PDF's font say, and give its glyphs further codes that say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from struct import pack

import pikepdf
from pikepdf import Name

from charterpress.leaflets.clusters import Cluster, runs_back

ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
ENTRIES, END = b"beginbfchar", b"endcmap"
WIDTHS = re.compile(rb"(\d+) +(?:\[([^\]]*)\]|(\d+) +([\d.]+))")
"""What gives the codes of a font their widths: `first [width …]`, or `first last width` (ISO 32000-1, 9.7.4.3)."""
MOST = 100
"""How many entries a block of such a table may have (Adobe, CMap specification)."""


@dataclass(eq=False)
class Codes:
    """Hold the codes of one font, two bytes each: the text of each, its width in thousandths of the text size.

    A code of Typst's is the number of its glyph; those that are added show a glyph that has one already.
    """

    font: pikepdf.Object
    texts: dict[int, str]
    widths: dict[int, float]
    _free: int
    glyphs: dict[int, int] = field(default_factory=dict)
    _added: dict[tuple[int, str], int] = field(default_factory=dict)
    _alone: dict[tuple[int, float], Cluster] = field(default_factory=dict)

    @cached_property
    def blank(self) -> int | None:
        """Return the code of a glyph that shows nothing but has a width, if there is one."""
        return next((code for code, text in self.texts.items() if text == " " and self.width(code)), None)

    @cached_property
    def several(self) -> frozenset[int]:
        """Return the codes of Typst's that say several letters."""
        return frozenset(code for code, text in self.texts.items() if len(text) > 1)

    def width(self, code: int) -> float:
        """Return how far the pen moves."""
        return self.widths.get(code, 0.0)

    def alone(self, code: int, place: float) -> Cluster:
        """Return a glyph that shows its text by itself, at a place from where the pen was; each is made once."""
        known = self._alone.get((code, place))
        if known is None:
            text, end = self.texts.get(code, ""), place + self.width(code)
            known = Cluster(text, (code,), (place,), end, whole=False, back=runs_back(text))
            self._alone[code, place] = known
        return known

    def saying(self, code: int, text: str) -> int:
        """Return a code that shows the same glyph and says this text."""
        if self.texts.get(code) == text:
            return code
        glyph = self.glyphs.get(code, code)
        known = self._added.get((glyph, text))
        if known is not None:
            return known
        new = self._add(glyph, text, self.width(code))
        self._added[glyph, text] = new
        return new

    def _add(self, glyph: int, text: str, width: float) -> int:
        new = self._free
        self.texts[new], self.widths[new], self.glyphs[new] = text, width, glyph
        self._free += 1
        return new

    def write(self, pdf: pikepdf.Pdf) -> None:
        """Put the codes that were added into the font."""
        if not self._added:
            return
        # Pdfium asks which code says a space, to know how wide one is, and may get the first or the last.
        if self.blank is not None:
            self._add(self.blank, " ", self.width(self.blank))
        entries, end, rest = self.font.ToUnicode.read_bytes().partition(END)
        added = {code: self.texts[code] for code in self.glyphs}
        self.font.ToUnicode = pdf.make_stream(entries + b"".join(_blocks(added)) + end + rest)
        inside = self.font.DescendantFonts[0]
        widths = "".join(f" {code} {code} {number(self.widths[code])}" for code in self.glyphs)
        inside.W = pikepdf.Object.parse(inside.W.unparse(resolved=True).removesuffix(b"]") + f"{widths}]".encode())
        numbers = [self.glyphs.get(code, code) for code in range(self._free)]
        inside.CIDToGIDMap = pdf.make_stream(pack(f">{self._free}H", *numbers))
        # This list of codes may be left out, and would have to name the new ones.
        if Name.CIDSet in inside.FontDescriptor:
            del inside.FontDescriptor[Name.CIDSet]


def read_codes(font: pikepdf.Object) -> Codes | None:
    """Return the codes of a font as Typst writes them, or None for a font of another kind."""
    inside = font.DescendantFonts[0] if Name.DescendantFonts in font else None
    if inside is None or inside.get(Name.CIDToGIDMap) != Name.Identity or Name.ToUnicode not in font:
        return None
    _, _, entries = font.ToUnicode.read_bytes().partition(ENTRIES)
    texts = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in ENTRY.findall(entries)}
    widths = dict(_widths(inside.W.unparse(resolved=True)))
    return Codes(font, texts, widths, max((*texts, *widths)) + 1)


def number(value: float) -> str:
    """Return a number as it stands in a PDF, with six decimals at the most."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _widths(table: bytes) -> Iterator[tuple[int, float]]:
    for first, row, last, width in WIDTHS.findall(table):
        if last:
            yield from ((code, float(width)) for code in range(int(first), int(last) + 1))
        else:
            yield from enumerate(map(float, row.split()), int(first))


def _blocks(texts: dict[int, str]) -> Iterator[bytes]:
    entries = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for code, text in texts.items()]
    for start in range(0, len(entries), MOST):
        some = entries[start : start + MOST]
        yield f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n".encode()
