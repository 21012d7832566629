"""Test what the forms on pages ask, send and say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from charterpress.content.project import load_project
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import load_words
from charterpress.site.addresses import SiteMap
from charterpress.site.environment import page_environment
from charterpress.site.forms import Forms, mail_link
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Pages = Callable[..., dict[str, dict[str, Page]]]
ReadHtml = Callable[..., Any]

CHARTER, GUIDANCE, GUIDE, THEME = "charters/family", "guidance/rules", "guides/involved", "themes/listening"
POST = "https://forms.council.example/charters?list=1&from=site"
DUTIES = {"keep_months": 12, "privacy": {"en": "Our <team> reads it.", "cy": "Ein tîm sy'n ei ddarllen."}}
ROOT = "https://council.example/charters/"


@pytest.fixture
def pages_with(sample: Path, localise_sample: Localise, translate_sample: Callable[..., Path]) -> Pages:
    """Return what renders the sample with forms, by language and address; all is there in Welsh and Urdu too."""

    def make(*, words: str = "", **options: object) -> dict[str, dict[str, Page]]:
        path = sample / "mkdocs.yml"
        settings = yaml.safe_load(path.read_text("utf-8"))
        settings["plugins"][1]["charterpress"].update(options)
        path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
        rules = sample / "docs/guidance/rules.yml"
        rules.write_text(rules.read_text("utf-8") + words, encoding="utf-8")
        for code in ("cy", "ur"):
            for key in ("family", "rules", "involved", "listening"):
                translate_sample(code, key)
        project, findings = load_project(sample)
        assert project is not None, findings
        languages, sitemap = localise_sample()
        made = {}
        for code, library in languages.items():
            spoken = load_words(code)
            forms = Forms(project, sitemap, library.locale, spoken)
            renderer = PageRenderer(library, spoken, sitemap, page_environment(None), (), None, forms)
            made[code] = {page.path: page for page in (*renderer.pages(), *renderer.thanks())}
        return made

    return make


def sent_by(form: Any) -> dict[str, str]:  # noqa: ANN401 - an element of the tests' own reader
    """Return the hidden fields of a form."""
    fields = (one.attributes for one in form.walk() if one.tag == "input")
    return {field["name"]: field["value"] for field in fields if field["type"] == "hidden"}


def test_there_are_no_forms_unless_set_up(pages_with: Pages) -> None:
    """Without settings no page has a form, whatever words a document has for one, and nobody is thanked."""
    words = "feedback: {question: Did this help?, thanks: Thank you.}\n"
    for pages in pages_with(contact_email="a@b.example", words=words).values():
        assert CHARTER in pages
        assert not [path for path in pages if "thanks" in path]
        for page in pages.values():
            assert "cp-form" not in page.body
            assert "cp-feedback" not in page.body
            assert page.path == "search" or "<form" not in page.body


def test_what_a_page_asks(pages_with: Pages, read_html: ReadHtml) -> None:
    """The form posts to the address, in every language, with all controls named and the page named for the reader."""
    for code, pages in pages_with(feedback={"post_to": POST, **DUTIES}).items():
        page = read_html(pages[CHARTER].body)
        [form] = [one for one in page.walk() if one.tag == "form"]
        assert (form.attributes["method"], form.attributes["action"]) == ("post", POST)
        assert sent_by(form) == {
            "form": "feedback",
            "document": "family",
            "title": pages[CHARTER].title,
            "version": "1.2",
            "language": code,
            "page": f"{ROOT}{'' if code == 'en' else code + '/'}{CHARTER}/",
            "next": f"{ROOT}{'' if code == 'en' else code + '/'}thanks/",
        }
        everything = list(form.walk())
        named = {one.attributes["for"] for one in everything if one.tag == "label" and "for" in one.attributes}
        controls = [
            one.attributes
            for one in everything
            if one.tag in {"input", "textarea"} and one.attributes.get("type") != "hidden" and "id" in one.attributes
        ]
        assert {one["id"] for one in controls} == named
        assert [one["value"] for one in controls if one.get("type") == "radio"] == ["yes", "partly", "no"]
        assert all("required" in one for one in controls if one.get("type") == "radio")
        [legend] = [one.text for one in everything if one.tag == "legend"]
        assert legend
        ids = {one.attributes["id"] for one in page.walk() if "id" in one.attributes}
        pointed = [
            one.attributes[key]
            for one in everything
            for key in ("aria-describedby", "aria-labelledby")
            if key in one.attributes
        ]
        assert len(pointed) == 3
        assert set(pointed) <= ids
        assert "<script" not in pages[CHARTER].body
        assert "mailto:" not in pages[CHARTER].body.partition('id="cp-feedback"')[2].partition("cp-about")[0]


def test_the_trap_for_programs(pages_with: Pages, read_html: ReadHtml) -> None:
    """A field that people never meet is there: hidden without any style sheet, out of the order of Tab, and named."""
    page = read_html(pages_with(feedback={"post_to": POST, **DUTIES})["en"][CHARTER].body)
    [trap] = [one for one in page.walk() if one.tag == "p" and "hidden" in one.attributes]
    [field] = [one.attributes for one in trap.walk() if one.tag == "input"]
    assert (field["name"], field["tabindex"], field["autocomplete"]) == ("website", "-1", "off")
    assert "empty" in trap.text


def test_what_happens_to_the_answers(pages_with: Pages, read_html: ReadHtml) -> None:
    """Each form says who reads answers and how long they are kept; words in another language are marked as such."""
    made = pages_with(feedback={"post_to": POST, **DUTIES})
    said = {}
    for code, pages in made.items():
        [data] = [
            one
            for one in read_html(pages[CHARTER].body, lang=code).walk()
            if "cp-form__data" in one.attributes.get("class", "")
        ]
        said[code] = data
    assert "Our <team> reads it." in said["en"].text
    assert "We delete it after 12 months." in said["en"].text
    assert "Ein tîm sy'n ei ddarllen." in said["cy"].text
    [foreign] = [one for one in said["ur"].children if "Our <team>" in one.text]
    assert (foreign.lang, foreign.dir) == ("en", "ltr")


@pytest.mark.parametrize(
    ("options", "asking"),
    [
        ({}, {CHARTER, GUIDANCE, GUIDE}),
        ({"pages": ["guides"]}, {GUIDE, GUIDANCE}),
        ({"pages": ["themes", "charters"]}, {THEME, CHARTER, GUIDANCE}),
    ],
)
def test_where_readers_are_asked(pages_with: Pages, options: dict[str, object], asking: set[str]) -> None:
    """The settings name the sections; a document with a question of its own asks it wherever it stands."""
    words = "feedback: {question: Did it help & please?, thanks: Many thanks.}\n"
    pages = pages_with(feedback={"post_to": POST, **DUTIES, **options}, words=words)["en"]
    assert {path for path, page in pages.items() if 'id="cp-feedback"' in page.body} == asking
    assert "Did it help &amp; please?" in pages[GUIDANCE].body
    assert not [path for path, page in pages.items() if 'id="cp-confirm"' in page.body]


def test_who_is_thanked(pages_with: Pages) -> None:
    """There is a page of thanks a language, and one in a document's own words; no list, no search has them."""
    words = "feedback: {question: Did it help?, thanks: Many thanks.}\n"
    for code, pages in pages_with(feedback={"post_to": POST, **DUTIES}, words=words).items():
        thanks = {path: page for path, page in pages.items() if path.endswith("thanks")}
        assert set(thanks) == {"thanks", f"{GUIDANCE}/thanks"}
        assert not any(page.public for page in thanks.values())
        own = thanks[f"{GUIDANCE}/thanks"]
        assert own.title == ("Many thanks." if code == "en" else f"Many thanks. ({code})")
        assert 'href="../"' in own.body
        assert f'value="{ROOT}{"" if code == "en" else code + "/"}{GUIDANCE}/thanks/"' in pages[GUIDANCE].body


