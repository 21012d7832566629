"""Test what a translated page says of its translation: who made it, who checked it, what is not translated yet."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from charterpress.check import Checked
from charterpress.content.library import load_library
from charterpress.content.model import Document
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import Catalogue
from charterpress.languages.locales import load_locale
from charterpress.languages.reviews import sign
from charterpress.languages.translate import translate
from charterpress.languages.words import Words, load_words
from charterpress.site.addresses import path_of, site_map
from charterpress.site.environment import page_environment
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer

Renderers = Callable[..., dict[str, PageRenderer]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
Read = Callable[..., Any]

CHARTER = "charters/family"
READER, READ_ON = "A native reader", date(2026, 5, 1)
OTHER = "Another <reader>"
CHECKED = ("One text on this page has been checked.", "{number} texts on this page have been checked.")
UNTRANSLATED = (
    "One text on this page is not translated yet.",
    "{number} texts on this page are not translated yet.",
)
DIGITS = "".join(chr(0x09E6 + digit) for digit in range(10))


def words_of(markup: str) -> str:
    """Return the words of a piece of HTML with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def page_of(renderer: PageRenderer, path: str = CHARTER) -> Page:
    """Return a page of a language."""
    return next(page for page in renderer.pages() if page.path == path)


def notice_of(renderer: PageRenderer, path: str = CHARTER) -> str:
    """Return the notice of a page, as HTML; there is one."""
    [notice] = re.findall(r'<aside class="cp-notice.*?</aside>', page_of(renderer, path).body, re.DOTALL)
    assert isinstance(notice, str)
    return notice


def source_texts(sample: Path, key: str = "family") -> list[str]:
    """Return the texts of a document of the sample."""
    return [text.text for text in texts_of(load_library(sample / "docs").documents[key])]


def put_in_header(po: Path, *lines: str) -> None:
    """Add lines to the header of a PO file."""
    text = po.read_text("utf-8")
    language = re.search(r'^"Language: .*\n', text, re.MULTILINE)
    assert language is not None
    added = "".join(json.dumps(line + "\n", ensure_ascii=False) + "\n" for line in lines)
    po.write_text(text.replace(language[0], language[0] + added), encoding="utf-8")


def sign_one(po: Path, source: str, translation: str, name: str = READER, day: date = READ_ON) -> None:
    """Sign one text of a PO file."""
    text = po.read_text("utf-8")
    entry = f"msgid {json.dumps(source)}\nmsgstr {json.dumps(translation, ensure_ascii=False)}\n"
    assert text.count(entry) == 1
    start = text.rindex("msgctxt", 0, text.index(entry))
    signature = f"# {sign(name, day, source, translation)}\n"
    po.write_text(text[:start] + signature + text[start:], encoding="utf-8")


def says(notice: str, words: Words, word: str, **values: object) -> bool:
    """Tell whether a notice has an interface word, in the language of the page."""
    return words(word, **values) in words_of(notice)


def test_the_language_it_was_written_in(renderers: Renderers) -> None:
    """A page in the language it was written in has no notice: there is nothing to doubt."""
    for page in renderers()["en"].pages():
        assert "cp-notice--draft" not in page.body
        assert 'id="cp-translation"' not in page.body


@pytest.mark.parametrize("locale", ["cy", "ur"])
def test_a_draft(renderers: Renderers, translate_sample: Translate, locale: str) -> None:
    """A page that nobody has checked says so first, and leads to the original in that one's language."""
    translate_sample(locale, "family")
    notice, words = notice_of(renderers()[locale]), load_words(locale)
    assert 'class="cp-notice cp-notice--draft"' in notice
    assert says(notice, words, "Draft translation")
    assert says(notice, words, "No one has checked these words yet.")
    assert says(notice, words, "If you are not sure, read the original:")
    assert not says(notice, words, "About this translation")
    assert not says(notice, words, "A computer made this translation.")
    source = f'href="../../../{CHARTER}/" hreflang="en" lang="en" dir="ltr">English</a>'
    assert source in notice
    body = page_of(renderers()[locale]).body
    assert body.index("<h1") < body.index("cp-notice") < body.index("<h2")


