"""Test what readers can take away, and how a page and a promise are handed on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import FORMATS, SiteMap
from charterpress.site.page import Download
from charterpress.site.render import PageRenderer

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Renderers = Callable[..., dict[str, PageRenderer]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
CHARTER = "charters/family"
FILES = (
    Download("family", "downloads/family.en.pdf", 123_456, "Large print", 12),
    Download("family", "downloads/family.en.card.pdf", 900, "Booklet", 1),
)


def body_of(renderer: PageRenderer, path: str) -> str:
    """Return the body of a page."""
    return next(page.body for page in renderer.pages() if page.path == path)


def test_where_a_charter_stands(renderers: Renderers, edit: Edit) -> None:
    """Version, approval and the day of the next review stand below the title, and again at the end."""
    body = body_of(renderers()["en"], CHARTER)
    [line] = re.findall(r'<p class="cp-meta cp-standing">(.*?)</p>', body)
    facts = line.split(" · ")
    assert len(facts) == 3
    assert facts[0] == "Version 1.2"
    assert body.index(line) < body.index("cp-theme")
    assert [fact for fact in facts if f"<li>{fact}</li>" not in body] == []
    edit("docs/charters/family.yml", 'version: "1.2"\n', "")
    assert "cp-standing" in body_of(renderers()["en"], CHARTER)


def test_both_sides_are_named(renderers: Renderers) -> None:
    """Each block of promises says who makes them, and to whom."""
    body = re.sub(r"<[^>]+>", "", body_of(renderers()["en"], CHARTER))
    assert "Who does this: Services For whom: Parents" in body
    assert "Who does this: Parents For whom: Services" in body


def test_each_promise_is_handed_on(renderers: Renderers) -> None:
    """Each promise has one link, to itself, named by its words; what scripts offer stands once on the page, hidden."""
    body = body_of(renderers()["en"], CHARTER)
    found = re.findall(r'class="cp-permalink" href="#([^"]+)" aria-labelledby="cp-address cp-t-([^"]+)"', body)
    assert len(found) > 3
    assert [here for here, named in found if here != named] == []
    assert len(found) == body.count('<li class="cp-promise" id=')
    [tools] = re.findall(r'<div class="cp-tools" id="cp-tools"[^>]*>', body)
    assert " hidden" in tools
    assert 'data-codes="codes/"' in tools


def test_a_site_without_an_address(renderers: Renderers, edit: Edit) -> None:
    """Where the address of a site is not known, no code and no e-mail is offered; the links to promises stay."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    body = body_of(renderers()["en"], CHARTER)
    assert "codes" not in body
    assert "mailto:?" not in body
    assert 'class="cp-permalink" href="#answer-you"' in body


def test_the_codes_of_a_charter(renderers: Renderers, translate_sample: Translate) -> None:
    """A page has the code of every promise beside its words and its address; searches pass over it."""
    translate_sample("ur", "family")
    renderer = renderers()["ur"]
    body = body_of(renderer, f"{CHARTER}/codes")
    address = "https://council.example/charters/ur/charters/family/#answer-you"
    assert f'href="../#answer-you">{address}</a>' in body
    assert 'src="answer-you.svg"' in body
    assert "data-search-exclude" in body
    assert body.count("<img") == body_of(renderer, CHARTER).count("cp-permalink") + 1


def test_all_leaflets_on_a_page(renderers: Renderers) -> None:
    """Each leaflet stands under its document, with size and pages, named apart; then how to ask for another."""
    renderer = replace(renderers()["en"], downloads=FILES, contact_email="families@council.example")
    body = body_of(renderer, FORMATS)
    assert '<a href="../downloads/family.en.pdf" download aria-label="Large print: Our promises &amp; yours">' in body
    assert "PDF, 123 kB" in body
    assert ">12 pages</span>" in body
    assert '<a href="../charters/family/">' in body
    assert 'href="mailto:families@council.example?subject=Leaflets%20and%20formats%20%28English%29"' in body
    assert 'href="formats/"' in str(renderer.home_shelves())
    assert "Braille" not in body_of(replace(renderer, contact_email=None), FORMATS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_url: https://council.example/charters/\n", ""),
        ("  - charterpress:\n", "  - charterpress:\n      leaflets: {enabled: false}\n"),
    ],
)
def test_no_page_of_leaflets(renderers: Renderers, edit: Edit, old: str, new: str) -> None:
    """A site that has no leaflets has no page for them, and no link to one."""
    edit("mkdocs.yml", old, new)
    renderer = renderers()["en"]
    assert FORMATS not in {page.path for page in renderer.pages()}
    assert "formats" not in str(renderer.home_shelves())


def test_a_language_without_leaflets(localise_sample: Localise, translate_sample: Translate) -> None:
    """A language in which no charter is whole has no leaflets, so it has no page for them."""
    translate_sample("cy", "family")
    path = translate_sample("ur", "family")
    text = path.read_text(encoding="utf-8")
    start = text.rindex("msgstr ")
    path.write_text(text[:start] + 'msgstr ""\n', encoding="utf-8")
    _, sitemap = localise_sample()
    assert sitemap.languages_of(FORMATS) == ("en", "cy")
