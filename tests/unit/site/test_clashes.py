"""No two pages have one address."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.languages.library import localise
from charterpress.site.clashes import check_clashes


def clashes(root: Path) -> list[tuple[str, str]]:
    """Return the file and the message of each clash."""
    project, _ = load_project(root)
    assert project is not None
    library = load_library(project.docs)
    languages = {code: localise(library, project, code) for code in project.locales}
    found = check_clashes(library, project, languages)
    return [(each.file.relative_to(root.resolve() / "docs").as_posix(), each.message) for each in found if each.file]


def test_the_sample_has_none(sample: Path) -> None:
    """Pages with addresses of their own are not blamed."""
    (sample / "docs" / "about.md").write_text("# A", encoding="utf-8")
    (sample / "docs" / "about.cy.md").write_text("# A", encoding="utf-8")
    assert clashes(sample) == []


@pytest.mark.parametrize(
    ("files", "blamed", "words"),
    [
        (("charters/family.md",), "charters/family.md", "docs/charters/family.yml has it"),
        (("Charters/Family.md",), "Charters/Family.md", "in capital letters alone"),
        (("charters.md",), "charters.md", "charterpress makes"),
        (("search.md",), "search.md", "charterpress makes"),
        (("visit.md", "visit/index.md"), "visit.md", "docs/visit/index.md has it"),
        (("cy/visit.md", "visit.cy.md"), "visit.cy.md", "docs/cy/visit.md has it"),
        (("visit.md", "visit/index.html"), "visit/index.html", "docs/visit.md has it"),
        (("About.md", "about.md"), "about.md", "in capital letters alone"),
    ],
)
def test_one_address_for_two(sample: Path, files: tuple[str, ...], blamed: str, words: str) -> None:
    """The later file is blamed, and the message names what has the address already."""
    for name in files:
        (sample / "docs" / name).parent.mkdir(exist_ok=True)
        (sample / "docs" / name).write_text("# A", encoding="utf-8")
    ((file, message),) = clashes(sample)
    assert file == blamed
    assert words in message
