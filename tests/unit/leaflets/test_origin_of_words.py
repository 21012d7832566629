"""Test what a leaflet says of the charter that its own was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.check import check
from charterpress.content.model import Charter
from charterpress.languages.words import load_words
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.runs import words_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
ADDRESS = "https://forum.example/charters/ours/"


def about(example: str, key: str, locale: str, *, whole: bool) -> tuple[list[str], list[str]]:
    """Return the lines of a leaflet on itself, and the addresses that they link."""
    library = check(EXAMPLES / example).languages[locale]
    charter = library.documents[key].document
    assert isinstance(charter, Charter)
    words, titles = load_words(locale), {"respect": "Respect", "sharing": "Sharing", "welcome": "Welcome"}
    printed = "https://forum.example/ours"
    contents = Contents(
        charter, titles, library.locale, words, "A forum", ADDRESS, draft=False, whole=whole, printed=printed
    )
    lines = contents.panels(Fullness()).back.about
    return [words_of(line) for line in lines], [run.href for line in lines for run in line if run.href]


@pytest.mark.parametrize("whole", [False, True])
def test_it_names_the_charter_and_counts_the_changes(*, whole: bool) -> None:
    """Every format says which charter and version it was, how many promises are others, and where to read which."""
    lines, links = about("adapted-charter", "northshire", "en", whole=whole)
    assert lines[0] == (
        "This charter is based on Working together, version 1.1. Promises that we changed, added or left out: 3."
        " Read more at forum.example/ours/changes"
    )
    assert links == [f"{ADDRESS}changes/"]


def test_it_says_that_only_names_were_put_in() -> None:
    """Where no promise is another one, no number is told; the address reads from left to right in Urdu, too."""
    lines, _ = about("adapted-names", "brookfield", "en", whole=False)
    assert "version 2. We changed no promise. We only put our own names in. Read more at" in lines[0]
    urdu, links = about("adapted-names", "brookfield", "ur", whole=False)
    assert "What our forum promises" in urdu[0]
    assert urdu[0].endswith("forum.example/ours/changes")
    assert links == [f"{ADDRESS}changes/"]
