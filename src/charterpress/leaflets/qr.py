"""Draw an address as a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno


@dataclass(frozen=True)
class Code:
    """Hold a code as runs of dark modules: row, first column, length; `size` modules a side."""

    size: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def path(self) -> str:
        """Return the dark modules as one path of an SVG drawing whose unit is a module."""
        return "".join(f"M{column} {row}h{length}v1h-{length}z" for row, column, length in self.runs)


# Every format of a leaflet has the same code, and each trial of what fits asks for it.
@lru_cache(maxsize=64)
def draw_code(address: str) -> Code:
    """Return the code for an address, with medium error correction and no quiet zone."""
    matrix = segno.make(address, error="m", micro=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        start: int | None = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                runs.append((y, start, x - start))
                start = None
    return Code(len(matrix), tuple(runs))
