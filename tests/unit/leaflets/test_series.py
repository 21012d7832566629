"""Test which leaflets a project has: what is printed cannot be mended, so none has a text that is not translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from charterpress.check import Checked, check
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.languages.library import LocalisedLibrary
from charterpress.leaflets.formats.library import find_format, format_names
from charterpress.leaflets.formats.shapes import Folded
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.series import Order, Workshop, unfinished, wanted

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
CHARTER = "docs/charters/family.yml"


def opened(sample: Path, *, pseudo: bool = False) -> tuple[Mapping[str, LocalisedLibrary], Project]:
    """Return the sample in its languages, and its settings."""
    checked = check(sample, pseudo=pseudo)
    assert checked.project is not None
    return checked.languages, checked.project


def series(sample: Path, *, pseudo: bool = False) -> list[tuple[str, str]]:
    """Return the language and the charter of each leaflet of the sample."""
    return [(code, charter.id) for code, charter in wanted(*opened(sample, pseudo=pseudo))]


def missing(sample: Path) -> list[Finding]:
    """Return what keeps charters of the sample from having a leaflet."""
    return list(unfinished(*opened(sample)))


def test_the_language_of_the_charter(sample: Path) -> None:
    """A charter has a leaflet in the language it was written in; a language without it has none, and that is right."""
    assert series(sample) == [("en", "family")]
    assert missing(sample) == []


def test_a_whole_translation(sample: Path, translate_sample: Translate) -> None:
    """A charter of which every text is translated has a leaflet in that language, as a draft too."""
    translate_sample("cy", "family")
    translate_sample("ur", "family", flag="reviewed")
    assert series(sample) == [("en", "family"), ("cy", "family"), ("ur", "family")]
    assert missing(sample) == []


def test_no_other_document(sample: Path, translate_sample: Translate) -> None:
    """What is no charter has no leaflet, and nothing is missing where it is not translated."""
    translate_sample("cy", "rules")
    translate_sample("cy", "listening", {"We hear each other.": ""})
    assert series(sample) == [("en", "family")]
    assert missing(sample) == []


@pytest.mark.parametrize(
    ("gaps", "told"),
    [(["Meetings"], "1 text is not translated"), (["Meetings", "Told", "Trust"], "3 texts are not translated")],
)
def test_a_charter_with_gaps(sample: Path, edit: Edit, translate_sample: Translate, gaps: list[str], told: str) -> None:
    """A charter that is shown with gaps has its page and no leaflet; a warning says so, with the file to finish."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", dict.fromkeys(gaps, ""), flag="reviewed")
    translate_sample("ur", "family")
    assert series(sample) == [("en", "family"), ("ur", "family")]
    [finding] = missing(sample)
    assert (finding.rule, finding.level, finding.locale) == ("no-leaflet", Level.WARNING, "cy")
    assert finding.message == f"'family' gets no leaflet in 'cy': {told}"
    assert finding.file == sample.resolve() / "i18n/cy/family.po"
    assert finding.hint == "Finish the translation."


def test_a_gap_that_no_leaflet_shows(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """A gap anywhere in the charter counts: what a leaflet has room for is not known before it is set."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Thanks to all parents.": ""})
    assert series(sample) == [("en", "family")]
    assert [finding.rule for finding in missing(sample)] == ["no-leaflet"]


def test_a_charter_out_of_date(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """When a promise changes, the leaflet goes until its new words are translated."""
    edit("mkdocs.yml", "stale: hide", "stale: source")
    translate_sample("cy", "family", flag="reviewed")
    assert series(sample) == [("en", "family"), ("cy", "family")]
    edit(CHARTER, "text: Hear you out.", "text: Never hear you out.")
    assert series(sample) == [("en", "family")]
    assert [(finding.rule, finding.locale) for finding in missing(sample)] == [("no-leaflet", "cy")]


def test_drafts_that_are_not_shown(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """Where drafts are not shown, they are not printed; what keeps the leaflet back is told as what it is."""
    edit("mkdocs.yml", "draft: show", "draft: source")
    po = translate_sample("cy", "family", flag="reviewed")
    text = po.read_text("utf-8")
    start = text.index('msgctxt "papers.text"')
    signature = text.rindex("# Reviewed by", 0, start)
    po.write_text(text[:signature] + text[start:], encoding="utf-8")
    assert series(sample) == [("en", "family")]
    [finding] = missing(sample)
    assert finding.rule == "no-leaflet"
    assert "not reviewed" in finding.message
    assert "not translated" not in finding.message


def test_a_charter_that_is_left_out(sample: Path, translate_sample: Translate) -> None:
    """Where a language leaves a charter out, another finding says so; that it has no leaflet is not said again."""
    translate_sample("cy", "family", {"Meetings": ""})
    assert series(sample) == [("en", "family")]
    assert missing(sample) == []
    assert [f.rule for f in check(sample).findings if f.locale == "cy"] == ["not-shown"]


def test_made_up_languages(sample: Path) -> None:
    """A made-up language has no leaflet: nobody prints it."""
    assert series(sample, pseudo=True) == [("en", "family")]
    assert list(unfinished(*opened(sample, pseudo=True))) == []


def test_a_site_without_leaflets(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """A project that wants no leaflets has none, and misses none."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      leaflets: {enabled: no}")
    translate_sample("cy", "family", {"Meetings": ""})
    assert series(sample) == []
    assert missing(sample) == []


