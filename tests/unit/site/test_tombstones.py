"""Readers who come to an address that is gone are told what became of it, in their language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from charterpress.content.addressbook import parse_book
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import load_words
from charterpress.site.addresses import SiteMap, path_of
from charterpress.site.environment import page_environment
from charterpress.site.permanent import Addresses
from charterpress.site.render import PageRenderer
from charterpress.site.search import search_entries
from charterpress.site.tombstones import Tombstones, with_aliases

FAMILY = "charters/family"
BOOK = """\
charters/family:
  parts:
    listen: {moved_to: hear-you}
    older: {moved_to: listen}
    letters: {removed: {on: 2026-05-01, reason: "No one <writes>.", was: Write letters., instead: answer-you}}
    far: {moved_to: "themes/listening"}
charters/old: {moved_to: charters/family}
charters/gone: {removed: {on: 2026-05-01, reason: Nobody read it.}}
"""

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Read = Callable[..., Any]
Renderers = Callable[[], dict[str, PageRenderer]]


@pytest.fixture
def tombstones(localise_sample: Localise) -> dict[str, Tombstones]:
    """Return what each language of the sample shows at addresses that are gone."""
    languages, sitemap = localise_sample()
    now = {
        path_of(item.document): tuple(c.id for c in getattr(item.document, "commitments", tuple)())
        for item in languages["en"].documents.values()
    }
    fates = Addresses(parse_book(BOOK, Path("addresses.yml")), now).fates
    environment = page_environment(None)
    return {
        code: Tombstones(fates, library, sitemap, load_words(code), environment, {})
        for code, library in languages.items()
    }


def test_an_old_id_leads_to_the_new_place(
    tombstones: dict[str, Tombstones], renderers: Renderers, read_html: Read
) -> None:
    """Every older id of a promise is an empty mark in it, however often it moved."""
    (page,) = [page for page in renderers()["en"].pages() if page.path == FAMILY]
    html = read_html(tombstones["en"].completed(FAMILY, page.body))
    promise = next(each for each in html.walk() if each.attributes.get("id") == "hear-you")
    inside = [each for each in promise.walk() if each.attributes.get("id") in {"listen", "older"}]
    assert [(each.tag, each.text) for each in inside] == [("span", ""), ("span", "")]
    assert inside == promise.children[:2]


def test_what_was_taken_out_has_a_tombstone(tombstones: dict[str, Tombstones], read_html: Read) -> None:
    """It keeps its id, and says the day, the reason as text, what it said, and where to look instead."""
    html = read_html(tombstones["en"].completed(FAMILY, "<p>Body</p>"))
    (stone,) = [each for each in html.walk() if each.attributes.get("id") == "letters"]
    assert "taken out on 1 May 2026" in stone.text
    assert "No one <writes>." in stone.text
    assert [each.text for each in stone.walk() if each.tag == "q"] == ["Write letters."]
    (link,) = [each for each in stone.walk() if each.tag == "a"]
    assert (link.attributes["href"], link.text) == ("#answer-you", "Answer your letters.")


def test_the_owners_words_are_marked_as_theirs(tombstones: dict[str, Tombstones], read_html: Read) -> None:
    """In another language the reason is still in the language that it was written in, and says so."""
    html = read_html(tombstones["ur"].completed(FAMILY, ""), "ur", "rtl")
    (stone,) = [each for each in html.walk() if each.attributes.get("id") == "letters"]
    said = [each for each in stone.walk() if "No one <writes>." in each.own_text]
    assert [(each.lang, each.dir) for each in said] == [("en", "ltr")]


def test_what_moved_to_another_page_leads_there(tombstones: dict[str, Tombstones], read_html: Read) -> None:
    """At its old place stands a link to the new one."""
    html = read_html(tombstones["en"].completed(FAMILY, ""))
    (moved,) = [each for each in html.walk() if each.attributes.get("id") == "far"]
    links = [each.attributes["href"] for each in moved.walk() if each.tag == "a"]
    assert links == ["../../themes/listening/"]


def test_search_does_not_find_tombstones(tombstones: dict[str, Tombstones]) -> None:
    """Nothing that is gone is in the index of the search."""
    body = tombstones["en"].completed(FAMILY, "<h1>Title</h1><p>Body</p>")
    assert [entry.text for entry in search_entries(FAMILY, "Title", body)] == ["Body"]


def test_a_page_without_losses_stays_as_it_is(tombstones: dict[str, Tombstones]) -> None:
    """Nothing is added where nothing is gone."""
    assert tombstones["en"].completed("themes/listening", "<p>Body</p>") == "<p>Body</p>"


@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_page_that_moved_leads_on(tombstones: dict[str, Tombstones], code: str) -> None:
    """In every language a small page leads to the new one at once, with a link, and search engines leave it out."""
    ((path, html),) = tombstones[code].signposts()
    assert path == "charters/old"
    assert '<meta name="robots" content="noindex">' in html
    # The sample hides what is not translated: Urdu readers are led to the English page.
    href = "../family/" if code == "en" else "../../../charters/family/"
    assert f'<meta http-equiv="refresh" content="0; url={href}">' in html
    assert f'<html lang="{code}"' in html
    assert f'<a href="{href}"' in html


@pytest.mark.parametrize("code", ["en", "cy", "ur"])
def test_a_page_that_was_taken_out_says_so(tombstones: dict[str, Tombstones], read_html: Read, code: str) -> None:
    """In every language a page stands there; it is in no list, index or sitemap."""
    (page,) = tombstones[code].pages()
    assert (page.path, page.locale, page.public) == ("charters/gone", code, False)
    html = read_html(page.body, code, "rtl" if code == "ur" else "ltr")
    assert [each.lang for each in html.walk() if "Nobody read it." in each.own_text] == ["en"]
    assert [each.attributes["href"] for each in html.walk() if each.tag == "a"] == ["../../"]


@pytest.mark.parametrize(
    ("body", "inside"),
    [
        ('<li class="x" id="new">Text</li>', '<li class="x" id="new"><span class="cp-older" id="old"></span>Text</li>'),
        ('<div id="new"><dt>A</dt></div>', '<div id="new"><dt><span class="cp-older" id="old"></span>A</dt></div>'),
        ('<div id="new-er">A</div>', '<div id="new-er">A</div>'),
        ('<p data-id="new">A</p>', '<p data-id="new">A</p>'),
    ],
)
def test_where_an_older_id_stands(body: str, inside: str) -> None:
    """It stands inside the element, at its start; in a list of terms inside the term."""
    assert with_aliases(body, "new", ["old"]) == inside