def test_a_ready_email(pages_with: Pages, read_html: ReadHtml) -> None:
    """Without an address to post to, each answer is a link to an e-mail that says which page it is about."""
    for code, pages in pages_with(feedback=DUTIES, contact_email="team+web@council.example").items():
        page = read_html(pages[CHARTER].body)
        assert [one.tag for one in page.walk() if one.tag in {"form", "input", "textarea"}] == []
        links = [one.attributes["href"] for one in page.walk() if "cp-button" in one.attributes.get("class", "")]
        assert len(links) == 3
        for link, answer in zip(links, ("yes", "partly", "no"), strict=True):
            parts = urlsplit(link)
            assert (parts.scheme, parseaddr(parts.path)[1]) == ("mailto", "team+web@council.example")
            [subject], [body] = (parse_qs(parts.query)[key] for key in ("subject", "body"))
            assert pages[CHARTER].title in subject
            assert body.split("\r\n")[-2:] == [
                f"family / 1.2 / {code} / {answer}",
                f"{ROOT}{'' if code == 'en' else code + '/'}{CHARTER}/",
            ]
            assert len(link) < 2000, "longer links are cut off by some programs"
        assert not [path for path in pages if path.endswith("thanks")]


def test_an_email_beside_a_form(pages_with: Pages) -> None:
    """With both, the form posts, and the address is named as another way."""
    body = pages_with(feedback={"post_to": POST, "email": "team@council.example", **DUTIES})["en"][CHARTER].body
    assert body.count("<form") == 1
    assert 'href="mailto:team@council.example"' in body
    assert "team@council.example?subject=" not in body


