"""A job ticket says what a print shop needs to know to quote and to print."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from charterpress.preflight.printers import Printer
from charterpress.preflight.ticket import Job, render_ticket


def test_a_ticket(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer) -> None:
    """Paper, fold, sizes, pages, language, version, checksum and profile are there; the quantity is left open."""
    done = fly(make())
    said = json.loads(render_ticket(done, printer, Job("عهد", "ur", "rtl", "1.2")))
    assert (said["file"], said["sha256"], said["profile"]) == ("leaflet.pdf", done.sha256, "offset-coated")
    assert (said["title"], said["language"], said["version"], said["quantity"]) == ("عهد", "ur", "1.2", None)
    assert (said["flat_size_mm"], said["trimmed_size_mm"], said["pages"]) == ([297, 210], [100, 210], 2)
    assert said["fold"].startswith("roll fold")
    assert said["paper"].startswith("coated")
    assert said["panels_mm"] == [[100, 100, 97], [97, 100, 100]]


def test_a_ticket_of_an_unknown_size(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer) -> None:
    """What is not known of a file is left empty, not guessed."""
    done = fly(make(), sheets=(printer.sheets[1],))
    said = json.loads(render_ticket(done, printer, Job("Charter", "en", "ltr", None)))
    assert (said["format"], said["fold"], said["flat_size_mm"], said["panels_mm"]) == (None, None, None, [])
