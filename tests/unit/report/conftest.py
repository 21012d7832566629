"""Give the tests of the reports the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.findings import Finding, Level

CHARTER = Path("docs/charters/my family.yml")


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    """Return findings of each level, with and without a place, and with words that formats must escape."""
    return (
        Finding("no-place", "nothing is listed", "List something.", Level.ERROR),
        Finding("whole-file", "the file is empty", "", Level.ERROR, CHARTER),
        Finding("raw-html", "raw HTML: <b>\"&'", "Write 100% plain, words: yes.", Level.ERROR, CHARTER, 3, 7),
        Finding("number-jump", "the number jumps", "Check it.", Level.WARNING, Path("docs/guidance/rules.yml"), 10, 1),
        Finding("draft", "سلام ŵ 👪", "A hint.", Level.NOTE, Path("i18n/ur/family.po"), 2, locale="ur"),
    )


@pytest.fixture
def odd() -> tuple[Finding, ...]:
    """Return findings with what must never reach a report as it is: control characters and broken file names."""
    return (
        Finding(
            "odd", "a\x1b[31m key\x00 in\r\ntwo lines", "a\nhint\x7f\x9b", file=Path("docs/caf\udce9\n.yml"), line=1
        ),
        Finding("odd", "not in XML: \ufffe\uffff\ud800", file=Path("docs/\x07.yml"), line=2),
    )