def test_the_notice_has_a_name(renderers: Renderers, translate_sample: Translate, read_html: Read) -> None:
    """The notice is a part of its own, named by its first words."""
    translate_sample("cy", "family")
    [aside] = [each for each in read_html(notice_of(renderers()["cy"])).walk() if each.tag == "aside"]
    [heading] = [each for each in aside.walk() if each.attributes.get("id") == aside.attributes["aria-labelledby"]]
    assert heading.text == load_words("cy")("Draft translation")


@pytest.mark.parametrize("locale", ["cy", "ur"])
def test_a_machine(renderers: Renderers, translate_sample: Translate, locale: str) -> None:
    """What a machine translated says so, whoever stands in the file as its translator."""
    put_in_header(translate_sample(locale, "family"), "X-Translation-Method: machine", f"Last-Translator: {OTHER}")
    notice, words = notice_of(renderers()[locale]), load_words(locale)
    assert says(notice, words, "A computer made this translation.")
    assert says(notice, words, "No one has checked these words yet.")
    assert OTHER not in words_of(notice)


@pytest.mark.parametrize("locale", ["cy", "ur"])
def test_a_person(renderers: Renderers, translate_sample: Translate, locale: str) -> None:
    """What a person translated names them; their name is no HTML, and their address stays at home."""
    name = "A translator & 'one' more"
    put_in_header(translate_sample(locale, "family"), f"Last-Translator: {name} <reader@council.example>")
    notice, words = notice_of(renderers()[locale]), load_words(locale)
    assert says(notice, words, "This translation was made by {name}.", name=name)
    assert not says(notice, words, "A computer made this translation.")
    assert says(notice, words, "No one has checked these words yet.")
    assert "A translator &amp; &#39;one&#39; more" in notice
    assert "reader@council.example" not in notice


@pytest.mark.parametrize("nobody", ["nobody yet", "FULL NAME <EMAIL@ADDRESS>", "", "nobody yet <>"])
def test_nobody(renderers: Renderers, translate_sample: Translate, nobody: str) -> None:
    """Where the file names nobody, the page names nobody."""
    put_in_header(translate_sample("cy", "family"), f"Last-Translator: {nobody}")
    words = load_words("cy")
    start = words("This translation was made by {name}.", name="|").partition("|")[0]
    assert len(start) > 5
    assert start not in words_of(notice_of(renderers()["cy"]))


@pytest.mark.parametrize("locale", ["cy", "ur"])
def test_all_of_it_reviewed(renderers: Renderers, translate_sample: Translate, locale: str) -> None:
    """A page of which every word was checked names who did it and the day, and is no draft."""
    put_in_header(translate_sample(locale, "family", flag="reviewed"), "X-Translation-Method: machine")
    notice, words = notice_of(renderers()[locale]), load_words(locale)
    day = load_locale(locale).date(READ_ON)
    assert "cp-notice--draft" not in notice
    assert says(notice, words, "About this translation")
    assert says(notice, words, "These words were checked by {names}.", names=f"{READER} ({day})")
    assert says(notice, words, "A computer made this translation.")
    assert not says(notice, words, "Draft translation")
    assert not says(notice, words, "No one has checked these words yet.")


