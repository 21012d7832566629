"""Test how foreign words and figures stand in a text of another script: apart, named, and read from left to right."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.content.texts import texts_of
from charterpress.site.render import PageRenderer
from charterpress.site.richtext import RichText
from charterpress.site.terms import NO_TERMS, Explained, vocabulary_of

Renderers = Callable[..., dict[str, PageRenderer]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]

ROWS = [
    *("1" + "." * 60 + "x", "1" + "-" * 60 + " x", "A" + "." * 60 + "!"),
    *("1 " * 60 + "x", "1-" * 60 + "1x", "A/" * 60 + "5x", "A & " * 60 + "5x", "(1)" * 60 + "x"),
]
PHONES = ("0300 123 4567", "+44 (0)20 7946 0000", "01632 960 123", "020-7946-0000")


@pytest.fixture
def family(sample: Path) -> Document:
    """Return a document that was written in English."""
    return load_library(sample / "docs").documents["family"]


def shown(text: str, locale: str, document: Document | None) -> str:
    """Return a text as HTML on the page of a document, or on one of none."""
    return str(RichText(locale, document, lambda target: target, Explained(NO_TERMS))(text))


def foreign(words: str) -> str:
    """Return words as they stand when they are foreign, and in English."""
    return f'<bdi lang="en" dir="ltr">{words}</bdi>'


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("ur", "اپنے SEND منصوبے", "SEND"),
        ("ar", "خطة EHC لطفلكم", "EHC"),
        ("ur", "Families First Partnership کے لوگ", "Families First Partnership"),
        ("ar", "انظروا Children Act 1989 هنا", "Children Act 1989"),
        ("bn", "আপনার SEND পরিকল্পনা", "SEND"),
        ("pa", "ਤੁਹਾਡੀ SEND ਯੋਜਨਾ", "SEND"),
    ],
)
def test_foreign_words(family: Document, locale: str, text: str, words: str) -> None:
    """English words in a language of another script stand apart as one piece, with their language and direction."""
    assert text.count(words) == 1
    assert shown(text, locale, family) == text.replace(words, foreign(words))


@pytest.mark.parametrize("locale", ["en", "cy", "pl", "ro", "so"])
@pytest.mark.parametrize("text", ["Families First, 0300 123 4567", "Deddf Plant 1989", "Żółw 12-34"])
def test_latin_script(family: Document, locale: str, text: str) -> None:
    """In Latin script nothing is told apart: nobody can tell a foreign name from a word."""
    assert shown(text, locale, family) == text


@pytest.mark.parametrize("locale", ["ur", "ar"])
@pytest.mark.parametrize("phone", PHONES)
def test_phone_numbers(family: Document, locale: str, phone: str) -> None:
    """Between words that run from right to left, a phone number keeps the order of its parts, as one piece."""
    assert shown(f"فون {phone} پر", locale, family) == f'فون <bdi dir="ltr">{phone}</bdi> پر'


@pytest.mark.parametrize("phone", PHONES)
def test_phone_numbers_from_left_to_right(family: Document, phone: str) -> None:
    """Where words run from left to right, the parts of a phone number do so by themselves."""
    assert shown(f"ফোন {phone} এ", "bn", family) == f"ফোন {phone} এ"


@pytest.mark.parametrize("text", ["2026 میں", "5 دن", "\u06f5 دن", "٢٠٢٦", "کل 12."])
def test_single_numbers(family: Document, text: str) -> None:
    """A number of one part needs no help in any direction."""
    assert shown(text, "ur", family) == text


@pytest.mark.parametrize("text", ["بچے (12 سال) کے لیے", "کل (12)", "(12) کل", "عمر (12", "12) کل"])
def test_a_number_in_brackets(family: Document, text: str) -> None:
    """A bracket stays with its other half: torn apart, they would both open to the same side."""
    rendered = shown(text, "ur", family)
    pieces = re.findall(r"<bdi[^>]*>(.*?)</bdi>", rendered)
    assert [piece for piece in pieces if piece.count("(") != piece.count(")")] == []
    assert re.sub(r"</?bdi[^>]*>", "", rendered) == text


def test_a_phone_number_with_brackets(family: Document) -> None:
    """Brackets that open and close within a phone number belong to it; those around it do not."""
    assert shown("فون (020) 7946 0000", "ur", family) == 'فون <bdi dir="ltr">(020) 7946 0000</bdi>'
    assert shown("فون (0300 123 4567)", "ur", family) == 'فون (<bdi dir="ltr">0300 123 4567</bdi>)'


@pytest.mark.parametrize("text", ["في 2023, 2024", "انظروا الفقرة 5. 10 أيام تكفي", "الصفحات 3, 5"])
def test_numbers_one_after_the_other(family: Document, text: str) -> None:
    """Numbers of a list, or of two sentences, run in the direction of the text: they are no phone number."""
    assert shown(text, "ar", family) == text


def test_marks_and_links(family: Document) -> None:
    """Foreign words keep their weight and their link, and stand inside of them."""
    assert shown("**SEND** ہے", "ur", family) == f"<strong>{foreign('SEND')}</strong> ہے"
    linked = shown("دیکھیں [SEND منصوبہ](https://a.example)", "ur", family)
    assert linked == f'دیکھیں <a href="https://a.example">{foreign("SEND")} منصوبہ</a>'


@pytest.mark.parametrize(
    "text",
    [
        "اپنے SEND منصوبے کے لیے 0300 123 4567 پر فون کریں",
        "help@council.example یا https://council.example/a?b=1&c=2",
        "A & B <b>x</b> \"y\" 'z'",
        "(SEND) — 1/2, 3\u20134",
        "  SEND  ",
        "",
        "1. 2. 3.",
        "Ŵy a 5",
    ],
)
@pytest.mark.parametrize("locale", ["ur", "ar", "bn", "en"])
def test_no_letter_is_lost(family: Document, locale: str, text: str) -> None:
    """Whatever stands apart, the words of a text are the same, in their order, and none of them is a tag."""
    rendered = shown(text, locale, family)
    assert set(re.findall(r"</?([a-z]+)", rendered)) <= {"bdi"}
    assert html.unescape(re.sub(r"</?bdi[^>]*>", "", rendered)) == text


def test_a_text_that_is_not_translated(family: Document) -> None:
    """A text that is in its own language as a whole is not cut into pieces."""
    assert (
        shown(Text("Ring 0300 123 4567.", "en"), "ur", family) == '<span lang="en" dir="ltr">Ring 0300 123 4567.</span>'
    )


def test_a_document_in_another_script(family: Document) -> None:
    """Latin words in a document that was written in another script are not said to be in that one's language."""
    arabic = family.model_copy(update={"language": "ar"})
    for locale in ("ar", "ur"):
        assert shown("اپنے SEND منصوبے", locale, arabic) == 'اپنے <bdi dir="ltr">SEND</bdi> منصوبے'


