"""Make what many tests read once for all of them, in whichever process they run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300
"""How many seconds a test waits for what another process is making."""


def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    place.mkdir(exist_ok=True)
    return place


def made_once(place: Path, name: str, make: Callable[[], object]) -> None:
    """Call `make` if nobody has in this run, under this name; else wait until what it makes is there."""
    done, failed = place / f"{name}.done", place / f"{name}.failed"
    try:
        (place / f"{name}.started").mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists() and not failed.exists() and time.monotonic() < end:
            time.sleep(0.1)
    else:
        try:
            make()
        except BaseException:
            failed.touch()
            raise
        done.touch()
    assert done.exists(), f"{name} could not be made; the first test that asked for it says why"
