"""`charterpress translate update` gives translators their files and loses nothing of theirs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
CopyExample = Callable[[str, Path], Path]

CHARTER = Path("docs", "charters", "working-together.yml")
WELSH = Path("i18n", "cy", "working-together.po")


@pytest.fixture
def project(tmp_path: Path, copy_example: CopyExample) -> Path:
    """Return a project in English with Welsh drafts."""
    return copy_example("valid/english-and-welsh", tmp_path / "project")


def replace_in(path: Path, old: str, new: str) -> None:
    """Edit a file as a person does: what is replaced must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def entry_of(path: Path, context: str) -> str:
    """Return the lines of one text in a PO file, with its comments."""
    blocks = path.read_text("utf-8").split("\n\n")
    return next(block for block in blocks if f'msgctxt "{context}"' in block)


def test_a_new_language_gets_a_file_a_document(project: Path, run: Run, tree: Tree) -> None:
    """Each document gets a PO file with all its texts, empty, in their places; nothing else changes."""
    before = tree(project)
    result = run(project, "translate", "update", "pl")
    assert (result.returncode, result.stderr) == (0, "")
    names = ["respect", "sharing", "working-together"]
    assert result.stdout.splitlines()[:-1] == [f"wrote i18n/pl/{name}.po" for name in names]
    after = tree(project)
    assert sorted(set(after) - set(before)) == ["i18n/pl", *(f"i18n/pl/{name}.po" for name in names)]
    assert {path: after[path] for path in before} == before
    entry = entry_of(project / "i18n" / "pl" / "working-together.po", "share-reports.unless")
    assert "#: docs/charters/working-together.yml:48" in entry
    assert 'msgid "We will not do so if it could put a child at risk."\nmsgstr ""' in entry


def test_a_new_file_has_a_header_without_placeholders(project: Path, run: Run) -> None:
    """The header says what is known, and leaves out what only a translator can say."""
    run(project, "translate", "update", "pl", "respect")
    text = (project / "i18n" / "pl" / "respect.po").read_text("utf-8")
    header = text.split("\n\n")[0]
    assert '"Project-Id-Version: respect\\n"' in header
    assert '"Language: pl\\n"' in header
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in header
    assert re.search(r"EMAIL@ADDRESS|FULL NAME|YEAR|LL@li\.org|VERSION\\n|POT-Creation-Date", header) is None


def test_nothing_changes_when_nothing_changed(project: Path, run: Run, tree: Tree) -> None:
    """A second update changes no byte of any file, whoever wrote it."""
    run(project, "translate", "update", "cy")
    before = tree(project)
    result = run(project, "translate", "update", "cy")
    assert (result.returncode, result.stdout.splitlines()) == (0, ["No findings."])
    assert tree(project) == before


def test_what_translators_write_is_kept(project: Path, run: Run) -> None:
    """Translations, comments, flags and the header that a translator wrote are there after an update."""
    path = project / WELSH
    replace_in(path, "Last-Translator: nobody yet", "Last-Translator: A translator <translator@exampleton.example>")
    replace_in(path, '"Language: cy\\n"\n', '"Language: cy\\n"\n"X-Generator: Poedit 3.4\\n"\n')
    replace_in(path, "#. a heading, at title\n", "# As the council writes it\n#. a heading, at title\n")
    run(project, "translate", "review", "cy", "--by", "A reader", "--on", "2026-05-01", "--text", "plan.term")
    translations = re.findall(r'^msgstr "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    assert len(translations) > 15
    replace_in(project / CHARTER, "Families team", "The families team")
    result = run(project, "translate", "update", "cy")
    assert result.stdout.startswith(f"wrote {WELSH.as_posix()}\n")
    text = path.read_text("utf-8")
    assert [one for one in translations if one not in text] == []
    for kept in ('"Last-Translator: A translator <translator@exampleton.example>\\n"', '"X-Generator: Poedit 3.4\\n"'):
        assert kept in text
    assert "# As the council writes it" in entry_of(path, "title")
    assert "# Reviewed by A reader on 2026-05-01 [" in entry_of(path, "plan.term")


def test_a_changed_text_needs_review_and_is_not_published(project: Path, run: Run) -> None:
    """The old translation stays, marked, beside the old text; until it is mended the page shows the source there."""
    path = project / WELSH
    run(project, "translate", "review", "cy", "--by", "A reader", "--on", "2026-05-01")
    assert "Reviewed by" in entry_of(path, "listen-first.text")
    replace_in(project / CHARTER, "Listen to you before we decide.", "Listen to you twice before we decide.")
    assert run(project, "translate", "update", "cy").returncode == 0
    entry = entry_of(path, "listen-first.text")
    assert "#, fuzzy\n" in entry
    assert "Reviewed by" not in entry
    assert "#. What changed: “twice” is new" in entry
    assert '#| msgid "Listen to you before we decide."' in entry
    assert 'msgstr "Gwrando arnoch chi cyn i ni benderfynu."' in entry
    checked = run(project, "check")
    assert f"{WELSH.as_posix()}:" in checked.stdout
    assert "the English text has changed (“twice” is new), so the translation is not shown" in checked.stdout
    unchanged = path.read_bytes()
    run(project, "translate", "update", "cy")
    assert path.read_bytes() == unchanged


def test_a_text_that_goes_and_comes_back_keeps_its_translation(project: Path, run: Run) -> None:
    """A removed text is kept at the end of the file; when it returns, its translation returns for review."""
    charter, path = project / CHARTER, project / WELSH
    old = charter.read_text("utf-8")
    replace_in(charter, "            unless: We will not do so if it could put a child at risk.\n", "")
    run(project, "translate", "update", "cy")
    assert '#~ msgid "We will not do so if it could put a child at risk."' in path.read_text("utf-8")
    charter.write_text(old, "utf-8")
    run(project, "translate", "update", "cy")
    entry = entry_of(path, "share-reports.unless")
    assert "#~" not in entry
    assert "#, fuzzy" in entry
    assert 'msgstr "Fyddwn ni ddim yn gwneud hynny os gallai roi plentyn mewn perygl."' in entry


def test_with_an_error_nothing_is_written(project: Path, run: Run, tree: Tree) -> None:
    """A broken document and a broken PO file are both reported, and no file is touched."""
    replace_in(project / CHARTER, "Listen to you before we decide.", "Listen to you twice before we decide.")
    (project / "docs" / "themes" / "respect.yml").write_text("kind: theme\nid: respect\n", "utf-8")
    replace_in(project / "i18n" / "cy" / "sharing.po", 'msgstr "Rhannu newyddion"', 'msgstr "Rhannu newyddion')
    before = tree(project)
    result = run(project, "translate", "update", "cy")
    assert (result.returncode, result.stderr) == (1, "")
    assert "docs/themes/respect.yml:1:1: error: the key 'title' is missing" in result.stdout
    assert "i18n/cy/sharing.po:20: error: the PO file cannot be read" in result.stdout
    assert "wrote" not in result.stdout
    assert tree(project) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("cy", "working-apart"),
            "There is no document 'working-apart'. Known: respect, sharing, working-together, interface.",
        ),
        (("welsh",), "'welsh' is not a language that the locale data knows."),
    ],
)
def test_what_is_not_known_is_named(words: tuple[str, ...], message: str, project: Path, run: Run, tree: Tree) -> None:
    """An unknown document or language ends with 2, says what is known, and writes nothing."""
    before = tree(project)
    result = run(project, "translate", "update", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"charterpress: {message}")
    assert tree(project) == before
