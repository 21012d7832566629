"""Test what a build is made of: the check, the site map, and the leaflets with what keeps them back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from charterpress.findings import Level
from charterpress.host.prepared import prepare

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]


def test_a_charter_without_a_leaflet(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """A charter that a language shows with gaps has a page and no leaflet there; a warning names the file to finish."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Meetings": ""})
    prepared = prepare(sample)
    assert prepared.may_publish
    assert prepared.sitemap.has("cy", "charters/family")
    assert {(made.charter_id, made.locale) for made in prepared.leaflets} == {("family", "en")}
    assert prepared.downloads("cy") == ()
    [finding] = [finding for finding in prepared.findings if finding.rule == "no-leaflet"]
    assert (str(finding.file), finding.locale, finding.level) == ("i18n/cy/family.po", "cy", Level.WARNING)


def test_made_up_languages(sample: Path) -> None:
    """With made-up languages the site map has their pages; they have no leaflets, and nothing is wrong with that."""
    prepared = prepare(sample, pseudo=True)
    assert prepared.sitemap.locales == ("en", "cy", "ur", "en-XA", "en-XB")
    for code in ("en-XA", "en-XB"):
        for path in ("", "charters/family", "guidance/rules", "glossary", "search"):
            assert prepared.sitemap.has(code, path)
    assert {made.locale for made in prepared.leaflets} == {"en"}
    assert not [finding for finding in prepared.findings if finding.rule == "no-leaflet" or finding.locale == "en-XA"]


def test_a_charter_that_chooses(sample: Path, edit: Edit) -> None:
    """The page is told which of its leaflets have some of the promises: the folded one."""
    edit("docs/charters/family.yml", "parties:\n", "leaflet: {commitments: [papers]}\nparties:\n")
    prepared = prepare(sample)
    assert prepared.may_publish
    assert {file.address: file.whole for file in prepared.downloads("en")} == {
        "downloads/family.en.pdf": False,
        "downloads/family.en.sheet.pdf": True,
        "downloads/family.en.large-print.pdf": True,
    }
