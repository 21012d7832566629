"""Test walking over the texts of a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import Library, load_library
from charterpress.content.model import KINDS, Document
from charterpress.content.model.text import Role, Text
from charterpress.content.texts import identifiers, replace_texts, texts_of
from charterpress.content.yamlfile import Value

IDS = {"charter": "family", "guidance": "rules", "guide": "involved", "theme": "listening"}

by_kind = pytest.mark.parametrize("kind", sorted(IDS))


@pytest.fixture
def library(complete: Path) -> Library:
    """Return one document of each kind with every key."""
    library = load_library(complete)
    assert library.findings == ()
    return library


def at(data: Value | None, pointer: tuple[str | int, ...]) -> Value | None:
    """Return what stands at a place."""
    for key in pointer:
        inside = isinstance(data, dict) if isinstance(key, str) else isinstance(data, list)
        data = data[key] if inside else None  # type: ignore[index]  # what the line above tells
    return data


def charter_with(first: str, second: str) -> Document:
    """Return a charter with two commitments in this order."""
    commitments = [{"id": name, "text": f"Text of {name}."} for name in (first, second)]
    block = {"id": "block", "title": "Block", "by": "us", "to": "you", "commitments": commitments}
    return KINDS["charter"].model_validate(
        {
            "kind": "charter",
            "id": "family",
            "title": "A",
            "summary": "B.",
            "parties": [{"id": "us", "name": "Us"}, {"id": "you", "name": "You"}],
            "themes": [{"theme": "listening", "promises": [block]}],
        }
    )


@by_kind
def test_every_text_is_found_in_the_file(library: Library, kind: str) -> None:
    """The place of each text leads to its words in the YAML."""
    key = IDS[kind]
    texts = texts_of(library.as_written(key))
    assert len(texts) > 10
    for text in texts:
        assert at(library.files[key].data, text.pointer) == text.text
        assert text.pointer in library.files[key].places


@by_kind
def test_contexts_are_unique_but_in_lists(library: Library, kind: str) -> None:
    """No two texts share a context, except the entries of a list that have no ids."""
    texts = texts_of(library.documents[IDS[kind]])
    contexts = [text.context for text in texts if not isinstance(text.pointer[-1], int)]
    shared = {context for context in contexts if contexts.count(context) > 1}
    assert shared <= {"body.lead_in", "introduction.lead_in"}
    assert len(contexts) > 5


def test_contexts_of_a_charter(library: Library) -> None:
    """A context is the nearest id and the key, and the key alone for the document itself."""
    contexts = {text.pointer: text.context for text in texts_of(library.documents["family"])}
    first = ("themes", 0, "promises", 0)
    assert contexts["title",] == "title"
    assert contexts["parties", 1, "meaning"] == "services.meaning"
    assert contexts[*first, "lead_in"] == "services-listen.lead_in"
    assert contexts[*first, "commitments", 0, "text"] == "hear-you.text"
    assert contexts[*first, "commitments", 0, "within", "starts"] == "hear-you.within.starts"
    assert contexts[*first, "commitments", 0, "examples", 1] == "hear-you.examples"
    assert contexts["behaviours", "items", 0, "items", 0, "text"] == "learn-more.text"


def test_moving_keeps_contexts() -> None:
    """When two commitments change places, their texts keep their contexts."""
    one = {(text.context, text.text) for text in texts_of(charter_with("a", "b"))}
    other = {(text.context, text.text) for text in texts_of(charter_with("b", "a"))}
    assert one == other
    assert ("a.text", "Text of a.") in one


def test_what_is_no_text(library: Library) -> None:
    """Ids, names of laws and publishers, licences, numbers, addresses and original words are not for translation."""
    words = {text.text for document in library.documents.values() for text in texts_of(document)}
    fixed = {
        "rules#reply",
        "The Long Rules",
        "Open Government Licence",
        "2.1",
        "To be heard.",
        "office@council.example",
    }
    assert not words & fixed
    assert "Thanks to all staff." in words


def test_roles(library: Library) -> None:
    """Each text says what it is for."""
    roles = {text.context: text.role for text in texts_of(library.documents["family"])}
    assert roles["title"] is Role.HEADING
    assert roles["summary"] is Role.PROSE
    assert roles["parents.name"] is Role.LABEL
    assert roles["services-listen.lead_in"] is Role.LEAD_IN
    assert roles["hear-you.text"] is Role.ITEM
    assert roles["law.text"] is Role.NOTE
    assert roles["introduction"] is Role.PROSE
    assert roles["introduction.items"] is Role.ITEM


@by_kind
def test_replacing_every_text(library: Library, kind: str) -> None:
    """Every text is replaced, everything else is kept, and the document itself stays as it was."""
    document = library.documents[IDS[kind]]
    before = document.model_dump()
    asked: list[tuple[str, str]] = []

    def translate(context: str, text: str) -> str:
        asked.append((context, text))
        return Text(f"{text} ({context})", "cy")

    changed = replace_texts(document, translate)
    assert asked == [(text.context, text.text) for text in texts_of(document)]
    for old, new in zip(texts_of(document), texts_of(changed), strict=True):
        assert new.text == f"{old.text} ({old.context})"
        assert isinstance(new.text, Text)
        assert (new.context, new.pointer, new.role) == (old.context, old.pointer, old.role)
    assert document.model_dump() == before
    assert replace_texts(changed, lambda context, text: text.removesuffix(f" ({context})")).model_dump() == before


def test_identifiers(library: Library) -> None:
    """Every part with an id is found with its place, the document itself left out."""
    charter, file = library.documents["family"], library.files["family"]
    found = dict(identifiers(charter))
    assert "family" not in found
    assert found["hear-you"] == ("themes", 0, "promises", 0, "commitments", 0, "id")
    assert found["learn-more"] == ("behaviours", "items", 0, "items", 0, "id")
    assert found["rung-told"] == ("appendices", 0, "ladder", 0, "id")
    for identifier, pointer in identifiers(charter):
        assert at(file.data, pointer) == identifier


def test_every_id_of_the_file_is_found(library: Library) -> None:
    """No id of a file is missed, whatever it belongs to."""

    def ids(data: Value | None) -> list[str]:
        if isinstance(data, list):
            return [name for value in data for name in ids(value)]
        if isinstance(data, dict):
            own = [str(data["id"])] if "id" in data else []
            return own + [name for value in data.values() for name in ids(value)]
        return []

    for key, document in library.documents.items():
        wanted = sorted(ids(library.files[key].data))
        assert len(wanted) > 2
        assert sorted([key, *(name for name, _ in identifiers(document))]) == wanted


Edit = Callable[[str, str, str], int]


def test_a_text_on_the_next_line(sample: Path, edit: Edit) -> None:
    """A text that starts on the line below its key is found where it starts."""
    edit("docs/themes/listening.yml", "summary: We hear each other.", "summary:\n  We hear\n  each other.")
    library = load_library(sample / "docs")
    text = next(text for text in texts_of(library.documents["listening"]) if text.context == "summary")
    assert text.text == "We hear each other."
    assert library.files["listening"].place(text.pointer).line == 5
