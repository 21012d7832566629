"""Tell the colour spaces of PDF apart, and add up how much ink a colour lays down."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

Inks = tuple[float, ...]

DEEPEST = 8
"""How many colour spaces may be built on one another; real ones need three."""
PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black"})
REGISTRATION = "All"
_CMYK, _RGB = 4, 3


@dataclass(frozen=True)
class Space:
    """Hold a colour space: its family as PDF names it, what it is in the end, and the inks it names.

    `kind` is gray, rgb, cmyk, lab, spot, pattern or unknown.
    """

    family: str
    kind: str
    inks: tuple[str, ...] = ()
    components: int = 0

    @property
    def label(self) -> str:
        """Return what a certificate calls the space."""
        if self.inks:
            return f"{self.family} {', '.join(self.inks)}"
        return f"{self.family} ({self.kind})" if self.family in {"ICCBased", "Indexed", "Pattern"} else self.family

    @property
    def spots(self) -> tuple[str, ...]:
        """Return the inks that are none of the four of process printing."""
        return tuple(ink for ink in self.inks if ink not in PROCESS | {REGISTRATION, "None"})

    def coverage(self, values: Inks) -> Inks | None:
        """Return the ink of each plate, from 0 to 1; None where it depends on a conversion to be made yet."""
        if self.kind == "cmyk" and len(values) == _CMYK:
            return values
        if self.kind == "gray" and len(values) == 1:
            return (0.0, 0.0, 0.0, 1 - values[0])
        if self.kind == "spot" and len(values) == len(self.inks):
            if REGISTRATION in self.inks:
                return (values[0],) * _CMYK
            return tuple(value for value, ink in zip(values, self.inks, strict=True) if ink != "None")
        return None

    @property
    def first(self) -> Inks:
        """Return the colour that a space starts with (ISO 32000-1, 8.6.5 to 8.6.6)."""
        if self.kind == "cmyk":
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0,) * len(self.inks) if self.kind == "spot" else (0.0,) * (self.components or 1)


GRAY = Space("DeviceGray", "gray", (), 1)
RGB = Space("DeviceRGB", "rgb", (), 3)
CMYK = Space("DeviceCMYK", "cmyk", (), 4)
UNKNOWN = Space("unknown", "unknown")
PATTERN = Space("Pattern", "pattern")

_BY_NAME = {
    "DeviceGray": GRAY,
    "G": GRAY,
    "DeviceRGB": RGB,
    "RGB": RGB,
    "DeviceCMYK": CMYK,
    "CMYK": CMYK,
    "CalGray": Space("CalGray", "gray", (), 1),
    "CalRGB": Space("CalRGB", "rgb", (), 3),
    "Lab": Space("Lab", "lab", (), 3),
    "Pattern": PATTERN,
}
_BY_COMPONENTS = {1: "gray", 3: "rgb", 4: "cmyk"}


def name_of(value: object) -> str:
    """Return a PDF name without its slash, or nothing where the value is no name."""
    text = str(value) if isinstance(value, pikepdf.Name) else ""
    return text.removeprefix("/")


def space_of(value: object, resources: object = None, depth: int = 0) -> Space:
    """Return the colour space that a name or an array stands for; resources may explain a name."""
    if depth > DEEPEST:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        name = name_of(value)
        if name in _BY_NAME:
            return _BY_NAME[name]
        spaces = entry(resources, "/ColorSpace")
        found = entry(spaces, str(value))
        return UNKNOWN if found is None else space_of(found, None, depth + 1)
    if not isinstance(value, pikepdf.Array) or not len(value):
        return UNKNOWN
    return _built(value, resources, depth)


def _built(value: pikepdf.Array, resources: object, depth: int) -> Space:
    family = name_of(value[0])
    base = value[1] if len(value) > 1 else None
    if family == "ICCBased":
        count = entry(base, "/N")
        components = int(count) if isinstance(count, int) else 0
        return Space(family, _BY_COMPONENTS.get(components, "unknown"), (), components)
    if family in {"Indexed", "I"}:
        return Space("Indexed", space_of(base, resources, depth + 1).kind, (), 1)
    if family == "Separation":
        return Space(family, "spot", (name_of(base),), 1)
    if family == "DeviceN" and isinstance(base, pikepdf.Array):
        inks = tuple(name_of(ink) for ink in base)
        return Space(family, "spot", inks, len(inks))
    if family == "Pattern":
        return PATTERN if base is None else Space(family, space_of(base, resources, depth + 1).kind)
    return _BY_NAME.get(family, UNKNOWN)


def entry(holder: object, key: str) -> object:
    """Return what stands under a key of a PDF dictionary or stream, or None."""
    return holder.get(key) if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream) else None
