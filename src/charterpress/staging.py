"""Write results into a temporary place and swap them in at the end."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

BUILDING = "building"
LONGEST = 6 * 3600.0
"""After so many seconds, what a build has not swapped in belongs to one that was killed."""
_ATTEMPTS = 5


@dataclass
class Staging:
    """Hold the place where a result is written until it is whole.

    The temporary folder is a neighbour of the target, so that the swap is a rename.
    """

    target: Path
    temporary: Path = field(init=False)

    def __post_init__(self) -> None:
        """Make the temporary folder; where the target is a link, what it leads to is replaced.

        What builds that were killed have left beside the target is deleted.
        """
        self.target = self.target.resolve()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        for left in self._left():
            shutil.rmtree(left, ignore_errors=True)
        self.temporary = Path(tempfile.mkdtemp(prefix=self._prefix, dir=self.target.parent))

    @property
    def _prefix(self) -> str:
        return f".{self.target.name}-{BUILDING}-"

    def _left(self) -> Iterator[Path]:
        """Yield what killed builds have left; what may be the only copy of an old result stays."""
        end = time.time() - LONGEST
        for path in self.target.parent.glob(f"{self._prefix}*"):
            try:
                old = path.stat().st_mtime < end
            except FileNotFoundError:
                continue
            if old and (self.target.exists() or not path.name.endswith("-old")):
                yield path

    def swap_in(self) -> None:
        """Put the new result in the place of the old one; the old one is put back if that fails."""
        self.temporary.chmod(0o755)
        old = self.temporary.with_name(f"{self.temporary.name}-old")
        for left in reversed(range(_ATTEMPTS)):
            # Where it is not there, nothing was published yet, or another build is about to swap in its own.
            with suppress(FileNotFoundError):
                self.target.rename(old)
            try:
                self.temporary.rename(self.target)
            except OSError:
                # Where another build has put its result there meanwhile, that one is the old one now.
                other = old.exists() and self.target.exists()
                if not other and old.exists():
                    old.rename(self.target)
                if not other or not left:
                    raise
                _delete(old)
            else:
                break
        _delete(old)

    def discard(self) -> None:
        """Delete what was written; the old result stays."""
        shutil.rmtree(self.temporary, ignore_errors=True)


def _delete(old: Path) -> None:
    if old.is_dir():
        shutil.rmtree(old, ignore_errors=True)
    else:
        old.unlink(missing_ok=True)
