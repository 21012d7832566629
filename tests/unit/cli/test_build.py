"""Test `charterpress build` and `charterpress translate update` where they must hold back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"


@pytest.mark.parametrize("locale", ["zz", "", "../cy", "english", "en_GB", "\n", "é", "c" * 1000])
def test_update_for_no_language(charterpress: Command, sample: Path, locale: str) -> None:
    """What is no language ends with 2, and no folder is made of it."""
    before = sorted(sample.rglob("*"))
    result = charterpress("translate", "update", locale, "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert "is not a language that the locale data knows" in result.err
    assert sorted(sample.rglob("*")) == before


@pytest.mark.parametrize("document", ["nonsense", "", "../family", "family.po", "FAMILY"])
def test_update_for_no_document(charterpress: Command, sample: Path, document: str) -> None:
    """What is no document ends with 2 and a list of those there are."""
    result = charterpress("translate", "update", "cy", document, "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert f"There is no document '{document}'. Known: family, involved, listening, rules." in result.err
    assert not (sample / "i18n").exists()


def test_update(charterpress: Command, sample: Path) -> None:
    """Updating says which files were written, and a second time that there was nothing to do."""
    result = charterpress("translate", "update", "cy", "family", "rules", "--project", sample)
    assert result.code == 0
    assert result.out.splitlines()[:2] == ["wrote i18n/cy/family.po", "wrote i18n/cy/rules.po"]
    again = charterpress("translate", "update", "cy", "family", "--project", sample)
    assert (again.code, again.out) == (0, "No findings.\n")


def test_update_with_a_broken_document(charterpress: Command, sample: Path, edit: Edit) -> None:
    """With an error in a document nothing is written, and the command ends with 1."""
    edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("translate", "update", "cy", "--project", sample)
    assert result.code == 1
    assert "unknown-key" in result.out
    assert not (sample / "i18n").exists()


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
