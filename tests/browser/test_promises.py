"""Read meanings in place and hand on promises as readers do: by keyboard and by touch, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from charterpress.languages.words import load_words
from charterpress.site.codes import draw

CHARTER = "charters/mutual-expectations/"
SITE = "https://charters.example/"
BOTH = pytest.mark.parametrize("code", ["en", "ur"])
NO_CLIPBOARD = """
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
"""
SHARE = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"


def prefix(code: str) -> str:
    """Return the folder of a language."""
    return "" if code == "en" else f"{code}/"


@contextmanager
def opened(browser: Browser, address: str, script: str = "", **options: Any) -> Iterator[Page]:  # noqa: ANN401 - playwright's
    """Open a page; nothing may go wrong in it, nor be refused by its policy."""
    context = browser.new_context(**options)
    if script:
        context.add_init_script(script)
    page, problems = context.new_page(), list[str]()
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(address)
    yield page
    assert problems == []
    context.close()


def words_at(page: Page, selector: str) -> str:
    """Return the words of an element, with single spaces."""
    return " ".join(page.locator(selector).inner_text().split())


@BOTH
def test_a_term_by_keyboard(browser: Browser, served: str, code: str) -> None:
    """Enter shows the meaning, and says what it is; Tab goes to the word list; Escape closes, and focus is back."""
    with opened(browser, f"{served}{prefix(code)}{CHARTER}") as page:
        term = page.locator("a.cp-term").nth(2)
        anchor = (term.get_attribute("href") or "").removeprefix("#")
        meaning = page.locator(f"[id='{anchor}'] dd").text_content()
        expect(term).to_have_role("button")
        expect(term).to_have_attribute("aria-expanded", "false")
        term.focus()
        page.keyboard.press("Enter")
        shown = page.get_by_role("dialog", name=page.locator(f"[id='{anchor}'] dt").inner_text())
        expect(shown).to_be_focused()
        expect(shown).to_have_accessible_description(" ".join((meaning or "").split()))
        expect(term).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(shown).to_be_hidden()
        expect(term).to_be_focused()
        expect(term).to_have_attribute("aria-expanded", "false")
        assert "#" not in page.url
        page.keyboard.press("Space")
        expect(shown).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{prefix(code)}glossary/#*")
        assert page.evaluate("document.querySelector(':target dd') !== null")


@BOTH
def test_a_term_by_touch(browser: Browser, served: str, code: str) -> None:
    """A tap shows the meaning within a narrow screen, in its own language; one elsewhere or on the term closes it."""
    size = {"width": 320, "height": 640}
    with opened(browser, f"{served}{prefix(code)}{CHARTER}", has_touch=True, viewport=size) as page:
        shown = page.locator("#cp-meaning")
        for term in page.locator("a.cp-term").all()[:4]:
            term.tap()
            box = shown.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
            expect(term).to_have_attribute("aria-expanded", "true")
            term.tap()
            expect(shown).to_be_hidden()
            expect(term).to_have_attribute("aria-expanded", "false")
        # What is shown may cover the next term; from one to the other there is only one open.
        page.locator("a.cp-term").first.evaluate("term => term.click()")
        term.evaluate("term => term.click()")
        expect(page.locator("a.cp-term[aria-expanded=true]")).to_have_count(1)
        expect(term).to_have_attribute("aria-expanded", "true")
        page.locator("h1").tap()
        # A text that is not translated says its language where it stands, and so it does here.
        entry = f"[id='{(term.get_attribute('href') or '')[1:]}'] dd"
        page.locator(entry).evaluate("dd => { dd.innerHTML = '<span lang=cy dir=ltr>Ystyr</span>'; }")
        term.tap()
        assert page.locator("#cp-meaning :text('Ystyr')").evaluate("e => [e.lang, e.dir]") == ["cy", "ltr"]
        page.locator("h1").tap()
        expect(shown).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_shows_on_hover_alone(browser: Browser, served: str) -> None:
    """A pointer over a term, or over the sign beside a promise, opens nothing."""
    with opened(browser, served + CHARTER) as page:
        page.locator("a.cp-term").first.hover()
        page.locator("li.cp-promise > a").first.hover()
        expect(page.locator("#cp-meaning, #cp-tools").filter(visible=True)).to_have_count(0)


@BOTH
def test_a_promise_by_keyboard(browser: Browser, served: str, code: str) -> None:
    """Its tools open below it, named by its words: copying says that it did, the QR code is that of the address."""
    words, asked = load_words(code), list[str]()
    allowed = ["clipboard-read", "clipboard-write"]
    with opened(browser, f"{served}{prefix(code)}{CHARTER}", permissions=allowed) as page:
        page.on("request", lambda request: asked.append(request.url) if "/codes/" in request.url else None)
        address = f"{SITE}{prefix(code)}{CHARTER}#be-fair"
        control = page.locator("#be-fair > a.cp-permalink")
        expect(control).to_have_role("button")
        promise = words_at(page, "#cp-t-be-fair")
        expect(control).to_have_accessible_name(f"{words('Share this promise')} {promise}")
        control.focus()
        page.keyboard.press("Enter")
        tools = page.locator("#be-fair > #cp-tools")
        expect(tools).to_have_role("group")
        expect(tools).to_have_accessible_name(f"{words('Share this promise')} {promise}")
        expect(control).to_have_attribute("aria-expanded", "true")
        assert tools.locator("a").inner_text() == address
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(tools.get_by_role("status")).to_have_text(words("The address is copied."))
        assert page.evaluate("navigator.clipboard.readText()") == address
        assert asked == []
        button = tools.get_by_role("button", name=words("QR code"))
        button.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        picture = tools.get_by_role("img", name=words("QR code of this address"))
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("img => img.naturalWidth") > 0
        assert page.evaluate("url => fetch(url).then(answer => answer.text())", asked[0]) == draw(address)
        page.keyboard.press("Escape")
        expect(tools).to_be_hidden()
        expect(control).to_be_focused()
        page.locator("#hear-views > a.cp-permalink").click()
        expect(page.locator("#hear-views > #cp-tools img, #be-fair > #cp-tools")).to_have_count(0)


@pytest.mark.parametrize("able", [True, False])
def test_sharing(browser: Browser, served: str, *, able: bool) -> None:
    """Where the browser can share, it gets the words and the address; where it cannot, nothing is offered."""
    script = SHARE if able else "Object.defineProperty(navigator, 'share', { value: undefined });"
    with opened(browser, served + CHARTER, script) as page:
        page.locator("#be-fair > a.cp-permalink").click()
        button = page.locator("#cp-tools").get_by_role("button", name="Share")
        expect(button).to_have_count(int(able))
        if able:
            button.click()
            shared = page.evaluate("window.shared")
            assert (shared["text"], shared["url"]) == ("Be fair to you.", f"{SITE}{CHARTER}#be-fair")


def test_a_browser_that_does_not_copy(browser: Browser, served: str) -> None:
    """Where a browser gives no way to copy, the address is marked, and the page says so."""
    with opened(browser, served + CHARTER, NO_CLIPBOARD) as page:
        page.locator("#be-fair > a.cp-permalink").click()
        page.locator("#cp-tools").get_by_role("button", name="Copy the address").click()
        expect(page.locator("#cp-tools [role=status]")).to_have_text("Please copy the marked address yourself.")
        assert page.evaluate("getSelection().toString()") == f"{SITE}{CHARTER}#be-fair"
        page.locator(".cp-downloads summary").click()
        page.locator(".cp-downloads").get_by_role("button", name="Copy the address").click()
        expect(page.locator(".cp-downloads [role=status]")).to_have_text("Please copy the marked address yourself.")
        assert page.evaluate("getSelection().toString()") == SITE + CHARTER


@BOTH
def test_without_scripts(browser: Browser, served: str, code: str) -> None:
    """A term leads to its meaning, a promise to its address, and a page has all QR codes; no dead button is there."""
    with opened(browser, f"{served}{prefix(code)}{CHARTER}", java_script_enabled=False) as page:
        page.locator("a.cp-term").first.click()
        assert page.locator(":target dd").is_visible()
        page.locator("#be-fair > a.cp-permalink").click()
        assert urlsplit(page.url).fragment == "be-fair"
        page.locator(".cp-downloads summary").click()
        assert page.locator(".cp-downloads a[download]").count() == 4
        expect(page.locator(".cp-tool").filter(visible=True)).to_have_count(0)
        page.get_by_role("link", name=load_words(code)("QR codes")).click()
        picture = page.locator("img[src='be-fair.svg']")
        expect(picture).to_be_visible()
        expect(picture).to_have_js_property("complete", value=True)
        expect(page.get_by_text(f"{SITE}{prefix(code)}{CHARTER}#be-fair")).to_be_visible()


@BOTH
def test_the_promises_come_soon(browser: Browser, served: str, code: str) -> None:
    """On a phone the first promise stands within three screens, and what stands before it is folded; paper has none."""
    with opened(browser, f"{served}{prefix(code)}{CHARTER}", viewport={"width": 360, "height": 800}) as page:
        top = page.locator("li.cp-promise").first.bounding_box()
        assert top is not None
        assert top["y"] < 3 * 800
        assert page.locator(".cp-standing").is_visible()
        box = page.locator("li.cp-promise > a").first.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (44, 44)
        page.locator("#be-fair > a.cp-permalink").click()
        page.emulate_media(media="print")
        for selector in (".cp-permalink", "#cp-tools", ".cp-downloads"):
            expect(page.locator(selector).filter(visible=True)).to_have_count(0)


@BOTH
def test_all_leaflets(browser: Browser, served: str, code: str) -> None:
    """Home and footer lead to the page of leaflets, and each of them is there."""
    with opened(browser, served + prefix(code)) as page:
        links = page.locator("a[href='formats/']")
        expect(links).to_have_count(2)
        links.first.click()
        page.wait_for_url(f"**/{prefix(code)}formats/")
        found = page.locator("a[download]").evaluate_all("all => all.map(link => link.getAttribute('href'))")
        assert len(found) == len(set(found)) >= 8
        for href in found:
            assert page.request.head(urljoin(page.url, href)).ok
            assert re.search(rf"\.{code}(\.[a-z-]+)?\.pdf$", href)
