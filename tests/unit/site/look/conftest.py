"""Give the sample a look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.project import load_project
from charterpress.content.settings import Project

Dress = Callable[..., Project]


@pytest.fixture
def dress(sample: Path, edit: Callable[[str, str, str], int]) -> Dress:
    """Return what writes lines under `look:` into the settings of the sample, and opens it."""

    def write(*lines: str) -> Project:
        look = "\n        ".join(("organisation: Example Council\n      look:", *lines))
        edit("mkdocs.yml", "organisation: Example Council", look)
        project, findings = load_project(sample)
        assert project is not None, findings
        return project

    return write
