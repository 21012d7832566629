"""Test the files that others get: complete, valid, the same every time, and only what a language shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from charterpress.check import Checked
from charterpress.content.inline import plain_text
from charterpress.content.library import load_library
from charterpress.content.places import page_texts
from charterpress.languages.words import load_words
from charterpress.site.addresses import site_map
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.files import OpenData
from charterpress.site.opendata.format.schema import schema
from charterpress.site.render import PageRenderer

Open = Callable[[], dict[str, OpenData]]
Translate = Callable[..., Path]
Read = Callable[[OpenData, str], Any]
Walk = Callable[[Any], Iterator[dict[str, Any]]]
NOT_FOR_OTHERS = ("feedback.", "reading_confirmation.")


def errors_in(text: str) -> list[str]:
    """Return what is wrong with a data file by the schema."""
    validator = Draft202012Validator(schema(), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def test_the_files_of_a_language(open_sample: Open) -> None:
    """Each document has its data and its text, all of them one file; the schema stands at the root alone."""
    files = {code: sorted(data.files) for code, data in open_sample().items()}
    own = [f"{folder}.{ending}" for folder, ending in (("data/{}", "json"), ("text/{}", "txt"))]
    keys = ("family", "involved", "listening", "rules")
    wanted = {name.format(key) for name in own for key in keys} | {"data/all.json", "llms.txt"}
    assert files == {"en": sorted({*wanted, "data/schema/v1.json"}), "cy": [], "ur": []}


def test_every_data_file_of_complete_documents_is_valid(complete: Path, open_sample: Open) -> None:
    """Documents with every key there is give files that are valid by the published schema."""
    assert (complete / "docs").is_dir()
    files = open_sample()["en"].files
    found = {name: errors_in(text) for name, text in files.items() if re.fullmatch(r"data/[a-z-]+\.json", name)}
    assert sorted(found) == [f"data/{key}.json" for key in ("all", "family", "involved", "listening", "rules")]
    assert [errors for errors in found.values() if errors] == []


def test_a_wrong_file_is_not_valid(open_sample: Open) -> None:
    """The schema finds what is wrong: a promise without its words, a day that is none."""
    made = json.loads(open_sample()["en"].files["data/family.json"])
    del made["documents"][0]["themes"][0]["promises"][0]["commitments"][0]["words"]
    assert errors_in(json.dumps(made))
    made = json.loads(open_sample()["en"].files["data/family.json"])
    made["documents"][0]["review_by"] = "soon"
    assert errors_in(json.dumps(made))


def test_every_file_of_the_reference_site_is_valid(reference: Checked) -> None:
    """In nine languages, each data file of the reference site is valid by the published schema."""
    project = reference.project
    assert project is not None
    sitemap = site_map(reference.languages, project)
    wrong, seen = {}, 0
    for code in project.locales:
        data = OpenData(Shelf(reference.languages, sitemap, code), project, load_words(code))
        for name, text in data.files.items():
            if name.startswith("data/") and name != "data/schema/v1.json":
                seen += 1
                wrong[f"{code}/{name}"] = errors_in(text)
    assert seen > 70
    assert {name: errors for name, errors in wrong.items() if errors} == {}


@pytest.mark.parametrize("key", ["family", "rules", "involved", "listening"])
def test_no_text_is_lost(key: str, complete: Path, open_sample: Open, read: Read, walk: Walk) -> None:
    """Every text of a document is in its data, and in its plain text; only questions to readers are left out.

    The shorter wordings of leaflets are on paper alone, and the default of a name stands in other texts.
    """
    document = load_library(complete / "docs").documents[key]
    texts = [text for text in page_texts(document) if not text.context.startswith(NOT_FOR_OTHERS)]
    assert len(texts) > 2
    data = open_sample()["en"]
    said = {each["text"] for each in walk(read(data, key)) if isinstance(each.get("text"), str)}
    told = re.sub(r"\[\d+\]| \(https?://[^\s)]*\)", "", data.files[f"text/{key}.txt"])
    for text in texts:
        assert plain_text(text.text) in said
        assert plain_text(text.text) in told


def test_every_address_leads_somewhere(
    complete: Path,
    open_sample: Open,
    renderers: Callable[..., dict[str, PageRenderer]],
    read_html: Callable[..., Any],
    walk: Walk,
) -> None:
    """Each permanent address in the data is that of a page, or of a part that the page has."""
    assert complete.is_dir()
    pages = {page.path: page.body for page in renderers()["en"].pages()}
    ids = {
        path: {e.attributes["id"] for e in read_html(body).walk() if "id" in e.attributes}
        for path, body in pages.items()
    }
    made = json.loads(open_sample()["en"].files["data/all.json"])
    addresses = [each["address"] for each in walk(made["documents"]) if "address" in each]
    assert len(addresses) > 40
    for address in addresses:
        path, _, part = address.removeprefix("https://council.example/charters/").partition("#")
        assert path.strip("/") in ids, address
        assert not part or part in ids[path.strip("/")], address


def test_links_in_markdown_hold_anywhere(open_sample: Open, read: Read) -> None:
    """A link to a part of the document, or to another document, becomes a full address; notes stay as they are."""
    data = open_sample()["en"]
    promise = read(data, "family")["themes"][0]["promises"][0]["commitments"][0]
    here = "https://council.example/charters/charters/family/"
    assert promise["words"] == {
        "text": "Hear you and your advocate.",
        "markdown": f"Hear you and your [advocate]({here}#advocate).[^law]",
    }
    assert promise["backed_by"] == [
        {"document": "rules", "part": "reply", "address": "https://council.example/charters/guidance/rules/#reply"}
    ]
    answer = read(data, "involved")["answer"][0]
    assert answer["markdown"] == "Yes. See [the rules](https://council.example/charters/guidance/rules/#reply)."


def test_a_promise_keeps_all_that_belongs_to_it(open_sample: Open, read: Read) -> None:
    """Who promises whom, exception, deadline, hedge and the mirrored promise are there, by name."""
    services, parents = read(open_sample()["en"], "family")["themes"][0]["promises"]
    assert (services["by"], services["to"], services["lead_in"]["text"]) == ("services", "parents", "We will:")
    promise = services["commitments"][1]
    assert promise["exception"]["text"] == "We may not, if it puts a child at risk."
    assert promise["deadline"]["time"] == {"text": "Within 5 days"}
    assert promise["deadline"]["starts"]["text"] == "The time runs from the day your letter comes."
    assert promise["where_possible"] is True
    assert parents["commitments"][0]["answers"]["part"] == "hear-you"


def test_without_an_address_of_the_site_paths_start_at_its_root(
    sample: Path,
    edit: Callable[[str, str, str], int],
    translate_sample: Translate,
    open_sample: Open,
    read: Read,
) -> None:
    """Then nothing claims to stand on a server; the schema is found from where the file is."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    translate_sample("cy", "family")
    assert sample.is_dir()
    made = open_sample()
    assert "https://council.example/charters" not in made["cy"].files["data/all.json"]
    document = read(made["cy"], "family")
    assert document["address"] == "cy/charters/family/"
    assert document["definitions"][0]["address"] == "cy/charters/family/#advocate"
    assert json.loads(made["cy"].files["data/family.json"])["$schema"] == "../../data/schema/v1.json"
    assert json.loads(made["en"].files["data/family.json"])["$schema"] == "../data/schema/v1.json"
    assert "(../cy/charters/family/)" in made["cy"].files["llms.txt"]
    assert "(charters/family/)" in made["en"].files["llms.txt"]


