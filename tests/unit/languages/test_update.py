"""Test that nothing of a translator's is lost when the source changes, and nothing old is published."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from charterpress.content.library import load_library
from charterpress.languages.catalogue import Entry, State, load_catalogue
from charterpress.languages.extract import template_of
from charterpress.languages.reviews import sign
from charterpress.languages.translate import translate
from charterpress.languages.update import Memory, memory_of, update_catalogue

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
WritePo = Callable[..., Path]
CHARTER = "docs/charters/family.yml"
TEXT = "Answer your letters."
PLACE = "answer-you.text"
SIGNED_FOR = ("We will listen, and answer.", "Gwrandawn ac atebwn.")

# Each of these changes a promise: what it is about, how strong it is, or until when.
CHANGES = [
    ("We will answer your letters.", "We will not answer your letters."),
    ("We will answer your letters.", "We never answer your letters."),
    ("We must answer your letters.", "We should answer your letters."),
    ("We should answer your letters.", "We may answer your letters."),
    ("We answer in 5 days.", "We answer in 10 days."),
    ("We answer in five days.", "We answer in ten days."),
    ("We answer in 5 days.", "We answer in 5 working days."),
    ("We start on 12 March 2027.", "We start on 12 April 2027."),
    ("We start on 12 March 2027.", "We start on 13 March 2027."),
    ("Write to office@council.example.", "Write to school@council.example."),
    ("Ring 0300 123 4567.", "Ring 0300 123 4568."),
    ("The Children Act 1989 says so.", "The Children Act 2004 says so."),
    ("The Children Act 1989 says so.", "The Care Act 1989 says so."),
    ("See [the law](https://law.example/a).", "See [the law](https://law.example/b)."),
    ("We answer your letters.", "We reply to your letters."),
]
PUNCTUATION = [
    ("We listen, and we answer.", "We listen and we answer."),
    ("We say “yes” to you.", "We say 'yes' to you!"),
    ("The council listens.", "the council listens"),
]


def template(*texts: str | tuple[str, str], context: str = PLACE) -> Catalog:
    """Return a template with texts under one context."""
    catalog = Catalog(project="family", charset="utf-8", fuzzy=False)
    for text in texts:
        catalog.add(text, context=context or None)
    return catalog


def renewed(
    path: Path, wanted: Catalog, locale: str = "cy", language: str = "en", memory: Memory | None = None
) -> Mapping[tuple[str, str], Entry]:
    """Bring a PO file up to date on disk and return its entries."""
    content, findings = update_catalogue(path, locale, wanted, language, memory)
    assert findings == ()
    assert content is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return load_catalogue(path, locale).entries


def charter_template(sample: Path) -> Catalog:
    """Return the texts of the sample's charter."""
    library = load_library(sample / "docs")
    return template_of(library.documents["family"], library.files["family"], sample)


def state_on_site(sample: Path, path: Path, context: str = PLACE) -> State:
    """Return the state of a text of the charter as a build finds it; a text that needs review is never shown."""
    made = translate(load_library(sample / "docs").documents["family"], load_catalogue(path, "cy"))
    [text] = [text for text in made.texts if text.context == context]
    assert text.shown is (text.state in {State.DRAFT, State.REVIEWED})
    return text.state


def test_a_new_file(sample: Path) -> None:
    """A new PO file has every text in its order, none translated, and says on top how a translation is signed for."""
    path = sample / "i18n" / "cy" / "family.po"
    entries = renewed(path, charter_template(sample))
    assert len(entries) > 30
    assert list(entries) == [(m.context, m.id) for m in charter_template(sample) if m.id]
    assert {entry.state for entry in entries.values()} == {State.MISSING}
    top = path.read_text("utf-8").partition("msgid")[0]
    assert "family into Welsh" in top
    assert "charterpress translate review" in top
    assert '"Language: cy\\n"' in path.read_text("utf-8")


