"""Test `charterpress translate`: what each command writes, what it says, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"
KNOWN = "Known: family, involved, listening, rules, interface."
READER = "A native reader"


def files_of(root: Path) -> dict[str, bytes]:
    """Return every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


COMMANDS = [
    ["extract"],
    ["update", "cy"],
    ["status"],
    ["review", "cy", "--by", READER],
    ["export", "cy", "-o", "a.xlsx"],
]
NEEDING_A_LANGUAGE = [
    ("update", []),
    ("status", []),
    ("review", ["--by", READER]),
    ("export", ["--output", "a.xlsx"]),
]


@pytest.mark.parametrize(("command", "options"), NEEDING_A_LANGUAGE, ids=str)
@pytest.mark.parametrize("locale", ["zz", "", "../cy", "english", "en_GB", "\n", "é", "c" * 1000])
def test_no_language(  # noqa: PLR0913 - fixtures and cases
    charterpress: Command,
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    command: str,
    options: list[str],
    locale: str,
) -> None:
    """What is no language ends with 2, and no file and no folder is made of it."""
    monkeypatch.chdir(sample)
    before = files_of(sample)
    result = charterpress("translate", command, locale, *options)
    assert (result.code, result.out) == (2, "")
    assert "is not a language that the locale data knows" in result.err
    assert files_of(sample) == before


@pytest.mark.parametrize("command", ["update", "review", "export"])
@pytest.mark.parametrize("document", ["nonsense", "", "../family", "family.po", "FAMILY", "terminology"])
def test_no_document(
    charterpress: Command, sample: Path, monkeypatch: pytest.MonkeyPatch, command: str, document: str
) -> None:
    """What is no document ends with 2 and a list of those there are, and nothing is written."""
    monkeypatch.chdir(sample)
    before = files_of(sample)
    options = ["--by", READER] if command == "review" else []
    result = charterpress("translate", command, "cy", document, *options)
    assert (result.code, result.out) == (2, "")
    assert f"There is no document '{document}'. {KNOWN}" in result.err
    assert files_of(sample) == before


