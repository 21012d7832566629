"""Tell whether a picture shows anything: a logo with nothing in it leaves a hole on paper."""

from __future__ import annotations

import pypdfium2

_SIDE = 300
"""How many pixels the longer side has when a picture is drawn to look at it."""


def shows_anything(page: bytes) -> bool:
    """Tell whether anything at all is painted on a page of a PDF; on what ground does not matter."""
    with pypdfium2.PdfDocument(page) as pdf:
        width, height = pdf[0].get_size()
        drawn = pdf[0].render(scale=_SIDE / max(width, height), fill_color=(255, 255, 255, 0), maybe_alpha=True)
        return drawn.to_pil().convert("RGBA").getchannel("A").getbbox() is not None
