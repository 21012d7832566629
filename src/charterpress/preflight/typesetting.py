"""Set the papers for a print shop with Typst; data goes in as JSON, never as markup.

Typst starts threads, so nothing here may run in a process that is to be copied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from charterpress.languages.fonts import LATIN, FontSet, fonts_for
from charterpress.languages.locales import load_locale

TEMPLATES = Path(str(files("charterpress.preflight"))) / "templates"
LEAFLET = "leaflet.pdf"
"""What a template calls the press PDF."""
_NO_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
_MOST_SIGNS = 200
"""How many letters that no font has are put right; names and titles have fewer."""


def set_page(template: str, data: Mapping[str, object], language: str, timestamp: int = 0) -> bytes:
    """Return the PDF (PDF/UA-1) that a template makes of data; `timestamp` is in seconds since 1970.

    A letter that no font has is shown as a low line: the JSON beside the PDF has it right.
    """
    text = json.dumps(data, ensure_ascii=False)
    for _ in range(_MOST_SIGNS):
        try:
            made = typst.Compiler(
                str(TEMPLATES / template),
                root=str(TEMPLATES),
                font_paths=_fonts(_font_set(language)),
                ignore_system_fonts=True,
                sys_inputs=_inputs(text, language),
            ).compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
        except typst.TypstError as error:
            missing = _NO_SIGN.search(error.message)
            if missing is None or missing[1] not in text:
                raise
            text = text.replace(missing[1], "_" * len(missing[1]))
        else:
            return _single(made)
    message = "the text has too many letters that no font has"
    raise ValueError(message)


def set_pictures(
    template: str, data: Mapping[str, object], language: str, leaflet: bytes, resolution: float
) -> tuple[bytes, ...]:
    """Return a PNG for each page that a template makes of data and of a press PDF; `resolution` in pixels an inch."""
    with TemporaryDirectory(prefix="charterpress-") as name:
        # Typst takes only text from memory, and a PDF from a file.
        folder = Path(name)
        (folder / LEAFLET).write_bytes(leaflet)
        (folder / template).write_bytes((TEMPLATES / template).read_bytes())
        made = typst.Compiler(
            str(folder / template),
            root=name,
            font_paths=_fonts(_font_set(language)),
            ignore_system_fonts=True,
            sys_inputs=_inputs(json.dumps(data, ensure_ascii=False), language),
        ).compile(format="png", ppi=resolution)
    return tuple(made) if isinstance(made, list) else (_single(made),)


def _inputs(text: str, language: str) -> dict[str, str]:
    fonts = _font_set(language)
    look = {
        "heading": [family.name for family in LATIN.headings],
        "text": [family.name for family in LATIN.text],
        "own": [family.name for family in fonts.headings],
    }
    return {"data": text, "look": json.dumps(look)}


def _font_set(language: str) -> FontSet:
    return fonts_for(load_locale(language)) or LATIN


@cache
def _fonts(fonts: FontSet) -> typst.Fonts:
    families = dict.fromkeys((*LATIN.families, *fonts.families))
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        # Typst takes folders only; of what else is in them, no template asks.
        font_paths=sorted({str(path.parent) for family in families for path in family.paths}),
    )


def _single(made: object) -> bytes:
    if not isinstance(made, bytes):
        message = "typst wrote no single file"
        raise TypeError(message)
    return made
