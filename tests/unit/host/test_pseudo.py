"""Test the made-up languages of a site: everything that can be translated is accented, and nothing else is broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from charterpress.languages.locales import load_locale
from charterpress.languages.pseudo import CLOSE, OPEN, PSEUDO_LOCALES

CODES = sorted(PSEUDO_LOCALES)
NEVER = {
    "Example Alliance", "Example Council", "Example Partners", "Family promises", "HM Office", "The Long Rules",
    "The first charter", "English", "Cymraeg", "A", "B", "F",
}  # fmt: skip
"""Names, which stay as they are in every language."""
ADDRESS_OR_FORMAT = r"https?://\S+|JSON( Schema)?"
SERVER = "http://server.example/"

Pages = dict[str, str]
Build = Callable[..., tuple[Path, str]]
Read = Callable[[Path], Pages]


class Words(HTMLParser):
    """Collect the pieces of text of a page that its own language is responsible for, as they stand between tags."""

    def __init__(self, markup: str) -> None:
        """Read the HTML of a page."""
        super().__init__()
        self.foreign = 0
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag, and whether it is in another language or an address."""
        if tag in {"br", "img", "meta", "link", "input", "path", "rect"}:
            return
        values = dict(attrs)
        address = (values.get("href") or "").startswith(("mailto:", "tel:"))
        other = values.get("lang", "en-XA") not in PSEUDO_LOCALES or tag in {"script", "style"} or address
        self.open.append((tag, other))
        self.foreign += other

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag in {"path", "rect"}:
            return
        name, other = self.open.pop()
        assert name == tag
        self.foreign -= other

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if data.strip() and not self.foreign:
            self.found.append(" ".join(data.split()))


def of(pages: Pages, code: str) -> Pages:
    """Return the pages of a language by their address below it."""
    found = {path.removeprefix(code).strip("/"): markup for path, markup in pages.items() if path.startswith(code)}
    assert len(found) > 10
    return found


def article(markup: str) -> str:
    """Return what a page says, without what is around it."""
    [inner] = re.findall(r'<article class="md-content__inner[^>]*>(.*)</article>', markup, re.DOTALL)
    assert isinstance(inner, str)
    return inner


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_there(pages: Pages, code: str) -> None:
    """A made-up language has each page that the default one has, but for those of editors."""
    others = {*CODES, "cy", "ur"}
    english = {path for path in pages if path.partition("/")[0] not in others}
    assert "editors/translations" in english
    assert set(of(pages, code)) == english - {"editors/translations"}


@pytest.mark.parametrize(("code", "direction"), [("en-XA", "ltr"), ("en-XB", "rtl")])
def test_language_and_direction(pages: Pages, code: str, direction: str) -> None:
    """Each page of a made-up language says its code and its direction, twice as on any other page."""
    for markup in of(pages, code).values():
        assert f'<html lang="{code}" dir="{direction}"' in markup
        assert f'<body dir="{direction}">' in markup


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_in_plain_english(pages: Pages, code: str) -> None:
    """Whatever readers see is accented, or a name, an address, a format or a day: all else could not be translated."""
    days = [load_locale(code).date(day) for day in (date(2027, 11, 22), date(2023, 12, 15))]
    count = 0
    for path, markup in of(pages, code).items():
        for text in Words(markup).found:
            if text in NEVER or text.endswith("– Family promises"):  # noqa: RUF001 - as titles have it
                continue
            plain = re.sub(ADDRESS_OR_FORMAT, "", text.replace(days[0], "").replace(days[1], ""))
            assert not re.search(r"[A-Za-z]{4}", plain), f"{path}: {text}"
            count += 1
    assert count > 300


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_whole(pages: Pages, code: str) -> None:
    """Each text starts with the one bracket and ends with the other: none is cut off or left open."""
    for path, markup in of(pages, code).items():
        words = html.unescape(re.sub(r"<(script|style).*?</\1>", "", markup, flags=re.DOTALL))
        depth = 0
        for bracket in re.findall(f"[{OPEN}{CLOSE}]", words):
            depth += 1 if bracket == OPEN else -1
            assert depth in (0, 1, 2), path
        assert depth == 0, path


