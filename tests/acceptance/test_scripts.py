"""The scripts of this repository say what they do before they set up anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


def ran(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Return how a script ended."""
    command = [sys.executable, str(SCRIPTS / f"{name}.py"), *words]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)


@pytest.mark.parametrize("name", ["accessibility", "lighthouse", "test", "words"])
@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help(name: str, word: str) -> None:
    """A script that is asked for help gives it, and takes the word for no folder, page or language."""
    result = ran(name, word)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"usage: {name}.py")
    assert "»" not in result.stdout, "something was set up"


@pytest.mark.parametrize("name", ["accessibility", "lighthouse", "words"])
def test_an_option_that_there_is_not(name: str) -> None:
    """An option that a script does not have is an error, with what it takes."""
    result = ran(name, "--strict")
    assert (result.returncode, result.stdout) == (2, "")
    assert "unrecognized arguments: --strict" in result.stderr
