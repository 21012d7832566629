"""Test the sitemap: well-formed, complete, with every page's alternates."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from charterpress.check import Checked
from charterpress.site.addresses import SiteMap, site_map
from charterpress.site.sitemap import alternates, render_sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LOCALES = ("en", "cy", "ur")
PAGES = {
    "": frozenset(LOCALES),
    "charters/family": frozenset({"en", "ur"}),
    "news": frozenset({"cy"}),
}
ROOT = "https://council.example/charters/"
SITE = SiteMap(PAGES, "en", LOCALES, ROOT)


def read(sitemap: SiteMap) -> dict[str, dict[str, str]]:
    """Return the alternates of each address of a sitemap."""
    xml = render_sitemap(sitemap)
    assert xml is not None
    tree = ET.fromstring(xml)  # noqa: S314 - we wrote it
    found = {}
    for entry in tree.findall("s:url", NAMES):
        links = entry.findall("x:link", NAMES)
        assert {link.attrib["rel"] for link in links} == {"alternate"}
        address = entry.findtext("s:loc", namespaces=NAMES)
        assert address is not None
        found[address] = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    return found


def test_every_page_in_every_language() -> None:
    """Each page is listed once a language, and nothing else is."""
    assert set(read(SITE)) == {
        ROOT,
        f"{ROOT}cy/",
        f"{ROOT}ur/",
        f"{ROOT}charters/family/",
        f"{ROOT}ur/charters/family/",
        f"{ROOT}cy/news/",
    }


def test_alternates() -> None:
    """A page names itself in each of its languages, and its default for all others."""
    found = read(SITE)
    expected = {
        "en": f"{ROOT}charters/family/",
        "ur": f"{ROOT}ur/charters/family/",
        "x-default": f"{ROOT}charters/family/",
    }
    assert found[f"{ROOT}charters/family/"] == found[f"{ROOT}ur/charters/family/"] == expected
    assert found[f"{ROOT}cy/news/"] == {"cy": f"{ROOT}cy/news/"}


def test_alternates_agree() -> None:
    """Each alternate is itself listed, and names the same alternates back."""
    found = read(SITE)
    for links in found.values():
        for address in links.values():
            assert found[address] == links


def test_addresses_with_special_characters() -> None:
    """An ampersand, a quote or a blank in an address does not break the XML or the address."""
    pages = {"a & b/tŷ": frozenset({"en"}), 'say "no"': frozenset({"en"})}
    sitemap = SiteMap(pages, "en", ("en",), "https://council.example/a&b/")
    found = read(sitemap)
    assert set(found) == {
        "https://council.example/a&b/a%20%26%20b/t%C5%B7/",
        "https://council.example/a&b/say%20%22no%22/",
    }
    assert all(links["en"] == address for address, links in found.items())


def test_a_site_without_an_address() -> None:
    """A site that does not know its address has no sitemap and no alternates."""
    bare = SiteMap(PAGES, "en", LOCALES, None)
    assert render_sitemap(bare) is None
    assert alternates(bare, "charters/family") == ()


def test_the_reference_site(reference: Checked) -> None:
    """The sitemap of the reference site is well-formed and lists each of its pages."""
    assert reference.project is not None
    sitemap = site_map(reference.languages, reference.project)
    found = read(sitemap)
    assert len(found) == sum(len(locales) for locales in sitemap.pages.values()) > 50
    family = next(address for address in found if address.endswith("/ur/charters/mutual-expectations/"))
    shown = {code for code, library in reference.languages.items() if "mutual-expectations" in library.shown}
    assert {"en", "ur"} < shown
    assert set(found[family]) == {*shown, "x-default"}
    assert not any("editors" in address for address in found)
