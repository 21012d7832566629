"""Find the documents that people have written, for tests that go over all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
PLACES = ("docs", "tests/examples/valid", "tests/unit/sample/docs", "tests/unit/content/model/complete")


@pytest.fixture(scope="session")
def documents() -> tuple[Path, ...]:
    """Return every document of the reference site and of the examples."""
    found = sorted(
        path for place in PLACES for path in (REPOSITORY / place).rglob("*.yml") if path.name != "mkdocs.yml"
    )
    found = [
        path
        for path in found
        if path.read_text("utf-8").find("\nkind: ") >= 0 or path.read_text("utf-8")[:6] == "kind: "
    ]
    assert len(found) >= 30
    return tuple(found)
