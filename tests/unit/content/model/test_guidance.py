"""Test what guidance tells about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model import Guidance
from charterpress.content.model.guidance import Duty, Force
from charterpress.content.yamlfile import load_yaml

COMPLETE = Path(__file__).parent / "complete" / "guidance.yml"


@pytest.fixture
def guidance() -> Guidance:
    """Return the guidance with every key."""
    return Guidance.model_validate(load_yaml(COMPLETE).data)


def test_provisions_in_order(guidance: Guidance) -> None:
    """The provisions come in the order of the page, each with its duty."""
    assert [(part.id, part.duty) for part in guidance.provisions()] == [("reply", Duty.MUST), ("be-kind", Duty.MAY)]


def test_items_in_items(guidance: Guidance) -> None:
    """A provision may hold items, and an item may hold items, each with an id of its own."""
    (item,) = guidance.provisions()[0].items
    assert (item.id, [inner.id for inner in item.items]) == ("reply-soon", ["reply-in-days"])


def test_editions(guidance: Guidance) -> None:
    """An edition is found by its id; one that is not there is None."""
    old = guidance.edition("edition-old")
    assert old is not None
    assert (old.replaced_by, str(old.replaced_on)) == ("edition-new", "2023-12-15")
    assert guidance.edition("edition-older") is None


def test_printed_numbers_stay_text(guidance: Guidance) -> None:
    """Printed numbers, years and pages are kept as printed."""
    assert guidance.sections[0].number == "2.1"
    assert [edition.date for edition in guidance.editions] == ["2018", "2023-12"]
    reference = guidance.provisions()[0].ref
    assert reference is not None
    assert (reference.page, reference.paragraph) == ("28", "58")


def test_force(guidance: Guidance) -> None:
    """Guidance says how binding it is, and what its `should` means."""
    assert guidance.instrument.force is Force.STATUTORY_GUIDANCE
    assert guidance.instrument.should_means == "Do it, unless there is a good reason."


@pytest.mark.parametrize("force", ["law", "statutory-guidance", "local-procedure", "advice"])
def test_every_force(force: str) -> None:
    """Each of the four forces can be written in YAML."""
    assert Force(force) == force
