"""Test that a check finds everything at once and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import textstat

from charterpress.check import Checked, check, measures_path
from charterpress.content.model import Theme
from charterpress.content.model.base import Audience
from charterpress.content.project import load_project
from charterpress.findings import CharterpressError, Finding, Level, has_errors
from charterpress.leaflets.looks import check_looks
from charterpress.readability.measuring import Measures, load_measures, save_measures
from charterpress.readability.page import Kind, PageText
from charterpress.readability.verdict import Outcome, Verdict
from charterpress.reading import canonical_of
from charterpress.site.look.check import check_site_look

Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
CHARTER = "docs/charters/family.yml"
HARD = "Authorities communicate organisational responsibilities comprehensively."


def rules(checked: Checked) -> set[str]:
    """Return the rules of the findings."""
    return {finding.rule for finding in checked.findings}


def places(checked: Checked, rule: str) -> list[tuple[str, int | None]]:
    """Return file and line of the findings of a rule."""
    return [(str(finding.file), finding.line) for finding in checked.findings if finding.rule == rule]


def verdict(checked: Checked, title: str, kind: Kind = Kind.PAGE) -> Verdict:
    """Return the verdict on a page or leaflet, by its title."""
    [found] = [made for made in checked.verdicts if (made.page.title, made.page.kind) == (title, kind)]
    return found


def page(checked: Checked, title: str, kind: Kind = Kind.PAGE) -> PageText:
    """Return what a page says, by its title."""
    return verdict(checked, title, kind).page


def texts(checked: Checked, title: str) -> list[str]:
    """Return the units of a page."""
    return [unit.text for unit in page(checked, title).units]


def test_a_good_project(sample: Path, translate_sample: Translate) -> None:
    """A project that is right has no errors, and every language and page is known."""
    translate_sample("cy", "family")
    checked = check(sample)
    assert not has_errors(checked.findings)
    assert rules(checked) == {"superseded-edition", "passive-voice"}
    assert set(checked.languages) == {"en", "cy", "ur"}
    assert checked.languages["cy"].shown == {"family"}


def test_the_reference_site(reference: Checked) -> None:
    """The reference site has no errors, and its documents are found."""
    assert [finding for finding in reference.findings if finding.level is Level.ERROR] == []
    assert len(reference.library.documents) > 10
    assert len(reference.verdicts) > 20
    failing = [made.page.title for made in reference.verdicts if made.outcome is Outcome.FAILS]
    assert failing == []


def test_a_check_writes_nothing(sample: Path) -> None:
    """Checking leaves the project as it was."""
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    check(sample)
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_everything_in_one_run(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """Broken YAML, a wrong key, a bad reference, a bad PO file, a bad page and a long sentence: all at once."""
    wrong_key = edit("docs/themes/listening.yml", "summary:", "sumary:")
    reference = edit(CHARTER, "[rules#reply]", "[rules#repply]")
    html = edit(CHARTER, "Hear you out.", "Hear <b>you</b> out.")
    (sample / "docs/guides/broken.yml").write_text("kind: guide\ntitle: 'open\n", encoding="utf-8")
    po = translate_sample("cy", "rules")
    po.write_text('msgid ""\nmsgstr "\n', encoding="utf-8")
    (sample / "docs/about.md").write_bytes(b"# About\n\xff\n")
    (sample / "docs/index.ur.md").unlink()
    long = "So " * 30 + "it is."
    (sample / "docs/long.md").write_text(f"# Long\n\n{long}\n", encoding="utf-8")
    checked = check(sample)
    assert has_errors(checked.findings)
    assert places(checked, "unknown-key") == [("docs/themes/listening.yml", wrong_key)]
    assert places(checked, "missing-reference") == [(CHARTER, reference)]
    assert places(checked, "raw-html")[0] == (CHARTER, html)
    assert places(checked, "yaml-syntax")[0][0] == "docs/guides/broken.yml"
    assert places(checked, "po-syntax") == [("i18n/cy/rules.po", 2)]
    assert places(checked, "not-utf-8") == [("docs/about.md", 2)]
    assert places(checked, "missing-home")[0][0] == "docs/index.ur.md"
    assert places(checked, "long-sentence") == [("docs/long.md", 3)]


def test_findings_are_in_order(sample: Path, edit: Edit) -> None:
    """Findings are sorted by file and line, each once, with files named from the project's root."""
    edit(CHARTER, "Hear you out.", "Hear <b>you</b> out.")
    edit(CHARTER, "Thanks to all parents.", "Thanks to <i>all</i> parents.")
    findings = check(sample).findings
    assert list(findings) == sorted(set(findings), key=lambda finding: finding.sort_key)
    assert len(findings) > 4
    for finding in findings:
        assert finding.file is not None
        assert not finding.file.is_absolute()
        assert (sample / finding.file).exists()


