"""Test writing results aside and swapping them in."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from charterpress.staging import BUILDING, Staging


def names(folder: Path) -> list[str]:
    """Return what is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a published folder with an old page and a page that the new result no longer has."""
    site = tmp_path / "project" / "site"
    (site / "old").mkdir(parents=True)
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


def test_the_old_result_stays_until_the_swap(site: Path) -> None:
    """While the new result is written, the old one is there, whole."""
    staging = Staging(site)
    (staging.temporary / "index.html").write_text("new", encoding="utf-8")
    assert staging.temporary.parent == site.parent
    assert staging.temporary.name.startswith(".")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert names(site) == ["index.html", "old"]


def test_swapping_in(site: Path) -> None:
    """After the swap the new result stands alone: nothing of the old one is left, and nothing beside it."""
    staging = Staging(site)
    (staging.temporary / "index.html").write_text("new", encoding="utf-8")
    staging.swap_in()
    assert names(site) == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(site.parent) == ["site"]


def test_the_first_result(tmp_path: Path) -> None:
    """Where nothing was published yet, the folders are made."""
    target = tmp_path / "deep" / "project" / "site"
    staging = Staging(target)
    (staging.temporary / "a").touch()
    assert not target.exists()
    staging.swap_in()
    assert names(target) == ["a"]


def test_a_web_server_may_read_it(site: Path) -> None:
    """The published folder can be read by a web server that runs as another user."""
    staging = Staging(site)
    staging.swap_in()
    assert stat.S_IMODE(site.stat().st_mode) == 0o755


def test_discarding(site: Path) -> None:
    """What was discarded leaves no trace, and the old result stays."""
    staging = Staging(site)
    (staging.temporary / "deep").mkdir()
    staging.discard()
    assert names(site.parent) == ["site"]
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_discarding_after_the_swap(site: Path) -> None:
    """Discarding after the swap, or twice, harms nothing."""
    staging = Staging(site)
    (staging.temporary / "new").touch()
    staging.swap_in()
    staging.discard()
    staging.discard()
    assert names(site) == ["new"]


def test_a_swap_that_fails(site: Path) -> None:
    """When the new result cannot be put in place, the old one is put back."""
    staging = Staging(site)
    staging.discard()
    staging.temporary = site.parent  # No system moves a folder into itself.
    with pytest.raises(OSError, match="Invalid argument"):
        staging.swap_in()
    assert names(site.parent) == ["site"]
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_result_that_is_gone(site: Path) -> None:
    """When the new result has vanished, the old one stays."""
    staging = Staging(site)
    staging.temporary.rmdir()
    with pytest.raises(FileNotFoundError):
        staging.swap_in()
    assert names(site) == ["index.html", "old"]


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A file where the folder belongs is replaced like an old result."""
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    staging = Staging(tmp_path / "site")
    (staging.temporary / "new").touch()
    staging.swap_in()
    assert names(tmp_path / "site") == ["new"]
    assert names(tmp_path) == ["site"]


def test_a_link_to_the_published_folder(site: Path, tmp_path: Path) -> None:
    """Where the target is a link, the folder it leads to gets the result, and the link stays."""
    link = tmp_path / "link"
    link.symlink_to(site)
    staging = Staging(link)
    (staging.temporary / "new").touch()
    staging.swap_in()
    assert link.is_symlink()
    assert names(site) == names(link) == ["new"]
    assert names(site.parent) == ["site"]


def test_two_builds_at_once(site: Path) -> None:
    """Two builds write into different places, and the last one to finish is published."""
    first, second = Staging(site), Staging(site)
    assert first.temporary != second.temporary
    (first.temporary / "first").touch()
    (second.temporary / "second").touch()
    first.swap_in()
    second.swap_in()
    assert names(site) == ["second"]
    assert names(site.parent) == ["site"]


def test_what_killed_builds_left_is_deleted(site: Path) -> None:
    """What a build that was killed left long ago goes; what may still be written, or is another's, stays."""
    killed, running = Staging(site).temporary, Staging(site).temporary
    other = site.parent / ".site-settings"
    other.mkdir()
    for path in (killed, other):
        os.utime(path, (1, 1))
    staging = Staging(site)
    assert names(site.parent) == sorted([other.name, running.name, staging.temporary.name, "site"])


def test_the_only_copy_of_an_old_result_stays(site: Path) -> None:
    """A build that was killed between two renames has left the old result aside; it is not deleted."""
    old = site.rename(site.parent / f".site-{BUILDING}-12345678-old")
    os.utime(old, (1, 1))
    Staging(site).discard()
    assert names(site.parent) == [old.name]


def test_another_build_swaps_in_between(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another build puts its result in place at the same moment, the last one is published all the same."""
    staging, rename = Staging(site), Path.rename
    (staging.temporary / "ours").touch()

    def interrupted(self: Path, target: Path) -> Path:
        if self == staging.temporary and not (site.parent / "seen").exists():
            (site.parent / "seen").touch()
            site.mkdir()
            (site / "theirs").touch()
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    staging.swap_in()
    assert names(site) == ["ours"]
    assert names(site.parent) == ["seen", "site"]
