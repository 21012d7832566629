"""Test the named places of a charter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Charter
from charterpress.content.names import name_in, places_in, with_names
from charterpress.content.texts import texts_of
from charterpress.findings import Finding

CHARTER = "docs/charters/family.yml"
Edit = Callable[[str, str, str], int]


def test_places_in_a_text() -> None:
    """A named place is a name in braces; other braces are none."""
    assert places_in("In {area}, ask {the-forum} or {area}. {}, {Two words}, {a b}") == ("area", "the-forum")


@pytest.mark.parametrize(
    ("language", "name"), [("cy", "Cymru"), ("en", "Wales"), ("en-GB", "Wales"), ("pl", "Wales"), ("ur", "Wales")]
)
def test_a_name_in_a_language(language: str, name: str) -> None:
    """A name is taken in the language, in its wider form, or else in the language of the source."""
    assert name_in({"cy": "Cymru", "en": "Wales"}, language, "en") == name


def test_defaults_stand(sample: Path, edit: Edit) -> None:
    """Where nobody fills a named place, its default stands on every page; translators get the open place."""
    edit(CHARTER, "parties:\n", "names:\n  - {id: area, meaning: The area., default: our area}\nparties:\n")
    edit(CHARTER, "Hear you out.", "'Hear you out in {area}.'")
    library = load_library(sample / "docs")
    assert [finding for finding in library.findings if finding.level == "error"] == []
    shown = [text.text for text in texts_of(library.documents["family"])]
    assert "Hear you out in our area." in shown
    assert "Hear you out in {area}." in [text.text for text in library.texts["family"]]
    charter = library.as_written("family")
    assert isinstance(charter, Charter)
    assert with_names(charter) == library.documents["family"]


def test_a_document_without_names_is_the_same(sample: Path) -> None:
    """What has no named places is not copied."""
    library = load_library(sample / "docs")
    assert library.written == {}
    assert with_names(library.documents["family"]) is library.documents["family"]


@pytest.mark.parametrize(
    ("names", "text", "rule", "words"),
    [
        (
            "names:\n  - {id: area, meaning: The area.}\n",
            "Hear you out.",
            "unfilled-name",
            "Give the name a 'default:'",
        ),
        ("", "'Hear you in {area}.'", "unknown-name", "declared under 'names:'"),
        (
            "names:\n  - {id: area, meaning: The area., default: here}\n",
            "'Hear you in {aera}.'",
            "unknown-name",
            "Did you mean 'area'?",
        ),
    ],
)
def test_names_that_do_not_fit(  # noqa: PLR0913, PLR0917 - a row of a table and fixtures
    names: str, text: str, rule: str, words: str, edit: Edit, only: Callable[[str], Finding]
) -> None:
    """A place that is not declared, and one that nothing fills, is a finding with its line."""
    line = edit(CHARTER, "parties:\n", f"{names}parties:\n") + 1
    at = edit(CHARTER, "Hear you out.", text) if "{" in text else line
    finding = only(rule)
    assert (finding.line, words in finding.hint) == (at, True)


def test_a_place_outside_of_texts(edit: Edit, only: Callable[[str], Finding]) -> None:
    """Names are filled into texts alone: a phone number that is a named place is a finding."""
    edit(CHARTER, "parties:\n", "names:\n  - {id: phone, meaning: 'As in {phone}.', default: '1'}\nparties:\n")
    at = edit(CHARTER, "contacts:\n", "contacts:\n  - {id: local, name: Us, phone: '{phone}'}\n") + 1
    finding = only("unknown-name")
    assert (finding.line, "no names are filled in" in finding.message) == (at, True)


def test_a_text_that_starts_with_a_brace(edit: Edit, sample: Path) -> None:
    """YAML takes a text that starts with a brace for something else; the hint asks for quotes."""
    line = edit(CHARTER, "text: Answer your letters.", "text: {area}")
    (finding,) = [each for each in load_library(sample / "docs").findings if each.rule == "wrong-type"]
    assert (finding.line, "needs quotes" in finding.hint) == (line, True)
