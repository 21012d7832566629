"""Test opening a project: what its mkdocs.yml says, and what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.project import load_known, load_project
from charterpress.content.settings import Project, Settings
from charterpress.findings import CharterpressError, Finding

Edit = Callable[[str, str, str], int]
MK = "mkdocs.yml"
NAME = "site_name: Family promises"
OPTIONS = "organisation: Example Council\n      translations: {missing: hide, stale: hide, draft: show}"


def opened(root: Path) -> Project:
    """Return a project that has nothing wrong with it."""
    project, findings = load_project(root)
    assert findings == ()
    assert project is not None
    return project


def problem(root: Path) -> Finding:
    """Return the one thing that is wrong with a project's settings."""
    project, (finding,) = load_project(root)
    assert project is None
    assert finding.file == root / MK
    assert finding.hint
    return finding


def test_the_sample(sample: Path) -> None:
    """A project knows its folders, its name, its address, its languages and our own settings."""
    project = opened(sample)
    root = sample.resolve()
    assert (project.root, project.docs, project.i18n) == (root, root / "docs", root / "i18n")
    assert (project.site_name, project.site_url) == ("Family promises", "https://council.example/charters/")
    assert [language.locale for language in project.languages] == ["en", "cy", "ur"]
    assert project.settings.organisation == "Example Council"
    assert project.settings.readability.grade_for(Audience.FAMILIES) == 7
    assert (project.overrides, project.excluded) == (None, "")
    assert project.config_file == root / MK


def test_other_folders(sample: Path, edit: Edit) -> None:
    """Other folders for documents and templates, and what is kept out, are read from mkdocs.yml."""
    edit(MK, NAME, f"{NAME}\ndocs_dir: texts\ntheme: {{name: material, custom_dir: look}}\nexclude_docs: |\n  /howto/")
    project = opened(sample)
    assert project.docs == sample.resolve() / "texts"
    assert project.overrides == sample.resolve() / "look"
    assert project.excluded == "/howto/"


@pytest.mark.parametrize("theme", ["theme: material", "theme: {name: material}", "theme:"])
def test_no_own_look(sample: Path, edit: Edit, theme: str) -> None:
    """A project need not have templates of its own."""
    edit(MK, NAME, f"{NAME}\n{theme}")
    assert opened(sample).overrides is None


def test_plugins_as_keys(sample: Path) -> None:
    """Plugins may be written as keys, as MkDocs allows."""
    text = (
        "plugins:\n  search:\n  i18n: {languages: [{locale: en, default: true}]}\n  charterpress: {organisation: Us}\n"
    )
    (sample / MK).write_text(text, encoding="utf-8")
    assert opened(sample).settings.organisation == "Us"


def test_without_options(sample: Path) -> None:
    """Our plugin needs no options."""
    text = "plugins:\n  - i18n: {languages: [{locale: en, default: true}]}\n  - charterpress\n"
    (sample / MK).write_text(text, encoding="utf-8")
    assert opened(sample).settings.readability.sentence_words == 25


def test_what_only_mkdocs_reads(sample: Path, edit: Edit) -> None:
    """Keys and tags that only MkDocs or other plugins know are let through."""
    edit(MK, NAME, f"{NAME}\nextra: !ENV [HOME]\nx: !!python/name:os.path\nnav: [index.md]\nsite_url_: 1")
    edit(MK, "{locale: cy}", "{locale: cy, name: Cymraeg, theme: {palette: x}}")
    assert opened(sample).languages[1].name == "Cymraeg"


