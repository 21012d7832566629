"""Test the page for editors in a built site: it is there for who knows its address, and nobody is led to it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.site.addresses import BOARD

Translate = Callable[..., Path]
Pages = dict[str, str]
Build = Callable[..., tuple[Path, str]]
Read = Callable[[Path], Pages]


def test_it_is_there(pages: Pages) -> None:
    """The page stands in the default language alone, with its title and a heading a language."""
    assert [path for path in pages if BOARD in path] == [BOARD]
    page = pages[BOARD]
    assert '<html lang="en" dir="ltr"' in page
    title = re.search(r"<h1[^>]*>(.*?)</h1>", page)
    assert title is not None
    assert f"<title>{title[1]} – Family promises</title>" in page  # noqa: RUF001 - as titles have it
    assert {"cp-board-cy", "cp-board-ur"} <= set(re.findall(r'<h2 id="([^"]+)"', page))


def test_nobody_is_led_to_it(made_up: Path, pages: Pages) -> None:
    """No page links to it, and neither the sitemap nor a search has it."""
    assert [path for path, markup in pages.items() if "editors/" in markup] == []
    sitemap = (made_up / "sitemap.xml").read_text("utf-8")
    assert "charters/family" in sitemap
    assert "editors" not in sitemap
    indexes = list(made_up.rglob("pages.json"))
    assert len(indexes) == 5
    for index in indexes:
        assert not [entry for entry in json.loads(index.read_text("utf-8")) if "editors" in entry["href"]]


def test_search_engines_leave_it_out(pages: Pages) -> None:
    """The page asks search engines to leave it out, and names no address on the web; pages for readers do neither."""
    page = pages[BOARD]
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page
    assert 'rel="alternate"' not in page
    for path, markup in pages.items():
        if path != BOARD and not path.endswith("404.html"):
            made_up = path.partition("/")[0] in PSEUDO_LOCALES
            assert ('name="robots" content="noindex"' in markup) is made_up, path
            assert f'rel="canonical" href="https://council.example/charters/{path}' in markup, path


def test_what_is_around_it(pages: Pages) -> None:
    """The page has the width of the window and no list of contents; its languages lead to their start pages."""
    page = pages[BOARD]
    assert "cp-content--wide" in page
    assert 'class="cp-contents"' not in page
    [languages] = re.findall(r'<nav class="cp-languages".*?</nav>', page, re.DOTALL)
    assert re.findall(r'href="([^"]+)"', languages) == [
        f"../../{code}" for code in ("", "cy/", "ur/", "en-XA/", "en-XB/")
    ]
    assert "cp-content--wide" not in pages["charters/family"]
    assert 'class="cp-contents"' in pages["charters/family"]


def test_translations_are_linked(build_sample: Build, read_pages: Read, translate_sample: Translate) -> None:
    """Each translation that is on the site is linked there, and the link finds it."""
    translate_sample("cy", "family")
    translate_sample("cy", "listening", flag="reviewed")
    folder, _ = build_sample()
    links = re.findall(r'<th scope="row"><a href="([^"]+)"', read_pages(folder)[BOARD])
    assert links == ["../../cy/charters/family/", "../../cy/themes/listening/"]
    for link in links:
        assert (folder / BOARD / link / "index.html").is_file()


def test_a_site_in_one_language(sample: Path, build_sample: Build, read_pages: Read) -> None:
    """A site in one language has no translations to tell of, and no such page."""
    for code in ("cy", "ur"):
        (sample / f"docs/index.{code}.md").unlink()
    others = "        - {locale: cy, name: Cymraeg}\n        - {locale: ur, name: اردو}\n"
    folder, _ = build_sample(changes={others: ""})
    pages = read_pages(folder)
    assert "charters/family" in pages
    assert not [path for path in pages if path.startswith("editors")]
