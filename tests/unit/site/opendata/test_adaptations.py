"""Test what others get to know of a charter that was made from another one."""

from __future__ import annotations

import json
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


def opened(example: str) -> OpenData:
    """Return what the English part of an example gives to other programs."""
    checked = check(EXAMPLES / example)
    assert checked.project is not None
    sitemap = site_map(checked.languages, checked.project)
    return OpenData(Shelf(checked.languages, sitemap, "en"), checked.project, load_words("en"))


@pytest.fixture(scope="module")
def data() -> OpenData:
    """Return the data of the example that rewrites, adds and removes promises."""
    return opened("adapted-charter")


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
    [origin] = adaptation_in(opened("adapted-names"), "brookfield")["based_on"]
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
    assert "- Left out: The original: Come on time. Why: Calling back matters more to us." in text
    assert "- Our words: The original: Listen to you before we decide. Why: Parents told us" in text
