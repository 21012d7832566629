"""Check the colours that are painted: their spaces, how much ink they lay down, small text in several inks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from charterpress.findings import Finding, Level
from charterpress.preflight.outcome import Check, Value, fault
from charterpress.preflight.printers import Printer
from charterpress.preflight.spaces import REGISTRATION, Inks
from charterpress.preflight.subject import Subject, pages_named

_HINTS = {
    "rgb": "Convert it to CMYK with the profile of the output intent.",
    "lab": "Convert it to CMYK with the profile of the output intent.",
    "unknown": "Export the file again; the colour space is missing or unknown.",
}
_DARK = 0.85
"""From this much black on, a colour is a black: lighter ones are colours that were darkened."""
_TRACE = 0.01
_BLACK, _PLATES = 3, 4
_ROUNDED = 0.8
"""How much a sum of four inks in per cent may grow where a program has 256 steps an ink: by half a step each."""


def check_colours(subject: Subject, printer: Printer) -> Check:
    """Check that everything is painted in CMYK, gray, or inks that the printer takes."""
    used: dict[str, int] = defaultdict(int)
    wrong: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    spots: dict[str, list[int]] = defaultdict(list)
    registration: list[int] = []
    for page, colour, times in subject.colours(outside=True):
        space = colour.space
        if space.label == "Separation All" and colour.outside:
            continue
        used[f"{space.label}: {colour.use}"] += times
        if space.kind in _HINTS or (space.family == "ICCBased" and printer.standard == "X-1a"):
            wrong[space.label, space.kind, colour.use].append(page.number)
        for ink in space.spots:
            spots[ink].append(page.number)
        if REGISTRATION in space.inks:
            registration.append(page.number)
    findings = [
        fault(
            "print-colour",
            f"{pages_named(pages)}: {use} in {label}, not in CMYK",
            _HINTS.get(kind, "Convert it to CMYK: PDF/X-1a takes no colours with profiles of their own."),
        )
        for (label, kind, use), pages in sorted(wrong.items())
    ]
    if registration:
        message = f"{pages_named(registration)}: the colour of the marks, all inks at once, stands within the bleed"
        findings.append(fault("print-colour", message, "Use black ink; registration colour is for marks alone."))
    if spots and not printer.spot_colours:
        names = ", ".join(f"'{name[:40]}'" for name in sorted(spots)[:5])
        message = f"inks that this printer does not have: {names}"
        findings.append(fault("print-spot-colour", message, "Convert them to CMYK, or ask the printer for them."))
    values: dict[str, Value] = {**dict(sorted(used.items())), "spot colours": tuple(sorted(spots))}
    return Check("colours", "Colours in use", tuple(findings), values)


def check_ink(subject: Subject, printer: Printer) -> Check:
    """Check how much ink each colour lays down; of images and of what shines through, the sum is not known."""
    heaviest: tuple[float, Inks, int] | None = None
    over: dict[Inks, list[int]] = defaultdict(list)
    unknown = 0
    for page, colour, times in subject.colours():
        coverage, inks = colour.coverage, colour.inks
        if coverage is None or inks is None:
            unknown += times
            continue
        if heaviest is None or coverage > heaviest[0]:
            heaviest = (coverage, inks, page.number)
        if coverage > printer.ink_limit + _ROUNDED:
            over[inks].append(page.number)
    values: dict[str, Value] = {"limit": f"{printer.ink_limit:g} %"}
    if heaviest is not None:
        values |= {"most ink": f"{heaviest[0]:.1f} %", "in": in_words(heaviest[1]), "on page": heaviest[2]}
    findings = tuple(
        fault(
            "print-ink",
            f"{pages_named(pages)}: {100 * sum(inks):.0f} % ink ({in_words(inks)}); "
            f"at most {printer.ink_limit:g} % may be",
            "Take the same amount of cyan, magenta and yellow out of the colour, and add black.",
        )
        for inks, pages in sorted(over.items(), reverse=True)[:10]
    )
    parts = [f"{unknown} images, blends or colours of other spaces were not added up"] if unknown else []
    if any(page.painted.transparency for page in subject.pages):
        parts.append("where something shines through, the sum on paper may differ")
    return Check("ink", "Ink coverage", findings, values, "; ".join(parts))


def in_words(inks: Inks) -> str:
    """Return the inks of a colour in per cent, as people in printing write them."""
    if len(inks) == _PLATES:
        return " ".join(f"{name}{100 * part:.0f}" for name, part in zip("CMYK", inks, strict=True))
    return " + ".join(f"{100 * part:.0f}" for part in inks)


def check_small_text(subject: Subject, printer: Printer) -> Check:
    """Check that small dark text is of black ink alone: plates that shift blur it otherwise."""
    sizes: list[float] = []
    most = 0
    rich: dict[tuple[float, Inks], list[int]] = defaultdict(list)
    for page, colour, _ in subject.colours():
        if colour.use != "text" or colour.size is None:
            continue
        sizes.append(colour.size)
        if colour.inks is None or colour.size >= printer.small_text:
            continue
        most = max(most, sum(part > _TRACE for part in colour.inks))
        if _is_rich(colour.inks):
            rich[colour.size, colour.inks].append(page.number)
    values: dict[str, Value] = {
        "smallest text": f"{min(sizes):.2f} pt" if sizes else None,
        f"most inks in text below {printer.small_text:g} pt": most,
    }
    return Check("small-text", "Black of several inks in small text", tuple(_rich(rich, printer)), values)


def _is_rich(inks: Inks) -> bool:
    return len(inks) == _PLATES and inks[_BLACK] >= _DARK and any(part > _TRACE for part in inks[:_BLACK])


def _rich(rich: dict[tuple[float, Inks], list[int]], printer: Printer) -> Iterator[Finding]:
    for (size, inks), pages in sorted(rich.items())[:10]:
        message = (
            f"{pages_named(pages)}: text of {size:g} pt in a black of several inks ({in_words(inks)}); "
            f"below {printer.small_text:g} pt it blurs"
        )
        yield fault("print-rich-black", message, "Set it in 100 % black and no other ink.", Level.ERROR)
