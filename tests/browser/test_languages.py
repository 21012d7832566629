"""Open sites in made-up languages, and in languages with gaps, in Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from charterpress.languages.pseudo import CLOSE, OPEN, PSEUDO_LOCALES
from charterpress.languages.words import load_words

Copy = Callable[[Path], Path]
Serve = Callable[[Path], AbstractContextManager[str]]
PAGES = (
    "",
    "charters/mutual-expectations/",
    "charters/send-partnership/",
    "guidance/partnership-with-parents/",
    "guides/parents-in-assessments/",
    "themes/participation/",
    "charters/",
    "glossary/",
    "search/",
    "about/",
    "404.html",
)
NAMES = {"Charters and guides for families", "The charterpress reference site"}
"""What is the same in every language: the names of the site and of who publishes it."""

PLAIN_TEXTS = """
locale => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!/\\p{L}{2}/u.test(node.data) || parent.closest("script, style, svg")) continue;
    if (parent.closest("[lang]").lang === locale) texts.push(node.data.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
    for (const name of ["aria-label", "placeholder", "title", "alt"])
      if (element.hasAttribute(name) && element.closest("[lang]").lang === locale)
        texts.push(element.getAttribute(name));
  return texts;
}
"""


def set_leaflets(project: Path, option: str) -> None:
    """Make fewer leaflets than the reference site has: they take most of the time of a build."""
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert text.count("        enabled: true\n") == 1
    settings.write_text(text.replace("        enabled: true\n", f"        {option}\n"), "utf-8")


@pytest.fixture(scope="module")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory, copy_of_the_project: Copy) -> Path:
    """Return the reference site with the made-up languages."""
    project = copy_of_the_project(tmp_path_factory.mktemp("pseudo") / "project")
    set_leaflets(project, "enabled: false")
    command = [sys.executable, "-m", "charterpress", "build", "--pseudo", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def served_pseudo(pseudo_site: Path, serve: Serve) -> Iterator[str]:
    """Return the address of the site with the made-up languages."""
    with serve(pseudo_site) as address:
        yield address


@pytest.mark.parametrize("page_address", PAGES)
def test_every_word_can_be_translated(browser: Browser, served_pseudo: str, page_address: str) -> None:
    """In a made-up language no text stays plain English, but for names and what says its own language."""
    page = browser.new_page()
    page.goto(f"{served_pseudo}en-XA/{page_address}")
    texts = page.evaluate(PLAIN_TEXTS, "en-XA")
    page.close()
    assert len(texts) > 15
    plain = {text for text in texts if not re.search(f"[{OPEN}{CLOSE}åçéñîöûšţŕĥĝðƒĵķļþŵýžÅÇÉÑÎÖÛŠŢŔĤĜÐ]", text)}
    # Addresses and signs are no words.
    assert {text for text in plain if "@" not in text and "://" not in text and "PDF" not in text} <= NAMES


@pytest.mark.parametrize("code", sorted(PSEUDO_LOCALES))
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_long_words_break_no_layout(browser: Browser, served_pseudo: str, code: str, width: int) -> None:
    """With texts that are far longer than English, in either direction, no page scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for address in PAGES:
        page.goto(f"{served_pseudo}{code}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.locator("html").get_attribute("dir") == ("rtl" if PSEUDO_LOCALES[code].mirrored else "ltr")
    page.close()


def test_made_up_languages_are_not_in_an_ordinary_build(site: Path) -> None:
    """Only who asks for them gets the made-up languages."""
    assert (site / "ur").is_dir()
    assert not any((site / code).exists() for code in PSEUDO_LOCALES)


@pytest.fixture(scope="module")
def served_gaps(tmp_path_factory: pytest.TempPathFactory, copy_of_the_project: Copy, serve: Serve) -> Iterator[str]:
    """Return the address of a site whose Urdu charter lacks one promise and has an old translation of another."""
    project = copy_of_the_project(tmp_path_factory.mktemp("gaps") / "project")
    set_leaflets(project, "formats: [trifold]")
    charter, urdu = project / "docs/charters/parents-deserve.yml", project / "i18n/ur/parents-deserve.po"
    yaml, po = charter.read_text("utf-8"), urdu.read_text("utf-8")
    assert "text: Believe us." in yaml
    charter.write_text(yaml.replace("text: Believe us.", "text: Never doubt us."), "utf-8")
    gap = re.compile(r'(msgctxt "value-us\.text"\n(?:.*\n)*?)msgstr (?:".*"\n)+')
    emptied, number = gap.subn(r'\1msgstr ""\n', po, count=1)
    assert number == 1
    urdu.write_text(emptied, "utf-8")
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "i18n/ur/parents-deserve.po" in done.stdout
    assert "“never” is new" in done.stdout
    with serve(project / "site") as address:
        yield address


def test_gaps_are_shown_in_the_source_language(browser: Browser, served_gaps: str) -> None:
    """A promise without a translation, or with an outdated one, stands there in English, and says so to software."""
    page = browser.new_page()
    page.goto(f"{served_gaps}ur/charters/parents-deserve/")
    for identifier, start in (("believe-us", "Never doubt us."), ("value-us", "Value and respect us")):
        text = page.locator(f"#{identifier} [lang=en]").first
        assert text.inner_text().startswith(start)
        assert text.get_attribute("dir") == "ltr"
    # The promise that did not change is there in Urdu.
    assert page.locator("#recognise-our-help [lang=en]").count() == 0
    page.close()


def test_a_page_says_what_is_not_translated(browser: Browser, served_gaps: str) -> None:
    """The notice on the page says in Urdu how many texts are in English, and leads to each, without scripts too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_gaps}ur/charters/parents-deserve/")
    words = load_words("ur")
    notice = page.locator(".cp-notice")
    assert words("A computer made this translation.") in notice.inner_text()
    many = words.plural(
        "One text on this page is not translated yet.", "{number} texts on this page are not translated yet.", 2
    )
    summary = notice.locator("summary")
    assert summary.inner_text() == many
    summary.focus()
    page.keyboard.press("Enter")
    links = notice.locator("li a")
    assert links.evaluate_all("all => all.map(a => a.hash)") == ["#believe-us", "#value-us"]
    assert links.first.locator("[lang=en][dir=ltr]").count() == 1
    assert notice.get_by_role("link", name="English").get_attribute("hreflang") == "en"
    context.close()


def test_no_leaflet_has_gaps(browser: Browser, served_gaps: str) -> None:
    """While a text is not translated there is no Urdu leaflet to print and keep; the English one is there."""
    page = browser.new_page()
    page.goto(f"{served_gaps}ur/charters/parents-deserve/")
    assert page.locator(".cp-downloads a[download]").count() == 0
    page.goto(f"{served_gaps}charters/parents-deserve/")
    assert page.locator(".cp-downloads a[download]").count() == 1
    page.close()


def test_the_board_of_editors(browser: Browser, served_gaps: str) -> None:
    """Editors see how far each language is; no page leads there, and search engines are asked to stay away."""
    page = browser.new_page()
    page.goto(f"{served_gaps}editors/translations/")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    section = page.locator("section", has=page.locator("#cp-board-ur"))
    row = section.locator("tr", has_text="What parents deserve")
    assert row.locator(".cp-share").all_inner_texts() == ["0 %", "98 %", "1 %", "1 %"]
    assert page.request.get(f"{served_gaps}sitemap.xml").text().count("editors") == 0
    assert "editors/translations" not in page.request.get(f"{served_gaps}search/pages.json").text()
    page.goto(served_gaps)
    assert page.locator("a[href*=editors]").count() == 0
    page.close()
