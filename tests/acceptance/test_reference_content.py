"""Test that the reference content is whole, plain, attributed, and in our own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.check import Checked, check
from charterpress.content.model import Charter, Document, Guidance, Guide, Statement, Theme
from charterpress.content.model.base import Audience, ListBlock
from charterpress.content.model.statement import Method, Status
from charterpress.findings import has_errors
from charterpress.languages.words import load_words
from charterpress.site.addresses import path_of, site_map
from charterpress.site.environment import page_environment
from charterpress.site.render import PageRenderer

REPOSITORY = Path(__file__).resolve().parents[2]

MUTUAL_EXPECTATIONS = {
    # theme: what services promise, what parents promise
    "respect-and-honesty": (9, 5),
    "information-sharing": (10, 4),
    "support": (9, 3),
    "participation": (13, 2),
    "communication": (7, 2),
}
PARENTS_DESERVE = [9, 7, 6, 4, 6]
SEND_PROTOCOLS = {
    "clear-communication": 5,
    "confidential-information": 3,
    "keeping-our-word": 9,
    "parent-carer-views": 3,
    "conflicts-of-interest": 1,
}
DERIVED = [
    "mutual-expectations",
    "parents-deserve",
    "parents-in-assessments",
    "partnership-with-parents",
    "send-partnership",
    "working-together",
]


@pytest.fixture(scope="module")
def site() -> Checked:
    """Return the reference site, checked."""
    return check(REPOSITORY)


def charter(site: Checked, identifier: str) -> Charter:
    """Return a charter of the reference site."""
    document = site.library.documents[identifier]
    assert isinstance(document, Charter)
    return document


def guidance(site: Checked, identifier: str) -> Guidance:
    """Return guidance of the reference site."""
    document = site.library.documents[identifier]
    assert isinstance(document, Guidance)
    return document


def lists_of(guide: Guide, section: str) -> list[ListBlock]:
    """Return the lists in a section of a guide."""
    [found] = [part for part in guide.sections if part.id == section]
    return [block for block in found.body if isinstance(block, ListBlock)]


def test_mutual_expectations(site: Checked) -> None:
    """All 48 promises of services and 16 of parents are there, theme by theme and side by side."""
    found = charter(site, "mutual-expectations")
    counts = {}
    for section in found.themes:
        sides = {block.by: len(block.commitments) for block in section.promises}
        assert set(sides) == {"services", "parents"}
        assert len(section.promises) == 2
        counts[section.theme] = (sides["services"], sides["parents"])
    assert counts == MUTUAL_EXPECTATIONS
    assert [section.theme for section in found.themes] == list(MUTUAL_EXPECTATIONS)
    totals = [sum(side) for side in zip(*counts.values(), strict=True)]
    assert totals == [48, 16]
    assert len(found.commitments()) == 64


def test_mutual_expectations_beside_the_promises(site: Checked) -> None:
    """Its footnotes, its meaning of 'parents', its exception and its thanks are there too."""
    found = charter(site, "mutual-expectations")
    assert len(found.notes) == 2
    assert any(definition.term == "Parents" for definition in found.definitions)
    assert any(commitment.unless for commitment in found.commitments())
    assert found.acknowledgements


def test_parents_deserve(site: Checked) -> None:
    """All 32 lines are there, under five themes in the order of the source."""
    found = charter(site, "parents-deserve")
    assert [sum(len(block.commitments) for block in section.promises) for section in found.themes] == PARENTS_DESERVE
    assert len(found.commitments()) == 32


def test_send_partnership(site: Checked) -> None:
    """The 20 bullets are 21 commitments: the one that held two promises became two."""
    found = charter(site, "send-partnership")
    assert found.protocols is not None
    assert {protocol.id: len(protocol.commitments) for protocol in found.protocols.items} == SEND_PROTOCOLS
    ids = [commitment.id for commitment in found.commitments()]
    assert len(ids) == 21
    one_bullet = {"school-runs", "school-holidays"}
    assert len(set(ids) - one_bullet) + 1 == 20
    hedged = {commitment.id for commitment in found.commitments() if commitment.where_possible}
    assert hedged == {"school-holidays", "meeting-papers", "substitute"}
    timed = {commitment.id for commitment in found.commitments() if commitment.within}
    assert timed == {"meeting-papers", "acknowledge-feedback"}


def test_send_partnership_beside_the_protocols(site: Checked) -> None:
    """Its four cornerstones, five behaviours, four levels of the ladder and one contact are there."""
    found = charter(site, "send-partnership")
    [cornerstones] = found.principles
    assert len(cornerstones.items) == 4
    assert cornerstones.origin is not None
    assert found.behaviours is not None
    assert len(found.behaviours.items) == 5
    [ladder] = found.appendices
    assert [rung.title for rung in ladder.ladder] == [
        "Information only",
        "Consultation",
        "Partnership",
        "Co-production",
    ]
    [contact] = found.contacts
    assert contact.email is not None


def test_partnership_with_parents(site: Checked) -> None:
    """The sections keep their printed numbers with the jump, and the two lists have all their entries."""
    found = guidance(site, "partnership-with-parents")
    assert [section.number for section in found.sections] == ["1", "2", "2.1", "2.2", "3.3", "3.4"]
    entries = {
        section.number: [len(provision.items) for provision in section.provisions if provision.items]
        for section in found.sections
    }
    assert entries["2.1"] == [8]
    assert entries["3.3"] == [5]
    assert all(section.body or section.provisions for section in found.sections)
    assert found.feedback is not None
    assert found.reading_confirmation is not None


def test_the_jump_is_reported(site: Checked) -> None:
    """The jump in the numbers is kept, and editors are told of it."""
    [finding] = [finding for finding in site.findings if finding.rule == "number-jump"]
    assert "from 2.2 to 3.3" in finding.message


def test_parents_in_assessments(site: Checked) -> None:
    """The six points on assessments and the three on being clear are there."""
    guide = site.library.documents["parents-in-assessments"]
    assert isinstance(guide, Guide)
    assert [len(block.items) for block in lists_of(guide, "assessment")] == [6]
    assert [len(block.items) for block in lists_of(guide, "being-clear")] == [3]


def test_what_the_guide_cites(site: Checked) -> None:
    """The guide's citations lead to provisions with the page and the paragraph that it gives, edition 2018."""
    guide = site.library.documents["parents-in-assessments"]
    assert isinstance(guide, Guide)
    cited = [target.partition("#") for section in guide.sections for target in section.cites]
    assert {name for name, _, _ in cited} == {"working-together"}
    rules = guidance(site, "working-together")
    provisions = {provision.id: provision for provision in rules.provisions()}
    references = [ref for _, _, key in cited if (ref := provisions[key].ref) is not None]
    assert [(ref.page, ref.paragraph) for ref in references] == [("28", "58"), ("48", None), ("48", None)]
    [edition] = {ref.edition for ref in references}
    found = rules.edition(edition)
    assert found is not None
    assert found.label.startswith("2018")
    assert found.replaced_by is not None


