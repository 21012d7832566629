"""Word the faults that pictures of more than one kind can have; whoever knows the file adds it."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.findings import Finding, shortened

MOST_PIXELS = 50_000_000
"""The most pixels a picture may have; 110 x 102 mm at 400 pixels an inch take 2.8 million."""

MOST_RATIO = 20
"""How many times as wide as high a picture may be, or as high as wide."""


def corrupt(what: str) -> Finding:
    """Return that a file cannot be read to its end."""
    return Finding("picture-corrupt", what, "Export the picture again from the program that made it.")


def too_large(width: int, height: int) -> Finding:
    """Return that a picture has more pixels than anybody needs."""
    millions = width * height / 1_000_000
    message = f"the picture has {width:,} x {height:,} pixels, {millions:,.0f} million; the limit is 50 million"
    return Finding("picture-too-large", message, "Save a smaller copy: 4000 pixels on the longer side are plenty.")


def unsafe(what: str, hint: str, line: int | None = None) -> Finding:
    """Return that a file has something in it that a picture has no need of."""
    return Finding("picture-unsafe", what, hint, line=line)


def coloured(what: str, hint: str) -> Finding:
    """Return that something cannot go to press in the colours that it has."""
    return Finding("picture-colours", shortened(what, 160), hint)


def see_through(kinds: tuple[str, ...]) -> Finding:
    """Return that something shines through a picture, for a printer that takes no such thing."""
    message = f"the picture has see-through parts ({', '.join(kinds)}), and the printer takes none"
    return Finding("picture-see-through", message, "Save it without see-through parts, or give a 'press_file'.")


def check_shape(width: float, height: float) -> Iterator[Finding]:
    """Yield that a picture is so wide, or so high, that nothing of it would be seen."""
    if not (width > 0 and height > 0 and 1 / MOST_RATIO <= width / height <= MOST_RATIO):
        message = f"the picture is {width:.0f} wide and {height:.0f} high, too narrow to be seen"
        yield Finding("picture-kind", message, "Cut away the empty room around it, or take another picture.")


def not_outlined(line: int | None = None) -> Finding:
    """Return that a file has text in it, for which it needs fonts that are not there."""
    hint = "Convert the text to paths in the program that made the picture, then export it again."
    return Finding("picture-text", "the picture has text in it, and its fonts are not there", hint, line=line)
