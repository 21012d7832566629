"""Test what the page of an accessibility statement says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.model.statement import Method, Reason, Status
from charterpress.content.model.text import Role
from charterpress.content.settings import Exemption, ReadabilitySettings
from charterpress.content.statement import Around
from charterpress.content.testresults import Results, Violation
from charterpress.findings import Level
from charterpress.languages.words import load_words
from charterpress.readability.measuring import Measures
from charterpress.readability.page import PageText
from charterpress.readability.rules import check_verdict
from charterpress.readability.units import Unit
from charterpress.readability.verdict import judge
from charterpress.site.render import PageRenderer
from charterpress.site.statement import method_labels, reason_labels, status_labels

COMPLETE = Path(__file__).parents[1] / "content" / "model" / "complete" / "statement.yml"
SOURCE = Path(__file__).parents[3] / "src" / "charterpress" / "site"
TODAY = date(2026, 11, 28)
BROKEN = Violation(rule="color-contrast", wcag=("1.4.3",), count=3)
FOUND = Results(
    format="charterpress-accessibility-results/1",
    tool="axe-core 4.10",
    date=date(2026, 11, 20),
    pages=9,
    violations=(BROKEN, Violation(rule="region", count=1)),
)

Show = Callable[..., str]


@pytest.fixture
def show(sample: Path, renderers: Callable[[], dict[str, PageRenderer]], translate_sample: Callable[..., Path]) -> Show:
    """Return what gives the page of the complete statement after an edit, in a language."""

    def body(*edits: tuple[str, str], locale: str = "en", around: Around | None = None) -> str:
        text = COMPLETE.read_text("utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        (sample / "docs" / "accessibility.yml").write_text(text, encoding="utf-8")
        if locale != "en":
            settings = (sample / "mkdocs.yml").read_text("utf-8")
            (sample / "mkdocs.yml").write_text(settings.replace("missing: hide", "missing: source"), encoding="utf-8")
            translate_sample(locale, "accessibility", {"Some words are too grey to read.": ""})
        renderer = replace(renderers()[locale], around=around or Around(TODAY))
        (page,) = [page for page in renderer.pages() if page.path == "accessibility"]
        return page.body

    return body


def test_a_statement_says_everything(show: Show) -> None:
    """Scope, status, problems by reason, contact, answer, tests and dates are on the page."""
    body = show()
    for words in (
        "It is about all our pages.",
        "keeps most of the rules of WCAG 2.2",
        "What we still have to put right",
        "What would cost too much to put right now",
        "What the law leaves out",
        "Some words are too grey to read.",
        "On the map page.",
        "We draw the map again.",
        "31 March 2027",
        "We weighed this up on 1 September 2026:",
        "mailto:web@littleham.example",
        "tel:03001234568",
        "Town Hall, Littleham",
        "You get an answer within 5 working days.",
        "Littleham Access Group",
        "People tested the pages by hand.",
        "Written on 30 September 2026",
        "Last checked on 1 October 2026",
        "1 October 2027",
    ):
        assert words in body, words
    assert '<a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">1.4.3 Contrast (Minimum)</a>' in body
    assert "Only programs" not in body
    assert "cp-found" not in body


def test_headings_go_down_one_by_one(show: Show) -> None:
    """No level of headings is skipped, and every part is named by its heading."""
    body = show(around=Around(TODAY, (), FOUND))
    levels = [int(level) for level in re.findall(r"<h(\d)", body)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    named = re.findall(r'<section[^>]* aria-labelledby="([^"]+)"', body)
    assert len(named) > 5
    assert set(named) <= set(ids)


def test_the_last_results_are_listed(show: Show) -> None:
    """What the last automated test found is on the page, with criterion and number; good habits are not."""
    body = show(around=Around(TODAY, (), FOUND))
    assert '<code lang="en" dir="ltr">color-contrast</code>: 3 places' in body
    assert "region" not in body
    assert "axe-core 4.10" in body
    assert "9 pages" in body


def test_exemptions_are_listed(show: Show) -> None:
    """The texts that may be harder than the limits are on the page while they may."""
    exemption = Exemption(document="involved", reason="The law has these words.", until=date(2026, 12, 31))
    assert "The law has these words. Until 31 December 2026." in show(around=Around(TODAY, (exemption,)))
    assert "cp-exemptions" not in show(around=Around(date(2027, 1, 1), (exemption,)))


@pytest.mark.parametrize("nation", ["england", "scotland", "wales", "northern-ireland"])
def test_who_enforces_the_law(show: Show, nation: str) -> None:
    """In Northern Ireland it is the Equality Commission there, elsewhere the EHRC, and the EASS gives advice."""
    body = show(("nation: wales", f"nation: {nation}"))
    northern = nation == "northern-ireland"
    assert ("(ECNI)" in body) is northern
    assert ("(EHRC)" in body) is ("(EASS)" in body) is not northern


def test_programs_alone(show: Show) -> None:
    """Where no people have tested, the page says so."""
    assert "Only programs have tested these pages so far." in show(("how: manual", "how: automated"))
    tests = COMPLETE.read_text("utf-8").partition("tests:\n")[2].partition("prepared:")[0]
    body = show(("tests:\n" + tests, ""), ("    found_by: by-hand\n", ""))
    assert "These pages have not been tested yet." in body
    assert "Only programs" not in body


def test_another_language(show: Show) -> None:
    """In another language, what is not translated, and the names of bodies and criteria, say that they are English."""
    body = show(locale="cy")
    assert "Two films have no captions. (cy)" in body
    assert '<span lang="en" dir="ltr">Some words are too grey to read.</span>' in body
    assert '<bdi lang="en" dir="ltr">1.4.3 Contrast (Minimum)</bdi>' in body


def test_every_value_has_words() -> None:
    """Each status, reason and way of testing has words of its own."""
    words = load_words("en")
    for labels, values in (
        (status_labels(words), Status),
        (reason_labels(words), Reason),
        (method_labels(words), Method),
    ):
        assert set(labels) == set(values)
        assert len(set(labels.values())) == len(labels)


def test_the_words_are_easy_to_read() -> None:
    """The sentences that every statement has keep the limits of a page for families."""
    source = (SOURCE / "templates" / "statement.html").read_text("utf-8") + (SOURCE / "statement.py").read_text("utf-8")
    sentences = [words for words in re.findall(r'\b_n?\(\s*"([^"]+)"', source) if words.endswith(".")]
    sentences = [re.sub(r"{\w+}", "office", words) for words in sentences]
    assert len(sentences) > 10
    units = tuple(Unit(words, Role.PROSE, SOURCE, 1, 1, f"{number}.x") for number, words in enumerate(sentences))
    page = PageText("Statement", SOURCE, "en", Audience.FAMILIES, units, explained=frozenset({"WCAG", "AA"}))
    settings, measures = ReadabilitySettings(), Measures()
    verdict = judge(page, settings, measures)
    found = [finding for finding in check_verdict(verdict, settings, measures) if finding.level is Level.ERROR]
    assert [f"{finding.rule}: {finding.message}" for finding in found] == []
