"""Test what holds for every page: links, anchors, headings, languages, escaping."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from charterpress.check import Checked
from charterpress.content.library import load_library
from charterpress.content.model import Document
from charterpress.content.texts import replace_texts, texts_of
from charterpress.languages.words import load_words
from charterpress.site.addresses import site_map
from charterpress.site.codes import codes
from charterpress.site.environment import page_environment
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer

Renderers = Callable[..., dict[str, PageRenderer]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
ROOT = "https://council.example/charters/"
UNTRANSLATED = {"Hear you out.", "We will:", "The ladder", "Parents"}
URDU = "اردو کے لفظ"


def show_gaps(edit: Edit) -> None:
    """Let the languages of the sample show source texts where translations are missing."""
    edit("mkdocs.yml", "missing: hide", "missing: source")


@pytest.fixture
def mixed(sample: Path, renderers: Renderers, translate_sample: Translate, edit: Edit) -> dict[str, PageRenderer]:
    """Return the sample in English, wholly in Welsh, and in Urdu with gaps."""
    show_gaps(edit)
    for key in ("family", "rules", "involved", "listening"):
        translate_sample("cy", key)
    texts = texts_of(load_library(sample / "docs").documents["family"])
    translate_sample("ur", "family", {text.text: "" if text.text in UNTRANSLATED else URDU for text in texts})
    return renderers()


@pytest.fixture(scope="module")
def reference_renderers(reference: Checked) -> dict[str, PageRenderer]:
    """Return the reference site in all its languages."""
    assert reference.project is not None
    sitemap = site_map(reference.languages, reference.project)
    environment = page_environment(reference.project.overrides)
    return {
        code: PageRenderer(library, load_words(code), sitemap, environment)
        for code, library in reference.languages.items()
    }


@pytest.fixture(params=["the sample", "the reference site"])
def site(request: pytest.FixtureRequest) -> Mapping[str, PageRenderer]:
    """Return a site in several languages: the sample, then the reference site."""
    name = "mixed" if request.param == "the sample" else "reference_renderers"
    renderers: Mapping[str, PageRenderer] = request.getfixturevalue(name)
    assert len(renderers) >= 3
    return renderers


def all_pages(site: Mapping[str, PageRenderer]) -> list[Page]:
    """Return every page of every language, the lists of the start pages with them."""
    pages = [page for renderer in site.values() for page in renderer.pages()]
    starts = [Page("", code, "", "", str(renderer.home_shelves())) for code, renderer in site.items()]
    assert len(pages) > 15
    return [*pages, *starts]


def ids_on(page: Page) -> list[str]:
    """Return the ids of a page, in order."""
    return re.findall(r'\sid="([^"]+)"', page.body)


def test_every_page_of_the_map_is_rendered(site: Mapping[str, PageRenderer]) -> None:
    """The pages that are rendered are those that the site map lists, but for the hand-written ones."""
    for code, renderer in site.items():
        rendered = {page.path for page in renderer.pages()}
        listed = {path for path in renderer.sitemap.pages if renderer.sitemap.has(code, path)}
        assert rendered <= listed
        assert {path for path in listed if "/" in path} <= rendered


def test_links_lead_somewhere(site: Mapping[str, PageRenderer]) -> None:
    """Each link within the site is relative, and leads to a page and a part of it that exist."""
    pages = all_pages(site)
    sitemap = site["en"].sitemap
    anchors = {urljoin(ROOT, f"{sitemap.address(p.locale, p.path)}/".lstrip("/")): set(ids_on(p)) for p in pages}
    written = {
        urljoin(ROOT, f"{sitemap.address(code, path)}/".lstrip("/"))
        for path in sitemap.pages
        for code in sitemap.languages_of(path)
    }
    for code, renderer in site.items():
        drawn = (sitemap.address(code, address) for address, _ in codes(renderer.library, sitemap))
        written.update(urljoin(ROOT, address) for address in drawn)
    count = 0
    for page in pages:
        here = urljoin(ROOT, f"{sitemap.address(page.locale, page.path)}/".lstrip("/"))
        for href in re.findall(r'href="([^"]+)"', page.body):
            if re.match(r"[a-z]+:", href):
                continue
            assert not href.startswith("/"), href
            target, _, fragment = urljoin(here, href).partition("#")
            assert target in written, f"{here} links to {href}"
            if fragment:
                assert fragment in anchors[target], f"{here} links to {href}"
            count += 1
    assert count > 100


def test_no_link_has_a_scheme_of_documents(site: Mapping[str, PageRenderer]) -> None:
    """A link such as guidance:x#y never reaches a page."""
    for page in all_pages(site):
        assert not re.search(r'href="(charter|guidance|guide|theme):', page.body)


