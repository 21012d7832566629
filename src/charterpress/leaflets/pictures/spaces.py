"""Tell which colours a space of PDF stands for: greys, screen colours, or inks."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

_BY_NAME = {
    "/DeviceGray": ("grey", 1),
    "/G": ("grey", 1),
    "/CalGray": ("grey", 1),
    "/DeviceRGB": ("rgb", 3),
    "/RGB": ("rgb", 3),
    "/CalRGB": ("rgb", 3),
    "/DeviceCMYK": ("cmyk", 4),
    "/CMYK": ("cmyk", 4),
    "/Pattern": ("pattern", 0),
}
_BY_COMPONENTS = {1: "grey", 3: "rgb", 4: "cmyk"}
_DEEPEST = 6


@dataclass(frozen=True)
class Space:
    """Hold a colour space: grey, rgb, cmyk, spot (inks by name, each with its CMYK), pattern, or other."""

    kind: str
    components: int
    label: str = ""

    @property
    def on_plates(self) -> bool:
        """Tell whether its colours can be written as black ink, or as the four inks, without naming a space."""
        return self.kind in {"grey", "rgb", "cmyk"} and self.label != "Indexed"


def space_of(value: object, resources: pikepdf.Object, depth: int = 0) -> Space:
    """Return the space that a name or an array stands for; resources may explain a name."""
    if depth > _DEEPEST:
        return Space("other", 0, "spaces built on one another")
    if isinstance(value, pikepdf.Array) and len(value):
        return _built(value, resources, depth)
    if not isinstance(value, pikepdf.Name):
        return Space("other", 0, "a space that is missing")
    if str(value) in _BY_NAME:
        return Space(*_BY_NAME[str(value)], str(value)[1:])
    spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
    found = spaces.get(str(value)) if isinstance(spaces, pikepdf.Dictionary) else None
    return space_of(found, pikepdf.Dictionary(), depth + 1)


def _built(value: pikepdf.Array, resources: pikepdf.Object, depth: int) -> Space:
    family, base = str(value[0]), value[1] if len(value) > 1 else None
    if family == "/ICCBased" and isinstance(base, pikepdf.Stream):
        number = int(base.get("/N", 0))
        return Space(_BY_COMPONENTS.get(number, "other"), number, "ICCBased")
    if family in {"/Separation", "/DeviceN"} and len(value) > 2:  # noqa: PLR2004 - family, inks, what stands for them
        number = len(base) if isinstance(base, pikepdf.Array) else 1
        kind = "spot" if space_of(value[2], resources, depth + 1).kind in {"grey", "cmyk"} else "other"
        return Space(kind, number, f"{family[1:]} on screen colours")
    if family in {"/Indexed", "/I"}:
        return Space(space_of(base, resources, depth + 1).kind, 1, "Indexed")
    kind, number = _BY_NAME.get(family, ("other", 0))
    return Space(kind, number, family[1:])