def test_staff_confirm_that_they_have_read(pages_with: Pages, read_html: ReadHtml) -> None:
    """Chapter and version are filled in; name, role, day and one of four purposes are asked for; on paper, too."""
    made = pages_with(reading_confirmation={"post_to": POST, **DUTIES})
    for code, pages in made.items():
        assert [path for path, page in pages.items() if 'id="cp-confirm"' in page.body] == [GUIDANCE]
        page = read_html(pages[GUIDANCE].body)
        [form] = [one for one in page.walk() if one.tag == "form"]
        sent = sent_by(form)
        assert (sent["form"], sent["document"], sent["language"]) == ("reading-confirmation", "rules", code)
        asked = {
            one.attributes["name"]: one.attributes
            for one in form.walk()
            if one.tag == "input" and "id" in one.attributes
        }
        assert set(asked) == {"name", "role", "date", "purpose"}
        assert all("required" in field for field in asked.values())
        assert asked["name"]["autocomplete"] == "name"
        assert asked["role"]["autocomplete"] == "organization-title"
        purposes = [one.attributes["value"] for one in form.walk() if one.attributes.get("name") == "purpose"]
        assert purposes == ["induction", "supervision", "cpd", "team-discussion"]
        [facts] = [one.text for one in page.walk() if one.attributes.get("class") == "cp-form__facts"]
        assert "The rules in short" in facts
        [paper] = [one for one in page.walk() if one.attributes.get("class") == "cp-form__paper"]
        assert len(paper.children) == 9
        assert not [one for one in paper.walk() if one.tag == "input"]


def test_purposes_of_a_document(pages_with: Pages, read_html: ReadHtml) -> None:
    """A document may say in its own words what it is read for; each opens an e-mail with room for name and role."""
    words = "reading_confirmation: {text: Say that you have read it., purposes: [My first week, A new job]}\n"
    pages = pages_with(reading_confirmation={"email": "train@council.example", **DUTIES}, words=words)["en"]
    page = read_html(pages[GUIDANCE].body)
    links = [one for one in page.walk() if "cp-button" in one.attributes.get("class", "")]
    assert [link.text for link in links] == ["My first week", "A new job"]
    [body] = parse_qs(urlsplit(links[1].attributes["href"]).query)["body"]
    assert "Why did you read it? A new job" in body
    assert {"Your name: ", "Your role: ", "Date: "} <= set(body.split("\r\n"))
    assert "Say that you have read it." in page.text


def test_a_site_without_an_address(sample: Path, pages_with: Pages, edit: Callable[[str, str, str], int]) -> None:
    """Where the site does not know its address, the page is named by its place, and nothing is led back."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    assert "site_url" not in (sample / "mkdocs.yml").read_text("utf-8")
    body = pages_with(feedback={"post_to": POST, **DUTIES})["ur"][CHARTER].body
    assert f'name="page" value="/ur/{CHARTER}/"' in body
    assert 'name="next"' not in body


def test_no_address_can_add_to_an_email() -> None:
    """Signs that mean something in a link are written so that they mean nothing."""
    link = mail_link("a?cc=b@c.example", "50% & more\r\nBcc: x", ["a&b=c", "", "#1 ü"])
    parts = urlsplit(link)
    assert (parts.path, parts.fragment) == ("a%3Fcc%3Db@c.example", "")
    assert parse_qs(parts.query) == {"subject": ["50% & more\r\nBcc: x"], "body": ["a&b=c\r\n\r\n#1 ü"]}
