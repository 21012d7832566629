"""Open every kind of page and hold that it loads its own files only, keeps nothing, and is light."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route

CHARTER = "charters/mutual-expectations/"
PAGES = (
    "",
    CHARTER,
    "guidance/working-together/",
    "guides/parents-in-assessments/",
    "themes/",
    "themes/participation/",
    "glossary/",
    "search/?q=consent",
    "about/",
    "accessibility/",
    "data/",
    "editors/translations/",
    "together/",
    "404.html",
    "ur/",
    f"ur/{CHARTER}",
    "ur/themes/support/",
    "ur/glossary/",
    "ur/search/?q=رضامندی",
    "ur/about/",
    "ur/data/",
    "ur/together/",
    "ur/404.html",
)
HEAVY = 150_000
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", event => {
  window.refused.push(event.violatedDirective + " " + event.blockedURI);
});
"""


class Opened:
    """Hold what a page did while it was opened."""

    def __init__(self, page: Page) -> None:
        """Watch a page from before its first byte."""
        self.page = page
        self.problems: list[str] = []
        self.answers: list[Response] = []
        page.add_init_script(WATCH)
        page.on("console", lambda said: self.problems.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("response", lambda answer: self.answers.append(answer))  # noqa: PLW0108 - a bound method of a list is refused

    def open(self, address: str) -> None:
        """Open an address and wait until all is there."""
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")

    @property
    def refused(self) -> list[str]:
        """Return what the browser refused by the page's policy."""
        return list(self.page.evaluate("window.refused"))


@contextmanager
def opening(browser: Browser) -> Iterator[Opened]:
    """Give a page of a browser that has never been here."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield Opened(context.new_page())
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_obeys_its_policy_and_keeps_nothing(browser: Browser, served: str, address: str) -> None:
    """A page has a policy, breaks no rule of it, asks no other host for anything, and leaves nothing in the browser."""
    with opening(browser) as opened:
        lost = address.endswith("404.html")
        if lost:
            # Its links start at the root of the address in the settings, which is not where the test serves it.
            root = served.removesuffix("families/")
            opened.page.route(f"{root}assets/**", lambda route: _from_below(route, root, served))
        opened.open(served + address)
        assert opened.page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
        assert (opened.refused, opened.problems) == ([], [])
        assert {urlsplit(answer.url).netloc for answer in opened.answers} == {urlsplit(served).netloc}
        assert opened.page.context.cookies() == []
        assert opened.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert opened.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
        assert not any("set-cookie" in answer.headers for answer in opened.answers)


def _from_below(route: Route, root: str, served: str) -> None:
    route.fulfill(response=route.fetch(url=route.request.url.replace(root, served, 1)))


INTRUDERS = {
    "a script in the page": ("<script>window.ran = true</script>", "script-src-elem inline"),
    "a script at a tag": ('<img src="x" onerror="window.ran = true">', "script-src-attr inline"),
    "a picture": ('<img src="https://elsewhere.example/a.png">', "img-src https://elsewhere.example/a.png"),
    "a script": (
        '<script src="https://elsewhere.example/a.js"></script>',
        "script-src-elem https://elsewhere.example/a.js",
    ),
    "a frame": ('<iframe src="https://elsewhere.example/"></iframe>', "frame-src https://elsewhere.example"),
    "a style": ("<style>h1 { display: none }</style>", "style-src-elem inline"),
}


@pytest.mark.parametrize(("tag", "refused"), INTRUDERS.values(), ids=INTRUDERS)
@pytest.mark.parametrize("address", ["", f"ur/{CHARTER}"])
def test_the_policy_refuses_what_does_not_belong(
    browser: Browser, served: str, address: str, tag: str, refused: str
) -> None:
    """What somebody slips into a page is neither run nor loaded: the policy is one that browsers read."""
    with opening(browser) as opened:

        def slip_in(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text().replace("</article>", f"{tag}</article>"))

        opened.page.route(served + address, slip_in)
        opened.open(served + address)
        assert refused in {f"{what.split('?')[0].rstrip('/')}" for what in opened.refused}
        assert not opened.page.evaluate("window.ran")
        assert opened.page.locator("h1").is_visible()


@pytest.mark.parametrize("language", ["", "bn/", "pa/"])
def test_a_charter_is_light(browser: Browser, served: str, language: str) -> None:
    """The longest charter, with all that is loaded for it but fonts, has less than 150 kB, even uncompressed."""
    with opening(browser) as opened:
        opened.open(f"{served}{language}{CHARTER}")
        loaded = {urlsplit(answer.url).path: answer.body() for answer in opened.answers}
    weights = {path: len(body) for path, body in loaded.items() if not path.endswith(".woff2")}
    packed = sum(len(gzip.compress(loaded[path], 6)) for path in weights)
    assert len(weights) > 3
    assert any(path.endswith(".css") for path in weights)
    assert sum(weights.values()) < HEAVY, f"{packed} bytes compressed; uncompressed: {weights}"
    assert packed < HEAVY / 3


@pytest.mark.parametrize(
    "address", ["", CHARTER, f"ur/{CHARTER}", "glossary/", "editors/translations/", "search/?q=child"]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_trimmed_style_sheet_changes_nothing(browser: Browser, served: str, address: str, width: int) -> None:
    """Every element looks as it does with the whole style sheets of the theme, on screen and on paper."""
    with opening(browser) as opened:
        opened.page.set_viewport_size({"width": width, "height": 800})
        looks = []
        # Letters that come late may not be used at all, and then lines are of other lengths: here none come.
        opened.page.route("**/*.woff2", lambda route: route.abort())
        for whole in (False, True):
            if whole:
                opened.page.route("**/assets/stylesheets/*.min.css", _whole)
            opened.open(served + address)
            looks.append(opened.page.evaluate(LOOKS))
            opened.page.emulate_media(media="print")
            looks.append(opened.page.evaluate(LOOKS))
            opened.page.emulate_media(media="screen")
        assert len(looks[0]) > 100
        assert looks[:2] == looks[2:]


def _whole(route: Route) -> None:
    name = Path(urlsplit(route.request.url).path).name
    sheet = files("material") / "templates" / "assets" / "stylesheets" / name
    route.fulfill(body=sheet.read_text("utf-8"), content_type="text/css")


LOOKS = """
[...document.querySelectorAll("*")].flatMap(element => [null, "::before", "::after"].map(part => {
  const style = getComputedStyle(element, part);
  if (part && ["none", "normal"].includes(style.content)) return part + " is not there";
  const names = [...style].filter(name => !name.startsWith("--"));
  const values = names.map(name => name + style.getPropertyValue(name));
  return element.tagName + element.className + part + values.join(";");
}))
"""
