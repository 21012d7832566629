"""Test that a check finds everything at once and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.check import Checked, check, page_texts
from charterpress.content.model import Theme
from charterpress.content.model.base import Audience
from charterpress.findings import CharterpressError, Level, has_errors
from charterpress.readability.rules import PageText

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
CHARTER = "docs/charters/family.yml"
HARD = "Authorities communicate organisational responsibilities comprehensively."


def rules(checked: Checked) -> set[str]:
    """Return the rules of the findings."""
    return {finding.rule for finding in checked.findings}


def places(checked: Checked, rule: str) -> list[tuple[str, int | None]]:
    """Return file and line of the findings of a rule."""
    return [(str(finding.file), finding.line) for finding in checked.findings if finding.rule == rule]


def page(checked: Checked, title: str) -> PageText:
    """Return what a page says, by its title."""
    assert checked.project is not None
    return next(text for text in page_texts(checked.library, checked.project) if text.title == title)


def texts(checked: Checked, title: str) -> list[str]:
    """Return the units of a page."""
    return [unit.text for unit in page(checked, title).units]


def test_a_good_project(sample: Path, translate_sample: Translate) -> None:
    """A project that is right has no errors, and every language and page is known."""
    translate_sample("cy", "family")
    checked = check(sample)
    assert not has_errors(checked.findings)
    assert rules(checked) == {"superseded-edition"}
    assert set(checked.languages) == {"en", "cy", "ur"}
    assert checked.languages["cy"].shown == {"family"}


def test_the_reference_site(reference: Checked) -> None:
    """The reference site has no errors, and its documents are found."""
    assert [finding for finding in reference.findings if finding.level is Level.ERROR] == []
    assert len(reference.library.documents) > 10
    assert not any(graded.over for graded in reference.grades)


def test_a_check_writes_nothing(sample: Path) -> None:
    """Checking leaves the project as it was."""
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    check(sample)
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_everything_in_one_run(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """Broken YAML, a wrong key, a bad reference, a bad PO file, a bad page and a long sentence: all at once."""
    wrong_key = edit("docs/themes/listening.yml", "summary:", "sumary:")
    reference = edit(CHARTER, "[rules#reply]", "[rules#repply]")
    html = edit(CHARTER, "Hear you out.", "Hear <b>you</b> out.")
    (sample / "docs/guides/broken.yml").write_text("kind: guide\ntitle: 'open\n", encoding="utf-8")
    po = translate_sample("cy", "rules")
    po.write_text('msgid ""\nmsgstr "\n', encoding="utf-8")
    (sample / "docs/about.md").write_bytes(b"# About\n\xff\n")
    (sample / "docs/index.ur.md").unlink()
    long = "So " * 30 + "it is."
    (sample / "docs/long.md").write_text(f"# Long\n\n{long}\n", encoding="utf-8")
    checked = check(sample)
    assert has_errors(checked.findings)
    assert places(checked, "unknown-key") == [("docs/themes/listening.yml", wrong_key)]
    assert places(checked, "missing-reference") == [(CHARTER, reference)]
    assert places(checked, "raw-html")[0] == (CHARTER, html)
    assert places(checked, "yaml-syntax")[0][0] == "docs/guides/broken.yml"
    assert places(checked, "po-syntax") == [("i18n/cy/rules.po", 2)]
    assert places(checked, "not-utf-8") == [("docs/about.md", 2)]
    assert places(checked, "missing-home")[0][0] == "docs/index.ur.md"
    assert places(checked, "long-sentence") == [("docs/long.md", 3)]


def test_findings_are_in_order(sample: Path, edit: Edit) -> None:
    """Findings are sorted by file and line, each once, with files named from the project's root."""
    edit(CHARTER, "Hear you out.", "Hear <b>you</b> out.")
    edit(CHARTER, "Thanks to all parents.", "Thanks to <i>all</i> parents.")
    findings = check(sample).findings
    assert list(findings) == sorted(set(findings), key=lambda finding: finding.sort_key)
    assert len(findings) > 4
    for finding in findings:
        assert finding.file is not None
        assert not finding.file.is_absolute()
        assert (sample / finding.file).exists()


