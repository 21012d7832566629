"""Test how documents and Markdown pages are cut into units."""

from __future__ import annotations

from pathlib import Path

from charterpress.content.library import load_library
from charterpress.content.model.text import Role
from charterpress.readability.units import Unit, left_out, units_of


def units(sample: Path, key: str) -> tuple[Unit, ...]:
    """Return the units of a document of the sample."""
    library = load_library(sample / "docs")
    return units_of(library.documents[key], library.files[key])


def find(found: tuple[Unit, ...], text: str) -> Unit:
    """Return the one unit with this text."""
    [unit] = [unit for unit in found if unit.text == text]
    return unit


def test_each_bullet_is_a_unit(sample: Path) -> None:
    """Each commitment and each entry of a list is a unit; a lead-in is one of its own, counted once."""
    found = units(sample, "family")
    for text in ("Time", "Trust", "Hear you out.", "Send the papers in time.", "Ask when it is not clear."):
        assert find(found, text).role is Role.ITEM
    assert find(found, "It is about:").role is Role.LEAD_IN
    assert find(found, "We will:").role is Role.LEAD_IN


def test_marks_are_left_out(sample: Path) -> None:
    """Marks for weight, targets of links and note calls are not read, so they are not scored."""
    found = units(sample, "family")
    assert find(found, "This charter is for all of us.").scored
    assert find(found, "Hear you and your advocate.").scored
    assert find(found, "See the law.").role is Role.NOTE


def test_what_is_not_scored(sample: Path) -> None:
    """Headings, labels and notes are units, but do not count towards the grade."""
    found = units(sample, "family")
    assert {unit.role for unit in found if not unit.scored} == {Role.HEADING, Role.LABEL, Role.NOTE}
    assert not find(found, "Our promises & yours").scored
    assert not find(found, "Within 5 days").scored


def test_what_is_left_out_is_counted(sample: Path) -> None:
    """What is left out of the score is listed, by what it is."""
    found = units(sample, "family")
    counts = left_out(found)
    assert counts[Role.NOTE] == 1
    assert sum(counts.values()) == len([unit for unit in found if not unit.scored])


def test_names_of_laws_are_no_units(sample: Path) -> None:
    """The name of a law, a publisher, an address is neither scored nor judged."""
    texts = {unit.text for unit in units(sample, "rules")}
    assert "Staff must:" in texts
    assert not texts & {"The Long Rules", "HM Office", "2018", "https://rules.example/2023"}


def test_a_unit_knows_its_place(sample: Path) -> None:
    """A unit names the file, the line and the column where its text starts."""
    for key in ("family", "rules", "involved", "listening"):
        found = units(sample, key)
        assert found
        for unit in found:
            line = unit.file.read_text("utf-8").split("\n")[unit.line - 1]
            assert unit.text.split(" ")[0].strip("*") in line[unit.column - 1 :]
