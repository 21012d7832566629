"""Keep a copy of the adapted charter in the project, as it was: what a new version is compared with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from charterpress.content.model import Charter
from charterpress.content.validate import validate
from charterpress.content.yamlfile import YamlFile, load_yaml
from charterpress.findings import Finding

FOLDER = "adapted"
"""The folder of a project that has the copies."""

_WIDTH = 100
_NO_PART_OF_A_COPY = frozenset({"changes"})


def copy_path(root: Path, identifier: str, version: str) -> Path:
    """Return where a project keeps its copy of a version of a charter."""
    return root / FOLDER / f"{identifier}@{version}.yml"


def copy_of(file: YamlFile) -> bytes:
    """Return a charter as a kept copy has it; it may itself be put together from several files."""
    data: Any = file.data
    plain = {key: value for key, value in data.items() if key not in _NO_PART_OF_A_COPY}
    top = (
        f"# {data['id']} at version {data['version']}, as it was when it was adapted. Leave this file as it is:\n"
        "# new versions are compared with it.\n"
    )
    body = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return (top + body).encode()


def load_copy(root: Path, identifier: str, version: str) -> tuple[tuple[Charter, YamlFile] | None, tuple[Finding, ...]]:
    """Return the kept copy of a version of a charter with its file, None where there is none, and findings."""
    path = copy_path(root, identifier, version)
    if not path.exists():
        return None, ()
    file = load_yaml(path)
    if not isinstance(file.data, dict):
        return None, _fetched(file.findings) or (file.finding("wrong-type", "a copy must have keys", _FETCH),)
    charter, problems = validate(Charter, file, file.data)
    if charter is None or file.findings:
        return None, _fetched((*file.findings, *problems))
    if (charter.id, charter.version) != (identifier, version):
        message = f"this is not '{identifier}' at version {version}, as the name of the file says"
        return None, (file.finding("wrong-copy", message, _FETCH, ("version",)),)
    return (charter, file), ()


def _fetched(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what is wrong with a copy, with what to do about it: nobody is to mend a copy by hand."""
    return tuple(replace(finding, hint=_FETCH) for finding in findings)


_FETCH = "Put the charter here as it was at that version, or delete the file and run 'charterpress adapt keep'."
