"""Put the times of leaflets into tables for people and into a value for JSON."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence

from leaflets import Compared, Series

MEGABYTE = 1_000_000
MEANINGS = {
    "cold": "one leaflet in a new process, the start of Python and of all packages included",
    "warm": "the next leaflets in the same process, each with other words, so that nothing set before is used again",
    "the whole work": "choose contents and size by trying, write the screen PDF and the press PDF",
    "set once": "write the screen PDF (PDF/UA-1) in a size and with contents known before",
}


def render_compared(compared: Sequence[Compared]) -> str:
    """Return times and memory of each way as tables."""
    lines = [f"{os.cpu_count()} processors, Python {platform.python_version()}. Medians."]
    lines += [f"{name}: {meaning}" for name, meaning in MEANINGS.items()]
    for each in compared:
        lines += [
            "",
            f"{f'{each.charter} in {each.locale!r}':30}{'cold':>10}{'warm':>10}{'memory cold':>14}{'warm':>10}",
        ]
        for way in each.ways:
            memory = f"{_median_mb(way.cold_peaks):>11.0f} MB{_median_mb(way.warm_peaks):>7.0f} MB"
            lines.append(
                f"  {way.name:28}{statistics.median(way.cold):>8.2f} s{statistics.median(way.warm):>8.3f} s{memory}"
            )
        lines.append(f"  warm, set once: charterpress is {each.faster('alone'):.1f} times as fast as WeasyPrint")
        lines.append(f"  warm, with all its trials and the press PDF: {each.faster('whole'):.2f} times as fast")
    return "\n".join(lines)


def render_many(many: Sequence[Series]) -> str:
    """Return how long many leaflets take, with their preflight, as a build makes them."""
    lines = [f"{'as a build makes them':44}{'leaflets':>10}{'median':>10}{'each':>10}{'memory':>10}"]
    for each in many:
        median = statistics.median(each.seconds)
        lines.append(
            f"  {each.name:42}{each.leaflets:>10}{median:>8.1f} s{median / each.leaflets:>8.3f} s"
            f"{_median_mb(each.peaks):>7.0f} MB"
        )
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
                        "cold": _figures(way.cold),
                        "warm": _figures(way.warm),
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
                "seconds": _figures(each.seconds),
                "seconds_a_leaflet": round(statistics.median(each.seconds) / each.leaflets, 3),
                "memory_of_the_largest_process": statistics.median(each.peaks),
            }
            for each in many
        ],
    }


def _median_mb(peaks: Sequence[int]) -> float:
    return statistics.median(peaks) / MEGABYTE


def _figures(seconds: Sequence[float]) -> dict[str, object]:
    return {
        "median": round(statistics.median(seconds), 3),
        "least": round(min(seconds), 3),
        "most": round(max(seconds), 3),
        "all": [round(each, 3) for each in seconds],
    }