def test_ids_are_unique(site: Mapping[str, PageRenderer]) -> None:
    """No page has an id twice."""
    for page in all_pages(site):
        assert [name for name, count in Counter(ids_on(page)).items() if count > 1] == [], page.path


def test_references_of_labels(site: Mapping[str, PageRenderer]) -> None:
    """What labels a part of a page is on the page."""
    for page in all_pages(site):
        assert set(" ".join(re.findall(r'aria-labelledby="([^"]+)"', page.body)).split()) <= set(ids_on(page))


def test_elements_nest(site: Mapping[str, PageRenderer], read_html: Callable[..., Any]) -> None:
    """Every element is closed in order, and no link stands in a link."""
    for page in all_pages(site):
        read_html(page.body)
        depth = 0
        for closing in re.findall(r"<(/?)a[ >]", page.body):
            depth += -1 if closing else 1
            assert depth in (0, 1)


def test_headings(site: Mapping[str, PageRenderer]) -> None:
    """A page has one main heading; its table of contents has the others, as plain text."""
    for page in all_pages(site):
        if page.path:
            assert page.body.count("<h1") == 1
        assert len(page.headings) == (len(re.findall(r"<h[23][^>]* id=", page.body)) if page.path else 0)
        for heading in page.headings:
            assert heading.anchor in ids_on(page)
            assert "<" not in heading.title
            assert heading.level in (2, 3)


def test_pages_say_what_they_are(site: Mapping[str, PageRenderer]) -> None:
    """Each page has a title and a description, both plain text."""
    for page in all_pages(site):
        if page.path:
            assert page.title
            assert page.description
            assert not re.search(r"[<>]|\[\^|\]\(|\*\*", page.title + page.description)


def test_no_value_of_the_code_is_shown(site: Mapping[str, PageRenderer]) -> None:
    """Nothing on a page is a value that only means something to the code."""
    for page in all_pages(site):
        assert not re.search(r">(None|True|False|\(\)|\[\])<|Audience\.|>[^<]*\{[a-z]+\}", page.body), page.path


def test_untranslated_text_says_its_language(mixed: dict[str, PageRenderer], read_html: Callable[..., Any]) -> None:
    """Whatever is not translated carries its language and direction, wherever it stands; the rest does not."""
    renderer = mixed["ur"]
    source = {text.text for text in texts_of(mixed["en"].library.documents["family"].document)}
    assert source >= UNTRANSLATED
    seen: Counter[str] = Counter()
    for page in [*renderer.pages(), Page("", "ur", "", "", str(renderer.home_shelves()))]:
        for element in read_html(page.body, "ur", "rtl").walk():
            for text in element.own_text:
                if text in UNTRANSLATED:
                    assert (element.lang, element.dir) == ("en", "ltr"), text
                    seen[text] += 1
                elif text == URDU:
                    assert (element.lang, element.dir) == ("ur", "rtl"), text
                    seen[text] += 1
    assert set(seen) == {*UNTRANSLATED, URDU}
    assert seen[URDU] > 25


