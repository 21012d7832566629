"""Open the sample with settings of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.project import load_project
from charterpress.content.settings import Project, Settings


@pytest.fixture
def project_with(sample: Path) -> Callable[..., Project]:
    """Return what opens the sample with options of the plugin, and with an address of its own."""

    def open_project(site_url: str | None = "https://council.example/charters/", **options: object) -> Project:
        project, findings = load_project(sample)
        assert project is not None, findings
        settings = Settings.model_validate(options)
        return project.model_copy(update={"settings": settings, "site_url": site_url})

    return open_project
