"""Test how paragraphs are broken: no word is, no line stands alone at the edge of a page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pypdfium2
import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.leaflet import Leaflet

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
LONG = {
    "en": "acknowledgements notwithstanding responsibilities",
    "cy": "gwasanaethau cyfrifoldebau penderfyniadau",
    "bn": "প্রতিষ্ঠানগুলো দায়িত্বশীলতা সিদ্ধান্তগুলো",
    "pa": "ਜ਼ਿੰਮੇਵਾਰੀਆਂ ਸੇਵਾਵਾਂ ਫ਼ੈਸਲਿਆਂ",
}


def lines_of(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page that have words, from top to bottom."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [[line for line in text.splitlines() if line.strip()] for text in texts]


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("shape", ["trifold", "large-print"])
def test_no_word_is_broken(language: str, shape: str, small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """No language is hyphenated, in columns wide or narrow."""
    text = f"{LONG[language]} " * 12
    charter = small(introduction=[text], notes=[], contacts=[], principles=[], behaviours=None)
    leaflet, findings = set_leaflet(charter, language, shape=shape)
    assert leaflet is not None, findings
    ends = [line.rstrip()[-1] for lines in lines_of(leaflet.screen) for line in lines]
    assert len(ends) > 10
    assert not {"-", "\u2010", "\u00ad", "\u0002", "\ufffe"} & set(ends)


@pytest.mark.parametrize("words", [19, 26, 33])
def test_no_line_stands_alone(words: int, small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """Where a page ends, neither the first line of a paragraph is left behind nor the last one carried over."""
    body = "word " * words
    charter = small(introduction=[f"begin{at} {body} end{at}" for at in range(90)], notes=[])
    leaflet, findings = set_leaflet(charter, shape="sheet")
    assert leaflet is not None, findings
    # The last line of a page is its number, with the title before it.
    pages = [[line for line in lines if "word" in line or "end" in line] for lines in lines_of(leaflet.screen)]
    pages = [lines for lines in pages if len(lines) > 20]
    assert len(pages) > 3
    for before, after in pairwise(pages):
        assert "begin" not in before[-1]
        assert "begin" in after[0] or "end" not in after[0]
