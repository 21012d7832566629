"""`mkdocs build` publishes the same site as `charterpress build`, behind the same gate."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

INVALID = Path(__file__).parent.parent / "examples" / "invalid"

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
CopyExample = Callable[[str, Path], Path]


@pytest.fixture
def project(tmp_path: Path, copy_example: CopyExample) -> Path:
    """Return a project in English with Welsh drafts."""
    return copy_example("valid/english-and-welsh", tmp_path / "project")


def test_mkdocs_gives_the_same_site(project: Path, built: Callable[[str], Path], run: Run, tree: Tree) -> None:
    """Every file of the site is the same, byte for byte, and nothing else is left in the project."""
    ours = tree(built("english-and-welsh") / "site")
    sources = {path.name for path in project.iterdir()}
    result = run(project, "build", module="mkdocs")
    assert result.returncode == 0, result.stderr
    theirs = tree(project / "site")
    assert len(ours) > 20
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert {path.name for path in project.iterdir()} == sources | {"site", ".cache"}


@pytest.mark.parametrize(
    ("case", "finding"),
    [
        ("broken-yaml", "docs/themes/kindness.yml:3:8: error: "),
        ("long-sentence", "docs/themes/kindness.yml:6:5: error: a sentence has 36 words"),
        ("charter-too-long-for-its-leaflet", ": error: the leaflet of 'every-promise'"),
        ("unknown-setting", "mkdocs.yml:19:16: error: the key 'grade' is not known here"),
    ],
)
def test_mkdocs_publishes_no_bad_content(case: str, finding: str, project: Path, run: Run, tree: Tree) -> None:
    """With findings, `mkdocs build` ends with an error and tells them; the old site stays as it was."""
    shutil.copytree(INVALID / case, project, dirs_exist_ok=True)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the old page", "utf-8")
    before = tree(project)
    result = run(project, "build", module="mkdocs")
    assert result.returncode == 1
    assert finding in result.stderr
    assert "nothing was published" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(project) == before


@pytest.mark.parametrize(("module", "code"), [("charterpress", 2), ("mkdocs", 1)])
def test_a_build_that_breaks_half_way_leaves_the_old_site(
    module: str, code: int, tmp_path: Path, copy_example: CopyExample, run: Run
) -> None:
    """When a template of the project is wrong, the build says so; what was published stays, nothing is left over."""
    root = copy_example("valid/own-look-in-a-subfolder", tmp_path / "project")
    (root / "overrides" / "pages" / "theme.html").write_text("{{ no_such_thing }}", "utf-8")
    for name in ("site", "print"):
        (root / name).mkdir()
        (root / name / "old.html").write_text("the old page", "utf-8")
    before = sorted(path.name for path in root.iterdir() if path.name != ".cache")
    result = run(root, "build", module=module)
    assert result.returncode == code
    assert "'no_such_thing' is undefined" in result.stderr
    assert sorted(path.name for path in root.iterdir() if path.name != ".cache") == before
    assert [path.name for path in (root / "site").iterdir()] == ["old.html"]
    assert [path.name for path in (root / "print").iterdir()] == ["old.html"]


def test_a_strict_mkdocs_publishes_nothing_with_warnings(
    tmp_path: Path, copy_example: CopyExample, run: Run, tree: Tree
) -> None:
    """`mkdocs build --strict` ends with an error when there are warnings, before it writes anything."""
    root = copy_example("valid/guidance-and-guide", tmp_path / "project")
    before = tree(root)
    result = run(root, "build", "--strict", module="mkdocs")
    assert result.returncode == 1
    assert "the printed number jumps from 1.1 to 3" in result.stderr
    assert tree(root) == before
