"""Test `charterpress build` where it must hold back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"


def test_a_build_that_must_not_be_published(charterpress: Command, sample: Path, edit: Edit) -> None:
    """With an error a build ends with 1; the old site stays, and only the reports are new."""
    (sample / "site").mkdir()
    (sample / "site" / "index.html").write_text("old", encoding="utf-8")
    edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("build", "--project", sample)
    assert result.code == 1
    assert "unknown-key" in result.out
    assert "Nothing was published" in result.out
    assert [path.name for path in (sample / "site").iterdir()] == ["index.html"]
    assert (sample / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert {path.name for path in sample.iterdir()} == {"docs", "site", "reports", MK}
    assert "titel" in (sample / "reports" / "findings.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", ["theme: {name: material, custom_dir: nowhere}", "theme: nonsense", "nav: words"])
def test_a_build_that_mkdocs_refuses(charterpress: Command, sample: Path, edit: Edit, setting: str) -> None:
    """Where MkDocs does not take a setting, the build ends with 2 and its words, and leaves nothing behind."""
    edit(MK, "site_name: Family promises", f"site_name: Family promises\n{setting}")
    before = {path.name for path in sample.iterdir()}
    result = charterpress("build", "--project", sample)
    assert result.code == 2
    assert "charterpress: MkDocs could not build the site: " in result.err
    assert {path.name for path in sample.iterdir()} - {".cache"} == before
