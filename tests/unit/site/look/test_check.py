"""Test that a look which cannot be read is a finding with its place and with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.site.look.check import check_site_look

Dress = Callable[..., Project]
HEX = re.compile(r"#[0-9a-f]{6}")


def line_of(project: Project, *words: str) -> int:
    """Return the line of mkdocs.yml that starts with some words, from 1."""
    lines = project.config_file.read_text("utf-8").splitlines()
    [found] = [number for number, line in enumerate(lines, 1) if line.strip().startswith(words)]
    return found


def test_nothing_chosen_is_fine(sample: Path) -> None:
    """A project without a look has nothing to mend."""
    project, _ = load_project(sample)
    assert project is not None
    assert check_site_look(project) == ()


@pytest.mark.parametrize(
    ("name", "value"), [("brand", "#f2c94c"), ("accent", "#9be7c4"), ("ink", "#9a9a9a"), ("paper", "#7a7a7a")]
)
def test_a_colour_that_cannot_be_read(name: str, value: str, dress: Dress, sample: Path) -> None:
    """It is named with its line, both colours, the ratio and where they meet; with the hint's colour all is well."""
    project = dress("spacing: wide", f'{name}: "{value}"')
    found = check_site_look(project)
    assert found
    for finding in found:
        assert finding.rule == "look-contrast"
        assert (finding.file, finding.line) == (project.config_file, line_of(project, f"{name}:"))
        ratios = re.findall(r"contrast (\d+\.\d\d)", finding.message)
        [needed] = re.findall(r" (\d(?:\.\d)?) needed \(.+\)", finding.message)
        assert len(HEX.findall(finding.message)) == len(ratios) + 1 >= 2
        assert all(float(ratio) < float(needed) for ratio in ratios)
    [hint] = {finding.hint for finding in found}
    [better] = HEX.findall(hint)
    text = (sample / "mkdocs.yml").read_text("utf-8")
    (sample / "mkdocs.yml").write_text(text.replace(value, better), "utf-8")
    mended, _ = load_project(sample)
    assert mended is not None
    assert check_site_look(mended) == ()


def test_an_own_dark_colour_is_judged_in_its_own_line(dress: Dress) -> None:
    """A dark colour of the settings that cannot be read on dark paper is named at its line, and lightened."""
    project = dress("dark:", '  brand: "#1f5673"')
    found = check_site_look(project)
    assert found
    assert {finding.line for finding in found} == {line_of(project, 'brand: "#1f5673"')}
    assert all("in the dark look" in finding.message for finding in found)


def test_a_derived_colour_that_fails_for_an_own_ground(dress: Dress) -> None:
    """Where the dark ground is the project's own, it is that which must change."""
    project = dress("dark:", '  card: "#8a8a8a"')
    found = check_site_look(project)
    assert found
    assert {finding.line for finding in found} >= {line_of(project, "card:")}


def test_two_colours_at_odds(dress: Dress) -> None:
    """Words in the colour of the paper have no colour of their hue that is far; the finding still says what to do."""
    found = check_site_look(dress('paper: "#777777"', 'card: "#777777"', 'ink: "#777777"'))
    assert found
    assert all(finding.hint for finding in found)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"blue"', "'blue' does not have the form of 'brand'"),
        ('"#12345"', "'#12345' does not have"),
        ("#1f5673", "'brand' is empty"),
    ],
)
def test_a_colour_that_is_no_colour(value: str, said: str, sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """It is named with its line and with what to write; one without quotation marks is a comment, and so no value."""
    line = edit(
        "mkdocs.yml",
        "organisation: Example Council",
        f"organisation: Example Council\n      look:\n        brand: {value}",
    )
    project, [finding] = load_project(sample)
    assert project is None
    assert finding.line == line + 2
    assert said in finding.message
    assert "in quotes: '#1f5673'" in finding.hint


def test_an_unknown_key(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """A key that the look does not have is an error with the one that was meant."""
    edit(
        "mkdocs.yml",
        "organisation: Example Council",
        "organisation: X\n      look:\n        colour: '#123456'\n        brnd: 1",
    )
    _, found = load_project(sample)
    assert [finding.rule for finding in found] == ["unknown-key", "unknown-key"]
    assert "Did you mean 'brand'?" in {finding.hint for finding in found}


@pytest.mark.parametrize("role", ["text", "headings"])
def test_a_font_that_is_not_there(role: str, dress: Dress) -> None:
    """A family that neither comes with charterpress nor lies in the folder is named with those that there are."""
    project = dress(f"fonts: {{{role}: Comic Sans}}")
    [finding] = check_site_look(project)
    assert (finding.rule, finding.line) == ("look-font", line_of(project, "fonts:"))
    assert "'Comic Sans'" in finding.message
    assert "'Lexend'" in finding.hint


def test_a_font_of_ours_needs_no_folder(dress: Dress) -> None:
    """A family that comes with charterpress is there, however it is written."""
    assert check_site_look(dress("fonts: {text: lexend, headings: Source Sans 3}")) == ()
