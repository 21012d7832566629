"""Turn blends between screen colours into blends between inks."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from charterpress.leaflets.pictures.inks import inks_of

STEPS = 256
"""How finely a blend is followed; a printed one has no more steps."""
_AXIAL, _RADIAL = 2, 3
_BYTE = 255
_DEEPEST = 4

Curve = Callable[[float], tuple[float, ...]]


def repaint_blend(shading: pikepdf.Object, pdf: pikepdf.Pdf) -> bool:
    """Change a blend of screen colours along a line or between circles; tell whether it could be changed."""
    if shading.get("/ShadingType") not in {_AXIAL, _RADIAL} or "/Background" in shading:
        return False
    function = shading.get("/Function")
    curves = [_curve(one) for one in (function if isinstance(function, Array) else (function,))]
    known = [curve for curve in curves if curve is not None]
    if not known or len(known) != len(curves):
        return False
    low, high = (float(end) for end in shading.get("/Domain", Array([0, 1])))
    samples = bytearray()
    for step in range(STEPS + 1):
        at = low + (high - low) * step / STEPS
        red, green, blue = (_channel(part) for curve in known for part in curve(at))
        samples += bytes(round(ink * _BYTE) for ink in inks_of(red, green, blue))
    made = pdf.make_stream(bytes(samples))
    made.FunctionType, made.BitsPerSample = 0, 8
    made.Domain, made.Range, made.Size = Array([_number(low), _number(high)]), Array([0, 1] * 4), Array([STEPS + 1])
    shading.ColorSpace, shading.Function = Name.DeviceCMYK, made
    return True


def _number(value: float) -> pikepdf.Object:
    return pikepdf.Object.parse(f"{value:.6f}".encode())


def _channel(part: float) -> int:
    return round(_BYTE * min(max(part, 0.0), 1.0))


def _curve(function: object, depth: int = 0) -> Curve | None:
    """Return what a function does to a number, for the kinds that blends are made of (ISO 32000-1, 7.10)."""
    if not isinstance(function, Dictionary | pikepdf.Stream) or depth > _DEEPEST:
        return None
    kind = function.get("/FunctionType")
    if kind == 2:  # noqa: PLR2004 - exponential
        return _exponential(function)
    return _stitched(function, depth) if kind == 3 else None  # noqa: PLR2004 - stitching


def _exponential(function: pikepdf.Object) -> Curve:
    first = [float(part) for part in function.get("/C0", Array([0]))]
    last = [float(part) for part in function.get("/C1", Array([1]))]
    power = float(function.N)

    def curve(at: float) -> tuple[float, ...]:
        part = min(max(at, 0.0), 1.0) ** power
        return tuple(start + part * (end - start) for start, end in zip(first, last, strict=True))

    return curve


def _stitched(function: pikepdf.Object, depth: int) -> Curve | None:
    curves = [_curve(one, depth + 1) for one in function.Functions]
    known = [curve for curve in curves if curve is not None]
    if len(known) != len(curves):
        return None
    low, high = (float(end) for end in function.Domain)
    edges = [low, *(float(bound) for bound in function.Bounds), high]
    codes = [float(end) for end in function.Encode]

    def curve(at: float) -> tuple[float, ...]:
        piece = max(index for index in range(len(known)) if index == 0 or at >= edges[index])
        start, end = edges[piece], edges[piece + 1]
        part = (at - start) / (end - start) if end > start else 0.0
        return known[piece](codes[2 * piece] + part * (codes[2 * piece + 1] - codes[2 * piece]))

    return curve
