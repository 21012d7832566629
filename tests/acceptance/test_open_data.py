"""The data of built sites is valid by the schema that they publish, and its addresses lead somewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

NAMES = sorted(path.name for path in (Path(__file__).parent.parent / "examples" / "valid").iterdir() if path.is_dir())

Built = Callable[[str], Path]


def data_files(site: Path) -> dict[str, Any]:
    """Return every data file of a site."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("data/*.json"))}
    return {name: json.loads(path.read_bytes()) for name, path in found.items()}


def addresses_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield every address in data."""
    if isinstance(value, dict):
        yield from (each for key, each in value.items() if key in {"address", "data", "plain_text"})
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses_in(each)


@pytest.mark.parametrize("name", NAMES)
def test_each_data_file_is_valid(name: str, built: Built) -> None:
    """Each file names the schema at the root of its site, and keeps to it; one file has what all the others have."""
    site = built(name) / "site"
    schema = json.loads((site / "data/schema/v1.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    files = data_files(site)
    assert len(files) >= 3
    for path, made in files.items():
        assert [error.message for error in validator.iter_errors(made)] == [], path
        assert made["$schema"].endswith("data/schema/v1.json")
    everything = [made for path, made in files.items() if path.endswith("data/all.json")]
    single = [made["documents"] for path, made in files.items() if not path.endswith("/all.json")]
    assert sum(len(made["documents"]) for made in everything) == len(single)


@pytest.mark.parametrize("name", NAMES)
def test_each_address_in_the_data_leads_somewhere(name: str, built: Built) -> None:
    """Each page, part of a page and file that the data names is in the site."""
    site, followed = built(name) / "site", 0
    for made in data_files(site).values():
        root = made["site"].get("address", "")
        for address in addresses_in(made["documents"]):
            path, _, part = address.removeprefix(root).partition("#")
            file = site / path / "index.html" if path.endswith("/") else site / path
            assert file.is_file(), address
            if part:
                assert re.search(rf'\bid="{re.escape(part)}"', file.read_text("utf-8")), address
            followed += 1
    assert followed > 20


@pytest.mark.parametrize("name", NAMES)
def test_links_of_the_guide_lead_somewhere(name: str, built: Built) -> None:
    """Each page and file that llms.txt names is in the site."""
    site = built(name) / "site"
    guides = sorted(site.rglob("llms.txt"))
    assert guides
    root = json.loads((site / "data/all.json").read_bytes())["site"].get("address")
    for guide in guides:
        targets = re.findall(r"\]\((\S+?)\)", guide.read_text("utf-8"))
        assert len(targets) > 3
        for target in targets:
            there = site / target.removeprefix(root) if root and target.startswith(root) else guide.parent / target
            assert (there / "index.html" if target.endswith("/") else there).is_file(), target
