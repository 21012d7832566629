"""Test which documents a language may show, by the site's policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Charter, Theme
from charterpress.content.project import load_project
from charterpress.content.texts import texts_of
from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import State
from charterpress.languages.library import LocalisedLibrary, localise
from charterpress.languages.pseudo import PSEUDO_LOCALES

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]


def in_language(sample: Path, code: str, *findings: Finding) -> LocalisedLibrary:
    """Return the sample in a language; its settings are right."""
    project, found = load_project(sample)
    assert found == findings
    assert project is not None
    return localise(load_library(project.docs), project, code)


def set_policy(edit: Edit, missing: str = "hide", stale: str = "hide", draft: str = "show") -> None:
    """Set what a language of the sample may show."""
    new = f"translations: {{missing: {missing}, stale: {stale}, draft: {draft}}}"
    edit("mkdocs.yml", "translations: {missing: hide, stale: hide, draft: show}", new)


def rules_of(library: LocalisedLibrary) -> list[str]:
    """Return the rules of the findings that are about documents."""
    return [finding.rule for finding in library.findings]


def test_the_source_language_shows_everything(sample: Path) -> None:
    """In the language that they were written in, all documents are shown."""
    library = in_language(sample, "en")
    assert library.shown == {"family", "rules", "involved", "listening"}
    assert library.findings == ()
    assert [charter.id for charter in library.of(Charter)] == ["family"]


def test_the_source_is_what_was_written(sample: Path, translate_sample: Translate) -> None:
    """A PO file in the language that a document was written in changes none of its words."""
    translate_sample("en", "family", flag="reviewed")
    document = in_language(sample, "en").documents["family"].document
    assert not any("(en)" in text.text for text in texts_of(document))


def test_only_what_is_translated_is_shown(sample: Path, translate_sample: Translate) -> None:
    """A document without a translation is left out without a word; a whole draft is shown."""
    translate_sample("cy", "family")
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    assert library.documents["family"].draft
    assert library.of(Theme) == ()
    assert library.findings == ()
    assert library.locale.name == "Cymraeg"


def test_a_gap_hides_a_document(sample: Path, translate_sample: Translate) -> None:
    """A translation with a gap is left out, and a warning names the PO file and says how much is missing."""
    path = translate_sample("cy", "family", {"Hear you out.": ""})
    library = in_language(sample, "cy")
    assert library.shown == frozenset()
    [finding] = library.findings
    assert (finding.rule, finding.level, finding.file, finding.locale) == ("not-shown", Level.WARNING, path, "cy")
    assert "1 text is not translated" in finding.message


def test_a_gap_may_be_filled_with_the_source(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Where the site says so, a gap is filled with the source text, which says its language."""
    set_policy(edit, missing="source")
    translate_sample("cy", "family", {"Hear you out.": ""})
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    english = [
        t.text for t in texts_of(library.documents["family"].document) if getattr(t.text, "language", "") == "en"
    ]
    assert english == ["Hear you out."]


