"""Check for what has no place in print: annotations, forms, scripts, layers, locks; and see-through things."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from charterpress.findings import Finding, Level
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.spaces import entry, name_of
from charterpress.preflight.subject import Subject, pages_named

_FOR_PRINTERS = frozenset({"TrapNet", "PrinterMark"})
_MOST = 1_000


def check_extras(subject: Subject, _printer: Printer) -> Check:
    """Check that there is nothing for the screen alone, and nothing that locks the file."""
    root = subject.pdf.Root
    names = entry(root, "/Names")
    annotated = [page.number for page in subject.pages if any(_annotations(page.obj))]
    kinds = sorted({kind for page in subject.pages for kind in _annotations(page.obj)})
    actions = [page.number for page in subject.pages if "/AA" in page.obj]
    scripts = "/JavaScript" in names if isinstance(names, pikepdf.Dictionary) else False
    action = entry(root, "/OpenAction")
    scripts = scripts or name_of(entry(action, "/S")) == "JavaScript"
    layers = "/OCProperties" in root or any(page.painted.layers for page in subject.pages)
    values: dict[str, Value] = {
        "annotations": tuple(kinds),
        "forms": "/AcroForm" in root,
        "JavaScript": scripts,
        "actions": bool(actions) or "/AA" in root or isinstance(action, pikepdf.Dictionary),
        "encrypted": subject.pdf.is_encrypted,
        "layers": layers,
        "attached files": isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names,
    }
    return Check("extras", "Nothing for the screen alone", tuple(_extras(values, annotated)), values)


def _annotations(page: pikepdf.Object) -> Iterator[str]:
    found = entry(page, "/Annots")
    for annotation in list(found)[:_MOST] if isinstance(found, pikepdf.Array) else ():
        kind = name_of(entry(annotation, "/Subtype")) or "unknown"
        if kind not in _FOR_PRINTERS:
            yield kind[:40]


def _extras(values: dict[str, Value], annotated: list[int]) -> Iterator[Finding]:
    if annotated:
        kinds = ", ".join(map(str, values["annotations"])) if isinstance(values["annotations"], tuple) else ""
        message = f"{pages_named(annotated)}: annotations ({kinds}); some printers print them, others do not"
        yield fault("print-annotation", message, "Take links, comments and stamps out.")
    for key, rule, message, hint in (
        ("forms", "print-form", "the file has form fields", "Flatten the form."),
        ("JavaScript", "print-script", "the file runs JavaScript", "Take the scripts out."),
        ("encrypted", "print-encrypted", "the file is encrypted", "Save it without a password and without limits."),
    ):
        if values[key]:
            yield fault(rule, message, hint)
    for key, rule, message, hint in (
        ("actions", "print-script", "the file does something when it is opened", "Take the actions out."),
        ("layers", "print-layer", "the file has layers; what prints depends on which are on", "Merge the layers."),
        ("attached files", "print-attachment", "other files are attached to the file", "Take them out."),
    ):
        if values[key] and not (key == "actions" and values["JavaScript"]):
            yield fault(rule, message, hint, Level.WARNING)


def check_transparency(subject: Subject, printer: Printer) -> Check:
    """Check whether anything shines through, and whether the printer takes that."""
    kinds = sorted({kind for page in subject.pages for kind in page.painted.transparency})
    pages = [page.number for page in subject.pages if page.painted.transparency]
    values: dict[str, Value] = {"kinds": tuple(kinds), "allowed": printer.transparency}
    findings: tuple[Finding, ...] = ()
    if kinds and not printer.transparency:
        message = f"{pages_named(pages)}: {', '.join(kinds)}; this printer takes no transparency"
        findings = (fault("print-transparency", message, "Flatten it, or export as PDF/X-1a."),)
    return Check("transparency", "Transparency", findings, values)


def check_contents(subject: Subject, _printer: Printer) -> Check:
    """Check that everything on the pages could be looked at; what could not makes the other checks uncertain."""
    problems: dict[str, list[int]] = {}
    for page in subject.pages:
        for problem in page.painted.problems:
            problems.setdefault(problem, []).append(page.number)
    findings = [
        fault(
            "print-contents",
            f"{pages_named(pages)}: {problem}",
            "Export the file again; until then, the other checks are about a part of it only.",
        )
        for problem, pages in sorted(problems.items())
    ]
    if subject.more_pages:
        message = f"the last {subject.more_pages} pages were not looked at"
        findings.append(fault("print-contents", message, "Split the file."))
    operators = sum(page.painted.operators for page in subject.pages)
    values: dict[str, Value] = {"pages": len(subject.pages), "operators": operators}
    return Check("contents", "Contents can be read", tuple(findings), values)
