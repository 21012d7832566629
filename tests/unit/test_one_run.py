"""Test that a fault in one place hides none in others, and that none comes up only because of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.check import Checked, check
from charterpress.findings import Finding, Level

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
DAY = date(2026, 12, 31)
SETTINGS = """\
site_name: Family promises
site_url: https://council.example/
plugins:
  - i18n:
      languages:
        - {locale: cy}
        - {locale: en, default: true}
  - charterpress:
      organisation: Example Council
      contact_email: office@council.example
      translations: {missing: fail, stale: hide, draft: show}
      look: {brand: "#0f2f40", accent: "#5a1f12", paper: "#c4ced3", ink: "#101214"}
      leaflets: {brand: "#1f5673", accent: "#a8442f", formats: [sheet]}
      readability:
        sentence_words: 40
        sentence_words_warning: 40
        exemptions:
          - {document: exempted, rules: [long-sentence, reading-grade], reason: The law says so., until: 2027-01-01}
      feedback: {keep_months: 3, privacy: {en: We read it., cy: Rydyn ni yn ei ddarllen.}}
      security: {contact: office@council.example, expires: 2027-06-01}
"""
STATEMENT = """\
kind: statement
id: accessibility
title: Can everyone use these pages?
publisher: {name: Example Council}
summary: We want every family to be able to use these pages.
scope: [It is about all pages of this site.]
status: partially
nation: england
contact: {email: office@council.example, response_days: 5}
prepared: 2026-11-01
reviewed: 2026-11-01
review_by: 2027-11-01
"""
RESULTS = """\
{"format": "charterpress-accessibility-results/1", "tool": "axe", "date": "2026-11-01", "pages": 1, "violations": []}
"""


@pytest.fixture
def careful(sample: Path, translate_sample: Translate) -> Path:
    """Return a project whose settings, texts and translations need each other: with other settings much is wrong."""
    (sample / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for key in ("family", "rules", "involved", "listening"):
        translate_sample("cy", key)
    (sample / "docs/exempted.md").write_text(f"# Exempted\n\n{'word ' * 60}.\n", "utf-8")
    (sample / "docs/long.md").write_text(f"# Long\n\nWe tell you {'and you tell us ' * 8}.\n", "utf-8")
    (sample / "docs/accessibility.md").write_text("# Accessibility\n\nTell us.\n", "utf-8")
    (sample / "docs/help.cy.md").write_text("# Cymorth\n\nGofynnwch i ni.\n", "utf-8")
    (sample / "docs/index.ur.md").unlink()
    welsh = "kind: theme\nid: welsh\nlanguage: cy\ntitle: Gwrando\nsummary: Rydyn ni yn gwrando.\n"
    (sample / "docs/themes/welsh.yml").write_text(welsh, "utf-8")
    translate_sample("en", "welsh", {"Gwrando": "To hear", "Rydyn ni yn gwrando.": "We hear you."})
    return sample


def told(checked: Checked) -> list[Finding]:
    """Return what is to be mended, but for the edition that the sample cites and that was replaced."""
    return [one for one in checked.findings if one.level is not Level.NOTE and one.rule != "superseded-edition"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_url: https://", "site_url: ", "wrong-form"),
        ("{locale: cy}", "{locale: Welsh}", "wrong-form"),
        ("{locale: cy}", "{locale: zz}", "unknown-locale"),
        ("{locale: en, default: true}", "{locale: en}", "default-language"),
        ("languages:", "tongues:", "missing-languages"),
        ("- charterpress:", "- charterpres:", "missing-plugin"),
        ("organisation:", "organisaton:", "unknown-key"),
        ("office@council.example\n      tr", "nobody\n      tr", "wrong-form"),
        ("draft: show", "draft: shown", "wrong-value"),
        ("draft: show", "drft: show", "unknown-key"),
        ('accent: "#5a1f12"', "accent: red", "wrong-form"),
        ('paper: "#c4ced3"', "paper: [grey]", "wrong-type"),
        ('accent: "#5a1f12"', "colour: x, acent: x", "unknown-key"),
        ('leaflets: {brand: "#1f5673"', "leaflets: {brand: blue", "wrong-form"),
        ("formats: [sheet]", "formats: [A Sheet]", "wrong-form"),
        ("formats: [sheet]", "formats: [sheet], logo: {alt: Us}", "missing-key"),
        ("formats: [sheet]", "formats: [sheet], fonts: {folder: [a]}", "wrong-type"),
        ("formats: [sheet]", "formats: [sheet], enabled: maybe, printer: nobody", "wrong-type"),
        ("sentence_words: 40", "sentence_words: forty", "wrong-type"),
        ("sentence_words_warning: 40", "sentence_word_warning: 40", "unknown-key"),
        ("sentence_words: 40", "sentence_words: 40\n        sentence_words: 50", "duplicate-key"),
        ("until: 2027-01-01", "until: 2027-02-30", "wrong-type"),
        ("document: exempted, rules", "rules", "missing-key"),
        ("rules: [long-sentence, reading-grade]", "rules: {long: x}", "wrong-type"),
        ("readability:", "readibility:", "unknown-key"),
        ("keep_months: 3,", "", "missing-key"),
        ("expires: 2027-06-01", "expires: soon", "wrong-type"),
    ],
)
def test_a_wrong_setting(careful: Path, edit: Edit, *, old: str, new: str, said: str) -> None:
    """A setting that is wrong gives its own finding and no other: nothing comes up that is gone once it is mended.

    What is wrong elsewhere is found all the same.
    """
    assert told(check(careful, today=DAY)) == []
    (careful / "docs/themes/other.yml").write_text("kind: theme\nid: other\ntitle: Other\n", "utf-8")
    edit("mkdocs.yml", old, new)
    found = {(str(finding.file), finding.rule) for finding in told(check(careful, today=DAY))}
    assert found == {("mkdocs.yml", said), ("docs/themes/other.yml", "missing-key")}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("docs/guides/involved.yml", "kind: guide\nid: involved\n", {"missing-key"}),
        ("docs/guides/involved.yml", "kind: guide\nid: [\n", {"yaml-syntax"}),
        ("i18n/cy/family.po", 'msgid ""\nmsgstr ""\n\nmsgid "a\nmsgstr "b"\n', {"po-syntax"}),
        ("i18n/cy/terminology.po", 'msgid "a\n', {"po-syntax"}),
        ("accessibility-results.json", "{", {"damaged-results"}),
        ("printers/offset-coated.yml", "title: Ours\n", {"missing-key"}),
        ("addresses.yml", "charters/old:\n  moved: x\ncharters/older: {moved_to: charters/old}\n", {"unknown-key"}),
    ],
)
def test_a_file_that_cannot_be_read(careful: Path, edit: Edit, name: str, text: str, said: set[str]) -> None:
    """A file with a fault gives its own findings and no others, even where settings and other files speak of it."""
    own = "          - {document: involved, reason: It is theirs., until: 2027-01-01}\n"
    edit("mkdocs.yml", "          - {document: exempted", f"{own}          - {{document: exempted")
    (careful / "docs/accessibility.md").unlink()
    (careful / "docs/accessibility.yml").write_text(STATEMENT, "utf-8")
    (careful / "accessibility-results.json").write_text(RESULTS, "utf-8")
    edit("mkdocs.yml", "missing: fail", "missing: hide")
    assert told(check(careful, today=DAY)) == []
    path = careful / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    found = told(check(careful, today=DAY))
    assert {finding.rule for finding in found} == said
    assert {str(finding.file) for finding in found} == {name}


def test_a_translation_that_cannot_be_read(careful: Path) -> None:
    """A PO file with a fault is not called untranslated, even where all must be translated."""
    path = careful / "i18n/cy/family.po"
    path.write_text(path.read_text("utf-8").replace('msgstr "', "msgstr ", 1), "utf-8")
    assert {finding.rule for finding in told(check(careful, today=DAY))} == {"po-syntax"}


def test_the_translation_of_a_document_that_cannot_be_read(careful: Path) -> None:
    """A document with a fault does not hide what is wrong with its translation."""
    (careful / "docs/guides/involved.yml").write_text("kind: guide\nid: involved\n", "utf-8")
    path = careful / "i18n/cy/involved.po"
    before, found_it, after = path.read_text("utf-8").rpartition('msgstr "')
    path.write_text(f"{before}{found_it}%(name)s {{name}} a@b.example {after}", "utf-8")
    found = {(str(finding.file), finding.rule) for finding in told(check(careful, today=DAY))}
    assert ("docs/guides/involved.yml", "missing-key") in found
    assert {rule for file, rule in found if file == "i18n/cy/involved.po"} == {"po-placeholder"}


def test_a_document_in_a_language_that_nobody_knows(careful: Path, edit: Edit) -> None:
    """A document in a language without data gives a finding with its line, and hides no other."""
    (careful / "docs/themes/other.yml").write_text("kind: theme\nid: other\ntitle: Other\n", "utf-8")
    line = edit("docs/themes/welsh.yml", "language: cy", "language: zz")
    found = {(str(finding.file), finding.rule, finding.line) for finding in told(check(careful, today=DAY))}
    assert found == {
        ("docs/themes/other.yml", "missing-key", 1),
        ("docs/themes/welsh.yml", "unknown-language", line),
    }
