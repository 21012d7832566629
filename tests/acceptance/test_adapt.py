"""A forum follows a shared charter from the command line, and a charter comes out of a package that pip installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
NEWER = (
    ('version: "1.1"', 'version: "1.2"'),
    ("Listen to you before we decide.", "Listen to you well before we decide."),
    ("          - id: be-on-time\n            text: Come on time.\n", ""),
    ("Meet {forum} each term, and act on what it says.", "Meet {forum} each month, and act on what it says."),
)
PYPROJECT = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "exampleton-charters"
version = "1.1"

[tool.setuptools]
packages = ["exampleton_charters"]

[tool.setuptools.package-data]
exampleton_charters = ["docs/**/*", "i18n/**/*"]
"""


@pytest.fixture
def project(copy_example: Callable[[str, Path], Path], tmp_path: Path, run: Run) -> Path:
    """Return a project with a kept copy of the charter that it adapts; of that there is a newer version now."""
    root = copy_example("valid/adapted-charter", tmp_path / "project")
    shutil.rmtree(root / "adapted", ignore_errors=True)
    kept = run(root, "adapt", "keep")
    assert (kept.returncode, kept.stderr) == (0, "")
    assert kept.stdout.startswith("wrote adapted/working-together@1.1.yml\n")
    source = root / "shared" / "docs" / "charters" / "working-together.yml"
    text = source.read_text("utf-8")
    for old, new in NEWER:
        assert text.count(old) == 1
        text = text.replace(old, new)
    source.write_text(text, "utf-8")
    return root


def test_following_a_new_version(project: Path, run: Run, tree: Tree) -> None:
    """The view names what must be decided and changes nothing; once decided, there is nothing left to say."""
    before = tree(project)
    status = run(project, "adapt", "status")
    assert (status.returncode, status.stderr) == (1, "")
    assert "northshire: adapts 'working-together' at version 1.1; that is at version 1.2 now." in status.stdout
    assert "theirs  Listen to you {+well+} before we decide." in status.stdout
    assert "  meet-forum: changed\n" in status.stdout
    given = json.loads(run(project, "adapt", "status", "northshire", "--format", "json").stdout)
    assert given["adaptations"][0]["decisions"] == ["listen-first"]
    tried = run(project, "adapt", "update", "northshire", "--keep-all", "--dry-run")
    assert (tried.returncode, tried.stderr) == (0, "")
    assert "+adapts: working-together@1.2\n" in tried.stdout
    assert tree(project) == before
    undecided = run(project, "adapt", "update", "northshire")
    assert (undecided.returncode, undecided.stderr) == (1, "")
    assert "[adapt-undecided]" in undecided.stdout
    assert tree(project) == before
    done = run(project, "adapt", "update", "northshire", "--take", "listen-first", "--keep-all")
    assert (done.returncode, done.stderr) == (0, "")
    after = tree(project)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    copies = {f"adapted/working-together@{version}.yml" for version in ("1.1", "1.2")}
    assert changed == {"docs/charters/northshire.yml", *copies}
    again = run(project, "adapt", "status")
    assert again.returncode == 0
    assert "Nothing needs a decision." in again.stdout
    checked = json.loads(run(project, "check", "--format", "json").stdout)
    assert {one["rule"] for one in checked["findings"] if one["level"] == "error"} == set()


def test_what_is_broken_is_named(project: Path, run: Run, tree: Tree) -> None:
    """A broken adaptation, a missing source and an unknown id end with findings or a sentence; nothing is written."""
    path = project / "docs" / "charters" / "northshire.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("changes:", "changes: ["), "utf-8")
    before = tree(project)
    for words in (("status",), ("update", "northshire", "--keep-all"), ("keep",)):
        result = run(project, "adapt", *words)
        assert (result.returncode, result.stderr) == (1, ""), words
        assert "docs/charters/northshire.yml:" in result.stdout
        assert "[yaml-syntax]" in result.stdout
    assert tree(project) == before
    path.write_text(text, "utf-8")
    unknown = run(project, "adapt", "update", "nowhere")
    assert (unknown.returncode, unknown.stderr.count("\n")) == (2, 1)
    shutil.rmtree(project / "shared")
    missing = run(project, "adapt", "status")
    assert (missing.returncode, missing.stderr) == (1, "")
    assert "[missing-source]" in missing.stdout


def test_a_charter_from_a_package(
    copy_example: Callable[[str, Path], Path], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A charter that is packed as the how-to says, and installed by pip, can be adapted by the name of its package."""
    root = copy_example("valid/adapted-charter", tmp_path / "project")
    package = tmp_path / "package"
    (package / "exampleton_charters").mkdir(parents=True)
    (package / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (package / "exampleton_charters" / "__init__.py").write_text('"""Charters of Exampleton."""\n', "utf-8")
    for part in ("docs", "i18n"):
        shutil.move(root / "shared" / part, package / "exampleton_charters" / part)
    shutil.rmtree(root / "shared")
    place = tmp_path / "installed"
    pip = ["-m", "pip", "install", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(place), "."]
    done = subprocess.run([sys.executable, *pip], cwd=package, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    path, settings = root / "docs" / "charters" / "northshire.yml", root / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert text.count("from: shared") == 1
    path.write_text(text.replace("from: shared", "package: exampleton-charters"), "utf-8")
    without = run(root, "adapt", "status")
    assert without.returncode == 1
    assert "Install it with 'pip install exampleton-charters'" in without.stdout
    # A leaflet would show nothing that the page does not.
    settings.write_text(settings.read_text("utf-8") + "      leaflets:\n        enabled: false\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(place), prepend=os.pathsep)
    built = run(root, "build")
    assert (built.returncode, built.stderr) == (0, ""), built.stdout
    page = (root / "site" / "cy" / "charters" / "northshire" / "index.html").read_text("utf-8")
    assert "Gwrando arnoch chi cyn ac ar ôl i ni benderfynu." in page
    assert (root / "site" / "themes" / "respect" / "index.html").is_file()
