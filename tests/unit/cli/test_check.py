"""Test `charterpress check`: what it prints and how it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"


def test_a_clean_project(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A project with nothing wrong ends with 0."""
    edit("docs/guidance/rules.yml", "edition: edition-old", "edition: edition-new")
    result = charterpress("check", "--project", sample)
    assert (result.code, result.out, result.err) == (0, "No findings.\n", "")


def test_warnings(charterpress: Command, sample: Path) -> None:
    """Warnings alone end with 0, and with 1 when asked to be strict."""
    result = charterpress("check", "--project", sample)
    assert result.code == 0
    assert "Found 3 warnings." in result.out
    assert charterpress("check", "--strict", "--project", sample).code == 1


def test_the_folder_you_are_in(charterpress: Command, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name for it, the project is the folder you are in, and files are named from there."""
    monkeypatch.chdir(sample)
    result = charterpress("check")
    assert result.code == 0
    assert f"\n{CHARTER}:" in f"\n{result.out}"


def test_errors(charterpress: Command, sample: Path, edit: Edit) -> None:
    """An error ends with 1, with the file from the project's folder, the line, and what to do."""
    line = edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("check", "--project", sample)
    assert (result.code, result.err) == (1, "")
    assert f"{CHARTER}:{line}:14: error: the key 'titel' is not known here [unknown-key]\n" in result.out
    assert "    Did you mean 'title'?\n" in result.out


def test_wrong_settings(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A wrong setting is a finding like any other."""
    line = edit(MK, "organisation:", "organisaton:")
    result = charterpress("check", "--project", sample)
    assert result.code == 1
    assert re.search(rf"mkdocs\.yml:{line}:\d+: error: the key 'organisaton' is not known here", result.out)


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github"])
def test_formats(charterpress: Command, sample: Path, edit: Edit, name: str) -> None:
    """In every format the output is that format and nothing else, and the command ends alike."""
    edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("check", "--format", name, "--project", sample)
    assert (result.code, result.err) == (1, "")
    if name == "junit":
        assert ET.fromstring(result.out).get("failures") == "2"  # noqa: S314 - our own words
    elif name == "github":
        assert all(line.startswith("::") for line in result.out.splitlines())
    else:
        assert json.loads(result.out)
    assert CHARTER in result.out
