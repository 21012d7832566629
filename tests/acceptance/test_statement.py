"""An accessibility statement is published as a page in every language, or refused with its lines.

Its dates are those of the day of the test: a statement that nobody looks over gets old.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

TODAY = date.today()  # noqa: DTZ011 - the day where the test runs
RESULTS = "accessibility-results.json"
STATEMENT = f"""\
kind: statement
id: accessibility
title: Can you use these pages?
summary: We want you to be able to.
publisher: {{name: Littleham Council}}
scope:
  - It is about all our pages.
status: partially
nation: wales
contact:
  email: web@littleham.example
  response_days: 5
problems:
  - id: films
    what: Two films have no captions.
    wcag: ["1.2.2"]
    reason: noncompliance
    by: {TODAY + timedelta(days=30)}
tests:
  - id: by-program
    date: {TODAY}
    by: Littleham Council
    how: automated
prepared: {TODAY}
reviewed: {TODAY}
review_by: {TODAY + timedelta(days=365)}
"""
WELSH = """\
msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);\\n"

msgctxt "title"
msgid "Can you use these pages?"
msgstr "A allwch chi ddefnyddio'r tudalennau hyn?"

msgctxt "summary"
msgid "We want you to be able to."
msgstr "Rydyn ni am i chi allu."

msgctxt "scope"
msgid "It is about all our pages."
msgstr "Mae'n ymwneud â'n holl dudalennau."

msgctxt "films.what"
msgid "Two films have no captions."
msgstr "Nid oes capsiynau ar ddwy ffilm."
"""
FOUND = {
    "format": "charterpress-accessibility-results/1",
    "tool": "axe-core 4.10",
    "date": TODAY.isoformat(),
    "pages": 12,
    "violations": [{"rule": "color-contrast", "wcag": ["1.4.3"], "count": 3}],
}

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, copy_example: Callable[[str, Path], Path]) -> Write:
    """Return what gives a project in two languages a statement, after edits of its text."""
    root = copy_example("valid/english-and-welsh", tmp_path / "project")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert "\n  - charterpress:\n" in settings
    off = settings.replace("\n  - charterpress:\n", "\n  - charterpress:\n      leaflets: {enabled: false}\n")
    (root / "mkdocs.yml").write_text(off, encoding="utf-8")

    def written(*edits: tuple[str, str]) -> Path:
        text = STATEMENT
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        (root / "docs" / "accessibility.yml").write_text(text, encoding="utf-8")
        return root

    return written


def errors(run: Run, root: Path) -> list[tuple[str, str, int | None]]:
    """Return rule, file and line of each error that `check` finds."""
    checked = run(root, "check", "--format", "json")
    found = [one for one in json.loads(checked.stdout)["findings"] if one["level"] != "note"]
    assert checked.returncode == (1 if any(one["level"] == "error" for one in found) else 0)
    return [(one["rule"], one["file"], one["line"]) for one in found]


def test_a_statement_is_a_page_in_every_language(run: Run, write: Write) -> None:
    """It has the address 'accessibility' in each language, with the last results, and the footer leads there."""
    root = write()
    (root / "i18n" / "cy" / "accessibility.po").write_text(WELSH, encoding="utf-8")
    (root / RESULTS).write_text(json.dumps(FOUND), encoding="utf-8")
    assert errors(run, root) == []
    before = run(root, "build")
    assert before.returncode == 0, before.stdout
    for language, words in (("", "Two films have no captions."), ("cy", "Nid oes capsiynau ar ddwy ffilm.")):
        page = (root / "site" / language / "accessibility" / "index.html").read_text("utf-8")
        assert words in page
        assert "color-contrast" in page
    home = (root / "site" / "index.html").read_text("utf-8")
    assert '<a href="accessibility/">Can you use these pages?</a>' in home
    assert "Two films" in (root / "site" / "search" / "pages.json").read_text("utf-8")
    assert not (root / "site" / "data" / "accessibility.json").exists(), "it is no text for others to reuse"


@pytest.mark.parametrize(
    ("edits", "rule", "line"),
    [
        ([("Littleham Council}", "'[name of organisation]'}")], "placeholder", 5),
        ([("status: partially", "status: fully")], "not-fully", 8),
        ([("  email: web@littleham.example\n", "")], "no-contact", 10),
        ([("  response_days: 5\n", "")], "missing-key", 10),
        ([('"1.2.2"', '"1.2.22"')], "unknown-criterion", 16),
        ([("noncompliance", "disproportionate_burden")], "no-assessment", 17),
        ([(f"by: {TODAY + timedelta(days=30)}", "by: 2020-01-01")], "overdue-problem", 18),
        ([(f"reviewed: {TODAY}", "reviewed: 2099-01-01")], "wrong-date", 25),
        ([("kind: statement", "kind: theme")], "wrong-kind", 1),
    ],
)
def test_what_is_refused(run: Run, write: Write, edits: list[tuple[str, str]], rule: str, line: int) -> None:
    """What is not so, or left out, is an error in the file, on its line."""
    assert (rule, "docs/accessibility.yml", line) in errors(run, write(*edits))


def test_two_pages_by_one_name(run: Run, write: Write) -> None:
    """A statement and a page by hand cannot both be the page on accessibility: the one by hand is named."""
    root = write()
    (root / "docs" / "accessibility.md").write_text("# Access\n\nAsk us.\n", encoding="utf-8")
    assert errors(run, root) == [("address-taken", "docs/accessibility.md", 1)]


def test_damaged_results(run: Run, write: Write) -> None:
    """Test results that cannot be read stop the build; nothing is said that rests on them."""
    root = write()
    (root / RESULTS).write_text(json.dumps(FOUND)[:40], encoding="utf-8")
    assert errors(run, root) == [("damaged-results", RESULTS, 1)]
