"""Test what happens when a command cannot go on: a sentence, exit 2, never a stack trace."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from charterpress.cli import main
from charterpress.findings import CharterpressError

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
MK, CHARTER = "mkdocs.yml", "docs/charters/family.yml"


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--nonsense"],
        ["check", "--nonsense"],
        ["build", "extra"],
        ["check", "--format", "xml"],
        ["translate", "nonsense"],
        ["translate", "update"],
        ["translate", "review", "cy"],
        ["translate", "review", "cy", "--by", "A reader", "--on", "1 May"],
        ["translate", "review", "cy", "--by", "A reader", "--on", "2026-02-30"],
        ["translate", "export"],
        ["translate", "import", "cy"],
        ["translate", "import", "cy", "a.xlsx", "b.xlsx"],
        ["translate", "extract", "cy"],
        ["translate", "status", "cy", "ur"],
        ["new", "nonsense"],
        ["new", "site"],
        ["new", "charter", "--nonsense"],
        ["build", "--pseudo", "yes"],
    ],
)
def test_words_that_make_no_sense(charterpress: Command, words: list[str]) -> None:
    """A command that is not there, or an option that is wrong, ends with 2 and says where help is."""
    result = charterpress(*words)
    assert (result.code, result.out) == (2, "")
    assert "Error: " in result.err
    assert "--help" in result.err


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["build"],
        ["build", "--pseudo"],
        ["serve"],
        ["translate", "extract"],
        ["translate", "update", "cy"],
        ["translate", "status"],
        ["translate", "review", "cy", "--by", "A reader"],
        ["translate", "export", "cy"],
        ["new", "language", "so"],
        ["new", "charter", "--title", "Ours"],
        ["ids"],
        ["format", "--check"],
    ],
)
@pytest.mark.parametrize("folder", ["nowhere", ".", "a/mkdocs.yml", "b"])
def test_no_project(charterpress: Command, tmp_path: Path, words: list[str], folder: str) -> None:
    """Outside a project every command ends with 2 and a sentence that says so."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "mkdocs.yml").touch()
    (tmp_path / "b" / "mkdocs.yml").mkdir(parents=True)
    result = charterpress(*words, "--project", tmp_path / folder)
    assert result.code == 2
    assert "mkdocs.yml" in result.err
    assert len(result.out.splitlines()) <= 1
    assert not (tmp_path / "nowhere").exists()


def test_no_documents(charterpress: Command, sample: Path) -> None:
    """Without a folder of documents the check cannot go on."""
    (sample / "docs").rename(sample / "texts")
    result = charterpress("check", "--project", sample)
    assert result.code == 2
    assert result.err.startswith("charterpress: There is no folder 'docs' here.")


@pytest.fixture
def failing() -> Iterator[Callable[[BaseException], None]]:
    """Return what adds a command `fail` that fails in a given way."""

    def add(error: BaseException) -> None:
        @main.command("fail")
        def fail() -> None:
            """Fail."""
            raise error

    yield add
    del main.commands["fail"]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (CharterpressError("This cannot go on."), "charterpress: This cannot go on.\n"),
        (PermissionError(13, "Permission denied", "docs/a.yml"), "charterpress: Permission denied: docs/a.yml\n"),
        (OSError(28, "No space left on device"), "charterpress: No space left on device\n"),
        (OSError("a reason of its own"), "charterpress: a reason of its own\n"),
        (KeyboardInterrupt(), "Stopped.\n"),
        (click.Abort(), "Stopped.\n"),
        (click.ClickException("Not like this."), "Error: Not like this.\n"),
    ],
)
def test_what_stops_a_run(
    charterpress: Command, failing: Callable[[BaseException], None], error: BaseException, message: str
) -> None:
    """Whatever stops a run is said in a sentence, and the command ends with 2."""
    failing(error)
    result = charterpress("fail")
    assert (result.code, result.out, result.err.lstrip()) == (2, "", message)


@pytest.mark.parametrize("error", [ValueError("odd value"), RecursionError("too deep"), MemoryError(), KeyError("x")])
def test_a_fault_of_ours(charterpress: Command, failing: Callable[[BaseException], None], error: Exception) -> None:
    """A fault in the program itself ends with 2; what developers need goes into a file that is named."""
    failing(error)
    result = charterpress("fail")
    assert (result.code, result.out) == (2, "")
    assert f"a fault in charterpress itself, not in your files: {error}\n" in result.err
    named = re.search(r"send along (.+\.log)\n", result.err)
    assert named is not None
    log = Path(named[1])
    assert type(error).__name__ in log.read_text(encoding="utf-8")
    log.unlink()


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1", "127.0.0.1:", "999.1.1.1:8000", "127.0.0.1:port"])
def test_an_address_that_is_none(charterpress: Command, sample: Path, address: str) -> None:
    """A preview cannot start at what is no address."""
    result = charterpress("serve", "--address", address, "--project", sample)
    assert result.code == 2
    assert f"charterpress: The preview could not start at {address}: " in result.err


def run_in_a_shell(words: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "charterpress", *words]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_a_terminal_that_cannot_show_a_letter(sample: Path, edit: Edit) -> None:
    """Where a terminal or pipe cannot take a letter, its code is printed in its place."""
    edit(CHARTER, "theme: listening\n    promises", "theme: سننا\n    promises")
    done = run_in_a_shell(["check", "--project", str(sample)], PYTHONIOENCODING="cp1252")
    assert done.returncode == 1
    assert b"'\\u0633\\u0646\\u0646\\u0627' does not have the form" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("output", ["text", "json", "sarif", "junit", "github"])
def test_a_file_name_that_is_not_utf_8(charterpress: Command, sample: Path, output: str) -> None:
    """A file whose name is not in UTF-8 is reported like any other, in every format."""
    (sample / "docs" / "themes" / os.fsdecode(b"caf\xe9\x07.yml")).touch()
    result = charterpress("check", "--format", output, "--project", sample)
    assert result.code == 1
    assert "the file is empty" in result.out
    assert result.out.encode("utf-8")


def test_a_broken_pipe(sample: Path) -> None:
    """When nobody reads the output any more, no stack trace is left behind."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "charterpress", "check", "--project", str(sample)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