def test_a_changed_source_hides_a_document(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When a promise changes, its page leaves the language until the new words are translated."""
    translate_sample("cy", "family")
    edit("docs/charters/family.yml", "Answer your letters.", "Answer your letters at once.")
    library = in_language(sample, "cy")
    assert library.shown == frozenset()
    assert sorted(rules_of(library)) == ["not-shown", "stale-translation"]


def test_a_changed_source_may_be_shown(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Where the site says so, a changed promise is shown in its own language, and a warning names it."""
    set_policy(edit, stale="source")
    translate_sample("cy", "family")
    edit("docs/charters/family.yml", "Answer your letters.", "Answer your letters at once.")
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    assert rules_of(library) == ["stale-translation"]
    english = [
        t.text for t in texts_of(library.documents["family"].document) if getattr(t.text, "language", "") == "en"
    ]
    assert english == ["Answer your letters at once."]


def test_punctuation_hides_nothing(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When only punctuation of the source changes, the page stays as it was, and nothing is said."""
    set_policy(edit, draft="hide")
    translate_sample("cy", "family", flag="reviewed")
    edit("docs/charters/family.yml", "Answer your letters.", "Answer your letters!")
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    assert library.findings == ()


def test_the_defaults_show_what_is_reviewed(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A project that sets nothing shows what somebody has signed for, with gaps in English, and no drafts."""
    edit("mkdocs.yml", "      translations: {missing: hide, stale: hide, draft: show}\n", "")
    translate_sample("cy", "family", {"Hear you out.": ""}, flag="reviewed")
    translate_sample("cy", "rules")
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    assert rules_of(library) == ["not-shown"]


def test_drafts_may_be_hidden(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Where the site says so, only what is signed for is shown."""
    set_policy(edit, draft="hide")
    translate_sample("cy", "family")
    translate_sample("cy", "rules", flag="reviewed")
    library = in_language(sample, "cy")
    assert library.shown == {"rules"}
    assert rules_of(library) == ["not-shown"]


def test_no_word_of_a_hidden_draft_is_shown(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Other pages name a document whose draft is hidden in its own language."""
    set_policy(edit, draft="hide")
    translate_sample("cy", "listening")
    library = in_language(sample, "cy")
    theme = library.documents["listening"]
    assert {getattr(text.text, "language", "") for text in texts_of(theme.document)} == {"en"}
    assert theme.states[State.DRAFT] > 0


def test_fuzzy_alone_starts_nothing(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A document of which every translation needs review is not shown, whatever the policy."""
    set_policy(edit, missing="source", stale="source")
    translate_sample("cy", "family", flag="fuzzy")
    assert in_language(sample, "cy").shown == frozenset()


def test_what_is_wrong_with_a_catalogue(sample: Path, translate_sample: Translate) -> None:
    """A broken translation is an error that names the PO file and the line."""
    source = "Hear you and your [advocate](#advocate).[^law]"
    path = translate_sample("cy", "family", {source: "Gwrando arnoch"})
    errors = [finding for finding in in_language(sample, "cy").findings if finding.level is Level.ERROR]
    assert {finding.rule for finding in errors} == {"po-placeholder"}
    assert len(errors) == 2
    for finding in errors:
        assert finding.file == path
        assert source in path.read_text("utf-8").split("\n")[(finding.line or 0) - 1]


def test_a_syntax_error_hides_nothing_else(sample: Path, translate_sample: Translate) -> None:
    """One broken PO file gives an error; the other documents are translated."""
    translate_sample("cy", "family")
    broken = translate_sample("cy", "rules")
    broken.write_text('msgid "open\n', encoding="utf-8")
    library = in_language(sample, "cy")
    assert library.shown == {"family"}
    assert [(finding.rule, finding.file) for finding in library.findings] == [("po-syntax", broken)]


def test_a_terminology_is_heeded(sample: Path, translate_sample: Translate, write_po: Callable[..., Path]) -> None:
    """A term that is said in another way than the project's terminology has it gives a warning on its line."""
    path = translate_sample("cy", "rules", {"Letters matter.": "Mae nodion yn bwysig."})
    terms = write_po(("", "letter", "llythyr*"), path=sample / "i18n" / "cy" / "terminology.po")
    terms.write_text(terms.read_text("utf-8").replace('msgctxt ""\n', ""), encoding="utf-8")
    found = [finding for finding in in_language(sample, "cy").findings if finding.rule == "po-term"]
    assert {(finding.level, finding.file) for finding in found} == {(Level.WARNING, path)}
    lines = path.read_text("utf-8").split("\n")
    assert 'msgid "Letters matter."' in {lines[(finding.line or 0) - 1] for finding in found}


def test_a_broken_terminology_is_named(sample: Path) -> None:
    """A terminology that cannot be read is an error once, though every document would use it."""
    path = sample / "i18n" / "cy" / "terminology.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "open\n', encoding="utf-8")
    found = in_language(sample, "cy").findings
    assert [(finding.rule, finding.file) for finding in found] == [
        ("po-syntax", sample.resolve() / path.relative_to(sample))
    ]


@pytest.mark.parametrize("code", sorted(PSEUDO_LOCALES))
def test_a_made_up_language(sample: Path, code: str) -> None:
    """A made-up language shows every document, with nothing to say about translations."""
    project, _ = load_project(sample)
    assert project is not None
    library = localise(load_library(project.docs), project, code)
    assert library.shown == {"family", "rules", "involved", "listening"}
    assert library.findings == ()
    assert library.documents["listening"].document.title != "Listening"


def test_a_language_without_interface_words(sample: Path, edit: Edit) -> None:
    """A language that has no interface words gives a warning about the settings that says how to write them."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: de}")
    [finding] = in_language(sample, "de").findings
    assert (finding.rule, finding.level, finding.locale) == ("no-interface-words", Level.WARNING, "de")
    assert finding.file == sample.resolve() / "mkdocs.yml"
    assert "charterpress translate update de interface" in finding.hint


def test_interface_words_of_a_project(sample: Path, edit: Edit, write_po: Callable[..., Path]) -> None:
    """A project's own interface words do for a language that the package lacks, and are checked like all words."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: de}")
    path = write_po(("", "page {number}", "Seite"), locale="de", path=sample / "i18n" / "de" / "interface.po")
    path.write_text(path.read_text("utf-8").replace('msgctxt ""\n', ""), encoding="utf-8")
    [finding] = in_language(sample, "de").findings
    assert (finding.rule, finding.file) == ("po-placeholder", sample.resolve() / path.relative_to(sample))


def test_documents_keep_their_order(sample: Path) -> None:
    """Documents are listed by their order, then by id."""
    text = (sample / "docs/themes/listening.yml").read_text("utf-8")
    for name, order in (("b-theme", 2), ("a-theme", 2), ("z-theme", 1)):
        made = text.replace("id: listening", f"id: {name}\norder: {order}")
        (sample / f"docs/themes/{name}.yml").write_text(made, encoding="utf-8")
    themes = in_language(sample, "en").of(Theme)
    assert [theme.id for theme in themes] == ["z-theme", "a-theme", "b-theme", "listening"]
