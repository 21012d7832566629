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
