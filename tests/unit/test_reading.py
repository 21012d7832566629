"""Test what readers read: each page and each leaflet, with its name, its readers and what is explained there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.check import Checked, check
from charterpress.content.library import Library, load_library
from charterpress.content.model import Charter
from charterpress.content.model.base import Audience
from charterpress.content.places import on_every_leaflet
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.content.texts import texts_of
from charterpress.content.vocabulary import load_vocabulary
from charterpress.languages.library import localise
from charterpress.readability.compare import long_word_shares
from charterpress.readability.page import Kind, PageText
from charterpress.reading import source_pages, translated_pages

EXAMPLES = Path(__file__).parents[1] / "examples" / "valid"
Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
CHARTER, GUIDE, GUIDANCE = "docs/charters/family.yml", "docs/guides/involved.yml", "docs/guidance/rules.yml"


def opened(root: Path) -> tuple[Library, Project]:
    """Return the library and the settings of a project."""
    project, findings = load_project(root)
    assert project is not None, findings
    return load_library(project.docs), project


def pages(root: Path) -> dict[tuple[str, str], PageText]:
    """Return what is read in the languages it was written in, by name and kind."""
    found = {(page.name, str(page.kind)): page for page in source_pages(*opened(root)) if page.language == "en"}
    assert len(found) >= 5
    return found


def translated(root: Path, locale: str) -> dict[str, PageText]:
    """Return what each page says that was translated into a language, by name; hand-written pages are left out."""
    library, project = opened(root)
    made = translated_pages(localise(library, project, locale), library, project)
    return {page.name: page for page in made if page.name in library.documents}


def texts(page: PageText) -> list[str]:
    """Return the texts of a page."""
    return [unit.text for unit in page.units]


def test_every_page_and_leaflet_once(sample: Path) -> None:
    """There is a page for each document, leaflet, the glossary, and each hand-written page of the main language."""
    found = list(source_pages(*opened(sample)))
    assert sorted((page.name, str(page.kind), page.language) for page in found) == [
        ("family", "leaflet", "en"),
        ("family", "page", "en"),
        ("glossary", "glossary", "en"),
        ("index", "page", "en"),
        ("involved", "page", "en"),
        ("listening", "page", "en"),
        ("rules", "page", "en"),
    ]


def test_a_page_knows_its_readers(sample: Path) -> None:
    """A page has the title, the file, the language and the audience of its document."""
    rules = pages(sample)["rules", "page"]
    assert (rules.title, rules.audience, rules.language) == ("The rules in short", Audience.PRACTITIONERS, "en")
    assert rules.file.name == "rules.yml"
    assert "Letters matter." in texts(rules)
    assert pages(sample)["index", "page"].audience is Audience.FAMILIES


def test_a_page_has_every_text(sample: Path) -> None:
    """A page that gathers nothing has all texts of its document, and no other."""
    library, _ = opened(sample)
    for key in ("family", "rules", "involved"):
        assert len(pages(sample)[key, "page"].units) == len(texts_of(library.documents[key])) > 5


def test_a_leaflet_has_its_own_texts(sample: Path) -> None:
    """A leaflet has the texts that none goes without: promises, contacts, the summary; not the rest of the page."""
    page, leaflet = pages(sample)["family", "page"], pages(sample)["family", "leaflet"]
    said = texts(leaflet)
    for text in ("What we promise each other.", "We will:", "Answer your letters.", "Within 5 days", "The office"):
        assert text in said
    assert "We may not, if it puts a child at risk." in said
    for text in ("This charter is for all of us.", "We make you welcome.", "We answer in writing.", "The ladder"):
        assert text in texts(page)
        assert text not in said
    charter = opened(sample)[0].documents["family"]
    assert isinstance(charter, Charter)
    assert {unit.context for unit in leaflet.units} <= on_every_leaflet(charter)
    assert set(leaflet.units) < set(page.units)
    assert (leaflet.title, leaflet.file, leaflet.audience) == (page.title, page.file, page.audience)


def test_no_leaflets(sample: Path, edit: Edit) -> None:
    """A site without leaflets has none to judge."""
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      leaflets: {enabled: no}")
    assert not [name for name, kind in pages(sample) if kind == "leaflet"]


def test_a_leaflet_is_judged_on_its_own_texts(sample: Path, edit: Edit) -> None:
    """Hard words that are not on the leaflet do not make it hard, and hard words on it make both hard."""
    hard = "Authorities communicate organisational responsibilities comprehensively. "
    edit(CHARTER, "We make you welcome.", hard * 25)
    found = [f.message for f in check(sample).findings if f.rule == "reading-grade" and str(f.file) == CHARTER]
    assert len(found) == 1
    assert "leaflet" not in found[0]
    edit(CHARTER, "Answer your letters.", hard * 25)
    found = [f.message for f in check(sample).findings if f.rule == "reading-grade" and str(f.file) == CHARTER]
    assert ["leaflet" in message for message in found] in ([False, True], [True, False])


def test_pages_explain_the_vocabulary(sample: Path) -> None:
    """A page explains its own terms and those of the vocabulary; a leaflet only its own."""
    page, leaflet = pages(sample)["family", "page"], pages(sample)["family", "leaflet"]
    assert page.explained == leaflet.explained == {"Advocate"}
    assert (page.explains_vocabulary, leaflet.explains_vocabulary) == (True, False)


def test_jargon_is_explained_on_pages_and_warned_of_on_leaflets(sample: Path, edit: Edit) -> None:
    """A term of the trade is explained on the page; on paper nobody explains it, so there it is a warning."""
    line = edit(CHARTER, "text: Answer your letters.", "text: Ask you to each annual review.")
    checked = check(sample)
    found = [f for f in checked.findings if f.rule == "jargon"]
    assert [(str(f.file), f.line) for f in found] == [(CHARTER, line)]
    assert "'annual review'" in found[0].message
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      leaflets: {enabled: no}")
    assert [f for f in check(sample).findings if f.rule == "jargon"] == []


def test_an_own_definition_explains_on_paper(sample: Path, edit: Edit) -> None:
    """A term that the charter itself defines is no jargon on its leaflet."""
    edit(CHARTER, "text: Answer your letters.", "text: Ask you to each annual review.")
    own = "\n  - {id: yearly-check, term: Annual review, meaning: A check once a year.}"
    meaning = "{id: advocate, term: Advocate, meaning: A person who speaks up for you.}"
    edit(CHARTER, meaning, meaning + own)
    assert [f for f in check(sample).findings if f.rule == "jargon"] == []


def test_an_abbreviation_on_paper(sample: Path, edit: Edit) -> None:
    """An abbreviation of the vocabulary is explained on the page, and must be explained on the leaflet."""
    line = edit(CHARTER, "text: Answer your letters.", "text: Help you with your EHCP.")
    found = [f for f in check(sample).findings if f.rule == "abbreviation"]
    assert [(str(f.file), f.line) for f in found] == [(CHARTER, line)]


def test_hand_written_pages_explain_nothing(sample: Path) -> None:
    """No term is linked on a hand-written page, so what it does not explain itself is told."""
    (sample / "docs/help.md").write_text("# Help\n\nCome to the annual review of your EHCP.\n", encoding="utf-8")
    found = {(f.rule, str(f.file), f.line) for f in check(sample).findings}
    assert ("abbreviation", "docs/help.md", 3) in found
    assert ("jargon", "docs/help.md", 3) in found


def test_a_theme_is_judged_with_its_promises(sample: Path) -> None:
    """A theme's page has the promises that it gathers, with their headings, where they stand in the charter's file."""
    theme = pages(sample)["listening", "page"]
    gathered = [unit for unit in theme.units if unit.file.name == "family.yml"]
    assert [unit.text for unit in gathered] == [
        "What parents can expect",
        "We will:",
        "Hear you and your advocate.",
        "Answer your letters.",
        "We may not, if it puts a child at risk.",
        "Within 5 days",
        "The time runs from the day your letter comes.",
        "What services can expect",
        "Hear you out.",
        "Meetings",
        "Send the papers in time.",
    ]


def test_a_theme_is_judged_with_the_reasons_that_it_shows() -> None:
    """Where a theme shows a promise that was changed, it says why, and these words count; it has no other reasons."""
    root = EXAMPLES / "adapted-charter"
    shown = texts({(page.name, str(page.kind)): page for page in source_pages(*opened(root))}["respect", "page"])
    assert "Parents waited for calls that never came." in shown
    assert not [text for text in shown if text.startswith(("Calling back matters", "Plain words come first"))]


def test_the_glossary(sample: Path, edit: Edit) -> None:
    """The glossary has the meanings of documents for families, in the site's language."""
    glossary = pages(sample)["glossary", "glossary"]
    assert texts(glossary) == ["A person who speaks up for you."]
    assert (glossary.language, glossary.audience) == ("en", Audience.FAMILIES)
    edit(CHARTER, "definitions:\n  - {id: advocate, term: Advocate, meaning: A person who speaks up for you.}", "")
    edit(CHARTER, "[advocate](#advocate)", "advocate")
    assert ("glossary", "glossary") not in {(p.name, str(p.kind)) for p in source_pages(*opened(sample))}


