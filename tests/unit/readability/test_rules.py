"""Test what a verdict on a page becomes: findings that say what is too hard, why, and what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role
from charterpress.content.settings import ReadabilitySettings
from charterpress.findings import Finding, Level
from charterpress.readability.explain import fixes_to_target, pushes
from charterpress.readability.measuring import Measures
from charterpress.readability.page import Kind, PageText
from charterpress.readability.rules import RULES, check_verdict
from charterpress.readability.units import Unit
from charterpress.readability.verdict import Verdict, judge

HERE = Path("page.yml")
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once."
HARD = "Authorities communicate organisational responsibilities comprehensively."
SPANISH = "Las autoridades comunican responsabilidades organizativas."
GERMAN = "Behörden kommunizieren organisatorische Verantwortlichkeiten umfassend."


def page(  # noqa: PLR0913 - what a page may differ in
    *texts: str,
    language: str = "en",
    audience: Audience = Audience.FAMILIES,
    role: Role = Role.PROSE,
    kind: Kind = Kind.PAGE,
    explained: frozenset[str] = frozenset(),
    long_words: tuple[float, float] | None = None,
) -> PageText:
    """Return a page that says the texts, one a line from line 11."""
    units = tuple(Unit(text, role, HERE, line, 3) for line, text in enumerate(texts, start=11))
    told = PageText("A page", HERE, language, audience, units, kind=kind, explained=explained, long_words=long_words)
    return replace(told, translated=long_words is not None)


def verdict(of: PageText, settings: ReadabilitySettings = SETTINGS) -> Verdict:
    """Return the verdict on a page."""
    return judge(of, settings, Measures())


def check(of: PageText, settings: ReadabilitySettings = SETTINGS) -> list[Finding]:
    """Return the findings on a page."""
    return list(check_verdict(verdict(of, settings), settings, Measures()))


def found(rule: str, of: PageText, settings: ReadabilitySettings = SETTINGS) -> list[Finding]:
    """Return the findings of one rule on a page."""
    assert rule in RULES
    return [finding for finding in check(of, settings) if finding.rule == rule]


def words(count: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(["so"] * count) + "."


def test_an_easy_page() -> None:
    """A page under its limit has nothing wrong."""
    assert check(page(*[EASY] * 20)) == []


def test_a_hard_page_is_an_error() -> None:
    """A page over its limit is an error that names the file, the grade and the limit of its readers."""
    made = verdict(page(*[EASY] * 3, *[HARD] * 20))
    assert made.words >= 100
    [finding] = found("reading-grade", made.page)
    assert (finding.rule, finding.level, finding.file) == ("reading-grade", Level.ERROR, HERE)
    assert (finding.line, finding.column, finding.locale) == (1, 1, "en")
    assert f"'A page' has reading grade {made.score:.1f}" in finding.message
    assert finding.message.endswith("families may have 7.")


def test_the_hint_names_the_hardest_sentences() -> None:
    """The hint has the three sentences that add most, with their lines, and never one that adds nothing."""
    texts = [*[EASY] * 14, f"{HARD[:-1]} always.", HARD, f"Nevertheless, {HARD.lower()}", f"{HARD[:-1]} now."]
    made = verdict(page(*texts))
    [finding] = found("reading-grade", made.page)
    hardest = pushes(made)
    for push in hardest[:3]:
        assert f"“{push.said.text}” (line {push.said.unit.line}, adds {push.adds:.1f})" in finding.hint
    assert hardest[3].adds > 0
    assert f"(line {hardest[3].said.unit.line}, " not in finding.hint
    settings = ReadabilitySettings(grades={Audience.FAMILIES: 1.0})
    [other] = found("reading-grade", page(*[EASY] * 20, HARD), settings)
    assert HARD in other.hint
    assert EASY not in other.hint


def test_no_sentence_is_harder_than_the_others() -> None:
    """Where no sentence adds anything, as when all are alike, the hint does not announce a list that is empty."""
    [finding] = found("reading-grade", page(*[HARD] * 20))
    assert "Hardest first" not in finding.hint
    assert finding.hint.startswith("Split long sentences and swap long words. Long words: ")
    assert "Long words: organisational" in finding.hint


def test_the_hint_names_long_words() -> None:
    """The hint has the long words, how often they are said, and a plainer one where it is known."""
    [finding] = found("reading-grade", page(*[HARD] * 19, "Give additional information."))
    assert "organisational (19 times)" in finding.hint
    [other] = found("reading-grade", page(*["Give additional information additionally."] * 25))
    assert "additional (25 times) (try: more)" in other.hint


def test_the_hint_counts_what_is_enough() -> None:
    """The hint says how many sentences lead to the target, and says nothing where no number does."""
    made = verdict(page(*[EASY] * 10, *[HARD] * 6))
    fixes = fixes_to_target(made)
    assert fixes is not None
    assert fixes > 1
    [finding] = found("reading-grade", made.page)
    assert f"Once the {fixes} hardest sentences are as easy as the rest" in finding.hint
    assert "its target of 6." in finding.hint
    single = verdict(page(*[EASY] * 12, f"{HARD[:-1]} {HARD.lower()[:-1]} {HARD.lower()}"))
    assert fixes_to_target(single) == 1
    assert "Once the hardest sentence is as easy as the rest" in found("reading-grade", single.page)[0].hint
    [never] = found("reading-grade", page(*[HARD] * 20))
    assert "Once" not in never.hint


@pytest.mark.parametrize(("count", "level"), [(20, Level.ERROR), (10, Level.ERROR), (9, None)])
def test_pages_far_over_the_limit(count: int, level: Level | None) -> None:
    """A page that is much too hard fails from 50 words on; below that no formula decides."""
    made = verdict(page(*[HARD] * count))
    assert made.words == count * 5
    assert [finding.level for finding in found("reading-grade", made.page)] == ([level] if level else [])


@pytest.mark.parametrize(("easy", "hard", "level"), [(7, 2, Level.WARNING), (7, 3, Level.WARNING), (6, 3, Level.ERROR)])
def test_the_margin_of_a_short_page(easy: int, hard: int, level: Level) -> None:
    """A short page over its limit by less than chance may do is a warning that says so; by more it is an error."""
    made = verdict(page(*[EASY] * easy, *[HARD] * hard))
    assert 50 <= made.words < 100
    assert made.score is not None
    assert made.margin is not None
    assert (made.score > 7 + made.margin) is (level is Level.ERROR)
    [finding] = found("reading-grade", made.page)
    assert finding.level is level
    said = f"only {made.words} scored words, and up to {made.margin:.1f} may be chance: a warning."
    assert (said in finding.message) is (level is Level.WARNING)


@pytest.mark.parametrize(("easy", "hard", "level"), [(12, 3, Level.WARNING), (11, 4, Level.ERROR)])
def test_around_a_hundred_words(easy: int, hard: int, level: Level) -> None:
    """With 99 words a page that is just over its limit warns; with no more than a hundred it may fail."""
    made = verdict(page(*[EASY] * easy, *[HARD] * hard, *(["So it is."] if level is Level.ERROR else [])))
    assert made.words == (99 if level is Level.WARNING else 100)
    assert [finding.level for finding in found("reading-grade", made.page)] == [level]


def test_a_leaflet_is_named_as_one() -> None:
    """A finding on a leaflet says that it is about the leaflet, not the page of the same name."""
    assert "'A page' (the leaflet) has" in found("reading-grade", page(*[HARD] * 20, kind=Kind.LEAFLET))[0].message
    assert "leaflet" not in found("reading-grade", page(*[HARD] * 20))[0].message


def test_limits_by_audience() -> None:
    """A page is held against the limit of its own readers."""
    texts = [*[EASY] * 11, *[HARD] * 5]
    score = verdict(page(*texts)).score
    assert score is not None
    settings = ReadabilitySettings(grades={Audience.FAMILIES: score - 1, Audience.PRACTITIONERS: score + 1})
    assert len(found("reading-grade", page(*texts), settings)) == 1
    assert found("reading-grade", page(*texts, audience=Audience.PRACTITIONERS), settings) == []


@pytest.mark.parametrize("language", ["cy", "ur", "pl", "ar"])
def test_a_language_without_a_formula_is_not_judged(language: str) -> None:
    """A page without a score is never called too hard."""
    assert check(page(*[HARD] * 30, language=language)) == []


def test_an_advisory_formula_finds_nothing() -> None:
    """However hard a page is by an advisory formula, that is no finding."""
    made = verdict(page(*[GERMAN] * 40, language="de"))
    assert made.over
    assert check(made.page) == []


def test_another_language_with_a_validated_formula() -> None:
    """A Spanish page is judged on the scale of its own formula, which the message names; no grade is told."""
    made = verdict(page(*[SPANISH] * 30, language="es"))
    assert made.formula is not None
    [finding] = found("reading-grade", made.page)
    assert (finding.level, finding.locale) == (Level.ERROR, "es")
    assert made.formula.name in finding.message
    assert "grade" not in finding.message
    assert f"{made.score:.1f}" in finding.message
    assert "65" in finding.message
    [short] = found("reading-grade", page(*[SPANISH] * 15, language="es"))
    assert short.level is Level.WARNING
    assert "chance" not in short.message


@pytest.mark.parametrize(("count", "level"), [(20, None), (21, Level.WARNING), (25, Level.WARNING), (26, Level.ERROR)])
def test_longest_sentence(count: int, level: Level | None) -> None:
    """A sentence of up to 20 words is good, one of up to 25 a warning, a longer one an error."""
    levels = [finding.level for finding in found("long-sentence", page(words(count)))]
    assert levels == ([level] if level else [])


def test_a_long_sentence_is_named() -> None:
    """A long sentence is an error with its file, line and column, its words and what to do."""
    [finding] = found("long-sentence", page(EASY, f"{EASY} {words(30)} {EASY}"))
    assert (finding.rule, finding.level, finding.file) == ("long-sentence", Level.ERROR, HERE)
    assert (finding.line, finding.column) == (12, 3)
    assert "30 words; the limit is 25" in finding.message
    assert f"“{words(30)}”" in finding.message
    assert finding.hint


def test_a_very_long_sentence_is_not_told_whole() -> None:
    """Of a long sentence the message has as much as finds it: its first 200 characters."""
    [finding] = found("long-sentence", page(words(5000)))
    assert "5000 words" in finding.message
    told = finding.message.partition("“")[2].removesuffix("”")
    assert told.endswith("…")
    assert 190 <= len(told) <= 200
    assert words(5000).startswith(told[:-1])
    just = "So " * 66 + "a."
    assert len(just) == 200
    assert f"“{just}”" in found("long-sentence", page(just))[0].message


def test_a_sentence_ends_with_its_bullet() -> None:
    """Bullets without a full stop are not added up to a long sentence."""
    assert found("long-sentence", page(*["a bullet of five words"] * 9, role=Role.ITEM)) == []


@pytest.mark.parametrize("role", [Role.HEADING, Role.NOTE, Role.LABEL])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_unit_is_measured(role: Role, language: str) -> None:
    """A heading or a note can be too long as well, in a language without a formula, too."""
    assert len(found("long-sentence", page(words(26), role=role, language=language))) == 1


def test_the_limits_are_settings() -> None:
    """The site's settings say how long a sentence may be, and from where it warns."""
    settings = ReadabilitySettings(sentence_words=10, sentence_words_warning=8)
    for count, levels in ((8, []), (9, [Level.WARNING]), (10, [Level.WARNING]), (11, [Level.ERROR])):
        assert [finding.level for finding in found("long-sentence", page(words(count)), settings)] == levels


