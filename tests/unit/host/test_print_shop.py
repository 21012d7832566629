"""A printer that takes other sheets than the leaflets have is found before anything is set."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.yamlfile import load_yaml
from charterpress.findings import Finding
from charterpress.host.print_shop import check_sheets
from charterpress.leaflets.formats.library import find_format, format_names
from charterpress.preflight.printers import SHIPPED, load_printer, printer_names

TRIFOLD = """\
  - name: trifold
    title: A4, folded
    width: 297
    height: 210
    panels: [[97, 100, 100], [100, 100, 97]]
"""
BOOKLET = """\
  - name: stapled
    title: A5, stapled
    width: 296
    height: 210
    stitched: true
"""
LETTER = """\
  - name: trifold
    title: US Letter, folded
    width: 279.4
    height: 215.9
    panels: [[92.4, 93.5, 93.5], [93.5, 93.5, 92.4]]
"""
HALVES = """\
  - name: trifold
    title: A4, folded once
    width: 297
    height: 210
    panels: [[148.5, 148.5], [148.5, 148.5]]
"""
STRIPS = """\
  - name: trifold
    title: strips
    width: 30
    height: 210
    panels: [[10, 10, 10], [10, 10, 10]]
"""
START = """\
title: Ours
standard: X-4
bleed: 3
safe_zone: 5
ink_limit: 300
image_resolution: 250
line_resolution: 800
transparency: true
sheets:
"""
A5 = "  - {name: a5, title: A5, width: 148, height: 210}\n"


def found_in(tmp_path: Path, text: str) -> list[Finding]:
    """Return what is wrong with a profile for all formats that there are."""
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "ours.yml").write_text(text, "utf-8")
    printer, findings = load_printer("ours", tmp_path)
    assert printer is not None, findings
    return list(check_sheets(printer, load_yaml(printer_names(tmp_path)["ours"]), map(find_format, format_names())))


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yml")), ids=lambda path: path.stem)
def test_a_shipped_profile(path: Path) -> None:
    """Every profile that is shipped takes all our formats."""
    printer, _ = load_printer(path.stem)
    assert printer is not None
    assert list(check_sheets(printer, load_yaml(path), map(find_format, format_names()))) == []


@pytest.mark.parametrize(
    "text",
    [
        START + TRIFOLD + BOOKLET,
        START + LETTER + BOOKLET,
        START.replace("safe_zone: 5", "safe_zone: 16") + LETTER + BOOKLET,
        START.replace("sheets:", "imposition: single\nsheets:") + LETTER + A5,
    ],
)
def test_a_profile_that_will_do(tmp_path: Path, text: str) -> None:
    """Formats of other names and sheets of other sizes will do, and pages one by one where these are asked for."""
    assert found_in(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (
            START + HALVES + BOOKLET,
            "printer-panels",
            "'trifold' is folded into 2 and 2 panels a side; ours has 3 and 3",
        ),
        (START + LETTER, "printer-format", "no sheet of 296 x 210 mm, and 'booklet' is printed on one"),
        (START + BOOKLET, "printer-format", "no sheet of 297 x 210 mm, and 'trifold' is printed on one"),
        (START + LETTER + A5, "printer-format", "no sheet of 296 x 210 mm"),
        (START + STRIPS + BOOKLET, "printer-room", "leaves 0 x 200 mm for text on 10 x 210 mm of 'trifold'"),
        (START.replace("safe_zone: 5", "safe_zone: 20") + TRIFOLD + BOOKLET, "printer-room", "leaves 57 x 170 mm"),
    ],
)
def test_a_profile_that_will_not_do(tmp_path: Path, text: str, rule: str, words: str) -> None:
    """What does not fit our formats is said with the line of the profile, and with what to do."""
    [finding] = found_in(tmp_path, text)
    assert finding.rule == rule
    assert words in finding.message
    assert finding.line
    assert finding.hint
