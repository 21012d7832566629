"""Set how a run uses memory."""

from __future__ import annotations

import gc


def keep_rubbish() -> None:
    """Look for rubbish less often than Python does: nearly all that a build makes stays to its end."""
    gc.set_threshold(100_000, 50, 100)
