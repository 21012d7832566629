"""Test what is written for editors: the verdict on each page, why it is so, and what is exempted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from charterpress.check import Checked, check
from charterpress.host.prepared import Prepared
from charterpress.leaflets.leaflet import Leaflet
from charterpress.readability.page import Kind
from charterpress.readability.verdict import Outcome
from charterpress.report.html import LeafletRow
from charterpress.reports import grade_rows, leaflet_rows, progress_rows, write_reports
from charterpress.site.addresses import SiteMap, site_map

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
GUIDE, GUIDANCE = "docs/guides/involved.yml", "docs/guidance/rules.yml"
HARD = "Authorities communicate organisational responsibilities comprehensively."
EASY = "We will listen to you at once."


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Checked], Path]:
    """Return what writes the reports on a project and tells where."""

    def write_files(checked: Checked) -> Path:
        sitemap = site_map(checked.languages, checked.project) if checked.project else SiteMap({}, "en", ("en",), None)
        folder = tmp_path / "reports"
        folder.mkdir(exist_ok=True)
        write_reports(Prepared(checked, sitemap, (), checked.findings), folder)
        return folder

    return write_files


Write = Callable[[Checked], Path]


def pages(folder: Path) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Return the pages of the reading report for programs, by name, kind and language."""
    body = json.loads((folder / "reading.json").read_text("utf-8"))
    found = {(page["name"], page["kind"], page["language"]): page for page in body["pages"]}
    assert len(found) == len(body["pages"]) > 0
    return found


def test_leaflets(sample: Path) -> None:
    """The report lists what was made; a share that is not the whole is never rounded up to it."""
    checked = check(sample)
    made = Leaflet("family", "en", "sheet", b"12345", (), 12.0, 3, copied=0.9999)
    [row] = leaflet_rows(Prepared(checked, SiteMap({}, "en", ("en",), None), (made,), ()))
    title = str(checked.library.documents["family"].title)
    assert row == LeafletRow(title, "en", "sheet", 12.0, 3, 5, 99.9)


def test_every_report(sample: Path, write: Write) -> None:
    """There is a report to read, one on the texts, the findings in every format for programs, and nginx' settings."""
    folder = write(check(sample))
    names = [
        "findings.json",
        "findings.sarif",
        "findings.xml",
        "index.html",
        "nginx.conf",
        "reading.html",
        "reading.json",
    ]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert "docs/guides/involved.yml" in (folder / "index.html").read_text("utf-8")
    assert "Should parents be involved?" in (folder / "reading.html").read_text("utf-8")


def test_reports_on_wrong_settings(sample: Path, edit: Edit, write: Write) -> None:
    """With a wrong setting the reports say so, beside the pages; there are no settings for servers then."""
    edit("mkdocs.yml", "organisation:", "organization:")
    folder = write(check(sample))
    assert json.loads((folder / "reading.json").read_text("utf-8"))["pages"]
    assert "organization" in (folder / "index.html").read_text("utf-8")
    assert not list(folder.glob("*.conf"))
    edit("mkdocs.yml", "site_name: Family promises", "docs_dir: [docs]")
    assert json.loads((write(check(sample)) / "reading.json").read_text("utf-8"))["pages"] == []


