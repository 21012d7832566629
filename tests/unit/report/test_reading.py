"""Test the reading report: what it shows, what it escapes, its filters, and the same as JSON."""
# ruff: noqa: RUF001 - words in Urdu, and dashes as the report prints them

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from charterpress import __version__
from charterpress.report.reading import (
    Exempted,
    HardWord,
    ReadPage,
    ReadSentence,
    ReadUnit,
    reading_json,
    render_reading,
)

VOID = {"meta", "input", "br"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=y>\x1b[31m\x00\ud800{{ 1 }}</style>"
FILE = "docs/charters/family.yml"


def unit(role: str, line: int, *sentences: tuple[str, float | None]) -> ReadUnit:
    """Return a unit of the family charter; headings, labels and notes are not scored."""
    scored = role not in {"heading", "label", "note"}
    read = tuple(ReadSentence(text, len(text.split()), adds) for text, adds in sentences)
    return ReadUnit(role, FILE, line, scored, read)


ENGLISH = ReadPage(
    title="What families can expect",
    name="family",
    kind="page",
    file=FILE,
    language="en",
    audience="families",
    words=321,
    score=8.25,
    formula="Flesch-Kincaid grade level",
    status="validated",
    limit=7.0,
    target=6.5,
    margin=0.5,
    outcome="fails",
    reason="Grade 8.2 is over the limit of 7.",
    fixes=3,
    hard_words=(HardWord("information", 4, 4, ("facts", "news")), HardWord("advocate", 1, 3, ())),
    units=(
        unit("heading", 2, ("What families can expect", None)),
        unit("lead-in", 4, ("We will:", -0.1)),
        unit("item", 5, ("Share all of the information that we hold.", 0.8)),
        unit("item", 6, ("Listen.", -0.3), ("Then act with urgency.", 0.3)),
        unit("prose", 9, ("Nobody stands alone.", 0.04), ("You can ask for an independent advocate.", 0.5)),
        unit("note", 12, ("This note is small.", None)),
    ),
    left_out=MappingProxyType({"note": 1, "heading": 1}),
    shape="",
)
URDU = replace(
    ENGLISH,
    title="باہمی توقعات",
    language="ur",
    words=40,
    score=None,
    formula=None,
    status="none",
    limit=None,
    target=None,
    margin=0.0,
    outcome="not judged",
    reason="There is no formula for Urdu.",
    fixes=None,
    hard_words=(),
    units=(unit("prose", 3, ("سوال پوچھیں۔", None), ("ہم آپ کی بات سنتے ہیں۔", None)),),
    left_out={},
    shape="no validated formula for Urdu",
)
SPANISH = replace(ENGLISH, title="Apoyo", name="apoyo", language="es", score=61.0, limit=65.0, target=68.0, fixes=None)
LEAFLET = replace(ENGLISH, kind="leaflet", title="Leaflet", outcome="passes", fixes=0)
PAGES = (ENGLISH, URDU, SPANISH, LEAFLET)
EXEMPTED = (
    Exempted("family", "share", ("long-sentence", "reading-grade"), "Words of the law.", "2027-03-31", expired=False),
    Exempted("apoyo", "title", ("reading-grade",), "Under review.", "2026-01-31", expired=True),
)


class Page(HTMLParser):
    """Read a page: its tags, the words in each, its rows, and whether its tags nest as they should."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []  # one for each tag: the words inside it
        self.open: list[int] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag, in a place where it may stand."""
        parent = self.tags[self.open[-1]][0] if self.open else ""
        inside = {
            "li": {"ul", "ol"},
            "tr": {"thead", "tbody"},
            "td": {"tr"},
            "th": {"tr"},
            "dd": {"div"},
            "dt": {"div"},
        }
        assert parent in inside.get(tag, {parent})
        assert parent not in {"ul", "ol"} or tag == "li"
        assert not {"p", "h1", "h2", "h3", "h4"} & {parent} or tag in {"span", "bdi", "a", "code", "small", "strong"}
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")
        if tag in {"td", "th"}:
            self.handle_data(" ")  # the words of two cells are not one
        if tag not in VOID:
            self.open.append(len(self.tags) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.tags[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        """Take in words for every tag around them."""
        for index in self.open:
            self.texts[index] += data

    def words(self, tag: str, **wanted: str) -> list[str]:
        """Return the words in each tag that has these attributes (`class_` for class)."""
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            " ".join(text.split())
            for (name, attributes), text in zip(self.tags, self.texts, strict=True)
            if name == tag and asked.items() <= attributes.items()
        ]


@pytest.fixture(scope="module")
def html() -> str:
    """Return the report on all pages."""
    return render_reading(PAGES, EXEMPTED)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    """Return the report on all pages, read."""
    return Page(html)


def test_the_summary(page: Page) -> None:
    """The summary has a row for each text, with a link to its section, and says which way a scale runs."""
    rows = page.words("tr", data_document="d1") + page.words("tr", data_document="d2")
    assert rows == [
        "What families can expect English families 8.2 at most 7 ✕ fails 321",
        "باہمی توقعات Urdu families – – – not judged 40",
        "Leaflet leaflet English families 8.2 at most 7 ✓ passes 321",
        "Apoyo Spanish families 61 at least 65 ✕ fails 321",
    ]
    sections = {attributes["id"] for tag, attributes in page.tags if tag == "section"}
    assert sections == {"p1", "p2", "p3", "p4"}


def test_every_link_arrives(page: Page) -> None:
    """Every link points to something on the page, and no two things have the same address."""
    anchors = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert len(links) > 10
    assert all(link.startswith("#") and link[1:] in anchors for link in links)


def test_one_limit_without_a_direction() -> None:
    """Where target and limit are one, nobody knows which way the scale runs, so the report does not say."""
    html = render_reading((replace(ENGLISH, target=7.0),), ())
    assert "at most" not in html
    assert "at least" not in html


def test_heat() -> None:
    """Sentences are marked in four steps, by the hardest of the page, each with words that say how much it adds."""
    page = Page(render_reading((replace(ENGLISH, fixes=1),), ()))
    legend = {1: "Dotted", 2: "dashed", 3: "one line", 4: "two lines"}
    marked = {step: page.words("span", class_=f"s{step}") for step in legend}
    assert marked == {
        1: ["Dotted"],
        2: ["dashed", "Then act with urgency."],
        3: ["one line", "You can ask for an independent advocate."],
        4: ["two lines", "Share all of the information that we hold."],
    }
    assert page.words("small", class_="adds", lang="en", dir="ltr") == ["adds 0.8", "adds 0.3", "adds 0.5"]


def test_the_lowest_step() -> None:
    """A sentence that adds a little is in the lowest step; one that adds next to nothing has no mark."""
    sentences = unit("prose", 1, ("Most.", 1.0), ("Little.", 0.1), ("Less.", 0.09), ("Nothing.", 0.0))
    page = Page(render_reading((replace(ENGLISH, units=(sentences,)),), ()))
    assert page.words("span", class_="s1") == ["Dotted", "Little."]
    assert page.words("small", class_="adds") == ["adds 1.0", "adds 0.1"]


def test_hardest_first(page: Page) -> None:
    """The sentences that push the score up are listed, hardest first, with their place; the others are not."""
    assert page.words("li")[:4] == [
        "Share all of the information that we hold. adds 0.8, 8 words, line 5",
        "You can ask for an independent advocate. adds 0.5, 7 words, line 9",
        "Then act with urgency. adds 0.3, 4 words, line 6",
        "Nobody stands alone. adds 0.04, 3 words, line 9",
    ]


def test_eight_are_enough() -> None:
    """The list ends after eight sentences."""
    units = tuple(unit("prose", line, (f"Number {line}.", line / 10)) for line in range(1, 21))
    page = Page(render_reading((replace(ENGLISH, units=units),), ()))
    assert [words.split(".")[0] for words in page.words("li")] == [f"Number {line}" for line in range(20, 12, -1)]


def test_what_is_left_out() -> None:
    """Units that are not scored are pale and labelled with their role, whatever they are said to add."""
    units = (*ENGLISH.units, unit("label", 20, ("A label.", 9.0)))
    page = Page(render_reading((replace(ENGLISH, units=units),), ()))
    assert page.words("div", class_="row out") == ["What families can expect not scored: heading line 2"]
    assert page.words("p", class_="out") == [
        "This note is small. not scored: note line 12",
        "A label. not scored: label line 20",
    ]
    assert "heading 1, note 1" in page.words("dd")
    assert "adds 9" not in page.words("main")[0]


def test_lists_and_headings(page: Page) -> None:
    """Bullets are a list and headings are headings, so that the text is recognised."""
    assert page.words("h4")[0] == "What families can expect"
    assert page.words("ul", dir="auto")[0] == (
        "Share all of the information that we hold. adds 0.8 line 5 Listen. Then act with urgency. adds 0.3 line 6"
    )


def test_a_unit_of_another_file() -> None:
    """A unit that comes from another file than its page names that file, where it is listed with its folder."""
    other = replace(ENGLISH.units[2], file="docs/themes/support.yml")
    page = Page(render_reading((replace(ENGLISH, units=(other,)),), ()))
    assert {"docs/themes/support.yml:5", "support.yml:5"} <= set(page.words("code"))


def test_hard_words(page: Page) -> None:
    """Long words stand with how often they come and with plainer ones, if there are any."""
    rows = [row for row in page.words("tr") if row.startswith(("information", "advocate"))]
    assert rows[:2] == ["information 4 4 facts, news", "advocate 1 3 –"]


@pytest.mark.parametrize(
    ("fixes", "outcome", "words"),
    [
        (1, "fails", ["Bring the hardest sentence to the level of the rest and the page reaches its target."]),
        (3, "passes", ["Bring the 3 hardest sentences to the level of the rest and the page reaches its target."]),
        (0, "passes", []),
        (None, "passes", []),
    ],
)
def test_what_to_do(fixes: int | None, outcome: str, words: list[str]) -> None:
    """The report says how many sentences to mend, and nothing where nothing is to be done."""
    page = Page(render_reading((replace(ENGLISH, fixes=fixes, outcome=outcome),), ()))
    assert page.words("p", class_="todo") == words


def test_when_sentences_do_not_suffice(page: Page) -> None:
    """Where mending sentences does not reach the target, the report says so; where there is no formula, it does not."""
    (words,) = [words for words in page.words("p", class_="todo") if not words.startswith("Bring")]
    assert "not enough" in words


def test_without_a_formula() -> None:
    """A page without a formula has no heat: its longest sentences are listed, by their words."""
    page = Page(render_reading((URDU,), ()))
    assert page.words("p", class_="shape") == ["no validated formula for Urdu"]
    assert page.words("h3") == ["Longest sentences", "The text"]
    assert page.words("ol", lang="ur", dir="auto")[0].startswith("ہم آپ کی بات سنتے ہیں۔ 6 words")
    assert page.words("small", class_="adds") == []


def test_right_to_left(page: Page) -> None:
    """Texts say their language and find their direction themselves; words of the report among them stay English."""
    assert page.words("div", class_="text", lang="ur")
    assert all(attributes["lang"] == "en" for _, attributes in page.tags if attributes.get("dir") == "ltr")
    assert page.words("bdi", lang="ur") == ["باہمی توقعات"] * 2
    for tag, attributes in page.tags:
        assert tag not in {"ul", "ol"} or attributes["dir"] == "auto"


def test_filters(html: str, page: Page) -> None:
    """There is a choice for every document, named in English, and for every language; each hides the others."""
    assert page.words("label") == [
        "All documents",
        "What families can expect 3",
        "Apoyo 1",
        "All languages",
        "English 2",
        "Urdu 1",
        "Spanish 1",
    ]
    radios = [attributes for tag, attributes in page.tags if tag == "input"]
    assert {radio["type"] for radio in radios} == {"radio"}
    assert [radio.get("id") for radio in radios if "checked" in radio] == [None, None]
    for anchor in ("d1", "d2", "l1", "l2", "l3"):
        kind = {"d": "document", "l": "language"}[anchor[0]]
        assert f"body:has(#{anchor}:checked) [data-{kind}]:not([data-{kind}={anchor}]){{display:none}}" in html
    empty = set(re.findall(r"has\(#(l\d):checked\):has\(#(d\d):checked\) \.none", html))
    assert empty == {("l1", "d2"), ("l2", "d2"), ("l3", "d1")}


def test_without_has(html: str) -> None:
    """Where a browser does not know :has(), everything is shown and the filters, which would do nothing, are not."""
    assert ".filters,.none{display:none}" in html
    assert "@supports selector(:has(a)){.filters{display:block}}" in html
    rules = [line for line in html.splitlines() if "display:none" in line and "data-" in line]
    assert rules
    assert all(line.startswith("body:has(") and line.count("{") == 1 for line in rules)


def test_same_title_twice() -> None:
    """Two documents with one title can be told apart in the filter."""
    page = Page(render_reading((ENGLISH, replace(ENGLISH, name="family-leaflet")), ()))
    title = "What families can expect"
    assert {f"{title} (family) 1", f"{title} (family-leaflet) 1"} <= set(page.words("label"))


def test_exempted(page: Page) -> None:
    """What rules leave alone is listed, with the reason, and says when its time is over."""
    rows = [row for row in page.words("tr") if "reading-grade" in row]
    assert rows == [
        "family share long-sentence, reading-grade Words of the law. 2027-03-31",
        "apoyo title reading-grade Under review. 2026-01-31 expired",
    ]


def test_the_report_stands_alone(html: str, page: Page) -> None:
    """The report asks nobody for anything and runs nothing."""
    assert ("html", {"lang": "en"}) in page.tags
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base"}
    assert not any(name.startswith("on") or name == "src" for _, attributes in page.tags for name in attributes)
    assert not re.search(r"https?://|url\(|@import", html)
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}
    assert ("meta", policy) in page.tags


def hostile() -> tuple[ReadPage, Exempted]:
    """Return a page and an exemption in which every text is hostile."""
    sentences = (ReadSentence(EVIL, 3, 1.0),)
    units = tuple(ReadUnit(role, EVIL, 1, True, sentences) for role in ("item", "heading", EVIL))  # noqa: FBT003 - scored
    texts = dict.fromkeys(
        ("title", "name", "kind", "file", "language", "audience", "formula", "status", "outcome", "reason", "shape"),
        EVIL,
    )
    words = (HardWord(EVIL, 1, 2, (EVIL, EVIL)),)
    page = ReadPage(
        **texts, words=1, score=1.0, limit=2.0, target=1.0, margin=0.0, fixes=1,
        hard_words=words, units=(*units, replace(units[0], scored=False)), left_out={EVIL: 1},
    )  # fmt: skip
    return page, Exempted(EVIL, EVIL, (EVIL,), EVIL, EVIL, expired=True)


def test_hostile_texts() -> None:
    """Whatever a text holds, it is shown as words, without control characters and halves of characters."""
    page, exempted = hostile()
    html = render_reading((page,), (exempted,))
    assert html.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", html)
    read = Page(html)
    assert not {"script", "img"} & {tag for tag, _ in read.tags}
    assert len(read.words("style")) == 1
    shown = "<script>alert(1)</script>\"'><img src=x onerror=y>�[31m��{{ 1 }}</style>"
    assert read.words("h2", id="p1t") == [f"{shown} {shown}"]
    assert read.words("main")[0].count("�") == 3 * read.words("main")[0].count("<script>")
    assert "alert" not in read.words("style")[0]


def test_hostile_json() -> None:
    """JSON can be written as UTF-8 and read again, whatever a text holds."""
    page, exempted = hostile()
    text = reading_json((page,), (exempted,))
    assert text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
    (read,) = json.loads(text)["pages"]
    assert list(read["left_out"]) == [read["title"]]
    assert "�[31m" in read["hard_words"][0]["use"][1]


def test_json() -> None:
    """JSON holds everything that the report was given, with words in any script as they are."""
    text = reading_json(PAGES, EXEMPTED)
    body = json.loads(text)
    assert list(body) == ["charterpress", "pages", "exempted"]
    assert body["charterpress"] == __version__
    given = json.loads(json.dumps(asdict(replace(URDU, left_out={}))))
    assert body["pages"][-1] == given
    english = next(page for page in body["pages"] if page["language"] == "en" and page["kind"] == "page")
    assert english == json.loads(json.dumps(asdict(replace(ENGLISH, left_out={"heading": 1, "note": 1}))))
    assert [entry["page"] for entry in body["exempted"]] == ["apoyo", "family"]
    assert "باہمی" in text
    assert text.endswith("}\n")


def test_json_in_a_stable_order() -> None:
    """JSON is the same in whatever order the texts and their parts were given."""
    assert reading_json(PAGES[::-1], EXEMPTED[::-1]) == reading_json(PAGES, EXEMPTED)
    turned = replace(ENGLISH, left_out={"heading": 1, "note": 1})
    assert reading_json((turned,), ()) == reading_json((ENGLISH,), ())


def test_nothing_read() -> None:
    """When nothing was read, the report says so, and has neither a table nor filters."""
    page = Page(render_reading((), ()))
    assert page.words("p") == ["No texts were read.", "None."]
    assert not {tag for tag, _ in page.tags} & {"table", "form", "section"}
    assert json.loads(reading_json((), ())) == {"charterpress": __version__, "pages": [], "exempted": []}


def test_a_page_without_words() -> None:
    """A page without units, and a unit without sentences, are shown without lists."""
    empty = replace(ENGLISH, units=(unit("prose", 1),), hard_words=(), words=0)
    page = Page(render_reading((replace(ENGLISH, units=()), empty), ()))
    assert page.words("ol") == []
