"""Test that new files never take the place of others, and that none is written where one cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.findings import CharterpressError
from charterpress.new.placing import place_files

FILES = {Path("docs/a.yml"): b"a", Path("docs/deep/b.yml"): b"b", Path("c.md"): b"c"}


def test_all_are_written(tmp_path: Path) -> None:
    """Files come into folders that are made where they are missing."""
    assert place_files(tmp_path / "new", FILES) == tuple(FILES)
    assert (tmp_path / "new/docs/deep/b.yml").read_bytes() == b"b"


def test_all_that_is_in_the_way_is_named(tmp_path: Path) -> None:
    """With anything in the way nothing is written, and everything in the way is named."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.yml").symlink_to("nowhere")
    (tmp_path / "docs/deep").write_text("a file", encoding="utf-8")
    with pytest.raises(CharterpressError, match=r"never overwritten: docs/a\.yml, docs/deep/b\.yml\.$"):
        place_files(tmp_path, FILES)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.yml", "deep", "docs"]


def test_nothing_is_left_of_what_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot be written, neither files nor folders are left behind."""
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if content == b"c":
            raise OSError(28, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        place_files(tmp_path / "new", FILES)
    assert list(tmp_path.iterdir()) == []