def test_an_update_without_changes(sample: Path, translate_sample: Translate) -> None:
    """A second update gives the same bytes as the first."""
    path = translate_sample("cy", "family", flag="reviewed")
    renewed(path, charter_template(sample))
    before = path.read_bytes()
    renewed(path, charter_template(sample))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("flag", "state"), [("", State.DRAFT), ("reviewed", State.REVIEWED), ("fuzzy", State.NEEDS_REVIEW)]
)
def test_translations_stay(sample: Path, translate_sample: Translate, flag: str, state: State) -> None:
    """An update keeps each translation, its signature, and the mark that it needs review."""
    path = translate_sample("cy", "family", flag=flag)
    entries = renewed(path, charter_template(sample))
    assert {(entry.translation, entry.state) for entry in entries.values()} == {
        (f"{entry.source} (cy)", state) for entry in entries.values()
    }


@pytest.mark.parametrize(("old", "new"), CHANGES)
@pytest.mark.parametrize("flag", ["", "reviewed"])
def test_a_changed_text_is_not_published(  # noqa: PLR0913 - the sample, and rows of two tables
    sample: Path, translate_sample: Translate, edit: Edit, *, old: str, new: str, flag: str
) -> None:
    """The old translation of a changed promise leaves the site at once, and stays off it after an update."""
    edit(CHARTER, TEXT, json.dumps(old))
    path = translate_sample("cy", "family", flag=flag)
    edit(CHARTER, json.dumps(old), json.dumps(new))
    assert state_on_site(sample, path) is State.NEEDS_REVIEW
    entry = renewed(path, charter_template(sample))[PLACE, new]
    assert (entry.translation, entry.state, entry.previous) == (f"{old} (cy)", State.NEEDS_REVIEW, old)
    assert state_on_site(sample, path) is State.NEEDS_REVIEW


@pytest.mark.parametrize(("old", "new"), PUNCTUATION)
@pytest.mark.parametrize(("flag", "state"), [("", State.DRAFT), ("reviewed", State.REVIEWED)])
def test_a_change_of_punctuation(  # noqa: PLR0913 - the sample, and rows of two tables
    sample: Path, translate_sample: Translate, edit: Edit, *, old: str, new: str, flag: str, state: State
) -> None:
    """When only punctuation or capitals of the source change, translation and signature stay, and stay published."""
    edit(CHARTER, TEXT, json.dumps(old))
    path = translate_sample("cy", "family", flag=flag)
    edit(CHARTER, json.dumps(old), json.dumps(new))
    assert state_on_site(sample, path) is state
    entry = renewed(path, charter_template(sample))[PLACE, new]
    assert (entry.translation, entry.state, entry.previous) == (f"{old} (cy)", state, "")
    assert (entry.review is not None and entry.review.holds) is (state is State.REVIEWED)
    assert state_on_site(sample, path) is state


