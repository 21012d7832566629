"""Test what a build is made of: the check, the site map, and the leaflets with what keeps them back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import Level
from charterpress.host.prepared import prepare
from charterpress.languages.fonts import LEXEND

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
        "downloads/family.en.booklet.pdf": True,
        "downloads/family.en.sheet.pdf": True,
        "downloads/family.en.large-print.pdf": True,
    }


def test_papers_for_the_print_shop(sample: Path) -> None:
    """A build gets the papers beside each press PDF; what does not ask for them, such as a preview, gets none."""
    prepared = prepare(sample, papers=True)
    assert prepared.may_publish
    assert [one.path.name for one in prepared.printed] == [
        "family.en.trifold.pdf",
        "family.en.booklet.pdf",
        "family.en.booklet.pages.pdf",
    ]
    for one in prepared.printed:
        endings = {"job.pdf", "preflight.html"} | (
            set() if "pages" in one.path.name else {"proof-1.png", "proof-2.png"}
        )
        assert {f"{one.path.stem}.{ending}" for ending in endings} < set(one.papers)
        assert b"Our promises & yours" in one.papers[f"{one.path.stem}.job.json"]
        assert ("proof-1.png" in str(sorted(one.papers))) is ("pages" not in one.path.name)
    assert [one.papers for one in prepare(sample).printed] == [{}, {}, {}]


def test_a_font_of_the_press_alone(sample: Path, edit: Edit) -> None:
    """In other fonts than the screen's, text ends elsewhere on paper; the order of panels is checked all the same."""
    shutil.copytree(LEXEND.paths[0].parent, sample / "fonts")
    fonts = "fonts: {folder: fonts, languages: {en: {press: Lexend}}}"
    edit("mkdocs.yml", "organisation: Example Council", f"organisation: A\n      leaflets:\n        {fonts}")
    prepared = prepare(sample, papers=True)
    assert prepared.may_publish, prepared.findings
    assert len(prepared.printed) == 3
    for one in prepared.printed:
        certificate = json.loads(one.papers[f"{one.path.stem}.preflight.json"])
        outcomes = {check["name"]: check["outcome"] for check in certificate["checks"]}
        assert outcomes["fold-order"] == "passed"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not copied")
def test_typst_runs_in_other_processes(sample: Path) -> None:
    """This process has one thread after leaflets and papers are made: Typst, which starts some, ran elsewhere."""
    program = (
        "import os, sys, time\nfrom pathlib import Path\nfrom charterpress.host.prepared import prepare\n"
        "made = prepare(Path(sys.argv[1]), papers=True)\ntime.sleep(0.5)\n"
        "print(len(made.printed[0].papers), len(os.listdir('/proc/self/task')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(sample)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout == "6 1\n"