def test_translations(sample: Path, translate_sample: Translate) -> None:
    """A page that was translated has its words in the new language, the PO file, and the texts it was made from."""
    po = translate_sample("cy", "family")
    found = translated(sample, "cy")
    assert list(found) == ["family"]
    page = found["family"]
    source = pages(sample)["family", "page"]
    assert (page.language, page.file, page.title) == ("cy", po, "Our promises & yours (cy)")
    assert texts(page) == [f"{text} (cy)" for text in texts(source)]
    assert page.long_words == long_word_shares(texts(page), texts(source))
    assert page.long_words[0] > 0
    assert page.explained == frozenset()
    assert translated(sample, "en") == {}


def test_translations_know_their_lines(sample: Path, translate_sample: Translate) -> None:
    """Each translated text names the line of its entry in the PO file."""
    lines = translate_sample("cy", "family").read_text("utf-8").split("\n")
    units = translated(sample, "cy")["family"].units
    assert len(units) > 30
    for unit in units:
        assert lines[unit.line - 2] == f'msgctxt "{unit.context}"'
        assert lines[unit.line - 1].startswith("msgid ")


def test_each_paragraph_of_a_translation_has_its_line(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Of several paragraphs under one key, each one that is too long is told at its own entry."""
    edit(CHARTER, "acknowledgements:\n  - Thanks to all parents.", "acknowledgements: [First thanks., Second thanks.]")
    po = translate_sample("cy", "family", {"First thanks.": "gair " * 30})
    entry = po.read_text("utf-8").split("\n").index('msgid "First thanks."') + 1
    [finding] = [f for f in check(sample).findings if f.rule == "long-sentence"]
    assert (str(finding.file), finding.line, finding.locale) == ("i18n/cy/family.po", entry, "cy")


def test_only_what_is_in_the_language(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """What is shown in the source language is judged there, not on the translated page."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Answer your letters.": ""})
    page = translated(sample, "cy")["family"]
    assert "Hear you out. (cy)" in texts(page)
    assert not [text for text in texts(page) if text.startswith("Answer your letters.")]
    assert not [text for text in texts(page) if "Answer your letters." in text]
    source = [unit.text for unit in pages(sample)["family", "page"].units if unit.text != "Answer your letters."]
    assert page.long_words == long_word_shares(texts(page), source)
    assert page.long_words != long_word_shares(texts(page), texts(pages(sample)["family", "page"]))


