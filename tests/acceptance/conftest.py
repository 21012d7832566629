"""Run the command line as a user does, on copies of the example projects.

What an example gives is kept beside it in expected.json. After a change that is meant, renew these
files with CHARTERPRESS_RENEW_EXPECTED=1, look at the difference that git shows, and run the tests again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sharing import made_once, shared_place

EXAMPLES = Path(__file__).parent.parent / "examples"
RESULTS = ("site", "print", "reports", ".cache", "expected.json")
FONTS = Path(".cache", "charterpress", "fonts")
KEPT = Path(".cache", "charterpress", "leaflets")
PROJECTS = "Our charters, ein siarteri"


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the example projects."""
    return EXAMPLES


@pytest.fixture(scope="session")
def expect() -> Callable[[Path, object], None]:
    """Return what compares a result with the expected.json of an example, or renews that file and fails."""

    def compare(example: Path, given: object) -> None:
        path = example / "expected.json"
        if os.environ.get("CHARTERPRESS_RENEW_EXPECTED"):
            path.write_text(json.dumps(given, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            pytest.fail(f"{path} was renewed: look at the difference, then run the tests without the switch")
        assert given == json.loads(path.read_text("utf-8"))

    return compare


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs `python -m charterpress …` in a folder."""

    def run_in(folder: Path, *arguments: str | Path, module: str = "charterpress") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=300,
        )

    return run_in


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes | None]]:
    """Return what reads everything below a folder, by its path: the bytes of a file, None for a folder.

    Leaflets that are kept for the next build are left out: a build may keep some that then publishes nothing.
    """

    def read(folder: Path) -> dict[str, bytes | None]:
        kept = folder / KEPT
        paths = sorted(path for path in folder.rglob("*") if path != kept and kept not in path.parents)
        return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in paths}

    return read


@pytest.fixture(scope="session")
def built_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the examples that are built once for all tests, in whichever process they run."""
    return shared_place(tmp_path_factory)


@pytest.fixture(scope="session")
def copy_example(built_place: Path) -> Callable[[str, Path], Path]:
    """Return what copies an example without its results.

    The copy gets the web fonts that builds have made so far: making them takes longer than all the rest.
    """

    def copy(name: str, target: Path) -> Path:
        shutil.copytree(EXAMPLES / name, target, ignore=shutil.ignore_patterns(*RESULTS))
        for done in built_place.glob("*.done"):
            if (fonts := built_place / PROJECTS / done.stem / FONTS).is_dir():
                shutil.copytree(fonts, target / FONTS, dirs_exist_ok=True)
        return target

    return copy


@pytest.fixture(scope="session")
def built(
    built_place: Path, copy_example: Callable[[str, Path], Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> Callable[[str], Path]:
    """Return what builds a valid example once and gives its folder; tests must not change it.

    The folder has spaces in its name, and the command runs from elsewhere.
    """

    def build(name: str) -> Path:
        root = built_place / PROJECTS / name

        def make() -> None:
            copy_example(f"valid/{name}", root)
            result = run(built_place, "build", "--project", root)
            assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr

        made_once(built_place, name, make)
        return root

    return build


@pytest.fixture(scope="session")
def copy_built(copy_example: Callable[[str, Path], Path], built: Callable[[str], Path]) -> Callable[[str, Path], Path]:
    """Return what copies a valid example without its results, but with all that builds keep for the next one."""

    def copy(name: str, target: Path) -> Path:
        cache = built(name) / ".cache"
        shutil.copytree(cache, copy_example(f"valid/{name}", target) / ".cache", dirs_exist_ok=True)
        return target

    return copy
