"""Test how the inline Markdown of a text becomes HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model.text import Text
from charterpress.site.richtext import RichText
from charterpress.site.terms import NO_TERMS, Explained, vocabulary_of


def render(text: str, locale: str = "en") -> str:
    """Return a text as HTML on a page that belongs to no document."""
    return str(RichText(locale, None, lambda target: f"to/{target}", Explained(NO_TERMS))(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain words", "plain words"),
        ("**must** and *may*", "<strong>must</strong> and <em>may</em>"),
        ("***both***", "<strong><em>both</em></strong>"),
        ("[the *law*](guidance:x#y)", '<a href="to/guidance:x#y">the <em>law</em></a>'),
        (
            "[a](https://a.example) [b](https://b.example)",
            '<a href="to/https://a.example">a</a> <a href="to/https://b.example">b</a>',
        ),
        ("two\nlines", "two lines"),
        (r"\*not weight\*", "*not weight*"),
    ],
)
def test_marks(text: str, html: str) -> None:
    """Weight and links become elements; everything else stays as it is."""
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Tom & Jerry < 5", "Tom &amp; Jerry &lt; 5"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ('[x](https://a.example/"onclick="y)', '<a href="to/https://a.example/&#34;onclick=&#34;y">x</a>'),
        ("# no heading\n- no list", "# no heading - no list"),
        ("![no picture](https://a.example/p.png)", '!<a href="to/https://a.example/p.png">no picture</a>'),
    ],
)
def test_html_is_escaped(text: str, html: str) -> None:
    """Whatever looks like HTML in a text is shown as its characters, in attributes too."""
    assert render(text) == html


def test_an_address_is_left_to_right() -> None:
    """An address that is its own link reads from left to right in every language."""
    html = render("[a@b.example](mailto:a@b.example)", "ur")
    assert html == '<a href="to/mailto:a@b.example" dir="ltr"><bdi dir="ltr">a@b.example</bdi></a>'
    assert (
        render("[a@b.example](mailto:a@b.example)", "cy") == '<a href="to/mailto:a@b.example" dir="ltr">a@b.example</a>'
    )
    assert 'dir="ltr"' not in render("[لکھیں](mailto:a@b.example)", "ur")


def test_a_text_in_another_language_says_so() -> None:
    """A text that is not translated carries its language and its direction."""
    assert render(Text("Hear **us**.", "en"), "ur") == '<span lang="en" dir="ltr">Hear <strong>us</strong>.</span>'
    assert render(Text("سنیں", "ur"), "en") == '<span lang="ur" dir="rtl">سنیں</span>'


def test_a_text_in_the_language_of_the_page_is_not_marked() -> None:
    """A text in the page's own language needs no mark."""
    assert render(Text("Clywed", "cy"), "cy") == "Clywed"
    assert render("Hear us.", "en") == "Hear us."


def test_notes_are_numbered_in_the_order_of_the_document(sample: Path) -> None:
    """The first note that is called is number 1; each call links to its note, and the first is linked back to."""
    document = load_library(sample / "docs").documents["family"]
    text = RichText("en", document, lambda target: target, Explained(NO_TERMS))
    assert text.note_number("law") == 1
    assert text.note_number("other") is None
    first, second = str(text("Hear us.[^law]")), str(text("Again.[^law]"))
    assert first == ('Hear us.<sup class="cp-call"><a id="cp-call-law" href="#law" role="doc-noteref">1</a></sup>')
    assert second == 'Again.<sup class="cp-call"><a href="#law" role="doc-noteref">1</a></sup>'


@pytest.mark.parametrize(("locale", "number"), [("cy", "1"), ("ur", "1"), ("bn", "\u09e7"), ("fa", "\u06f1")])
def test_numbers_of_notes(sample: Path, locale: str, number: str) -> None:
    """The number of a note is written in the digits of the page's language."""
    document = load_library(sample / "docs").documents["family"]
    html = str(RichText(locale, document, lambda target: target, Explained(NO_TERMS))("[^law]"))
    assert re.findall(r">([^<]+)<", html) == [number]


