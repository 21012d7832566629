"""Write and delete several files, all of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path


def write_files(files: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write every file beside its place first, then move them in, then delete what is gone.

    When a file cannot be moved in, those before it get their old content back. A link is written through to its file.
    """
    with ExitStack() as stack:
        ready: list[tuple[Path, Path, bytes | None]] = []
        for named, content in files.items():
            path = named.resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{path.name}.new")
            stack.callback(temporary.unlink, missing_ok=True)
            temporary.write_bytes(content)
            old = path.read_bytes() if path.exists() else None
            if old is not None:
                shutil.copymode(path, temporary)
            ready.append((temporary, path, old))
        done: list[tuple[Path, bytes | None]] = []
        try:
            for temporary, path, old in ready:
                temporary.replace(path)
                done.append((path, old))
        except OSError:
            for path, old in done:
                _put_back(path, old)
            raise
    for path in gone:
        path.unlink(missing_ok=True)


def _put_back(path: Path, old: bytes | None) -> None:
    if old is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(old)
