"""Test that every value of the model that readers see has a name."""

from __future__ import annotations

from charterpress.content.model.guidance import Duty, Force
from charterpress.languages.words import load_words
from charterpress.site.addresses import GLOSSARY, SECTIONS
from charterpress.site.labels import duty_labels, force_labels, section_texts


def test_every_value_has_a_name() -> None:
    """Each kind of instrument, each strength and each section has words, all different."""
    words = load_words("en")
    for labels, values in ((force_labels(words), Force), (duty_labels(words), Duty)):
        assert set(labels) == set(values)
        assert len(set(labels.values())) == len(labels)
    assert {*SECTIONS, GLOSSARY} <= set(section_texts(words))
    assert all(title and summary for title, summary in section_texts(words).values())


def test_names_are_translated() -> None:
    """In Welsh the names are Welsh."""
    english, welsh = load_words("en"), load_words("cy")
    assert not set(duty_labels(english).values()) & set(duty_labels(welsh).values())
    assert not set(force_labels(english).values()) & set(force_labels(welsh).values())
