"""Test what others get to know of a charter that was made from another one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from charterpress.check import check
from charterpress.languages.words import load_words
from charterpress.site.addresses import site_map
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.files import OpenData
from charterpress.site.opendata.format.schema import schema

EXAMPLES = Path(__file__).parents[3] / "examples" / "valid"
CHANGES = "https://charters.northshire.example/charters/northshire/changes/"
TOLD = """
- In another order: What the council does
  Why: Plain words come first for us.
- Our words: Listen to you before and after we decide.
  The original: Listen to you before we decide.
  Why: Parents told us that they hear nothing once we have decided.
- Added by us: Call you back when you ask us to.
  Time limit: two working days
  It starts: The time starts when you leave a message.
  Why: Parents waited for calls that never came.
- Left out: Come on time.
  Why: Calling back matters more to us. We will try to come on time as well.
"""
TOLD_WITH_TERMS = """
- Our words: Show you each report.
  Time limit: three working days
  It starts: The time starts when the report is ready.
  The original: Show you a report before we share it.
  Exception: We will not do so if it could put a child at risk.
  Time limit: three working days
  It starts: The time starts when the report is ready.
  Why: It is fair.
"""


def opened(root: Path) -> OpenData:
    """Return what the English part of a project gives to other programs."""
    checked = check(root)
    assert checked.project is not None
    sitemap = site_map(checked.languages, checked.project)
    return OpenData(Shelf(checked.languages, sitemap, "en"), checked.project, load_words("en"))


@pytest.fixture(scope="module")
def data() -> OpenData:
    """Return the data of the example that rewrites, adds and removes promises."""
    return opened(EXAMPLES / "adapted-charter")


def adaptation_in(data: OpenData, key: str) -> dict[str, Any]:
    """Return what a data file, which is valid, says of where its charter comes from."""
    read = json.loads(data.files[f"data/{key}.json"])
    assert list(Draft202012Validator(schema()).iter_errors(read)) == []
    [charter] = read["documents"]
    found: dict[str, Any] = charter["adaptation"]
    return found


def test_the_data_have_every_change(data: OpenData) -> None:
    """They name the charter with its terms, and each change with its reason and the promise as it was."""
    found = adaptation_in(data, "northshire")
    [origin] = found["based_on"]
    assert (origin["id"], origin["version"], origin["publisher"]["name"]["text"]) == (
        "working-together",
        "1.1",
        "Exampleton Council",
    )
    assert origin["licence"]["website"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "address" not in origin, "it is not on this site"
    assert found["address"] == CHANGES
    assert [(each["kind"], each["part"]) for each in found["changes"]] == [
        ("reorder", "council-respect"),
        ("replace", "listen-first"),
        ("add", "call-back"),
        ("remove", "be-on-time"),
    ]
    removed = found["changes"][-1]
    assert removed["original"]["words"]["text"] == "Come on time."
    assert removed["original"]["address"] == removed["address"] == f"{CHANGES}#be-on-time"
    assert (removed["agreed_by"]["text"], removed["agreed"]) == ("Northshire Families Forum", "2026-09-01")


def test_a_permission_is_told() -> None:
    """Where a licence gives none, the data say who gave it, when and for what."""
    [origin] = adaptation_in(opened(EXAMPLES / "adapted-names"), "brookfield")["based_on"]
    assert origin["licence"] == {"stated": False}
    assert (origin["permission"]["day"], origin["permission"]["given_by"]["text"]) == (
        "2026-05-04",
        "The committee of Fernvale Parents Forum",
    )


def test_search_engines_and_readers_of_plain_text_learn_it(data: OpenData) -> None:
    """JSON-LD says what the page is based on; plain text has the changes, those left out included."""
    said = json.loads(data.linked["charters/northshire"])["isBasedOn"]
    assert (said["name"], said["version"], said["publisher"]["name"]) == (
        "Working together",
        "1.1",
        "Exampleton Council",
    )
    text = data.files["text/northshire.txt"]
    assert "This charter is based on Working together, version 1.1." in text
    promise = "- Listen to you before and after we decide.\n  Our words: "
    assert f"{promise}{CHANGES}#listen-first\n" in text, "the promise says it where it stands"
    assert TOLD in text
    assert "promise each other in Northshire. Based on: Working together. [Plain text]" in data.files["llms.txt"]


def test_plain_text_has_no_promise_without_its_terms(tmp_path: Path) -> None:
    """The original of a promise stands in plain text with its exception and its time limit."""
    root = Path(shutil.copytree(EXAMPLES / "adapted-charter", tmp_path / "a project"))
    file = root / "docs/charters/northshire.yml"
    change = (
        "  - replace: share-reports\n    text: Show you each report.\n    without: [unless]\n    because: It is fair.\n"
    )
    change += "  - reorder: themes\n    order: [sharing, respect]\n    because: News comes first.\n"
    file.write_text(file.read_text("utf-8").replace("changes:\n", f"changes:\n{change}"), "utf-8")
    text = opened(root).files["text/northshire.txt"]
    assert TOLD_WITH_TERMS in text
    assert "- In another order: The order of the themes\n  Why: News comes first." in text
