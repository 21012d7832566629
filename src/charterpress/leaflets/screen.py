"""Finish a screen PDF, so that its words come out right when copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from tempfile import TemporaryFile

import pikepdf

from charterpress.leaflets.spelling import spell_out


@contextmanager
def _opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a PDF in a file without a name, which qpdf reads by itself; of bytes it asks Python for every object."""
    with TemporaryFile() as file:
        file.write(pdf)
        file.flush()
        with pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap) as opened:
            yield opened


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _opened(pdf) as opened:
        return len(opened.pages)


def finish_screen(pages: bytes) -> bytes:
    """Return a screen PDF whose glyphs say their words in a way that programs put together rightly."""
    with _opened(pages) as pdf:
        turned, spelt = _forget_direction(pdf), spell_out(pdf)
        if not (turned or spelt):
            return pages
        file = BytesIO()
        # Objects packed into streams make a file a third smaller.
        packed = pikepdf.ObjectStreamMode.generate
        pdf.save(file, deterministic_id=True, object_stream_mode=packed, fix_metadata_version=False)
        return file.getvalue()


def _forget_direction(pdf: pikepdf.Pdf) -> bool:
    """Take away the hint that pages run from right to left, and return whether there was one.

    The hint only sets the order of pages shown side by side. Pdfium, in Chrome and Edge, takes it for the
    direction of every line, and gives back an e-mail address with its parts in reverse. Typst also gives it to
    Panjabi, which it takes to be in Arabic script always.
    """
    preferences = pdf.Root.get("/ViewerPreferences")
    if not isinstance(preferences, pikepdf.Dictionary) or preferences.get("/Direction") != "/R2L":
        return False
    del preferences["/Direction"]
    return True