def test_how_far_a_translation_is(
    translate_sample: Translate,
    edit: Callable[[str, str, str], int],
    open_sample: Open,
    read: Read,
) -> None:
    """Each language that shows a document says whether it is checked, by whom and when, and how much of it."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", flag="reviewed")
    translate_sample("ur", "family", {"Answer your letters.": ""})
    made = open_sample()
    original, welsh, urdu = read(made["ur"], "family")["translations"]
    assert (original["language"], original["state"], original["reviews"]) == ("en", "original", [])
    assert "texts" not in original
    assert (welsh["state"], welsh["reviews"]) == ("reviewed", [{"name": "A native reader", "day": "2026-05-01"}])
    assert welsh["texts"]["reviewed"] == welsh["texts"]["total"] > 30
    assert (urdu["state"], urdu["texts"]["untranslated"], urdu["texts"]["reviewed"]) == ("draft", 1, 0)
    assert urdu["data"] == "https://council.example/charters/ur/data/family.json"
    promise = read(made["ur"], "family")["themes"][0]["promises"][0]["commitments"][1]
    assert promise["words"] == {"text": "Answer your letters.", "markdown": "Answer your letters.", "language": "en"}
    assert promise["detail"] == {"text": "We answer in writing. (ur)", "markdown": "We answer in writing. (ur)"}
    assert read(made["ur"], "family")["source"]["title"] == {"text": "The first charter", "language": "en"}


def test_what_a_language_does_not_show_is_in_none_of_its_files(
    translate_sample: Translate,
    edit: Callable[[str, str, str], int],
    open_sample: Open,
) -> None:
    """Where drafts are hidden, their words stand in no file, nor does any language claim to have the document."""
    edit("mkdocs.yml", "draft: show", "draft: hide")
    for key in ("family", "listening"):
        translate_sample("cy", key)
    translate_sample("cy", "rules", flag="reviewed")
    made = open_sample()
    assert sorted(made["cy"].files) == ["data/all.json", "data/rules.json", "llms.txt", "text/rules.txt"]
    everything = "".join(text for data in made.values() for text in data.files.values())
    assert "Staff must: (cy)" in everything
    for hidden in ("Hear you out. (cy)", "Listening (cy)", "cy/data/family.json", "cy/charters/family"):
        assert hidden not in everything


def test_drafts_that_show_in_the_source_language(
    translate_sample: Translate,
    edit: Callable[[str, str, str], int],
    open_sample: Open,
    read: Read,
) -> None:
    """With `draft: source` the data has the English words, marked as such, and never the draft."""
    edit("mkdocs.yml", "draft: show}", "draft: source, least: 1}")
    edit("mkdocs.yml", "missing: hide, stale: hide", "missing: source, stale: source")
    path = translate_sample("cy", "rules", flag="reviewed")
    text = path.read_text("utf-8")
    signed = re.search(r"# Reviewed by [^\n]*\n(?=msgctxt \"letters.title\")", text)
    assert signed is not None
    path.write_text(text.replace(signed[0], ""), "utf-8")
    document = read(open_sample()["cy"], "rules")
    assert document["sections"][0]["title"] == {"text": "Letters", "language": "en"}
    (own,) = [each for each in document["translations"] if each["language"] == "cy"]
    assert (own["state"], own["texts"]["untranslated"]) == ("incomplete", 1)
    assert "Letters (cy)" not in "".join(open_sample()["cy"].files.values())


def test_licences_are_said_for_each_document(
    edit: Callable[[str, str, str], int], open_sample: Open, read: Read
) -> None:
    """A licence has its name and, where it is well known, its address; a document without one says so."""
    edit("docs/charters/family.yml", "licence: Free", "licence: Open Government Licence v3.0")
    data = open_sample()["en"]
    website = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    wanted = {"stated": True, "name": {"text": "Open Government Licence v3.0"}, "website": website}
    assert read(data, "family")["licence"] == wanted
    assert read(data, "rules")["licence"] == {"stated": False}


def test_files_hold_letters_and_no_places_on_a_disk(
    sample: Path,
    translate_sample: Translate,
    open_sample: Open,
) -> None:
    """Letters of every script stand as they are; the same project gives the same text; no file path is in it."""
    translate_sample("ur", "listening", {"Listening": "سننا"})
    once, again = open_sample(), open_sample()
    assert "سننا" in once["ur"].files["data/listening.json"]
    assert once["ur"].files == again["ur"].files
    everything = "".join(text for data in once.values() for text in data.files.values())
    assert str(sample) not in everything
    assert ".yml" not in everything
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in once["en"].files.values())


def test_the_publishers_own_words_and_notes_of_editors_stay_here(complete: Path, open_sample: Open) -> None:
    """What pages do not show, such as the words of the source, is in no file."""
    assert "To be heard." in (complete / "docs/charters/family.yml").read_text("utf-8")
    everything = "".join(open_sample()["en"].files.values())
    assert "To be heard." not in everything
    assert "It is printed twice." not in everything
