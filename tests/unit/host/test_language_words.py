"""Test the few words of Material's skeleton: they come from our own catalogues, in every language we have."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from charterpress.host.one_language import THEME
from charterpress.languages.locales import load_locale
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.words import FOLDER, load_words

MATERIAL = Path(str(files("material"))) / "templates"
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.po"))
CODES = ["en", *SHIPPED, *PSEUDO_LOCALES]

Pages = dict[str, str]
Build = Callable[..., tuple[Path, str]]
Read = Callable[[Path], Pages]


def said(locale: str, key: str) -> str:
    """Return what the skeleton says for one of its keys on a page in a language."""
    environment = Environment(loader=FileSystemLoader([THEME, MATERIAL]), autoescape=False)  # noqa: S701 - as MkDocs has it
    template = environment.from_string('{% import "partials/language.html" as lang with context %}[{{ lang.t(key) }}]')
    cp = SimpleNamespace(locale=locale, direction=load_locale(locale).direction, words=load_words(locale))
    # MkDocs-static-i18n names a language that Material has, or English: our own partial must not ask it.
    config = SimpleNamespace(theme=SimpleNamespace(language="de"))
    return template.render(cp=cp, config=config, key=key)


def test_our_partial_wins() -> None:
    """Material has the partial that ours takes the place of, with the same macro."""
    ours, theirs = ((folder / "partials/language.html").read_text("utf-8") for folder in (THEME, MATERIAL))
    assert ours != theirs
    assert "macro t(key)" in ours
    assert "macro t(key)" in theirs


@pytest.mark.parametrize("code", CODES)
def test_what_every_page_needs(code: str) -> None:
    """Language, direction and the link past the navigation are those of the page, without a blank around them."""
    assert len(CODES) > 8
    assert said(code, "language") == f"[{code}]"
    assert said(code, "direction") == f"[{load_locale(code).direction}]"
    assert said(code, "action.skip") == f"[{load_words(code)('Skip to content')}]"


def test_languages_that_material_lacks() -> None:
    """A language that Material does not have is no reason to fail; what we do not say is in English."""
    lacking = [code for code in CODES if not (MATERIAL / f"partials/languages/{code}.html").is_file()]
    assert len(lacking) >= 3
    for code in lacking:
        assert said(code, "footer.next") == "[Next]"


def test_a_key_that_nobody_knows() -> None:
    """A key that a newer Material may ask for is shown as it is, and stops nothing."""
    assert said("ur", "no.such.key") == "[no.such.key]"


@pytest.mark.parametrize(("path", "code"), [("charters/family", "en"), ("cy", "cy"), ("ur", "ur"), ("en-XB", "en-XB")])
def test_a_built_page(pages: Pages, path: str, code: str) -> None:
    """A page that was built has the link past the navigation in its language, and the direction on its body."""
    page = pages[path]
    [skip] = re.findall(r'class="md-skip">\s*(.*?)\s*</a>', page)
    assert skip == load_words(code)("Skip to content")
    assert f'<body dir="{load_locale(code).direction}">' in page


def test_where_the_link_past_the_navigation_leads(pages: Pages) -> None:
    """The link past the navigation leads to a part of the page."""
    count = 0
    for path, page in pages.items():
        for anchor in re.findall(r'<a href="#([^"]+)" class="md-skip">', page):
            assert f'id="{anchor}"' in page, path
            count += 1
    assert count > 20


def test_a_project_with_words_of_its_own(
    sample: Path, build_sample: Build, read_pages: Read, write_po: Callable[..., Path]
) -> None:
    """A word that a project translates itself wins over the one that is shipped, around a page and in it."""
    own = {"Skip to content": "I'r prif beth", "Search these pages": "", "Search": "Chwilota"}
    entries = [("", word, translation) for word, translation in own.items()]
    write_po(*entries, locale="cy", path=sample / "i18n/cy/interface.po")
    folder, _ = build_sample()
    pages = read_pages(folder)
    assert re.findall(r'class="md-skip">\s*(.*?)\s*</a>', pages["cy"]) == ["I'r prif beth"]
    assert '<h1 id="cp-top">Chwilota</h1>' in pages["cy/search"]
    assert load_words("cy")("Search these pages") in pages["cy"]
