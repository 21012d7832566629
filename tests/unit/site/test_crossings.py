"""Follow links through a finished site."""

from __future__ import annotations

import pytest

from charterpress.site.crossings import dead_links
from charterpress.site.facts import PageFacts, page_facts

FILES = frozenset(
    {"index.html", "a/b/index.html", "a/index.html", "pic one.png", "404.html", "ur/a/index.html", "x.pdf"}
)


def pages(target: str, page: str = "a/b/index.html") -> list[PageFacts]:
    """Return a site in which one page has a link."""
    others = [page_facts(name, '<p id="here"></p><p id="سلام">') for name in FILES if name.endswith(".html")]
    return [*(each for each in others if each.file != page), page_facts(page, f'<a id="own" href="{target}">')]


@pytest.mark.parametrize(
    "target",
    [
        "#own", "", "#", "#top", "./", "..", "../", "../../", "../../#here", "../../index.html", "../../a/#here",
        "../../a#here", "../../pic%20one.png", "../../x.pdf#page=2", "../../ur/a/#%D8%B3%D9%84%D8%A7%D9%85",
        "../#here:~:text=words", "mailto:a@b.example", "tel:123", "https://other.example/nothing", "//other.example/x",
        "javascript:void(0)", "/charters/", "/charters/a/b/", "/elsewhere/", "https://council.example/charters/a/#here",
        "https://council.example/other", "?q=word",
    ],
)  # fmt: skip
def test_what_leads_somewhere(target: str) -> None:
    """Pages, anchors and files are found; other sites, and the rest of our server, are none of our business."""
    assert list(dead_links(pages(target), FILES, "https://council.example/charters/")) == []


@pytest.mark.parametrize(
    ("target", "there", "anchor"),
    [
        ("#gone", "a/b/index.html", "gone"),
        ("../#own", "a/index.html", "own"),
        ("../c/", "a/c/index.html", None),
        ("../B/", "a/B/index.html", None),
        ("../../../../index.html", "../../index.html", None),
        ("../../nope.png", "nope.png", None),
        ("/charters/nope/", "nope/index.html", None),
        ("https://council.example/charters/nope/", "nope/index.html", None),
        ("page.md", "a/b/page.md", None),
        ("http://[", "http://[", None),
    ],
)
def test_what_leads_nowhere(target: str, there: str, anchor: str | None) -> None:
    """A page, a file or an anchor that is not there is found; capital letters make a difference to a server."""
    (dead,) = dead_links(pages(target), FILES, "https://council.example/charters/")
    assert (dead.page, dead.target, dead.there, dead.anchor) == ("a/b/index.html", target, there, anchor)


def test_a_site_without_an_address() -> None:
    """Links that start at the root are those of the site."""
    assert list(dead_links(pages("/a/"), FILES, None)) == []
    assert [dead.there for dead in dead_links(pages("/c/"), FILES, None)] == ["c/index.html"]


def test_the_page_for_lost_addresses() -> None:
    """It is shown anywhere: a link that is not from the root leads nowhere."""
    assert [dead.target for dead in dead_links(pages("a/", "404.html"), FILES, None)] == ["a/"]
    assert list(dead_links(pages("/a/", "404.html"), FILES, None)) == []
