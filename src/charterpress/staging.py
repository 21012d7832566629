"""Write results into a temporary place and swap them in at the end."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Staging:
    """Hold the place where a result is written until it is whole.

    The temporary folder is a neighbour of the target, so that the swap is a rename.
    """

    target: Path
    temporary: Path = field(init=False)

    def __post_init__(self) -> None:
        """Make the temporary folder; where the target is a link, what it leads to is replaced."""
        self.target = self.target.resolve()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.temporary = Path(tempfile.mkdtemp(prefix=f".{self.target.name}-", dir=self.target.parent))

    def swap_in(self) -> None:
        """Put the new result in the place of the old one; the old one is put back if that fails."""
        self.temporary.chmod(0o755)
        old = self.temporary.with_name(f"{self.temporary.name}-old")
        if self.target.exists():
            self.target.rename(old)
        try:
            self.temporary.rename(self.target)
        except OSError:
            if old.exists():
                old.rename(self.target)
            raise
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)

    def discard(self) -> None:
        """Delete what was written; the old result stays."""
        shutil.rmtree(self.temporary, ignore_errors=True)