@pytest.mark.parametrize("make", ["", "mkdocs.yaml", "mkdocs.yml/"])
def test_no_project(tmp_path: Path, make: str) -> None:
    """A folder without mkdocs.yml is no project, and the message says what to do."""
    if make.endswith("/"):
        (tmp_path / make).mkdir()
    elif make:
        (tmp_path / make).touch()
    with pytest.raises(CharterpressError, match=r"no mkdocs\.yml .*--project"):
        load_project(tmp_path)


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        (b"", "empty-file", 1),
        (b"# nothing yet\n", "empty-file", 1),
        (b"site_name: [\n", "yaml-syntax", 1),
        (b"site_name: caf\xe9\n", "not-utf-8", 1),
        (b"\xef\xbb\xbfsite_name: A\n", "byte-order-mark", 1),
        (b"- a\n- b\n", "wrong-type", 1),
        (b"words\n", "wrong-type", 1),
        (b"a: b\n---\nc: d\n", "yaml-documents", 2),
    ],
)
def test_settings_that_cannot_be_read(sample: Path, content: bytes, rule: str, line: int) -> None:
    """Bad YAML in mkdocs.yml takes the same path as bad YAML in a document."""
    (sample / MK).write_bytes(content)
    _, findings = load_project(sample)
    assert (findings[0].rule, findings[0].line, findings[0].file) == (rule, line, sample / MK)


def test_very_large_settings(sample: Path) -> None:
    """A mkdocs.yml of 50 MB is refused by its size."""
    os.truncate(sample / MK, 50_000_000)
    assert problem(sample).rule == "file-too-large"


@pytest.mark.parametrize(
    ("old", "new", "rule", "message"),
    [
        ("organisation:", "organisaton:", "unknown-key", "the key 'organisaton' is not known here"),
        ("organisation: Example Council", "leaflets: {brand: red}", "wrong-form", "'red' does not have the form of"),
        ("organisation: Example Council", "readability: {sentence_words: 7}", "wrong-value", "'sentence_words'"),
        ("missing: hide", "missing: show", "wrong-value", "not a value of 'missing'"),
        ("stale: hide", "stale: show", "wrong-value", "not a value of 'stale'"),
        ("draft: show", "draft: shown", "wrong-value", "not a value of 'draft'"),
        ("draft: show", "least: 0", "wrong-value", "'least'"),
        ("draft: show", "least: 101", "wrong-value", "'least'"),
        ("draft: show", "least: 79.5", "wrong-type", "'least'"),
        ("draft: show", "lowest: 80", "unknown-key", "the key 'lowest' is not known here"),
        ("organisation: Example Council", "contact_email: us", "wrong-form", "the form of 'contact_email'"),
        (OPTIONS, "- a", "wrong-type", "'charterpress' must be keys with values"),
        (NAME, f"{NAME}\nsite_name: Again", "duplicate-key", "'site_name' stands here twice"),
        (NAME, "site_name: [a]", "wrong-type", "'site_name' must be text"),
        (NAME, f"{NAME}\ndocs_dir: [a]", "wrong-type", "'docs_dir' must be text"),
        (NAME, f"{NAME}\nexclude_docs: [a]", "wrong-type", "'exclude_docs' must be text"),
        ("https://council.example/charters/", "council.example", "wrong-form", "the form of 'site_url'"),
        ("https://council.example/charters/", "javascript:alert(1)", "wrong-form", "the form of 'site_url'"),
        ("- charterpress:", "- charterpres:", "missing-plugin", "the plugin 'charterpress' is not listed"),
        ("plugins:", "plugins: x\nothers:", "missing-plugin", "the plugin 'charterpress' is not listed"),
        ("{locale: cy}", "{name: Cymraeg}", "missing-key", "the key 'locale' is missing"),
        ("{locale: cy}", "{locale: ''}", "empty-value", "'locale' is empty"),
        ("{locale: cy}", "cy", "wrong-type", "an entry of 'languages' must be keys with values"),
        ("{locale: cy}", "{locale: Welsh}", "wrong-form", "'Welsh' does not have the form of 'locale'"),
        ("{locale: cy}", "{locale: ../cy}", "wrong-form", "'../cy' does not have the form of 'locale'"),
        ("{locale: cy}", "{locale: cy, build: maybe}", "wrong-type", "'build' must be true or false"),
        ("{locale: cy}", "{locale: ur}", "duplicate-language", "the language 'ur' is listed twice"),
        ("{locale: cy}", "{locale: cy, default: true}", "default-language", "one language must be the default"),
        ("default: true", "default: false", "default-language", "one language must be the default"),
        ("default: true", "default: true, build: false", "default-language", "must be built"),
    ],
)
def test_wrong_settings(  # noqa: PLR0913 - a case has four parts
    sample: Path, edit: Edit, *, old: str, new: str, rule: str, message: str
) -> None:
    """A wrong setting is reported in mkdocs.yml with its line, and the project is not opened."""
    edit(MK, old, new)
    project, findings = load_project(sample)
    assert project is None
    assert all(finding.file == sample / MK and finding.line and finding.hint for finding in findings)
    (finding,) = [finding for finding in findings if finding.rule == rule]
    assert message in finding.message


