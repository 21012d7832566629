"""A new user starts a site in an empty folder, looks at it, and adds to it: nothing is wrong at any step."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

NAME = "Ein siarteri: our charters"
ANSWERS = [
    NAME,
    "Littleham: Families & Friends",
    "families@littleham.example",
    "https://charters.littleham.example",  # as people type it: without a slash at the end
    "cy",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new site, started by somebody who sits at a terminal and answers five questions."""
    place = tmp_path_factory.mktemp("A new place")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "charterpress", "new", "site", NAME],
        cwd=place,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as started:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in ANSWERS).encode())
        said = b""
        # A terminal that nobody writes to any more ends with an error on Linux, and with nothing elsewhere.
        while started.poll() is None or b"README.md says" not in said:
            try:
                said += os.read(ours, 4096) or b""
            except OSError:
                break
        code = started.wait(timeout=60)
    os.close(ours)
    assert code == 0, said.decode()
    assert b"publishes it?" in said
    assert b"README.md says what to change first." in said
    assert sorted(path.name for path in place.iterdir()) == [NAME]
    return place / NAME


def test_it_builds(site: Path, run: Run) -> None:
    """It builds at once, passes its own gate without an error or a warning, and has pages and leaflets."""
    built = run(site, "build", "--strict")
    assert (built.returncode, built.stderr) == (0, ""), built.stdout
    found = json.loads((site / "reports/findings.json").read_text("utf-8"))["findings"]
    assert [finding for finding in found if finding["level"] != "note"] == []
    home = (site / "site/index.html").read_text("utf-8")
    assert "Our promises to each other" in home
    assert (site / "site/cy/index.html").is_file()
    assert (site / "print/en/promises-to-each-other.en.trifold.pdf").is_file()
    charter = (site / "site/charters/promises-to-each-other/index.html").read_text("utf-8")
    assert "Littleham: Families &amp; Friends" in charter
    assert "mailto:families@littleham.example" in charter
    ignored = (site / ".gitignore").read_text("utf-8").split()
    assert {"/site/", "/print/", "/reports/", "/.cache/"} <= set(ignored)


def test_its_files_can_be_edited_without_fear(site: Path, run: Run) -> None:
    """Its files are tidy, have all ids, and name a schema that is there."""
    for words in (("format", "--check", "--schema"), ("ids", "--check"), ("schema", "--check")):
        result = run(site, *words)
        assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_it_grows(site: Path, run: Run) -> None:
    """A charter, guidance and a guide are started without a question, and the site is in order afterwards."""
    for words in (
        ("charter", "--title", "Our plan: 2027", "--theme", "Being kind", "--to", "Parents"),
        ("guidance", "--title", "First visits"),
        ("guide", "--title", "Can I bring a friend?", "--answer", "Yes. Tell us who comes with you."),
        ("language", "so"),
    ):
        result = run(site, "new", *words)
        assert (result.returncode, result.stderr) == (0, ""), result.stdout
        assert "Next:" in result.stdout
    checked = run(site, "check", "--strict")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
