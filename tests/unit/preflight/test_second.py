"""Test what another program says of a file, with the programs themselves and with stand-ins on the path."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import Level
from charterpress.preflight.outcome import Check, Outcome
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import Printer
from charterpress.preflight.second import with_second_opinion

Make = Callable[..., bytes]
Opinion = Callable[..., Check]


@pytest.fixture
def opinion(make: Make, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opinion:
    """Return what asks a program, a shell script of this name, about a sound file; without a name there is none."""

    def ask(name: str | None, script: str = "", seconds: float = 60.0) -> Check:
        programs = tmp_path / "programs"
        programs.mkdir()
        if name is not None:
            program = programs / name
            program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(programs))
        file = tmp_path / "a leaflet.pdf"
        file.write_bytes(make())
        done = with_second_opinion(preflight(file.read_bytes(), file, "offset-coated", printer), seconds)
        return done.checks[-1]

    return ask


def test_neither_is_installed(opinion: Opinion) -> None:
    """Where no other program is installed, the check was not made, and says why."""
    check = opinion(None)
    assert check.outcome is Outcome.NOT_CHECKED
    assert check.why == "neither Ghostscript nor poppler is installed"


def test_how_much_is_covered(opinion: Opinion) -> None:
    """What Ghostscript says of the ink on each page stands in the certificate."""
    check = opinion("gs", "echo ' 0.17373  0.23565  0.06215  0.25003 CMYK OK'")
    assert check.outcome is Outcome.PASSED
    assert check.values["page 1, covered"] == "cyan 17.4%, magenta 23.6%, yellow 6.2%, black 25.0%"


@pytest.mark.parametrize(("code", "level"), [(0, Level.WARNING), (1, Level.ERROR)])
def test_it_complains(code: int, level: Level, opinion: Opinion) -> None:
    """What the other program complains of is a finding: an error where it gave up."""
    check = opinion("gs", f"echo '   **** Error: stream operator   is missing' >&2; exit {code}")
    [finding] = check.findings
    assert (finding.rule, finding.level) == ("print-second", level)
    assert "**** Error: stream operator is missing" in finding.message


def test_poppler_instead(opinion: Opinion) -> None:
    """Without Ghostscript poppler is asked."""
    check = opinion("pdftoppm", "exit 3")
    assert check.values["program"] == "poppler"
    assert "it ended with 3" in check.findings[0].message


def test_it_takes_too_long(opinion: Opinion) -> None:
    """A file that another program can't draw in time is a finding."""
    check = opinion("gs", "exec /bin/sleep 20", seconds=0.3)
    assert "more than 0.3 seconds" in check.findings[0].message


@pytest.mark.parametrize("data", [b"", b"%!PS\n(a program) print"])
def test_what_is_no_pdf_is_not_opened(
    data: bytes, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ghostscript would run a file that is no PDF as a program, and find nothing in an empty one: it gets neither."""
    program = tmp_path / "gs"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/opened'\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(data)
    check = with_second_opinion(preflight(data, file, "offset-coated", printer)).checks[-1]
    assert check.outcome is Outcome.NOT_CHECKED
    assert check.why == "the file can't be read"
    assert not (tmp_path / "opened").exists()
