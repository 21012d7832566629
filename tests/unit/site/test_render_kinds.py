"""Test what the page of each kind of document shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.inline import plain_text
from charterpress.content.settings import Exemption
from charterpress.content.statement import Around
from charterpress.content.texts import texts_of
from charterpress.site.addresses import GLOSSARY, HOME
from charterpress.site.labels import section_texts
from charterpress.site.page import Download
from charterpress.site.render import PageRenderer

Renderers = Callable[..., dict[str, PageRenderer]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
CHARTER = "docs/charters/family.yml"


def body_of(renderer: PageRenderer, path: str) -> str:
    """Return the body of a page."""
    return next(page.body for page in renderer.pages() if page.path == path)


def words_of(html: str) -> str:
    """Return the words of a page with single spaces."""
    for entity, char in (("&#39;", "'"), ("&amp;", "&"), ("&#34;", '"')):
        html = html.replace(entity, char)
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize("key", ["family", "rules", "involved", "listening"])
def test_nothing_of_a_document_is_lost(renderers: Renderers, key: str) -> None:
    """Every text of a document stands on its page."""
    renderer = renderers()["en"]
    document = renderer.library.documents[key].document
    folder = {"charter": "charters", "guide": "guides", "theme": "themes"}.get(document.kind, "guidance")
    words = words_of(body_of(renderer, f"{folder}/{key}"))
    texts = texts_of(document)
    assert len(texts) > 2
    assert [text.text for text in texts if plain_text(text.text) not in words] == []


def test_a_commitment(renderers: Renderers) -> None:
    """A commitment has its permanent address, its exception, its time limit, its hedge, and what backs it."""
    body = body_of(renderers()["en"], "charters/family")
    item = body[body.index('id="answer-you"') : body.index('id="hear-services"')]
    words = words_of(item)
    assert 'href="#answer-you"' in item
    assert "Exception: We may not, if it puts a child at risk." in words
    assert "Time limit: Within 5 days" in words
    assert "It starts: The time runs from the day your letter comes." in words
    assert "Where possible" in words
    assert "For example:" in words
    assert "<li>A letter about school</li>" in item
    assert '<a href="#hear-you">The other side promises this too</a>' in body
    assert re.search(
        r'<a href="\.\./\.\./guidance/rules/#reply">The Long Rules · .*2018.*page 28 · paragraph 58</a>', body
    )


def test_both_sides_of_a_charter(renderers: Renderers) -> None:
    """Each block says who promises, and the two sides look different."""
    body = body_of(renderers()["en"], "charters/family")
    assert "Who does this: Services" in words_of(body)
    assert "Who does this: Parents" in words_of(body)
    assert {"cp-side--0", "cp-side--1"} <= set(re.findall(r"cp-side--\d", body))


def test_the_source_is_named(renderers: Renderers, edit: Edit) -> None:
    """A page says which text it is based on, and that a plain-English version is not the publisher's text."""
    body = words_of(body_of(renderers()["en"], "charters/family"))
    notice = "This is a plain English version in our own words. It is not the publisher's text."
    assert notice in body
    assert "The text it is based on: The first charter. Publisher: Example Alliance." in body
    assert "Not approved yet" in body
    assert "We will look at it again by 22 November 2027" in body
    edit(CHARTER, ", plain_english_version: true", "")
    assert notice not in words_of(body_of(renderers()["en"], "charters/family"))


def test_notes(renderers: Renderers) -> None:
    """A note is listed once, with a way back to the text; its links keep their address."""
    body = body_of(renderers()["en"], "charters/family")
    assert body.count('<li id="law">') == 1
    assert body.count('id="cp-call-law"') == 1
    assert body.count('href="#cp-call-law"') == 1
    assert 'href="https://law.example/act?a=1&amp;b=2"' in body


def test_a_theme_gathers_promises(renderers: Renderers) -> None:
    """A theme's page has every charter's promises on it, with exceptions, limits and links to them."""
    body = body_of(renderers()["en"], "themes/listening")
    for identifier in ("hear-you", "answer-you", "hear-services", "papers"):
        assert f'href="../../charters/family/#{identifier}"' in body
    words = words_of(body)
    assert "Exception: We may not, if it puts a child at risk." in words
    assert "Time limit: Within 5 days" in words
    assert "We will:" in words


def test_a_quoted_promise_keeps_its_links(renderers: Renderers) -> None:
    """A promise on the page of a theme links to parts of its charter, and leaves its notes there."""
    body = body_of(renderers()["en"], "themes/listening")
    assert 'Hear you and your <a href="../../charters/family/#advocate">advocate</a>.' in body
    assert "doc-noteref" not in body


def test_a_theme_without_promises(sample: Path, renderers: Renderers) -> None:
    """A theme that no charter has yet says so."""
    text = (sample / "docs/themes/listening.yml").read_text("utf-8").replace("id: listening", "id: lonely")
    (sample / "docs/themes/lonely.yml").write_text(text, encoding="utf-8")
    assert "No charter here has promises on this theme yet." in body_of(renderers()["en"], "themes/lonely")