def test_no_settings(tmp_path: Path) -> None:
    """A folder without mkdocs.yml stops the run with a plain message."""
    with pytest.raises(CharterpressError, match=r"no mkdocs\.yml"):
        check(tmp_path)


def test_settings_without_which_nothing_is_known(sample: Path, edit: Edit) -> None:
    """Where mkdocs.yml does not say which files are the documents, nothing else is read."""
    edit("mkdocs.yml", "site_name: Family promises", "docs_dir: [docs]")
    checked = check(sample)
    assert checked.project is None
    assert checked.verdicts == ()
    assert [finding.rule for finding in checked.findings] == ["wrong-type"]


def test_a_document_in_an_unknown_language(sample: Path, edit: Edit) -> None:
    """A document in a language that the site does not have is an error: no page would show it."""
    line = edit("docs/themes/listening.yml", "title: Listening", "language: fr\ntitle: Listening")
    assert places(check(sample), "unknown-language") == [("docs/themes/listening.yml", line)]


def test_a_page_that_is_too_hard(sample: Path, edit: Edit) -> None:
    """A document over its limit is an error with its file, from 50 words on if it is far over; below, nothing."""
    edit("docs/guides/involved.yml", "It helps your child.", " ".join([HARD] * 20))
    edit("docs/guidance/rules.yml", "Letters matter.", " ".join([HARD] * 9))
    edit("docs/index.md", "These pages are for you.", " ".join([HARD] * 9))
    checked = check(sample)
    found = {str(f.file): f.level for f in checked.findings if f.rule == "reading-grade"}
    assert found == {"docs/guides/involved.yml": Level.ERROR, "docs/guidance/rules.yml": Level.ERROR}
    welcome = verdict(checked, "Welcome")
    assert (welcome.over, welcome.words, welcome.outcome) == (True, 45, Outcome.TOO_SHORT)


def test_a_short_page_that_is_a_little_too_hard(sample: Path, edit: Edit) -> None:
    """A page of 50 to 99 words that is over its limit by less than chance may do is a warning."""
    easy = "We will listen to you at once."
    edit("docs/guides/involved.yml", "It helps your child.", " ".join([*[easy] * 8, *[HARD] * 3]))
    checked = check(sample)
    [finding] = [finding for finding in checked.findings if finding.rule == "reading-grade"]
    assert (str(finding.file), finding.level) == ("docs/guides/involved.yml", Level.WARNING)
    assert 50 <= verdict(checked, "Should parents be involved?").words < 100


def test_limits_by_audience(sample: Path) -> None:
    """A page for families and a page for practitioners have limits of their own."""
    checked = check(sample)
    assert verdict(checked, "Our promises & yours").limit == 7
    assert verdict(checked, "Our promises & yours", Kind.LEAFLET).limit == 7
    assert verdict(checked, "The rules in short").limit == 9


def test_no_page_above_a_grade(sample: Path) -> None:
    """A highest grade for one run lowers the limits above it, and raises none."""
    limits = {made.page.title: made.limit for made in check(sample, max_grade=8).verdicts if made.limit is not None}
    assert limits["The rules in short"] == 8
    assert limits["Our promises & yours"] == 7


