"""Check the marks by which a file says what it was made for: PDF/X, version, printing condition."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from charterpress.findings import Finding, Level
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.spaces import entry, name_of
from charterpress.preflight.streams import LARGEST, unpacked_size
from charterpress.preflight.subject import BROKEN, Subject

_VERSIONS = {"X-4": ("1.6",), "X-1a": ("1.3", "1.4")}
_SIGNATURE = slice(36, 40)
_SPACE = slice(16, 20)
_LONGEST = 80
_PLATES = 4


def check_standard(subject: Subject, printer: Printer) -> Check:
    """Check the version of PDF and the marks of PDF/X (ISO 15930-1, -4 and -7)."""
    xmp, info = _from_metadata(subject.pdf), _from_info(subject.pdf)
    values: dict[str, Value] = {
        "PDF version": subject.pdf.pdf_version,
        "PDF/X in the metadata": xmp.get("pdfxid:GTS_PDFXVersion"),
        "PDF/X in the document information": info.get("/GTS_PDFXVersion"),
        "trapped": xmp.get("pdf:Trapped") or info.get("/Trapped"),
        "file identifier": "/ID" in subject.pdf.trailer,
    }
    return Check("standard", f"Marks of PDF/{printer.standard}", tuple(_standard(values, printer)), values)


def _standard(values: dict[str, Value], printer: Printer) -> Iterator[Finding]:
    wanted = f"PDF/{printer.standard}"
    place = "PDF/X in the metadata" if printer.standard == "X-4" else "PDF/X in the document information"
    mark = values[place]
    if mark is None or not str(mark).startswith(wanted):
        said = "is not marked as PDF/X" if mark is None else f"is marked as {mark}"
        yield fault("print-standard", f"the file {said}; {wanted} is asked for", f"Export it again as {wanted}.")
    if values["PDF version"] not in _VERSIONS[printer.standard]:
        allowed = " or ".join(_VERSIONS[printer.standard])
        message = f"the file is PDF {values['PDF version']}; {wanted} is PDF {allowed}"
        yield fault("print-standard", message, f"Export it again as {wanted}.")
    if str(values["trapped"]).removeprefix("/") not in {"True", "False"}:
        message = "the file does not say whether it is trapped"
        yield fault("print-standard", message, "Set 'Trapped' to true or false.", Level.WARNING)
    if not values["file identifier"]:
        yield fault("print-standard", "the file has no identifier", f"Export it again as {wanted}.", Level.WARNING)


def _from_metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the facts of the XMP metadata; broken metadata say nothing."""
    stream = entry(pdf.Root, "/Metadata")
    try:
        if not isinstance(stream, pikepdf.Stream) or unpacked_size(stream) > LARGEST:
            return {}
        metadata = pdf.open_metadata()
        keys = ("pdfxid:GTS_PDFXVersion", "pdf:Trapped")
        return {key: str(metadata[key])[:_LONGEST] for key in keys if key in metadata}
    except BROKEN:
        return {}


def _from_info(pdf: pikepdf.Pdf) -> dict[str, str]:
    info = entry(pdf.trailer, "/Info")
    found = {key: entry(info, key) for key in ("/GTS_PDFXVersion", "/Trapped")}
    return {key: str(value)[:_LONGEST] for key, value in found.items() if value is not None}


def check_intent(subject: Subject, _printer: Printer) -> Check:
    """Check that the file says for which printing condition it is made, and carries the profile of it."""
    intents = entry(subject.pdf.Root, "/OutputIntents")
    found = [
        intent
        for intent in (list(intents) if isinstance(intents, pikepdf.Array) else [])
        if name_of(entry(intent, "/S")) == "GTS_PDFX"
    ]
    title = "Output intent"
    hint = "Export it again with an output intent, such as FOGRA39, and its profile embedded."
    if not found:
        return Check("intent", title, (fault("print-intent", "the file has no output intent for PDF/X", hint),))
    profile = entry(found[0], "/DestOutputProfile")
    condition = str(entry(found[0], "/OutputConditionIdentifier") or "")[:_LONGEST]
    values: dict[str, Value] = {"condition": condition, "intents": len(found)}
    if not isinstance(profile, pikepdf.Stream):
        message = f"the output intent '{condition}' carries no ICC profile"
        return Check("intent", title, (fault("print-intent", message, hint),), values)
    values |= _profile(profile)
    return Check("intent", title, tuple(_judge(values, len(found), hint)), values)


def _profile(stream: pikepdf.Stream) -> dict[str, Value]:
    data = stream.read_bytes() if unpacked_size(stream) <= LARGEST else b""
    components = entry(stream, "/N")
    return {
        "profile": data[_SIGNATURE] == b"acsp",
        "colour space": data[_SPACE].decode("ascii", "replace").strip(),
        "components": components if isinstance(components, int) else None,
        "bytes": len(data),
    }


def _judge(values: dict[str, Value], number: int, hint: str) -> Iterator[Finding]:
    if not values["profile"]:
        yield fault("print-intent", "the profile of the output intent is no ICC profile", hint)
    elif values["colour space"] != "CMYK" or values["components"] != _PLATES:
        message = (
            f"the profile of the output intent is for {values['colour space']} "
            f"with {values['components']} components, not for CMYK with 4"
        )
        yield fault("print-intent", message, hint)
    if number > 1:
        yield fault("print-intent", f"the file has {number} output intents for PDF/X", "Keep one.")
