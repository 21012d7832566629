"""Load documents for the tests of the content room: small ones, and one of each kind with every key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.findings import Finding

COMPLETE = Path(__file__).parent / "model" / "complete"
FOLDERS = {"charter": "charters", "guidance": "guidance", "guide": "guides", "theme": "themes"}


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    """Return a docs folder with one document of each kind, in which every key is used."""
    for kind, folder in FOLDERS.items():
        target = tmp_path / "complete" / "docs" / folder / f"{kind}.yml"
        target.parent.mkdir(parents=True)
        shutil.copy(COMPLETE / f"{kind}.yml", target)
    shutil.copy(COMPLETE / "statement.yml", tmp_path / "complete" / "docs" / "accessibility.yml")
    return tmp_path / "complete" / "docs"


@pytest.fixture
def problems(sample: Path) -> Callable[[], list[tuple[str, str, int | None]]]:
    """Return what lists the findings of the sample as (rule, file below docs/, line)."""

    def listed() -> list[tuple[str, str, int | None]]:
        docs = sample / "docs"
        return sorted(
            (finding.rule, finding.file.relative_to(docs).as_posix() if finding.file else "", finding.line)
            for finding in load_library(docs).findings
        )

    return listed


@pytest.fixture
def only(sample: Path) -> Callable[[str], Finding]:
    """Return what gives the one finding of a rule in the sample."""

    def found(rule: str) -> Finding:
        (finding,) = [finding for finding in load_library(sample / "docs").findings if finding.rule == rule]
        return finding

    return found
