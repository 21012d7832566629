"""Find the screen colours on the page of a picture, and turn them into inks where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Name

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.blends import repaint_blend
from charterpress.leaflets.pictures.imagery import repaint_image
from charterpress.leaflets.pictures.inks import inks_of
from charterpress.leaflets.pictures.operators import Repainter
from charterpress.leaflets.pictures.spaces import space_of

GIVE_INKS = "Give a 'press_file' in CMYK, which the program that made the picture can export."
OR_CONVERT = f"{GIVE_INKS} Or set 'convert: true', if the colours may come out a little different."
NOT_AS_IT_IS = "the picture cannot go to press as it is"
_DEEPEST = 24


def paint(pdf: pikepdf.Pdf, *, convert: bool) -> tuple[Finding, ...]:
    """Turn what a page draws into inks, and return what is in the way; only greys are changed without `convert`."""
    painter = _Painter(pdf, convert)
    painter.walk(pdf.pages[0].obj, 0)
    return tuple(painter.found.values())


def as_press_file(finding: Finding) -> Finding:
    """Return what is wrong with the colours of a file that was given for the press."""
    message = finding.message.replace(NOT_AS_IT_IS, "the press file is not in CMYK or grey")
    return replace(finding, message=message, hint="Export it again in CMYK or grey, from the program that made it.")


@dataclass
class _Painter:
    """Walk over everything that a page draws with."""

    pdf: pikepdf.Pdf
    convert: bool
    found: dict[str, Finding] = field(default_factory=dict)
    done: set[tuple[int, int]] = field(default_factory=set)

    def walk(self, holder: pikepdf.Object, depth: int) -> None:
        """Change a page, a form or a pattern, and what it draws with."""
        if depth > _DEEPEST:
            self.refuse("drawings inside one another, too deep to follow", mendable=False)
            return
        resources = holder.get("/Resources", pikepdf.Dictionary())
        is_form = isinstance(holder, pikepdf.Stream)
        reader = Repainter(resources, self.convert, self.refuse)
        content = pikepdf.unparse_content_stream(tuple(reader.read(holder if is_form else pikepdf.Page(holder))))
        if is_form:
            holder.write(content)
        else:
            holder.Contents = self.pdf.make_stream(content)
        group = holder.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and "/CS" in group:
            # Colours that shine through one another are mixed as inks, as everything else on the sheet is.
            grey = space_of(group.CS, resources).kind == "grey"
            group.CS = Name.DeviceGray if grey else Name.DeviceCMYK
        for inner in _drawn_with(resources):
            if not inner.is_indirect or inner.objgen not in self.done:
                self.done.add(inner.objgen)
                self._inner(inner, depth)
        # Spaces that nothing names any more would still look like screen colours to a print shop.
        spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
        for key in [key for key in sorted(spaces.keys()) if space_of(spaces[key], resources).on_plates]:
            del spaces[key]

    def _inner(self, inner: pikepdf.Object, depth: int) -> None:
        if inner.get("/Subtype") == "/Form" or inner.get("/PatternType") == 1:
            self.walk(inner, depth + 1)
        elif inner.get("/Subtype") == "/Image":
            for what, mendable in repaint_image(inner, convert=self.convert):
                self.refuse(what, mendable=mendable)
        elif "/ShadingType" in inner:
            self._blend(inner)

    def _blend(self, shading: pikepdf.Object) -> None:
        space = space_of(shading.get("/ColorSpace"), pikepdf.Dictionary())
        kind = space.kind
        if kind in {"cmyk", "grey"} and space.on_plates:
            shading.ColorSpace = Name.DeviceGray if kind == "grey" else Name.DeviceCMYK
        if kind in {"cmyk", "grey", "spot"}:
            return
        mendable = kind == "rgb" and repaint_blend(shading, self.pdf)
        if not mendable or not self.convert:
            self.refuse("a blend of screen colours (RGB)", mendable=mendable)

    def refuse(self, what: str, *, mendable: bool) -> None:
        """Note once what is in the way of the press."""
        hint = OR_CONVERT if mendable and not self.convert else GIVE_INKS
        say = NOT_AS_IT_IS if mendable else "the picture cannot be converted for the press"
        self.found.setdefault(what, faults.coloured(f"{say}: it has {what}", hint))


def _ground_of(mask: pikepdf.Dictionary) -> None:
    """Give a mask the colour of its ground in inks, as everything else in it."""
    ground = [float(part) for part in mask.get("/BC", ())]
    if len(ground) == 3:  # noqa: PLR2004 - red, green, blue
        red, green, blue = (round(255 * part) for part in ground)
        mask.BC = pikepdf.Array([pikepdf.Object.parse(f"{ink:.4f}".encode()) for ink in inks_of(red, green, blue)])


def _drawn_with(resources: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the forms, images, patterns, blends and masks that resources name."""
    yield from _values(resources, "/XObject")
    yield from _values(resources, "/Shading")
    for pattern in _values(resources, "/Pattern"):
        yield pattern.get("/Shading", pattern)
    for state in _values(resources, "/ExtGState"):
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            _ground_of(mask)
            yield mask.G


def _values(resources: pikepdf.Object, key: str) -> Iterator[pikepdf.Object]:
    held = resources.get(key)
    if isinstance(held, pikepdf.Dictionary):
        yield from (held[name] for name in sorted(held.keys()))
