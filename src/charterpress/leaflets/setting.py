"""Set panels in type with Typst; data goes in as JSON, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from charterpress.languages.locales import Locale
from charterpress.leaflets.colours import Palette, dressed
from charterpress.leaflets.designs.design import Design
from charterpress.leaflets.fonts.typefaces import Typeface, Typefaces
from charterpress.leaflets.formats.shapes import Flowing, Folded, Stitched
from charterpress.leaflets.pictures.placing import put_pictures
from charterpress.leaflets.pictures.values import Pictures, described

TEMPLATES = Path(str(files("charterpress.leaflets"))) / "templates"
NO_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
LEADING = {"Arab": 0.16, "Beng": 0.1, "Guru": 0.12, "ur": 0.06}
"""How much more space between lines than Latin a language or script needs, in em.

So that the marks below one line keep clear of those above the next: what the words of our charters reach up and down
in our fonts (the 95th of a hundred), less the height of a Latin capital. A test measures it.
"""
TALL_LEADING = -0.3
"""The space between lines, in em, that are themselves as high as any letter of a tall font.

Noto Nastaliq Urdu has lines of 2.5 em; 95 of a hundred words need 2.16 em, and the highest seldom stand on the deepest.
"""
BLANK = b" "
KEPT = 10
"""For how many compilations Typst keeps what none of them uses (`comemo::evict` in its Python package)."""


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
class Refusal:
    """Say why type could not be set; `sign` is what the fonts cannot show, where that is the reason."""

    message: str
    hint: str
    sign: str | None = None


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
def _fonts(typefaces: Typefaces) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        # Typst takes folders only; of what else is in them, no template asks.
        font_paths=sorted({str(path.parent) for face in typefaces.every for path in face.paths}),
    )


@cache
def _names(typefaces: Typefaces, faces: tuple[Typeface, ...]) -> tuple[str, ...]:
    """Return families as Typst calls them, which may be shorter than what they call themselves."""
    known = [(font.family, Path(font.path or "")) for font in _fonts(typefaces).fonts()]
    names: dict[str, None] = {}
    for face in faces:
        found = {family for family, path in known if path in face.paths}
        names.update(dict.fromkeys([face.name] if face.name in found else sorted(found)))
    return tuple(names)


@cache
def _blank() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(BLANK, font_paths=fonts, ignore_system_fonts=True)


def _forget() -> None:
    """Have Typst forget what it laid out before.

    It drops what the last ten compilations did not use, and a query is none. Compiling nothing takes a moment.
    """
    for _ in range(KEPT + 1):
        _blank().compile(BLANK, format="svg")


@dataclass(frozen=True)
class Setting:
    """Set one leaflet: the same data, in any size and look.

    Type is set around places that are kept for the pictures, so these cost no time while sizes are tried.
    """

    shape: Folded | Flowing | Stitched
    locale: Locale
    data: Mapping[str, object]
    pictures: Pictures = ()

    def measure(self, look: Look) -> Ends:
        """Return where the text ends, without writing a file."""
        # Of one size nothing can be used in another: kept, it would be hundreds of megabytes.
        _forget()
        [found] = json.loads(self._compiler(look).query("<ends>", field="value"))
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
        [found] = json.loads(self._compiler(look).query("<too-wide>", field="value"))
        return tuple(found)

    def count_pages(self, look: Look) -> int:
        """Return how many pages a booklet has, those for notes and its back included."""
        _forget()
        [found] = json.loads(self._compiler(look).query("<pages>", field="value"))
        return int(found["pages"])

    def write(self, look: Look, timestamp: int, version: Literal["1.4", "1.6"] = "1.6") -> bytes | Refusal:
        """Return the pages as a PDF: tagged PDF/UA-1 for the screen; for the press bare, in a version of PDF."""
        try:
            pdf = self._compiler(look).compile(
                format="pdf",
                sys_inputs=self._inputs(look),
                pdf_standards=[version] if look.press else ["ua-1"],
                pdf_tags=not look.press,
                timestamp=timestamp,
            )
        except typst.TypstError as error:
            return _refusal(error)
        finally:
            _forget()
        if not isinstance(pdf, bytes):
            message = "typst wrote no single file"
            raise TypeError(message)
        return put_pictures(pdf, self.pictures, press=look.press)

    def _compiler(self, look: Look) -> typst.Compiler:
        return typst.Compiler(
            str(TEMPLATES / self.shape.template),
            root=str(TEMPLATES),
            font_paths=_fonts(look.typefaces),
            ignore_system_fonts=True,
            sys_inputs=self._inputs(look),
        )

    def _inputs(self, look: Look) -> dict[str, str]:
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


def _refusal(error: typst.TypstError) -> Refusal:
    missing = NO_SIGN.search(error.message)
    if missing:
        message = f"its fonts have no sign for '{missing[1]}'"
        return Refusal(message, "Write it with other letters, or leave it out.", missing[1])
    return Refusal(error.message, " ".join(error.hints) or "Change the text that the message names.")


def _end(found: Mapping[str, float]) -> tuple[int, float]:
    return int(found["page"]), float(found["y"])
