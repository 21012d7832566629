"""Fill in the forms of a site as readers do, by keyboard, with and without scripts, and see what a server gets."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from charterpress.languages.words import load_words

EXAMPLE = Path(__file__).parent.parent / "examples" / "valid" / "forms-for-readers-and-staff"
CHARTER, GUIDANCE = "charters/forum-promise/", "guidance/meetings/"
BETTER = "Mehr Bilder & 'große' Schrift; یہ بہتر ہے, 100 %"
SITE, FEEDBACK, READ = (
    "https://forum.brookfield.example/",
    "https://forms.brookfield.example/charters?list=1",
    "https://forms.brookfield.example/read",
)

Serve = Callable[[Path], AbstractContextManager[str]]


@dataclass
class Desk:
    """Take answers as the program of a council would: keep them, and lead to the page that they name."""

    address: str = ""
    answers: list[tuple[str, dict[str, str], Message]] = field(default_factory=list)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Return a real HTTP server that takes answers."""
    found = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
            fields = parse_qsl(body, keep_blank_values=True, strict_parsing=True)
            assert len(dict(fields)) == len(fields)
            found.answers.append((self.path, dict(fields), self.headers))
            self.send_response(303)
            self.send_header("Location", dict(fields)["next"])
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}/"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def forum(tmp_path_factory: pytest.TempPathFactory, serve: Serve, desk: Desk) -> Iterator[str]:
    """Return the address of a site, served and built for that address, whose forms post to the desk."""
    root = tmp_path_factory.mktemp("forum") / "project"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("expected.json"))
    (root / "site").mkdir()
    with serve(root / "site") as address:
        settings = (root / "mkdocs.yml").read_text("utf-8")
        for old, new in ((SITE, address), (FEEDBACK, f"{desk.address}charters?list=1"), (READ, f"{desk.address}read")):
            assert settings.count(old) == 1
            settings = settings.replace(old, new)
        (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
        command = [sys.executable, "-m", "charterpress", "build", "--project", str(root)]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.count("form-on-this-machine") == 2
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Return what opens pages on a phone, with scripts and without."""
    made = browser.new_context(java_script_enabled=request.param, viewport={"width": 360, "height": 700})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return an empty page."""
    return context.new_page()


def start_before(page: Page, form: str) -> None:
    """Put the place from which Tab goes on right before a form, as a click on its heading does."""
    page.locator(f"#cp-{form}").click()


def focused(page: Page) -> str:
    """Return the name or the type of the control that has the focus."""
    found: str = page.evaluate("[document.activeElement].map(e => e.name || e.type || e.tagName)[0]")
    return found


@pytest.mark.parametrize("code", ["en", "ur"])
def test_feedback_by_keyboard(page: Page, context: BrowserContext, forum: str, desk: Desk, code: str) -> None:
    """Tab, the arrows and Enter are enough; the server gets the answer, and the reader thanks in their language."""
    prefix = "" if code == "en" else f"{code}/"
    page.goto(f"{forum}{prefix}{CHARTER}")
    start_before(page, "feedback")
    page.keyboard.press("Tab")
    assert focused(page) == "helpful"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert focused(page) == "better"
    page.keyboard.type(BETTER)
    page.keyboard.press("Tab")
    assert focused(page) == "submit"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{forum}{prefix}thanks/")
    path, fields, headers = desk.answers[-1]
    assert path == "/charters?list=1"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert headers["Cookie"] is None
    # The page asks browsers to name it to no other server: the answer says itself where it comes from.
    assert headers["Referer"] is None
    title = fields.pop("title")
    assert title
    assert fields == {
        "form": "feedback",
        "document": "forum-promise",
        "version": "2",
        "language": code,
        "page": f"{forum}{prefix}{CHARTER}",
        "next": f"{forum}{prefix}thanks/",
        "website": "",
        "helpful": "partly",
        "better": BETTER,
    }
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("html")).to_have_attribute("dir", "ltr" if code == "en" else "rtl")
    expect(page.locator("h1")).to_have_text(load_words(code)("Thank you for telling us"))
    expect(page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")
    assert context.cookies() == []


def test_staff_confirm(page: Page, forum: str, desk: Desk) -> None:
    """Name, role, day and purpose are filled in by keyboard; chapter and version come with the page."""
    page.goto(f"{forum}{GUIDANCE}")
    start_before(page, "confirm")
    for name, typed in (("name", "Zoë O'Brien-Łuk"), ("role", "Health visitor"), ("date", "11282026")):
        page.keyboard.press("Tab")
        assert focused(page) == name
        page.keyboard.type(typed)
    # The parts of a day, and its calendar, are stops of their own.
    for _ in range(4):
        page.keyboard.press("Tab")
        if focused(page) == "purpose":
            break
    assert focused(page) == "purpose"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert focused(page) == "submit"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{forum}thanks/")
    path, fields, _ = desk.answers[-1]
    assert path == "/read"
    assert fields == {
        "form": "reading-confirmation",
        "document": "meetings",
        "title": "Rules for meetings with families",
        "version": "3",
        "language": "en",
        "page": f"{forum}{GUIDANCE}",
        "next": f"{forum}thanks/",
        "website": "",
        "name": "Zoë O'Brien-Łuk",
        "role": "Health visitor",
        "date": "2026-11-28",
        "purpose": "supervision",
    }


def test_a_page_thanks_in_its_own_words(page: Page, forum: str) -> None:
    """Where a document has words of thanks, they are what a reader is led to, and there is a way back."""
    page.goto(f"{forum}{GUIDANCE}")
    page.locator("#cp-helpful-1").check()
    page.locator("form[aria-labelledby='cp-feedback'] button").click()
    page.wait_for_url(f"{forum}{GUIDANCE}thanks/")
    expect(page.locator("h1")).to_have_text("Thank you for telling us about this chapter.")
    page.get_by_role("link", name="Rules for meetings with families").click()
    page.wait_for_url(f"{forum}{GUIDANCE}")


@pytest.mark.parametrize("form", ["feedback", "confirm"])
def test_nothing_is_sent_before_it_is_complete(page: Page, forum: str, desk: Desk, form: str) -> None:
    """The browser itself asks for what is missing, and the focus is where it is missing."""
    before = len(desk.answers)
    page.goto(f"{forum}{GUIDANCE}")
    page.locator(f"form[aria-labelledby='cp-{form}'] button").click()
    expect(page).to_have_url(f"{forum}{GUIDANCE}")
    assert focused(page) == ("helpful" if form == "feedback" else "name")
    assert len(desk.answers) == before


@pytest.mark.parametrize("code", ["en", "ur"])
def test_names_and_groups(page: Page, forum: str, code: str) -> None:
    """Whoever listens to the page hears the question with its answers, and what each field and button is for."""
    words = load_words(code)
    page.goto(f"{forum}{'' if code == 'en' else code + '/'}{CHARTER}")
    form = page.get_by_role("form", name=words("Tell us what you think"))
    group = form.get_by_role("group", name=words("Did this page help you?"))
    expect(group.get_by_role("radio")).to_have_count(3)
    for answer in ("Yes", "In part", "No"):
        expect(group.get_by_role("radio", name=words(answer), exact=True)).to_have_count(1)
    box = form.get_by_role("textbox")
    expect(box).to_have_count(1)
    expect(box).to_have_accessible_name(words("What would make it better?"))
    expect(box).to_have_accessible_description(words("Please leave out names and anything private."))
    button = form.get_by_role("button", name=words("Send"), exact=True)
    expect(button).to_have_accessible_description(page.locator("#cp-feedback-data").inner_text())


@pytest.mark.parametrize("path", [CHARTER, f"ur/{CHARTER}", GUIDANCE])
def test_room_to_touch(page: Page, forum: str, path: str) -> None:
    """Each control is at least 44 pixels high, an answer with its words; the page never scrolls sideways."""
    page.goto(f"{forum}{path}")
    controls = page.locator(
        ".cp-form :is(input:not([type=radio], [type=hidden]), textarea, button, .cp-form__choice label)"
    )
    boxes = [one.bounding_box() for one in controls.all() if one.is_visible()]
    assert len(boxes) >= 5
    assert [box for box in boxes if box is None or box["height"] < 44] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper(page: Page, forum: str) -> None:
    """Printed, the confirmation is lines to write on and boxes to tick, and the question to readers is left out."""
    page.goto(f"{forum}{GUIDANCE}")
    expect(page.locator(".cp-form__paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".cp-form__line")).to_have_count(4)
    expect(page.locator(".cp-form__paper")).to_be_visible()
    expect(page.locator(".cp-form__facts")).to_be_visible()
    expect(page.locator("form").filter(visible=True)).to_have_count(0)
    expect(page.locator("#cp-feedback")).to_be_hidden()


def test_answers_by_email(page: Page, served: str) -> None:
    """The reference site has no program that takes answers: its answers are links to a ready e-mail."""
    for code in ("", "ur/"):
        page.goto(f"{served}{code}charters/mutual-expectations/")
        links = page.locator("#cp-feedback ~ .cp-form__answers a")
        expect(links).to_have_count(3)
        boxes = [one.bounding_box() for one in links.all()]
        assert [box for box in boxes if box is None or box["height"] < 44] == []
        for link in links.all():
            assert str(link.get_attribute("href")).startswith("mailto:families@charters.example?subject=")
        expect(page.locator("form[method=post]")).to_have_count(0)
    page.goto(f"{served}guidance/partnership-with-parents/")
    expect(page.locator("#cp-confirm ~ div .cp-form__answers a")).to_have_count(4)
    expect(page.locator("#cp-feedback ~ .cp-form__answers a")).to_have_count(3)


def test_no_form_where_none_is_set_up(page: Page, served: str) -> None:
    """A page of a section that does not ask has no form but the search."""
    page.goto(f"{served}themes/support/")
    expect(page.locator(".cp-form")).to_have_count(0)
    expect(page.locator("form")).to_have_count(1)
