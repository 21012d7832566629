"""Say in findings which links of a finished site lead nowhere, with the line that has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.findings import Finding
from charterpress.site.addresses import SiteMap
from charterpress.site.facts import page_facts
from charterpress.site.linkcheck import check_links
from charterpress.site.linkplaces import Origins


def check(root: Path, **pages: str) -> list[Finding]:
    """Return what is wrong with pages, named by their folder, all of which are there."""
    project, _ = load_project(root)
    assert project is not None
    site = root / "built"
    files = {
        "index.html" if name == "home" else f"{name.replace('_', '/')}/index.html": html for name, html in pages.items()
    }
    for name, html in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(html, encoding="utf-8")
    origins = Origins(load_library(project.docs), project, SiteMap({}, "en", project.locales, project.site_url))
    facts = [page_facts(name, html) for name, html in files.items()]
    return [each.relative_to(root.resolve()) for each in check_links(facts, site, origins)]


def test_a_link_of_a_page_by_hand(sample: Path) -> None:
    """A link to a Markdown file is found where the author wrote it, though the page has another one."""
    (sample / "docs/about.md").write_text("# About\n", encoding="utf-8")
    (sample / "docs/visit.md").write_text("# Visit\n\nSee\n[us](about.md#nobody).\n", encoding="utf-8")
    (found,) = check(sample, about='<h1 id="about">', visit='<a href="../about/#nobody">')
    assert (found.rule, str(found.file), found.line) == ("broken-anchor", "docs/visit.md", 4)


def test_a_link_of_a_document(sample: Path) -> None:
    """A link in a text of a document has the line of the text."""
    (found,) = check(sample, charters_family='<a href="#advocate">')
    lines = (sample / "docs/charters/family.yml").read_text("utf-8").splitlines()
    assert (found.rule, str(found.file)) == ("broken-anchor", "docs/charters/family.yml")
    assert found.line is not None
    assert "#advocate" in lines[found.line - 1]


def test_a_link_of_every_page_is_one_finding(sample: Path) -> None:
    """What a template has on all pages is said once, with the number of the others."""
    (found,) = check(
        sample,
        charters_family='<a href="/charters/lost/">',
        search='<a href="/charters/lost/">',
        home='<a href="lost/">',
    )
    assert found.rule == "broken-link"
    assert "2 other pages have this link, too" in found.message


@pytest.mark.parametrize(
    ("target", "level"), [("https://council.example/charters/x.odt", "warning"), ("x.odt", "error")]
)
def test_a_full_address_may_be_beside_the_site(sample: Path, target: str, level: str) -> None:
    """A server may have files that the site has not: for a link with the whole address that is a warning."""
    (found,) = check(sample, home=f'<a href="{target}">')
    assert (found.rule, found.level) == ("broken-link", level)


def test_an_id_that_stands_twice(sample: Path) -> None:
    """It is found in the source where it can be."""
    (sample / "docs/visit.md").write_text('# Visit\n\n<p id="a">x</p>\n', encoding="utf-8")
    (found,) = check(sample, visit='<p id="a"><p id="a">')
    assert (found.rule, str(found.file), found.line) == ("anchor-twice", "docs/visit.md", 3)
