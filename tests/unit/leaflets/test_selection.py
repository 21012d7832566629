"""Test leaflets of some promises, and of promises in fewer words: what they say, and what they never lose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pypdfium2 import PdfDocument

from charterpress.content.model import Charter
from charterpress.findings import Finding, Level
from charterpress.leaflets.formats.library import find_format, format_names
from charterpress.leaflets.formats.shapes import Flowing
from charterpress.leaflets.leaflet import Leaflet

Build = Callable[..., Charter]
Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
WHOLE = [name for name in format_names() if isinstance(find_format(name), Flowing)]
SHORT = {"consent": "ask before we share", "papers": "send the papers", "time": "We value your time"}


def panels(leaflet: Leaflet | None) -> list[str]:
    """Return the words on each page of the screen PDF, with single spaces."""
    assert leaflet is not None
    with PdfDocument(leaflet.screen) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def two_themes(small: Build) -> Charter:
    """Return a charter of two themes, the second with an introduction, a note and a term of its own."""
    charter = small(
        introduction=[],
        notes=[{"id": "code", "text": "The code of ethics."}],
        definitions=[
            {"id": "advocate", "term": "Advocate", "meaning": "A person who speaks up for you."},
            {"id": "paper", "term": "Papers", "meaning": "All that we write."},
        ],
    )
    more = {
        "theme": "records",
        "introduction": "We keep records.[^code]",
        "promises": [
            {
                "id": "records-kept",
                "title": "What we do with records",
                "by": "services",
                "to": "parents",
                "commitments": [{"id": "locked", "text": "We lock them away, and tell your advocate."}],
            }
        ],
    }
    values = charter.model_dump()
    return Charter.model_validate({**values, "themes": [*values["themes"], more]})


def test_panels_have_the_shorter_wording(small: Build, shortened: Build, set_leaflet: Typeset) -> None:
    """Panels print the shorter wording where there is one, with exception, deadline and hedge of the promise."""
    leaflet, findings = set_leaflet(shortened(small(), SHORT))
    assert findings == ()
    inside = " ".join(panels(leaflet)[1:5])
    assert "ask before we share Exception: We may share it to keep a child safe." in inside
    assert "ask before we share what you told us" not in inside
    assert (
        "send the papers Where possible. By when: 7 days. We count back from the meeting."
        " You can ask for them in large print. For example: • the plan • the report"
    ) in inside
    assert "treat you with respect and tell you the truth" in inside


@pytest.mark.parametrize("shape", WHOLE)
def test_whole_formats_have_the_text(small: Build, shortened: Build, set_leaflet: Typeset, shape: str) -> None:
    """Formats that have the whole charter print the full text of every promise."""
    with_short, _ = set_leaflet(shortened(small(), SHORT), shape=shape)
    without, _ = set_leaflet(small(), shape=shape)
    assert with_short is not None
    assert without is not None
    assert with_short.screen == without.screen


def test_what_is_not_chosen_vanishes(small: Build, set_leaflet: Typeset) -> None:
    """With its promises a theme loses its heading and its introduction, its note and the words explained for it."""
    charter = two_themes(small)
    everything, _ = set_leaflet(charter)
    chosen, findings = set_leaflet(charter, selection=frozenset({"papers"}))
    assert [finding for finding in findings if finding.level is not Level.NOTE] == []
    whole, some = " ".join(panels(everything)), " ".join(panels(chosen))
    for words in ("What services can expect from parents", "We keep records", "What we do with records"):
        assert words in whole
        assert words not in some
    for words in ("The code of ethics.", "A person who speaks up for you.", "records"):
        assert words in whole
        assert words not in some
    assert "send you the papers" in some
    assert "All that we write." in some
    assert "Respect and honesty" in some


def test_both_faces_say_that_it_is_a_selection(small: Build, set_leaflet: Typeset) -> None:
    """The front and the back say that these are some of the promises, and where all are; nothing calls it whole."""
    leaflet, _ = set_leaflet(small(), selection=frozenset({"papers"}))
    assert leaflet is not None
    assert leaflet.chosen
    front, *_, back = panels(leaflet)
    said = "These are some of the promises. Read them all at charters.exampleton.example/ charters/working-together"
    for words in (front, back):
        assert said.replace("/ ", "/") in words.replace("/ ", "/")
    assert "whole" not in f"{front} {back}"
    everything, _ = set_leaflet(small())
    assert everything is not None
    assert not everything.chosen
    assert "Read the whole charter at" in panels(everything)[-1]
    assert "some of the promises" not in " ".join(panels(everything))


def test_a_selection_in_arabic(set_leaflet: Typeset, arabic_small: Callable[[], Charter]) -> None:
    """A leaflet that runs from right to left says it on both faces too, with the address the right way round."""
    leaflet, findings = set_leaflet(arabic_small(), "ar", selection=frozenset({"services-0"}))
    assert findings == ()
    front, *_, back = panels(leaflet)
    for words in (front, back):
        assert "These are some of the promises." in words
        assert "charters.exampleton.example/charters/working-together" in words.replace(" ", "")


def test_an_editor_is_told_the_truth_about_a_selection(long: Build, set_leaflet: Typeset) -> None:
    """When a selection leaves out details, the note does not claim that every promise is there."""
    charter = long(62)
    detail = "We say this in plain words. " * 6
    first = charter.themes[0]
    block = first.promises[0]
    roomy = tuple(one.model_copy(update={"detail": detail}) for one in block.commitments)
    promises = (block.model_copy(update={"commitments": roomy}), *first.promises[1:])
    charter = charter.model_copy(
        update={"themes": (first.model_copy(update={"promises": promises}), *charter.themes[1:])}
    )
    some = frozenset(one.id for one in charter.commitments()) - {"c61"}
    _, [finding] = set_leaflet(charter, selection=some)
    assert finding.rule == "leaflet-left-out"
    assert "Each promise that it chooses is there" in finding.hint
