"""Check the boxes of pages: where they are cut, how far they bleed, what size they come to."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.findings import Finding, Level
from charterpress.preflight.geometry import POINTS, Box
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer, Sheet
from charterpress.preflight.spaces import entry
from charterpress.preflight.subject import Page, Subject, pages_named

_SIDES = ("left", "bottom", "right", "top")


def check_boxes(subject: Subject, printer: Printer) -> Check:
    """Check that the trim box lies in the bleed box and that in the media box, and how wide the bleed is."""
    wrong: dict[tuple[str, str, str], list[int]] = {}
    for page in subject.pages:
        for problem in _boxes(page, printer):
            wrong.setdefault(problem, []).append(page.number)
    findings = tuple(
        fault(rule, f"{pages_named(pages)}: {message}", hint) for (rule, message, hint), pages in wrong.items()
    )
    values: dict[str, Value] = {f"page {page.number}": _measures(page) for page in subject.pages}
    return Check("boxes", "Page boxes and bleed", findings, values)


def _measures(page: Page) -> dict[str, Value]:
    measures: dict[str, Value] = {}
    for name, box in (("media", page.media), ("bleed", page.bleed), ("trim", page.trim)):
        measures[name] = None if box is None else f"{box.width:.2f} x {box.height:.2f} mm"
    if page.bleed is not None and page.trim is not None:
        margins = page.bleed.margins(page.trim)
        measures["bleed width"] = ", ".join(
            f"{side} {width:.2f} mm" for side, width in zip(_SIDES, margins, strict=True)
        )
    return measures


def _boxes(page: Page, printer: Printer) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, what is wrong and what to do for each fault of a page's boxes."""
    if page.media is None:
        yield "print-boxes", "there is no size: the MediaBox is missing or wrong", "Export the file again."
        return
    if page.trim is None:
        message = "nothing says where to cut: there is no TrimBox"
        yield "print-boxes", message, "Export it with the trim box of the finished size."
    bleed, trim = page.bleed, page.trim
    for inner, outer, names in (
        (bleed, page.media, ("BleedBox", "MediaBox")),
        (trim, bleed or page.media, ("TrimBox", "BleedBox" if bleed else "MediaBox")),
    ):
        if inner is not None and min(outer.margins(inner)) < -printer.tolerance:
            message = f"the {names[0]} reaches beyond the {names[1]}"
            yield "print-boxes", message, "Export it again, with boxes that lie in one another."
    if trim is not None:
        yield from _bleed(bleed or trim, trim, printer)
    unit = entry(page.obj, "/UserUnit")
    if unit is not None and unit != 1:
        yield "print-boxes", f"measures are in units of its own (UserUnit {str(unit)[:20]})", "Export it in points."


def _bleed(bleed: Box, trim: Box, printer: Printer) -> Iterator[tuple[str, str, str]]:
    margins = dict(zip(_SIDES, bleed.margins(trim), strict=True))
    narrow = [f"{side} {width:.1f} mm" for side, width in margins.items() if width < printer.bleed - printer.tolerance]
    if narrow:
        message = f"too little bleed: {', '.join(narrow)}; {printer.bleed:g} mm are needed on each side"
        hint = f"Let colours and pictures run {printer.bleed:g} mm over the edge, and export with bleed."
        yield "print-bleed", message, hint


def sheet_of(subject: Subject, printer: Printer) -> Sheet | None:
    """Return the format that the first page has the size of; of several, the first that has this number of pages."""
    size = subject.pages[0].size if subject.pages else None
    if size is None:
        return None
    found = [sheet for sheet in printer.sheets if _fits(sheet, size, printer)]
    number = len(subject.pages) + subject.more_pages
    return next(
        (sheet for sheet in found if sheet.takes(number, whole=_whole(sheet, size, printer))), (*found, None)[0]
    )


def _whole(sheet: Sheet, size: tuple[float, float], printer: Printer) -> bool:
    """Tell whether a page of this size is the whole sheet."""
    return abs(size[0] - sheet.width) <= printer.tolerance


