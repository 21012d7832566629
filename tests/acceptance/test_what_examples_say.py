"""What the pages of the example projects tell their readers."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from pypdfium2 import PdfDocument

from charterpress.content.inline import plain_text
from charterpress.languages.words import load_words

Built = Callable[[str], Path]


def source_of(path: Path) -> str:
    """Return the HTML of a page."""
    return (path / "index.html").read_text("utf-8")


def words_on(path: Path) -> str:
    """Return what a reader reads on a page, with single spaces."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", source_of(path), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.mark.parametrize(
    ("example", "locale", "direction", "document"),
    [
        ("english-and-welsh", "cy", "ltr", "working-together"),
        ("english-and-urdu", "ur", "rtl", "forum-promise"),
    ],
)
def test_every_translation_is_on_the_page(
    example: str, locale: str, direction: str, document: str, built: Built
) -> None:
    """A translated charter shows each of its texts in the language, which the page names with its direction."""
    root = built(example)
    page = root / "site" / locale / "charters" / document
    catalogue = read_po(io.BytesIO((root / "i18n" / locale / f"{document}.po").read_bytes()))
    texts = [plain_text(str(message.string)) for message in catalogue if message.id]
    assert len(texts) > 10
    assert [text for text in texts if text not in words_on(page)] == []
    assert f'<html lang="{locale}" dir="{direction}"' in source_of(page)


def test_only_a_translation_that_nobody_checked_is_marked_as_a_draft(built: Built) -> None:
    """The Welsh page says in Welsh that it is a draft; the reviewed Urdu page and the English one do not."""
    welsh, urdu = built("english-and-welsh") / "site", built("english-and-urdu") / "site"
    draft = "Draft translation"
    assert load_words("cy")(draft) in words_on(welsh / "cy" / "charters" / "working-together")
    assert draft not in words_on(welsh / "charters" / "working-together")
    assert load_words("ur")(draft) not in words_on(urdu / "ur" / "charters" / "forum-promise")


def test_a_page_names_itself_in_its_other_languages(built: Built) -> None:
    """Each version of a page links all versions for search engines, and the other ones for readers."""
    page = Path("charters", "working-together")
    site = built("english-and-welsh") / "site"
    english, welsh = source_of(site / page), source_of(site / "cy" / page)
    address = "https://charters.exampleton.example/{}charters/working-together/"
    for text in (english, welsh):
        for code, folder in (("en", ""), ("cy", "cy/"), ("x-default", "")):
            assert f'hreflang="{code}" href="{address.format(folder)}"' in text
    assert re.search(r'<a href="\.\./\.\./cy/charters/working-together/"[^>]* lang="cy"', english)
    assert re.search(r'<a href="\.\./\.\./\.\./charters/working-together/"[^>]* lang="en"', welsh)


def test_a_charter_says_all_it_knows_about_a_promise(built: Built) -> None:
    """An exception, a deadline with its start, a hedge and the note stand with the promise they belong to."""
    charters = built("english-and-welsh") / "site" / "charters"
    said = words_on(charters / "working-together")
    for text in (
        "Show you a report before we share it.1",
        "We will not do so if it could put a child at risk.",
        "three working days",
        "The time starts when the report is ready.",
        "Data protection law says who may see what is written about you.",
        "A plan says who will help your child, and how.",
        "families@exampleton.example",
    ):
        assert text in said
    hedged = words_on(built("one-charter") / "site" / "charters" / "school-and-home")
    assert "Tell you when things go well, and not just when they go wrong. Where possible" in hedged


def test_printed_numbers_stay_as_printed(built: Built) -> None:
    """A section of guidance keeps its number, even where numbers jump."""
    page = source_of(built("guidance-and-guide") / "site" / "guidance" / "meetings")
    headings = [html.unescape(re.sub("<[^>]+>", "", h)) for h in re.findall(r"<h2[^>]*>(.*?)</h2>", page)]
    for heading in ("1 Before the meeting", "1.1 Time and place", "3 After the meeting"):
        assert heading in headings


def test_a_guide_leads_to_the_rules_behind_it(built: Built) -> None:
    """A citation links the provision, says where it stands, and the guidance says that its edition is old."""
    site = built("guidance-and-guide") / "site"
    guide = source_of(site / "guides" / "before-a-meeting")
    assert 'href="../../guidance/meetings/#send-papers"' in guide
    assert 'href="../../guidance/meetings/#ask-when"' in guide
    said = words_on(site / "guides" / "before-a-meeting")
    for text in ("Edition of September 2025", "page 12", "paragraph 1.3", "Edition of May 2021"):
        assert text in said
    assert "It has been replaced by the edition of September 2025." in words_on(site / "guidance" / "meetings")


def test_a_project_can_have_its_own_look_and_templates(built: Built) -> None:
    """A style sheet in overrides/ is linked last, and a template in overrides/pages/ wins over the package's."""
    site = built("own-look-in-a-subfolder") / "site"
    page = source_of(site / "themes" / "your-say")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    assert sheets[-1].endswith("assets/stylesheets/hillside.css")
    assert "Hillside Youth Voice chose this theme." in words_on(site / "themes" / "your-say")
    assert 'rel="canonical" href="https://council.hillside.example/families/charters/themes/your-say/"' in page


def test_what_is_excluded_is_not_published(built: Built) -> None:
    """How-tos that `exclude_docs` names, YAML and templates are not in the site, its search or its sitemap."""
    site = built("own-look-in-a-subfolder") / "site"
    assert {path.suffix for path in site.rglob("*") if path.is_file()}.isdisjoint({".yml", ".yaml", ".po", ".md"})
    assert not (site / "howto").exists()
    assert not (site / "pages").exists()
    search = (site / "search" / "pages.json").read_text("utf-8")
    assert "Young people in care" in search
    assert "How to change a promise" not in search
    assert "howto" not in (site / "sitemap.xml").read_text("utf-8")


def test_a_document_has_its_leaflets_as_pdf_files(built: Built) -> None:
    """The page links each format, with the size and the pages that it has; the press file is in print/."""
    root = built("english-and-welsh")
    for folder, code in (("", "en"), ("cy", "cy")):
        screen = root / "site" / folder / "downloads" / f"working-together.{code}.pdf"
        press = root / "print" / code / f"working-together.{code}.trifold.pdf"
        assert screen.read_bytes().startswith(b"%PDF-")
        assert press.read_bytes().startswith(b"%PDF-")
        page = root / "site" / folder / "charters" / "working-together"
        said = words_on(page)
        for ending in ("", ".sheet", ".large-print"):
            name = f"working-together.{code}{ending}.pdf"
            file = screen.with_name(name)
            assert f'href="../../downloads/{name}"' in source_of(page)
            number = len(PdfDocument(file))
            pages = load_words(code).plural("{number} page", "{number} pages", number)
            assert f"PDF, {round(file.stat().st_size / 1000)} kB · {pages}" in said
        assert load_words(code)("Large print") in said