def test_guidance(renderers: Renderers) -> None:
    """Guidance shows its force, its printed numbers, the strength of each provision and where it stands."""
    words = words_of(body_of(renderers()["en"], "guidance/rules"))
    assert "Guidance that the law backs" in words
    assert "2.1 Letters" in words
    assert "Staff Must" in words
    assert "Staff May" in words
    assert "Edition of 2018 · page 28 · paragraph 58" in words
    assert "It has been replaced by the edition of 2023" in words
    assert "Replaced on 15 December 2023" in words


def test_guidance_in_its_newest_edition(renderers: Renderers, edit: Edit) -> None:
    """Guidance that is quoted in its newest edition has no notice of another."""
    edit("docs/guidance/rules.yml", "edition: edition-old", "edition: edition-new")
    assert "has been replaced by" not in body_of(renderers()["en"], "guidance/rules")


def test_a_guide(renderers: Renderers) -> None:
    """A guide shows its answer, the rules behind it, next steps, related pages and letters."""
    body = body_of(renderers()["en"], "guides/involved")
    assert 'See <a href="../../guidance/rules/#reply">the rules</a>.' in body
    assert re.search(r'The rules behind this: <a href="../../guidance/rules/#reply">The Long Rules', body)
    assert '<a href="../../charters/family/">Our promises &amp; yours</a>' in body
    assert '<a href="https://council.example/letter.odt">A letter to send</a>' in body
    assert "Ask who will come." in body


def test_the_word_list(renderers: Renderers) -> None:
    """The word list has every term, with the documents that use it and the place in each."""
    body = body_of(renderers()["en"], "glossary")
    assert 'href="../charters/family/#advocate"' in body
    assert 'href="../guidance/rules/#advocate"' in body
    assert "A person who speaks up for you." in body
    assert "Somebody who helps at meetings." in body


def test_sections_list_their_documents(renderers: Renderers) -> None:
    """A section and the start page list each document with its summary, without note calls."""
    renderer = renderers()["en"]
    for body, href in ((body_of(renderer, "charters"), "family/"), (str(renderer.home_shelves()), "charters/family/")):
        assert f'href="{href}"' in body
        assert "<p>What we promise each other.</p>" in body
        assert "doc-noteref" not in body
    assert "For practitioners" in body_of(renderer, "guidance")


def test_a_draft_says_so(renderers: Renderers, translate_sample: Translate) -> None:
    """A draft is marked in its language and links to the source; a reviewed translation is not."""
    translate_sample("cy", "family")
    translate_sample("cy", "involved", flag="reviewed")
    welsh = renderers()["cy"]
    draft, reviewed = body_of(welsh, "charters/family"), body_of(welsh, "guides/involved")
    notice = welsh.words("Draft translation")
    assert notice != "Draft translation"
    assert notice in draft
    assert re.search(r'<a href="\.\./\.\./\.\./charters/family/" hreflang="en" lang="en" dir="ltr">English</a>', draft)
    assert notice not in reviewed
    assert "Draft" not in body_of(renderers()["en"], "charters/family")


def test_pages_that_a_language_lacks(renderers: Renderers, translate_sample: Translate) -> None:
    """A link to a page that this language lacks leads to its source page; the start page lists such pages."""
    translate_sample("cy", "involved")
    welsh = renderers()["cy"]
    assert 'href="../../../guidance/rules/#reply"' in body_of(welsh, "guides/involved")
    shelves = str(welsh.home_shelves())
    assert (
        '<a href="../charters/family/" hreflang="en"><span lang="en" dir="ltr">Our promises &amp; yours</span></a>'
        in shelves
    )
    assert shelves.count('hreflang="en"') == 3


def test_downloads(renderers: Renderers) -> None:
    """A document's leaflets are offered on its page, each with its name, size and pages, and on no other."""
    renderer = renderers()["en"]
    leaflet = Download("family", "downloads/family.en.pdf", 123_456, "Large print", 12)
    card = Download("family", "downloads/family.en.card.pdf", 900, "A card", 1)
    made = PageRenderer(renderer.library, renderer.words, renderer.sitemap, renderer.environment, (leaflet, card))
    body = body_of(made, "charters/family")
    assert '<a href="../../downloads/family.en.pdf" download>' in body
    assert "PDF, 123 kB" in body
    assert ">Large print</a>" in body
    assert ">12 pages</span>" in body
    assert "PDF, 1 kB" in body
    assert ">1 page</span>" in body
    assert "downloads/" not in body_of(made, "themes/listening")


def test_how_to_ask_for_another_format(renderers: Renderers) -> None:
    """Below the list of files stands whom to ask for another format: an e-mail that names the document, or people."""
    renderer = renderers()["en"]
    files = (Download("family", "downloads/family.en.pdf", 123_456, "Large print", 12),)
    made = PageRenderer(renderer.library, renderer.words, renderer.sitemap, renderer.environment, files)
    assert '<a href="#cp-who-to-ask">Ask us</a>' in body_of(made, "charters/family")
    body = body_of(replace(made, contact_email="families@council.example"), "charters/family")
    link = "mailto:families@council.example?subject=Our%20promises%20%26%20yours%20%28English%29"
    assert f'<a dir="ltr" href="{link}">families@council.example</a>' in body
    assert "Braille" in body
    assert "Braille" not in body_of(made, "themes/listening")


