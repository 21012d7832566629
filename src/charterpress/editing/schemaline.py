"""Name the schema for editors in a comment at the top of a YAML file, as the YAML extension of VS Code reads it."""

from __future__ import annotations

import os
import re
from pathlib import Path

PLACE = Path(".charterpress", "charterpress.schema.json")
"""Where a project keeps the schema for editors."""

_LINE = re.compile(r"^#[ \t]*yaml-language-server:[^\n]*\n?", re.MULTILINE)


def schema_from(path: Path, root: Path) -> str:
    """Return how a file names the schema of its project: by the way there from its own folder."""
    return Path(os.path.relpath(root.resolve() / PLACE, path.resolve().parent)).as_posix()


def schema_line(schema: str) -> str:
    """Return the comment that names a schema."""
    return f"# yaml-language-server: $schema={schema}\n"


def with_schema_line(text: str, schema: str) -> str:
    """Return a YAML text that names a schema in its first line; one that it names already is put right in its place."""
    if (found := _LINE.search(text)) is not None:
        return text[: found.start()] + schema_line(schema) + text[found.end() :]
    return schema_line(schema) + text