def test_a_theme_is_judged_with_its_promises(sample: Path) -> None:
    """A theme's page is judged with the promises that it gathers, their lead-ins, exceptions and limits."""
    said = texts(check(sample), "Listening")
    for text in ("To listen is to take time.", "We will:", "Hear you and your advocate.", "Send the papers in time."):
        assert said.count(text) == 1
    assert "We may not, if it puts a child at risk." in said
    assert "The time runs from the day your letter comes." in said
    assert "A person who speaks up for you." not in said
    assert "We answer in writing." not in said


def test_only_the_promises_on_the_theme(sample: Path, edit: Edit) -> None:
    """Words that stand under another theme too are counted for each theme once."""
    theme = (sample / "docs/themes/listening.yml").read_text("utf-8")
    other = theme.replace("id: listening", "id: trust").replace("title: Listening", "title: Trust")
    (sample / "docs/themes/trust.yml").write_text(other, encoding="utf-8")
    block = (
        "  - theme: trust\n    promises:\n      - id: services-trust\n        title: Trust\n        by: services\n"
        '        to: parents\n        lead_in: "We will:"\n        commitments:\n'
        "          - {id: trust-you, text: Trust you.}\n"
    )
    edit(CHARTER, "protocols:\n", f"{block}protocols:\n")
    checked = check(sample)
    assert not has_errors(checked.findings)
    assert texts(checked, "Listening").count("We will:") == texts(checked, "Trust").count("We will:") == 1
    assert "Trust you." not in texts(checked, "Listening")
    assert isinstance(checked.library.documents["trust"], Theme)


def test_the_word_list_is_judged(sample: Path) -> None:
    """The word list is a page of its own, in the site's language."""
    glossary = page(check(sample), "Glossary", Kind.GLOSSARY)
    assert (glossary.language, glossary.audience) == ("en", Audience.FAMILIES)
    assert "A person who speaks up for you." in [unit.text for unit in glossary.units]


def test_hand_written_pages_are_judged(sample: Path) -> None:
    """Hand-written pages are judged in each language; without a formula they have no grade."""
    checked = check(sample)
    assert verdict(checked, "Welcome").grade is not None
    for title in ("Croeso", "خوش آمدید"):
        assert verdict(checked, title).score is None
        assert verdict(checked, title).outcome is Outcome.NOT_JUDGED


def test_translated_pages_are_judged(sample: Path, translate_sample: Translate) -> None:
    """A page that was translated has a verdict in its new language, beside that on the source."""
    translate_sample("cy", "family")
    made = verdict(check(sample), "Our promises & yours (cy)")
    assert (made.page.language, made.grade, made.outcome) == ("cy", None, Outcome.NOT_JUDGED)


def test_made_up_languages(sample: Path, translate_sample: Translate) -> None:
    """With made-up languages the site has two more, in which everything is shown and nothing is judged."""
    translate_sample("cy", "family")
    without, checked = check(sample), check(sample, pseudo=True)
    assert set(without.languages) == {"en", "cy", "ur"}
    assert list(checked.languages) == ["en", "cy", "ur", "en-XA", "en-XB"]
    for code in ("en-XA", "en-XB"):
        library = checked.languages[code]
        assert library.shown == set(checked.library.documents)
        assert all(item.complete for item in library.documents.values())
    assert {made.page.language for made in checked.verdicts} == {"en", "cy", "ur"}
    assert [(v.page, v.score) for v in checked.verdicts] == [(v.page, v.score) for v in without.verdicts]
    assert checked.findings == without.findings


@pytest.mark.parametrize("choice", ["fail", "hide", "source"])
def test_no_policy_for_made_up_languages(sample: Path, edit: Edit, choice: str) -> None:
    """What the site shows of translations does not matter for made-up languages: nobody can finish or review them."""
    policy = f"translations: {{missing: {choice}, stale: {choice}, draft: {choice}, least: 100}}"
    edit("mkdocs.yml", "translations: {missing: hide, stale: hide, draft: show}", policy)
    checked = check(sample, pseudo=True)
    assert checked.findings == check(sample).findings
    assert checked.languages["en-XB"].shown == set(checked.library.documents)