def test_lines_of_wrong_settings(sample: Path, edit: Edit) -> None:
    """Everything wrong with the settings is told in one run, each with its own line."""
    lines = [
        edit(MK, "https://council.example/charters/", "nowhere"),
        edit(MK, "{locale: cy}", "{locale: Welsh}"),
        edit(MK, "organisation:", "organisaton:"),
    ]
    _, findings = load_project(sample)
    assert sorted(finding.line or 0 for finding in findings) == sorted(lines)


@pytest.mark.parametrize("languages", ["", "languages: []", "languages: en", "languages: {locale: en}"])
def test_no_languages(sample: Path, languages: str) -> None:
    """A project must list its languages."""
    (sample / MK).write_text(f"plugins:\n  - charterpress\n  - i18n:\n      {languages}\n", encoding="utf-8")
    finding = problem(sample)
    assert (finding.rule, finding.line) == ("missing-languages", 3)


@pytest.mark.parametrize("empty", ["site_url:", "site_url: ''", "docs_dir:\nsite_name:\nexclude_docs:"])
def test_empty_settings(sample: Path, edit: Edit, empty: str) -> None:
    """An empty setting is one that is not there, as for MkDocs."""
    edit(MK, "site_url: https://council.example/charters/", "")
    edit(MK, NAME, empty)
    project = opened(sample)
    assert (project.site_url, project.docs.name) == (None, "docs")


@pytest.mark.parametrize(
    ("old", "new", "unknown"),
    [
        ("site_url: https://", "site_url: ", {("site_url",)}),
        ("{locale: cy}", "{locale: Welsh}", {("languages", 1)}),
        ("{locale: cy}", "{locale: ur}", {("languages", 2)}),
        ("default: true", "default: false", {("languages", "default")}),
        (
            "{locale: en, default: true}",
            "{locale: English, default: true}",
            {("languages", 0), ("languages", "default")},
        ),
        ("languages:", "tongues:", {("languages",)}),
        ("organisation: Example Council", "organisation: A\n      organisation: B", {("organisation",)}),
        ("- charterpress:", "- charterpres:", {(name,) for name in Settings.model_fields}),
    ],
)
def test_what_is_known_in_spite_of_a_fault(
    sample: Path, edit: Edit, *, old: str, new: str, unknown: set[tuple[str, ...]]
) -> None:
    """Settings with a fault in one of them are still known but for that one; nothing opens a project with them."""
    edit(MK, old, new)
    known, findings = load_known(sample)
    assert known is not None
    assert len(findings) == 1
    assert known.unknown == unknown
    assert load_project(sample) == (None, findings)


def test_languages_that_are_known(sample: Path, edit: Edit) -> None:
    """A project knows its other languages; with none there is one in which nothing is made."""
    edit(MK, "{locale: cy}", "{locale: Welsh}")
    known, _ = load_known(sample)
    assert known is not None
    assert known.locales == ("en", "ur")
    assert known.knows("languages", "default")
    assert not known.knows("languages")
    edit(MK, "languages:", "tongues:")
    known, _ = load_known(sample)
    assert known is not None
    assert known.locales == ()


@pytest.mark.parametrize(
    "new", [f"{NAME}\ndocs_dir: [a]", f"{NAME}\nexclude_docs: [a]", f"{NAME}\nplugins: []", "site_name: &a x"]
)
def test_what_nothing_is_known_without(sample: Path, edit: Edit, new: str) -> None:
    """Where it cannot be said which files are the documents, nothing is known of a project."""
    edit(MK, NAME, new)
    known, findings = load_known(sample)
    assert known is None
    assert findings
