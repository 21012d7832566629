"""Test that files are written together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.adapting.writing import write_all


def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second file cannot be moved in, the first has its old content again, and what was to go stays."""
    first, second, gone = (tmp_path / name for name in ("first.yml", "new/second.yml", "gone.yml"))
    first.write_text("old", "utf-8")
    gone.write_text("there", "utf-8")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "second.yml":
            raise PermissionError(13, "no", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_all({first: b"new", second: b"new"}, [gone])
    assert first.read_text("utf-8") == "old"
    assert gone.exists()
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"first.yml", "gone.yml"}


def test_links_and_modes_stay(tmp_path: Path) -> None:
    """A file that is a link stays one, and keeps who may read it."""
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_all({link: b"new"})
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640
