"""Test which hand-written pages there are, and in which language each is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from charterpress.content.project import load_project
from charterpress.content.settings import Language, Project
from charterpress.findings import Finding, Level
from charterpress.site.markdown_pages import check_markdown_pages, markdown_pages

Edit = Callable[[str, str, str], int]


def opened(sample: Path) -> Project:
    """Return the sample as it is on disk."""
    project, findings = load_project(sample)
    assert findings == ()
    assert project is not None
    return project


def write(sample: Path, *names: str) -> None:
    """Write pages into docs/."""
    for name in names:
        path = sample / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# A page\n", encoding="utf-8")


def found(sample: Path) -> set[tuple[str, str]]:
    """Return name and language of each page."""
    return {(page.name, page.locale) for page in markdown_pages(opened(sample))}


def checked(sample: Path) -> list[Finding]:
    """Return what is wrong with the pages."""
    return list(check_markdown_pages(opened(sample)))


def test_the_suffix_names_the_language(sample: Path) -> None:
    """`about.cy.md` is the Welsh page `about`; without a language it is in the default one."""
    write(sample, "about.md", "about.cy.md", "help/index.md", "help/index.ur.md")
    assert found(sample) == {
        ("index", "en"),
        ("index", "cy"),
        ("index", "ur"),
        ("about", "en"),
        ("about", "cy"),
        ("help/index", "en"),
        ("help/index", "ur"),
    }


def test_a_dot_that_names_no_language(sample: Path) -> None:
    """A dot before something that is no language of the site is part of the name."""
    write(sample, "version-1.2.md", "about.fr.md")
    assert {("version-1.2", "en"), ("about.fr", "en")} <= found(sample)


def test_excluded_pages(sample: Path, edit: Edit) -> None:
    """Pages that the settings keep out of the site are no pages."""
    write(sample, "howto/add.md", "notes.md")
    edit("mkdocs.yml", "plugins:\n", "exclude_docs: |\n  /howto/\nplugins:\n")
    names = {name for name, _ in found(sample)}
    assert "notes" in names
    assert "howto/add" not in names


def test_every_language_has_a_start_page(sample: Path) -> None:
    """A language without a start page is an error that names the file to write."""
    assert checked(sample) == []
    (sample / "docs/index.md").unlink()
    (sample / "docs/index.ur.md").unlink()
    findings = checked(sample)
    assert [(f.rule, f.level, f.locale) for f in findings] == [
        ("missing-home", Level.ERROR, "en"),
        ("missing-home", Level.ERROR, "ur"),
    ]
    assert [f.file and f.file.name for f in findings] == ["index.md", "index.ur.md"]
    assert all(f.file is not None and f.file.name in f.hint for f in findings)


def test_a_language_that_is_not_built_needs_none(sample: Path, edit: Edit) -> None:
    """A language that is switched off may lack its start page."""
    (sample / "docs/index.ur.md").unlink()
    edit("mkdocs.yml", "{locale: ur}", "{locale: ur, build: false}")
    assert checked(sample) == []


def test_made_up_languages(sample: Path) -> None:
    """A made-up language has each page of the default one once more, from the same file; it needs none of its own."""
    write(sample, "about.md", "about.cy.md", "help/index.md")
    project = opened(sample).with_languages((Language(locale="en-XA"), Language(locale="en-XB")))
    pages = markdown_pages(project)
    own = {(page.name, page.path) for page in pages if page.locale == "en"}
    assert {name for name, _ in own} == {"index", "about", "help/index"}
    for code in ("en-XA", "en-XB"):
        assert {(page.name, page.path) for page in pages if page.locale == code} == own
    assert list(check_markdown_pages(project)) == []


def test_a_page_in_another_encoding(sample: Path) -> None:
    """A page that is not UTF-8 is an error with its file and line."""
    path = sample / "docs" / "about.md"
    path.write_bytes("# About\n\nA caf\xe9\n".encode("latin-1"))
    [finding] = checked(sample)
    assert (finding.rule, finding.line) == ("not-utf-8", 3)
    assert finding.file is not None
    assert finding.file.name == "about.md"
