"""Test where pages live, and that their links work from every depth and in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

import pytest

from charterpress.content.references import RESERVED
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import SiteMap, path_of, relative

Translate = Callable[..., Path]
Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]

PATHS = ["", "about", "charters", "charters/family", "glossary", "a/deep/folder/page"]
LOCALES = ("en", "cy", "ur")
SITE = SiteMap({path: frozenset(LOCALES) for path in PATHS}, "en", LOCALES, "https://council.example/charters/")


@pytest.mark.parametrize(
    "root", ["https://council.example/", "https://council.example/charters/", "file:///a/folder/site/"]
)
def test_links_work_from_every_page(root: str) -> None:
    """A link from any page in any language leads to any other, below any address."""
    journeys = list(product(PATHS, PATHS, LOCALES, LOCALES))
    assert len(journeys) > 300
    for here, there, locale, target in journeys:
        link = SITE.link(locale, here, there, target)
        start = urljoin(root, f"{SITE.address(locale, here)}/".lstrip("/"))
        goal = urljoin(root, f"{SITE.address(target, there)}/".lstrip("/"))
        assert urljoin(start, link) == goal
        assert not link.startswith("/")
        assert ":" not in link


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "./"),
        ("", "charters/family", "charters/family/"),
        ("charters/family", "", "../../"),
        ("charters/family", "charters/family", "./"),
        ("charters/family", "charters", "../"),
        ("charters/family", "charters/other", "../other/"),
    ],
)
def test_relative(here: str, there: str, link: str) -> None:
    """A link is as short as it can be and ends with a slash."""
    assert relative(here, there) == link


def test_the_default_language_stands_at_the_root() -> None:
    """The default language has no folder, each other one has its own."""
    assert [SITE.prefix(locale) for locale in LOCALES] == ["", "cy", "ur"]
    assert SITE.address("en", "charters/family") == "charters/family"
    assert SITE.address("cy", "charters/family") == "cy/charters/family"
    assert (SITE.address("en", ""), SITE.address("ur", "")) == ("", "ur")


def test_web_addresses() -> None:
    """The full address keeps the folder that the site is published under, with or without a slash at its end."""
    assert SITE.url("en", "") == "https://council.example/charters/"
    assert SITE.url("cy", "") == "https://council.example/charters/cy/"
    assert SITE.url("cy", "charters/family") == "https://council.example/charters/cy/charters/family/"
    bare = SiteMap(SITE.pages, "en", LOCALES, "https://council.example/charters")
    assert bare.url("en", "glossary") == "https://council.example/charters/glossary/"


def test_a_web_address_is_encoded() -> None:
    """A page whose file has a blank or letters beyond ASCII in its name has an address that can be followed."""
    assert SITE.url("en", "our plan/tŷ") == "https://council.example/charters/our%20plan/t%C5%B7/"


def test_a_site_without_an_address() -> None:
    """A site that does not know its address has no full addresses, and its links still work."""
    bare = SiteMap(SITE.pages, "en", LOCALES, None)
    assert bare.url("en", "glossary") is None
    assert bare.link("cy", "glossary", "about") == "../about/"


def test_languages_of_a_page() -> None:
    """A page knows its languages, in the order of the settings."""
    partial = SiteMap({"about": frozenset({"ur", "en"})}, "en", LOCALES, None)
    assert partial.languages_of("about") == ("en", "ur")
    assert partial.languages_of("nowhere") == ()
    assert partial.has("ur", "about")
    assert not partial.has("cy", "about")


def test_addresses_of_documents(localise_sample: Localise) -> None:
    """A document's address is its section and its id."""
    languages, _ = localise_sample()
    paths = {path_of(item.document) for item in languages["en"].documents.values()}
    assert paths == {"charters/family", "guidance/rules", "guides/involved", "themes/listening"}


def test_a_language_has_only_its_own_pages(localise_sample: Localise, translate_sample: Translate) -> None:
    """A language has a page for each document that it may show, and sections and word list only if needed."""
    translate_sample("cy", "family")
    translate_sample("ur", "listening")
    _, sitemap = localise_sample()
    pages = {locale: sorted(path for path in sitemap.pages if sitemap.has(locale, path)) for locale in sitemap.locales}
    assert pages == {
        "en": [
            "",
            "charters",
            "charters/family",
            "charters/family/codes",
            "data",
            "formats",
            "glossary",
            "guidance",
            "guidance/rules",
            "guides",
            "guides/involved",
            "search",
            "themes",
            "themes/listening",
        ],
        "cy": ["", "charters", "charters/family", "charters/family/codes", "data", "formats", "glossary", "search"],
        "ur": ["", "data", "search", "themes", "themes/listening"],
    }


def test_markdown_pages_are_on_the_map(sample: Path, localise_sample: Localise) -> None:
    """Hand-written pages have addresses too: a file, and the index of a folder."""
    for name in ("about.md", "about.ur.md", "help/index.md", "help/more.cy.md"):
        path = sample / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("# A page\n", encoding="utf-8")
    _, sitemap = localise_sample()
    assert sitemap.languages_of("about") == ("en", "ur")
    assert sitemap.languages_of("help") == ("en",)
    assert sitemap.languages_of("help/more") == ("cy",)


def test_a_language_that_is_not_built(
    sample: Path, localise_sample: Localise, edit: Callable[[str, str, str], int]
) -> None:
    """A language that is switched off has no pages, not even hand-written ones."""
    assert (sample / "docs/index.ur.md").is_file()
    edit("mkdocs.yml", "{locale: ur}", "{locale: ur, build: false}")
    _, sitemap = localise_sample()
    assert sitemap.locales == ("en", "cy")
    assert not any("ur" in locales for locales in sitemap.pages.values())


def test_anchors_of_the_templates_cannot_clash_with_ids() -> None:
    """Every anchor that a template writes itself starts with the reserved letters."""
    templates = [*files("charterpress.site").joinpath("templates").iterdir()]
    anchors = [name for path in templates for name in re.findall(r'\bid="([^"{]+)', path.read_text("utf-8"))]
    assert len(templates) > 5
    assert len(anchors) > 10
    assert [name for name in anchors if not name.startswith(RESERVED)] == []
