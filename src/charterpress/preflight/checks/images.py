"""Check the resolution of images where they are placed."""

from __future__ import annotations

from collections import defaultdict

from charterpress.findings import Finding
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.subject import Subject, pages_named

_SHOWN = 20


def check_images(subject: Subject, printer: Printer) -> Check:
    """Check that each image has pixels enough for the size it is placed at."""
    coarse: dict[tuple[str, float, float], list[int]] = defaultdict(list)
    shown: dict[str, Value] = {}
    number = 0
    for page in subject.pages:
        for picture, times in page.painted.pictures.items():
            number += times
            least = printer.line_resolution if picture.bits == 1 else printer.image_resolution
            if picture.resolution < least:
                coarse[picture.name, picture.resolution, least].append(page.number)
            if len(shown) < _SHOWN:
                key = f"page {page.number}, {picture.name}"
                shown[key] = (
                    f"{picture.width} x {picture.height} pixels, {picture.resolution:g} an inch, {picture.space.label}"
                )
    findings: tuple[Finding, ...] = tuple(
        fault(
            "print-resolution",
            f"{pages_named(pages)}: the image '{name}' has {resolution:.0f} pixels an inch; {least:g} are needed",
            "Place it smaller, or take a larger picture; adding pixels makes it no sharper.",
        )
        for (name, resolution, least), pages in sorted(coarse.items())[:_SHOWN]
    )
    return Check("images", "Resolution of images", findings, {"images": number, **shown})
