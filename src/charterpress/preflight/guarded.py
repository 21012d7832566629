"""Check a file from elsewhere in a process of its own, so that no file can hold up or break the program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from charterpress.preflight.outcome import Preflight
from charterpress.preflight.preflight import preflight, unread
from charterpress.preflight.printers import Printer
from charterpress.processes import Stopped, alone

LARGEST_FILE = 300_000_000
SECONDS = 60.0
MEMORY = 2_000_000_000
"""How many bytes the process may take up; a leaflet needs a tenth of it."""


def preflight_file(path: Path, name: str, printer: Printer, seconds: float = SECONDS) -> Preflight:
    """Return every check of a file; one that takes too long or too much memory is a finding. OSError stops it."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        message = f"the file has {size:,} bytes; at most {LARGEST_FILE:,} are looked at"
        return unread(path, name, message, "Split it, or make its pictures smaller.")
    data = path.read_bytes()
    done = alone(partial(preflight, data, path, name, printer), seconds, MEMORY)
    if done is Stopped.TOO_LONG:
        return unread(path, name, f"the file took more than {seconds:g} seconds to look at", "Export it again.")
    if done is Stopped.BROKE_DOWN:
        message = "the file made its reader break down, or took too much memory"
        return unread(path, name, message, "Export it again.")
    return done
