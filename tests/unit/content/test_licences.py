"""Test what is known of licences."""

from __future__ import annotations

import pytest

from charterpress.content.licences import is_stated, licence_address


@pytest.mark.parametrize(
    "licence",
    ["Not stated in the copy used", "not known", "None", "No licence given", "Unknown", "To be agreed", "?", " - "],
)
def test_words_that_state_no_licence(licence: str) -> None:
    """What editors write where the source is silent is not taken for a licence."""
    assert not is_stated(licence)


@pytest.mark.parametrize("licence", ["Open Government Licence", "Free", "Nottingham City Council", "Notice: ask first"])
def test_words_that_state_a_licence(licence: str) -> None:
    """Every other text is a licence."""
    assert is_stated(licence)


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
        ("OGL version 2", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/"),
        ("Open Government Licence", None),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("Creative Commons BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC BY", None),
        ("Ours (see https://council.example/terms).", "https://council.example/terms"),
        ("Free", None),
    ],
)
def test_where_a_licence_can_be_read(licence: str, address: str | None) -> None:
    """A version of a well-known licence has its address; a licence without a version could be any."""
    assert licence_address(licence) == address
