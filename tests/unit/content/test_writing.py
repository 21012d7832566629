"""Test writing several files: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.writing import write_files


def test_files_are_written(tmp_path: Path) -> None:
    """Every file is there afterwards, in folders that are made, and nothing besides."""
    (tmp_path / "old.po").write_bytes(b"old")
    write_files({tmp_path / "old.po": b"new", tmp_path / "a" / "b" / "c.po": b"c"})
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"old.po": b"new", "a/b/c.po": b"c"}


def test_no_files(tmp_path: Path) -> None:
    """Without files nothing happens."""
    write_files({})
    assert list(tmp_path.iterdir()) == []


def test_one_that_cannot_be_written_stops_all(tmp_path: Path) -> None:
    """When one file cannot be written, the others are as they were, and no temporary file stays."""
    (tmp_path / "first.po").write_bytes(b"old")
    (tmp_path / "wall").write_bytes(b"a file, no folder")
    with pytest.raises(OSError, match="wall"):
        write_files({tmp_path / "first.po": b"new", tmp_path / "wall" / "second.po": b"new"})
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"first.po": b"old", "wall": b"a file, no folder"}


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
        write_files({first: b"new", second: b"new"}, [gone])
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
    write_files({link: b"new"})
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640
