"""Test `charterpress new language`: a language is in the settings and has its files, or nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
SETTINGS = """\
site_name: Family promises
plugins:
  - i18n:
      languages:
        - locale: en
          name: English
          default: true
  - charterpress:
      organisation: Example Council
"""


@pytest.fixture
def project(sample: Path) -> Path:
    """Return the sample with one language, listed in the form that can be added to."""
    (sample / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for code in ("cy", "ur"):
        (sample / f"docs/index.{code}.md").unlink()
    return sample


def test_a_language(charterpress: Command, project: Path) -> None:
    """The command says what it wrote and what comes next, and the project is in order afterwards."""
    result = charterpress("new", "language", "so", "family", "--project", project)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:3] == ["wrote mkdocs.yml", "wrote docs/index.so.md", "wrote i18n/so/family.po"]
    assert "  charterpress translate export so" in lines
    assert lines[-1] == "No findings."
    assert charterpress("check", "--project", project).code == 0
    status = charterpress("translate", "status", "so", "--project", project).out
    assert "family" in status
    assert "nothing is translated" in status


def test_a_name_for_the_site(charterpress: Command, project: Path) -> None:
    """The site may have a name of its own in the new language."""
    result = charterpress("new", "language", "cy", "--site-name", "Addewidion: ein rhai ni", "--project", project)
    assert result.code == 0
    assert "Addewidion: ein rhai ni" in (project / "mkdocs.yml").read_text("utf-8")
    assert (project / "docs/index.cy.md").read_text("utf-8") == "# Addewidion: ein rhai ni\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["en"], "'en' is in mkdocs.yml already"),
        (["zz"], "is not a language that the locale data knows"),
        (["../so"], "is no code of a language"),
        (["en-XA"], "is no code of a language"),
        (["so", "nonsense"], "There is no document 'nonsense'. Known: family, involved, listening, rules."),
    ],
)
def test_what_cannot_be_added(charterpress: Command, project: Path, words: list[str], said: str) -> None:
    """A language that is there already, or is none, ends with 2; nothing has changed."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    result = charterpress("new", "language", *words, "--project", project)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_broken_document(charterpress: Command, project: Path, edit: Edit) -> None:
    """With an error in a document nothing is written, and the command ends with 1."""
    edit("docs/charters/family.yml", "title: Meetings", "titel: Meetings")
    result = charterpress("new", "language", "so", "--project", project)
    assert result.code == 1
    assert "unknown-key" in result.out
    assert (project / "mkdocs.yml").read_text("utf-8") == SETTINGS
    assert not (project / "i18n").exists()