def test_the_reference_site(reference: Checked) -> None:
    """The reference site has leaflets in several languages, each of a charter that is wholly in its language."""
    assert reference.project is not None
    found = wanted(reference.languages, reference.project)
    assert len({code for code, _ in found}) >= 3
    for code, charter in found:
        item = reference.languages[code].documents[charter.id]
        assert item.complete
        assert charter.id in reference.languages[code].shown
    lacking = {(finding.locale, finding.file) for finding in unfinished(reference.languages, reference.project)}
    assert len(lacking) + len(found) == sum(
        1 for library in reference.languages.values() for item in library.documents.values()
        if item.document.kind == "charter" and item.document.id in library.shown
    )  # fmt: skip


def orders(sample: Path, code: str, *formats: str) -> dict[str, tuple[Leaflet | None, tuple[Finding, ...]]]:
    """Return the leaflet of the sample's charter in a language and each format, with what is wrong with it."""
    checked = check(sample)
    assert checked.project is not None
    address = f"https://council.example/{code}/charters/family/"
    return {
        name: Workshop(checked.library, checked.languages[code], checked.project).typeset(
            Order(code, "family", address, name, f"https://council.example/{code}/us/")
        )
        for name in formats
    }


def words_in(leaflet: Leaflet | None) -> str:
    """Return the words of a screen PDF with single spaces."""
    assert leaflet is not None
    with PdfDocument(leaflet.screen) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_only_folded_leaflets_are_selections(sample: Path, edit: Edit) -> None:
    """What a charter chooses, and says in fewer words, is for folded leaflets; all else has the whole of it."""
    edit(CHARTER, "parties:\n", "leaflet: {commitments: [answer-you]}\nparties:\n")
    edit(CHARTER, "text: Answer your letters.", "text: Answer your letters in full.\n            leaflet: Answer you.")
    made = orders(sample, "en", *format_names())
    for name, (leaflet, _) in made.items():
        said = words_in(leaflet)
        folded = isinstance(find_format(name), Folded)
        assert leaflet is not None
        assert leaflet.chosen is folded
        assert ("some of the promises" in said) is folded
        assert ("Hear you out." in said) is not folded
        assert ("Answer your letters in full." in said) is not folded
        assert ("Answer you." in said) is folded
        assert "We may not, if it puts a child at risk." in said
        assert "Within 5 days" in said
        assert "council.example/en/us" in said


def test_a_translation_that_does_not_fit(sample: Path, translate_sample: Translate) -> None:
    """What is too long in a translation is told at its line in the PO file, not in the file of the charter."""
    wide, long = "w" * 90, "Pob gair o hyn. " * 1100
    po = translate_sample("cy", "family", {"Hear you out.": f"{wide}.", "Answer your letters.": long})
    [(leaflet, findings)] = orders(sample, "cy", "trifold").values()
    assert leaflet is None
    entries = po.read_text("utf-8").split("\n")
    places = {finding.rule: finding for finding in findings}
    assert set(places) == {"leaflet-overflow", "leaflet-wide-word"}
    for rule, source in (("leaflet-overflow", "Answer your letters."), ("leaflet-wide-word", "Hear you out.")):
        assert places[rule].file == po.resolve()
        assert places[rule].line == entries.index(f'msgid "{source}"') + 1
        assert places[rule].locale == "cy"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Our promises & yours", f"title: {'A long title of many words. ' * 18}", 3),
        ("summary: What we promise each other.[^law]", f"summary: {'We promise a lot.[^law] ' * 90}", 4),
        ("text: Answer your letters.", f"text: {'Answer you at length. ' * 700}", 34),
        ("{id: office, name: The office,", f"{{id: office, name: The office, purpose: {'Ask us here. ' * 200},", 73),
    ],
    ids=["title", "summary", "promise", "contacts"],
)
def test_the_line_of_what_does_not_fit(sample: Path, edit: Edit, old: str, new: str, line: int) -> None:
    """A panel that runs over names the line of what to shorten: the title or the summary, a promise, the contacts."""
    edit(CHARTER, old, new)
    [(leaflet, findings)] = orders(sample, "en", "trifold").values()
    assert leaflet is None
    found = [finding for finding in findings if finding.rule == "leaflet-overflow"]
    assert [(finding.file, finding.line) for finding in found] == [(sample.resolve() / CHARTER, line)]
    assert found[0].column is not None


def test_the_line_of_a_wide_word(sample: Path, edit: Edit) -> None:
    """A word that is too wide is told where it is printed from: the shorter wording on panels, the text elsewhere."""
    wide = "w" * 90
    edit(CHARTER, "text: Hear you and your [advocate](#advocate).[^law]", f"text: Hear {wide}.")
    edit(CHARTER, "text: Answer your letters.", f"text: Answer {wide}.\n            leaflet: Answer {wide}")
    edit(CHARTER, "parties:\n", "leaflet: {commitments: [answer-you]}\nparties:\n")
    lines = {}
    for name, (leaflet, findings) in orders(sample, "en", "trifold", "sheet").items():
        assert leaflet is None
        [finding] = findings
        lines[name] = (sample / CHARTER).read_text("utf-8").split("\n")[(finding.line or 0) - 1].strip()
    assert lines == {"trifold": f"leaflet: Answer {wide}", "sheet": f"text: Hear {wide}."}


def test_a_site_without_an_address(sample: Path, edit: Edit) -> None:
    """Leaflets say where they are online: without the address of the site there are none, and a finding says why."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    assert series(sample) == []
    [finding] = [finding for finding in check(sample).findings if finding.rule == "leaflet-address"]
    assert (str(finding.file), finding.level) == ("mkdocs.yml", Level.WARNING)
    assert "site_url" in finding.hint
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      leaflets: {enabled: no}")
    assert not [finding for finding in check(sample).findings if finding.rule == "leaflet-address"]
