"""Finish a screen PDF, so that its words come out right when copied."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def finish_screen(pages: bytes) -> bytes:
    """Return a screen PDF without the hint that its pages run from right to left.

    The hint only sets the order of pages shown side by side. Pdfium, in Chrome and Edge, takes it for the
    direction of every line, and gives back an e-mail address with its parts in reverse. Typst also gives it to
    Panjabi, which it takes to be in Arabic script always.
    """
    with pikepdf.open(BytesIO(pages)) as pdf:
        preferences = pdf.Root.get("/ViewerPreferences")
        if not isinstance(preferences, pikepdf.Dictionary) or preferences.get("/Direction") != "/R2L":
            return pages
        del preferences["/Direction"]
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
        return file.getvalue()