def test_a_download_with_some_of_the_promises(renderers: Renderers) -> None:
    """A leaflet that has some of the promises says so beside its name; one that has all says nothing."""
    renderer = renderers()["en"]
    some = Download("family", "downloads/family.en.pdf", 900, "A leaflet", 6, whole=False)
    every = Download("family", "downloads/family.en.sheet.pdf", 900, "A sheet", 2)
    made = PageRenderer(renderer.library, renderer.words, renderer.sitemap, renderer.environment, (some, every))
    [first, second] = re.findall(r"<li><a href=\"[^\"]+\" download>.*?</li>", body_of(made, "charters/family"))
    assert ">Some of the promises</span> · " in first
    assert "Some of the promises" not in second


def test_digits_of_a_language(renderers: Renderers, translate_sample: Translate, edit: Edit) -> None:
    """Sizes and dates are written in the digits of the page's language; telephone numbers can still be dialled."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: bn}")
    translate_sample("bn", "family")
    renderer = renderers()["bn"]
    leaflet = Download("family", "downloads/family.bn.pdf", 1_234_567, "Large print", 12)
    made = PageRenderer(renderer.library, renderer.words, renderer.sitemap, renderer.environment, (leaflet,))
    body = body_of(made, "charters/family")
    bangla = str.maketrans("0123456789", "".join(chr(0x09E6 + digit) for digit in range(10)))
    assert f"PDF, {'1,235'.translate(bangla)} kB" in body
    assert renderer.library.locale.date(date(2027, 11, 22)) in body
    assert "2027".translate(bangla) in body
    assert "2027" not in body
    assert '<a dir="ltr" href="tel:03001234567">0300 123 4567</a>' in body


def test_contacts(renderers: Renderers) -> None:
    """An e-mail address and a telephone number are links, and read from left to right."""
    body = body_of(renderers()["en"], "charters/family")
    assert '<a dir="ltr" href="mailto:office@council.example">office@council.example</a>' in body
    assert '<a dir="ltr" href="tel:03001234567">0300 123 4567</a>' in body


UNTIL = date(2026, 12, 31)


def exemption(document: str, unit: str | None = None, until: date = UNTIL) -> Exemption:
    """Return an exemption of a document or of a part of it."""
    return Exemption(document=document, unit=unit, reason="The law has <these> words.", until=until)


def listed_by(renderer: PageRenderer, *exemptions: Exemption) -> str:
    """Return the list of exemptions as a renderer shows it on the last day of most of them."""
    return str(replace(renderer, around=Around(UNTIL, exemptions)).exemptions())


def test_exemptions_are_listed(renderers: Renderers) -> None:
    """A text that may be harder is named with a link to it, the reason and the last day, up to that day."""
    html = listed_by(renderers()["en"], exemption("involved", "why"), exemption("family"))
    assert '<a href="../guides/involved/#why">Should parents be involved?</a>' in html
    assert '<a href="../charters/family/">Our promises &amp; yours</a>' in html
    assert html.count("The law has &lt;these&gt; words. Until 31 December 2026.") == 2


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("index", '<a href="../">Hello &amp; welcome</a>: The law'),
        ("glossary", '<a href="../glossary/">{glossary}</a>: The law'),
        ("help/us", "<li>How to help: The law"),
        ("no-title", "<li>no-title: The law"),
    ],
    ids=["the home page", "the word list", "a page that this language lacks", "a page without a title"],
)
def test_exemptions_of_pages_without_a_document_are_listed(renderers: Renderers, name: str, listed: str) -> None:
    """A hand-written page and the word list can be exempted, so they are listed by their titles as well."""
    titles = {HOME: "Hello & welcome", "help/us": "How to help"}
    renderer = renderers()["en"]
    html = listed_by(replace(renderer, titles=titles), exemption(name))
    assert listed.format(glossary=section_texts(renderer.words)[GLOSSARY][0]) in html


def test_no_exemptions(renderers: Renderers) -> None:
    """Without an exemption that holds there is nothing on the page, not even a heading."""
    renderer = renderers()["en"]
    assert listed_by(renderer) == ""
    assert listed_by(renderer, exemption("involved", until=date(2026, 12, 30))) == ""


def test_exemptions_in_another_language(renderers: Renderers) -> None:
    """A language that lacks the page names it without a link; the reason says its language."""
    html = listed_by(renderers()["cy"], exemption("involved"))
    assert "guides/involved" not in html
    assert '<span lang="en" dir="ltr">Should parents be involved?</span>' in html
    assert '<span lang="en" dir="ltr">The law has &lt;these&gt; words.</span>' in html