def test_beside_a_term(sample: Path, translate_sample: Translate, renderers: Renderers) -> None:
    """Foreign words beside a term that is linked stand apart as anywhere else."""
    texts = texts_of(load_library(sample / "docs").documents["family"])
    own = {text.text: "لفظ" for text in texts}
    own["Advocate"] = "وکیل"
    own["Answer your letters."] = "آپ کے SEND وکیل کو 0300 123 4567 پر"
    translate_sample("ur", "family", own)
    body = next(page.body for page in renderers()["ur"].pages() if page.path == "charters/family")
    link = '<a class="cp-term" href="#advocate">وکیل</a>'
    assert f'آپ کے {foreign("SEND")} {link} کو <bdi dir="ltr">0300 123 4567</bdi> پر' in body


def test_a_promise_on_the_page_of_its_theme(sample: Path, translate_sample: Translate, renderers: Renderers) -> None:
    """Foreign words in a promise say their language on the page of its theme, as they do in the charter."""
    for key in ("family", "listening"):
        texts = texts_of(load_library(sample / "docs").documents[key])
        own = {text.text: "لفظ" for text in texts}
        if key == "family":
            own["Answer your letters."] = "آپ کے SEND خط"
        translate_sample("ur", key, own)
    bodies = {page.path: page.body for page in renderers()["ur"].pages()}
    for path in ("charters/family", "themes/listening"):
        assert f"آپ کے {foreign('SEND')} خط" in bodies[path], path


def test_terms_of_the_vocabulary(family: Document) -> None:
    """A term that is linked is a link and nothing else; what stands around it is escaped."""
    explained = Explained(vocabulary_of(family, "en"))
    text = RichText("en", family, lambda target: target, explained)
    assert (
        str(text.told("<An> advocate & more"))
        == '&lt;An&gt; <a class="cp-term" href="#advocate">advocate</a> &amp; more'
    )


@pytest.mark.parametrize("text", ROWS)
def test_rows_of_dots(text: str) -> None:
    """A long row of dots or dashes behind a number, as in a form to fill in, keeps nobody waiting."""
    program = (
        "import sys; from charterpress.languages.foreign import pieces_of; "
        "from charterpress.languages.locales import load_locale; "
        "print(''.join(piece.text for piece in pieces_of(sys.argv[1], load_locale('ur'))) == sys.argv[1])"
    )
    try:
        done = subprocess.run([sys.executable, "-c", program, text], capture_output=True, check=True, timeout=20)
    except subprocess.TimeoutExpired:
        pytest.fail("a text of 60 characters takes longer than anybody can wait")
    assert done.stdout.strip() == b"True"
