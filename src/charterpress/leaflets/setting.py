"""Set panels in type with Typst; data goes in as JSON, never as markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from charterpress.languages.locales import Locale
from charterpress.leaflets.colours import Palette, dressed
from charterpress.leaflets.designs.design import Design
from charterpress.leaflets.fonts.typefaces import Typeface, Typefaces
from charterpress.leaflets.formats.shapes import Flowing, Folded, Stitched
from charterpress.leaflets.manuscript import Manuscript, Refusal, fonts_in, forget
from charterpress.leaflets.pictures.placing import put_pictures
from charterpress.leaflets.pictures.values import Pictures, described

LEADING = {"Arab": 0.17, "Beng": 0.1, "Guru": 0.12, "ur": 0.06}
"""How much more space between lines than Latin a language or script needs, in em.

So that the marks below one line keep clear of those above the next: what the words of our charters reach up and down
in our fonts (the 95th of a hundred), less the height of a Latin capital. A test measures it.
"""
TALL_LEADING = -0.3
"""The space between lines, in em, that are themselves as high as any letter of a tall font.

Noto Nastaliq Urdu has lines of 2.5 em; 95 of a hundred words need 2.16 em, and the highest seldom stand on the deepest.
"""


@dataclass(frozen=True)
class Look:
    """Say how one output is set: its colours, fonts and sizes; lengths in mm, text in points."""

    palette: Palette
    design: Design
    radius: float
    typefaces: Typefaces
    size: float
    minimum: float
    press: bool
    bleed: float
    safe: float

    def at(self, size: float) -> Look:
        """Return the look with text of another size."""
        return replace(self, size=size)


@dataclass(frozen=True)
class Ends:
    """Say where each part of the text ends: its last page, counted from 1, and how far down in mm."""

    front: tuple[int, float]
    flow: tuple[int, float]
    back: tuple[int, float]
    top: float
    bottom: float
    too_wide: tuple[str, ...]


@cache
def _folders(typefaces: Typefaces) -> tuple[str, ...]:
    """Return the folders of fonts; of what else is in them, no template asks."""
    return tuple(sorted({str(path.parent) for face in typefaces.every for path in face.paths}))


@cache
def _names(typefaces: Typefaces, faces: tuple[Typeface, ...]) -> tuple[str, ...]:
    """Return families as Typst calls them, which may be shorter than what they call themselves."""
    known = [(font.family, Path(font.path or "")) for font in fonts_in(_folders(typefaces)).fonts()]
    names: dict[str, None] = {}
    for face in faces:
        found = {family for family, path in known if path in face.paths}
        names.update(dict.fromkeys([face.name] if face.name in found else sorted(found)))
    return tuple(names)


@dataclass(frozen=True)
class Setting:
    """Set one leaflet: the same data, in any size and look.

    Type is set around places that are kept for the pictures, so these cost no time while sizes are tried.
    """

    shape: Folded | Flowing | Stitched
    locale: Locale
    data: Mapping[str, object]
    pictures: Pictures = ()
    _fitted: dict[Typefaces, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)
    """By which scales the words of front and back fit: in the same fonts all trials find the same, so one looks."""
    _ended: dict[Look, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)
    """Where the flowing text of panels ended in a look that was measured."""

    def measure(self, look: Look) -> Ends:
        """Return where the text ends, without writing a file."""
        # Of one size nothing can be used in another: kept, it would be hundreds of megabytes.
        forget()
        found = self.manuscript(look).ask("<ends>")
        self._fitted[look.typefaces] = found["fitted"]
        self._ended[look] = found["flow"]
        return Ends(
            front=_end(found["front"]),
            flow=_end(found["flow"]),
            back=_end(found["back"]),
            top=float(found["top"]),
            bottom=float(found["bottom"]),
            too_wide=tuple(found["too-wide"]),
        )

    def too_wide(self, look: Look) -> tuple[str, ...]:
        """Return the words that are wider than a line of pages that text flows over."""
        if not self.data["long_words"]:
            return ()
        return tuple(self.manuscript(look).ask("<too-wide>"))

    def count_pages(self, look: Look) -> int:
        """Return how many pages a booklet has, those for notes and its back included."""
        forget()
        return int(self.manuscript(look).ask("<pages>")["pages"])

    def write(self, look: Look, timestamp: int, version: Literal["1.4", "1.6"] = "1.6") -> bytes | Refusal:
        """Return the pages as a PDF: tagged PDF/UA-1 for the screen; for the press bare, in a version of PDF."""
        pages = self.manuscript(look, self._ended.get(look)).write(
            version if look.press else "ua-1", timestamp, tagged=not look.press
        )
        return pages if isinstance(pages, Refusal) else put_pictures(pages, self.pictures, press=look.press)

    def manuscript(self, look: Look, ended: Mapping[str, float] | None = None) -> Manuscript:
        """Return what Typst is given; where the text `ended` when it was measured need not be found out again."""
        return Manuscript(self.shape.template, _folders(look.typefaces), self._inputs(look, ended))

    def _inputs(self, look: Look, ended: Mapping[str, float] | None) -> dict[str, str]:
        faces, language = look.typefaces, self.locale.code.partition("-")[0]
        looser = LEADING.get(language, LEADING.get(self.locale.script, 0.0))
        options = {
            "palette": asdict(look.palette),
            "design": dressed(look.design, look.palette),
            "radius": look.radius,
            "size": look.size,
            "minimum": look.minimum,
            "press": look.press,
            "bleed": look.bleed,
            "safe": look.safe,
            "fitted": self._fitted.get(look.typefaces, {}),
            "ended": ended,
            "tall": faces.tall,
            "looser": looser,
            "tall_leading": TALL_LEADING,
            "leading": TALL_LEADING if faces.tall else self.shape.leading + looser,
            "digits": [self.locale.digits(str(digit)) for digit in range(10)],
            "shape": self.shape.model_dump(),
            "headings": _names(faces, faces.headings),
            "text": _names(faces, faces.text),
            "pictures": described(self.pictures, self.locale.code),
        }
        return {"data": self._json, "look": json.dumps(options)}

    @cached_property
    def _json(self) -> str:
        return json.dumps(self.data, ensure_ascii=False)


def _end(found: Mapping[str, float]) -> tuple[int, float]:
    return int(found["page"]), float(found["y"])
