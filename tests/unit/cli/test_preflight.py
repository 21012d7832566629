"""Test the command that checks a PDF, and what a build does with what it finds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from charterpress.preflight.printers import SHIPPED

Command = Callable[..., Any]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a PDF that no print shop would take: an empty page."""
    path = tmp_path / "a leaflet.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, deterministic_id=True)
    return path


@pytest.fixture
def own_printer(sample: Path, edit: Callable[[str, str, str], int]) -> Callable[[str, str], None]:
    """Return what gives the sample project a printer of its own: a shipped one with one value changed."""

    def write(old: str, new: str) -> None:
        text = (SHIPPED / "offset-coated.yml").read_text("utf-8")
        assert text.count(old) == 1
        (sample / "printers").mkdir()
        (sample / "printers" / "corner-shop.yml").write_text(text.replace(old, new), "utf-8")
        edit("mkdocs.yml", "  - charterpress:\n", "  - charterpress:\n      leaflets:\n        printer: corner-shop\n")

    return write


def test_what_is_found(charterpress: Command, bare: Path) -> None:
    """A file with faults ends with 1, and each is printed with what to do."""
    result = charterpress("preflight", bare)
    assert (result.code, result.err) == (1, "")
    assert "a leaflet.pdf: Checked for Offset printing on coated paper (offset-coated)" in result.out
    assert "page 1: nothing says where to cut: there is no TrimBox [print-boxes]" in result.out
    assert "Export it with the trim box of the finished size." in result.out


def test_json_and_certificate(charterpress: Command, bare: Path, tmp_path: Path) -> None:
    """The JSON that is printed is that of the certificate; the HTML stands beside it."""
    result = charterpress("preflight", bare, "--format", "json", "--certificate", tmp_path / "new" / "folder")
    assert result.code == 1
    written = tmp_path / "new" / "folder" / "a leaflet.preflight.json"
    assert json.loads(result.out) == json.loads(written.read_text("utf-8"))
    assert written.with_suffix(".html").is_file()


def test_a_file_that_is_none(charterpress: Command, tmp_path: Path) -> None:
    """A text is found to be no PDF; a file that is not there ends with 2, and so does a folder."""
    (tmp_path / "letter.pdf").write_text("Dear reader", "utf-8")
    result = charterpress("preflight", tmp_path / "letter.pdf")
    assert result.code == 1
    assert "this is no PDF" in result.out
    assert charterpress("preflight", tmp_path / "nothing.pdf").code == 2
    assert charterpress("preflight", tmp_path).code == 2


def test_an_unknown_profile(charterpress: Command, bare: Path) -> None:
    """A name that no profile has ends with 2, and the names there are are listed."""
    result = charterpress("preflight", bare, "--profile", "ofset-coated")
    assert (result.code, result.out) == (2, "")
    assert "no printer profile is called 'ofset-coated'. Did you mean 'offset-coated'?" in result.err
    assert "digital" in result.err


def test_a_profile_of_the_project(
    charterpress: Command, sample: Path, bare: Path, own_printer: Callable[[str, str], None]
) -> None:
    """Without --profile, the file is checked against the printer that the project names."""
    own_printer("title: Offset printing on coated paper", "title: The shop at the corner")
    assert (
        "Checked for The shop at the corner (corner-shop)" in charterpress("preflight", bare, "--project", sample).out
    )


def test_a_broken_profile(
    charterpress: Command, sample: Path, bare: Path, own_printer: Callable[[str, str], None]
) -> None:
    """A profile that is wrong is shown with file and line, and nothing is checked."""
    own_printer("bleed: 3", "bleed: wide")
    result = charterpress("preflight", bare, "--project", sample)
    assert result.code == 1
    assert "corner-shop.yml:8:8: error" in result.out
    assert "'bleed' must be a number" in result.out


def test_a_press_pdf_with_a_fault_stops_the_build(
    charterpress: Command, sample: Path, own_printer: Callable[[str, str], None]
) -> None:
    """When our own press PDF is not what the printer asks for, nothing is published."""
    own_printer("- [5, 6, 1]", "- [6, 5, 1]")
    result = charterpress("build", "--project", sample)
    assert result.code == 1
    assert "[print-fold-order]" in result.out
    assert "trifold.pdf: error: " in result.out
    assert not (sample / "print").exists()
    assert not (sample / "site").exists()


def test_a_build_with_an_unknown_printer(
    charterpress: Command, sample: Path, edit: Callable[[str, str, str], int]
) -> None:
    """A printer that nobody knows is an error of mkdocs.yml."""
    edit("mkdocs.yml", "  - charterpress:\n", "  - charterpress:\n      leaflets:\n        printer: nobody\n")
    text = (sample / "mkdocs.yml").read_text("utf-8").splitlines()
    line = next(number for number, line in enumerate(text, start=1) if "nobody" in line)
    for command in ("check", "build"):
        result = charterpress(command, "--project", sample)
        assert result.code == 1
        assert f"mkdocs.yml:{line}:18: error: no printer profile is called 'nobody' [unknown-printer]" in result.out
