"""Test what a charter tells about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model import Charter
from charterpress.content.model.charter import Promises, Protocol
from charterpress.content.yamlfile import load_yaml

COMPLETE = Path(__file__).parent / "complete" / "charter.yml"


@pytest.fixture
def charter() -> Charter:
    """Return the charter with every key."""
    return Charter.model_validate(load_yaml(COMPLETE).data)


def test_parties(charter: Charter) -> None:
    """A party is found by its id."""
    assert charter.party("services").name == "Services"
    assert charter.party("parents").meaning is None


def test_commitments_in_order(charter: Charter) -> None:
    """The commitments come in the order of the page: those of the themes, then those of the protocols."""
    assert [commitment.id for commitment in charter.commitments()] == ["hear-you", "hear-services", "papers"]


def test_no_commitments() -> None:
    """A charter without themes and protocols has no commitments."""
    bare = {"kind": "charter", "id": "a", "title": "A", "summary": "A.", "parties": [{"id": "us", "name": "Us"}]}
    assert Charter.model_validate(bare).commitments() == ()
    assert Charter.model_validate(bare).blocks_on("listening") == ()


def test_blocks_on_a_theme(charter: Charter) -> None:
    """On a theme stand the promises under it, and the protocols that name it."""
    blocks = charter.blocks_on("listening")
    assert [(type(block), block.id) for block in blocks] == [
        (Promises, "services-listen"),
        (Promises, "parents-listen"),
        (Protocol, "meetings"),
    ]
    assert charter.blocks_on("another") == ()


def test_a_commitment_keeps_everything(charter: Charter) -> None:
    """The exception, the deadline with its start, the hedge and the source's own words are kept apart."""
    commitment = charter.commitments()[0]
    assert commitment.unless == "We may not, if it puts a child at risk."
    assert commitment.within is not None
    assert (commitment.within.time, commitment.within.starts) == (
        "Within 5 days",
        "The time runs from the day you ask.",
    )
    assert commitment.where_possible is True
    assert commitment.backed_by == ("rules#reply",)
    assert commitment.original == "To be heard."
    assert charter.commitments()[1].answers == "hear-you"
    assert charter.commitments()[1].where_possible is False


def test_body_holds_paragraphs_and_lists(charter: Charter) -> None:
    """An introduction may mix paragraphs with lists that have a lead-in."""
    paragraph, block = charter.introduction
    assert paragraph == "This charter is for **all** of us.[^law]"
    assert not isinstance(block, str)
    assert (block.lead_in, block.items) == ("It is about:", ("Time", "Trust"))
