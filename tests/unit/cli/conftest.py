"""Run the command line for its tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from charterpress.cli import run


@dataclass(frozen=True)
class Result:
    """Hold how a command ended and what it printed."""

    code: object
    out: str
    err: str


@pytest.fixture
def charterpress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Return what runs the command line as its entry point does, and lets no stack trace through."""

    def command(*words: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["charterpress", *map(str, words)])
        capsys.readouterr()
        code: object = 0
        try:
            run()
        except SystemExit as ended:
            code = ended.code or 0
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Result(code, printed.out, printed.err)

    return command