def test_a_draft_stays_a_draft(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A text that needed review before a change of punctuation needs it afterwards."""
    path = translate_sample("cy", "family", flag="fuzzy")
    edit(CHARTER, TEXT, "Answer your letters!")
    assert state_on_site(sample, path) is State.NEEDS_REVIEW
    assert renewed(path, charter_template(sample))[PLACE, "Answer your letters!"].state is State.NEEDS_REVIEW
    assert state_on_site(sample, path) is State.NEEDS_REVIEW


def test_the_old_text_is_that_of_the_translation(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """After two changes in a row the file still says what the translation was made for."""
    path = translate_sample("cy", "family")
    edit(CHARTER, TEXT, "Answer all your letters.")
    renewed(path, charter_template(sample))
    edit(CHARTER, "Answer all your letters.", "Answer all your letters soon.")
    entry = renewed(path, charter_template(sample))[PLACE, "Answer all your letters soon."]
    assert (entry.previous, entry.state) == (TEXT, State.NEEDS_REVIEW)


def test_a_change_that_is_taken_back(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When the source goes back before any update, the translation and its signature are as they were."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, TEXT, "Answer all your letters.")
    assert state_on_site(sample, path) is State.NEEDS_REVIEW
    edit(CHARTER, "Answer all your letters.", TEXT)
    assert state_on_site(sample, path) is State.REVIEWED
    assert renewed(path, charter_template(sample))[PLACE, TEXT].state is State.REVIEWED


def test_reverting_the_source(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A translation marked for another look is kept when the source goes back; a person takes the mark off."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, TEXT, "Answer all your letters.")
    renewed(path, charter_template(sample))
    edit(CHARTER, "Answer all your letters.", TEXT)
    entry = renewed(path, charter_template(sample))[PLACE, TEXT]
    assert (entry.translation, entry.state) == (f"{TEXT} (cy)", State.NEEDS_REVIEW)
    assert state_on_site(sample, path) is State.NEEDS_REVIEW
    assert "What changed" not in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    assert state_on_site(sample, path) is State.DRAFT


def test_what_changed_is_said(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """The translator reads which numbers and strong words went and came, also after the next update."""
    edit(CHARTER, TEXT, "We must answer in 5 days.")
    path = translate_sample("cy", "family")
    edit(CHARTER, "We must answer in 5 days.", "We may answer in 10 days.")
    for _ in range(2):
        renewed(path, charter_template(sample))
        [line] = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#. What changed: ")]
        assert all(word in line for word in ("must", "5", "may", "10"))


def test_a_changed_text_is_not_reviewed_any_more(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When the translator takes the mark 'fuzzy' away, the old signature does not come back."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, TEXT, "Answer all your letters.")
    renewed(path, charter_template(sample))
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    assert load_catalogue(path, "cy").entries[PLACE, "Answer all your letters."].state is State.DRAFT


def test_without_the_mark_a_text_is_published(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When the translator takes the mark 'fuzzy' away, the translation counts on the site, old text or not."""
    path = translate_sample("cy", "family")
    edit(CHARTER, TEXT, "Answer all your letters.")
    renewed(path, charter_template(sample))
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    assert state_on_site(sample, path) is State.DRAFT
    renewed(path, charter_template(sample))
    assert state_on_site(sample, path) is State.DRAFT


def test_a_text_that_is_gone_is_kept_aside(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """The translation of a removed text stays in the file; when the text comes back, it is offered, unpublished."""
    path = translate_sample("cy", "family", flag="reviewed")
    lines = "      items:\n        - {id: learn-more, text: Ask when it is not clear.}\n"
    edit(CHARTER, lines, "")
    key = ("learn-more.text", "Ask when it is not clear.")
    assert key not in renewed(path, charter_template(sample))
    assert '#~ msgstr "Ask when it is not clear. (cy)"' in path.read_text("utf-8")
    edit(CHARTER, "      text: Learn from each other.\n", f"      text: Learn from each other.\n{lines}")
    entry = renewed(path, charter_template(sample))[key]
    assert (entry.translation, entry.state) == ("Ask when it is not clear. (cy)", State.NEEDS_REVIEW)
    assert state_on_site(sample, path, "learn-more.text") is State.NEEDS_REVIEW


def test_a_text_that_comes_back_with_a_comma(tmp_path: Path, write_po: WritePo) -> None:
    """A translation that was taken out needs another look too when its text comes back with other punctuation."""
    path = write_po((PLACE, "Answer, please.", "Atebwch, os gwelwch yn dda."), path=tmp_path / "family.po")
    assert renewed(path, template("Something else", context="b.text"))["b.text", "Something else"].translation == ""
    entry = renewed(path, template("Answer please."))[PLACE, "Answer please."]
    assert (entry.translation, entry.state) == ("Atebwch, os gwelwch yn dda.", State.NEEDS_REVIEW)


def test_what_was_never_translated_is_not_kept(sample: Path, edit: Edit) -> None:
    """A removed text without a translation leaves nothing behind."""
    path = sample / "i18n" / "cy" / "family.po"
    renewed(path, charter_template(sample))
    edit(
        CHARTER, "        - {id: learn-more, text: Ask when it is not clear.}\n", "        - {id: x-more, text: Sit.}\n"
    )
    renewed(path, charter_template(sample))
    assert "Ask when" not in path.read_text("utf-8")


def test_a_moved_text(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A text that moves with its id keeps its translation and its signature; only its line changes."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, "        - {id: papers, text: Send the papers in time.}\n", "        - {id: chairs, text: Sit.}\n")
    first = "          - id: hear-you\n"
    line = edit(CHARTER, first, "          - {id: papers, text: Send the papers in time.}\n" + first)
    entry = renewed(path, charter_template(sample))["papers.text", "Send the papers in time."]
    assert (entry.translation, entry.state) == ("Send the papers in time. (cy)", State.REVIEWED)
    assert f"#: {CHARTER}:{line}\n" in path.read_text("utf-8")


def test_entries_of_a_list_change_places(tmp_path: Path, write_po: WritePo) -> None:
    """Texts that share a context find their own translations, and a changed one takes that of the most similar."""
    old = ("Bring a friend to the meeting.", "Bring your letters.", "Bring some water.")
    path = write_po(*((PLACE, text, f"{text} (cy)") for text in old), path=tmp_path / "family.po", flag="reviewed")
    entries = renewed(path, template("Bring your letters.", "Bring a good friend to the meeting.", "Bring some water."))
    assert entries[PLACE, "Bring your letters."].state is State.REVIEWED
    assert entries[PLACE, "Bring some water."].state is State.REVIEWED
    changed = entries[PLACE, "Bring a good friend to the meeting."]
    assert (changed.translation, changed.state) == ("Bring a friend to the meeting. (cy)", State.NEEDS_REVIEW)


def test_a_suggestion_from_another_place(tmp_path: Path, write_po: WritePo) -> None:
    """A text that got another id is offered its old translation, to be looked at; a text unlike any is offered none."""
    text = "We will answer each of your letters soon."
    path = write_po(("old.text", text, "Atebwn."), path=tmp_path / "family.po", flag="reviewed")
    wanted = template(text.replace("soon", "quickly"), "Something else entirely", context="new.text")
    entries = renewed(path, wanted)
    offered = entries["new.text", "We will answer each of your letters quickly."]
    assert (offered.translation, offered.state, offered.previous) == ("Atebwn.", State.NEEDS_REVIEW, text)
    assert entries["new.text", "Something else entirely"].translation == ""


def test_a_suggestion_is_never_published(tmp_path: Path, write_po: WritePo) -> None:
    """A suggestion stays one through every update, also when the punctuation of its text changes."""
    old = "We will answer each of your letters soon."
    path = write_po(("old.text", old, "Atebwn."), path=tmp_path / "family.po")
    new = "We will answer each of your letters quickly."
    assert renewed(path, template(new, context="new.text"))["new.text", new].state is State.NEEDS_REVIEW
    assert renewed(path, template(new, context="new.text"))["new.text", new].state is State.NEEDS_REVIEW
    comma = new.replace("letters", "letters,")
    assert renewed(path, template(comma, context="new.text"))["new.text", comma].state is State.NEEDS_REVIEW


def test_a_text_comes_to_say_what_its_suggestion_was_taken_from(tmp_path: Path, write_po: WritePo) -> None:
    """A suggestion from another place needs a look also when its text comes to say what that place said."""
    old = "We will answer each of your letters soon."
    path = write_po(("old.text", old, "Atebwn."), path=tmp_path / "family.po")
    renewed(path, template(old.replace("soon", "quickly"), context="new.text"))
    assert renewed(path, template(old, context="new.text"))["new.text", old].state is State.NEEDS_REVIEW


def test_a_doubt_outlives_changes_of_punctuation(tmp_path: Path, write_po: WritePo) -> None:
    """A translation that somebody marked as fuzzy stays so, however often the punctuation of its source changes."""
    path = write_po((PLACE, "Welcome", "Croeso"), path=tmp_path / "family.po", flag="fuzzy")
    for text in ("Welcome", "Welcome!", "Welcome.", "Welcome"):
        assert renewed(path, template(text))[PLACE, text].state is State.NEEDS_REVIEW, text


def test_a_suggestion_from_memory(tmp_path: Path) -> None:
    """A new text that is translated elsewhere is offered that translation, never published, whatever updates follow."""
    path = tmp_path / "family.po"
    for text in ("Welcome", "Welcome!", "Welcome."):
        entry = renewed(path, template(text), memory={"Welcome": "Croeso"})[PLACE, text]
        assert (entry.translation, entry.state) == ("Croeso", State.NEEDS_REVIEW)
    assert (
        renewed(tmp_path / "other.po", template("Hello"), memory={"Welcome": "Croeso"})[PLACE, "Hello"].translation
        == ""
    )


def test_memory_gives_way(tmp_path: Path, write_po: WritePo) -> None:
    """What a file has itself is never replaced by what stands elsewhere."""
    path = write_po((PLACE, "Welcome", "Helo"), path=tmp_path / "family.po")
    entry = renewed(path, template("Welcome"), memory={"Welcome": "Croeso"})[PLACE, "Welcome"]
    assert (entry.translation, entry.state) == ("Helo", State.DRAFT)


def test_memory_of_a_language(tmp_path: Path, write_po: WritePo, polish: Callable[..., Path]) -> None:
    """Memory is made of what is translated: no suggestions, nothing that needs review, no plural forms."""
    paths = [
        write_po(("a.text", "One", "Un"), ("b.text", "Two", ""), path=tmp_path / "a.po"),
        write_po(("c.text", "Three", "Tri"), path=tmp_path / "b.po", flag="fuzzy"),
        polish({("day", "days"): ("dzień", "dni", "dnia"), "Four": "Cztery"}, tmp_path / "c.po"),
    ]
    (tmp_path / "broken.po").write_text('msgid "open\n', encoding="utf-8")
    assert memory_of(paths, "pl") == {"One": "Un", "Four": "Cztery"}
    assert memory_of([tmp_path / "broken.po"], "pl") == {}


def test_comments_of_translators_stay(sample: Path, translate_sample: Translate) -> None:
    """What a translator wrote next to a text, and in the header, is still there after an update."""
    path = translate_sample("cy", "family")
    text = path.read_text("utf-8").replace('msgctxt "title"', '# ask the office about this word\nmsgctxt "title"')
    text = text.replace(
        '"Language: cy\\n"', '"Language: cy\\n"\n"Last-Translator: A Translator <a@translator.example>\\n"'
    )
    path.write_text("# Made with care\n" + text, encoding="utf-8")
    renewed(path, charter_template(sample))
    after = path.read_text("utf-8")
    assert "# ask the office about this word\n" in after
    assert "# Made with care\n" in after
    assert '"Last-Translator: A Translator <a@translator.example>\\n"' in after


def test_notes_stay_when_the_signature_goes(tmp_path: Path, write_po: WritePo) -> None:
    """When a text changes, the signature under its translation goes; a note beside it stays."""
    old, new = "We answer in 5 days.", "We answer in 6 days."
    path = write_po((PLACE, old, "Atebwn."), path=tmp_path / "family.po", flag="reviewed")
    path.write_text(path.read_text("utf-8").replace("# Reviewed", "# ask the office\n# Reviewed"), encoding="utf-8")
    entry = renewed(path, template(new))[PLACE, new]
    assert entry.review is None
    assert "# ask the office\n" in path.read_text("utf-8")


def test_long_and_awkward_texts(sample: Path, edit: Edit) -> None:
    """Quotes, backslashes, signs of Markdown and long lines come back from the file as they went in."""
    awkward = 'Say "no" to C:\\temp, 100% of **us**, {always}; ' + "and so on " * 30 + "ŵ ŷ پ."
    edit(CHARTER, TEXT, json.dumps(awkward, ensure_ascii=False))
    assert (PLACE, awkward) in renewed(sample / "i18n" / "cy" / "family.po", charter_template(sample))


def test_a_broken_file_is_left_alone(sample: Path, translate_sample: Translate) -> None:
    """A PO file that cannot be read gives findings and no bytes, so that no translation is lost."""
    path = translate_sample("cy", "family")
    path.write_text(path.read_text("utf-8") + '\nmsgid "open\n', encoding="utf-8")
    content, findings = update_catalogue(path, "cy", charter_template(sample))
    assert content is None
    assert [finding.rule for finding in findings] == ["po-syntax"]


def test_a_source_in_another_language(tmp_path: Path, write_po: WritePo) -> None:
    """A Welsh source that changes in any word sends its English translation back for another look."""
    path = write_po((PLACE, "Rydym yn gwrando.", "We listen."), path=tmp_path / "x.po", locale="en")
    entry = renewed(path, template("Nid ydym yn gwrando."), "en", "cy")[PLACE, "Nid ydym yn gwrando."]
    assert (entry.translation, entry.state) == ("We listen.", State.NEEDS_REVIEW)


def test_plural_forms(polish: Callable[..., Path]) -> None:
    """A text with plural forms keeps all of them; a new one gets as many empty ones as the language has."""
    path = polish({("{number} day", "{number} days"): ("{number} dzień", "{number} dni", "{number} dnia")})
    days, notes = ("{number} day", "{number} days"), ("{number} note", "{number} notes")
    entries = renewed(path, template(days, notes, context=""), "pl")
    assert entries["", "{number} day"].forms == ("{number} dzień", "{number} dni", "{number} dnia")
    assert entries["", "{number} day"].state is State.DRAFT
    assert entries["", "{number} note"].forms == ("", "", "")


@pytest.mark.parametrize(
    "wanted", [("{number} week", "{number} weeks"), ("{number} working day", "{number} working days")]
)
def test_changed_plural_forms(polish: Callable[..., Path], wanted: tuple[str, str]) -> None:
    """A text with plural forms that says another thing is not published in its old words."""
    path = polish({("{number} day", "{number} days"): ("{number} dzień", "{number} dni", "{number} dnia")})
    assert renewed(path, template(wanted, context=""), "pl")["", wanted[0]].state in {State.MISSING, State.NEEDS_REVIEW}


def test_a_change_in_the_plural_alone(polish: Callable[..., Path]) -> None:
    """A text that changes in its plural only has changed too, and its old words are not published."""
    path = polish({("{number} day", "{number} days"): ("{number} dzień", "{number} dni", "{number} dnia")})
    entry = renewed(path, template(("{number} day", "{number} working days"), context=""), "pl")["", "{number} day"]
    assert entry.state in {State.MISSING, State.NEEDS_REVIEW}


@pytest.mark.parametrize(
    ("old", "new"),
    [("{number} days", ("{number} days", "many days")), (("{number} days", "many days"), "{number} days")],
)
def test_a_text_that_gets_plural_forms(
    polish: Callable[..., Path], old: str | tuple[str, str], new: str | tuple[str, str]
) -> None:
    """A text that gets plural forms, or loses them, has no translation that fits."""
    path = polish({old: "{number} dni" if isinstance(old, str) else ("a", "b", "c")})
    entry = renewed(path, template(new, context=""), "pl")["", "{number} days"]
    assert entry.state is State.MISSING
    assert bool(entry.forms) is not isinstance(new, str)


def test_gettext_takes_an_updated_file(
    sample: Path, translate_sample: Translate, edit: Edit, msgfmt: Callable[[Path], str]
) -> None:
    """GNU gettext has nothing to say about a file with changed, new and removed texts and signatures in it."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, TEXT, "Answer all your letters, " + "and so on, " * 20 + "soon.")
    edit(
        CHARTER, "        - {id: learn-more, text: Ask when it is not clear.}\n", "        - {id: x-more, text: Sit.}\n"
    )
    renewed(path, charter_template(sample))
    text = path.read_text("utf-8")
    assert "#, fuzzy" in text
    assert "#| msgid" in text
    assert "#~ msgid" in text
    assert msgfmt(path) == ""


def test_a_signature_for_a_name_with_spaces(tmp_path: Path, write_po: WritePo) -> None:
    """A long signature that the file breaks into lines holds after every update."""
    source, translation = SIGNED_FOR
    path = write_po((PLACE, source, translation), path=tmp_path / "family.po")
    name = "A native reader of the language who reads for the council and for all of the families of the county"
    line = f'# {sign(name, date(2026, 5, 1), source, translation)}\nmsgctxt "{PLACE}"'
    path.write_text(path.read_text("utf-8").replace(f'msgctxt "{PLACE}"', line), encoding="utf-8")
    for _ in range(3):
        entry = renewed(path, template(source))[PLACE, source]
        assert entry.state is State.REVIEWED
        assert entry.review is not None
        assert entry.review.name == name
