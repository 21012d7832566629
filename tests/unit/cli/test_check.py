"""Test `charterpress check`: what it prints and how it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import textstat

from charterpress.check import Checked
from charterpress.readability.page import Kind

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"


def test_a_clean_project(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A project with nothing wrong ends with 0."""
    edit("docs/guidance/rules.yml", "edition: edition-old", "edition: edition-new")
    edit(CHARTER, "You are told what is planned.", "We tell you our plans.")
    result = charterpress("check", "--project", sample)
    assert (result.code, result.out, result.err) == (0, "No findings.\n", "")


def test_warnings(charterpress: Command, sample: Path) -> None:
    """Warnings alone end with 0, and with 1 when asked to be strict."""
    result = charterpress("check", "--project", sample)
    assert result.code == 0
    assert "Found 3 warnings." in result.out
    assert charterpress("check", "--strict", "--project", sample).code == 1


def test_the_folder_you_are_in(charterpress: Command, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name for it, the project is the folder you are in, and files are named from there."""
    monkeypatch.chdir(sample)
    result = charterpress("check")
    assert result.code == 0
    assert f"\n{CHARTER}:" in f"\n{result.out}"


def test_errors(charterpress: Command, sample: Path, edit: Edit) -> None:
    """An error ends with 1, with the file from the project's folder, the line, and what to do."""
    line = edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("check", "--project", sample)
    assert (result.code, result.err) == (1, "")
    assert f"{CHARTER}:{line}:14: error: the key 'titel' is not known here [unknown-key]\n" in result.out
    assert "    Did you mean 'title'?\n" in result.out


def test_wrong_settings(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A wrong setting is a finding like any other."""
    line = edit(MK, "organisation:", "organisaton:")
    result = charterpress("check", "--project", sample)
    assert result.code == 1
    assert re.search(rf"mkdocs\.yml:{line}:\d+: error: the key 'organisaton' is not known here", result.out)


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github"])
def test_formats(charterpress: Command, sample: Path, edit: Edit, name: str) -> None:
    """In every format the output is that format and nothing else, and the command ends alike."""
    edit(CHARTER, "title: Meetings", "titel: Meetings")
    result = charterpress("check", "--format", name, "--project", sample)
    assert (result.code, result.err) == (1, "")
    if name == "junit":
        assert ET.fromstring(result.out).get("failures") == "2"  # noqa: S314 - our own words
    elif name == "github":
        assert all(line.startswith("::") for line in result.out.splitlines())
    else:
        assert json.loads(result.out)
    assert CHARTER in result.out


HARD = "Authorities communicate organisational responsibilities comprehensively. "
EASY = "We will listen to you at once. "


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which the command runs in."""
    folder = tmp_path / "some texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_fail_on(charterpress: Command, sample: Path, level: str, code: int) -> None:
    """The command ends with 1 from the level on that is named; the sample has warnings and notes."""
    assert charterpress("check", "--fail-on", level, "--project", sample).code == code


def test_fail_on_notes(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A note ends the command with 1 only when that is asked for, whether notes are printed or not."""
    edit("docs/guidance/rules.yml", "edition: edition-old", "edition: edition-new")
    edit("docs/guides/involved.yml", "It helps your child.", "It gives additional help.")
    for options, code in (((), 0), (("--strict",), 0), (("--fail-on", "warning"), 0), (("--fail-on", "note"), 1)):
        assert charterpress("check", *options, "--project", sample).code == code, options


def test_notes(charterpress: Command, sample: Path, edit: Edit) -> None:
    """Notes on wording are counted, and printed only when that is asked for."""
    line = edit("docs/guides/involved.yml", "It helps your child.", "It gives additional help.")
    quiet = charterpress("check", "--project", sample)
    assert "plainer-word" not in quiet.out
    assert re.search(r"^Left out: \d+ notes on wording; --notes prints them\.$", quiet.out, re.MULTILINE)
    loud = charterpress("check", "--notes", "--project", sample)
    assert f"docs/guides/involved.yml:{line}:" in loud.out
    assert "[plainer-word]" in loud.out
    assert "Left out" not in loud.out


def test_one_note_is_left_out(charterpress: Command, here: Path) -> None:
    """A single note is spoken of as one."""
    (here / "a.txt").write_text("We give additional help.\n", encoding="utf-8")
    out = charterpress("check", "a.txt").out
    assert re.search(r"Left out: 1 note on wording", out), out


def test_programs_get_every_note(charterpress: Command, sample: Path, edit: Edit) -> None:
    """In a format for programs the notes on wording are always there."""
    edit("docs/guides/involved.yml", "It helps your child.", "It gives additional help.")
    body = json.loads(charterpress("check", "--format", "json", "--project", sample).out)
    assert "plainer-word" in {finding["rule"] for finding in body["findings"]}


def test_max_grade(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A highest grade for this run makes a page fail that its own limit lets pass."""
    edit("docs/guidance/rules.yml", "Letters matter.", (EASY * 12 + HARD * 3).strip())
    assert charterpress("check", "--project", sample).code == 0
    result = charterpress("check", "--max-grade", "5", "--project", sample)
    assert result.code == 1
    assert "'The rules in short' has reading grade" in result.out
    assert "practitioners may have 5." in result.out


@pytest.mark.parametrize("grade", ["0", "21", "seven", "nan"])
def test_a_grade_without_sense(charterpress: Command, sample: Path, grade: str) -> None:
    """A highest grade that is none is refused with a sentence that names the option."""
    result = charterpress("check", "--max-grade", grade, "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert "--max-grade" in result.err


def test_canonical(charterpress: Command, sample: Path) -> None:
    """The text of a document is printed as it is scored, one sentence a line, and nothing else."""
    result = charterpress("check", "--canonical", "involved", "--project", sample)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "A short answer.",
        "Yes.",
        "See the rules.",
        "It helps your child.",
        "Ask who will come.",
    ]


def test_the_canonical_text_has_the_grade_that_is_reported(charterpress: Command, reference: Checked) -> None:
    """What is printed for a document has, by plain textstat, the grade of its page to the digit."""
    assert reference.project is not None
    grades = {made.page.name: made.grade for made in reference.verdicts if made.page.kind is Kind.PAGE and made.grade}
    for name in ("mutual-expectations", "working-together", "partnership-with-parents"):
        out = charterpress("check", "--canonical", name, "--project", reference.project.root).out
        assert textstat.flesch_kincaid_grade(out) == grades[name]


def test_canonical_of_nothing(charterpress: Command, sample: Path) -> None:
    """A name that no page has ends with 2 and the names that there are."""
    result = charterpress("check", "--canonical", "famly", "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert "No page is called 'famly'. Use one of family, glossary, index," in result.err


def test_files(charterpress: Command, here: Path) -> None:
    """Files alone are judged, each with its score, without any project."""
    (here / "easy.md").write_text(f"# Hello\n\n{EASY * 8}\n", encoding="utf-8")
    (here / "hard one.txt").write_text(HARD * 20, encoding="utf-8")
    easy = charterpress("check", "easy.md")
    assert (easy.code, easy.err) == (0, "")
    assert easy.out.startswith("easy.md: Flesch-Kincaid")
    assert easy.out.endswith("No findings.\n")
    both = charterpress("check", "easy.md", "hard one.txt")
    assert both.code == 1
    assert "easy.md: " in both.out
    assert "hard one.txt: " in both.out
    assert "hard one.txt:1:1: error: 'hard one.txt' has reading grade" in both.out


def test_files_in_a_format_for_programs(charterpress: Command, here: Path) -> None:
    """In a format for programs the findings on files are printed, and nothing else."""
    (here / "hard.txt").write_text(HARD * 20, encoding="utf-8")
    result = charterpress("check", "--format", "json", "hard.txt")
    assert result.code == 1
    assert {finding["file"] for finding in json.loads(result.out)["findings"]} == {"hard.txt"}


def test_files_with_the_other_options(charterpress: Command, here: Path) -> None:
    """The readers, the language and the highest grade that are named hold for the files."""
    text = EASY * 14 + HARD * 3
    (here / "a.txt").write_text(text, encoding="utf-8")
    limits = {
        (): "limit 7, target 6",
        ("--audience", "practitioners"): "limit 9, target 8",
        ("--audience", "practitioners", "--max-grade", "5"): "limit 5, target 5",
    }
    for options, said in limits.items():
        assert said in charterpress("check", *options, "a.txt").out
    welsh = charterpress("check", "--language", "cy", "a.txt")
    assert welsh.code == 0
    assert "Flesch" not in welsh.out
    assert "Welsh" in welsh.out


def test_files_by_the_limits_of_a_project(charterpress: Command, sample: Path, edit: Edit) -> None:
    """Beside a project, files are held against its limits."""
    edit(MK, "organisation: Example Council", "organisation: A\n      readability: {grades: {families: 4}}")
    assert "limit 4, target 4" in charterpress("check", "--project", sample, sample / "docs/index.md").out


def test_standard_input(charterpress: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text may come in by standard input; the files beside it are judged, too."""
    (here / "a.txt").write_text(EASY, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((HARD * 20).encode())))
    result = charterpress("check", "-", "a.txt")
    assert result.code == 1
    assert result.out.startswith("standard-input.txt: ")
    assert "\na.txt: " in result.out


BAD = {
    "empty.txt": (b"", 0, "warning: there is nothing to read here"),
    "missing.txt": (None, 1, "error: the file cannot be read: No such file or directory"),
    "latin.txt": ("Na\xefve".encode("latin-1"), 1, "the file may be in Latin-1"),
    "url.txt": (b"https://www.example.org/a?b=c#d\n", 0, "too short to be scored"),
    "numbers.txt": (b"1 2 3 45 2026\n", 0, "too short to be scored"),
    "huge.txt": (b"word " * 2_000_000, 1, "error: the file has 10,000,000 bytes; the limit is 1,000,000"),
    "huge.md": (b"word " * 2_000_000, 1, "error: the file has 10,000,000 bytes; the limit is 1,000,000"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files(charterpress: Command, here: Path, name: str) -> None:
    """A file that is empty, missing, in another encoding, without sentences or huge is told of in a sentence."""
    raw, code, said = BAD[name]
    if raw is not None:
        (here / name).write_bytes(raw)
    result = charterpress("check", name)
    assert (result.code, result.err) == (code, "")
    assert name in result.out
    assert said in result.out
    assert len(result.out) < 1000


@pytest.mark.parametrize("name", BAD)
def test_bad_files_do_not_hide_the_others(charterpress: Command, here: Path, name: str) -> None:
    """With a bad file among them, the others are judged all the same."""
    raw, code, said = BAD[name]
    if raw is not None:
        (here / name).write_bytes(raw)
    (here / "good.txt").write_text(EASY, encoding="utf-8")
    result = charterpress("check", name, "good.txt")
    assert result.code == code
    assert said in result.out
    assert "good.txt: Flesch-Kincaid" in result.out


@pytest.mark.parametrize("options", [("--audience", "children"), ("--fail-on", "never"), ("--format", "pdf")])
def test_choices_that_there_are_not(charterpress: Command, here: Path, options: tuple[str, str]) -> None:
    """A choice that there is not ends with 2 and names the option and the choices."""
    (here / "a.txt").write_text(EASY, encoding="utf-8")
    result = charterpress("check", *options, "a.txt")
    assert (result.code, result.out) == (2, "")
    assert options[0] in result.err
    assert options[1] in result.err


@pytest.mark.parametrize("language", ["klingon", "", "../en", "EN"])
def test_no_language_tag(charterpress: Command, here: Path, language: str) -> None:
    """What is no language tag is refused, so that nobody takes silence for a verdict."""
    (here / "a.txt").write_text(HARD * 20, encoding="utf-8")
    result = charterpress("check", "--language", language, "a.txt")
    assert (result.code, result.out) == (2, "")
    assert "language" in result.err
