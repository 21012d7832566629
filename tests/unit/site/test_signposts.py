"""Test the pages at short addresses: they lead to the page at once, in each language that has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from charterpress.site.render import PageRenderer
from charterpress.site.signposts import render_signposts

Edit = Callable[[str, str, str], int]
Renderers = Callable[..., dict[str, PageRenderer]]
CHARTER = "docs/charters/family.yml"


def signposts(renderers: Renderers) -> dict[str, dict[str, str]]:
    """Return the HTML at each short address of each language of the sample."""
    return {
        code: dict(render_signposts(renderer.library, renderer.sitemap, renderer.environment))
        for code, renderer in renderers().items()
    }


def only(pattern: str, html: str) -> str:
    """Return what a pattern finds; it must be there once."""
    [found] = re.findall(pattern, html)
    return str(found)


def test_a_page_leads_to_its_document(edit: Edit, translate_sample: Callable[..., Path], renderers: Renderers) -> None:
    """Each language that has the document has the address, with a link and a jump to its page in that language."""
    edit(CHARTER, "id: family\n", "id: family\nshort: us\n")
    translate_sample("cy", "family")
    found = signposts(renderers)
    assert {code: set(pages) for code, pages in found.items()} == {"en": {"us"}, "cy": {"us"}, "ur": set()}
    for code, folder, title in (
        ("en", "", "Our promises &amp; yours"),
        ("cy", "cy/", "Our promises &amp; yours (cy)"),
    ):
        html = found[code]["us"]
        assert html.startswith(f'<!doctype html>\n<html lang="{code}" dir="ltr">\n')
        target = only(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html)
        assert target == only(r'<main id="cp-content">\s*<h1><a href="([^"]+)">', html)
        site = f"https://council.example/charters/{folder}"
        assert urljoin(f"{site}us/", target) == f"{site}charters/family/"
        assert only(r'<link rel="canonical" href="([^"]+)">', html) == f"{site}charters/family/"
        assert only(r"<title>(.*)</title>", html) == only(r"<a [^>]*>(.*)</a>", html) == title
        assert '<meta name="robots" content="noindex">' in html
        assert "<script" not in html


def test_a_title_that_is_not_translated(
    edit: Edit, translate_sample: Callable[..., Path], renderers: Renderers
) -> None:
    """A title in another language is marked as such, with its direction."""
    edit(CHARTER, "id: family\n", "id: family\nshort: us\n")
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("ur", "family", {"Our promises & yours": ""})
    html = signposts(renderers)["ur"]["us"]
    assert '<html lang="ur" dir="rtl">' in html
    assert 'lang="en" dir="ltr">Our promises &amp; yours</a>' in html


def test_documents_without_a_short_address(renderers: Renderers) -> None:
    """Where no document has a short address there is no such page."""
    assert not any(signposts(renderers).values())
