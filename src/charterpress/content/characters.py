"""Find the characters that YAML does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from charterpress.findings import Finding

FORBIDDEN = yaml.reader.Reader.NON_PRINTABLE
"""The characters that YAML does not allow; written as an escape they are still of no use to a reader."""


def forbidden(character: str, path: Path, line: int, column: int) -> Finding:
    """Return what is wrong with a character that stands at a line and a column, both counted from 1."""
    return Finding(
        "yaml-character",
        f"the character U+{ord(character):04X} is not allowed in YAML",
        "Delete it; it is usually invisible.",
        file=path,
        line=line,
        column=column,
    )


def forbidden_characters(text: str, path: Path) -> Iterator[Finding]:
    """Yield the first forbidden character of each line that has one."""
    if FORBIDDEN.search(text) is None:
        return
    for number, line in enumerate(re.split("\r\n?|\n", text), start=1):
        if (found := FORBIDDEN.search(line)) is not None:
            yield forbidden(found[0], path, number, found.start() + 1)