def test_a_made_up_language_in_the_settings(sample: Path, edit: Edit) -> None:
    """A project may list a made-up language for good; asking for both then gives each of them once."""
    edit("mkdocs.yml", "{locale: ur}", "{locale: en-XA}")
    (sample / "docs/index.ur.md").unlink()
    for pseudo, codes in ((False, ("en", "cy", "en-XA")), (True, ("en", "cy", "en-XA", "en-XB"))):
        checked = check(sample, pseudo=pseudo)
        assert checked.project is not None
        assert not has_errors(checked.findings)
        assert checked.project.locales == codes


def test_translations_that_must_be_ready(sample: Path, edit: Edit, translate_sample: Translate) -> None:
    """Where a site asks for it, each text that is missing, a draft or out of date is an error at its entry."""
    policy = "translations: {missing: fail, stale: fail, draft: fail}"
    edit("mkdocs.yml", "translations: {missing: hide, stale: hide, draft: show}", policy)
    edit("mkdocs.yml", "{locale: ur}", "{locale: ur, build: false}")
    for key in ("family", "rules", "involved", "listening"):
        translate_sample("cy", key, flag="reviewed")
    assert not has_errors(check(sample).findings)
    lines = translate_sample("cy", "involved", {"Ask who will come.": ""}).read_text("utf-8").split("\n")
    entries = [at for at, line in enumerate(lines, start=1) if line.startswith("msgid") and at > 1]
    assert len(entries) == 7
    found = check(sample)
    assert places(found, "translation-not-ready") == [("i18n/cy/involved.po", line) for line in entries]
    (sample / "i18n/cy/rules.po").unlink()
    found = check(sample)
    assert places(found, "translation-not-ready") == [
        *(("i18n/cy/involved.po", line) for line in entries),
        ("i18n/cy/rules.po", None),
    ]
    assert has_errors(found.findings)


EXEMPTION = "{{document: {document}, reason: The law has these words., until: {until}{more}}}"


@pytest.fixture
def exempt(sample: Path, edit: Edit) -> Callable[..., int]:
    """Return what writes an exemption into mkdocs.yml and tells its line; the site gets a page that lists it."""

    def write(document: str = "involved", until: str = "2026-12-31", more: str = "", *, listed: bool = True) -> int:
        if listed:
            (sample / "docs/accessibility.md").write_text("# Access\n\nAsk us for help.\n", encoding="utf-8")
        one = EXEMPTION.format(document=document, until=until, more=f", {more}" if more else "")
        options = f"organisation: A\n      readability:\n        exemptions:\n          - {one}"
        return edit("mkdocs.yml", "organisation: Example Council", options) + 3

    return write


DAY = date(2026, 12, 31)


def hard_guide(edit: Edit) -> None:
    """Make the guide of the sample much too hard, in its part 'why'."""
    edit("docs/guides/involved.yml", "It helps your child.", " ".join([HARD] * 20))


def errors(checked: Checked) -> list[Finding]:
    """Return the errors."""
    return [finding for finding in checked.findings if finding.level is Level.ERROR]


@pytest.mark.parametrize("more", ["", "unit: why", "rules: [reading-grade]", "unit: why, rules: [reading-grade]"])
def test_an_exemption_holds(sample: Path, edit: Edit, exempt: Callable[..., int], more: str) -> None:
    """A text that is exempted, as a whole, in a part or from a rule, does not fail the site up to the last day."""
    hard_guide(edit)
    assert [finding.rule for finding in errors(check(sample))] == ["reading-grade"]
    exempt(more=more)
    checked = check(sample, today=DAY)
    assert errors(checked) == []
    assert "expired-exemption" not in rules(checked)
    assert (verdict(checked, "Should parents be involved?").words < 50) is ("unit" in more)