def test_every_text_is_accounted_for(site: Checked) -> None:
    """Documents that are made from a source are those listed here; themes and the statement are our own."""
    made = [key for key, document in site.library.documents.items() if not isinstance(document, Theme | Statement)]
    assert sorted(made) == DERIVED


@pytest.mark.parametrize("identifier", DERIVED)
def test_every_document_names_its_source(site: Checked, identifier: str) -> None:
    """A document names its source and publisher, says that its words are not theirs, and records defects."""
    document = site.library.documents[identifier]
    assert document.source is not None
    assert document.source.title
    assert document.source.publisher
    assert document.source.licence
    assert document.source.plain_english_version
    assert document.source.notes
    body = english_page(site, document)
    assert "This is a plain English version in our own words." in body
    assert "The text it is based on:" in body


def test_the_statement_claims_no_more_than_is_so(site: Checked) -> None:
    """Programs alone have tested the site, so its statement says no 'fully', and is there in every language."""
    (statement,) = site.library.of(Statement)
    assert statement.status is Status.PARTIALLY
    assert {test.how for test in statement.tests} == {Method.AUTOMATED}
    assert statement.problems
    assert all("accessibility" in localised.shown for localised in site.languages.values())


def english_page(site: Checked, document: Document) -> str:
    """Return the English page of a document."""
    assert site.project is not None
    sitemap = site_map(site.languages, site.project)
    renderer = PageRenderer(site.languages["en"], load_words("en"), sitemap, page_environment(None))
    return next(page.body for page in renderer.pages() if page.path == path_of(document))


def test_every_document_passes_its_grade(site: Checked) -> None:
    """Every page that has a grade is within that of its audience: 7 for families, 9 for practitioners."""
    limits = {Audience.FAMILIES: 7, Audience.PRACTITIONERS: 9}
    graded = [verdict for verdict in site.verdicts if verdict.grade is not None]
    assert {document.title for document in site.library.documents.values()} <= {made.page.title for made in graded}
    for made in graded:
        assert made.limit == limits[made.page.audience]
        assert made.grade is not None
        assert round(made.grade, 1) <= made.limit, made.page.title
    assert not has_errors(site.findings)
    practitioners = [made.page.title for made in graded if made.page.audience is Audience.PRACTITIONERS]
    assert practitioners == ["Working in partnership with parents and carers"]


@pytest.mark.parametrize(
    ("identifier", "locale"),
    [
        ("mutual-expectations", "cy"),
        ("mutual-expectations", "ur"),
        ("parents-deserve", "pl"),
        ("parents-deserve", "ar"),
    ],
)
def test_translations(site: Checked, identifier: str, locale: str) -> None:
    """The charters are whole in their other languages, with their themes, and marked as drafts."""
    library = site.languages[locale]
    assert identifier in library.shown
    assert library.documents[identifier].complete
    assert library.documents[identifier].draft
    themes = [section.theme for section in charter(site, identifier).themes]
    assert themes
    assert set(themes) <= library.shown
