"""Test that every word the package says has a translation in each language shipped."""

from __future__ import annotations

import pytest

from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.checks import check_catalogue
from charterpress.languages.interface import interface_template
from charterpress.languages.words import FOLDER
from charterpress.leaflets.words import LEAFLET_WORDS

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))


@pytest.fixture(scope="module")
def wanted() -> frozenset[str]:
    """Return every interface word of the site and the leaflets."""
    return frozenset({str(message.id) for message in interface_template() if message.id} | set(LEAFLET_WORDS))


def test_words_are_found() -> None:
    """Words are found in the templates, the theme and the code, each with its place."""
    template = interface_template()
    places = {name for message in template for name, _ in message.locations}
    assert len([message for message in template if message.id]) > 60
    for folder in ("site/templates/", "host/theme/", "site/labels.py"):
        assert any(place.startswith(folder) for place in places), folder
    assert len(LEAFLET_WORDS) > 15
    assert {"ar", "cy", "pl", "ur"} <= set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_translated(code: str, wanted: frozenset[str]) -> None:
    """Each language has an entry with a translation for every word, and none that needs review."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    assert catalogue.findings == ()
    entries = {word: catalogue.find("", word) for word in wanted}
    assert sorted(word for word, entry in entries.items() if entry is None) == []
    assert sorted(word for word, entry in entries.items() if entry and entry.state is State.MISSING) == []
    assert sorted(word for word, entry in entries.items() if entry and entry.state is State.NEEDS_REVIEW) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_left_over(code: str, wanted: frozenset[str]) -> None:
    """A catalogue has no word that the package no longer says."""
    entries = load_catalogue(FOLDER / f"{code}.po", code).entries
    assert sorted(word for _, word in entries if word not in wanted) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_keep_their_placeholders(code: str) -> None:
    """The translations of the package pass its own checks."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    assert any("{" in word for _, word in catalogue.entries)
    assert list(check_catalogue(catalogue)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_in_the_language(code: str) -> None:
    """Hardly any translation is the English word itself: a catalogue was not merely copied."""
    entries = load_catalogue(FOLDER / f"{code}.po", code).entries.values()
    same = [entry.source for entry in entries if entry.source == entry.translation]
    assert len(same) <= 3, same
