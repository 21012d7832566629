"""Set panels in type with Typst; data goes in as JSON, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import typst

from charterpress.languages.fonts import LATIN, FontSet, fonts_for
from charterpress.languages.locales import Locale
from charterpress.leaflets.colours import Palette
from charterpress.leaflets.formats.shapes import Flowing, Folded

TEMPLATES = Path(str(files("charterpress.leaflets"))) / "templates"
NO_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
LEADING = {"Arab": 1.08}
"""How much more space between lines a script needs than Latin."""
BLANK = b" "
KEPT = 10
"""For how many compilations Typst keeps what none of them uses (`comemo::evict` in its Python package)."""


@dataclass(frozen=True)
class Look:
    """Say how one output is set: its colours and sizes; lengths in mm, text in points."""

    palette: Palette
    size: float
    minimum: float
    press: bool
    bleed: float

    def at(self, size: float) -> Look:
        """Return the look with text of another size."""
        return replace(self, size=size)


@dataclass(frozen=True)
class Refusal:
    """Say why type could not be set, for example because a font lacks a letter."""

    message: str
    hint: str


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
def _fonts(fonts: FontSet) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        # Typst takes folders only; of what else is in them, no template asks.
        font_paths=sorted({str(path.parent) for family in fonts.families for path in family.paths}),
    )


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
    """Set one leaflet: the same data, in any size and look."""

    shape: Folded | Flowing
    locale: Locale
    data: Mapping[str, object]

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

    def write(self, look: Look, timestamp: int) -> bytes | Refusal:
        """Return the pages as a PDF: tagged PDF/UA-1 for the screen, bare for the press."""
        try:
            pdf = self._compiler(look).compile(
                format="pdf",
                sys_inputs=self._inputs(look),
                pdf_standards=["1.6"] if look.press else ["ua-1"],
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
        return pdf

    @property
    def _font_set(self) -> FontSet:
        return fonts_for(self.locale) or LATIN

    def _compiler(self, look: Look) -> typst.Compiler:
        return typst.Compiler(
            str(TEMPLATES / self.shape.template),
            root=str(TEMPLATES),
            font_paths=_fonts(self._font_set),
            ignore_system_fonts=True,
            sys_inputs=self._inputs(look),
        )

    def _inputs(self, look: Look) -> dict[str, str]:
        fonts = self._font_set
        options = {
            **asdict(look),
            "leading": LEADING.get(self.locale.script, 1.0) * self.shape.leading,
            "digits": [self.locale.digits(str(digit)) for digit in range(10)],
            "shape": self.shape.model_dump(),
            "headings": [family.name for family in fonts.headings],
            "text": [family.name for family in fonts.text],
        }
        return {"data": self._json, "look": json.dumps(options)}

    @cached_property
    def _json(self) -> str:
        return json.dumps(self.data, ensure_ascii=False)


def _refusal(error: typst.TypstError) -> Refusal:
    missing = NO_SIGN.search(error.message)
    if missing:
        message = f"the fonts of this language have no sign for '{missing[1]}'"
        return Refusal(message, "Write it with other letters, or leave it out.")
    return Refusal(error.message, " ".join(error.hints) or "Change the text that the message names.")


def _end(found: Mapping[str, float]) -> tuple[int, float]:
    return int(found["page"]), float(found["y"])
