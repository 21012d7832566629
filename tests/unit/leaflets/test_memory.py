"""Test that setting leaflets does not take more and more memory."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.model import Charter
from charterpress.languages.locales import load_locale
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.job import Job
from charterpress.leaflets.setting import Setting
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop

ADDRESS = "https://charters.exampleton.example/charters/working-together/"
MEGABYTE = 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a process has now")
def test_trials_leave_nothing_behind(long: Callable[..., Charter]) -> None:
    """Trying 30 sizes leaves a process about as large as trying three; Typst would keep each for later."""
    contents = Contents(long(40), {}, load_locale("en"), str, "Us", ADDRESS, draft=False)
    setting = Setting(find_format("trifold"), load_locale("en"), contents.data(Fullness()))
    look = Job(contents, LeafletSettings("Us"), PrintShop(), None).look(8.5, press=False)
    for step in range(3):
        setting.measure(look.at(8.5 + step / 10))
    before = _resident()
    for step in range(3, 33):
        setting.measure(look.at(8.5 + step / 10))
    assert _resident() - before < 30 * MEGABYTE


def _resident() -> int:
    """Return the memory of this process in kB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
