"""Test saying where readers meet a text, and who speaks in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.choice import chosen
from charterpress.content.library import load_library
from charterpress.content.model import Charter, Document
from charterpress.content.places import (
    blocks_of,
    on_every_leaflet,
    on_theme_pages,
    page_texts,
    places_of,
    shorter_wordings,
    speeches,
)
from charterpress.content.texts import replace_texts, texts_of
from charterpress.languages.locales import load_locale
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import SACRIFICES


def family(sample: Path) -> Charter:
    """Return the charter of the sample."""
    document = load_library(sample / "docs").documents["family"]
    assert isinstance(document, Charter)
    return document


def where(document: Document, context: str) -> str:
    """Return where readers meet the text of a context."""
    return places_of(document, next(text for text in texts_of(document) if text.context == context))


def test_blocks_of_a_charter(sample: Path) -> None:
    """The blocks of a charter are those of its themes, then its protocols, in the order of the page."""
    assert [block.id for block in blocks_of(family(sample))] == ["services-listen", "parents-listen", "meetings"]


def test_blocks_hold_every_commitment(sample: Path, complete: Path) -> None:
    """No commitment of a charter stands outside of its blocks."""
    charters = [family(sample), *load_library(complete).charters]
    assert len(charters) >= 2
    for charter in charters:
        held = [commitment.id for block in blocks_of(charter) for commitment in block.commitments]
        assert held == [commitment.id for commitment in charter.commitments()]


@pytest.mark.parametrize(
    "context",
    [
        "title",
        "summary",
        "services-listen.title",
        "services-listen.lead_in",
        "hear-you.text",
        "answer-you.unless",
        "answer-you.within.time",
        "answer-you.within.starts",
        "papers.text",
        "office.name",
    ],
)
def test_what_every_leaflet_has(sample: Path, context: str) -> None:
    """A leaflet has at least the title, each promise with its exception and its deadline, and who to ask."""
    assert context in on_every_leaflet(family(sample))
    assert "the leaflet" in where(family(sample), context).split(", ")


@pytest.mark.parametrize(
    "context",
    [
        "introduction",
        "cornerstones.title",
        "answer-you.detail",
        "answer-you.examples",
        "learn.text",
        "ladder.title",
        "law.text",
        "acknowledgements",
        "advocate.meaning",
    ],
)
def test_what_a_leaflet_may_leave_out(sample: Path, context: str) -> None:
    """Details, examples, notes and explanations may find no room."""
    assert context not in on_every_leaflet(family(sample))
    assert where(family(sample), context) == "its page"


@pytest.mark.parametrize("full", [False, True], ids=["sample", "complete"])
def test_the_leanest_leaflet(sample: Path, complete: Path, full: bool) -> None:  # noqa: FBT001 - one of two charters
    """What is said to stand on every leaflet is just what the leanest leaflet prints of a charter."""
    charter = load_library(complete).charters[0] if full else family(sample)
    signs: dict[str, str] = {}

    def sign(context: str, _: str) -> str:
        return signs.setdefault(context, f"q{len(signs)}q")

    marked = replace_texts(charter, sign)
    contents = Contents(
        marked,
        {},
        load_locale("en"),
        str,
        "Example Council",
        "https://council.example/",
        draft=False,
        selection=chosen(charter),
    )
    printed = repr(contents.panels(SACRIFICES[-1]))
    assert {context for context, mark in signs.items() if mark in printed} == on_every_leaflet(charter) & set(signs)


def test_contexts_are_those_of_texts(sample: Path, complete: Path) -> None:
    """What leaflets and theme pages have is named by contexts that a full charter has."""
    [charter] = load_library(complete).charters
    contexts = {text.context for text in texts_of(charter)}
    fields = {context.partition(".")[2] for context in contexts}
    for block in blocks_of(charter):
        assert set(on_theme_pages(block)) & contexts
    assert {context.partition(".")[2] for context in on_every_leaflet(charter)} <= fields
    assert {context.partition(".")[2] for context in on_every_leaflet(family(sample))} <= fields


def test_what_a_theme_page_has(sample: Path) -> None:
    """The page of a theme has each promise of a block with its exception and deadline, without details and examples."""
    shown = set(on_theme_pages(blocks_of(family(sample))[0]))
    assert not shown & {"answer-you.detail", "answer-you.examples", "hear-services.text", "papers.text"}
    assert shown >= {
        "services-listen.lead_in",
        "hear-you.text",
        "answer-you.text",
        "answer-you.unless",
        "answer-you.within.time",
        "answer-you.within.starts",
    }


@pytest.mark.parametrize(
    ("context", "places"),
    [
        ("answer-you.text", "its page, the page of its theme, the leaflet"),
        ("papers.text", "its page, the page of its theme, the leaflet"),
        ("answer-you.detail", "its page"),
    ],
)
def test_places_in_a_charter(sample: Path, context: str, places: str) -> None:
    """A text of a charter is met on its page, and maybe on that of a theme and on the leaflet."""
    assert where(family(sample), context) == places


@pytest.mark.parametrize(
    ("context", "place"),
    [
        ("services-listen.title", "the page of its theme"),
        ("title", "lists of pages"),
        ("summary", "lists of pages"),
        ("parents.name", "the leaflet"),
    ],
)
def test_titles_and_names_in_a_charter(sample: Path, context: str, place: str) -> None:
    """The title of a block heads it on the page of its theme, that of a charter stands in lists, names on the cover."""
    assert place in where(family(sample), context).split(", ")


@pytest.mark.parametrize(
    ("key", "context", "places"),
    [
        ("rules", "title", "its page, lists of pages"),
        ("involved", "summary", "its page, lists of pages"),
        ("listening", "title", "its page, lists of pages"),
        ("listening", "meaning", "its page"),
        ("rules", "reply.lead_in", "its page"),
    ],
)
def test_places_elsewhere(sample: Path, key: str, context: str, places: str) -> None:
    """The title and the summary of other documents stand in lists of pages too."""
    assert where(load_library(sample / "docs").documents[key], context) == places


def test_who_speaks(sample: Path) -> None:
    """Each block and each promise says by name who makes it, and to whom."""
    found = speeches(family(sample))
    assert set(found) == {
        "services-listen", "hear-you", "answer-you", "parents-listen", "hear-services", "meetings", "papers",
    }  # fmt: skip
    assert {(found[key].by, found[key].to) for key in ("services-listen", "hear-you", "answer-you", "papers")} == {
        ("Services", "Parents")
    }
    assert (found["hear-services"].by, found["hear-services"].to) == ("Parents", "Services")


def test_the_words_that_lead_in(sample: Path) -> None:
    """A promise knows the words that lead into it; a block without such words leads with nothing."""
    found = speeches(family(sample))
    assert [found[key].lead_in for key in ("hear-you", "answer-you", "hear-services", "papers")] == ["We will:"] * 2 + [
        ""
    ] * 2


@pytest.mark.parametrize("key", ["rules", "involved", "listening"])
def test_nobody_promises_elsewhere(sample: Path, key: str) -> None:
    """Only charters have promises."""
    assert speeches(load_library(sample / "docs").documents[key]) == {}


def test_a_shorter_wording(sample: Path) -> None:
    """A shorter wording is on the leaflet in place of the text, which stays on the pages; the site never has it."""
    path = sample / "docs/charters/family.yml"
    text = path.read_text("utf-8")
    text = text.replace("text: Answer your letters.", "text: Answer your letters.\n            leaflet: Answer you.")
    path.write_text(text, "utf-8")
    charter = family(sample)
    assert where(charter, "answer-you.leaflet") == "the leaflet, in place of the longer text"
    assert where(charter, "answer-you.text") == "its page, the page of its theme"
    assert where(charter, "answer-you.unless") == "its page, the page of its theme, the leaflet"
    assert shorter_wordings(charter) == {"answer-you.leaflet"}
    assert [t.context for t in texts_of(charter) if t not in page_texts(charter)] == ["answer-you.leaflet"]
    path.write_text(text.replace("parties:\n", "leaflet: {commitments: [papers]}\nparties:\n", 1), "utf-8")
    assert where(family(sample), "answer-you.leaflet") == "nothing now: the leaflet leaves it out"


def test_what_the_leaflet_of_a_selection_has(sample: Path) -> None:
    """A leaflet of some promises has those, the titles of their blocks, and nothing of other blocks."""
    path = sample / "docs/charters/family.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("parties:\n", "leaflet: {commitments: [papers]}\nparties:\n", 1), "utf-8")
    said = on_every_leaflet(family(sample))
    assert {"papers.text", "meetings.title", "protocols.title", "title", "office.name"} <= said
    assert not said & {"hear-you.text", "answer-you.unless", "services-listen.title", "parents-listen.lead_in"}
