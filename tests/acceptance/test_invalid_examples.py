"""Each kind of bad input gives exactly its findings, and nothing is published and nothing lost.

A case is a folder in tests/examples/invalid that is laid over a good project. Its expected.json has
a line for each finding: where, how bad, which rule.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
GOOD, INVALID = "english-and-welsh", EXAMPLES / "invalid"
MEASURES = Path(".cache", "charterpress", "measures.json")
NAMES = sorted(path.name for path in INVALID.iterdir() if path.is_dir())

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]


def lay_over(root: Path, case: str) -> None:
    """Lay the files of a case over a project."""
    ignored = shutil.ignore_patterns("expected.json")
    shutil.copytree(INVALID / case, root, dirs_exist_ok=True, ignore=ignored)


def lines_of(findings: list[dict[str, Any]]) -> list[str]:
    """Return one line a finding: where, how bad, which rule, and in which language."""
    return [
        " ".join(
            [
                ":".join(str(part) for part in (one["file"], one["line"], one["column"]) if part is not None),
                one["level"],
                one["rule"],
                *([f"({one['locale']})"] if one["locale"] else []),
            ]
        ).strip()
        for one in findings
    ]


def unchanged(files: dict[str, bytes | None]) -> dict[str, bytes | None]:
    """Return the files that a build without success leaves as they were.

    Links are checked on pages that are made already: by then templates and fonts are kept for the next build.
    """
    kept = (path for path in files if not path.startswith(("reports", ".cache")) or path == MEASURES.as_posix())
    return {path: files[path] for path in kept}


@pytest.fixture(scope="module")
def notes() -> list[str]:
    """Return a line for each finding on the good project itself: notes on wording, which stop nothing."""
    found = lines_of(json.loads((EXAMPLES / "valid" / GOOD / "expected.json").read_text("utf-8"))["findings"])
    assert [line for line in found if " note " not in line] == []
    return found


@pytest.fixture
def project(tmp_path: Path, copy_built: Callable[[str, Path], Path]) -> Path:
    """Return a good project with results of an earlier build, and with what that has kept."""
    root = copy_built(GOOD, tmp_path / "project")
    assert (root / MEASURES).is_file()
    for name in ("site/index.html", "site/cy/index.html", "print/en/old.en.trifold.pdf"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the old {name}", "utf-8")
    return root


def test_there_are_invalid_examples() -> None:
    """The walk over tests/examples/invalid finds the cases that stand there, none of them empty."""
    assert len(NAMES) >= 30
    for name in NAMES:
        assert [path for path in (INVALID / name).rglob("*") if path.is_file() and path.name != "expected.json"], name


@pytest.mark.parametrize("name", NAMES)
def test_bad_input_gives_its_findings_and_publishes_nothing(
    name: str, project: Path, run: Run, tree: Tree, expect: Callable[[Path, object], None]
) -> None:
    """Bad input ends `build` with 1 and its findings; what was published stays as it was, byte for byte."""
    lay_over(project, name)
    before = tree(project)
    result = run(project, "build")
    after = tree(project)
    assert (result.returncode, result.stderr) == (1, "")
    assert "Traceback" not in result.stdout
    assert unchanged(after) == unchanged(before)
    found = json.loads((project / "reports" / "findings.json").read_text("utf-8"))["findings"]
    for one in found:
        assert one["message"], one
        assert one["hint"], one
        assert one["file"], one
    expect(INVALID / name, lines_of(found))


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        (("adaptation-change-missing", "missing-reference", "po-syntax", "wrong-folder"), 1),
        (("hard-page", "po-lost-link", "missing-home"), 1),
        (("charter-too-long-for-its-leaflet", "leaflet-colours-too-light"), 1),
    ],
    ids=["content", "languages", "leaflets"],
)
def test_all_that_is_wrong_is_reported_in_one_run(  # noqa: PLR0913, PLR0917 - fixtures and cases
    cases: tuple[str, ...], code: int, project: Path, notes: list[str], run: Run, tree: Tree
) -> None:
    """`check` finds in one run what is wrong in several files; only what a leaflet cannot hold waits for `build`."""
    expected = list(notes)
    for case in cases:
        lay_over(project, case)
        lines = json.loads((INVALID / case / "expected.json").read_text("utf-8"))
        expected += [line for line in lines if line not in notes and " error leaflet-overflow" not in line]
    before = tree(project)
    result = run(project, "check", "--format", "json")
    assert (result.returncode, result.stderr) == (code, "")
    assert sorted(lines_of(json.loads(result.stdout)["findings"])) == sorted(expected)
    assert tree(project) == before


def test_findings_are_told_to_a_person(project: Path, run: Run) -> None:
    """At a terminal, each finding stands on its line as file:line:column, and below it what to do."""
    lay_over(project, "unknown-key")
    built = run(project, "build")
    lines = built.stdout.splitlines()
    place = next(line for line in lines if line.startswith("docs/themes/kindness.yml:5:1: error: "))
    assert "'meening'" in place
    assert lines[lines.index(place) + 1].strip() == "Did you mean 'meaning'?"
    assert "Nothing was published" in built.stdout


def test_a_file_of_50_megabytes_is_refused(project: Path, notes: list[str], run: Run, tree: Tree) -> None:
    """A huge file of any kind is a finding; nothing is published."""
    site = tree(project / "site")
    huge = b"title: " + b"a very long title, " * 2_800_000
    assert len(huge) > 50_000_000
    for name in ("docs/charters/huge.yml", "docs/huge.md", "i18n/cy/respect.po"):
        (project / name).write_bytes(huge)
    built = run(project, "build")
    assert (built.returncode, built.stderr) == (1, "")
    found = json.loads((project / "reports" / "findings.json").read_text("utf-8"))["findings"]
    assert [line for line in lines_of(found) if line not in notes] == [
        "docs/charters/huge.yml:1:1 error file-too-large",
        "docs/huge.md:1:1 error file-too-large",
        "i18n/cy/respect.po:1:1 error file-too-large",
    ]
    assert tree(project / "site") == site
