"""A leaflet of some promises, in fewer words, and the short address on it, from the files to paper and site."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from pypdfium2 import PdfDocument

from charterpress.languages.words import load_words

Built = Callable[[str], Path]
EXAMPLE, CHARTER = "leaflet-of-some-promises", "school-promises"
FOLDERS = {"en": "", "ur": "ur"}
SHORT = {"en": "Answer each letter within 5 school days", "ur": "ہر خط کا جواب اسکول کے 5 دن کے اندر دیں گے"}
LONG = {"en": "on paper or by e-mail", "ur": "ای میل سے"}
"""Words that only the full text of that promise has."""
LEFT_OUT = {"en": "Lock the file away", "ur": "تالے"}
"""Words that only a promise has which the leaflet leaves out."""


def letters(text: str) -> str:
    """Return the letters and digits of a text: spaces and marks of direction come out of a PDF in many ways."""
    return "".join(letter for letter in text if letter.isalnum())


def panels(file: Path) -> list[str]:
    """Return the letters on each page of a PDF."""
    with PdfDocument(file) as pdf:
        return [letters(page.get_textpage().get_text_range()) for page in pdf]


def files(root: Path, code: str) -> tuple[Path, list[Path]]:
    """Return the folded leaflet of a language, and the files that have the whole charter."""
    folder = root / "site" / FOLDERS[code] / "downloads"
    whole = [folder / f"{CHARTER}.{code}.{name}.pdf" for name in ("sheet", "large-print")]
    return folder / f"{CHARTER}.{code}.pdf", whole


@pytest.mark.parametrize("code", FOLDERS)
def test_the_folded_leaflet_has_some_in_fewer_words(code: str, built: Built) -> None:
    """It has the promises chosen, short where there is a shorter wording, and says on both faces that they are some."""
    folded, _ = files(built(EXAMPLE), code)
    front, *inside, back = panels(folded)
    some = letters(load_words(code)("These are some of the promises. Read them all at"))
    address = letters(f"riverton.example/{FOLDERS[code]}/school")
    for face in (front, back):
        assert some in face
        assert address in face
    assert letters(load_words(code)("Read the whole charter at")) not in back
    said = "".join(inside)
    assert letters(SHORT[code]) in said
    assert letters(LONG[code]) not in said
    assert letters(LEFT_OUT[code]) not in said


@pytest.mark.parametrize("code", FOLDERS)
def test_whole_formats_have_everything(code: str, built: Built) -> None:
    """The sheet and the large print have every promise in full; none calls itself a selection."""
    _, whole = files(built(EXAMPLE), code)
    for file in whole:
        said = "".join(panels(file))
        assert letters(LONG[code]) in said
        assert letters(SHORT[code]) not in said
        assert letters(LEFT_OUT[code]) in said
        assert letters(load_words(code)("These are some of the promises. Read them all at")) not in said


@pytest.mark.parametrize("code", FOLDERS)
def test_the_page_says_which_file_has_some(code: str, built: Built) -> None:
    """The box of downloads says it of the folded leaflet alone; no shorter wording is on the site or in its search."""
    site = built(EXAMPLE) / "site" / FOLDERS[code]
    page = html.unescape((site / "charters" / CHARTER / "index.html").read_text("utf-8"))
    entries = re.findall(r"<li><a href=\"[^\"]+\" download>.*?</li>", page)
    some = load_words(code)("Some of the promises")
    assert [some in entry for entry in entries] == [True, False, False, False]
    assert LONG[code] in page
    for path in (*site.rglob("*.html"), site / "search" / "pages.json"):
        assert SHORT[code] not in html.unescape(path.read_text("utf-8")), path


@pytest.mark.parametrize("code", FOLDERS)
def test_the_short_address_leads_to_the_page(code: str, built: Built) -> None:
    """The page at the short address leads to the charter in its language at once, and is in no list of pages."""
    site = built(EXAMPLE) / "site"
    here = f"{FOLDERS[code]}/school/".lstrip("/")
    signpost = (site / here / "index.html").read_text("utf-8")
    assert f'<html lang="{code}" dir="{"rtl" if code == "ur" else "ltr"}">' in signpost
    [target] = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', signpost)
    there = urljoin(f"https://riverton.example/{here}", target)
    assert there == f"https://riverton.example/{here.replace('school/', f'charters/{CHARTER}/')}"
    assert f'<link rel="canonical" href="{there}">' in signpost
    assert (site / there.removeprefix("https://riverton.example/") / "index.html").is_file()
    assert '<meta name="robots" content="noindex">' in signpost
    assert "school/</loc>" not in (site / "sitemap.xml").read_text("utf-8")
    entries = json.loads((site / FOLDERS[code] / "search" / "pages.json").read_text("utf-8"))
    assert len(entries) > 5
    assert not [entry for entry in entries if entry["href"].startswith("school")]
    for path in site.rglob("*.html"):
        assert not re.search(r'href="(?:\.\./)*(?:ur/)?school/"', path.read_text("utf-8")), path
