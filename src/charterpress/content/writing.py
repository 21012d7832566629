"""Write several files, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first, and move them in only when all are there."""
    with ExitStack() as stack:
        ready = []
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{path.name}.new")
            stack.callback(temporary.unlink, missing_ok=True)
            temporary.write_bytes(content)
            ready.append((temporary, path))
        for temporary, path in ready:
            temporary.replace(path)
