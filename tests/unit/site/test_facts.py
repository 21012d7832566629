"""Read ids and links from HTML as browsers do, however it is written."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from charterpress.site.facts import files_of, page_facts, read_facts


class Plain(HTMLParser):
    """Read the same with Python's own parser, which is right and slow."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as HTMLParser calls it
        """Take in an element."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in {"href", "src", "action", "poster"}:
                self.links.add((value or "").strip())


@pytest.mark.parametrize(
    "html",
    [
        '<a href="one">x</a><p id=two>y</p>',
        "<A HREF='one'\nID = \"two\">x</A>",
        '<a title="a > b" href="one" id=\'q"q\'>x</a>',
        '<!-- <a href="no" id="no"> --><a href="yes">',
        '<script>"<a href=\'no\' id=no>"</script><script src="yes.js"></script><a id="yes">',
        '<style>a[href="no"]{}</style><a href="yes">',
        '<a href="a?b=1&amp;c=2#d&eacute;">x</a>',
        "<img src=pic.png alt=''><form action=/go><video poster=p.jpg></video>",
        'a < b and c > d <a href="yes">',
        "<a href=one/two id=three/>",
        "<svg><use href='#shape'/></svg>",
        '<h2 id="a">A</h2><pre><code>&lt;a href="no"&gt;</code></pre>',
        "<p>“quotes” it's</p><a href='yes'>",
        "",
    ],
)
def test_the_same_as_a_parser(html: str) -> None:
    """Ids and targets are just those that a full parser finds."""
    facts, plain = page_facts("x.html", html), Plain(html)
    assert (set(facts.ids), set(facts.links)) == (plain.ids, plain.links)


def test_what_else_leads_somewhere() -> None:
    """Pictures for several screens, embedded files and pages that send readers on count as links."""
    html = (
        '<img srcset="a.png 1x, b.png 2x"><object data="c.pdf"></object><p data="no">'
        '<meta http-equiv="refresh" content="0; url=../d/"><meta name="viewport" content="width=1">'
    )
    assert page_facts("x.html", html).links == ("a.png", "b.png", "c.pdf", "../d/")


def test_fields_hold_plain_text() -> None:
    """What a field or a title holds is no element, whatever it looks like."""
    html = '<title><a href="no"></title><textarea id="own"><a href="no"></textarea><a href="yes">'
    facts = page_facts("x.html", html)
    assert facts.links == ("yes",)
    assert facts.ids == {"own"}


def test_ids_that_stand_twice() -> None:
    """An id on two elements is doubled; one that an element has twice counts once, as browsers have it."""
    facts = page_facts("x.html", '<p id="a"></p><p id="b"></p><p id="a"></p><p id="c" id="c">')
    assert facts.doubled == ("a",)


@pytest.mark.parametrize("piece", ["<a ", "<a href='", '<a b="', "<!--", "<script>", "<a b=c ", "<", '"<a'])
def test_broken_pages_are_read_quickly(piece: str) -> None:
    """A page that never closes what it opens costs a processor no more than seconds."""
    started = time.process_time()
    page_facts("x.html", piece * 20_000)
    assert time.process_time() - started < 5


def test_files_of_a_folder(tmp_path: Path) -> None:
    """Pages are named from the site's root; what stands in folders that start with a dot is another language's."""
    for name in ("index.html", "cy/index.html", ".languages/ur/index.html", "a/pic.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p id='x'>", encoding="utf-8")
    assert [facts.file for facts in read_facts(tmp_path, tmp_path)] == ["index.html", "cy/index.html"]
    assert files_of(tmp_path / "a") == {"pic.png"}


@pytest.mark.parametrize("method", ["post", "POST"])
def test_where_a_form_posts_is_no_page(method: str) -> None:
    """What a form sends goes to a program; where one asks for a page, as a search does, that page must be there."""
    posts = f'<form method="{method}" action="https://council.example/take"><a href="x">x</a></form>'
    assert page_facts("a.html", posts).links == ("x",)
    assert page_facts("a.html", '<form action="search/">x</form>').links == ("search/",)
