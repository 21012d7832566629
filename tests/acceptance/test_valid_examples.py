"""Each example project gives the findings and the files that are kept beside it in expected.json."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

VALID = Path(__file__).parent.parent / "examples" / "valid"
NAMES = sorted(path.name for path in VALID.iterdir() if path.is_dir())
RESULTS = ("site", "print", "reports")
THEME_FILES = ("site", "assets")


def test_there_are_valid_examples() -> None:
    """The walk over tests/examples/valid finds the projects that stand there."""
    assert len(NAMES) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_an_example_gives_what_is_expected(
    name: str,
    built: Callable[[str], Path],
    run: Callable[..., subprocess.CompletedProcess[str]],
    tree: Callable[[Path], dict[str, bytes | None]],
    expect: Callable[[Path, object], None],
) -> None:
    """The findings of `check` and the files of `build`, those of the theme left out, are exactly those expected."""
    root = built(name)
    before = tree(root)
    checked = run(root, "check", "--format", "json")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert tree(root) == before, "`check` changes nothing"
    results = [path.relative_to(root) for top in RESULTS for path in (root / top).rglob("*") if path.is_file()]
    files = sorted(path.as_posix() for path in results if path.parts[:2] != THEME_FILES)
    expect(VALID / name, {"findings": json.loads(checked.stdout)["findings"], "files": files})


@pytest.mark.parametrize("name", NAMES)
def test_a_build_leaves_nothing_but_results(name: str, built: Callable[[str], Path]) -> None:
    """Beside its sources and addresses.yml, a project holds site/, print/, reports/ and the cache, nothing more."""
    sources = {path.name for path in (VALID / name).iterdir()} - {"expected.json"}
    assert {path.name for path in built(name).iterdir()} == {*sources, *RESULTS, ".cache", "addresses.yml"}
    assert (built(name) / ".cache" / "charterpress" / "measures.json").is_file(), "what was measured is kept"
