"""Test `charterpress adapt` as a person at a terminal uses it."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "valid"


class Keyboard(io.StringIO):
    """Stand for a terminal at which somebody has typed."""

    def isatty(self) -> bool:
        """Say that a person is there."""
        return True


@pytest.fixture
def adapt(charterpress: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return what runs the command on a project whose source has moved on, with answers typed at the terminal."""
    root = tmp_path / "project"
    shutil.copytree(EXAMPLES / "adapted-charter", root, ignore=shutil.ignore_patterns("adapted", "expected.json"))
    assert charterpress("adapt", "keep", "--project", root).code == 0
    source = root / "shared" / "docs" / "charters" / "working-together.yml"
    text = source.read_text("utf-8").replace('version: "1.1"', 'version: "1.2"')
    text = text.replace("text: Listen to you before", "text: Listen well to you before").replace("Come on", "Be on")
    source.write_text(text, "utf-8")

    def run(*words: str, typed: str = "") -> Any:  # noqa: ANN401 - the result of the fixture
        monkeypatch.setattr(sys, "stdin", Keyboard(typed))
        result = charterpress("adapt", *words, "--project", root)
        return result, (root / "docs" / "charters" / "northshire.yml").read_text("utf-8")

    return run


def test_asking(adapt: Command) -> None:
    """Each conflict is shown with what both answers mean; what is left for later is named, and asked for again."""
    result, text = adapt("update", "northshire", typed="keep\nlater\n")
    assert result.code == 1
    assert "      theirs  Listen {+well+} to you before we decide.\n" in result.out
    assert "    keep: your words stay; what you did not change follows theirs.\n" in result.out
    assert "'be-on-time' needs a decision on version 1.2: they changed it, and you removed it" in result.out
    assert 'decided_for: "1.2"\n' in text
    result, text = adapt("update", "northshire", typed="what\ntake\n")
    assert result.code == 0
    assert "Listen {+well+}" not in result.out
    assert "'what' is not one of" in result.out + result.err
    assert "adapts: working-together@1.2\n" in text
    assert "remove: be-on-time" not in text
    assert "order: [plain-words, listen-first, call-back, meet-forum, be-on-time]\n" in text


def test_going_away(adapt: Command) -> None:
    """Whoever stops in the middle has written nothing."""
    before = adapt("status")[1]
    result, text = adapt("update", "northshire", typed="keep\n")
    assert (result.code, result.err) == (2, "Stopped.\n")
    assert text == before


def test_options_that_exclude_each_other(adapt: Command) -> None:
    """All cannot be kept and be taken."""
    result, _ = adapt("update", "northshire", "--keep-all", "--take-all")
    assert result.code == 2
    assert "not both" in result.err


def test_an_adaptation_of_an_adaptation(charterpress: Command) -> None:
    """The example that has fallen behind by one version has nothing to decide, and sees no reasons of others."""
    result = charterpress("adapt", "status", "--project", EXAMPLES / "adapted-again")
    assert result.code == 0
    assert "westbrook: adapts 'northshire' at version 1.0; that is at version 1.1 now." in result.out
    assert "  ring-first: new\n" in result.out
    assert "Other texts" not in result.out
    assert "because" not in result.out


def test_a_project_without_adaptations(charterpress: Command) -> None:
    """Where nothing is adapted there is nothing to show, and nothing to keep."""
    root = EXAMPLES / "one-charter"
    assert charterpress("adapt", "status", "--project", root).out == "This project adapts no charter.\n"
    assert charterpress("adapt", "keep", "--project", root).code == 0
    result = charterpress("adapt", "update", "one", "--project", root)
    assert result.code == 2
    assert "There is no adaptation 'one'. This project has none." in result.err
