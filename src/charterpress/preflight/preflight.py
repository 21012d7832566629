"""Check a PDF against a printer's profile; whatever the file is, the answer is findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf

from charterpress.findings import Finding, Level
from charterpress.preflight.checks.boxes import check_boxes, check_format, check_marks, sheet_of
from charterpress.preflight.checks.colours import check_colours, check_ink, check_small_text
from charterpress.preflight.checks.extras import check_contents, check_extras, check_transparency
from charterpress.preflight.checks.folds import check_folds
from charterpress.preflight.checks.fonts import check_fonts
from charterpress.preflight.checks.images import check_images
from charterpress.preflight.checks.order import TITLE as ORDER
from charterpress.preflight.checks.order import Reading, check_order
from charterpress.preflight.checks.safezone import check_safe_zone
from charterpress.preflight.checks.standard import check_intent, check_standard
from charterpress.preflight.outcome import Check, Preflight, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.subject import BROKEN, Subject, take_apart

Work = Callable[[Subject, Printer], Check]
CHECKS: dict[str, Work] = {
    "contents": check_contents,
    "standard": check_standard,
    "intent": check_intent,
    "boxes": check_boxes,
    "format": check_format,
    "marks": check_marks,
    "folds": check_folds,
    "safe-zone": check_safe_zone,
    "colours": check_colours,
    "ink": check_ink,
    "small-text": check_small_text,
    "images": check_images,
    "fonts": check_fonts,
    "transparency": check_transparency,
    "extras": check_extras,
}
TITLES = {
    "contents": "Contents can be read",
    "standard": "Marks of PDF/X",
    "intent": "Output intent",
    "boxes": "Page boxes and bleed",
    "format": "Trimmed size and number of pages",
    "marks": "Crop marks",
    "folds": "Panels and folds",
    "safe-zone": "Text keeps clear of edges and folds",
    "colours": "Colours in use",
    "ink": "Ink coverage",
    "small-text": "Black of several inks in small text",
    "images": "Resolution of images",
    "fonts": "Fonts embedded",
    "transparency": "Transparency",
    "extras": "Nothing for the screen alone",
    "fold-order": ORDER,
}
"""What a check is called when it was not made."""
_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
"""How far from its start a file may have the header of PDF (ISO 32000-1, Annex H)."""
NOT_CHECKED = (("print-run", "How it prints", "no proof was printed and no printer's own software was run"),)
"""What a certificate must not seem to say."""


def preflight(data: bytes, file: Path, name: str, printer: Printer, reading: Reading | None = None) -> Preflight:
    """Return every check of a PDF; `name` is that of the profile, `file` is how findings name the file.

    With `reading`, the same pages in reading order, the order of the panels is checked as well.
    """
    checks, sheet, pages = _examine(data, printer, reading)
    placed = tuple(
        replace(check, findings=tuple(replace(finding, file=file) for finding in check.findings)) for check in checks
    )
    return Preflight(file, sha256(data).hexdigest(), len(data), name, placed, sheet, pages)


def _examine(
    data: bytes, printer: Printer, reading: Reading | None
) -> tuple[tuple[Check, ...], str | None, int | None]:
    if _HEADER not in data[:_HEADER_WITHIN]:
        return _unread(fault("print-unreadable", "this is no PDF", "Name a file that was exported as PDF.")), None, None
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            subject = take_apart(pdf, data)
            sheet = sheet_of(subject, printer)
            checks: Mapping[str, Work] = {**CHECKS, "fold-order": partial(check_order, reading=reading)}
            done = tuple(_done(name, work, subject, printer) for name, work in checks.items())
            opened = Check("file", "The file can be read", _damage(pdf), {"bytes": len(data)})
            return (opened, *done, *_never()), sheet.name if sheet is not None else None, len(pdf.pages)
    except pikepdf.PasswordError:
        hint = "Save it without a password."
        return _unread(fault("print-encrypted", "the file is locked with a password", hint)), None, None
    except BROKEN:
        hint = "Export it again; the file may have been cut off on its way."
        return _unread(fault("print-unreadable", "the file is damaged and can't be read", hint)), None, None


def _damage(pdf: pikepdf.Pdf) -> tuple[Finding, ...]:
    """Return what the reader had to mend: a file without its end is worse than one with odd bytes."""
    warnings = " ".join(map(str, pdf.get_warnings()))
    if not warnings:
        return ()
    if "damaged" in warnings or "reconstruct" in warnings:
        message = "the file is damaged; it was read as far as possible"
        return (fault("print-unreadable", message, "Export it again; it may have been cut off on its way."),)
    message = "the file does not keep to the rules of PDF in places; it could be read"
    return (fault("print-unreadable", message, "Export it again.", Level.WARNING),)


def _done(name: str, work: Work, subject: Subject, printer: Printer) -> Check:
    try:
        return work(subject, printer)
    except BROKEN:
        found = fault("print-unreadable", f"the check '{name}' met something broken in the file", "Export it again.")
        return Check(name, TITLES[name], (found,))


def _unread(finding: Finding) -> tuple[Check, ...]:
    """Return the checks of a file that can't be read: none but the first was made."""
    why = "the file can't be read"
    left_out = (Check(name, TITLES[name], why=why) for name in TITLES)
    return (Check("file", "The file can be read", (finding,)), *left_out, *_never())


def unread(file: Path, name: str, message: str, hint: str) -> Preflight:
    """Return the preflight of a file that could not be looked at, for example because it took too long."""
    finding = replace(fault("print-unreadable", message, hint), file=file)
    return Preflight(file, "", 0, name, _unread(finding))


def _never() -> tuple[Check, ...]:
    return tuple(Check(name, title, why=why) for name, title, why in NOT_CHECKED)
