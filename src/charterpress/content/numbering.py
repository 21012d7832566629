"""Check printed section numbers: they are kept as printed, and gaps are reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from charterpress.content.model import Guidance
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, Level


def check_numbers(guidance: Guidance, file: YamlFile) -> Iterator[Finding]:
    """Yield a warning for each printed number that does not follow from the one before it."""
    before: tuple[int, ...] = ()
    for index, section in enumerate(guidance.sections):
        if section.number is None or not re.fullmatch(r"\d+(\.\d+)*\.?", section.number):
            continue
        number = tuple(int(part) for part in section.number.rstrip(".").split("."))
        if before and number not in _followers(before):
            finding = file.finding(
                "number-jump",
                f"the printed number jumps from {_printed(before)} to {section.number}",
                "It is kept as printed. If the source has no gap here, correct the number.",
                ("sections", index, "number"),
            )
            yield replace(finding, level=Level.WARNING)
        before = number


def _followers(number: tuple[int, ...]) -> set[tuple[int, ...]]:
    """Return the numbers that may stand after `number`: its first part, or the next on any level."""
    nexts = {(*number[:depth], number[depth] + 1) for depth in range(len(number))}
    return nexts | {(*number, 1)}


def _printed(number: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in number)
