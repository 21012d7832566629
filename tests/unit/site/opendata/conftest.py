"""Make the data of the sample, in each of its languages, as it is on disk."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from charterpress.content.project import load_project
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import load_words
from charterpress.site.addresses import SiteMap
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.files import OpenData

COMPLETE = Path(__file__).parents[2] / "content" / "model" / "complete"
FOLDERS = {"charter": "charters/family", "guidance": "guidance/rules", "guide": "guides/involved"}


@pytest.fixture
def open_sample(
    sample: Path, localise_sample: Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
) -> Callable[[], dict[str, OpenData]]:
    """Return what makes the data of the sample, by language."""

    def make() -> dict[str, OpenData]:
        project, _ = load_project(sample)
        assert project is not None
        languages, sitemap = localise_sample()
        return {code: OpenData(Shelf(languages, sitemap, code), project, load_words(code)) for code in project.locales}

    return make


@pytest.fixture
def complete(sample: Path) -> Path:
    """Return the sample with documents that have every key there is."""
    for kind, name in {**FOLDERS, "theme": "themes/listening"}.items():
        shutil.copy(COMPLETE / f"{kind}.yml", sample / "docs" / f"{name}.yml")
    return sample


@pytest.fixture(scope="session")
def read() -> Callable[[OpenData, str], Any]:
    """Return what reads the only document in a data file."""

    def read_one(data: OpenData, key: str) -> Any:  # noqa: ANN401 - JSON
        (document,) = json.loads(data.files[f"data/{key}.json"])["documents"]
        return document

    return read_one


@pytest.fixture(scope="session")
def walk() -> Callable[[Any], Iterator[dict[str, Any]]]:
    """Return what yields every object in JSON."""

    def objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
        if isinstance(value, dict):
            yield value
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from objects(each)

    return objects
