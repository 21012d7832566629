"""The same project gives the same bytes, so that a publisher sees in a difference what has changed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

RESULTS = ("site", "print", "reports")


def test_two_builds_give_the_same_bytes(
    tmp_path: Path,
    copy_example: Callable[[str, Path], Path],
    built: Callable[[str], Path],
    run: Callable[..., subprocess.CompletedProcess[str]],
    tree: Callable[[Path], dict[str, bytes | None]],
) -> None:
    """In another folder, without a cache and over an older build, every file is the same: none may differ."""
    first = built("english-and-welsh")
    root = copy_example("valid/english-and-welsh", tmp_path / "elsewhere")
    shutil.rmtree(root / ".cache")
    shutil.copytree(first / "site", root / "site")
    (root / "site" / "no-longer-there.html").write_text("an old page", "utf-8")
    result = run(root, "build")
    assert (result.returncode, result.stderr) == (0, "")
    for name in RESULTS:
        ours, theirs = tree(first / name), tree(root / name)
        assert ours
        assert sorted(theirs) == sorted(ours)
        assert [path for path in ours if ours[path] != theirs[path]] == []
