"""Test the line that names the schema for editors."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.editing.schemaline import schema_from, with_schema_line


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docs/charters/a.yml", "../../.charterpress/charterpress.schema.json"),
        ("docs/accessibility.yml", "../.charterpress/charterpress.schema.json"),
        ("our texts/charters/old/a.yml", "../../../.charterpress/charterpress.schema.json"),
    ],
)
def test_the_way_there(tmp_path: Path, name: str, expected: str) -> None:
    """A file names the schema by the way from its own folder, so that a project can be moved."""
    assert schema_from(tmp_path / name, tmp_path) == expected


def test_the_line() -> None:
    """The line stands first; one that is there already is put right in its place."""
    added = with_schema_line("# Ours\nkind: theme\n", "../s.json")
    assert added == "# yaml-language-server: $schema=../s.json\n# Ours\nkind: theme\n"
    assert with_schema_line(added, "../s.json") == added
    old = "# Ours\n#yaml-language-server: $schema=elsewhere\nkind: theme\n"
    assert with_schema_line(old, "../s.json") == "# Ours\n# yaml-language-server: $schema=../s.json\nkind: theme\n"
