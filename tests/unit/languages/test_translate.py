"""Test putting a document into another language."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Charter, Document
from charterpress.content.model.text import Text
from charterpress.content.settings import TranslationSettings
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import MACHINE, METHOD, Catalogue, State, load_catalogue
from charterpress.languages.meaning import Change
from charterpress.languages.pseudo import CLOSE, OPEN, PSEUDO_LOCALES
from charterpress.languages.reviews import Review
from charterpress.languages.translate import (
    Localised,
    TextStatus,
    as_source,
    catalogue_path,
    in_pseudo,
    similarity,
    translate,
)

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
CHARTER = "docs/charters/family.yml"
THEME = Document(kind="theme", id="x", title="Title", summary="Summary.")
READER, DAY = "A native reader", date(2026, 5, 1)


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
    assert [(text.context, text.source) for text in made.texts] == [(text.context, text.text) for text in source]
    assert all(text.shown for text in made.texts)
    assert made.per_cent == 100


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
    assert not made.complete
    assert (made.per_cent, len(made.untranslated)) == (0, len(made.texts))


def test_a_missing_text_stays_in_its_language(sample: Path, translate_sample: Translate) -> None:
    """A text without a translation is the source text, marked as such; the others are translated."""
    made = localised(sample, translate_sample("cy", "family", {"Hear you out.": ""}))
    text = commitment_text(made.document, "hear-services")
    assert (text, language_of(text)) == ("Hear you out.", "en")
    assert language_of(commitment_text(made.document, "papers")) == "cy"
    assert made.states[State.MISSING] == 1
    assert not made.complete


def test_a_moved_text_keeps_its_translation(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A commitment that moves to another block, with its id, keeps its translation."""
    path = translate_sample("cy", "family")
    line = "        - {id: papers, text: Send the papers in time.}\n"
    edit(CHARTER, line, "        - {id: chairs, text: Bring the chairs.}\n")
    first = "          - id: hear-you\n"
    edit(CHARTER, first, "          - {id: papers, text: Send the papers in time.}\n" + first)
    made = localised(sample, path)
    assert next(c.id for c in family(sample).commitments()) == "papers"
    text = commitment_text(made.document, "papers")
    assert (text, language_of(text)) == ("Send the papers in time. (cy)", "cy")
    assert language_of(commitment_text(made.document, "chairs")) == "en"


def test_reordering_keeps_every_translation(sample: Path, translate_sample: Translate) -> None:
    """Entries without an id keep their translations when their order changes."""
    path = translate_sample("cy", "family")
    charter = sample / CHARTER
    charter.write_text(charter.read_text("utf-8").replace("[Time, Trust]", "[Trust, Time]"), encoding="utf-8")
    made = localised(sample, path)
    texts = [text.text for text in texts_of(made.document) if text.context == "introduction.items"]
    assert texts == ["Trust (cy)", "Time (cy)"]


@pytest.mark.parametrize(
    "new",
    [
        "Answer your letters at once.",
        "Never answer your letters.",
        "Answer your letters in 5 days.",
        "Answer your emails.",
    ],
)
@pytest.mark.parametrize("flag", ["", "reviewed"])
def test_a_changed_text_loses_its_old_translation(
    sample: Path, translate_sample: Translate, edit: Edit, new: str, flag: str
) -> None:
    """A changed promise is never shown with the translation of the old one, before any update of the PO file."""
    path = translate_sample("cy", "family", flag=flag)
    edit(CHARTER, "Answer your letters.", new)
    made = localised(sample, path)
    text = commitment_text(made.document, "answer-you")
    assert (text, language_of(text)) == (new, "en")
    assert made.states[State.NEEDS_REVIEW] == 1
    [status] = made.untranslated
    assert (status.context, status.source, status.state) == ("answer-you.text", new, State.NEEDS_REVIEW)
    assert status.difference is not None
    assert status.difference.change > Change.PUNCTUATION