def test_an_expired_exemption(sample: Path, edit: Edit, exempt: Callable[..., int]) -> None:
    """After its last day an exemption waives nothing, and a warning names its line in mkdocs.yml."""
    hard_guide(edit)
    line = exempt(more="unit: why")
    checked = check(sample, today=date(2027, 1, 1))
    assert [finding.rule for finding in errors(checked)] == ["reading-grade"]
    assert places(checked, "expired-exemption") == [("mkdocs.yml", line)]
    [finding] = [finding for finding in checked.findings if finding.rule == "expired-exemption"]
    assert finding.level is Level.WARNING
    assert verdict(checked, "Should parents be involved?").words > 100


@pytest.mark.parametrize(
    ("document", "more"),
    [
        ("no-such-document", ""),
        ("involved", "unit: no-such-part"),
        ("involved", "rules: [no-such-rule]"),
        ("index", "unit: why"),
    ],
)
def test_an_exemption_of_nothing(sample: Path, exempt: Callable[..., int], document: str, more: str) -> None:
    """A document, a part or a rule that does not exist is an error with the line in mkdocs.yml."""
    line = exempt(document, more=more)
    checked = check(sample, today=DAY)
    assert [finding.rule for finding in errors(checked)] == ["unknown-exemption"]
    assert places(checked, "unknown-exemption") == [("mkdocs.yml", line)]


@pytest.mark.parametrize("document", ["family", "glossary", "index", "listening"])
def test_what_can_be_exempted(sample: Path, exempt: Callable[..., int], document: str) -> None:
    """A document, the glossary and a hand-written page can be exempted by their names."""
    exempt(document)
    assert errors(check(sample, today=DAY)) == []


def test_a_page_in_another_language_alone_can_be_exempted(sample: Path, exempt: Callable[..., int]) -> None:
    """A hand-written page that the site's main language does not have can be exempted, from a finding that it has."""
    (sample / "docs/help.cy.md").write_text(f"# Cymorth\n\n{'gair ' * 30}\n", encoding="utf-8")
    assert places(check(sample, today=DAY), "long-sentence") == [("docs/help.cy.md", 3)]
    exempt("help")
    checked = check(sample, today=DAY)
    assert places(checked, "long-sentence") == []
    assert errors(checked) == []


def test_no_page_lists_the_exemptions(sample: Path, exempt: Callable[..., int]) -> None:
    """A site with exemptions must have the page that lists them; without it that is an error with the line."""
    line = exempt(listed=False)
    checked = check(sample, today=DAY)
    assert [finding.rule for finding in errors(checked)] == ["no-accessibility-page"]
    assert places(checked, "no-accessibility-page") == [("mkdocs.yml", line)]


def test_a_document_does_not_list_the_exemptions(sample: Path, exempt: Callable[..., int]) -> None:
    """A document with the id 'accessibility' is another page than the one that lists exemptions."""
    theme = (sample / "docs/themes/listening.yml").read_text("utf-8")
    own = theme.replace("id: listening", "id: accessibility").replace("title: Listening", "title: Access")
    (sample / "docs/themes/accessibility.yml").write_text(own, encoding="utf-8")
    exempt(listed=False)
    assert "no-accessibility-page" in rules(check(sample, today=DAY))


def test_a_wrong_exemption(sample: Path, exempt: Callable[..., int]) -> None:
    """An exemption without a reason or with a day that does not exist is a wrong setting."""
    line = exempt(until="2026-02-30")
    assert [(str(f.file), f.line) for f in errors(check(sample, today=DAY))] == [("mkdocs.yml", line)]


def test_the_canonical_text(reference: Checked) -> None:
    """For every English document, plain textstat gives the grade of the page for the text that `canonical_of` has."""
    assert reference.project is not None
    english = [made for made in reference.verdicts if made.grade is not None and made.page.kind is not Kind.LEAFLET]
    names = {made.page.name for made in english}
    assert {key for key, document in reference.library.documents.items() if document.language == "en"} <= names
    assert len(names) > 15
    for made in english:
        text = canonical_of(reference.project.root, made.page.name)
        assert textstat.flesch_kincaid_grade(text) == made.grade, made.page.name
        assert textstat.lexicon_count(text) == made.words


