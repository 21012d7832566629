"""Profiles of printers are data: complete, explained, and a project may have its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from charterpress.preflight.printers import SHIPPED, Printer, Sheet, load_printer, printer_names, unknown_printer

PROFILES = sorted(SHIPPED.glob("*.yml"))
OWN = """\
title: The shop in the next street
standard: X-4
bleed: 5
safe_zone: 4
ink_limit: 260
image_resolution: 300
line_resolution: 800
transparency: true
sheets:
  - {name: a6, title: A6, width: 105, height: 148}
"""


def test_there_are_profiles() -> None:
    """The walk over the shipped profiles finds some, among them the usual one."""
    assert {"digital", "offset-coated", "offset-uncoated"} <= {path.stem for path in PROFILES}
    assert set(printer_names()) == {path.stem for path in PROFILES}


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_shipped_profile(path: Path) -> None:
    """A profile that is shipped is valid, and folds to panels that add up to the sheet."""
    printer, findings = load_printer(path.stem)
    assert findings == ()
    assert printer is not None
    for sheet in printer.sheets:
        assert all(sum(side) == pytest.approx(sheet.width) for side in sheet.panels)
        assert sheet.pages == len(sheet.panels) or not sheet.panels


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_number_says_where_it_comes_from(path: Path) -> None:
    """Each number of a profile has a comment beside it."""
    lines = path.read_text("utf-8").partition("sheets:")[0].splitlines()
    numbers = [
        line for line in lines if isinstance(next(iter((yaml.safe_load(line) or {"": ""}).values())), int | float)
    ]
    assert len(numbers) >= 8
    assert [line for line in numbers if "  # " not in line] == []


def test_every_key_is_described() -> None:
    """The model says of each key what it means."""
    for model in (Printer, Sheet):
        assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_a_profile_of_the_project(tmp_path: Path) -> None:
    """A project has profiles of its own in printers/, and they go before the shipped ones."""
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "next-street.yml").write_text(OWN, "utf-8")
    (tmp_path / "printers" / "digital.yml").write_text(OWN, "utf-8")
    for name in ("next-street", "digital"):
        printer, findings = load_printer(name, tmp_path)
        assert findings == ()
        assert printer is not None
        assert printer.bleed == 5
    assert load_printer("digital")[0] != load_printer("digital", tmp_path)[0]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("bleed: 5", "bleed: five", "wrong-type"),
        ("bleed: 5", "bled: 5", "unknown-key"),
        ("bleed: 5", "bleed: -1", "wrong-value"),
        ("bleed: 5", "bleed: 51", "wrong-value"),
        ("safe_zone: 4", "safe_zone: 2000", "wrong-value"),
        ("bleed: 5", "bleed: .nan", "wrong-type"),
        ("standard: X-4", "standard: X-3", "wrong-value"),
        ("ink_limit: 260", "ink_limit: 2600", "wrong-value"),
        ("title: The", "title: [", "yaml-syntax"),
    ],
)
def test_a_profile_that_is_wrong(tmp_path: Path, old: str, new: str, rule: str) -> None:
    """A mistake in a profile is found, with its file and line."""
    (tmp_path / "printers").mkdir()
    path = tmp_path / "printers" / "mine.yml"
    path.write_text(OWN.replace(old, new), "utf-8")
    printer, findings = load_printer("mine", tmp_path)
    assert printer is None
    assert rule in {finding.rule for finding in findings}
    assert all(finding.file == path and finding.line for finding in findings)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("panels: [[50, 55]], order: [[1, 1]]", "an entry of 'sheets': 'order' needs each number from 1 to 2 once"),
        ("panels: [[50, 55]], order: [[1, 3]]", "an entry of 'sheets': 'order' needs each number from 1 to 2 once"),
        ("panels: [[50, 55]], pages: 2", "an entry of 'sheets': 'pages' is 2, and 'panels' has 1 lists, one a page"),
        ("panels: [[50, 50]]", "an entry of 'sheets': panels of 50 + 50 mm do not add up to 105 mm"),
        ("title: A6}\n  - {name: a6, width: 105, height: 148", "'sheets': two formats are called 'a6'"),
    ],
)
def test_a_format_that_is_wrong(tmp_path: Path, more: str, message: str) -> None:
    """What does not go together in a format is said in plain words."""
    (tmp_path / "printers").mkdir()
    path = tmp_path / "printers" / "mine.yml"
    path.write_text(
        OWN.replace("title: A6, width: 105, height: 148", f"width: 105, height: 148, {more}, title: A6"), "utf-8"
    )
    printer, [finding] = load_printer("mine", tmp_path)
    assert printer is None
    assert (finding.message, finding.file) == (message, path)


@pytest.mark.parametrize("name", ["offset-coatd", "", "../secret", "offset-coated.yml", "OFFSET-COATED"])
def test_an_unknown_name(name: str, tmp_path: Path) -> None:
    """A name that no profile has is an error that names those there are."""
    printer, [finding] = load_printer(name, tmp_path)
    assert printer is None
    assert finding.message == f"no printer profile is called '{name}'"
    assert "Known profiles: digital, offset-coated, offset-coated-x1a, offset-uncoated." in finding.hint
    assert unknown_printer("digital", tmp_path) is None