@pytest.mark.parametrize(("locale", "title"), [("cy", "Croeso"), ("ur", "خوش آمدید"), ("en", "Welcome")])
def test_hand_written_pages_of_each_language(sample: Path, locale: str, title: str) -> None:
    """A page that was written by hand is read once: with those of its own language, which has no source to match."""
    library, project = opened(sample)
    made = list(translated_pages(localise(library, project, locale), library, project))
    if locale == project.default_language:
        assert made == []
        made = [page for page in source_pages(library, project) if page.name == "index"]
    [page] = made
    assert (page.name, page.title, page.language) == ("index", title, locale)
    assert (page.audience, page.long_words, page.explained) == (Audience.FAMILIES, None, frozenset())
    assert page.file.is_file()
    assert page.units


def test_what_is_not_shown(sample: Path, translate_sample: Translate) -> None:
    """A translation that the language does not show is not judged."""
    translate_sample("cy", "family", {"Answer your letters.": ""})
    assert translated(sample, "cy") == {}


def test_a_text_that_is_out_of_date(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """An old translation of a text that has changed is not read, since nobody will see it."""
    edit("mkdocs.yml", "stale: hide", "stale: source")
    translate_sample("cy", "family")
    edit(CHARTER, "text: Hear you out.", "text: Never hear you out.")
    found = texts(translated(sample, "cy")["family"])
    assert len(found) > 30
    assert not any("ear you out." in text for text in found)


@pytest.mark.parametrize(("draft", "read"), [("show", True), ("source", False), ("hide", False)])
def test_drafts(sample: Path, translate_sample: Translate, edit: Edit, draft: str, *, read: bool) -> None:
    """A draft is read where the site shows drafts, and nowhere else."""
    edit("mkdocs.yml", "draft: show", f"draft: {draft}")
    translate_sample("cy", "family")
    assert (set(translated(sample, "cy")) == {"family"}) is read
    translate_sample("cy", "family", flag="reviewed")
    assert set(translated(sample, "cy")) == {"family"}


@pytest.mark.parametrize("name", ["PAGE", "LEAFLET", "GLOSSARY"])
def test_the_reference_site(reference: Checked, name: str) -> None:
    """The reference site has pages, leaflets and a glossary, and a verdict on each; translations keep no text."""
    found = [made for made in reference.verdicts if made.page.kind is Kind[name]]
    assert len(found) >= {"PAGE": 20, "LEAFLET": 3, "GLOSSARY": 1}[name]
    assert all(made.page.name and made.words for made in found)
    assert {made.page.language for made in found if made.page.units} == {"en"}
    assert all(made.page.units for made in found if made.page.language == "en")
    assert load_vocabulary("en").terms


SHORTER = "text: Answer your letters.\n            leaflet: Answer you.[^law]"


def test_a_shorter_wording_is_read_on_the_leaflet(sample: Path, edit: Edit) -> None:
    """The leaflet has the shorter wording and not the longer one, the page and the pages of themes the other way."""
    edit(CHARTER, "text: Answer your letters.", SHORTER)
    found = pages(sample)
    for key, kind, has in (("family", "page", False), ("family", "leaflet", True), ("listening", "page", False)):
        said = texts(found[key, kind])
        assert ("Answer you." in said) is has
        assert ("Answer your letters." in said) is not has
        assert "We may not, if it puts a child at risk." in said


def test_a_selection_is_read_as_it_is(sample: Path, edit: Edit) -> None:
    """The leaflet of some promises is judged by those; the page by all."""
    edit(CHARTER, "parties:\n", "leaflet: {commitments: [papers]}\nparties:\n")
    found = pages(sample)
    assert "Answer your letters." in texts(found["family", "page"])
    assert "Answer your letters." not in texts(found["family", "leaflet"])
    assert "Send the papers in time." in texts(found["family", "leaflet"])


def test_a_translated_shorter_wording(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """Where a translation has shorter wordings its leaflet is read as well, since its page does not have them."""
    edit(CHARTER, "text: Answer your letters.", SHORTER)
    translate_sample("cy", "family")
    library, project = opened(sample)
    made = {str(page.kind): page for page in translated_pages(localise(library, project, "cy"), library, project)}
    assert "Answer you. (cy)" in texts(made["leaflet"])
    assert "Answer you. (cy)" not in texts(made["page"])
    assert "Answer your letters. (cy)" not in texts(made["leaflet"])
    assert (made["leaflet"].file, made["leaflet"].language) == (made["page"].file, "cy")


def test_the_page_of_changes_is_judged_by_itself(tmp_path: Path) -> None:
    """Reasons count with the promises that are ours, so that an easy charter hides no hard reason."""
    root = shutil.copytree(EXAMPLES / "adapted-charter", tmp_path / "project")
    path = root / "docs" / "charters" / "northshire.yml"
    hard = (
        "Notwithstanding considerable organisational difficulties, representatives unanimously recommended"
        " prioritising comprehensive communication arrangements regarding individual circumstances."
    )
    path.write_text(path.read_text("utf-8").replace("Parents waited for calls that never came.", hard * 3), "utf-8")
    library, project = load_library(root / "docs", root), load_project(root)[0]
    assert project is not None
    [changes] = [page for page in source_pages(library, project) if page.kind is Kind.CHANGES]
    assert {unit.owner for unit in changes.units} == {"listen-first", "call-back", "be-on-time", "council-respect"}
    assert "Come on time." not in texts(changes), "the original is judged where it comes from"
    found = [finding for finding in check(root).findings if finding.rule == "reading-grade"]
    assert any("(what was changed)" in finding.message for finding in found), found
    welsh = list(translated_pages(localise(library, project, "cy"), library, project))
    assert sum(page.kind is Kind.CHANGES for page in welsh) == 1
