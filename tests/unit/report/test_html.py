"""Test the report for editors and the banner of a preview."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from charterpress.findings import Finding
from charterpress.report.html import GradeRow, LeafletRow, render_banner, render_report
from charterpress.report.progress import ProgressRow

Findings = tuple[Finding, ...]

ROWS = (
    GradeRow("Hard <page>", "docs/a.yml", "en", "families", "page", 321, 8.25, 8.25, "Flesch-Kincaid", 7.0, "fails"),
    GradeRow("Hard <page>", "docs/a.yml", "en", "families", "leaflet", 99, 6.0, 6.0, "Flesch-Kincaid", 7.0, "passes"),
    GradeRow("Cymraeg", "docs/b.yml", "cy", "families", "page", 100, None, None, None, None, "not judged"),
    GradeRow("Español", "docs/c.yml", "es", "families", "page", 100, None, 71.26, "Fernández <Huerta>", 65.0, "passes"),
    GradeRow("Empty", "docs/d.yml", "en", "families", "page", 0, None, None, "Flesch-Kincaid", 7.0, "too short"),
)
SOME = {"reviewed": 0, "draft": 67, "needs review": 0, "missing": 33}
ALL = {"reviewed": 100, "draft": 0, "needs review": 0, "missing": 0}
WHY = ("1 text is not <translated>", "67 % of it may be shown, and 80 % are asked for")
TRANSLATIONS = (
    ProgressRow("family", "Our promises & yours", "ur", 3, ALL, shown=True, blocked=(), reader="A reader"),
    ProgressRow("rules", "The <rules>", "cy", 3, SOME, shown=False, blocked=WHY, reader=""),
)


class Page(HTMLParser):
    """Collect the rows of tables, the words and the tags of a page, and check that tags are closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take in words."""
        self.words += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def test_the_report(findings: Findings) -> None:
    """The report shows findings, grades and translations, each in a table with headings."""
    page = Page(render_report(findings, ROWS, TRANSLATIONS))
    assert page.rows[0] == ["Where", "Level", "What is wrong", "What to do"]
    place = "docs/charters/my family.yml:3:7"
    assert page.rows[3] == [place, "error", "raw HTML: <b>\"&'", "Write 100% plain, words: yes."]
    assert ["Hard <page>", "docs/a.yml", "en", "families", "321", "8.2", "7.0", "fails"] in page.rows
    assert ["Hard <page> (leaflet)", "docs/a.yml", "en", "families", "99", "6.0", "7.0", "passes"] in page.rows
    head = ["Document", "Language", "Reviewed", "Draft", "Needs review", "Missing", "On the site"]
    assert page.rows[-3:] == [
        head,
        ["Our promises & yours", "ur", "100 %", "0 %", "0 %", "0 %", "yes"],
        ["The <rules>", "cy", "0 %", "67 %", "0 %", "33 %", f"no: {'; '.join(WHY)}"],
    ]
    assert [attributes.get("scope") for tag, attributes in page.tags if tag == "th"] == ["col"] * 19


def test_hostile_translations() -> None:
    """A title, or what keeps a document back, is shown as words, whatever it holds."""
    evil = "<script>alert(1)</script>"
    row = ProgressRow(evil, evil, evil, 1, SOME, shown=False, blocked=(evil,), reader=evil)
    html = render_report((), (), (row,))
    assert not {"script", "img"} & {tag for tag, _ in Page(html).tags}
    assert Page(html).words.count(evil) == 3


def test_no_grade_without_a_formula() -> None:
    """A page in a language without a validated formula has no grade and no limit, and the report says so."""
    page = Page(render_report((), ROWS, ()))
    assert ["Cymraeg", "docs/b.yml", "cy", "families", "100", "no validated formula", "", "not judged"] in page.rows


def test_a_page_with_a_formula_of_its_own() -> None:
    """A page that a formula of its own language judges has its score, with the formula's name: it is no grade."""
    page = Page(render_report((), ROWS, ()))
    [row] = [row for row in page.rows if row[0] == "Español"]
    assert row[-3:] == ["71.3 (Fernández <Huerta>)", "65.0", "passes"]
    assert [row[-3] for row in page.rows if "Flesch-Kincaid" in row[-3]] == []


def test_a_page_without_a_word_to_score() -> None:
    """A page that has a formula but no score is not said to have no formula."""
    page = Page(render_report((), ROWS, ()))
    assert ["Empty", "docs/d.yml", "en", "families", "0", "–", "7.0", "too short"] in page.rows  # noqa: RUF001 - it is meant


def test_the_report_stands_alone(findings: Findings) -> None:
    """The report names its language and asks nobody for anything: no script, no link, no address."""
    html = render_report(findings, ROWS, TRANSLATIONS)
    page = Page(html)
    assert ("html", {"lang": "en"}) in page.tags
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe"}
    assert not re.search(r"https?://|url\(|@import", html)


def test_leaflets_are_listed() -> None:
    """Each leaflet stands with its size, pages and the share of words that copy; without one there is no table."""
    row = LeafletRow("Our <promises>", "ur", "large-print", 18.0, 12, 123_456, 99.6)
    page = Page(render_report((), (), (), (row,)))
    assert ["Our <promises>", "ur", "large-print", "18 pt", "12", "123 kB", "99.6 %"] in page.rows
    assert "Leaflets" in page.words
    assert "Leaflets" not in Page(render_report((), (), ())).words


def test_nothing_found() -> None:
    """When nothing is wrong, the report says so."""
    page = Page(render_report((), (), ()))
    assert "No findings." in page.words


def test_the_banner(findings: Findings) -> None:
    """The banner is an alert in English, left to right, that lists what is wrong, where and what to do."""
    page = Page(render_banner(findings))
    _, attributes = page.tags[0]
    assert (attributes["role"], attributes["lang"], attributes["dir"]) == ("alert", "en", "ltr")
    assert "last good pages" in page.words
    assert "docs/charters/my family.yml:3:7 raw HTML: <b>\"&' Write 100% plain, words: yes." in page.words
    assert [tag for tag, _ in page.tags].count("li") == 5


def test_words_are_never_tags(findings: Findings) -> None:
    """HTML in a message is shown, not run, in the banner as in the report."""
    evil = (*findings, Finding("odd", "<script>alert(1)</script>", "<img src=x onerror=y>"))
    for html in (render_banner(evil), render_report(evil, (), ())):
        assert not {"script", "img", "b"} & {tag for tag, _ in Page(html).tags}
        assert "<script>alert(1)</script>" in Page(html).words


def test_odd_characters(odd: Findings) -> None:
    """Control characters and broken file names do not reach a page."""
    for html in (render_banner(odd), render_report(odd, (), ())):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", html)
        assert html.encode("utf-8")


def test_a_flood_of_findings() -> None:
    """The banner leaves room for the page: it lists the first twenty."""
    many = [Finding("a", f"number {number}.") for number in range(500)]
    words = Page(render_banner(many)).words
    assert "number 19." in words
    assert "number 20." not in words
