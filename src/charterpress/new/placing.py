"""Put new files into a project: all of them or none, and never in the place of one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from charterpress.content.writing import write_files
from charterpress.findings import CharterpressError


def place_files(root: Path, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files, each named by its way from `root`; return these names. What is there already is named at once."""
    taken = [name for name in files if _in_the_way(root, name) is not None]
    if taken:
        listed = ", ".join(name.as_posix() for name in sorted(taken))
        message = f"Nothing was written: these are there already, and are never overwritten: {listed}."
        raise CharterpressError(message)
    folders = {folder for name in files for folder in (root / name).parents if not folder.exists()}
    try:
        write_files({root / name: content for name, content in files.items()})
    except BaseException:
        for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise
    return tuple(files)


def _in_the_way(root: Path, name: Path) -> Path | None:
    """Return the file that keeps a new one from being written: itself, or one where a folder must be."""
    path = root / name
    if path.exists() or path.is_symlink():
        return path
    return next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)
