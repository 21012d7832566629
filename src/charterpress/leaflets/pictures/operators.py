"""Turn the operators that set colours into ones that set inks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import pikepdf
from pikepdf import Name, Operator

from charterpress.leaflets.pictures.inks import inks_of
from charterpress.leaflets.pictures.spaces import Space, space_of

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


class Refuse(Protocol):
    """Notes what is in the way of the press, and whether converting would mend it."""

    def __call__(self, what: str, *, mendable: bool) -> None:
        """Note it."""


SCREEN_COLOURS = "screen colours (RGB)"
_AREAS = {"g": "grey", "rg": "rgb", "k": "cmyk", "cs": "space", "sc": "colour", "scn": "colour"}
_LINES = {name.upper(): what for name, what in _AREAS.items()}
_OPERATORS = {**_AREAS, **_LINES}
_BLACK = (0.0, 0.0, 0.0, 1.0)
_GREY = Space("grey", 1)


@dataclass(frozen=True)
class _State:
    """Hold the spaces that areas and lines are painted in."""

    areas: Space = _GREY
    lines: Space = _GREY


@dataclass
class Repainter:
    """Read one stream of drawing and write it again with inks."""

    resources: pikepdf.Object
    convert: bool
    refuse: Refuse

    def read(self, stream: pikepdf.Object | pikepdf.Page) -> Iterator[Instruction]:
        """Yield the instructions of a stream, those that set screen colours changed."""
        state = _State()
        kept: list[_State] = []
        for one in pikepdf.parse_content_stream(stream):
            name = "" if isinstance(one, pikepdf.ContentStreamInlineImage) else str(one.operator)
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                self._inline(one)
            elif name == "q":
                kept.append(state)
            elif name == "Q" and kept:
                state = kept.pop()
            if name not in _OPERATORS:
                yield one
                continue
            lines = name in _LINES
            operands: list[object] = list(one.operands)
            made, space = self._colour(name, operands, state.lines if lines else state.areas)
            state = replace(state, lines=space) if lines else replace(state, areas=space)
            yield made or one

    def _colour(self, name: str, operands: Sequence[object], space: Space) -> tuple[Instruction | None, Space]:
        """Return what sets a colour in inks, None where it does so already, and the space from there on."""
        what, lines = _OPERATORS[name], name in _LINES
        if what == "space":
            found = space_of(operands[0], self.resources)
            if found.kind == "other":
                self.refuse(f"colours of a kind that is no ink: {found.label}", mendable=False)
            # A new space starts with black.
            return (_set("k", _BLACK, lines=lines) if found.on_plates else None), found
        if what != "colour":
            space = Space(what, 0)
        numbers = [float(part) for part in operands if not isinstance(part, Name)]  # type: ignore[arg-type]  # numbers, and a name at the end
        match space.kind, len(numbers):
            case "grey", 1:
                return _set("g", numbers, lines=lines), space
            case "cmyk", 4:
                return _set("k", numbers, lines=lines), space
            case "rgb", 3:
                return _set("k", self._inks(numbers), lines=lines), space
            case "pattern", number if number > 0:
                self.refuse("a pattern that takes its colour from elsewhere", mendable=False)
        return None, space

    def _inks(self, numbers: Sequence[float]) -> Sequence[float]:
        red, green, blue = (round(255 * min(max(part, 0.0), 1.0)) for part in numbers)
        if not self.convert and not red == green == blue:
            self.refuse(SCREEN_COLOURS, mendable=True)
        return inks_of(red, green, blue)

    def _inline(self, image: pikepdf.ContentStreamInlineImage) -> None:
        inner = image.iimage
        if inner.image_mask:
            return
        space = space_of(inner.obj.get("/ColorSpace") or inner.obj.get("/CS"), self.resources)
        if space.kind not in {"grey", "cmyk", "spot"}:
            self.refuse("a small picture in screen colours (RGB) within the drawing", mendable=False)


def _set(name: str, numbers: Sequence[float], *, lines: bool) -> Instruction:
    operands = [round(number, 4) for number in numbers]
    return pikepdf.ContentStreamInstruction(operands, Operator(name.upper() if lines else name))
