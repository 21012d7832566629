"""Test what an exemption waives, for how long, and what it says when it is for nothing that exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from charterpress.content.model.base import Audience
from charterpress.content.model.text import Role
from charterpress.content.settings import Exemption, ReadabilitySettings
from charterpress.findings import Finding, Level
from charterpress.readability.exemptions import Waiver, check_exemptions
from charterpress.readability.measuring import Measures
from charterpress.readability.page import Kind, PageText
from charterpress.readability.rules import RULES, check_verdict
from charterpress.readability.units import Unit
from charterpress.readability.verdict import Verdict, judge

HERE = Path("docs/charters/law.yml")
TODAY = date(2026, 9, 1)
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once."
HARD = "Authorities communicate organisational responsibilities comprehensively."
LONG = "So " * 30 + "it is."


def exemption(unit: str | None = None, *rules: str, document: str = "law", until: date = TODAY) -> Exemption:
    """Return an exemption of a document, or of a part of it."""
    return Exemption(document=document, unit=unit, rules=rules, reason="The law has these words.", until=until)


def page(name: str = "law") -> PageText:
    """Return a page of easy texts with a hard and long part 'act', and a long sentence of its own."""
    units = [Unit(HARD, Role.PROSE, HERE, line, 5, "act.text") for line in range(10, 30)] + [
        Unit(LONG, Role.ITEM, HERE, 30, 5, "act.items.text"),
        Unit(LONG, Role.ITEM, HERE, 31, 5, "other.text"),
        *(Unit(EASY, Role.PROSE, HERE, line, 5, "introduction") for line in range(40, 60)),
    ]
    return PageText("The law", HERE, "en", Audience.FAMILIES, tuple(units), name=name)


def judged(*exemptions: Exemption, of: PageText | None = None, today: date = TODAY) -> tuple[Verdict, list[Finding]]:
    """Return the verdict on the page under exemptions, and the findings that are left."""
    waiver, measures = Waiver(exemptions, today), Measures()
    made = judge(waiver.unscored(of or page()), SETTINGS, measures)
    return made, list(waiver.keep(made.page, check_verdict(made, SETTINGS, measures)))


def rules(findings: list[Finding]) -> dict[str, list[int | None]]:
    """Return the lines of errors by their rule."""
    found: dict[str, list[int | None]] = {}
    for finding in findings:
        if finding.level is Level.ERROR:
            found.setdefault(finding.rule, []).append(finding.line)
    return found


def test_without_an_exemption() -> None:
    """The page is too hard, and two sentences are too long."""
    _, findings = judged()
    assert rules(findings) == {"reading-grade": [1], "long-sentence": [30, 31]}


def test_by_document() -> None:
    """An exemption of a document waives every reading rule on it; its score is still that of all its words."""
    made, findings = judged(exemption())
    assert findings == []
    assert made.score == judged()[0].score


def test_by_unit() -> None:
    """An exemption of a part waives what is found in it, and leaves its words out of the score."""
    made, findings = judged(exemption("act"))
    assert rules(findings) == {"long-sentence": [31]}
    rest = tuple(unit for unit in page().units if unit.owner != "act")
    alone = judge(replace(page(), units=rest), SETTINGS, Measures())
    assert (made.score, made.words, made.counts) == (alone.score, alone.words, alone.counts)


def test_by_rule() -> None:
    """An exemption from one rule waives only that."""
    assert rules(judged(exemption(None, "long-sentence"))[1]) == {"reading-grade": [1]}
    assert rules(judged(exemption(None, "reading-grade"))[1]) == {"long-sentence": [30, 31]}
    assert rules(judged(exemption(None, "reading-grade", "long-sentence"))[1]) == {}


def test_by_unit_and_rule() -> None:
    """An exemption of a part from a rule leaves its words in the score, unless the rule is the score."""
    plain = judged()[0]
    made, findings = judged(exemption("act", "long-sentence"))
    assert (made.score, made.words) == (plain.score, plain.words)
    assert rules(findings) == {"reading-grade": [1], "long-sentence": [31]}
    made, findings = judged(exemption("act", "reading-grade"))
    assert made.words < plain.words
    assert rules(findings) == {"long-sentence": [30, 31]}


def test_several_exemptions() -> None:
    """Exemptions add up."""
    _, findings = judged(exemption("act"), exemption("other", "long-sentence"))
    assert rules(findings) == {}


def test_another_document() -> None:
    """An exemption of another document changes nothing, even where its part has the same id."""
    assert judged(exemption("act", document="other")) == judged()
    assert rules(judged(exemption("act"), of=page("other"))[1]) == rules(judged()[1])


def test_the_leaflet_of_a_document() -> None:
    """What is exempted on the page of a document is exempted on its leaflet, too."""
    leaflet = replace(page(), kind=Kind.LEAFLET)
    assert judged(exemption(), of=leaflet)[1] == []
    assert rules(judged(exemption("act"), of=leaflet)[1]) == {"long-sentence": [31]}


@pytest.mark.parametrize(("days", "holds"), [(0, True), (1, True), (400, True), (-1, False), (-400, False)])
def test_the_last_day(days: int, holds: bool) -> None:  # noqa: FBT001 - what is expected
    """An exemption holds up to its last day, that day included; from the next day on it waives nothing."""
    for unit in (None, "act"):
        made, findings = judged(exemption(unit, until=TODAY + timedelta(days=days)))
        if holds:
            assert "reading-grade" not in rules(findings)
        else:
            assert (made, findings) == judged()


def test_words_left_out_are_notes() -> None:
    """The exempted words stay on the page, as what is not scored; the rest is as it was."""
    kept = Waiver((exemption("act"),), TODAY).unscored(page())
    assert [unit.text for unit in kept.units] == [unit.text for unit in page().units]
    assert {unit.scored for unit in kept.units if unit.owner == "act"} == {False}
    others = [unit for unit in page().units if unit.owner != "act"]
    assert [unit for unit in kept.units if unit.owner != "act"] == others


def all_read(_name: str) -> bool:
    """Say of every document that it could be read, if it is there."""
    return False


def found(*exemptions: Exemption, pages: tuple[PageText, ...] = ()) -> list[tuple[int, str, Level, str]]:
    """Return what is wrong with exemptions: the place in the list, the rule, the level, the message."""
    wrong = check_exemptions(exemptions, pages or (page(), replace(page("more"), units=())), TODAY, all_read)
    return [(index, finding.rule, finding.level, finding.message) for index, finding in wrong]


def test_right_exemptions() -> None:
    """An exemption of a document and a part that exist, from rules that exist, has nothing wrong."""
    assert found(exemption(), exemption("act"), exemption("other", *RULES), exemption(document="more")) == []


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (exemption(document="lwa"), "lwa"),
        (exemption("atc"), "atc"),
        (exemption("act", document="more"), "act"),
        (exemption(None, "reading-grade", "missing-reference"), "missing-reference"),
        (exemption(None, "no-such-rule"), "no-such-rule"),
    ],
)
def test_unknown_names(wrong: Exemption, name: str) -> None:
    """A document, a part or a rule that nobody knows is an error that names it, at its place in the list."""
    [(index, rule, level, message)] = found(exemption(), wrong)
    assert (index, rule, level) == (1, "unknown-exemption", Level.ERROR)
    assert f"'{name}'" in message


def test_what_could_not_be_read() -> None:
    """An exemption of a document that could not be read may be right; one of another that is not there is wrong."""
    given = [exemption(document="broken"), exemption(document="lwa")]
    assert [index for index, _ in check_exemptions(given, (page(),), TODAY, "broken".__eq__)] == [1]


def test_what_there_is_instead() -> None:
    """Whoever misspells a name is told the names that there are."""
    hints = [
        each.hint for _, each in check_exemptions([exemption(document="lwa")], (page(), page("more")), TODAY, all_read)
    ]
    assert hints == ["Use one of law, more."]
    [hint] = [each.hint for _, each in check_exemptions([exemption(None, "x")], (page(),), TODAY, all_read)]
    assert all(rule in hint for rule in RULES)


def test_an_expired_exemption() -> None:
    """An exemption whose last day has gone gives a warning that says which day it was."""
    [(index, rule, level, message)] = found(exemption(), exemption("act", until=TODAY - timedelta(days=1)))
    assert (index, rule, level) == (1, "expired-exemption", Level.WARNING)
    assert "2026-08-31" in message
    assert "'law'" in message


def test_every_reading_rule_can_be_waived() -> None:
    """Each rule that the check of a page may give is one that an exemption may name."""
    texts = (HARD, LONG, "The SENDIST is told by additional people.", "It is not uncommon.", EASY * 30)
    units = tuple(Unit(text, Role.PROSE, HERE, 1, 1) for text in (*texts, *[HARD] * 20))
    made = judge(PageText("A page", HERE, "en", Audience.FAMILIES, units), SETTINGS, Measures())
    given = {finding.rule for finding in check_verdict(made, SETTINGS, Measures())}
    assert given >= {"reading-grade", "long-sentence", "long-paragraph", "plainer-word", "abbreviation"}
    assert given <= set(RULES)
