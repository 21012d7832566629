"""Test the page on which editors see how far each document is in each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from charterpress.check import Checked
from charterpress.content.project import load_project
from charterpress.languages.catalogue import State
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import load_locale
from charterpress.languages.status import Progress, progress_of
from charterpress.languages.words import load_words
from charterpress.site.addresses import BOARD, SiteMap, path_of, site_map
from charterpress.site.environment import page_environment
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
Read = Callable[..., Any]

ROOT = "https://council.example/charters/"
HERE = f"{ROOT}{BOARD}/"


@pytest.fixture
def board(sample: Path, localise_sample: Localise) -> Callable[[], Page]:
    """Return what makes the board of the sample, as it is on disk."""

    def make() -> Page:
        project, _ = load_project(sample)
        assert project is not None
        languages, sitemap = localise_sample()
        code = project.default_language
        renderer = PageRenderer(languages[code], load_words(code), sitemap, page_environment(None))
        return renderer.board(progress_of(languages, project.settings.translations))

    return make


Board = Callable[[], Page]


def rows_of(page: Page, locale: str) -> dict[str, list[str]]:
    """Return what the row of each document says of a language, by the document's title."""
    [section] = re.findall(rf'<section>\s*<h2 id="cp-board-{locale}">(.*?)</section>', page.body, re.DOTALL)
    [body] = re.findall(r"<tbody>(.*?)</tbody>", section, re.DOTALL)
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
        cells = [
            re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        found[cells[0].replace("&amp;", "&")] = cells[1:]
    return found


def links_of(page: Page) -> list[str]:
    """Return the targets of the links of a board."""
    return re.findall(r'<a href="([^"]+)"', page.body)


def test_the_page(board: Board) -> None:
    """The board is a page of the default language, in English, at an address that no page links to."""
    page = board()
    assert (page.path, page.locale) == (BOARD, "en") == ("editors/translations", "en")
    assert page.body.count("<h1") == 1
    assert page.title
    assert page.title in page.body
    assert page.description in page.body
    assert page.body.startswith('<div class="cp-board" lang="en" dir="ltr">')


def test_it_is_not_public(board: Board, localise_sample: Localise) -> None:
    """The board is for editors: no sitemap and no language has it, and every other page is public."""
    languages, sitemap = localise_sample()
    assert board().public is False
    assert BOARD not in sitemap.pages
    for code, library in languages.items():
        pages = list(PageRenderer(library, load_words(code), sitemap, page_environment(None)).pages())
        assert pages
        assert all(page.public for page in pages)
        assert not any(BOARD in page.body or page.path == BOARD for page in pages)


def test_each_language_and_document(board: Board, read_html: Read) -> None:
    """Each language but the documents' own has a part, named in English and in itself, with a row a document."""
    page = board()
    assert [(heading.anchor, heading.level) for heading in page.headings] == [("cp-board-cy", 2), ("cp-board-ur", 2)]
    titles = {"Our promises & yours", "The rules in short", "Should parents be involved?", "Listening"}
    for code in ("cy", "ur"):
        assert set(rows_of(page, code)) == titles
        locale = load_locale(code)
        [heading] = [each for each in read_html(page.body).walk() if each.attributes.get("id") == f"cp-board-{code}"]
        [own] = heading.children
        assert heading.own_text[0].strip() == locale.english_name
        assert (own.text, own.lang, own.dir) == (locale.name, code, locale.direction)


def test_shares(board: Board, translate_sample: Translate) -> None:
    """A row has the share of each state, the best first, and whether readers see the page."""
    translate_sample("cy", "listening", flag="reviewed")
    translate_sample("cy", "involved", {"Ask who will come.": ""})
    translate_sample("cy", "family")
    rows = rows_of(board(), "cy")
    assert rows["Listening"] == ["", "100 %", "0 %", "0 %", "0 %", "Yes, read by A native reader"]
    assert rows["Our promises & yours"] == ["", "0 %", "100 %", "0 %", "0 %", "Yes"]
    assert rows["Should parents be involved?"] == ["", "0 %", "86 %", "0 %", "14 %", "No: 1 text is not translated"]
    assert rows["The rules in short"] == ["", "0 %", "0 %", "0 %", "100 %", "No: nothing is translated"]


def test_what_keeps_a_document_back(board: Board, edit: Edit, translate_sample: Translate) -> None:
    """Everything that keeps a document from being published is told, not only the first thing."""
    translate_sample("cy", "family", {"Meetings": "", "Trust": ""})
    edit("docs/charters/family.yml", "text: Hear you out.", "text: Never hear you out.")
    edit("mkdocs.yml", "draft: show", "draft: hide")
    *_, shown = rows_of(board(), "cy")["Our promises & yours"]
    assert shown == (
        "No: 2 texts are not translated; 1 text is out of date; 34 texts are not reviewed; "
        "0 % of it may be shown, and 80 % are asked for"
    )


def test_headings_of_the_table(board: Board, read_html: Read) -> None:
    """Each table has a heading a column, in the order of its cells, and can be scrolled with the keyboard."""
    page = board()
    heads = [each for each in read_html(page.body).walk() if each.tag == "th" and each.attributes["scope"] == "col"]
    names = ["Document", "Progress", "Reviewed", "Draft", "Needs review", "Missing", "On the site"]
    assert [head.text for head in heads] == [*names, *names]
    regions = [each for each in read_html(page.body).walk() if each.attributes.get("role") == "region"]
    assert len(regions) == 2
    assert {region.attributes["tabindex"] for region in regions} == {"0"}
    assert [region.attributes["aria-labelledby"] for region in regions] == ["cp-board-cy", "cp-board-ur"]


def test_the_bar(board: Board, translate_sample: Translate, read_html: Read) -> None:
    """The bar shows the shares that the cells beside it tell, and says nothing itself to those who hear the page."""
    translate_sample("cy", "involved", {"Ask who will come.": ""})
    bars = [each for each in read_html(board().body).walk() if each.attributes.get("class") == "cp-bar"]
    assert len(bars) == 8
    parts = [
        [(part.attributes["class"], part.attributes["x"], part.attributes["width"]) for part in bar.children]
        for bar in bars
    ]
    assert [("cp-bar__draft", "0", "86"), ("cp-bar__missing", "86", "14")] in parts
    assert {bar.attributes.get("aria-hidden") for bar in bars} == {"true"}
    assert {bar.text for bar in bars} == {""}


def test_links(board: Board, localise_sample: Localise, translate_sample: Translate) -> None:
    """A document that is shown is linked: a relative link to its page in that language. What is not there is not."""
    for locale, keys in {"cy": ("family", "listening"), "ur": ("rules",)}.items():
        for key in keys:
            translate_sample(locale, key)
    page = board()
    assert sorted(links_of(page)) == [
        "../../cy/charters/family/",
        "../../cy/themes/listening/",
        "../../ur/guidance/rules/",
    ]
    languages, sitemap = localise_sample()
    addresses = {
        f"{ROOT}{sitemap.address(code, path)}/" for path, codes in sitemap.pages.items() for code in codes if path
    }
    assert len(languages) == 3
    assert {urljoin(HERE, link) for link in links_of(page)} <= addresses


def test_titles_are_plain(board: Board, edit: Edit, translate_sample: Translate) -> None:
    """A title stands on the board as plain text, without marks and without being HTML."""
    edit("docs/themes/listening.yml", "title: Listening", 'title: "**Listen** & 1 < 2[^a]"')
    edit("docs/themes/listening.yml", "meaning: [To", "notes: [{id: a, text: A note.}]\nmeaning: [To")
    translate_sample("cy", "listening")
    body = board().body
    title = '<span lang="en" dir="ltr">Listen &amp; 1 &lt; 2</span>'
    assert f'<a href="../../cy/themes/listening/">{title}</a>' in body
    assert "**" not in body


def test_readers_are_no_html(board: Board, translate_sample: Translate) -> None:
    """The name of who has read a translation is shown as it is."""
    po = translate_sample("cy", "listening", flag="reviewed")
    po.write_text(po.read_text("utf-8").replace("A native reader", "Anyone <img src=x>"), encoding="utf-8")
    body = board().body
    assert "read by Anyone &lt;img src=x&gt;" in body
    assert "<img" not in body


def test_a_default_language_that_is_not_english(
    sample: Path, board: Board, edit: Edit, translate_sample: Translate, read_html: Read
) -> None:
    """The board stays in English; titles in the language of the site say which one that is, and links still work."""
    edit("mkdocs.yml", "{locale: en, default: true}", "{locale: en}")
    edit("mkdocs.yml", "{locale: ur}", "{locale: ur, default: true}")
    (sample / "docs/index.md").rename(sample / "docs/index.en.md")
    (sample / "docs/index.ur.md").rename(sample / "docs/index.md")
    translate_sample("ur", "listening", {"Listening": "سننا"})
    translate_sample("cy", "listening")
    page = board()
    assert page.locale == "ur"
    assert sorted(links_of(page)) == ["../../cy/themes/listening/", "../../themes/listening/"]
    found = [each for each in read_html(page.body, "ur", "rtl").walk() if "سننا" in each.own_text]
    assert len(found) == 2
    assert {(each.lang, each.dir) for each in found} == {("ur", "rtl")}


def test_a_site_in_one_language(sample: Path, board: Board, edit: Edit) -> None:
    """A site in one language has nothing to tell: no language, no table."""
    edit("mkdocs.yml", "        - {locale: cy}\n        - {locale: ur}\n", "")
    for name in ("index.cy.md", "index.ur.md"):
        (sample / "docs" / name).unlink()
    page = board()
    assert page.headings == ()
    assert "<table" not in page.body


def test_the_order_of_languages(board: Board, edit: Edit) -> None:
    """Languages stand in the order of the settings."""
    edit(
        "mkdocs.yml",
        "        - {locale: cy}\n        - {locale: ur}\n",
        "        - {locale: ur}\n        - {locale: cy}\n",
    )
    assert [heading.anchor for heading in board().headings] == ["cp-board-ur", "cp-board-cy"]


def test_the_reference_site(reference: Checked, read_html: Read) -> None:
    """The board of the reference site has every document and language, is sound HTML, and its links lead to pages."""
    assert reference.project is not None
    sitemap = site_map(reference.languages, reference.project)
    environment = page_environment(reference.project.overrides)
    renderer = PageRenderer(reference.languages["en"], load_words("en"), sitemap, environment)
    progress = progress_of(reference.languages, reference.project.settings.translations)
    page = renderer.board(progress)
    read_html(page.body)
    ids = re.findall(r'\sid="([^"]+)"', page.body)
    assert len(ids) == len(set(ids))
    assert [heading.anchor.removeprefix("cp-board-") for heading in page.headings] == list(sitemap.locales[1:])
    shown = {(row.locale, path_of(row.document)) for row in progress if row.shown}
    assert len(shown) > 20
    assert len(links_of(page)) == len(shown)
    addresses = {urljoin(HERE, link) for link in links_of(page)}
    assert addresses == {f"{ROOT}{sitemap.address(code, path)}/" for code, path in shown}
    assert all(sitemap.has(code, path) for code, path in shown)


def test_what_was_rounded(reference: Checked) -> None:
    """A share that is not none never shows as 0 per cent, and one that is not all never as 100."""
    document = next(iter(reference.library.documents.values()))
    row = Progress(document, "cy", {State.DRAFT: 999, State.MISSING: 1}, shown=True, blocked=(), reader="")
    assert (row.per_cent(State.DRAFT), row.per_cent(State.MISSING), row.per_cent(State.REVIEWED)) == (99, 1, 0)
    assert replace(row, states={State.DRAFT: 1000}).per_cent(State.DRAFT) == 100