def test_the_canonical_text_under_an_exemption(sample: Path, edit: Edit, exempt: Callable[..., int]) -> None:
    """What is exempted from the score is not in the text that is scored."""
    hard_guide(edit)
    exempt(until="2999-12-31", more="unit: why")
    made = verdict(check(sample), "Should parents be involved?")
    text = canonical_of(sample, "involved")
    assert HARD.rstrip(".") not in text
    assert textstat.flesch_kincaid_grade(text) == made.grade


def test_no_canonical_text(sample: Path, edit: Edit) -> None:
    """A name that no page has, and settings that are wrong, stop with a plain message."""
    with pytest.raises(CharterpressError, match=r"No page is called 'famly'\. Use one of family, glossary, index,"):
        canonical_of(sample, "famly")
    edit("mkdocs.yml", "organisation:", "organization:")
    with pytest.raises(CharterpressError, match=r"mkdocs\.yml is wrong"):
        canonical_of(sample, "family")


def test_a_second_check_measures_nothing(
    sample: Path, translate_sample: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a check measured, in this process or another, is all that the next one needs."""
    translate_sample("cy", "family")
    first = check(sample)
    assert first.project is not None
    path = measures_path(first.project.root)
    save_measures(first.measures, path)
    kept = load_measures(path).kept
    assert len(kept) > 30
    monkeypatch.setattr("charterpress.check.load_measures", lambda _: Measures(_NothingNew(kept)))
    second = check(sample)
    assert second.findings == first.findings
    assert [(v.page, v.score) for v in second.verdicts] == [(v.page, v.score) for v in first.verdicts]


def test_a_colour_that_fails_everywhere_is_told_once(sample: Path, edit: Edit) -> None:
    """What is wrong with a colour of site and leaflets has one hint; with that all is well, the dark look included."""
    line = edit("mkdocs.yml", "organisation: Example Council", 'organisation: A\n      look:\n        brand: "#ffff00"')
    checked = check(sample)
    found = [finding for finding in checked.findings if "-contrast" in finding.rule]
    assert {(finding.rule, finding.line) for finding in found} == {("look-contrast", line + 2)}
    assert all("leaflets have the same colour" in finding.message for finding in found)
    [better] = {colour for finding in found for colour in re.findall(r"#[0-9a-f]{6}", finding.hint)}
    edit("mkdocs.yml", "#ffff00", better)
    mended, _ = load_project(sample)
    assert mended is not None
    assert (*check_site_look(mended), *check_looks(mended)) == ()


def test_a_printer_that_takes_little(sample: Path, edit: Edit) -> None:
    """A logo that is see-through, and inks that are too many for the printer, are faults of the settings."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h2v2z" opacity=".5"/></svg>'
    (sample / "logo.svg").write_text(svg, "utf-8")
    look = "look: {logo: {file: logo.svg, alt: A}}"
    own = "leaflets: {printer: offset-coated-x1a, brand_press: [90, 80, 70, 61]}"
    line = edit("mkdocs.yml", "organisation: Example Council", f"organisation: A\n      {look}\n      {own}")
    checked = check(sample)
    assert places(checked, "picture-see-through") == [("mkdocs.yml", line + 1)]
    assert places(checked, "leaflet-ink") == [("mkdocs.yml", line + 2)]
    [logo] = [finding for finding in checked.findings if finding.rule == "picture-see-through"]
    assert "a 'logo' of their own" in logo.hint


class _NothingNew(dict[str, dict[str, object]]):
    """Hold measures, and fail for a text that is not among them."""

    def get(self, key: str, default: object = None) -> dict[str, object]:
        """Return what was measured."""
        assert default is None or key in self
        return self[key]
