"""Make a project that adapts the charter of the sample, which stands in a folder beside its documents."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.library import Library, load_library

OURS = """\
kind: adaptation
id: ours
title: Our own promises
summary: What we promise in {area}.
version: "1.0"
adapts: family@1.2
from: shared
names:
  area: Northshire
agreed_by: The forum
agreed: 2026-09-01
changes:
  - replace: answer-you
    text: Answer your letters and calls.
    because: Families call us.
  - add: call-back
    to: services-listen
    after: hear-you
    text: Call you back.
    because: Families waited.
    agreed: 2026-09-08
  - remove: papers
    because: The law asks for it.
  - reorder: services-listen
    order: [answer-you, hear-you, call-back]
    because: Letters first.
"""

NAMES = """\
licence: CC BY 4.0
names:
  - {id: area, meaning: The area that the charter is for.}
  - {id: body, meaning: Who runs things., default: the council}
parties:
"""


@pytest.fixture
def ours(sample: Path) -> Path:
    """Return the file of an adaptation; the project of the sample is in the folder `shared` of its project."""
    root = sample.parent / "adapting project"
    shutil.copytree(sample, root / "shared")
    shared = root / "shared" / "docs" / "charters" / "family.yml"
    text = shared.read_text(encoding="utf-8").replace("parties:\n", NAMES, 1)
    shared.write_text(text.replace("Hear you out.", "'Hear {body} out in {area}.'"), encoding="utf-8")
    path = root / "docs" / "charters" / "ours.yml"
    path.parent.mkdir(parents=True)
    path.write_text(OURS, encoding="utf-8")
    return path


@pytest.fixture
def change(ours: Path) -> Callable[..., int]:
    """Return what puts new words in the place of old ones in the adaptation, and tells on which line they stand.

    `name` is another file of the project.
    """

    def put(old: str, new: str, name: str | None = None) -> int:
        path = ours if name is None else ours.parents[2] / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return put


@pytest.fixture
def load(ours: Path) -> Callable[[], Library]:
    """Return what loads the project that adapts."""
    return lambda: load_library(ours.parents[1], ours.parents[2])


@pytest.fixture
def adapted(load: Callable[[], Library]) -> Callable[[], Adapted]:
    """Return what loads the adaptation, which has no faults."""

    def loaded() -> Adapted:
        library = load()
        assert [finding for finding in library.findings if finding.level == "error"] == []
        return library.adaptations["ours"]

    return loaded
