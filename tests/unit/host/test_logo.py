"""Test the logo in the header of pages: its words, its size, and its twin for the dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20"><rect width="15" height="15" fill="#135"/></svg>'
LOGO = "{file: day.svg, dark_file: night.svg, alt: {en: Example Council, cy: Family promises}}"


def test_the_logo_on_pages(
    build_sample: Callable[..., tuple[Path, str]], sample: Path, read_pages: Callable[[Path], dict[str, str]]
) -> None:
    """Every page shows the logo in its shape, with words in its language, or none where the site's name says them."""
    for name in ("day.svg", "night.svg"):
        (sample / name).write_text(DRAWN, "utf-8")
    leaflets = "leaflets: {enabled: false}"
    site, _ = build_sample(changes={leaflets: f"{leaflets}\n      look: {{logo: {LOGO}}}"})
    pages = read_pages(site)
    for address, words in (("", 'alt="Example Council"'), ("cy", 'alt=""')):
        [picture] = re.findall(r"<picture>.*?</picture>", pages[address])
        assert 'width="120" height="48"' in picture
        assert words in picture
        assert re.search(r'<source srcset="[^"]*assets/look/logo-dark\.svg" media="screen and', picture)
    [urdu] = re.findall(r"<picture>.*?</picture>", pages["ur"])
    assert 'alt="Example Council" lang="en"' in urdu
    assert (site / "assets/look/logo.svg").read_bytes() == (sample / "day.svg").read_bytes()
