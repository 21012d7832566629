"""Test that lines are far enough apart for the marks of each language, measured in its own words and fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from charterpress.languages.fonts import LATIN, fonts_for
from charterpress.languages.locales import load_locale
from charterpress.languages.words import load_words
from charterpress.leaflets.formats.library import find_format, format_names
from charterpress.leaflets.setting import LEADING
from charterpress.leaflets.words import LEAFLET_WORDS

LANGUAGES = ("ar", "bn", "cy", "en", "pa", "pl", "ro", "so", "ur")
SHARE = 0.95
"""Of the words, this share must fit between the lines; the highest letters seldom stand on the deepest."""


@cache
def _reach(path: Path, language: str) -> float:
    """Return how far words reach up and down in a font, in em, for all but the most extreme."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
    words = load_words(language, None)
    up, down = [], []
    for word in sorted({word for message in LEAFLET_WORDS for word in words(message).split()}):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        top = bottom = 0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            extents = font.get_glyph_extents(info.codepoint)
            if info.codepoint and extents is not None:
                at = extents.y_bearing + position.y_offset
                top, bottom = max(top, at), min(bottom, at + extents.height)
        up.append(top / font.face.upem)
        down.append(-bottom / font.face.upem)
    assert len(up) > 50
    return float(sum(sorted(values)[int(SHARE * (len(values) - 1))] for values in (up, down)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", format_names())
def test_lines_are_far_enough_apart(language: str, shape: str) -> None:
    """From the foot of one line to the next there is room for what hangs from one and what stands on the other."""
    locale = load_locale(language)
    family = (fonts_for(locale) or LATIN).text[0]
    path = next((path for path in family.paths if "Regular" in path.name), family.paths[0])
    with TTFont(path, lazy=True) as font:
        capital = font["OS/2"].sCapHeight / font["head"].unitsPerEm
    leading = find_format(shape).leading + LEADING.get(language, LEADING.get(locale.script, 0))
    assert capital + leading >= _reach(path, language)
