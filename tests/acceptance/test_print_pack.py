"""`charterpress print pack` zips what a build left, and refuses what is not as it was checked."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
NAMES = ["forum-promise.en.trifold", "forum-promise.ur.trifold"]
FILES = sorted(
    f"forum-promise.{language}.{shape}"
    for language in ("en", "ur")
    for shape in ("booklet", "booklet.pages", "trifold")
)


@pytest.fixture
def project(built: Callable[[str], Path], tmp_path: Path) -> Path:
    """Return a copy of a built example that a test may change."""
    return Path(shutil.copytree(built("english-and-urdu"), tmp_path / "our charters", symlinks=True))


def test_a_zip_a_leaflet(project: Path, run: Run, tree: Tree) -> None:
    """There is a zip a press PDF, with every file that the build left for it; a second run gives the same bytes."""
    before = tree(project / "print")
    result = run(project, "print", "pack")
    assert (result.returncode, result.stderr) == (0, "")
    packs = sorted((project / "packs").iterdir())
    assert sorted(path.stem for path in packs) == FILES
    for path in packs:
        folder = project / "print" / path.stem.split(".")[1]
        with ZipFile(path) as file:
            assert file.testzip() is None
            inside = {name: file.read(name) for name in file.namelist()}
        text = inside.pop("README.txt").decode()
        others = [f"{name}." for name in FILES if name.startswith(f"{path.stem}.")]
        own = [each for each in folder.glob(f"{path.stem}.*") if not each.name.startswith(tuple(others))]
        assert inside == {each.name: each.read_bytes() for each in own}
        assert sha256(inside[f"{path.stem}.pdf"]).hexdigest() in text
        assert f"opens from the {'right' if '.ur.' in path.name else 'left'}" in text
    assert tree(project / "print") == before
    first = tree(project / "packs")
    assert run(project, "print", "pack").returncode == 0
    assert tree(project / "packs") == first


def test_choices(project: Path, run: Run, tmp_path: Path) -> None:
    """Options choose leaflets, name another folder, and put all into one zip; the command may run from elsewhere."""
    out = tmp_path / "out"
    result = run(tmp_path, "print", "pack", "--project", project, "--language", "ur", "--output", out)
    assert (result.returncode, sorted(path.stem for path in out.iterdir())) == (0, FILES[3:])
    words = ("--document", "forum-promise", "--format", "trifold", "--one")
    assert run(project, "print", "pack", *words).returncode == 0
    with ZipFile(project / "packs" / "leaflets.zip") as file:
        assert {f"{name.split('.')[1]}/{name}.pdf" for name in NAMES} <= set(file.namelist())


def test_nothing_built(copy_example: Callable[[str, Path], Path], run: Run, tmp_path: Path) -> None:
    """Before the first build the command ends with 1 and says what to run."""
    root = copy_example("valid/english-and-urdu", tmp_path / "new")
    result = run(root, "print", "pack")
    assert (result.returncode, result.stderr) == (1, "")
    assert "charterpress build" in result.stdout
    assert not (root / "packs").exists()


def test_what_is_wrong_comes_at_once(project: Path, run: Run) -> None:
    """A changed PDF, a missing proof and an unknown name are findings; nothing is packed."""
    with (project / "print" / "ur" / f"{NAMES[1]}.pdf").open("ab") as file:
        file.write(b"%")
    (project / "print" / "en" / f"{NAMES[0]}.proof-1.png").unlink()
    result = run(
        project, "print", "pack", "--language", "en", "--language", "ur", "--format", "trifold", "--format", "zine"
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert "[pack-unknown]" in result.stdout
    assert f"print/ur/{NAMES[1]}.pdf: error: the file was changed after it was checked" in result.stdout
    assert f"print/en/{NAMES[0]}.proof-1.png: error: the file is missing" in result.stdout
    assert not (project / "packs").exists()


def test_a_folder_that_is_a_file(project: Path, run: Run) -> None:
    """An output that is no folder ends with 2 and a sentence."""
    (project / "taken").write_text("x", encoding="utf-8")
    result = run(project, "print", "pack", "--output", "taken")
    assert result.returncode == 2
    assert "taken" in result.stderr
    assert "Traceback" not in result.stderr
