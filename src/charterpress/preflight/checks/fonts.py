"""Check that every font that text is set in is in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from charterpress.findings import Finding, Level
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.painted import Face
from charterpress.preflight.printers import Printer
from charterpress.preflight.subject import Subject, pages_named


def check_fonts(subject: Subject, _printer: Printer) -> Check:
    """Check that fonts are embedded; one that is there as a whole is only mentioned."""
    used: dict[Face, list[int]] = defaultdict(list)
    for page in subject.pages:
        for face in page.painted.faces:
            used[face].append(page.number)
    in_order = sorted(used, key=lambda face: (face.name, face.kind))
    values: dict[str, Value] = {"fonts": len({face.name for face in used})}
    for face in in_order[:40]:
        state = "not embedded" if not face.embedded else "embedded as a subset" if face.subset else "embedded"
        values[face.name] = f"{face.kind}, {state}"
    findings = tuple(finding for face in in_order for finding in _judge(face, used[face]))
    drawn = any(face.kind == "Type3" for face in used)
    why = "letters of Type 3 fonts are drawings, and their colours were not looked at" if drawn else ""
    return Check("fonts", "Fonts embedded", findings, values, why)


def _judge(face: Face, pages: list[int]) -> Iterator[Finding]:
    if not face.embedded:
        message = f"{pages_named(pages)}: the font '{face.name}' is not in the file"
        yield fault("print-font", message, "Export it again with all fonts embedded.")
    elif not face.subset:
        message = f"the whole font '{face.name}' is in the file, and not only the letters in use"
        yield fault("print-font", message, "It prints well; the file is larger than it need be.", Level.NOTE)
