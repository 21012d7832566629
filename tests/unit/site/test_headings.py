"""The headings of hand-written pages go down one level at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.project import load_project
from charterpress.site.headings import check_headings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\n## B\n\n### C\n\n## D\n", []),
        ("---\ntitle: x\n---\n# A\n\n## B\n", []),
        ("# A\n\n### C\n", [("heading-skip", 3)]),
        ("---\ntitle: x\n---\n\n# A\n\n### C\n", [("heading-skip", 7)]),
        ("# A\n\n## B\n\n#### C\n\n## D\n", [("heading-skip", 5)]),
        ("Words.\n", [("heading-missing", 1)]),
        ("## A\n", [("heading-missing", 1)]),
        ("# A\n\nWords\n=====\n", [("heading-twice", 3)]),
        ("## A\n\n# B\n", [("heading-skip", 1)]),
        ("# A\n\n<div>\n<h3>C</h3>\n</div>\n", [("heading-skip", 4)]),
        ("# A\n\n```\n### no heading\n```\n", []),
        ("# A\n\n    ### no heading\n", []),
        ("", [("heading-missing", 1)]),
    ],
)
def test_headings(sample: Path, text: str, found: list[tuple[str, int]]) -> None:
    """A page has one main heading, and none that skips a level; each fault has its line."""
    (sample / "docs" / "page.md").write_text(text, encoding="utf-8")
    project, _ = load_project(sample)
    assert project is not None
    assert [(each.rule, each.line) for each in check_headings(project)] == found