def _fits(sheet: Sheet, size: tuple[float, float], printer: Printer) -> bool:
    wanted = [(sheet.width, sheet.height)] if printer.imposition != "single" or not sheet.widths else []
    # Panel by panel, a page is as wide as any of them.
    if printer.imposition != "imposed":
        wanted += [(width, sheet.height) for width in sheet.widths]
    return any(all(abs(a - b) <= printer.tolerance for a, b in zip(size, each, strict=True)) for each in wanted)


def check_format(subject: Subject, printer: Printer) -> Check:
    """Check the trimmed size of each page, and the number of pages, against the formats of the printer."""
    sheet = sheet_of(subject, printer)
    number = len(subject.pages) + subject.more_pages
    values: dict[str, Value] = {"pages": number, "format": sheet.title if sheet is not None else None}
    findings: list[Finding] = []
    if not number:
        findings.append(fault("print-pages", "the file has no pages", "Export it again."))
    elif sheet is None:
        size = subject.pages[0].size
        shown = "an unknown size" if size is None else f"{size[0]:.1f} x {size[1]:.1f} mm"
        known = ", ".join(f"{each.title} ({each.width:g} x {each.height:g} mm)" for each in printer.sheets)
        message = f"page 1 is trimmed to {shown}, which is no format of this printer"
        findings.append(fault("print-format", message, f"Known formats: {known}."))
    else:
        findings += _sizes(subject, printer, sheet)
    return Check("format", "Trimmed size and number of pages", tuple(findings), values)


def _sizes(subject: Subject, printer: Printer, sheet: Sheet) -> Iterator[Finding]:
    wrong = [page.number for page in subject.pages if page.size is None or not _fits(sheet, page.size, printer)]
    if wrong:
        verb = "has" if len(wrong) == 1 else "have"
        message = f"{pages_named(wrong)} {verb} another trimmed size than '{sheet.title}'"
        yield fault("print-format", message, f"Make every page {sheet.width:g} x {sheet.height:g} mm.")
    first = subject.pages[0].size
    whole = first is not None and _whole(sheet, first, printer)
    number = len(subject.pages) + subject.more_pages
    if not sheet.takes(number, whole=whole):
        pages = "1 page" if number == 1 else f"{number} pages"
        wanted = sheet.wanted(whole=whole) or f"a multiple of {2 if whole else 4}"
        yield fault("print-pages", f"the file has {pages}; '{sheet.title}' has {wanted}", "Export every page, once.")


def check_marks(subject: Subject, printer: Printer) -> Check:
    """Check whether lines outside the bleed show where to cut."""
    without = [page.number for page in subject.pages if not _has_marks(page, printer)]
    values: dict[str, Value] = {"pages with crop marks": len(subject.pages) - len(without)}
    findings: tuple[Finding, ...] = ()
    if printer.marks == "needed" and without:
        hint = "Export it with crop marks outside the bleed."
        findings = (fault("print-marks", f"{pages_named(without)}: no crop marks", hint),)
    elif printer.marks == "refused" and len(without) < len(subject.pages):
        hint = "Export it without marks."
        findings = (
            fault("print-marks", "the file has crop marks, and this printer adds its own", hint, Level.WARNING),
        )
    return Check("marks", "Crop marks", findings, values)


def _has_marks(page: Page, printer: Printer) -> bool:
    edge, near = page.trim, printer.tolerance * POINTS
    if edge is None:
        return False
    lines = page.painted.strokes
    upright = {round(line.x0, 2) for line in lines if abs(line.x0 - line.x1) <= near and not line.dashed}
    level = {round(line.y0, 2) for line in lines if abs(line.y0 - line.y1) <= near and not line.dashed}
    return all(any(abs(at - x) <= near for at in upright) for x in (edge.left, edge.right)) and all(
        any(abs(at - y) <= near for at in level) for y in (edge.bottom, edge.top)
    )
