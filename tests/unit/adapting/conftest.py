"""Make a project that adapts a charter of which there is a newer version, with every kind of conflict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from charterpress.adapting.keeping import copies_to_keep
from charterpress.adapting.opened import Opened, open_adaptations
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.writing import write_files

SETTINGS = """\
site_name: Our charters
site_url: https://charters.example/
plugins:
  - i18n:
      languages:
        - locale: en
          default: true
  - charterpress:
      organisation: Our Forum
"""

THEME = "kind: theme\nid: {id}\ntitle: {id}\nsummary: What it means.\n"

OLD = """\
kind: charter
id: shared
title: Shared charter
summary: What we promise each other.
version: "1.0"
approved: 2026-05-01
licence: CC BY 4.0
publisher: {name: The Council}
parties:
  - {id: families, name: Families}
  - {id: council, name: The council}
themes:
  - theme: respect
    promises:
      - id: manners
        title: What the council does
        by: council
        to: families
        commitments:
          - {id: listen, text: Listen to you before we decide.}
          - {id: explain, text: Explain what we do.}
          - {id: on-time, text: Come on time., unless: Not when it snows.}
          - {id: call, text: Call you back.}
          - {id: greet, text: Greet you.}
  - theme: sharing
    promises:
      - id: papers
        title: What the council shares
        by: council
        to: families
        commitments:
          - {id: show, text: Show you a report.}
          - {id: store, text: Store your papers well.}
      - id: visits
        title: Visits
        by: council
        to: families
        commitments:
          - {id: visit, text: Visit you at home.}
"""

NEW = (
    ('version: "1.0"', 'version: "1.1"'),
    ("Listen to you before we decide.", "Listen to you well before we decide."),
    ("Explain what we do.", "Explain all that we do."),
    ("          - {id: on-time, text: Come on time., unless: Not when it snows.}\n", ""),
    ("Call you back.", "Call you back soon."),
    ("          - {id: greet, text: Greet you.}\n", "          - {id: smile, text: Smile.}\n"),
    (
        "          - {id: store, text: Store your papers well.}\n",
        "          - {id: ask, text: Ask before we share., detail: Each time.}\n",
    ),
    ("Show you a report.", "Show you each report."),
)
"""What the council changes from version 1.0 to 1.1."""

OURS = (Path(__file__).parent / "ours.yml").read_text("utf-8")


@dataclass(frozen=True)
class Place:
    """Hold a project on disk, and the file of its adaptation."""

    root: Path

    @property
    def path(self) -> Path:
        """Return the file of the adaptation."""
        return self.root / "docs" / "charters" / "ours.yml"

    @property
    def shared(self) -> Path:
        """Return the file of the charter that is adapted."""
        return self.root / "shared" / "docs" / "charters" / "shared.yml"

    def bytes(self) -> bytes:
        """Return what the adaptation says now."""
        return self.path.read_bytes()

    def write(self, text: str) -> None:
        """Write the adaptation, each sign as it is."""
        self.path.write_bytes(text.encode())

    def move(self, *changes: tuple[str, str]) -> None:
        """Publish the next version of the charter that is adapted; without changes, all of them."""
        text = self.shared.read_text("utf-8")
        for old, new in changes or NEW:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.shared.write_text(text, "utf-8")

    def open(self) -> tuple[Opened, Adapted]:
        """Return the project and its adaptation, which must have nothing wrong with it."""
        opened, findings = open_adaptations(self.root, "ours")
        assert opened is not None
        assert findings == ()
        return opened, opened.adaptations["ours"]


Begin = Callable[..., Place]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Return what writes the project with an adaptation of version 1.0, and keeps a copy of that."""

    def write(text: str = OURS, name: str = "our project") -> Place:
        root = tmp_path / name
        place = Place(root)
        for path in (place.path, place.shared):
            path.parent.mkdir(parents=True)
            (path.parents[1] / "themes").mkdir()
        for theme in ("respect", "sharing"):
            (root / "shared" / "docs" / "themes" / f"{theme}.yml").write_text(THEME.format(id=theme), "utf-8")
        (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
        place.shared.write_text(OLD, "utf-8")
        place.write(text)
        opened, _ = place.open()
        copies, findings = copies_to_keep(opened)
        assert findings == ()
        write_files(copies)
        return place

    return write


@pytest.fixture
def moved(begin: Begin) -> Place:
    """Return the project after the council has published version 1.1."""
    place = begin()
    place.move()
    return place