def test_no_settings(tmp_path: Path) -> None:
    """A folder without mkdocs.yml stops the run with a plain message."""
    with pytest.raises(CharterpressError, match=r"no mkdocs\.yml"):
        check(tmp_path)


def test_wrong_settings(sample: Path, edit: Edit) -> None:
    """With settings that are wrong nothing else is read, and the finding names the line."""
    line = edit("mkdocs.yml", "organisation:", "organization:")
    checked = check(sample)
    assert checked.project is None
    assert checked.grades == ()
    assert places(checked, "unknown-key") == [("mkdocs.yml", line)]


def test_a_document_in_an_unknown_language(sample: Path, edit: Edit) -> None:
    """A document in a language that the site does not have is an error: no page would show it."""
    line = edit("docs/themes/listening.yml", "title: Listening", "language: fr\ntitle: Listening")
    assert places(check(sample), "unknown-language") == [("docs/themes/listening.yml", line)]


def test_a_page_that_is_too_hard(sample: Path, edit: Edit) -> None:
    """A document over its limit is an error with its file; with fewer than 100 words it is a warning."""
    edit("docs/guides/involved.yml", "It helps your child.", " ".join([HARD] * 20))
    edit("docs/guidance/rules.yml", "Letters matter.", " ".join([HARD] * 8))
    found = {str(f.file): f.level for f in check(sample).findings if f.rule == "reading-grade"}
    assert found == {"docs/guides/involved.yml": Level.ERROR, "docs/guidance/rules.yml": Level.WARNING}


def test_limits_by_audience(sample: Path) -> None:
    """A page for families and a page for practitioners have limits of their own."""
    limits = {graded.page.title: graded.limit for graded in check(sample).grades}
    assert limits["Our promises & yours"] == 7
    assert limits["The rules in short"] == 9


def test_a_theme_is_judged_with_its_promises(sample: Path) -> None:
    """A theme's page is judged with the promises that it gathers, their lead-ins, exceptions and limits."""
    said = texts(check(sample), "Listening")
    for text in ("To listen is to take time.", "We will:", "Hear you and your advocate.", "Send the papers in time."):
        assert said.count(text) == 1
    assert "We may not, if it puts a child at risk." in said
    assert "The time runs from the day your letter comes." in said
    assert "A person who speaks up for you." not in said
    assert "We answer in writing." not in said


def test_only_the_promises_on_the_theme(sample: Path, edit: Edit) -> None:
    """Words that stand under another theme too are counted for each theme once."""
    theme = (sample / "docs/themes/listening.yml").read_text("utf-8")
    other = theme.replace("id: listening", "id: trust").replace("title: Listening", "title: Trust")
    (sample / "docs/themes/trust.yml").write_text(other, encoding="utf-8")
    block = (
        "  - theme: trust\n    promises:\n      - id: services-trust\n        title: Trust\n        by: services\n"
        '        to: parents\n        lead_in: "We will:"\n        commitments:\n'
        "          - {id: trust-you, text: Trust you.}\n"
    )
    edit(CHARTER, "protocols:\n", f"{block}protocols:\n")
    checked = check(sample)
    assert not has_errors(checked.findings)
    assert texts(checked, "Listening").count("We will:") == texts(checked, "Trust").count("We will:") == 1
    assert "Trust you." not in texts(checked, "Listening")
    assert isinstance(checked.library.documents["trust"], Theme)


def test_the_word_list_is_judged(sample: Path) -> None:
    """The word list is a page of its own, in the site's language."""
    glossary = page(check(sample), "Glossary")
    assert (glossary.language, glossary.audience) == ("en", Audience.FAMILIES)
    assert "A person who speaks up for you." in [unit.text for unit in glossary.units]


def test_hand_written_pages_are_judged(sample: Path) -> None:
    """Hand-written pages are judged in each language; without a formula they have no grade."""
    grades = {graded.page.title: graded.score.grade for graded in check(sample).grades}
    assert grades["Welcome"] is not None
    assert grades["Croeso"] is None
    assert grades["خوش آمدید"] is None
