"""Addresses last: what moved is found, what was taken out says so, and the record is kept by the build."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.site.settle import load_addresses

EXAMPLE, BOOK, CHARTER = "moved-and-removed", "addresses.yml", "docs/charters/forum-promise.yml"

Built = Callable[[str], Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]


@pytest.fixture
def project(tmp_path: Path, copy_example: Callable[[str, Path], Path]) -> Path:
    """Return a project of one charter that was never built."""
    return copy_example("valid/one-charter", tmp_path / "project")


def test_a_record_that_has_everything_stays_as_it_is(built: Built, examples: Path) -> None:
    """A build without new addresses changes not a byte of addresses.yml."""
    assert (built(EXAMPLE) / BOOK).read_bytes() == (examples / "valid" / EXAMPLE / BOOK).read_bytes()


@pytest.mark.parametrize("language", ["", "ur/"])
def test_old_addresses_are_there_in_every_language(built: Built, language: str) -> None:
    """On the page, each old id stands once: as a mark in its new place, or with what became of it."""
    html = (built(EXAMPLE) / "site" / language / "charters/forum-promise/index.html").read_text("utf-8")
    for anchor in ("listen-well", "home-visits", "kind-welcome", "lend-toys"):
        assert html.count(f'id="{anchor}"') == 1
    assert '<span lang="en" dir="ltr">We no longer have people who can come to you.</span>' in html
    assert html.index('id="no-judging"') < html.index('id="listen-well"') < html.index('id="keep-private"')


@pytest.mark.parametrize("language", ["", "ur/"])
def test_old_pages_are_there_in_every_language(built: Built, language: str) -> None:
    """A page that moved leads on, one that was taken out says why; search engines list neither."""
    charters = built(EXAMPLE) / "site" / language / "charters"
    moved = (charters / "our-welcome/index.html").read_text("utf-8")
    removed = (charters / "toy-library/index.html").read_text("utf-8")
    assert 'content="0; url=../forum-promise/"' in moved
    assert "The town library lends toys now." in removed
    for html in (moved, removed):
        assert '<meta name="robots" content="noindex">' in html
        assert 'href="../forum-promise/"' in html
    other = "../../../charters/toy-library/" if language else "../../ur/charters/toy-library/"
    assert f'href="{other}"' in removed, "its readers can change the language and stay"


def test_nothing_lists_what_is_gone(built: Built) -> None:
    """Sitemap, search and lists of pages have only what is there."""
    site = built(EXAMPLE) / "site"
    listed = [site / "sitemap.xml", site / "charters/index.html", site / "index.html", site / "search/pages.json"]
    listed += [site / "ur/search/pages.json"]
    for path in listed:
        said = path.read_text("utf-8")
        assert "forum-promise" in said
        for gone in ("toy-library", "our-welcome", "home-visits", "no longer have people"):
            assert gone not in said, path


def test_the_reference_site_has_all_its_addresses(examples: Path) -> None:
    """Building the repository changes no file that is in Git: addresses.yml has everything, and nothing is lost."""
    root = examples.parents[1]
    settled = load_addresses(root, date(2026, 11, 28))
    assert len(settled.addresses.book.fates) > 300
    assert settled.addresses.new == ()
    assert [each for each in settled.findings if each.rule.startswith("address-")] == []


def test_the_life_of_a_promise(project: Path, run: Run, tree: Tree) -> None:
    """The first build records it; gone, it stops the build; moved by the command, its old address leads on."""
    assert run(project, "build").returncode == 0
    book = (project / BOOK).read_text("utf-8")
    path = next((project / "docs/charters").iterdir())
    identifier = next(line for line in book.splitlines() if line.startswith("    "))
    old = next(
        line.split("id: ")[1].strip()
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("          - id: ")
    )
    assert identifier
    assert f"    {old}:\n" in book
    path.write_text(path.read_text("utf-8").replace(f"id: {old}\n", "id: quite-another\n"), "utf-8")
    site = tree(project / "site")
    stopped = run(project, "build")
    assert (stopped.returncode, stopped.stderr) == (1, "")
    assert f"#{old}' was published, and is no longer there [address-lost]" in stopped.stdout
    assert tree(project / "site") == site
    assert (project / BOOK).read_text("utf-8") == book
    assert run(project, "addresses").returncode == 1
    assert run(project, "addresses", "move", old, "quite-another").returncode == 0
    assert run(project, "build").returncode == 0
    html = next((project / "site/charters").glob("*/index.html")).read_text("utf-8")
    assert f'id="quite-another"><span class="cp-older" id="{old}"></span>' in html
    assert "    quite-another:\n" in (project / BOOK).read_text("utf-8")


def test_a_frozen_build_only_checks(project: Path, run: Run) -> None:
    """With --frozen, or as mkdocs.yml says, nothing is written; what is not recorded is a warning."""
    for words in (["build", "--frozen"], ["build"], ["check"]):
        if words == ["build"]:
            settings = project / "mkdocs.yml"
            settings.write_text(settings.read_text("utf-8").rstrip() + "\n      addresses: {frozen: true}\n", "utf-8")
        result = run(project, *words)
        assert result.returncode == 0
        assert "addresses.yml: warning: " in result.stdout
        assert "[address-unrecorded]" in result.stdout
        assert not (project / BOOK).exists()


def test_a_record_that_cannot_be_written(project: Path, run: Run) -> None:
    """The site is published all the same, and a warning says that the addresses are not recorded."""
    (project / f".{BOOK}.new").mkdir()
    result = run(project, "build")
    assert (result.returncode, result.stderr) == (0, "")
    assert "could not be written into addresses.yml" in result.stdout
    assert (project / "site/index.html").is_file()


def test_mkdocs_checks_and_does_not_write(project: Path, run: Run) -> None:
    """`mkdocs build` stops for a lost address and for a broken link, and writes no record."""
    assert run(project, "build", module="mkdocs").returncode == 0
    assert not (project / BOOK).exists()
    (project / "docs/visit.md").write_text("# Visit\n\n[x](nowhere.md)\n", "utf-8")
    broken = run(project, "build", module="mkdocs")
    assert broken.returncode == 1
    assert "docs/visit.md:3: error: " in broken.stderr
    (project / "docs/visit.md").unlink()
    (project / BOOK).write_text("charters/gone:\n", "utf-8")
    lost = run(project, "build", module="mkdocs")
    assert lost.returncode == 1
    assert "[address-lost]" in lost.stderr


def test_reports_on_links_outlive_a_build(project: Path, run: Run) -> None:
    """What `charterpress links` wrote into reports/ is there after the next build."""
    (project / "reports").mkdir()
    (project / "reports/links.json").write_text(json.dumps({"links": []}), "utf-8")
    assert run(project, "build").returncode == 0
    assert json.loads((project / "reports/links.json").read_text("utf-8")) == {"links": []}
