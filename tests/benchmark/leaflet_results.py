"""Put the times of leaflets into tables for people and into a value for JSON."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence

from leaflets import Compared, Series, Way
from results import describe_times

MEGABYTE = 1_000_000
MEANINGS = {
    "cold": "one leaflet in a new process, the start of Python and of all packages included",
    "warm": "the next leaflets in the same process, each with other words, so that nothing set before is used again",
    "the whole work": "choose contents and size by trying, write the screen PDF and the press PDF",
    "set once": "write the screen PDF (PDF/UA-1) in a size and with contents known before",
}


def render_compared(compared: Sequence[Compared]) -> str:
    """Return times and memory of each way as tables; "all cores" adds up what the processors did."""
    lines = [f"{os.cpu_count()} processors, Python {platform.python_version()}. Medians."]
    lines += [f"{name}: {meaning}" for name, meaning in MEANINGS.items()]
    for each in compared:
        for name in ("cold", "warm"):
            title = f"{name}, {each.charter} in {each.locale!r}"
            lines += ["", f"{title:44}{'median':>10}{'least':>10}{'most':>10}{'all cores':>12}{'memory':>10}"]
            lines += [_way(way, name) for way in each.ways]
        lines.append(f"  charterpress, set once, is {each.faster('alone'):.1f} times as fast as WeasyPrint when warm,")
        lines.append(f"  and {each.faster('whole'):.2f} times as fast with all its trials and the press PDF")
    return "\n".join(lines)


def render_many(many: Sequence[Series]) -> str:
    """Return how long many leaflets take, with their preflight, as a build makes them."""
    lines = [f"{'as a build makes them':36}{'leaflets':>10}{'median':>10}{'each':>10}{'all cores':>12}{'memory':>10}"]
    lines += [
        f"  {each.name:34}{each.leaflets:>10}{each.times.median:>8.1f} s{each.times.median / each.leaflets:>8.3f} s"
        f"{each.times.median_work:>10.1f} s{_megabytes(each.peaks):>7.0f} MB"
        for each in many
    ]
    lines.append(f"  on {many[0].processors} processors; the memory is that of the largest process")
    return "\n".join(lines)


def describe_leaflets(compared: Sequence[Compared], many: Sequence[Series]) -> dict[str, object]:
    """Return all figures as a value for JSON; times are in seconds, memory is in bytes."""
    return {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "meanings": MEANINGS,
        "compared": [
            {
                "charter": each.charter,
                "language": each.locale,
                "warm_ratio": {way: round(each.faster(way), 2) for way in ("alone", "whole")},
                "ways": {
                    way.key: {
                        "cold": describe_times(way.cold),
                        "warm": describe_times(way.warm),
                        "memory_cold": statistics.median(way.cold_peaks),
                        "memory_warm": statistics.median(way.warm_peaks),
                    }
                    for way in each.ways
                },
            }
            for each in compared
        ],
        "many": [
            {
                "formats": each.formats,
                "leaflets": each.leaflets,
                "seconds": describe_times(each.times),
                "seconds_a_leaflet": round(each.times.median / each.leaflets, 3),
                "memory_of_the_largest_process": statistics.median(each.peaks),
            }
            for each in many
        ],
    }


def _way(way: Way, name: str) -> str:
    times, peaks = (way.cold, way.cold_peaks) if name == "cold" else (way.warm, way.warm_peaks)
    figures = "".join(f"{value:>8.3f} s" for value in (times.median, min(times.seconds), max(times.seconds)))
    return f"  {way.name:42}{figures}{times.median_work:>10.3f} s{_megabytes(peaks):>7.0f} MB"


def _megabytes(peaks: Sequence[int]) -> float:
    return statistics.median(peaks) / MEGABYTE
