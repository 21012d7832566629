"""Hold what Typst is given for a leaflet, and have it set.

A leaflet whose size is known can be set from here without a charter, so nothing that reads or judges one is imported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATES = Path(str(files("charterpress.leaflets"))) / "templates"
NO_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
BLANK = b" "
Standard = Literal["1.4", "1.6", "ua-1"]
KEPT = 10
"""For how many compilations Typst keeps what none of them uses (`comemo::evict` in its Python package)."""


@dataclass(frozen=True)
class Refusal:
    """Say why type could not be set; `sign` is what the fonts cannot show, where that is the reason."""

    message: str
    hint: str
    sign: str | None = None


@dataclass(frozen=True)
class Manuscript:
    """Hold a template, the folders of its fonts, and what it reads, as JSON by name."""

    template: str
    fonts: tuple[str, ...]
    inputs: Mapping[str, str]

    def ask(self, label: str) -> Any:  # noqa: ANN401 - what a template says under a label, as JSON knows it
        """Return what the template says under a label, which it does once, without writing a file."""
        [found] = json.loads(self._compiler().query(label, field="value"))
        return found

    def write(self, standard: Standard, timestamp: int, *, tagged: bool) -> bytes | Refusal:
        """Return the pages as a PDF of a standard, as Typst names it."""
        try:
            pdf = self._compiler().compile(format="pdf", pdf_standards=[standard], pdf_tags=tagged, timestamp=timestamp)
        except typst.TypstError as error:
            return _refusal(error)
        finally:
            forget()
        if not isinstance(pdf, bytes):
            message = "typst wrote no single file"
            raise TypeError(message)
        return pdf

    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(
            str(TEMPLATES / self.template),
            root=str(TEMPLATES),
            font_paths=fonts_in(self.fonts),
            ignore_system_fonts=True,
            sys_inputs=dict(self.inputs),
        )


@cache
def fonts_in(folders: tuple[str, ...]) -> typst.Fonts:
    """Return all fonts of some folders; Typst takes folders only, and loads a font when it is asked for."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@cache
def _blank() -> typst.Compiler:
    return typst.Compiler(BLANK, font_paths=fonts_in(()), ignore_system_fonts=True)


def forget() -> None:
    """Have Typst forget what it laid out before.

    It drops what the last ten compilations did not use, and a query is none. Compiling nothing takes a moment.
    """
    for _ in range(KEPT + 1):
        _blank().compile(BLANK, format="svg")


def _refusal(error: typst.TypstError) -> Refusal:
    missing = NO_SIGN.search(error.message)
    if missing:
        message = f"its fonts have no sign for '{missing[1]}'"
        return Refusal(message, "Write it with other letters, or leave it out.", missing[1])
    return Refusal(error.message, " ".join(error.hints) or "Change the text that the message names.")
