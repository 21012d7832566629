"""Test what an accessibility statement may not say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.model import Statement
from charterpress.content.settings import Exemption
from charterpress.content.statement import Around, check_statement, only_automated
from charterpress.content.testresults import Results, Violation
from charterpress.content.validate import validate
from charterpress.content.yamlfile import parse_yaml
from charterpress.findings import Finding, Level

COMPLETE = Path(__file__).parent / "model" / "complete" / "statement.yml"
TODAY = date(2026, 11, 28)
EXEMPTION = Exemption(document="law", reason="The law has these words.", until=date(2026, 12, 31))
FORMAT = "charterpress-accessibility-results/1"

Check = Callable[..., list[Finding]]


def results(*violations: Violation) -> Results:
    """Return the results of a test by a program."""
    return Results(format=FORMAT, tool="axe-core 4.10", date=date(2026, 11, 20), pages=9, violations=violations)


@pytest.fixture
def checked() -> Check:
    """Return what checks the complete statement after an edit of its text."""

    def check(*edits: tuple[str, str], around: Around | None = None) -> list[Finding]:
        text = COMPLETE.read_text("utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        file = parse_yaml(text, COMPLETE)
        assert file.data is not None
        statement, findings = validate(Statement, file, file.data)
        assert findings == ()
        assert statement is not None
        return list(check_statement(statement, file, around or Around(TODAY)))

    return check


def line_of(words: str) -> int:
    """Return the line of the complete statement that has these words first."""
    lines = COMPLETE.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


PROBLEMS = COMPLETE.read_text("utf-8").partition("problems:\n")[2].partition("tests:\n")[0]
TESTS = COMPLETE.read_text("utf-8").partition("tests:\n")[2].partition("prepared:")[0]
NO_PROBLEMS = ("problems:\n" + PROBLEMS, "")
NO_TESTS = ("tests:\n" + TESTS, "")
FULLY = ("status: partially", "status: fully")


def test_a_true_statement(checked: Check) -> None:
    """A statement that names its problems, its tests and its dates has nothing wrong."""
    assert checked() == []


@pytest.mark.parametrize(
    ("edit", "rule", "hint"),
    [
        (("Littleham Council,", "'[name of organisation]',"), "placeholder", "Write what is so"),
        (("web@littleham.example", "web@example.com"), "placeholder", "Write what is so"),
        (("We draw the map again.", "TODO"), "placeholder", "Write what is so"),
        (("Most of it works.", "Lorem ipsum dolor."), "placeholder", "Write what is so"),
        (('wcag: ["1.4.3"', 'wcag: ["1.4.33"'), "unknown-criterion", "Did you mean '1.4.3', Contrast (Minimum)?"),
        (('wcag: ["1.4.3"', 'wcag: ["contrast"'), "unknown-criterion", "Did you mean '1.4."),
        (('wcag: ["1.2.2"]', 'wcag: ["4.1.1"]'), "unknown-criterion", "Did you mean '"),
        (("by: 2027-03-31", "by: 2026-11-27"), "overdue-problem", "Take it out"),
        (("    found_by: by-hand", "    found_by: by-hnad"), "missing-reference", "Did you mean 'by-hand'?"),
        (("    date: 2026-09-15", "    date: 2026-11-29"), "wrong-date", "on which it was done"),
        (("      made: 2026-09-01", "      made: 2099-09-01"), "wrong-date", "on which it was done"),
        (("prepared: 2026-09-30", "prepared: 2099-01-01"), "wrong-date", "on which it was done"),
        (("review_by: 2027-10-01", "review_by: 2026-01-01"), "wrong-date", "Set one of the two right."),
    ],
)
def test_what_is_refused(checked: Check, edit: tuple[str, str], rule: str, hint: str) -> None:
    """What is left open, wrong, late or known to nobody is an error on its line, and says what to do."""
    found = [finding for finding in checked(edit) if finding.rule == rule]
    assert found
    assert found[0].line == line_of(edit[0].splitlines()[0])
    assert found[0].level is Level.ERROR
    assert hint in found[0].hint


def test_no_way_to_reach_anybody(checked: Check) -> None:
    """Without e-mail, phone or address there is nobody to tell."""
    edits = [(f"  {line}\n", "") for line in ("email: web@littleham.example", "phone: 0300 123 4568")]
    assert checked(*edits) == []
    (found,) = checked(*edits, ("  address: Town Hall, Littleham\n", ""))
    assert (found.rule, found.line) == ("no-contact", line_of("contact:"))


def test_a_burden_that_nobody_assessed(checked: Check) -> None:
    """A disproportionate burden needs an assessment with its day."""
    _, assessment = PROBLEMS.split("    assessment:\n")
    lines = "".join(assessment.splitlines(keepends=True)[:2])
    (found,) = checked(("    assessment:\n" + lines, ""))
    assert (found.rule, found.line) == ("no-assessment", line_of("disproportionate_burden"))


def test_fully_with_open_problems(checked: Check) -> None:
    """No statement says 'fully' while a problem, a broken rule or an exemption is open; each is a reason of its own."""
    broken = Violation(rule="color-contrast", wcag=("1.4.3",), count=2)
    found = checked(FULLY, around=Around(TODAY, (EXEMPTION,), results(broken)))
    assert [finding.rule for finding in found] == ["not-fully"] * 3
    said = " ".join(finding.message for finding in found)
    assert "3 problems" in said
    assert "1 broken rules" in said
    assert "1 texts are exempted" in said
    assert {finding.line for finding in found} == {line_of("status:")}


def test_fully_tested_by_programs_alone(checked: Check) -> None:
    """Programs alone, or nobody, cannot tell that everything works; people who tested can."""
    by_program = ("    how: manual", "    how: automated")
    (found,) = checked(FULLY, NO_PROBLEMS, by_program)
    assert "only programs have tested" in found.message
    (found,) = checked(FULLY, NO_PROBLEMS, NO_TESTS)
    assert "nobody has tested" in found.message
    (found,) = checked(FULLY, NO_PROBLEMS, NO_TESTS, around=Around(TODAY, (), results()))
    assert "only programs have tested" in found.message
    assert checked(FULLY, NO_PROBLEMS) == []
    assert checked(FULLY, NO_PROBLEMS, ("    how: manual", "    how: with_users")) == []


def test_an_exemption_that_has_ended(checked: Check) -> None:
    """An exemption counts up to its last day, and no longer."""
    assert len(checked(FULLY, NO_PROBLEMS, around=Around(date(2026, 12, 31), (EXEMPTION,)))) == 1
    assert checked(FULLY, NO_PROBLEMS, around=Around(date(2027, 1, 1), (EXEMPTION,))) == []


def test_a_good_habit_is_no_rule(checked: Check) -> None:
    """What a tool finds without naming a criterion of WCAG keeps no statement from saying 'fully'."""
    habit = Violation(rule="region", count=1)
    assert checked(FULLY, NO_PROBLEMS, around=Around(TODAY, (), results(habit))) == []


@pytest.mark.parametrize("status", ["partially", "not"])
def test_partially_without_a_problem(checked: Check, status: str) -> None:
    """A statement that says 'partially' or 'not' names what does not work, or its results or exemptions do."""
    said = ("status: partially", f"status: {status}")
    (found,) = checked(said, NO_PROBLEMS)
    assert (found.rule, found.line) == ("no-problem-named", line_of("status:"))
    assert checked(said, NO_PROBLEMS, around=Around(TODAY, (EXEMPTION,))) == []


def test_not_tested(checked: Check) -> None:
    """A statement that names no test gets a warning."""
    found = checked(NO_TESTS, ("    found_by: by-hand\n", ""), ("    found_by: by-hand\n", ""))
    assert [(finding.rule, finding.level) for finding in found] == [("not-tested", Level.WARNING)]


@pytest.mark.parametrize(
    ("day", "due"),
    [(date(2027, 10, 1), None), (date(2027, 10, 2), "review_by:"), (date(2027, 10, 3), "reviewed:")],
)
def test_a_review_that_is_due(checked: Check, day: date, due: str | None) -> None:
    """After a year, or after the day that was set, a warning asks to look the statement over; up to then none does."""
    found = [finding for finding in checked(around=Around(day)) if finding.rule != "overdue-problem"]
    assert [(finding.rule, finding.level, finding.line) for finding in found] == (
        [("review-due", Level.WARNING, line_of(due))] if due else []
    )


def test_programs_alone() -> None:
    """The page says that only programs tested where that is so, and not where nobody did."""
    file = parse_yaml(COMPLETE.read_text("utf-8"), COMPLETE)
    statement = Statement.model_validate(file.data)
    untested = statement.model_copy(update={"tests": ()})
    assert not only_automated(statement, Around(TODAY))
    assert only_automated(statement.model_copy(update={"tests": statement.tests[1:]}), Around(TODAY))
    assert not only_automated(untested, Around(TODAY))
    assert only_automated(untested, Around(TODAY, (), results()))
