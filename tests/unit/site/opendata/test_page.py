"""Test the page that lists the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from charterpress.site.opendata.files import OpenData
from charterpress.site.opendata.page import listing
from charterpress.site.render import PageRenderer

Open = Callable[[], dict[str, OpenData]]


def test_the_page_lists_each_file_with_size_and_licence(
    open_sample: Open, renderers: Callable[..., dict[str, PageRenderer]], read_html: Callable[..., Any]
) -> None:
    """Each document has its files with their sizes and its licence; the schema and the file with all are there."""
    data = open_sample()["en"]
    page = renderers()["en"].open_data(listing(data))
    assert (page.path, page.title, page.public) == ("data", "Open data", True)
    body = read_html(page.body)
    links = {element.attributes["href"]: element for element in body.walk() if element.tag == "a"}
    assert {"family.json", "../text/family.txt", "all.json", "../data/schema/v1.json"} <= set(links)
    assert "download" in links["family.json"].attributes
    rows = {
        element.children[0].text: element.text
        for element in body.walk()
        if element.attributes.get("class") == "cp-provision"
    }
    assert len(rows) == 4
    kilobytes = round(len(data.files["data/family.json"].encode()) / 1000)
    assert f"JSON, {kilobytes} kB" in rows["Our promises & yours"]
    assert "Licence: Free" in rows["Our promises & yours"]
    assert "No licence is stated." in rows["The rules in short"]


def test_the_page_in_another_language(
    open_sample: Open,
    renderers: Callable[..., dict[str, PageRenderer]],
    read_html: Callable[..., Any],
    translate_sample: Callable[..., Path],
) -> None:
    """It lists the files of its own language, and the schema that all share; a foreign licence says its language."""
    translate_sample("ur", "family")
    page = renderers()["ur"].open_data(listing(open_sample()["ur"]))
    body = read_html(page.body, "ur", "rtl")
    links = {element.attributes["href"] for element in body.walk() if element.tag == "a"}
    assert {"family.json", "../charters/family/", "../../data/schema/v1.json"} <= links
    assert "rules.json" not in links
    (licence,) = [element for element in body.walk() if element.text == "Free" and not element.children]
    assert licence.lang == "en"
