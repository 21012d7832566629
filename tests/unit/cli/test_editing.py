"""Test `charterpress ids`, `format` and `schema`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
Edit = Callable[[str, str, str], int]
FAMILY = "docs/charters/family.yml"


def contents(root: Path) -> dict[Path, bytes]:
    """Return every file of a project."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_ids(charterpress: Command, sample: Path, edit: Edit) -> None:
    """A missing id is listed with --check and exit 1, and then given; nothing is left to do after that."""
    line = edit(FAMILY, "{id: services, name: Services,", "{name: Services,")
    before = contents(sample)
    listed = charterpress("ids", "--check", "--project", sample)
    assert listed.code == 1
    assert f"{FAMILY}:{line}: error: there is no id for 'Services' [missing-id]" in listed.out
    assert contents(sample) == before
    given = charterpress("ids", "--project", sample)
    assert given.code == 0
    assert f"{FAMILY}: services  for 'Services'" in given.out
    assert "{id: services, name: Services," in (sample / FAMILY).read_text("utf-8")
    assert charterpress("ids", "--check", "--project", sample).code == 0


def test_ids_that_were_published(charterpress: Command, sample: Path, edit: Edit) -> None:
    """An id that addresses.yml has for this page is never given to something else."""
    edit(FAMILY, "{id: services, name: Services,", "{name: Services,")
    (sample / "addresses.yml").write_text("charters/family:\n  parts:\n    services:\n", encoding="utf-8")
    assert "family.yml: services-2" in charterpress("ids", "--project", sample).out


@pytest.mark.parametrize("command", ["ids", "format"])
def test_a_broken_file(charterpress: Command, sample: Path, edit: Edit, command: str) -> None:
    """A file that cannot be read is a finding and stays as it is; the others are done all the same."""
    broken = sample / "docs/charters/broken.yml"
    broken.write_text("kind: [charter\n", encoding="utf-8")
    edit(FAMILY, "{id: services, name: Services,", "{name:   Services,")
    edit(FAMILY, 'version: "', 'version:   "')
    result = charterpress(command, "--project", sample)
    assert result.code == 1
    assert "docs/charters/broken.yml:1" in result.out
    assert "[yaml-syntax]" in result.out
    assert "family.yml" in result.out
    assert broken.read_text("utf-8") == "kind: [charter\n"


def test_format(charterpress: Command, sample: Path, edit: Edit) -> None:
    """An untidy file is listed with --check and exit 1, and then made tidy; only files that are named are touched."""
    path = sample / "docs/themes/listening.yml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title:    "), encoding="utf-8")
    edit(FAMILY, 'version: "', 'version:   "')
    before = contents(sample)
    listed = charterpress("format", "--check", path, "--project", sample)
    assert listed.code == 1
    assert "docs/themes/listening.yml:3: error: the file is not tidy, from this line on [not-tidy]" in listed.out
    assert contents(sample) == before
    assert "tidied docs/themes/listening.yml" in charterpress("format", path, "--project", sample).out
    assert {name for name, content in contents(sample).items() if before.get(name) != content} == {path}
    assert charterpress("format", "--check", path, "--project", sample).code == 0
    assert charterpress("format", "--check", "--project", sample).code == 1


def test_schema(charterpress: Command, sample: Path) -> None:
    """The schema is written, found to be up to date, and found to be old; files name it when that is asked for."""
    assert charterpress("schema", "--check", "--project", sample).code == 1
    assert "wrote .charterpress/charterpress.schema.json" in charterpress("schema", "--project", sample).out
    path = sample / ".charterpress/charterpress.schema.json"
    assert charterpress("schema", "--check", "--project", sample).code == 0
    assert charterpress("schema", "--print").out == path.read_text("utf-8")
    path.write_text("{}\n", encoding="utf-8")
    assert "[old-schema]" in charterpress("schema", "--check", "--project", sample).out
    charterpress("format", "--schema", "--project", sample)
    first = (sample / FAMILY).read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../.charterpress/charterpress.schema.json"
    assert charterpress("format", "--schema", "--check", "--project", sample).code == 0


@pytest.mark.parametrize("command", ["ids", "format", "schema"])
def test_outside_a_project(charterpress: Command, tmp_path: Path, command: str) -> None:
    """Where there is no project, the command ends with 2 and says how to name one."""
    result = charterpress(command, "--project", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "--project" in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there(charterpress: Command, sample: Path) -> None:
    """A file that does not exist is named."""
    result = charterpress("format", "nowhere.yml", "--project", sample)
    assert result.code == 2
    assert "nowhere.yml" in result.err
