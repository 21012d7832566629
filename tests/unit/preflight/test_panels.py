"""Panels and pages have the names and the order that the printer's profile and the reader's direction ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.preflight.panels import Panel, page_title, panels_on, sides_of
from charterpress.preflight.printers import SHIPPED, Printer, Sheet, load_printer

FOUR = Sheet(name="booklet", title="A5 booklet", width=296, height=210, panels=((148, 148), (147, 149)))
NAMED = FOUR.model_copy(update={"panel_names": (("8", "1"), ("2", "7")), "sides": ("Front", "Back")})


def test_left_to_right_and_mirrored(printer: Printer) -> None:
    """The outside of a tri-fold is flap, back, front; for a language from right to left it is mirrored."""
    sheet = printer.sheet("trifold")
    assert panels_on(sheet, 0, 4, "ltr") == (Panel("Flap", 97), Panel("Back", 100), Panel("Front", 100))
    assert panels_on(sheet, 0, 4, "rtl") == (Panel("Front", 100), Panel("Back", 100), Panel("Flap", 97))
    assert [panel.name for panel in panels_on(sheet, 1, 4, "rtl")] == ["Inside 3", "Inside 2", "Inside 1"]
    assert len(sides_of(sheet, "ltr", 2)) == 2


def test_without_panels(printer: Printer) -> None:
    """A sheet that is not folded, or that nobody knows, has no panels."""
    assert panels_on(printer.sheet("a4"), 0, 4, "ltr") == panels_on(printer.sheet("a3"), 0, 4, "ltr") == ()
    assert sides_of(printer.sheet("a4"), "ltr", 2) == sides_of(None, "rtl", 2) == ()


def test_more_pages_than_sides() -> None:
    """In a file of several sheets the sides come round again; panels without names are numbered."""
    assert (
        panels_on(FOUR, 3, 4, "ltr") == panels_on(FOUR, 1, 4, "ltr") == (Panel("Panel 1", 147), Panel("Panel 2", 149))
    )


def test_pages_of_a_booklet(printer: Printer) -> None:
    """On the sheets of a booklet a panel is called by the number of its page; the outer sheet has the cover."""
    sheet = printer.sheet("booklet")
    named = [[panel.name for panel in side] for side in sides_of(sheet, "ltr", 4)]
    assert named == [["Page 8", "Page 1"], ["Page 2", "Page 7"], ["Page 6", "Page 3"], ["Page 4", "Page 5"]]
    assert [panel.name for panel in panels_on(sheet, 0, 4, "rtl")] == ["Page 1", "Page 8"]
    assert {panel.width for side in sides_of(sheet, "rtl", 4) for panel in side} == {148}


@pytest.mark.parametrize(
    ("sheet", "page", "pages", "title"),
    [
        (NAMED, 0, 2, "Front, page 1 of 2"),
        (NAMED, 3, 4, "Sheet 2, back, page 4 of 4"),
        (FOUR, 0, 2, "Page 1 of 2"),
        (None, 4, 6, "Page 5 of 6"),
    ],
)
def test_titles(sheet: Sheet | None, page: int, pages: int, title: str) -> None:
    """A page is called after its side, with the number of its sheet where there are several."""
    assert page_title(sheet, page, pages) == title


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yml")), ids=lambda path: path.stem)
def test_shipped_profiles_name_their_panels(path: Path) -> None:
    """Every folded sheet of a shipped profile names its sides and panels."""
    found, _ = load_printer(path.stem)
    assert found is not None
    folded = [sheet for sheet in found.sheets if sheet.panels]
    assert folded
    assert all(sheet.panel_names and len(sheet.sides) == len(sheet.panels) for sheet in folded)


def test_a_name_too_few(tmp_path: Path) -> None:
    """A profile of a project that names fewer panels than it has is a finding that says so, with its line."""
    text = (SHIPPED / "digital.yml").read_text("utf-8")
    assert text.count("[Flap, Back, Front]") == 1
    (tmp_path / "printers").mkdir()
    own = tmp_path / "printers" / "own.yml"
    own.write_text(text.replace("[Flap, Back, Front]", "[Flap, Back]"), encoding="utf-8")
    found, [finding] = load_printer("own", tmp_path)
    assert found is None
    assert "a name for each width" in finding.message
    assert finding.file == own
    assert finding.line is not None
