"""Have another program open a PDF, where one is installed: it draws every page, so it finds what we may overlook."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from charterpress.findings import Finding, Level
from charterpress.preflight.outcome import Check, Preflight, Value, fault

TITLE = "Opened by another program"
SECONDS = 60.0
_PLATES = ("cyan", "magenta", "yellow", "black")
_COVERAGE = re.compile(r"^\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+CMYK OK$", re.MULTILINE)
_SAID = re.compile(r"error|warning", re.IGNORECASE)
_MOST_LINES = 3


def with_second_opinion(done: Preflight, seconds: float = SECONDS) -> Preflight:
    """Return a preflight with what Ghostscript, or else poppler, says of the file; if neither is there, that.

    Neither sees a file that is no PDF: Ghostscript would run it as a program, or take one that is empty for sound.
    """
    unread = Check("second", TITLE, why="the file can't be read")
    check = _opened(done.file, seconds) if done.pages is not None else unread
    findings = tuple(replace(finding, file=done.file) for finding in check.findings)
    return replace(done, checks=(*done.checks, replace(check, findings=findings)))


def _opened(file: Path, seconds: float) -> Check:
    ghostscript, poppler = shutil.which("gs"), shutil.which("pdftoppm")
    if ghostscript is not None:
        # The program reads the file in its safe mode: no other file, no command.
        options = ["-dSAFER", "-dBATCH", "-dNOPAUSE", "-q", "-o", "-", "-sDEVICE=inkcov"]
        return _judged("Ghostscript", [ghostscript, *options, str(file.resolve())], seconds)
    if poppler is not None:
        # Without a name for its pictures it writes them to its output, which nobody reads.
        return _judged("poppler", [poppler, "-r", "20", "-q", str(file.resolve())], seconds)
    return Check("second", TITLE, why="neither Ghostscript nor poppler is installed")


def _judged(name: str, command: list[str], seconds: float) -> Check:
    try:
        run = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - a program of the system, and no shell
    except subprocess.TimeoutExpired:
        message = f"{name} took more than {seconds:g} seconds to draw the file"
        return Check("second", TITLE, (fault("print-second", message, "Export it again."),))
    except OSError as error:
        return Check("second", TITLE, why=f"{name} could not be started: {error.strerror}")
    said = run.stderr.decode("utf-8", "replace")
    printed = run.stdout.decode("utf-8", "replace") if name == "Ghostscript" else ""
    values: dict[str, Value] = {"program": name}
    for page, shares in enumerate(_COVERAGE.findall(printed), start=1):
        inks = (f"{plate} {float(share):.1%}" for plate, share in zip(_PLATES, shares, strict=True))
        values[f"page {page}, covered"] = ", ".join(inks)
    return Check("second", TITLE, tuple(_complaints(name, run.returncode, said + printed)), values)


def _complaints(name: str, code: int, said: str) -> Iterator[Finding]:
    lines = [" ".join(line.split()) for line in said.splitlines() if _SAID.search(line)]
    if code or lines:
        what = "; ".join(lines[:_MOST_LINES]) or f"it ended with {code}"
        level = Level.ERROR if code else Level.WARNING
        yield fault("print-second", f"{name} had trouble with the file: {what}"[:300], "Export it again.", level)