@pytest.mark.parametrize("language", ["cy", "es", "de"])
def test_other_languages_only_warn(language: str) -> None:
    """The limit was chosen for English: elsewhere a sentence over it warns, and one below it is fine."""
    [finding] = found("long-sentence", page(words(30), language=language))
    assert (finding.level, finding.locale) == (Level.WARNING, language)
    assert found("long-sentence", page(words(24), language=language)) == []


def test_a_language_may_have_a_limit_of_its_own() -> None:
    """A language that counts words in another way has the limit that the settings give it."""
    settings = ReadabilitySettings(sentence_words_in={"ur": 35})
    assert found("long-sentence", page(words(35), language="ur"), settings) == []
    [finding] = found("long-sentence", page(words(36), language="ur"), settings)
    assert "the limit is 35" in finding.message
    assert len(found("long-sentence", page(words(26), language="cy"), settings)) == 1


@pytest.mark.parametrize(("count", "number"), [(80, 0), (81, 1)])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_long_paragraphs(count: int, number: int, language: str) -> None:
    """A paragraph of more than 80 words is a warning in every language, whatever its sentences are."""
    text = "So it is. " * (count // 3) + "So " * (count % 3)
    findings = found("long-paragraph", page(text, language=language))
    assert len(findings) == number
    for finding in findings:
        assert (finding.level, finding.line, finding.locale) == (Level.WARNING, 11, language)
        assert f"{count} words" in finding.message


def test_what_is_no_paragraph() -> None:
    """Only prose and entries of lists have such a length, and it is a setting."""
    text = "So it is. " * 40
    assert "an entry of a list has 120 words" in found("long-paragraph", page(text, role=Role.ITEM))[0].message
    assert found("long-paragraph", page(text, role=Role.NOTE)) == []
    assert found("long-paragraph", page(text), ReadabilitySettings(paragraph_words=120)) == []
    assert len(found("long-paragraph", page(text), ReadabilitySettings(paragraph_words=119))) == 1


def test_an_unexplained_abbreviation() -> None:
    """An abbreviation that nobody explains is an error where it is first used, and is told once."""
    [finding] = found("abbreviation", page(EASY, "Ask the SENDIST.", "The SENDIST helps."))
    assert (finding.level, finding.line, finding.column) == (Level.ERROR, 12, 3)
    assert "'SENDIST'" in finding.message
    assert "'SENDIST'" in finding.hint


@pytest.mark.parametrize(
    "of",
    [
        page("Ask the special educational needs team (SEN team).", "SEN helps."),
        page("Ask the SENDIST.", explained=frozenset({"SENDIST"})),
        page("Gofynnwch i'r SENDIST.", language="cy"),
    ],
)
def test_an_explained_abbreviation(of: PageText) -> None:
    """What is explained on the page or in its word list is no finding, nor is anything in another language."""
    assert found("abbreviation", of) == []


def test_jargon() -> None:
    """A term of the trade that nobody explains is a warning where it is first used, with its meaning."""
    [finding] = found("jargon", page(EASY, "We hold an annual review.", "Annual reviews help."))
    assert (finding.level, finding.line, finding.column) == (Level.WARNING, 12, 3)
    assert "'annual review'" in finding.message
    assert "at least once a year" in finding.hint


@pytest.mark.parametrize(
    "of",
    [
        page("We hold an annual review.", explained=frozenset({"Annual Review"})),
        page("We hold EHCP reviews at an annual review.", explained=frozenset({"annual reviews", "EHCP"})),
        page("An advocate will help you."),
        page("We hold an annual review.", language="cy"),
    ],
    ids=["explained", "explained in another form", "no jargon", "another language"],
)
def test_what_is_no_jargon(of: PageText) -> None:
    """A term that is explained in any of its forms is no finding, nor is one that everybody knows."""
    assert found("jargon", of) == []


def test_notes_on_wording() -> None:
    """A word with a plainer one, a passive and a double negative are notes with their places, on English pages."""
    texts = ("We give additional help.", "You will be told.", "It is not uncommon.", EASY)
    for rule, line in (("plainer-word", 11), ("passive-voice", 12), ("double-negative", 13)):
        [finding] = found(rule, page(*texts))
        assert (finding.level, finding.line) == (Level.NOTE, line)
        assert finding.hint
        assert found(rule, page(*texts, language="cy")) == []


@pytest.mark.parametrize(
    ("words", "shares", "language", "number"),
    [
        (100, (0.3, 0.1), "cy", 1),
        (100, (0.3, 0.15), "cy", 0),
        (100, None, "cy", 0),
        (99, (0.3, 0.1), "cy", 0),
        (100, (0.3, 0.1), "de", 1),
        (100, (0.3, 0.1), "es", 0),
    ],
    ids=["three times as many", "twice as many", "no translation", "99 words", "advisory formula", "own formula"],
)
def test_long_words_of_a_translation(
    words: int, shares: tuple[float, float] | None, language: str, number: int
) -> None:
    """A translation of 100 words with over twice the share of long words gets a note, where no formula scores it."""
    findings = found("long-words", page("un " * words, language=language, long_words=shares))
    assert [finding.level for finding in findings] == [Level.NOTE] * number
    for finding in findings:
        assert "30%" in finding.message
        assert "10%" in finding.message


def test_every_rule_has_a_name_once() -> None:
    """The names of the rules that an exemption may waive are all different."""
    assert len(RULES) == len(set(RULES)) == 9
