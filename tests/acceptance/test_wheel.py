"""The wheel built from the source distribution holds all that a build needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
PARTS = ("src", "pyproject.toml", "README.md", "LICENSE")
NOT_SHIPPED = ("__pycache__", "*.egg-info", ".*_cache")


def run_python(folder: Path, python: Path, *arguments: str | Path) -> str:
    """Run Python and return what it prints."""
    command = [str(python), *map(str, arguments)]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a source distribution from a copy of the repository, and a wheel from that."""
    folder = tmp_path_factory.mktemp("repository")
    for part in PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
        else:
            shutil.copy(source, folder / part)
    run_python(folder, Path(sys.executable), "-m", "build", "--no-isolation", "--outdir", "dist", ".")
    (made,) = (folder / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own, which sees the other packages that are installed here."""
    folder = tmp_path_factory.mktemp("environment")
    here = Path(sys.executable)
    run_python(folder, here, "-m", "venv", "--without-pip", "fresh")
    python = folder / "fresh" / "bin" / "python"
    run_python(folder, here, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    packages = Path(run_python(folder, python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A path file adds the folder and not the path files in it: an editable charterpress is not seen.
    (packages / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return folder / "fresh"


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """Templates, theme, catalogues, the ICC profile and its licence are in the wheel, and nothing is missing."""
    source = REPOSITORY / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "charterpress").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {Path(name).suffix for name in wanted} >= {".html", ".css", ".js", ".po", ".typ", ".icc", ".py"}
    with ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert sorted(wanted - held) == []
    assert [name for name in held if not name.startswith("charterpress")] == []


def test_an_installed_wheel_builds_a_site(
    environment: Path, tmp_path: Path, examples: Path, copy_example: Callable[[str, Path], Path]
) -> None:
    """`charterpress`, installed from the wheel, builds an example with the files that are expected."""
    python = environment / "bin" / "python"
    place = run_python(tmp_path, python, "-c", "import charterpress; print(charterpress.__file__)")
    assert Path(place.strip()).is_relative_to(environment)
    name = "valid/english-and-welsh"
    root = copy_example(name, tmp_path / "project")
    command = [str(environment / "bin" / "charterpress"), "build", "--project", str(root)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
    expected = json.loads((examples / name / "expected.json").read_text("utf-8"))["files"]
    assert [path for path in expected if not (root / path).is_file()] == []
    assert "Cyfieithiad drafft" in (root / "site/cy/charters/working-together/index.html").read_text("utf-8")


def test_an_installed_wheel_starts_a_site(environment: Path, tmp_path: Path) -> None:
    """`charterpress new site`, installed from the wheel, has the texts that a new site starts with."""
    python = environment / "bin" / "python"
    run_python(tmp_path, python, "-m", "charterpress", "new", "site", "our site", "--organisation", "Us")
    run_python(tmp_path, python, "-m", "charterpress", "check", "--project", "our site")
    assert (tmp_path / "our site/.vscode/extensions.json").is_file()
