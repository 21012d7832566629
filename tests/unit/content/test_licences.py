"""Test what is known of licences."""

from __future__ import annotations

import pytest

from charterpress.content.licences import Terms, is_stated, licence_address, terms_of


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


@pytest.mark.parametrize(
    ("licence", "terms"),
    [
        ("CC BY 4.0", Terms.OPEN),
        ("Creative Commons Zero", Terms.OPEN),
        ("Open Government Licence v3.0", Terms.OPEN),
        ("Public domain", Terms.OPEN),
        ("CC BY-NC 4.0", Terms.OPEN),
        ("CC BY-NC-SA 4.0", Terms.ALIKE),
        ("CC BY-ND 4.0", Terms.FORBIDDEN),
        ("Creative Commons BY-NC-ND 3.0", Terms.FORBIDDEN),
        ("Attribution, no derivatives", Terms.FORBIDDEN),
        ("© Example Council. All rights reserved.", Terms.FORBIDDEN),
        ("Not stated in the copy used", Terms.UNSTATED),
        ("", Terms.UNSTATED),
        ("Ask us first", Terms.UNKNOWN),
    ],
)
def test_what_a_licence_lets_others_do(licence: str, terms: Terms) -> None:
    """The words of a licence let others change a text, or do not, or must be read by a person."""
    assert terms_of(licence) is terms
