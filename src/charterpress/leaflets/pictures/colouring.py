"""Find the screen colours on the page of a picture, and turn them into inks where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Name, Operator

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.imagery import repaint_image
from charterpress.leaflets.pictures.inks import inks_of
from charterpress.leaflets.pictures.spaces import Space, space_of

GIVE_INKS = "Give a 'press_file' in CMYK, which the program that made the picture can export."
OR_CONVERT = f"{GIVE_INKS} Or set 'convert: true', if the colours may come out a little different."
_DEEPEST = 24
_FILL, _LINE = ("g", "rg", "k", "cs", "sc", "scn"), ("G", "RG", "K", "CS", "SC", "SCN")
_OPERATORS = {name: at for names in (_FILL, _LINE) for at, name in enumerate(names)}
_GREY, _RGB, _CMYK, _SPACE = range(4)
_BLACK: tuple[float, ...] = (0.0, 0.0, 0.0, 1.0)

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
Colours = tuple[Space, Space]
"""The spaces that areas and lines are painted in."""


@dataclass
class Painter:
    """Walk over everything that a page draws; with `convert` every screen colour becomes inks."""

    convert: bool
    found: dict[str, Finding] = field(default_factory=dict)
    _done: set[tuple[int, int]] = field(default_factory=set)

    def paint(self, pdf: pikepdf.Pdf) -> tuple[Finding, ...]:
        """Change the colours of the one page of a PDF, and return what is in the way of the press."""
        page = pdf.pages[0]
        self._walk(page.obj, pdf, 0)
        return tuple(self.found.values())

    def _walk(self, holder: pikepdf.Object, pdf: pikepdf.Pdf, depth: int) -> None:
        """Change a page, a form or a pattern, and what it draws with."""
        if depth > _DEEPEST:
            self._refuse("drawings inside one another, too deep to follow")
            return
        resources = holder.get("/Resources", pikepdf.Dictionary())
        content = pikepdf.unparse_content_stream(tuple(self._instructions(holder, resources)))
        if isinstance(holder, pikepdf.Stream):
            holder.write(content)
        else:
            holder.Contents = pdf.make_stream(content)
        self._group(holder)
        for form in _values(resources, "/XObject"):
            self._object(form, pdf, depth)
        for pattern in _values(resources, "/Pattern"):
            if pattern.get("/PatternType") == 1:
                self._once(pattern, pdf, depth)
            else:
                self._blend(pattern.get("/Shading"))
        for shading in _values(resources, "/Shading"):
            self._blend(shading)
        for state in _values(resources, "/ExtGState"):
            mask = state.get("/SMask")
            if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
                self._once(mask.G, pdf, depth)
        # Spaces that nothing names any more would still look like screen colours to a print shop.
        spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
        for key in list(spaces.keys()):
            if space_of(spaces[key], resources).kind in {"rgb", "grey", "cmyk"}:
                del spaces[key]

    def _object(self, one: pikepdf.Object, pdf: pikepdf.Pdf, depth: int) -> None:
        if one.get("/Subtype") == "/Form":
            self._once(one, pdf, depth)
        elif one.objgen not in self._done:
            self._done.add(one.objgen)
            for what in repaint_image(one, convert=self.convert):
                self._refuse(what, mendable=what == "a picture in screen colours (RGB)")

    def _once(self, one: pikepdf.Object, pdf: pikepdf.Pdf, depth: int) -> None:
        if one.objgen not in self._done:
            self._done.add(one.objgen)
            self._walk(one, pdf, depth + 1)

    def _group(self, holder: pikepdf.Object) -> None:
        group = holder.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and "/CS" in group:
            # Colours that shine through one another are mixed as inks, as everything else on the sheet is.
            group.CS = Name.DeviceCMYK

    def _blend(self, shading: object) -> None:
        space = shading.get("/ColorSpace") if isinstance(shading, pikepdf.Dictionary | pikepdf.Stream) else None
        if space_of(space, pikepdf.Dictionary()).kind not in {"cmyk", "grey", "spot"}:
            self._refuse("a blend from one screen colour to another")

    def _instructions(self, holder: pikepdf.Object, resources: pikepdf.Object) -> Iterator[Instruction]:
        black = Space("grey", 1)
        colours: Colours = (black, black)
        kept: list[Colours] = []
        stream = pikepdf.Page(holder) if not isinstance(holder, pikepdf.Stream) else holder
        for one in pikepdf.parse_content_stream(stream):
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                self._inline(one, resources)
                yield one
                continue
            name = str(one.operator)
            if name == "q":
                kept.append(colours)
            elif name == "Q" and kept:
                colours = kept.pop()
            if name not in _OPERATORS:
                yield one
                continue
            names = _LINE if name in _LINE else _FILL
            at = names is _LINE
            made, space = self._colour(names, _OPERATORS[name], one.operands, colours[at], resources)
            colours = (colours[0], space) if at else (space, colours[1])
            yield made

    def _colour(  # noqa: PLR0913, PLR0917 - a colour is an operator, its numbers, and what went before
        self, names: Sequence[str], kind: int, operands: Sequence[object], space: Space, resources: pikepdf.Object
    ) -> tuple[Instruction, Space]:
        """Return what sets a colour in inks, and the space that holds from there on."""
        as_given = pikepdf.ContentStreamInstruction(list(operands), Operator(names[kind]))  # type: ignore[arg-type]  # as parsed
        if kind in {_GREY, _CMYK}:
            return as_given, Space("grey" if kind == _GREY else "cmyk", 1 if kind == _GREY else 4)
        if kind == _SPACE:
            space = space_of(operands[0], resources)
            if space.kind in {"rgb", "grey", "cmyk"}:
                return _set(names[_CMYK], _BLACK), space
            if space.kind == "pattern":
                return as_given, space
            if space.kind != "spot":
                self._refuse(f"colours in {space.label}, which are none of inks")
            return as_given, space
        numbers = [float(part) for part in operands if not isinstance(part, Name)]  # type: ignore[arg-type]  # numbers and a name
        space = Space("rgb", 3) if kind == _RGB else space
        if space.kind == "grey" and len(numbers) == 1:
            return _set(names[_GREY], numbers), space
        if space.kind == "cmyk" and len(numbers) == 4:  # noqa: PLR2004 - inks
            return _set(names[_CMYK], numbers), space
        if space.kind == "rgb" and len(numbers) == 3:  # noqa: PLR2004 - channels
            red, green, blue = (round(255 * min(max(part, 0.0), 1.0)) for part in numbers)
            if not self.convert and not red == green == blue:
                self._refuse("screen colours (RGB)", mendable=True)
            return _set(names[_CMYK], inks_of(red, green, blue)), space
        if space.kind == "pattern" and numbers:
            self._refuse("a pattern that takes its colour from elsewhere")
        return as_given, space

    def _inline(self, image: pikepdf.ContentStreamInlineImage, resources: pikepdf.Object) -> None:
        inner = image.iimage
        if inner.image_mask:
            return
        space = space_of(inner.obj.get("/ColorSpace") or inner.obj.get("/CS"), resources)
        if space.kind not in {"grey", "cmyk", "spot"}:
            self._refuse("a small picture in screen colours (RGB) within the drawing")

    def _refuse(self, what: str, *, mendable: bool = False) -> None:
        hint = OR_CONVERT if mendable and not self.convert else GIVE_INKS
        verb = "cannot go to press as it is" if mendable else "cannot be converted for the press"
        self.found.setdefault(what, faults.coloured(f"the picture {verb}: it has {what}", hint))


def paint(pdf: pikepdf.Pdf, *, convert: bool) -> tuple[Finding, ...]:
    """Turn what a page draws into inks, and return what is in the way; only greys are changed without `convert`."""
    return Painter(convert).paint(pdf)


def as_press_file(finding: Finding) -> Finding:
    """Return what is wrong with a file that was given for the press."""
    message = finding.message.replace("the picture cannot go to press as it is", "the press file is not in CMYK or grey")
    return replace(finding, message=message, hint="Export it again in CMYK or grey, from the program that made it.")


def _set(name: str, numbers: Sequence[float]) -> Instruction:
    operands = [round(number, 4) for number in numbers]
    return pikepdf.ContentStreamInstruction(operands, Operator(name))  # type: ignore[arg-type]  # numbers will do


def _values(resources: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    held = resources.get(key, pikepdf.Dictionary())
    return [held[name] for name in sorted(held.keys())] if isinstance(held, pikepdf.Dictionary) else []


