"""Test putting a document into another language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Charter, Document
from charterpress.content.model.text import Text
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import Catalogue, State, load_catalogue
from charterpress.languages.translate import Localised, as_source, catalogue_path, may_show, translate

Translate = Callable[..., Path]


def family(sample: Path) -> Charter:
    """Return the charter of the sample."""
    document = load_library(sample / "docs").documents["family"]
    assert isinstance(document, Charter)
    return document


def localised(sample: Path, path: Path) -> Localised:
    """Return the charter of the sample in Welsh."""
    return translate(family(sample), load_catalogue(path, "cy"))


def commitment_text(document: Document, identifier: str) -> str:
    """Return the text of a commitment."""
    assert isinstance(document, Charter)
    return next(c.text for c in document.commitments() if c.id == identifier)


def language_of(text: str) -> str | None:
    """Return the language that a text says it is in."""
    return getattr(text, "language", None)


def test_every_text_is_translated(sample: Path, translate_sample: Translate) -> None:
    """With a whole catalogue every text is in the new language and says so."""
    made = localised(sample, translate_sample("cy", "family"))
    source = texts_of(family(sample))
    texts = texts_of(made.document)
    assert len(texts) == len(source) > 30
    assert [text.text for text in texts] == [f"{text.text} (cy)" for text in source]
    assert {language_of(text.text) for text in texts} == {"cy"}
    assert made.states == {State.DRAFT: len(source)}
    assert (made.complete, made.draft, made.started, made.is_source) == (True, True, True, False)


def test_what_is_not_text_stays(sample: Path, translate_sample: Translate) -> None:
    """Ids, names of laws and publishers, dates, addresses and references are the same in every language."""
    made = localised(sample, translate_sample("cy", "family")).document
    source = family(sample)
    assert isinstance(made, Charter)
    assert made.source == source.source
    assert made.language == "en"
    assert (made.id, made.version, made.review_by) == (source.id, source.version, source.review_by)
    assert [c.id for c in made.commitments()] == [c.id for c in source.commitments()]
    assert [c.backed_by for c in made.commitments()] == [c.backed_by for c in source.commitments()]
    assert made.contacts[0].email == "office@council.example"


def test_the_source_is_not_changed(sample: Path, translate_sample: Translate) -> None:
    """Translating returns a new document and leaves the old one alone."""
    source = family(sample)
    translate(source, load_catalogue(translate_sample("cy", "family"), "cy"))
    assert source == family(sample)


@pytest.mark.parametrize("flag", ["fuzzy", "fuzzy, reviewed"])
def test_fuzzy_is_never_published(sample: Path, translate_sample: Translate, flag: str) -> None:
    """A translation that needs review is not shown: the source text stands there and says its language."""
    made = localised(sample, translate_sample("cy", "family", flag=flag))
    assert {language_of(text.text) for text in texts_of(made.document)} == {"en"}
    assert not any("(cy)" in text.text for text in texts_of(made.document))
    assert set(made.states) == {State.NEEDS_REVIEW}
    assert (made.complete, made.started) == (False, False)


def test_a_missing_text_stays_in_its_language(sample: Path, translate_sample: Translate) -> None:
    """A text without a translation is the source text, marked as such; the others are translated."""
    made = localised(sample, translate_sample("cy", "family", {"Hear you out.": ""}))
    text = commitment_text(made.document, "hear-services")
    assert (text, language_of(text)) == ("Hear you out.", "en")
    assert language_of(commitment_text(made.document, "papers")) == "cy"
    assert made.states[State.MISSING] == 1
    assert not made.complete


def test_a_moved_text_keeps_its_translation(
    sample: Path, translate_sample: Translate, edit: Callable[[str, str, str], int]
) -> None:
    """A commitment that moves to another block, with its id, keeps its translation."""
    path = translate_sample("cy", "family")
    line = "        - {id: papers, text: Send the papers in time.}\n"
    edit("docs/charters/family.yml", line, "        - {id: chairs, text: Bring the chairs.}\n")
    first = "          - id: hear-you\n"
    edit("docs/charters/family.yml", first, "          - {id: papers, text: Send the papers in time.}\n" + first)
    made = localised(sample, path)
    assert next(c.id for c in family(sample).commitments()) == "papers"
    text = commitment_text(made.document, "papers")
    assert (text, language_of(text)) == ("Send the papers in time. (cy)", "cy")
    assert language_of(commitment_text(made.document, "chairs")) == "en"


def test_reordering_keeps_every_translation(sample: Path, translate_sample: Translate) -> None:
    """Entries without an id keep their translations when their order changes."""
    path = translate_sample("cy", "family")
    charter = sample / "docs/charters/family.yml"
    charter.write_text(charter.read_text("utf-8").replace("[Time, Trust]", "[Trust, Time]"), encoding="utf-8")
    made = localised(sample, path)
    texts = [text.text for text in texts_of(made.document) if text.context == "introduction.items"]
    assert texts == ["Trust (cy)", "Time (cy)"]


def test_a_changed_text_loses_its_old_translation(
    sample: Path, translate_sample: Translate, edit: Callable[[str, str, str], int]
) -> None:
    """A changed 'may' is never shown with the translation of the old 'will'."""
    path = translate_sample("cy", "family")
    edit("docs/charters/family.yml", "Answer your letters.", "Answer your letters at once.")
    made = localised(sample, path)
    text = commitment_text(made.document, "answer-you")
    assert (text, language_of(text)) == ("Answer your letters at once.", "en")
    assert made.states[State.MISSING] == 1


def test_a_translation_of_another_place_is_not_taken(sample: Path, write_po: Callable[..., Path]) -> None:
    """The same words elsewhere do not borrow a translation that was made for another place."""
    made = localised(sample, write_po(("learn.text", "Hear you out.", "Clywed")))
    assert language_of(commitment_text(made.document, "hear-services")) == "en"


def test_the_source_language() -> None:
    """A document in its own language is complete, reviewed, and no draft."""
    made = as_source(Document(kind="theme", id="x", title="Title", summary="Summary."))
    assert (made.is_source, made.complete, made.draft, made.started) == (True, True, False, True)
    assert made.states == {State.REVIEWED: 2}


@pytest.mark.parametrize(
    ("states", "missing", "draft", "expected"),
    [
        ({State.REVIEWED: 9}, "hide", "hide", True),
        ({State.REVIEWED: 9, State.DRAFT: 1}, "hide", "hide", False),
        ({State.REVIEWED: 9, State.DRAFT: 1}, "hide", "show", True),
        ({State.DRAFT: 9, State.MISSING: 1}, "hide", "show", False),
        ({State.DRAFT: 9, State.MISSING: 1}, "source", "show", True),
        ({State.DRAFT: 9, State.NEEDS_REVIEW: 1}, "hide", "show", False),
        ({State.REVIEWED: 9, State.NEEDS_REVIEW: 1}, "source", "hide", True),
        ({State.DRAFT: 9, State.MISSING: 1}, "source", "hide", False),
        ({State.MISSING: 9}, "source", "show", False),
        ({State.NEEDS_REVIEW: 9}, "source", "show", False),
        ({}, "source", "show", False),
    ],
)
def test_policy(states: dict[State, int], missing: str, draft: str, expected: bool) -> None:  # noqa: FBT001
    """A site's policy decides on drafts and gaps; a language with nothing to show never gets the page."""
    document = Document(kind="theme", id="x", title="Title", summary="Summary.")
    made = Localised(document, "cy", states)
    assert may_show(made, missing, draft) is expected  # type: ignore[arg-type]


def test_the_source_is_always_shown() -> None:
    """No policy hides a document in the language that it was written in."""
    made = as_source(Document(kind="theme", id="x", title="Title", summary="Summary."))
    assert may_show(made, "hide", "hide")


def test_where_a_catalogue_lives(tmp_path: Path) -> None:
    """A catalogue is found by language and id, wherever the YAML lies."""
    document = Document(kind="theme", id="some-id", title="Title", summary="Summary.")
    assert catalogue_path(tmp_path, "ur", document) == tmp_path / "ur" / "some-id.po"


def test_an_empty_catalogue(sample: Path) -> None:
    """Without any translation nothing is started, and every text says its language."""
    made = translate(family(sample), Catalogue(sample / "none.po", "cy", {}))
    assert not made.started
    assert all(isinstance(text.text, Text) and text.text.language == "en" for text in texts_of(made.document))
