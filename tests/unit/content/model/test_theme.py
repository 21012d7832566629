"""Test the model of a theme, and what every document has."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from charterpress.content.model import Theme
from charterpress.content.model.base import Audience
from charterpress.content.yamlfile import load_yaml

COMPLETE = Path(__file__).parent / "complete" / "theme.yml"
BARE = {"kind": "theme", "id": "listening", "title": "Listening", "summary": "We hear each other."}


def test_what_a_document_is_without_more() -> None:
    """Without more a document is in English, for families, and stands behind those with a place of their own."""
    theme = Theme.model_validate(BARE)
    assert (theme.language, theme.audience, theme.order) == ("en", Audience.FAMILIES, 100)
    assert not any((theme.meaning, theme.notes, theme.definitions, theme.contacts, theme.acknowledgements))
    assert theme.source is None


def test_what_a_document_may_say() -> None:
    """A document may say where it comes from, how old it is, whom to ask and what its words mean."""
    theme = Theme.model_validate(load_yaml(COMPLETE).data)
    assert theme.approved == dt.date(2026, 10, 1)
    assert theme.review_by == dt.date(2027, 10, 1)
    assert theme.source is not None
    assert theme.source.plain_english_version is True
    assert theme.source.retrieved == dt.date(2026, 11, 22)
    assert theme.source.notes[0].note == "It is printed without its last word."
    assert theme.contacts[0].email == "office@council.example"
    assert theme.version == "1.2"


def test_spaces_around_a_text() -> None:
    """Spaces around a text are not part of it."""
    assert Theme.model_validate({**BARE, "title": "  Listening \n"}).title == "Listening"
