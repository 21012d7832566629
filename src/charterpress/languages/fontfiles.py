"""Read a font file: its family, its letters, its height, and whether it may be put into a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

FONTS = (".ttf", ".otf")
WEB_FONTS = (".woff", ".woff2")
COLLECTIONS = (".ttc", ".otc")
TALL = 2.0
"""A font whose lines are so high, in parts of its size, slopes as Nastaliq does: its own height sets the lines."""
_MAY_EMBED, _RESTRICTED = 0x000F, 0x0002
_NO_SUBSETS, _BITMAPS_ONLY = 0x0100, 0x0200
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_SLANTED = 2
_OUTLINES = {"glyf", "CFF ", "CFF2"}


@dataclass(frozen=True)
class FontFile:
    """Hold what a font file says about itself; `style` is its weight, its width and whether it is slanted.

    `signs` are the code points that it has a glyph for. A variable font has `weights`, its lightest and its boldest.
    """

    path: Path
    families: tuple[str, ...]
    style: tuple[int, int, bool]
    tall: bool
    signs: frozenset[int]
    weights: tuple[int, int] | None = None

    @property
    def family(self) -> str:
        """Return the name that people know the family by."""
        return self.families[0]


@dataclass(frozen=True)
class Fault:
    """Say why a file can't be used, and what to do."""

    path: Path
    message: str
    hint: str


def read_font(path: Path) -> FontFile | Fault:
    """Return what a file says, or why it is not used; a file that has not changed is read once."""
    if path.suffix.lower() in WEB_FONTS:
        return Fault(path, "is a web font, which PDFs can't take in", "Put the TTF or OTF files of the family there.")
    if path.suffix.lower() in COLLECTIONS:
        return Fault(path, "holds several fonts in one file", "Put a TTF or OTF file for each font there.")
    facts = path.stat()
    return _read(path, facts.st_mtime_ns, facts.st_size)


@cache
def _read(path: Path, changed: int, size: int) -> FontFile | Fault:  # noqa: ARG001 - it tells whether a file is the same
    # Only projects with fonts of their own wait for it.
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - see above

    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            tables = font.reader.tables
            if any(entry.offset + entry.length > size for entry in tables.values()) or not _OUTLINES & set(tables):
                return Fault(path, "is not a whole font", "Take another copy of the font.")
            if font.flavor is not None:
                return Fault(path, "is a web font by another name", "Put the TTF or OTF file of the family there.")
            rights, metrics = font["OS/2"], font["hhea"]
            if fault := _rights(path, rights.fsType):
                return fault
            names = [font["name"].getDebugName(number) for number in (_TYPOGRAPHIC_FAMILY, _FAMILY)]
            families = tuple(dict.fromkeys(name for name in names if name))
            if not families:
                return Fault(path, "does not say which family it belongs to", "Take another copy of the font.")
            height = (metrics.ascent - metrics.descent) / font["head"].unitsPerEm
            style = (rights.usWeightClass, rights.usWidthClass, bool(font["head"].macStyle & _SLANTED))
            axes = font["fvar"].axes if "fvar" in font else ()
            weights = next(((int(axis.minValue), int(axis.maxValue)) for axis in axes if axis.axisTag == "wght"), None)
            return FontFile(path, families, style, height >= TALL, frozenset(font.getBestCmap() or {}), weights)
    except Exception:  # noqa: BLE001 - a damaged font may fail in any way, and nothing but that it did matters
        return Fault(path, "is not a font that can be read", "Take another copy of the font, as a TTF or OTF file.")


def _rights(path: Path, rights: int) -> Fault | None:
    """Return why the licence bits of a font keep it out of a PDF (OpenType, table OS/2, fsType)."""
    if rights & _MAY_EMBED == _RESTRICTED or rights & _BITMAPS_ONLY:
        said = "says that it may not be put into a PDF"
    elif rights & _NO_SUBSETS:
        said = "says that it may go into a PDF only with all its letters, which no leaflet needs"
    else:
        return None
    return Fault(path, said, "Ask its maker for a licence that allows embedding, or choose another font.")
