"""Compare how long leaflets take with charterpress and with WeasyPrint, and how long a hundred of them take."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from charters import LANGUAGES, Copy, copies, write_charters
from measure import Times, spent

from charterpress.leaflets.formats.library import format_names

HERE = Path(__file__).resolve().parent
COMPARED = ("en", "ur")
"""One language of each direction."""
IN_A_ROW = 4
"""How many leaflets one warm process sets, each with other words; the first of them does not count."""

WAYS = {
    "whole": "charterpress, the whole work",
    "alone": "charterpress, set once",
    "weasyprint": "WeasyPrint, set once",
}


@dataclass
class Way:
    """Collect what setting a leaflet in one way took: seconds, and the most memory of a process in bytes."""

    key: str
    cold: Times = field(default_factory=Times)
    warm: Times = field(default_factory=Times)
    cold_peaks: list[int] = field(default_factory=list)
    warm_peaks: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return what people call it."""
        return WAYS[self.key]

    def run_cold(self, folder: Path) -> None:
        """Set one leaflet in a new process; its start is a part of the time."""
        started, before = time.perf_counter(), spent()
        told = _ask(HERE / "setters.py", self.key, folder, 1)
        self.cold.seconds.append(time.perf_counter() - started)
        self.cold.work.append(spent() - before)
        self.cold_peaks.append(told["peak"])

    def run_warm(self, folder: Path) -> None:
        """Set several leaflets in one process, each with other words."""
        told = _ask(HERE / "setters.py", self.key, folder, IN_A_ROW - 1, "warm")
        self.warm.seconds.extend(told["seconds"])
        self.warm.work.extend(told["work"])
        self.warm_peaks.append(told["peak"])


@dataclass(frozen=True)
class Compared:
    """Hold what one language took in every way."""

    locale: str
    charter: str
    runs: int
    ways: tuple[Way, ...]

    def faster(self, way: str) -> float:
        """Return how many times as fast as WeasyPrint a way is when warm."""
        found = {each.key: each.warm.median for each in self.ways}
        return found["weasyprint"] / found[way]


@dataclass
class Series:
    """Collect what all leaflets of a project took, as a build makes them."""

    formats: tuple[str, ...]
    leaflets: int = 0
    processors: int = 0
    times: Times = field(default_factory=Times)
    peaks: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the formats in words."""
        return ", ".join(self.formats)

    def run(self, root: Path) -> None:
        """Set all leaflets in a new process, with nothing kept from before."""
        shutil.rmtree(root / ".cache", ignore_errors=True)
        told = _ask(HERE / "series.py", root)
        self.times.seconds.append(told["seconds"])
        self.times.work.append(told["work"])
        self.peaks.append(told["peak"])
        self.leaflets, self.processors = told["leaflets"], told["processors"]


def compare(runs: int, folder: Path, say: Callable[[str], None]) -> tuple[Compared, ...]:
    """Set the same leaflet in every way, in turns, so that whatever else the machine does slows all."""
    made = copies(2 * IN_A_ROW)[:IN_A_ROW]
    root = folder / "few"
    write_charters(root, made, ("trifold",))
    return tuple(_compare(locale, made, root, runs, say) for locale in COMPARED)


def _compare(locale: str, made: Sequence[Copy], root: Path, runs: int, say: Callable[[str], None]) -> Compared:
    say(f"Writing the leaflet of '{made[0].model}' in '{locale}' for Typst, and as HTML and CSS …")
    folder = root / "materials" / locale
    folder.mkdir(parents=True)
    _run(HERE / "materials.py", root, locale, folder, *(copy.id for copy in made))
    ways = tuple(Way(key) for key in WAYS)
    for number in range(1, runs + 1):
        for way in ways:
            way.run_cold(folder)
            way.run_warm(folder)
            cold, warm = way.cold.seconds[-1], way.warm.seconds[-1]
            say(f"run {number} of {runs}: {way.name}: {cold:.2f} s cold, {warm:.3f} s warm")
    return Compared(locale, made[0].model, runs, ways)


def set_many(charters: int, runs: int, folder: Path, say: Callable[[str], None]) -> tuple[Series, ...]:
    """Set the leaflets of many charters in all languages: those of panels alone, and those in every format."""
    made = copies(charters)
    found = []
    for number, series in enumerate((Series(("trifold",)), Series(format_names()))):
        root = folder / f"many {number}"
        write_charters(root, made, series.formats)
        wanted = len(made) * len(LANGUAGES) * len(series.formats)
        for run in range(1, runs + 1):
            series.run(root)
            say(f"run {run} of {runs}: {series.leaflets} leaflets ({series.name}): {series.times.seconds[-1]:.1f} s")
        if series.leaflets != wanted:
            sys.exit(f"{wanted} leaflets were wanted, and {series.leaflets} were made.")
        found.append(series)
    return tuple(found)


def _ask(*command: str | Path | int) -> dict[str, Any]:
    told = json.loads(_run(*command))
    if not isinstance(told, dict):
        message = f"{command[0]} answers with a JSON object"
        raise TypeError(message)
    return told


def _run(*command: str | Path | int) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} did not succeed:\n{done.stdout}{done.stderr}")
    return done.stdout