def test_rows_of_grades(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """There is a row for each page and leaflet, the hardest first, those without a grade last."""
    edit(GUIDE, "It helps your child.", " ".join([HARD] * 20))
    translate_sample("cy", "family")
    checked = check(sample)
    rows = grade_rows(checked)
    assert len(rows) == len(checked.verdicts) > 9
    grades = [row.grade for row in rows]
    graded = [grade for grade in grades if grade is not None]
    assert grades[: len(graded)] == sorted(graded, reverse=True)
    assert set(grades[len(graded) :]) == {None}
    assert (rows[0].title, rows[0].file, rows[0].outcome) == ("Should parents be involved?", GUIDE, "fails")
    assert (rows[0].limit, rows[0].kind, rows[0].audience) == (7, "page", "families")
    [welsh] = [row for row in rows if row.file == "i18n/cy/family.po"]
    assert (welsh.language, welsh.outcome, welsh.limit) == ("cy", "not judged", None)
    assert {row.kind for row in rows} == {"page", "leaflet", "glossary"}


def test_a_page_is_explained(sample: Path, edit: Edit, write: Write) -> None:
    """The reading report has a page's score, its limit and target, and what each of its sentences adds."""
    edit(GUIDE, "It helps your child.", " ".join([*[EASY] * 10, *[HARD] * 6]))
    checked = check(sample)
    page = pages(write(checked))["involved", "page", "en"]
    [verdict] = [made for made in checked.verdicts if made.page.name == "involved"]
    assert (page["score"], page["words"]) == (verdict.score, verdict.words)
    assert (page["limit"], page["target"], page["margin"]) == (7, 6, 0)
    assert (page["outcome"], page["status"], page["reason"]) == ("fails", "validated", "It is over the limit.")
    assert page["file"] == GUIDE
    assert page["fixes"] > 1
    assert page["shape"] == ""
    assert {"word": "organisational", "times": 6, "syllables": 6, "use": []} in page["hard_words"]
    said = [sentence for unit in page["units"] if unit["scored"] for sentence in unit["sentences"]]
    assert [sentence["text"] for sentence in said].count(HARD) == 6
    assert max(said, key=lambda sentence: sentence["adds"])["text"] == HARD
    assert {sentence["adds"] is None for sentence in said} == {False}
    headings = [unit for unit in page["units"] if not unit["scored"]]
    assert headings
    assert {sentence["adds"] for unit in headings for sentence in unit["sentences"]} == {None}
    assert sum(page["left_out"].values()) == len(headings)


def test_every_word_of_a_page_is_shown(sample: Path, translate_sample: Translate, write: Write) -> None:
    """Each unit of a page that a formula judges is in the report, whole, with its place; of others only the facts."""
    translate_sample("cy", "family")
    checked = check(sample)
    reported = pages(write(checked))
    assert len(reported) == len(checked.verdicts)
    for verdict in checked.verdicts:
        page = reported[verdict.page.name, str(verdict.page.kind), verdict.page.language]
        if verdict.page.language != "en":
            assert page["units"] == []
            continue
        assert len(page["units"]) == len(verdict.page.units)
        for unit, shown in zip(verdict.page.units, page["units"], strict=True):
            told = " ".join(sentence["text"] for sentence in shown["sentences"])
            assert told == " ".join(unit.text.split())
            assert (shown["line"], shown["role"], shown["scored"]) == (unit.line, str(unit.role), unit.scored)


@pytest.mark.parametrize(
    ("texts", "outcome", "reason"),
    [
        ([EASY] * 20, Outcome.PASSES, "It is within the limit."),
        ([*[EASY] * 8, *[HARD] * 3], Outcome.WARNS, "It is over the limit, but so short that this may be chance."),
        ([HARD] * 20, Outcome.FAILS, "It is over the limit."),
        ([EASY], Outcome.TOO_SHORT, "words are too few for a formula"),
    ],
)
def test_reasons(sample: Path, edit: Edit, write: Write, texts: list[str], outcome: Outcome, reason: str) -> None:  # noqa: PLR0913, PLR0917 - fixtures and cases
    """The report says in a sentence why a page got its verdict."""
    edit(GUIDE, "It helps your child.", " ".join(texts))
    page = pages(write(check(sample)))["involved", "page", "en"]
    assert page["outcome"] == str(outcome)
    assert reason in page["reason"]


def test_a_language_without_a_formula(sample: Path, translate_sample: Translate, write: Write) -> None:
    """A translation without a formula says why, how its long words compare, and whether a native reader signed."""
    translate_sample("cy", "family")
    page = pages(write(check(sample)))["family", "page", "cy"]
    assert (page["score"], page["formula"], page["status"], page["outcome"]) == (None, None, "none", "not judged")
    assert page["reason"]
    assert page["shape"].startswith("no validated formula for Welsh; ")
    assert "of the words are long (" in page["shape"]
    assert page["shape"].endswith("no native reader has signed for it")
    translate_sample("cy", "family", flag="reviewed")
    page = pages(write(check(sample)))["family", "page", "cy"]
    assert page["shape"].endswith("; signed by a native reader: A native reader")


def test_a_translation_that_is_signed_in_part(sample: Path, translate_sample: Translate, write: Write) -> None:
    """Nobody has signed for a page while one text of it is not signed, or has changed since it was."""
    po = translate_sample("cy", "family", flag="reviewed")
    text = po.read_text("utf-8")
    assert text.count("Hear you out. (cy)") == 1
    po.write_text(text.replace("Hear you out. (cy)", "Hear you well. (cy)"), encoding="utf-8")
    page = pages(write(check(sample)))["family", "page", "cy"]
    assert page["shape"].endswith("; no native reader has signed for it")


def test_rows_of_translations(sample: Path, translate_sample: Translate) -> None:
    """There is a row for each document and language but its own, with titles as they were written."""
    translate_sample("cy", "listening", flag="reviewed")
    translate_sample("ur", "involved", {"Ask who will come.": ""})
    rows = progress_rows(check(sample))
    assert [(row.document, row.language) for row in rows] == [
        ("family", "cy"),
        ("family", "ur"),
        ("rules", "cy"),
        ("rules", "ur"),
        ("involved", "cy"),
        ("involved", "ur"),
        ("listening", "cy"),
        ("listening", "ur"),
    ]
    found = {(row.document, row.language): row for row in rows}
    done, begun, nothing = found["listening", "cy"], found["involved", "ur"], found["family", "cy"]
    assert (done.title, done.texts, done.shown, done.blocked) == ("Listening", 3, True, ())
    assert done.per_cent == {"reviewed": 100, "draft": 0, "needs review": 0, "missing": 0}
    assert (done.reader, begun.reader, nothing.reader) == ("A native reader", "", "")
    assert (begun.title, begun.texts, begun.shown) == ("Should parents be involved?", 7, False)
    assert begun.per_cent == {"reviewed": 0, "draft": 86, "needs review": 0, "missing": 14}
    assert begun.blocked == ("1 text is not translated",)
    assert (nothing.title, nothing.shown) == ("Our promises & yours", False)
    assert nothing.blocked == ("nothing is translated",)


def test_titles_in_rows_are_plain(sample: Path, edit: Edit) -> None:
    """A title has no marks in the reports."""
    edit("docs/themes/listening.yml", "title: Listening", 'title: "**Listen** & *learn*"')
    assert {row.title for row in progress_rows(check(sample)) if row.document == "listening"} == {"Listen & learn"}


def test_no_rows_without_a_project(sample: Path, edit: Edit) -> None:
    """While nobody knows which translations may be shown, or which documents there are, there is nothing to tell."""
    edit("mkdocs.yml", "draft: show", "draft: shown")
    assert progress_rows(check(sample)) == ()
    edit("mkdocs.yml", "site_name: Family promises", "docs_dir: [docs]")
    assert progress_rows(check(sample)) == ()


def test_translations_in_the_report(sample: Path, translate_sample: Translate, write: Write) -> None:
    """The report for editors shows the same rows: how far each translation is, and what keeps it back."""
    translate_sample("cy", "family")
    translate_sample("cy", "involved", {"Ask who will come.": ""})
    html = (write(check(sample)) / "index.html").read_text("utf-8")
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>(.*?)</tr>", html)]
    assert "|Our promises &amp; yours||cy||0 %||100 %||0 %||0 %||yes|" in rows
    assert "|Should parents be involved?||cy||0 %||86 %||0 %||14 %||no: 1 text is not translated|" in rows


def test_a_hand_written_page_in_another_language(sample: Path, write: Write) -> None:
    """A page that was written in a language without a formula has no source to compare with."""
    page = pages(write(check(sample)))["index", "page", "cy"]
    assert page["shape"] == "no validated formula for Welsh"


def exempt(edit: Edit, sample: Path, until: str) -> None:
    """Exempt a part of the guide of the sample, up to a day."""
    (sample / "docs/accessibility.md").write_text("# Access\n\nAsk us for help.\n", encoding="utf-8")
    one = f"{{document: involved, unit: why, rules: [reading-grade], reason: The law says so., until: {until}}}"
    options = f"organisation: A\n      readability:\n        exemptions:\n          - {one}"
    edit("mkdocs.yml", "organisation: Example Council", options)


@pytest.mark.parametrize(("until", "expired"), [("2999-12-31", False), ("2001-01-01", True)])
def test_exempted_texts_are_listed(sample: Path, edit: Edit, write: Write, until: str, expired: bool) -> None:  # noqa: FBT001 - what is expected
    """Each exemption is in the report, with its reason and last day, and whether it is over."""
    exempt(edit, sample, until)
    folder = write(check(sample))
    assert json.loads((folder / "reading.json").read_text("utf-8"))["exempted"] == [
        {
            "page": "involved",
            "unit": "why",
            "rules": ["reading-grade"],
            "reason": "The law says so.",
            "until": until,
            "expired": expired,
        }
    ]
    assert "The law says so." in (folder / "reading.html").read_text("utf-8")
    page = pages(folder)["involved", "page", "en"]
    [unit] = [unit for unit in page["units"] if unit["sentences"][0]["text"] == "It helps your child."]
    assert unit["scored"] is expired


def test_a_leaflet_and_its_page(sample: Path, write: Write) -> None:
    """A leaflet and the page of the same charter are told apart, and each has its own words."""
    reported = pages(write(check(sample)))
    page, leaflet = reported["family", "page", "en"], reported["family", "leaflet", "en"]
    assert page["words"] > leaflet["words"] > 0
    assert len(page["units"]) > len(leaflet["units"])


def test_the_reference_site(reference: Checked, write: Write) -> None:
    """Every verdict on the reference site is in its report, and the files are named from the project's folder."""
    reported = pages(write(reference))
    assert len(reported) == len(reference.verdicts) > 20
    assert reference.project is not None
    for page in reported.values():
        assert not Path(page["file"]).is_absolute()
        assert (reference.project.root / page["file"]).exists()
    graded = [row for row in grade_rows(reference) if row.grade is not None]
    assert len(graded) == len([made for made in reference.verdicts if made.grade is not None])


def test_files_outside_of_the_project(reference: Checked) -> None:
    """A page without a project around it is named by its file alone."""
    [made] = [made for made in reference.verdicts if made.page.kind is Kind.GLOSSARY]
    alone = replace(reference, project=None, verdicts=(made,))
    assert [row.file for row in grade_rows(alone)] == ["docs"]
