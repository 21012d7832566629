from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, Route
from walk import tab_to

from charterpress.languages.figures import western

CHARTER = "charters/mutual-expectations/"
KINDS = (
    "",
    CHARTER,
    "charters/send-partnership/",
    "guidance/partnership-with-parents/",
    "guidance/working-together/",
    "guides/parents-in-assessments/",
    "themes/participation/",
    "themes/",
    "glossary/",
    "about/",
    "data/",
    "ur/",
    "ur/data/",
    f"ur/{CHARTER}",
    "ur/themes/support/",
    "ur/glossary/",
    "cy/",
    "pl/charters/parents-deserve/",
    "ar/charters/parents-deserve/",
    f"ro/{CHARTER}",
    f"so/{CHARTER}",
    f"pa/{CHARTER}",
    f"bn/{CHARTER}",
    "bn/accessibility/",
    "editors/translations/",
)
CODES = ("cy", "pl", "ro", "so", "pa", "bn", "ur", "ar")
LANGUAGES = {"": ("en", "ltr"), **{f"{code}/": (code, "rtl" if code in {"ur", "ar"} else "ltr") for code in CODES}}


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_page_opens_cleanly(browser: Browser, served: str, address: str, width: int) -> None:
    """A page loads from a subfolder without errors, asks nobody else for anything, and never scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    requests: list[Request] = []
    problems: list[str] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - a bound method of a list is refused
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("response", lambda answer: problems.append(answer.url) if answer.status >= 400 else None)
    page.goto(served + address)
    page.wait_for_load_state("networkidle")
    assert problems == []
    assert len(requests) > 5
    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(served).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    page.close()


@pytest.mark.parametrize(("address", "language"), LANGUAGES.items())
def test_language_and_direction_are_marked(
    browser: Browser, served: str, address: str, language: tuple[str, str]
) -> None:
    """Every language has its own code and direction on the first tag of the page."""
    page = browser.new_page()
    page.goto(served + address)
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == language
    page.close()


def test_page_without_scripts(browser: Browser, served: str) -> None:
    """Without JavaScript a parent on a narrow screen reads the charter and reaches the other language."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(served)
    page.get_by_role("link", name="Mutual Expectations").click()
    assert page.get_by_text("Be fair to you.").is_visible()
    page.locator(".cp-menu summary").click()
    page.locator(".cp-menu a[lang=ur]").click()
    assert urlsplit(page.url).path == f"/families/ur/{CHARTER}"
    assert page.locator("html").get_attribute("dir") == "rtl"
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= 320
    context.close()


def test_promise_has_the_same_address_in_every_language(browser: Browser, served: str) -> None:
    """The address of a promise leads to it in English and in Urdu."""
    page = browser.new_page()
    for prefix in ("", "ur/"):
        page.goto(f"{served}{prefix}{CHARTER}#ask-before-sharing")
        promise = page.locator("#ask-before-sharing")
        assert promise.is_visible()
        assert page.evaluate("document.querySelector(':target').id") == "ask-before-sharing"
    page.close()


