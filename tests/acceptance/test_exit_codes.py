"""The command line ends with 0 when all is well, 1 when something must be mended, 2 when it cannot go on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
CopyExample = Callable[[str, Path], Path]

COMMANDS = [("check",), ("build",), ("serve",), ("translate", "update", "cy"), ("print", "pack"), ("adapt", "status")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_outside_a_project_a_command_says_what_is_missing(command: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    """Where there is no mkdocs.yml, a command ends with 2 and says how to name a project; it writes nothing."""
    result = run(tmp_path, *command)
    assert result.returncode == 2
    assert result.stderr.startswith("charterpress: There is no mkdocs.yml in '")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_project_that_is_not_there_is_named(command: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    """An unknown --project ends with 2, names the folder, and is not made."""
    result = run(tmp_path, *command, "--project", tmp_path / "no such folder")
    assert result.returncode == 2
    assert "no such folder" in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("publish",), ("check", "--fast"), ("check", "--format", "pdf"), ("translate", "update"), ("build", "everything")],
    ids=" ".join,
)
def test_a_command_that_makes_no_sense_is_explained(words: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    """Unknown commands, options and values end with 2 and a pointer to the help."""
    result = run(tmp_path, *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert "--help" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [(), *COMMANDS[:3], ("translate",), ("translate", "update")], ids=" ".join)
def test_every_command_has_help(command: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    """`--help` ends with 0 and describes each option; it needs no project."""
    result = run(tmp_path, *command, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: ")
    assert max(map(len, result.stdout.splitlines())) <= 100
    options = [line.split("  ") for line in result.stdout.splitlines() if line.startswith("  -")]
    assert options
    described = result.stdout.partition("Options:\n")[2].splitlines()
    for before, line in zip(described, [*described[1:], ""], strict=True):
        # A long option stands on a line of its own; what it means then follows.
        assert not before.startswith("  -") or before.strip().count("  ") or line.startswith("      "), before


def test_a_project_without_its_texts_is_explained(tmp_path: Path, copy_example: CopyExample, run: Run) -> None:
    """A project whose docs folder is gone ends with 2 and names the folder."""
    root = copy_example("valid/one-charter", tmp_path / "project")
    shutil.rmtree(root / "docs")
    for command in ("check", "build"):
        result = run(root, command)
        assert (result.returncode, result.stderr.count("\n")) == (2, 1)
        assert result.stderr.startswith("charterpress: There is no folder 'docs' here.")


def test_warnings_stop_nothing_unless_strict(tmp_path: Path, copy_example: CopyExample, run: Run, tree: Tree) -> None:
    """With warnings only, `check` and `build` end with 0, and with --strict with 1 and nothing published.

    Even so `build` follows the links, and finds one more.
    """
    root = copy_example("valid/guidance-and-guide", tmp_path / "project")
    assert run(root, "check").returncode == 0
    strict = run(root, "check", "--strict")
    assert strict.returncode == 1
    assert "Found 2 warnings." in strict.stdout

    def published() -> dict[str, bytes | None]:
        return {path: held for path, held in tree(root).items() if not path.startswith(("reports", ".cache"))}

    before = published()
    built = run(root, "build", "--strict")
    assert (built.returncode, built.stderr) == (1, "")
    assert "Found 3 warnings." in built.stdout
    assert published() == before


def test_a_read_only_place_is_explained(tmp_path: Path, copy_example: CopyExample, tree: Tree) -> None:
    """A build that may not write ends with 2, names the place, and changes nothing."""
    root = copy_example("valid/one-charter", tmp_path / "project")
    before = tree(root)
    # Being root, one may write anywhere; without that one right, file modes count for root as well.
    as_everybody = ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []
    root.chmod(0o555)
    try:
        result = subprocess.run(
            [*as_everybody, sys.executable, "-m", "charterpress", "build", "--project", str(root)],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
    finally:
        root.chmod(0o755)
    assert result.returncode == 2, result.stdout + result.stderr
    assert result.stderr.startswith("charterpress: Permission denied: ")
    assert result.stderr.count("\n") == 1
    assert tree(root) == before