def test_several_readers(renderers: Renderers, translate_sample: Translate) -> None:
    """Each who checked a part is named once, with the newest day, joined as the language joins a list."""
    po = translate_sample("cy", "family", flag="reviewed")
    text = po.read_text("utf-8")
    old = sign(READER, READ_ON, "Hear you out.", "Hear you out. (cy)")
    assert text.count(old) == 1
    text = text.replace(old, sign(OTHER, date(2026, 4, 2), "Hear you out.", "Hear you out. (cy)"))
    old = sign(READER, READ_ON, "Meetings", "Meetings (cy)")
    assert text.count(old) == 1
    po.write_text(text.replace(old, sign(READER, date(2026, 6, 3), "Meetings", "Meetings (cy)")), encoding="utf-8")
    notice, words, locale = notice_of(renderers()["cy"]), load_words("cy"), load_locale("cy")
    names = [f"{READER} ({locale.date(date(2026, 6, 3))})", f"{OTHER} ({locale.date(date(2026, 4, 2))})"]
    assert says(notice, words, "These words were checked by {names}.", names=locale.list(names))
    assert words_of(notice).count(READER) == words_of(notice).count(OTHER) == 1


@pytest.mark.parametrize("locale", ["cy", "ur", "bn"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_partly_reviewed(  # noqa: PLR0913 - fixtures and cases
    sample: Path, edit: Edit, renderers: Renderers, translate_sample: Translate, *, locale: str, number: int
) -> None:
    """A page of which some texts were checked says how many, and stays a draft; it names nobody for the rest."""
    if locale == "bn":
        edit("mkdocs.yml", "{locale: ur}", "{locale: bn}")
    po = translate_sample(locale, "family")
    for source in source_texts(sample)[-number:]:
        sign_one(po, source, f"{source} ({locale})")
    notice, words = notice_of(renderers()[locale]), load_words(locale)
    told = words.plural(*CHECKED, number, number=load_locale(locale).number(number))
    assert told in words_of(notice)
    assert ("cp-notice--draft" in notice, says(notice, words, "Draft translation")) == (True, True)
    assert not says(notice, words, "No one has checked these words yet.")
    assert READER not in notice


def test_reviewed_and_not_complete(edit: Edit, renderers: Renderers, translate_sample: Translate) -> None:
    """Where drafts are not shown, what is left was checked: the page names who did, and lists what is missing."""
    edit("mkdocs.yml", "draft: show", "draft: source")
    po = translate_sample("cy", "family", flag="reviewed")
    text = po.read_text("utf-8")
    po.write_text(text.replace(f"# {sign(READER, READ_ON, 'Meetings', 'Meetings (cy)')}\n", ""), encoding="utf-8")
    notice, words = notice_of(renderers()["cy"]), load_words("cy")
    assert "cp-notice--draft" not in notice
    assert f"{READER} (" in words_of(notice)
    assert re.findall(r'<li><a href="#([^"]+)">', notice) == ["meetings"]
    assert words.plural(*UNTRANSLATED, 1) in words_of(notice)


GAPS = ["Hear you out.", "Welcome", "The ladder"]


@pytest.mark.parametrize("locale", ["cy", "ur", "bn"])
@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_what_is_not_translated(  # noqa: PLR0913 - fixtures and cases
    edit: Edit, renderers: Renderers, translate_sample: Translate, read_html: Read, *, locale: str, number: int
) -> None:
    """The notice counts the texts that are not translated, and lists each with its language, leading to its place."""
    if locale == "bn":
        edit("mkdocs.yml", "{locale: ur}", "{locale: bn}")
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample(locale, "family", dict.fromkeys(GAPS[:number], ""))
    page = page_of(renderers()[locale])
    notice, direction = notice_of(renderers()[locale]), load_locale(locale).direction
    if not number:
        assert "cp-untranslated" not in notice
        return
    told = load_words(locale).plural(*UNTRANSLATED, number, number=load_locale(locale).number(number))
    tree = read_html(notice, locale, direction)
    [summary] = [each for each in tree.walk() if each.tag == "summary"]
    assert (summary.text, summary.lang) == (told, locale)
    links = {each.text: each for each in tree.walk() if each.attributes.get("href", "").startswith("#")}
    assert sorted(links) == sorted(GAPS[:number])
    for text, link in links.items():
        [words] = [each for each in link.walk() if text in each.own_text]
        assert (words.lang, words.dir) == ("en", "ltr")
        assert f'id="{link.attributes["href"][1:]}"' in page.body


def test_numbers_are_those_of_the_language(edit: Edit, renderers: Renderers, translate_sample: Translate) -> None:
    """A page in Bangla counts in Bangla digits, whether or not its words for that are translated."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: bn}")
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("bn", "family", dict.fromkeys(GAPS, ""))
    [summary] = re.findall(r"<summary>(.*?)</summary>", notice_of(renderers()["bn"]))
    assert DIGITS[3] in summary
    assert not re.search(r"[0-9]", summary)


def test_a_stale_text(edit: Edit, renderers: Renderers, translate_sample: Translate) -> None:
    """A text whose source has changed shows in its new words, not in the old translation, and is listed."""
    edit("mkdocs.yml", "stale: hide", "stale: source")
    translate_sample("cy", "family", flag="reviewed")
    edit("docs/charters/family.yml", "text: Hear you out.", "text: Never hear you out.")
    body, notice = page_of(renderers()["cy"]).body, notice_of(renderers()["cy"])
    assert "Hear you out. (cy)" not in body
    assert '<span lang="en" dir="ltr">Never hear you out.</span>' in body.replace(notice, "")
    assert re.findall(r'<li><a href="#([^"]+)">', notice) == ["hear-services"]


def bare(renderer: PageRenderer, documents: Mapping[str, Document]) -> PageRenderer:
    """Return what renders pages on which nothing is translated."""
    locale = renderer.locale
    items = {key: translate(document, Catalogue(Path("a.po"), locale, {})) for key, document in documents.items()}
    return replace(renderer, library=replace(renderer.library, documents=items, shown=frozenset(items)))


@pytest.fixture(params=["the sample", "the reference site"])
def untranslated(request: pytest.FixtureRequest) -> PageRenderer:
    """Return a language in which every document is shown and nothing is translated: the longest lists there are."""
    if request.param == "the sample":
        languages: dict[str, PageRenderer] = request.getfixturevalue("renderers")()
        sources = {key: item.document for key, item in languages["en"].library.documents.items()}
        return bare(languages["ur"], sources)
    reference: Checked = request.getfixturevalue("reference")
    assert reference.project is not None
    sitemap = site_map(reference.languages, reference.project)
    environment = page_environment(reference.project.overrides)
    renderer = PageRenderer(reference.languages["ur"], load_words("ur"), sitemap, environment)
    return bare(renderer, reference.library.documents)


def pages_with_lists(renderer: PageRenderer) -> list[tuple[Page, str, int]]:
    """Return each page with a notice, the notice, and how many texts the page's document has."""
    items = {path_of(item.document): len(item.texts) for item in renderer.library.documents.values()}
    pages = [page for page in renderer.pages() if page.path in items]
    assert len(pages) >= 4
    return [(page, notice_of(renderer, page.path), items[page.path]) for page in pages]


def test_every_text_is_listed(untranslated: PageRenderer) -> None:
    """The list has an entry for each text of the document, none of them empty."""
    for page, notice, number in pages_with_lists(untranslated):
        entries = re.findall(r"<li>(.*?)</li>", notice)
        assert len(entries) == number, page.path
        assert all(words_of(entry) for entry in entries)


def test_every_entry_leads_to_a_place(untranslated: PageRenderer) -> None:
    """Where an entry is a link, the page has the part that it leads to."""
    lost = [
        f"{page.path}#{anchor}"
        for page, notice, _ in pages_with_lists(untranslated)
        for anchor in re.findall(r'href="#([^"]+)"', notice)
        if f'id="{anchor}"' not in page.body
    ]
    assert sorted(set(lost)) == []


def test_no_link_in_a_link(untranslated: PageRenderer) -> None:
    """An entry that is a link has no link in it, though the text may have some, and calls of notes."""
    for page, notice, _ in pages_with_lists(untranslated):
        depth = 0
        for closing in re.findall(r"<(/?)a[ >]", notice):
            depth += -1 if closing else 1
            assert depth in (0, 1), page.path


def test_the_list_takes_nothing_from_the_text(untranslated: PageRenderer) -> None:
    """What a note links back to is its call in the text, not in a list that is closed."""
    calls = 0
    for page, notice, _ in pages_with_lists(untranslated):
        assert 'id="cp-call-' not in notice, page.path
        for note in re.findall(r'href="#(cp-call-[^"]+)" role="doc-backlink"', page.body):
            assert page.body.count(f'id="{note}"') == 1
            calls += 1
    assert calls > 0


def test_long_texts_are_cut(edit: Edit, renderers: Renderers, translate_sample: Translate) -> None:
    """A long text is cut in the list, and never in the middle of a mark of Markdown."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    long = "We will answer each of your letters, whoever wrote them, in [these five days](https://a.example/b) or so."
    edit("docs/charters/family.yml", "text: Answer your letters.", f'text: "{long}"')
    translate_sample("cy", "family", {long: ""})
    notice = notice_of(renderers()["cy"])
    [entry] = [words_of(entry) for entry in re.findall(r"<li>(.*?)</li>", notice)]
    assert entry.startswith("We will answer each of your letters")
    assert len(entry) <= 80
    assert not re.search(r"[\[\]()]", entry)


def test_a_theme_with_drafts_of_a_charter(renderers: Renderers, translate_sample: Translate) -> None:
    """A theme's page whose own words were checked does not say so of promises it gathers that nobody has checked."""
    translate_sample("cy", "listening", flag="reviewed")
    translate_sample("cy", "family")
    renderer, words = renderers()["cy"], load_words("cy")
    assert "Hear you out. (cy)" in page_of(renderer, "themes/listening").body
    notice = notice_of(renderer, "themes/listening")
    assert says(notice, words, "Draft translation")


def test_a_made_up_language(renderers: Renderers, edit: Edit, sample: Path) -> None:
    """A page in a made-up language is a computer's, and says so in words as made-up."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: en-XA}")
    (sample / "docs/index.ur.md").rename(sample / "docs/index.en-XA.md")
    notice, words = notice_of(renderers()["en-XA"]), load_words("en-XA")
    assert words("A computer made this translation.") != "A computer made this translation."
    assert says(notice, words, "A computer made this translation.")
    assert says(notice, words, "No one has checked these words yet.")
    assert "cp-untranslated" not in notice


def test_words_that_are_on_paper_alone(renderers: Renderers, translate_sample: Translate, edit: Edit) -> None:
    """A shorter wording for leaflets is on no page: nothing is said there of whether it is translated or checked."""
    edit(
        "docs/charters/family.yml",
        "text: Answer your letters.",
        "text: Answer your letters.\n            leaflet: Answer you.",
    )
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Answer you.": ""})
    body = page_of(renderers()["cy"]).body
    assert "cp-untranslated" not in body
    po = translate_sample("cy", "family")
    sign_one(po, "Answer you.", "Answer you. (cy)")
    notice = notice_of(renderers()["cy"])
    assert says(notice, load_words("cy"), "No one has checked these words yet.")
    assert "Answer you." not in words_of(page_of(renderers()["cy"]).body)


def test_a_note_that_only_a_leaflet_calls(renderers: Renderers, edit: Edit) -> None:
    """A note that only a shorter wording calls is neither called nor listed on the page."""
    charter = "docs/charters/family.yml"
    edit(charter, "text: Answer your letters.", "text: Answer your letters.\n            leaflet: Answer you.[^more]")
    edit(charter, "notes:\n", "notes:\n  - {id: more, text: There is more to say.}\n")
    body = page_of(renderers()["en"]).body
    assert "There is more to say." not in body
    assert "the law" in body