@pytest.mark.parametrize("code", CODES)
def test_the_parts_of_a_page_stay(pages: Pages, code: str) -> None:
    """A page made from a document has the ids and the links of the English one."""
    here = of(pages, code)
    paths = [path for path in here if re.match(r"(charters|guides|guidance|themes)/|glossary", path)]
    assert len(paths) >= 5
    for path in paths:
        own, english = (article(markup) for markup in (here[path], pages[path]))
        own = re.sub(r'<aside class="cp-notice.*?</aside>', "", own, flags=re.DOTALL)
        assert re.findall(r'\sid="([^"]+)"', own) == re.findall(r'\sid="([^"]+)"', english)
        # A ready e-mail has the title in it.
        links = [re.findall(r'href="((?!mailto:\?)[^"]+)"', part) for part in (own, english)]
        # In English alone the terms of the vocabulary are linked.
        assert [link for link in links[1] if "cp-word-" not in link] == links[0]


@pytest.mark.parametrize("code", CODES)
def test_a_hand_written_page(pages: Pages, code: str) -> None:
    """A hand-written page has the same headings, lists, weights and links as in the default language, accented."""
    own, english = (article(found["about"]) for found in (of(pages, code), pages))
    assert re.findall(r"<(\w+)", own) == re.findall(r"<(\w+)", english)
    assert re.findall(r'href="([^"]+)"', own) == re.findall(r'href="([^"]+)"', english)
    assert 'href="https://council.example/us?a=1"' in own
    title = re.search(r"<h1[^>]*>(.*?)</h1>", own)
    assert title is not None
    assert title[1].startswith(OPEN)
    assert f"<title>{title[1]} – Family promises</title>" in of(pages, code)["about"]  # noqa: RUF001 - as titles have it


@pytest.mark.parametrize("code", CODES)
def test_searching(made_up: Path, code: str) -> None:
    """The words of a made-up language can be searched, in a list of their own."""
    entries = json.loads((made_up / code / "search/pages.json").read_text("utf-8"))
    assert len(entries) > 20
    assert all(OPEN in entry["title"] for entry in entries)


def test_every_link_leads_somewhere(made_up: Path, pages: Pages) -> None:
    """In the whole site, made-up languages and the board for editors with it, each relative link finds its file."""
    followed = 0
    for path, markup in pages.items():
        if path.endswith("404.html"):
            continue
        here = f"{SERVER}{path}/" if path else SERVER
        for target in re.findall(r'(?:href|src|action)="([^"]+)"', markup):
            address = urljoin(here, html.unescape(target))
            if not address.startswith(SERVER):
                continue
            parts = urlsplit(address)
            file = made_up / parts.path.strip("/")
            assert (file / "index.html" if parts.path.endswith("/") else file).is_file(), f"{path}: {target}"
            followed += 1
    assert followed > 800


@pytest.mark.parametrize("code", ["cy", "ur", *CODES])
def test_the_page_for_lost_addresses(made_up: Path, pages: Pages, code: str) -> None:
    """The page for addresses that do not exist loads what is there, in every language."""
    loaded = re.findall(r'<(?:link|script)[^>]*(?:href|src)="(/[^"]+)"', pages[f"{code}/404.html"])
    assert len(loaded) >= 4
    assert [target for target in loaded if not (made_up / target.removeprefix("/charters/")).is_file()] == []


def test_only_when_asked_for(build_sample: Build, read_pages: Read) -> None:
    """Without the option a site has none of them."""
    folder, said = build_sample()
    pages = read_pages(folder)
    assert not [path for path in pages if path.startswith("en-X")]
    assert "en-X" not in "".join(pages.values())
    assert "languages   3: English, Welsh, Urdu\n" in said


def test_a_default_language_that_is_not_english(sample: Path, build_sample: Build, read_pages: Read) -> None:
    """Where another language is the default, its hand-written pages are those that are accented."""
    (sample / "docs/index.md").rename(sample / "docs/index.en.md")
    (sample / "docs/index.cy.md").rename(sample / "docs/index.md")
    changes = {"English, default: true": "English", "Cymraeg": "Cymraeg, default: true"}
    folder, _ = build_sample("--pseudo", changes=changes)
    title = re.search(r"<h1[^>]*>(.*?)</h1>", read_pages(folder)["en-XA"])
    assert title is not None
    assert re.sub("[aåoöeé]", "", title[1].casefold()) == f"{OPEN}çŕš{CLOSE}"
