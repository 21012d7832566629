"""Test that leaflets which did not change are not made again, and that all others are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.host.kept import Store
from charterpress.host.prepared import Prepared, prepare

SAMPLE = Path(__file__).parents[1] / "sample"
STORE = Path(".cache", "charterpress", "leaflets")
Edit = Callable[[str, str, str], int]


@pytest.fixture(scope="module")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the store of a copy of the sample, after its leaflets were made once."""
    root = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("before") / "project"))
    assert prepare(root, papers=True).may_publish
    return root / STORE


@pytest.fixture
def kept(sample: Path, made_before: Path) -> Path:
    """Return the folder of the store of the sample project, which has what was made of it elsewhere."""
    folder = Path(shutil.copytree(made_before, sample / STORE))
    assert len(list(folder.glob("*.zip"))) == 4
    return folder


def marked(folder: Path) -> list[str]:
    """Give every entry a time long ago, so that one which is written anew can be told; return the entries."""
    for path in folder.glob("*.zip"):
        os.utime(path, (1, 1))
    return sorted(path.name for path in folder.glob("*.zip"))


def new(folder: Path) -> int:
    """Return how many entries were written since they were marked."""
    return sum(path.stat().st_mtime > 1 for path in folder.glob("*.zip"))


def made(prepared: Prepared) -> tuple[object, ...]:
    """Return all that a build makes of leaflets."""
    return prepared.leaflets, prepared.printed, prepared.findings


def test_nothing_changed(sample: Path, kept: Path) -> None:
    """Without a change nothing is made again, and what comes of it is the same to the byte."""
    first = prepare(sample, papers=True)
    entries = marked(kept)
    again = prepare(sample, papers=True)
    assert new(kept) == 0
    assert made(again) == made(first)
    assert sorted(f"{key}.zip" for key in again.kept) == entries
    for path in kept.glob("*.zip"):
        path.unlink()
    assert made(prepare(sample, papers=True)) == made(first)
    assert new(kept) == 4


@pytest.mark.parametrize(
    ("change", "number"),
    [
        (("docs/charters/family.yml", "title: Our promises & yours", "title: Our promises and yours"), 4),
        (("mkdocs.yml", "organisation: Example Council", "organisation: Another Council"), 4),
        (
            (
                "mkdocs.yml",
                "organisation: Example Council",
                "organisation: Example Council\n      leaflets: {design: bold}",
            ),
            4,
        ),
        (
            (
                "mkdocs.yml",
                "organisation: Example Council",
                "organisation: Example Council\n      leaflets: {printer: digital}",
            ),
            4,
        ),
        (("docs/charters/family.yml", "kind: charter", "# A remark.\nkind: charter"), 0),
    ],
)
def test_what_is_made_again(change: tuple[str, str, str], number: int, sample: Path, kept: Path, edit: Edit) -> None:
    """Whatever shows on a leaflet, or says how it is printed, makes it new; a remark in a file does not."""
    marked(kept)
    edit(*change)
    assert prepare(sample, papers=True).may_publish
    assert new(kept) == number


def test_a_project_that_has_moved(sample: Path, kept: Path) -> None:
    """A project in another place needs no leaflet made again, and its findings name files from where it lies now."""
    first = prepare(sample, papers=True)
    marked(kept)
    elsewhere = sample.rename(sample.with_name("elsewhere"))
    assert made(prepare(elsewhere, papers=True)) == made(first)
    assert new(elsewhere / kept.relative_to(sample)) == 0


def test_a_preview_after_a_build(sample: Path, kept: Path) -> None:
    """A preview, which needs no papers for the print shop, takes what a build has kept."""
    first = prepare(sample, papers=True)
    marked(kept)
    preview = prepare(sample)
    assert (preview.leaflets, preview.findings) == (first.leaflets, first.findings)
    assert new(kept) == 0


def test_a_damaged_entry(sample: Path, kept: Path) -> None:
    """An entry that was cut off, or is something else, is made again."""
    first = prepare(sample, papers=True)
    entries = sorted(kept.glob("*.zip"))
    entries[0].write_bytes(entries[0].read_bytes()[:5000])
    entries[1].write_text("no leaflet", encoding="utf-8")
    marked(kept)
    assert made(prepare(sample, papers=True)) == made(first)
    assert new(kept) == 2


def test_what_is_not_needed_is_forgotten(sample: Path, kept: Path) -> None:
    """Entries that the last build did not use are deleted, and whatever a stopped build left."""
    prepared = prepare(sample, papers=True)
    wanted = marked(kept)
    (kept / "0123.zip").write_bytes(b"")
    (kept / "tmpabc").write_bytes(b"")
    Store(sample).forget_all_but(prepared.kept)
    assert sorted(path.name for path in kept.iterdir()) == wanted


@pytest.mark.parametrize("place", [".cache", ".cache/charterpress/leaflets"])
def test_a_cache_that_cannot_be_written_to(sample: Path, place: str) -> None:
    """Where nothing can be kept, leaflets are made all the same."""
    (sample / place).parent.mkdir(parents=True, exist_ok=True)
    (sample / place).write_text("a file", encoding="utf-8")
    prepared = prepare(sample, papers=True)
    assert prepared.may_publish
    assert len(prepared.leaflets) == 4
    Store(sample).forget_all_but(prepared.kept)
    assert (sample / place).read_text("utf-8") == "a file"


def test_a_disk_that_is_full(sample: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written to its end is not kept, and leaves nothing behind."""
    first = prepare(sample, papers=True)
    entries = sorted(kept.iterdir())
    entries[0].unlink()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zipfile.ZipFile.writestr", full)
    assert made(prepare(sample, papers=True)) == made(first)
    assert sorted(kept.iterdir()) == entries[1:]
