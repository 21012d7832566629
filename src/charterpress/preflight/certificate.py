"""Write down what was checked: a certificate for people (HTML) and one for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from charterpress import __version__
from charterpress.findings import Level, has_errors
from charterpress.preflight.outcome import Check, Outcome, Preflight, Value
from charterpress.preflight.printers import Printer

NOTICE = (
    "This says what was checked, and what was found. It does not say that the file conforms to a standard, "
    "nor that it prints well: ask for a proof."
)


def certificate_data(done: Preflight, printer: Printer) -> dict[str, object]:
    """Return the certificate as plain values; it bears no time, so that the same file gives the same bytes."""
    return {
        "statement": statement(done, printer),
        "notice": NOTICE,
        "file": done.file.name,
        "sha256": done.sha256,
        "bytes": done.size,
        "pages": done.pages,
        "format": done.format,
        "profile": done.profile,
        "profile_values": printer.model_dump(mode="json", exclude={"sheets"}),
        "charterpress": __version__,
        "errors": has_errors(done.findings),
        "checks": [_check(check) for check in done.checks],
    }


def statement(done: Preflight, printer: Printer) -> str:
    """Return in one sentence what the file was checked for, and how that ended."""
    checked = sum(check.outcome is not Outcome.NOT_CHECKED for check in done.checks)
    counts = [(level, sum(finding.level is level for finding in done.findings)) for level in Level]
    found = [f"{number} {level}{'' if number == 1 else 's'}" for level, number in counts if number]
    ended = ", ".join(found) or "nothing was found"
    return f"Checked for {printer.title} ({done.profile}): {checked} of {len(done.checks)} checks were made; {ended}."


def _check(check: Check) -> dict[str, object]:
    return {
        "name": check.name,
        "title": check.title,
        "outcome": str(check.outcome),
        "not_checked": check.why,
        "values": check.values,
        "findings": [
            {"rule": found.rule, "level": str(found.level), "message": found.message, "hint": found.hint}
            for found in check.findings
        ],
    }


def render_json(done: Preflight, printer: Printer) -> str:
    """Return the certificate for programs."""
    return json.dumps(certificate_data(done, printer), indent=2, ensure_ascii=False, default=list) + "\n"


def render_html(done: Preflight, printer: Printer) -> str:
    """Return the certificate for people."""
    environment = Environment(
        loader=PackageLoader("charterpress.preflight"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    return environment.get_template("certificate.html").render(certificate_data(done, printer))


def shown(value: Value) -> str:
    """Return a value as people write it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {shown(part)}" for key, part in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(shown, value)) or "none"
    return str(value)


def render_text(done: Preflight, printer: Printer) -> str:
    """Return what was checked as lines for a terminal, without the findings."""
    lines = [f"{done.file.name}: {statement(done, printer)}"]
    lines += [f"  {check.outcome:11}  {check.title}{f' ({check.why})' if check.why else ''}" for check in done.checks]
    return "\n".join("".join(sign if sign.isprintable() else "\ufffd" for sign in line) for line in lines)


def write_certificate(done: Preflight, printer: Printer, folder: Path) -> tuple[Path, Path]:
    """Write both certificates into a folder, named after the file, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    html, data = (folder / f"{done.file.stem}.preflight.{suffix}" for suffix in ("html", "json"))
    html.write_text(render_html(done, printer), encoding="utf-8")
    data.write_text(render_json(done, printer), encoding="utf-8")
    return html, data
