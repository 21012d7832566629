"""Beside each press PDF stands what was checked, and what the print shop must know."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pypdfium2


def presses_of(root: Path) -> list[Path]:
    """Return the press PDFs of a built project, and not the job tickets."""
    return sorted(path for path in (root / "print").rglob("*.pdf") if not path.name.endswith(".job.pdf"))


def test_certificates_and_tickets(built: Callable[[str], Path]) -> None:
    """Certificate and job ticket are about just these bytes, in just this language, and nothing was found."""
    presses = presses_of(built("english-and-urdu"))
    assert len(presses) == 6
    for press in presses:
        said = json.loads(press.with_suffix(".preflight.json").read_text("utf-8"))
        ticket = json.loads(press.with_suffix(".job.json").read_text("utf-8"))
        assert [check["findings"] for check in said["checks"] if check["findings"]] == []
        assert said["file"] == ticket["file"] == press.name
        assert said["sha256"] == ticket["sha256"] == sha256(press.read_bytes()).hexdigest()
        assert ticket["language"] == press.parent.name
        if "trifold" in press.name:
            assert ticket["panels_mm"][0] == ([100, 100, 97] if ticket["direction"] == "rtl" else [97, 100, 100])
        else:
            assert ticket["panels_mm"] == ([] if ".pages." in press.name else [[148, 148], [148, 148]])
        assert "Checked for" in press.with_suffix(".preflight.html").read_text("utf-8")


def test_proofs_and_tickets_to_print(built: Callable[[str], Path]) -> None:
    """Each press PDF has a job ticket of one page in the title's own language, and a picture of each of its sides."""
    for press in presses_of(built("english-and-urdu")):
        with pypdfium2.PdfDocument(press.with_suffix(".job.pdf")) as ticket:
            assert len(ticket) == 1
            said = ticket[0].get_textpage().get_text_range()
        assert f"opens from the {'right' if press.parent.name == 'ur' else 'left'}" in said
        sides = () if ".pages." in press.name else (1, 2)
        for side in sides:
            data = press.with_suffix(f".proof-{side}.png").read_bytes()
            assert data.startswith(b"\x89PNG")
            assert len(data) < 1_000_000
        assert not press.with_suffix(f".proof-{len(sides) + 1}.png").exists()


def test_the_command_says_the_same(
    built: Callable[[str], Path], run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """`charterpress preflight` on a press PDF of ours ends with 0, and its checks end as those of the build did.

    It has no file in reading order to compare with, and asks another program.
    """
    press = built("english-and-urdu") / "print" / "ur" / "forum-promise.ur.trifold.pdf"
    result = run(tmp_path, "preflight", press, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    said, built_with = json.loads(result.stdout), json.loads(press.with_suffix(".preflight.json").read_text("utf-8"))
    ours, theirs = (
        {check["name"]: check for check in each["checks"] if check["name"] not in {"fold-order", "second"}}
        for each in (said, built_with)
    )
    assert ours == theirs
    assert [check["name"] for check in said["checks"]][-1] == "second"
    assert said["sha256"] == built_with["sha256"]
