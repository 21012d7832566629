"""Take out of findings what would break a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from charterpress.findings import Finding

# Control characters could steer a terminal, and XML knows no way to write most of them;
# halves of surrogate pairs stand for bytes of a file name that are not UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with every character that cannot be shown replaced, each text on one line."""
    return tuple(
        replace(
            finding,
            message=_visible(finding.message),
            hint=_visible(finding.hint),
            file=Path(_visible(str(finding.file))) if finding.file is not None else None,
        )
        for finding in findings
    )


def _visible(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", re.sub("[\r\n\t]+", " ", text))