def test_the_name_of_a_document_that_is_left_out(
    renderers: Renderers, translate_sample: Translate, edit: Edit, read_html: Callable[..., Any]
) -> None:
    """Where a page names a document that its language leaves out, it does so in the words that readers find there."""
    edit("mkdocs.yml", "draft: show", "draft: hide")
    translate_sample("cy", "family", flag="reviewed")
    translate_sample("cy", "listening")
    renderer = renderers()["cy"]
    assert renderer.library.shown == {"family"}
    bodies = [*(page.body for page in renderer.pages()), str(renderer.home_shelves())]
    assert not any("Listening (cy)" in body for body in bodies)
    named = [
        (element.lang, element.dir)
        for body in bodies
        for element in read_html(body, "cy").walk()
        if "Listening" in element.own_text
    ]
    assert len(named) >= 2
    assert set(named) == {("en", "ltr")}


def test_names_that_are_never_translated(mixed: dict[str, PageRenderer], read_html: Callable[..., Any]) -> None:
    """Names of sources, publishers, laws and editions keep their language and direction on every page."""
    names = {"The first charter", "Example Alliance", "Example Partners", "The Long Rules", "HM Office", "2018"}
    for code in ("cy", "ur"):
        seen = set()
        for page in mixed[code].pages():
            for element in read_html(page.body, code, "rtl" if code == "ur" else "ltr").walk():
                for text in {text.strip() for text in element.own_text} & names:
                    assert (element.lang, element.dir) == ("en", "ltr"), f"{text} on {page.path}"
                    seen.add(text)
        assert {"The first charter", "Example Alliance", "Example Partners", "The Long Rules"} <= seen


def test_html_in_content_is_escaped(mixed: dict[str, PageRenderer]) -> None:
    """Every text of every kind of document is escaped, even one that the checks should have stopped."""
    renderer = mixed["en"]
    attack = "<img src=x onerror=alert(1)>"

    def poisoned(document: Document) -> Document:
        return replace_texts(document, lambda _, text: attack + text)

    documents = {
        key: replace(item, document=poisoned(item.document)) for key, item in renderer.library.documents.items()
    }
    safe = replace(renderer, library=replace(renderer.library, documents=documents))
    pages = list(safe.pages())
    assert len(pages) > 8
    for body in (*(page.body for page in pages), str(safe.home_shelves())):
        assert "<img src=x" not in body
    for path in ("charters/family", "guidance/rules", "guides/involved", "themes/listening", "glossary"):
        assert next(page.body for page in pages if page.path == path).count("&lt;img") >= 2


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("charters/family.yml", 'version: "1.2"', 'version: "<img src=x>"'),
        ("charters/family.yml", "publisher: Example Alliance", "publisher: <img src=x>"),
        ("charters/family.yml", "name: Example Partners", 'name: "<img src=x>"'),
        ("charters/family.yml", "phone: 0300 123 4567", 'phone: "<img src=x>"'),
        ("guidance/rules.yml", 'number: "2.1"', 'number: "<img src=x>"'),
        ("guidance/rules.yml", 'page: "28"', 'page: "<img src=x>"'),
        ("guidance/rules.yml", 'label: "2018"', 'label: "<img src=x>"'),
        ("guidance/rules.yml", "title: The Long Rules", "title: <img src=x>"),
    ],
)
def test_names_are_escaped(renderers: Renderers, edit: Edit, name: str, old: str, new: str) -> None:
    """Names, numbers and places, which take no Markdown, are escaped as texts are."""
    edit(f"docs/{name}", old, new)
    path = name.removesuffix(".yml")
    bodies = {page.path: page.body for page in renderers()["en"].pages()}
    assert "&lt;img src=x&gt;" in bodies[path]
    assert not any("<img src=x" in body for body in bodies.values())


def test_own_templates_win(renderers: Renderers, tmp_path: Path) -> None:
    """A project's template for a page takes the place of the package's; the others stay."""
    folder = tmp_path / "overrides" / "pages"
    folder.mkdir(parents=True)
    (folder / "theme.html").write_text("<p>Our own page on {{ t(doc.title) }}</p>", encoding="utf-8")
    pages = {page.path: page.body for page in renderers(tmp_path / "overrides")["en"].pages()}
    assert pages["themes/listening"] == "<p>Our own page on Listening</p>"
    assert '<h1 id="cp-top">' in pages["charters/family"]