def test_a_note_in_a_link(sample: Path) -> None:
    """A note call among the words of a link stands beside the link, not inside of it."""
    document = load_library(sample / "docs").documents["family"]
    html = str(RichText("en", document, lambda target: target, Explained(NO_TERMS))("[Hear us[^law]](#advocate)"))
    assert html == (
        '<a href="#advocate">Hear us</a>'
        '<sup class="cp-call"><a id="cp-call-law" href="#law" role="doc-noteref">1</a></sup>'
    )


def test_a_note_that_the_page_does_not_have() -> None:
    """A text that is quoted on another page leaves its notes at home."""
    assert render("Hear us.[^law]") == "Hear us."


LINK = '<a class="cp-term" href="#cp-word-advocate">advocate</a>'


@pytest.fixture
def told(sample: Path) -> RichText:
    """Return the texts of a page that can explain the terms of the vocabulary."""
    document = load_library(sample / "docs").documents["involved"]
    return RichText("en", document, lambda target: target, Explained(vocabulary_of(document, "en")))


def test_terms_are_linked_in_what_is_told(told: RichText) -> None:
    """What is told links a term at its first use, inside of its marks; a text that is only shown never does."""
    assert str(told("Why an *advocate* helps")) == "Why an <em>advocate</em> helps"
    assert told.explained.terms == {}
    assert str(told.told("An *advocate* helps.")) == f"An <em>{LINK}</em> helps."
    assert [term.id for term in told.explained.others] == ["advocate"]
    assert str(told.told("An *advocate* helps.")) == "An <em>advocate</em> helps."


def test_a_link_is_not_told(told: RichText) -> None:
    """Words that are a link already link no term; the words beside them do."""
    html = str(told.told("[An advocate](https://a.example) & your advocate"))
    assert html == f'<a href="https://a.example">An advocate</a> &amp; your {LINK}'


def test_a_text_in_another_language_is_not_told(told: RichText) -> None:
    """A text in another language than the page links no term, and is marked as it is when shown."""
    assert str(told.told(Text("Yr advocate.", "cy"))) == '<span lang="cy" dir="ltr">Yr advocate.</span>'
    assert str(told.told(Text("Your advocate.", "en"))) == f"Your {LINK}."


def test_texts_of_two_documents_on_one_page(told: RichText) -> None:
    """A text that a page quotes from another document does not link again what the page has explained."""
    quoted = RichText("en", None, lambda target: target, told.explained)
    assert str(quoted.told("An advocate helps.")) == f"An {LINK} helps."
    assert str(told.told("Your advocate.")) == "Your advocate."


def test_no_terms_without_a_vocabulary() -> None:
    """On a page that can explain nothing, nothing that is told links a term."""
    text = RichText("en", None, lambda target: target, Explained(NO_TERMS))
    assert str(text.told("An advocate & so on.")) == "An advocate &amp; so on."


def test_a_link_that_leads_nowhere_leaves_its_words() -> None:
    """Where a target has no address, its words stand alone, emphasis and all; other links stay."""
    text = RichText("en", None, {"#here": "page/#here"}.get, Explained(NO_TERMS))
    assert str(text("a [*gone* word](#gone) and [one](#here)")) == (
        'a <em>gone</em> word and <a href="page/#here">one</a>'
    )


def test_plain_words_say_their_language_once() -> None:
    """Parts of a plain text are escaped, and foreign words keep their direction; the whole names its language."""
    text = RichText("ur", None, str, Explained(NO_TERMS), "en")
    assert str(text.plain("<Forum>", Text("<Forum> meets", "en"))) == "&lt;Forum&gt;"
    assert str(text.plain("فورم Forum", Text("فورم Forum", "ur"))) == 'فورم <bdi lang="en" dir="ltr">Forum</bdi>'