def test_a_change_of_meaning_is_said(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """What changed in a text is known, with the line of its entry in the PO file."""
    path = translate_sample("cy", "family")
    edit(CHARTER, "time: Within 5 days", "time: Within 10 days")
    [status] = localised(sample, path).untranslated
    assert status.difference is not None
    assert (status.difference.lost, status.difference.gained) == (("5",), ("10",))
    assert path.read_text("utf-8").split("\n")[(status.line or 0) - 1] == 'msgid "Within 5 days"'


@pytest.mark.parametrize(("flag", "state"), [("", State.DRAFT), ("reviewed", State.REVIEWED)])
def test_a_change_of_punctuation_keeps_the_translation(
    sample: Path, translate_sample: Translate, edit: Edit, flag: str, state: State
) -> None:
    """A text that changed in punctuation only keeps its translation on the site, and its signature."""
    path = translate_sample("cy", "family", flag=flag)
    edit(CHARTER, "Answer your letters.", "Answer your letters!")
    made = localised(sample, path)
    text = commitment_text(made.document, "answer-you")
    assert (text, language_of(text)) == ("Answer your letters. (cy)", "cy")
    assert set(made.states) == {state}


def test_one_old_translation_is_not_shown_twice(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Where a list gets one more entry like another, the translation stays with the text that it was made for."""
    path = translate_sample("cy", "family")
    edit(CHARTER, "items: [Time, Trust]", "items: [Time, Trust, 'Time!']")
    made = localised(sample, path)
    texts = [text.text for text in texts_of(made.document) if text.context == "introduction.items"]
    assert texts == ["Time (cy)", "Trust (cy)", "Time!"]


def test_a_translation_of_another_place_is_not_taken(sample: Path, write_po: Callable[..., Path]) -> None:
    """The same words elsewhere do not borrow a translation that was made for another place."""
    made = localised(sample, write_po(("learn.text", "Hear you out.", "Clywed")))
    assert language_of(commitment_text(made.document, "hear-services")) == "en"


def test_the_source_language() -> None:
    """A document in its own language is complete and no draft; its texts need nobody's review."""
    made = as_source(THEME)
    assert (made.is_source, made.complete, made.draft, made.started, made.per_cent) == (True, True, False, True, 100)
    assert made.states == {}


def test_drafts_are_shown_only_where_the_site_says_so(sample: Path, write_po: Callable[..., Path]) -> None:
    """By default a draft stays off the site, and what is reviewed is shown; with 'draft: show' both are."""
    path = write_po(("hear-services.text", "Hear you out.", "Clywed"), flag="reviewed")
    entry = '\nmsgctxt "papers.text"\nmsgid "Send the papers in time."\nmsgstr "Anfon"\n'
    path.write_text(path.read_text("utf-8") + entry, encoding="utf-8")
    for draft, language in (("hide", "en"), ("source", "en"), ("fail", "en"), ("show", "cy")):
        policy = TranslationSettings.model_validate({"draft": draft})
        made = translate(family(sample), load_catalogue(path, "cy"), policy=policy)
        assert language_of(commitment_text(made.document, "papers")) == language, draft
        assert language_of(commitment_text(made.document, "hear-services")) == "cy", draft
        assert made.states[State.DRAFT] == 1
        assert made.draft is (draft == "show")


def test_the_default_hides_drafts(sample: Path, translate_sample: Translate) -> None:
    """Without settings nothing is shown that nobody has reviewed."""
    catalogue = load_catalogue(translate_sample("cy", "family"), "cy")
    made = translate(family(sample), catalogue, policy=TranslationSettings())
    assert (made.per_cent, made.draft) == (0, False)
    assert {language_of(text.text) for text in texts_of(made.document)} == {"en"}


def test_texts_that_are_known_already(sample: Path, translate_sample: Translate) -> None:
    """It makes no difference whether the texts of a document are given or found."""
    catalogue = load_catalogue(translate_sample("cy", "family", {"Hear you out.": ""}), "cy")
    source = family(sample)
    assert translate(source, catalogue, texts_of(source)) == translate(source, catalogue)


def test_where_a_translation_stands(sample: Path, translate_sample: Translate) -> None:
    """For each translation shown its line in the PO file is known by its context and words."""
    path = translate_sample("cy", "family", {"Hear you out.": ""})
    made = localised(sample, path)
    lines = path.read_text("utf-8").split("\n")
    assert len(made.lines) > 30
    for (context, words), line in made.lines.items():
        assert lines[line - 2] == f'msgctxt "{context}"'
        assert words.endswith(" (cy)")
        assert lines[line - 1] == f"msgid {json.dumps(words.removesuffix(' (cy)'), ensure_ascii=False)}"
    assert not any(context == "hear-services.text" for context, _ in made.lines)


def test_who_translated_and_how(sample: Path, translate_sample: Translate) -> None:
    """A localised document knows what the PO file says of its making."""
    path = translate_sample("cy", "family")
    fields = f'"Last-Translator: A translator <a@b.example>\\n"\n"{METHOD}: {MACHINE}\\n"\n"Language'
    path.write_text(path.read_text("utf-8").replace('"Language', fields, 1), encoding="utf-8")
    made = localised(sample, path)
    assert (made.method, made.translator) == (MACHINE, "A translator")


def reviewed(name: str, day: int) -> TextStatus:
    """Return a text that somebody has read on a day of May 2026."""
    review = Review(name, date(2026, 5, day), holds=True)
    return TextStatus("a.text", "Text", State.REVIEWED, shown=True, review=review)


def test_who_has_read_it() -> None:
    """Each reader is named once, with the newest day; a document is read when every word of it is."""
    texts = (reviewed(READER, 3), reviewed("Another reader", 2), reviewed(READER, 5), reviewed(READER, 4))
    made = Localised(THEME, "cy", texts)
    assert [(review.name, review.day.day) for review in made.reviews] == [(READER, 5), ("Another reader", 2)]
    assert made.reader == f"{READER}, Another reader"


@pytest.mark.parametrize("state", [State.DRAFT, State.MISSING, State.NEEDS_REVIEW])
def test_nobody_has_read_it_all(state: State) -> None:
    """While any text is not reviewed, nobody counts as the reader of the whole."""
    review = Review(READER, DAY, holds=False)
    unread = TextStatus("b.text", "Text", state, shown=False, review=review)
    made = Localised(THEME, "cy", (reviewed(READER, 3), unread))
    assert made.reader == ""
    assert [review.day.day for review in made.reviews] == [3]
    assert Localised(THEME, "cy").reader == ""


def test_a_reader_of_the_sample(sample: Path, translate_sample: Translate) -> None:
    """A document of which every text is signed names who signed."""
    assert localised(sample, translate_sample("cy", "family", flag="reviewed")).reader == READER
    assert localised(sample, translate_sample("cy", "family")).reader == ""


@pytest.mark.parametrize("code", sorted(PSEUDO_LOCALES))
def test_a_made_up_language(sample: Path, code: str) -> None:
    """In a made-up language every text is shown between its brackets and marked with its code."""
    made = in_pseudo(family(sample), PSEUDO_LOCALES[code])
    texts = texts_of(made.document)
    assert len(texts) == len(texts_of(family(sample))) > 30
    assert all(text.text.startswith(OPEN) and text.text.endswith(CLOSE) for text in texts)
    assert {language_of(text.text) for text in texts} == {code}
    assert (made.locale, made.complete, made.method) == (code, True, MACHINE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("a b c", "a b c", 1), ("a b c", "d e f", 0), ("a b", "a c", 0.5), ("", "a", 0), ("a b c d", "b c d", 6 / 7)],
)
def test_how_alike_texts_are(one: str, other: str, expected: float) -> None:
    """Texts are as alike as they have words in common, in order."""
    assert similarity(one, other) == pytest.approx(expected)
    assert similarity(other, one) == pytest.approx(expected)


def test_where_a_catalogue_lives(tmp_path: Path) -> None:
    """A catalogue is found by language and id, wherever the YAML lies."""
    document = Document(kind="theme", id="some-id", title="Title", summary="Summary.")
    assert catalogue_path(tmp_path, "ur", document) == tmp_path / "ur" / "some-id.po"


def test_an_empty_catalogue(sample: Path) -> None:
    """Without any translation nothing is started, and every text says its language."""
    made = translate(family(sample), Catalogue(sample / "none.po", "cy", {}))
    assert not made.started
    assert set(made.states) == {State.MISSING}
    assert all(text.line is None and text.difference is None for text in made.texts)
    assert all(isinstance(text.text, Text) and text.text.language == "en" for text in texts_of(made.document))
