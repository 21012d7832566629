"""The links of built sites lead somewhere, and nothing on their pages comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

NAMES = sorted(path.name for path in (Path(__file__).parent.parent / "examples" / "valid").iterdir() if path.is_dir())
SERVER = "http://server.example/some/folder/"
PUBLISHED = ("canonical", "alternate")

Built = Callable[[str], Path]


class Links(HTMLParser):
    """Collect what a page refers to, what it loads, and the ids that others can refer to."""

    def __init__(self, path: Path) -> None:
        """Read an HTML file."""
        super().__init__()
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one element."""
        values = {name: value or "" for name, value in attrs}
        # These two name the site's address on the web, which a copy on another server does not have.
        if tag == "link" and values.get("rel", "").strip() in PUBLISHED:
            return
        self.targets += [values[name] for name in ("href", "src") if name in values]
        if tag != "a":
            self.loaded += [values[name] for name in ("href", "src") if name in values]
        if "id" in values:
            self.ids.append(values["id"])


def pages_of(site: Path) -> Iterator[tuple[str, Links]]:
    """Yield the pages of a site by address, but for the one that stands at every wrong address."""
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html":
            yield path.relative_to(site).as_posix(), Links(path)


def file_at(address: str) -> str | None:
    """Return the file below the site that an address on our server means, or None for other addresses."""
    if not address.startswith(SERVER):
        return None
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(SERVER).path)
    return f"{path}index.html" if not path or path.endswith("/") else path


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_a_site_leads_somewhere(name: str, built: Built) -> None:
    """In any folder of any server, each relative link finds its file, and each fragment its id."""
    site = built(name) / "site"
    pages = dict(pages_of(site))
    assert len(pages) > 3
    wrong, followed = [], 0
    for page, links in pages.items():
        for target in links.targets:
            if urlsplit(target).scheme or target.startswith("//"):
                continue
            followed += 1
            address = urljoin(SERVER + page, target)
            file, fragment = file_at(address), urlsplit(address).fragment
            there = file is not None and (site / file).is_file()
            if not there or (fragment and fragment not in pages[str(file)].ids):
                wrong.append(f"{page}: {target}")
    assert followed > 50
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_loads_nothing_from_another_host(name: str, built: Built) -> None:
    """Scripts, styles, fonts and pictures all come from the site itself."""
    site = built(name) / "site"
    loaded = [target for path in site.rglob("*.html") for target in Links(path).loaded]
    styles = [path.read_text("utf-8") for path in site.rglob("*.css")]
    loaded += [target for style in styles for target in re.findall(r"(?:@import|url\()\s*[\"']?([^\"')]+)", style)]
    assert len(styles) >= 3
    assert len(loaded) > 20
    assert [target for target in loaded if re.match(r"(?:https?:)?//", target)] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_id_stands_once_on_a_page(name: str, built: Built) -> None:
    """No id is used twice on a page, so that each permanent address means one thing."""
    pages = dict(pages_of(built(name) / "site"))
    assert pages
    for page, links in pages.items():
        assert links.ids, page
        assert sorted(links.ids) == sorted(set(links.ids)), page


@pytest.mark.parametrize("name", NAMES)
def test_forms_are_there_only_where_they_are_set_up(name: str, built: Built) -> None:
    """A site whose settings name no form asks nothing of readers, whatever its documents say; others do ask."""
    root = built(name)
    wanted = "feedback:" in (root / "mkdocs.yml").read_text("utf-8")
    pages = [path.read_text("utf-8") for path in (root / "site").rglob("*.html")]
    assert pages
    assert any('method="post"' in page or re.search(r'class="cp-form[ "_]', page) for page in pages) is wanted


def test_one_sitemap_lists_every_page(built: Built) -> None:
    """There is one sitemap, at the root; it lists each page of each language once, but for what is for editors."""
    site = built("english-and-welsh") / "site"
    assert [path.relative_to(site).as_posix() for path in site.rglob("*sitemap*")] == ["sitemap.xml"]
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    public = [page for page, _ in pages_of(site) if not page.startswith("editors/")]
    assert len(public) < len(list(pages_of(site)))
    wanted = ["https://charters.exampleton.example/" + page.removesuffix("index.html") for page in public]
    assert len(wanted) > 10
    assert sorted(listed) == sorted(wanted)


def test_the_page_for_wrong_addresses_works_at_any_depth(built: Built) -> None:
    """Its links start at the site's own address, since it is shown in every folder that is not there."""
    site = built("own-look-in-a-subfolder") / "site"
    links = Links(site / "404.html")
    local = [target for target in links.targets if not target.startswith("#")]
    assert len(local) > 5
    for target in local:
        assert target.startswith("/families/charters/"), target
        path = target.removeprefix("/families/charters/")
        assert (site / path / "index.html" if not path or path.endswith("/") else site / path).is_file(), target