@pytest.mark.parametrize(
    ("address", "query", "found"),
    [
        ("", "consent", "Mutual Expectations"),
        ("", "interpreter complaint xylophone", "interpreter"),  # no part has all of the words
        ("", "ADVOCATES", "Working Together to Safeguard Children"),
        ("ur/", "رضامندی", "باہمی توقعات"),
        ("ur/", "والدين", "باہمی توقعات"),
        ("ur/", "بچہ", "بچے"),  # one child, where the pages say children
        ("pl/", "wykorzystywania", "Na co zasługują rodzice"),
        ("pl/", "zasluguja", "Na co zasługują rodzice"),
        ("cy/", "cydsyniad", "Disgwyliadau"),
        ("cy/", "chydsyniad", "Disgwyliadau"),  # changed by the word before it
        ("cy/", "themau", "Themâu"),
        ("ar/", "الاستغلال", "الآباء"),
        ("ar/", "موافقه", "التوقعات"),  # without the article, and with another last letter
        ("ar/", "توقع", "التوقعات"),  # without the sign for the doubled letter
        ("ro/", "așteptări", "Așteptări reciproce"),
        ("ro/", "asteptari", "Așteptări reciproce"),
        ("so/", "oggolaansho", "Waxa ay labada dhinac"),
        ("so/", "OGGOLAANSHAHA", "Waxa ay labada dhinac"),
        ("pa/", "ਸਹਿਮਤੀ", "ਇੱਕ ਦੂਜੇ ਤੋਂ ਉਮੀਦਾਂ"),
        ("pa/", "ਸਫਿਆ", "ਸਫ਼ਿਆਂ"),  # without the dots below and above
        ("bn/", "সম্মতি", "পরস্পরের কাছে প্রত্যাশা"),
        ("bn/", "পডা", "সবাই কি এই পাতাগুলো"),  # without the dot below
        ("bn/", "সম্মতির", "সম্মতি"),  # with the ending of "of"
        ("bn/", "18", "১৮"),  # digits of either kind
    ],
)
def test_search_finds_the_pages_of_its_language(
    browser: Browser, served: str, address: str, query: str, found: str
) -> None:
    """A query in a language, with its own letters or without, leads to pages of that language and of no other."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(served + address)
    tab_to(page, "#cp-query")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    hits = page.locator(".cp-hits a")
    hits.first.wait_for()
    links = hits.evaluate_all("all => all.map(a => a.href)")
    assert {link.startswith(served + address) for link in links} == {True}
    if not address:
        assert not any(link.startswith(f"{served}{code}/") for link in links for code in CODES)
    assert found in page.locator(".cp-hits").inner_text()
    assert str(len(links)) in western(page.get_by_role("status").inner_text())
    assert page.request.get(links[0]).ok
    page.close()


def test_search_says_that_nothing_was_found(browser: Browser, served: str) -> None:
    """A query that no page answers gets a sentence, not an empty page."""
    page = browser.new_page()
    page.goto(f"{served}search/?q=xylophone")
    page.get_by_text("Nothing was found.").wait_for()
    assert page.locator("#cp-query").input_value() == "xylophone"
    page.close()


def test_search_without_scripts_lists_all_pages(browser: Browser, served: str) -> None:
    """Where scripts are off, the search page leads to every document."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}search/?q=consent")
    assert page.get_by_role("link", name="Mutual Expectations").is_visible()
    context.close()


def test_first_tab_stop_skips_to_the_text(browser: Browser, served: str) -> None:
    """The first stop of the keyboard is a link to the text, and it works."""
    page = browser.new_page()
    page.goto(served + CHARTER)
    page.keyboard.press("Tab")
    assert "md-skip" in (page.evaluate("document.activeElement.className") or "")
    page.keyboard.press("Enter")
    target = urlsplit(page.url).fragment
    assert target
    assert page.locator(f"#{target}").is_visible()
    page.close()


def test_every_link_of_a_page_leads_somewhere(browser: Browser, served: str) -> None:
    """Each link to the site itself, leaflets and anchors included, is answered."""
    context = browser.new_context()
    page = context.new_page()
    checked: set[str] = set()
    for address in KINDS:
        page.goto(served + address)
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        own = {link.partition("#")[0] for link in links if link.startswith(served)}
        for link in own - checked:
            assert context.request.get(link).ok, f"{link}, linked from {address}"
        anchors = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
            ".filter(id => id && !document.getElementById(id))"
        )
        assert anchors == [], address
        checked |= own
    assert len(checked) > 30
    assert any(link.endswith(".pdf") for link in checked)
    context.close()


@pytest.mark.parametrize("folder", ["", "ur/", "ar/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_short_address_leads_to_the_page(browser: Browser, served: str, folder: str, *, scripts: bool) -> None:
    """Whoever types the address on a leaflet is on the charter's page in its language at once, scripts or not."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{served}{folder}together/")
    page.wait_for_url(f"{served}{folder}{CHARTER}")
    assert page.locator("html").get_attribute("lang") == (folder.strip("/") or "en")
    assert page.locator("h1").count() == 1
    context.close()


@pytest.mark.parametrize("folder", ["", "ur/"])
def test_where_a_short_address_does_not_jump(browser: Browser, served: str, folder: str) -> None:
    """Where a browser does not jump by itself, the link is seen, reached by keyboard, and leads there."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    address = f"{served}{folder}together/"

    def still(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="nothing"'))

    page.route(address, still)
    page.goto(address)
    assert page.url == address
    link = page.locator("main h1 a")
    assert link.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}{folder}{CHARTER}")
    page.close()
