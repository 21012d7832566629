"""Test the closing lines of a build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from charterpress.build import Built
from charterpress.check import Checked
from charterpress.host.prepared import Prepared
from charterpress.languages.locales import load_locale
from charterpress.readability.page import Kind
from charterpress.site.addresses import site_map
from charterpress.summary import render_summary

ROOT = Path("a project")


def built(reference: Checked, *, published: bool) -> Built:
    """Return a build of the reference site that made 86 pages and no leaflets."""
    assert reference.project is not None
    sitemap = site_map(reference.languages, reference.project)
    return Built(Prepared(reference, sitemap, (), reference.findings), 86, 12.34, published)


def test_what_was_made(reference: Checked) -> None:
    """The summary says how long it took, and how many pages, languages and leaflets there are."""
    text = render_summary(built(reference, published=True), ROOT)
    assert "Built in 12.3 seconds" in text
    names = [load_locale(code).english_name for code in reference.languages]
    assert len(names) >= 5
    for words in ("pages       86", f"languages   {len(names)}: {', '.join(names)}\n", "leaflets    0"):
        assert words in text


def test_the_hardest_pages(reference: Checked) -> None:
    """The three hardest pages are named with grade and limit, the hardest first."""
    lines = render_summary(built(reference, published=True), ROOT).split("\n")
    start = next(at for at, line in enumerate(lines) if "hardest to read" in line)
    graded = [(made.grade, made) for made in reference.verdicts if made.grade is not None]
    hardest = sorted(graded, key=lambda pair: -pair[0])[:3]
    kinds = ["" if made.page.kind is Kind.PAGE else " (leaflet)" for _, made in hardest]
    assert [line.strip() for line in lines[start + 1 : start + 4]] == [
        f"grade {grade:4.1f} of {made.limit:g}  {made.page.title}{kind}"
        for (grade, made), kind in zip(hardest, kinds, strict=True)
    ]
    assert not lines[start + 4].strip().startswith("grade")


def test_a_leaflet_is_named_as_one(reference: Checked) -> None:
    """A leaflet among the hardest is told apart from the page of the same name."""
    leaflets = [made for made in reference.verdicts if made.page.kind is Kind.LEAFLET]
    assert leaflets
    made = built(replace(reference, verdicts=tuple(leaflets[:1])), published=True)
    assert f"{leaflets[0].page.title} (leaflet)\n" in render_summary(made, ROOT)


def test_where_to_look(reference: Checked) -> None:
    """The summary names the folders to publish, to print and to read."""
    text = render_summary(built(reference, published=True), ROOT)
    for path in (ROOT / "site", ROOT / "print", ROOT / "reports" / "index.html"):
        assert str(path) in text


def test_nothing_published(reference: Checked) -> None:
    """When nothing was published the summary says so, and where the reasons are."""
    text = render_summary(built(reference, published=False), ROOT)
    assert text.startswith("Nothing was published")
    assert str(ROOT / "reports" / "index.html") in text
    assert "Built in" not in text