@pytest.mark.parametrize("words", COMMANDS)
def test_a_broken_document(
    charterpress: Command, sample: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """With an error in a document nothing is written, and the command ends with 1 and tells the error."""
    monkeypatch.chdir(sample)
    edit(CHARTER, "title: Meetings", "titel: Meetings")
    before = files_of(sample)
    result = charterpress("translate", *words)
    assert result.code == 1
    assert "unknown-key" in result.out
    assert files_of(sample) == before


@pytest.mark.parametrize("words", COMMANDS)
def test_wrong_settings(
    charterpress: Command, sample: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """With settings that are wrong every command ends with 1 and says what is wrong with them."""
    monkeypatch.chdir(sample)
    line = edit(MK, "organisation:", "organization:")
    before = files_of(sample)
    result = charterpress("translate", *words)
    assert result.code == 1
    assert f"mkdocs.yml:{line}:" in result.out
    assert "unknown-key" in result.out
    assert files_of(sample) == before


@pytest.mark.parametrize("words", [words for words in COMMANDS if words != ["extract"]])
def test_a_broken_file(
    charterpress: Command,
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
    translate_sample: Translate,
    words: list[str],
) -> None:
    """With a PO file that cannot be read nothing is written; the command ends with 1 and the line."""
    monkeypatch.chdir(sample)
    translate_sample("cy", "family").write_text('msgid ""\nmsgstr "\n', encoding="utf-8")
    translate_sample("cy", "rules")
    before = files_of(sample)
    result = charterpress("translate", *words)
    assert result.code == 1
    assert "i18n/cy/family.po:2: error: " in result.out
    assert "po-syntax" in result.out
    assert files_of(sample) == before


def test_extract(charterpress: Command, sample: Path) -> None:
    """Templates are written for all documents; a second time there is nothing to do."""
    result = charterpress("translate", "extract", "--project", sample)
    names = ["family", "interface", "involved", "listening", "rules"]
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [*(f"wrote i18n/templates/{name}.pot" for name in names), "No findings."]
    assert sorted(path.name for path in (sample / "i18n/templates").iterdir()) == [f"{name}.pot" for name in names]
    assert 'msgid "Hear you out."\nmsgstr ""' in (sample / "i18n/templates/family.pot").read_text("utf-8")
    assert charterpress("translate", "extract", "--project", sample).out == "No findings.\n"
    assert charterpress("check", "--project", sample).code == 0


def test_update(charterpress: Command, sample: Path) -> None:
    """Updating says which files were written, and a second time that there was nothing to do."""
    result = charterpress("translate", "update", "cy", "family", "rules", "--project", sample)
    assert result.code == 0
    assert result.out.splitlines() == ["wrote i18n/cy/family.po", "wrote i18n/cy/rules.po", "No findings."]
    again = charterpress("translate", "update", "cy", "family", "--project", sample)
    assert (again.code, again.out) == (0, "No findings.\n")


def test_update_the_words_on_buttons(charterpress: Command, sample: Path) -> None:
    """The words on buttons and notices are written when they are asked for, and kept up to date from then on."""
    assert "interface" not in charterpress("translate", "update", "cy", "--project", sample).out
    result = charterpress("translate", "update", "cy", "interface", "--project", sample)
    assert (result.code, result.out.splitlines()[0]) == (0, "wrote i18n/cy/interface.po")
    assert charterpress("translate", "update", "cy", "--project", sample).out == "No findings.\n"


def test_status(charterpress: Command, sample: Path, translate_sample: Translate) -> None:
    """The status is a table with a row for each document and language, and changes nothing."""
    translate_sample("cy", "family")
    translate_sample("cy", "listening", flag="reviewed")
    translate_sample("ur", "involved", {"Ask who will come.": ""})
    before = files_of(sample)
    result = charterpress("translate", "status", "--project", sample)
    assert (result.code, result.err) == (0, "")
    head, rule, *rows = result.out.splitlines()
    assert head.split("  ")[0] == "document"
    assert set(rule) == {"-"}
    assert len(rows) == 8
    found = {tuple(row.split()[:2]): " ".join(row.split()[2:]) for row in rows}
    assert found["family", "cy"] == "0 % 100 % 0 % 0 % yes"
    assert found["listening", "cy"] == "100 % 0 % 0 % 0 % yes"
    assert found["involved", "ur"] == "0 % 86 % 0 % 14 % no: 1 text is not translated"
    assert found["rules", "ur"] == "0 % 0 % 0 % 100 % no: nothing is translated"
    assert files_of(sample) == before


def test_status_of_a_language(charterpress: Command, sample: Path) -> None:
    """The status of one language has its rows alone; one that the site does not have has none, and that is said."""
    rows = charterpress("translate", "status", "ur", "--project", sample).out.splitlines()[2:]
    assert [row.split()[1] for row in rows] == ["ur"] * 4
    result = charterpress("translate", "status", "fr", "--project", sample)
    assert (result.code, "charterpress new language" in result.out) == (0, True)


def test_status_for_other_programs(charterpress: Command, sample: Path, translate_sample: Translate) -> None:
    """As JSON the status has the same rows, and nothing beside them."""
    translate_sample("cy", "family", flag="reviewed")
    result = charterpress("translate", "status", "cy", "--json", "--project", sample)
    rows = {row["document"]: row for row in json.loads(result.out)}
    assert set(rows) == {"family", "involved", "listening", "rules"}
    assert rows["family"] == {
        "document": "family",
        "title": "Our promises & yours",
        "language": "cy",
        "texts": 37,
        "per_cent": {"reviewed": 100, "draft": 0, "needs review": 0, "missing": 0},
        "shown": True,
        "blocked": [],
        "reader": READER,
    }


def test_review(charterpress: Command, sample: Path, translate_sample: Translate) -> None:
    """Signing says how many texts were signed; from then on they are reviewed, with the name and the day."""
    po = translate_sample("cy", "listening")
    translate_sample("cy", "family")
    words = ["translate", "review", "cy", "listening", "--by", READER, "--on", "2026-05-01", "--project", sample]
    result = charterpress(*words)
    assert (result.code, result.out) == (0, "signed 3 texts\nNo findings.\n")
    assert po.read_text("utf-8").count(f"# Reviewed by {READER} on 2026-05-01 [") == 3
    rows = json.loads(charterpress("translate", "status", "cy", "--json", "--project", sample).out)
    assert {row["document"]: row["reader"] for row in rows if row["shown"]} == {"family": "", "listening": READER}


def test_review_one_text(charterpress: Command, sample: Path, translate_sample: Translate) -> None:
    """One text can be signed alone, today where no day is named."""
    po = translate_sample("cy", "listening")
    result = charterpress("translate", "review", "cy", "--by", READER, "--text", "title", "--project", sample)
    assert (result.code, result.out) == (0, "signed 1 text\nNo findings.\n")
    today = datetime.now(UTC).astimezone().date().isoformat()
    assert po.read_text("utf-8").count(f"# Reviewed by {READER} on {today} [") == 1


@pytest.mark.parametrize("options", [["--by", " "], ["--by", READER, "--text", "no-such.text"]])
def test_review_of_nothing(
    charterpress: Command, sample: Path, translate_sample: Translate, options: list[str]
) -> None:
    """Without a name, or for a text that is not there, nothing is signed, and the command ends with 2."""
    po = translate_sample("cy", "listening")
    before = po.read_bytes()
    result = charterpress("translate", "review", "cy", *options, "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("charterpress: ")
    assert po.read_bytes() == before


def test_export_and_import(
    charterpress: Command, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, translate_sample: Translate
) -> None:
    """A spreadsheet is written where the command runs, and what was filled in comes back into the PO files."""
    po = translate_sample("cy", "listening", {"Listening": ""})
    monkeypatch.chdir(tmp_path)
    result = charterpress("translate", "export", "cy", "listening", "--project", sample)
    assert (result.code, result.out) == (0, "wrote 3 texts to cy.xlsx\nNo findings.\n")
    book = load_workbook("cy.xlsx")
    sheet = book["Texts"]
    heads = [cell.value for cell in sheet[1]]
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[heads.index("Context")].value == "title"]
    row[heads.index("Translation")].value, row[heads.index("State")].value = "Gwrando", "draft"
    book.save("back.xlsx")
    result = charterpress("translate", "import", "cy", "back.xlsx", "--project", sample)
    assert (result.code, result.out.splitlines()[0]) == (0, "wrote i18n/cy/listening.po")
    assert 'msgid "Listening"\nmsgstr "Gwrando"' in po.read_text("utf-8")


def test_export_somewhere_else(charterpress: Command, sample: Path, tmp_path: Path) -> None:
    """The spreadsheet may be written anywhere; all documents are in it where none is named. No PO file is written."""
    target = tmp_path / "a folder" / "all of it.xlsx"
    target.parent.mkdir()
    result = charterpress("translate", "export", "ur", "-o", target, "--project", sample)
    assert (result.code, result.out.splitlines()[0]) == (0, f"wrote 60 texts to {target}")
    assert len(list(load_workbook(target)["Texts"].iter_rows(min_row=2))) == 60
    assert not (sample / "i18n").exists()


@pytest.mark.parametrize("content", [None, b"", b"not a spreadsheet", b"PK\x03\x04 not one either"])
def test_import_of_no_spreadsheet(charterpress: Command, sample: Path, tmp_path: Path, content: bytes | None) -> None:
    """What is no spreadsheet, or is not there, ends with 1 and says so; nothing is written."""
    source = tmp_path / "a.xlsx"
    if content is not None:
        source.write_bytes(content)
    before = files_of(sample)
    result = charterpress("translate", "import", "cy", source, "--project", sample)
    assert (result.code, result.err) == (1, "")
    assert f"{source}: error: " in result.out
    assert files_of(sample) == before


def test_import_into_another_language(charterpress: Command, sample: Path, tmp_path: Path) -> None:
    """A spreadsheet of one language is not taken into another; each row says so, and nothing is written."""
    target = tmp_path / "cy.xlsx"
    charterpress("translate", "export", "cy", "listening", "-o", target, "--project", sample)
    result = charterpress("translate", "import", "ur", target, "--project", sample)
    assert result.code == 1
    assert result.out.count("this row is in the language 'cy', not 'ur'") == 3
    assert not (sample / "i18n").exists()
