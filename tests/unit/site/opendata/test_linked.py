"""Test what search engines read on a page: JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from charterpress.site.opendata.files import OpenData

Open = Callable[[], dict[str, OpenData]]
Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
SITE = "https://council.example/charters/"


def linked(data: OpenData, path: str) -> Any:  # noqa: ANN401 - JSON
    """Return what the page at an address says."""
    return json.loads(data.linked[path])


def test_a_charter_is_a_document(open_sample: Open, edit: Edit) -> None:
    """It says its language, version, publisher and source, and where its promises can be had as data."""
    edit("docs/charters/family.yml", 'version: "1.2"', 'version: "1.2"\napproved: 2026-10-01')
    said = linked(open_sample()["en"], "charters/family")
    assert (said["@context"], said["@type"]) == ("https://schema.org", "DigitalDocument")
    assert said["url"] == said["@id"] == f"{SITE}charters/family/"
    assert (said["name"], said["inLanguage"], said["version"]) == ("Our promises & yours", "en", "1.2")
    assert (said["datePublished"], said["publisher"]["name"]) == ("2026-10-01", "Example Council")
    assert said["isBasedOn"]["license"] == {"@type": "CreativeWork", "name": "Free"}
    assert "license" not in said, "a version in other words has no licence of the source's publisher"
    assert [file["contentUrl"] for file in said["encoding"]] == [f"{SITE}data/family.json", f"{SITE}text/family.txt"]


def test_the_publishers_own_text_has_the_publishers_licence(open_sample: Open, edit: Edit) -> None:
    """Where a document has the words of its source, its licence holds for the page."""
    edit("docs/charters/family.yml", "licence: Free, plain_english_version: true", "licence: CC BY-SA 4.0")
    address = "https://creativecommons.org/licenses/by-sa/4.0/"
    assert linked(open_sample()["en"], "charters/family")["license"] == address


def test_a_guide_is_a_question_only_where_it_asks_one(open_sample: Open, edit: Edit) -> None:
    """A title with a question mark is a question, and the short answer its answer; any other guide is a document."""
    said = linked(open_sample()["en"], "guides/involved")
    assert said["@type"] == "FAQPage"
    assert said["mainEntity"]["name"] == "Should parents be involved?"
    assert said["mainEntity"]["acceptedAnswer"]["text"] == "Yes. See the rules."
    edit("docs/guides/involved.yml", "Should parents be involved?", "How parents are involved")
    said = linked(open_sample()["en"], "guides/involved")
    assert said["@type"] == "DigitalDocument"
    assert "mainEntity" not in said


def test_a_draft_says_that_it_is_one(open_sample: Open, edit: Edit, translate_sample: Translate) -> None:
    """A translation names the original; a draft is called so, and words in another language say which."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Hear you out.": ""})
    said = linked(open_sample()["cy"], "charters/family")
    assert (said["inLanguage"], said["creativeWorkStatus"]) == ("cy", "Draft")
    assert said["translationOfWork"] == {"@id": f"{SITE}charters/family/"}
    assert said["isBasedOn"]["name"] == {"@value": "The first charter", "@language": "en"}
    assert "creativeWorkStatus" not in linked(open_sample()["en"], "charters/family")


def test_nothing_in_it_ends_the_script(open_sample: Open, edit: Edit) -> None:
    """A text with `</script>` or `<!--` stays inside, and reads the same."""
    title = "Less < more </script><!-- <script>"
    edit("docs/charters/family.yml", "title: The first charter", f"title: '{title}'")
    data = open_sample()["en"]
    assert "<" not in data.linked["charters/family"]
    assert linked(data, "charters/family")["isBasedOn"]["name"] == title


def test_without_an_address_of_the_site_links_start_at_the_page(
    open_sample: Open, edit: Edit, translate_sample: Translate
) -> None:
    """So they hold wherever the site is put."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    translate_sample("cy", "family")
    said = linked(open_sample()["cy"], "charters/family")
    assert said["url"] == "../../../cy/charters/family/"
    assert said["encoding"][0]["contentUrl"] == "../../../cy/data/family.json"
