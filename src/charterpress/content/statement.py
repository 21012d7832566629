"""Check an accessibility statement: it must say nothing that is not so, and leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from charterpress.content.model.statement import Method, Problem, Reason, Statement, Status
from charterpress.content.nearest import nearest
from charterpress.content.placeholders import left_open
from charterpress.content.settings import Exemption
from charterpress.content.testresults import NAME, Results
from charterpress.content.wcag import CRITERIA, nearest_criterion
from charterpress.content.yamlfile import Pointer, YamlFile
from charterpress.findings import Finding, Level

_YEAR = timedelta(days=366)
"""After this long the page has changed, and what it says of itself is to be looked at again."""


@dataclass(frozen=True)
class Around:
    """Hold what a statement is held against: the day, the exemptions from readability, the last automated test.

    Unless it is `whole`, exemptions or results could not be read, and nobody knows how well the site does.
    """

    today: date
    exemptions: tuple[Exemption, ...] = ()
    results: Results | None = None
    whole: bool = True

    @property
    def holding(self) -> tuple[Exemption, ...]:
        """Return the exemptions that hold today."""
        return tuple(exemption for exemption in self.exemptions if exemption.until >= self.today)

    @property
    def violations(self) -> int:
        """Return how many rules the last automated test found broken."""
        return len(self.results.open) if self.results is not None else 0


def check_statement(statement: Statement, file: YamlFile, around: Around) -> Iterator[Finding]:
    """Yield everything that keeps a statement from being true and whole."""
    for pointer, words in left_open(file.data if file.data is not None else {}):
        message = f"'{words}' has been left to be filled in"
        yield file.finding("placeholder", message, "Write what is so, or take the line out.", pointer)
    if not any((statement.contact.email, statement.contact.phone, statement.contact.address)):
        message = "the statement names no way to reach you"
        yield file.finding("no-contact", message, "Add 'email:', 'phone:' or 'address:' here.", ("contact",))
    yield from _check_status(statement, file, around) if around.whole else ()
    yield from _check_dates(statement, file, around.today)
    for number, problem in enumerate(statement.problems):
        yield from _check_problem(statement, problem, file, ("problems", number), around.today)


def only_automated(statement: Statement, around: Around) -> bool:
    """Tell whether programs have tested the site, and no people."""
    tested = bool(statement.tests) or around.results is not None
    return tested and all(test.how is Method.AUTOMATED for test in statement.tests)


def _check_status(statement: Statement, file: YamlFile, around: Around) -> Iterator[Finding]:
    untested = not statement.tests and around.results is None
    if statement.status is Status.FULLY:
        reasons = (
            (len(statement.problems), "problems are listed below it"),
            (around.violations, f"broken rules are open in {NAME}"),
            (len(around.holding), "texts are exempted from the limits of readability"),
            (only_automated(statement, around), "only programs have tested the site"),
            (untested, "nobody has tested the site"),
        )
        for found, reason in reasons:
            if found:
                counted = reason if found is True else f"{found} {reason}"
                message = f"the statement says 'fully', but {counted}"
                hint = "Write 'status: partially', or mend and test it first, also by hand."
                yield file.finding("not-fully", message, hint, ("status",))
        return
    if not (statement.problems or around.violations or around.holding):
        message = f"the statement says '{statement.status.value}', and names no problem"
        hint = "List under 'problems:' what does not work; readers must know it before they try."
        yield file.finding("no-problem-named", message, hint, ("status",))
    if untested:
        message = "the statement does not say how the site was tested"
        finding = file.finding("not-tested", message, "Test it, and say so under 'tests:'.")
        yield replace(finding, level=Level.WARNING)


def _check_dates(statement: Statement, file: YamlFile, today: date) -> Iterator[Finding]:
    said: list[tuple[date, Pointer]] = [(statement.prepared, ("prepared",)), (statement.reviewed, ("reviewed",))]
    said += [(test.date, ("tests", number, "date")) for number, test in enumerate(statement.tests)]
    for number, problem in enumerate(statement.problems):
        if problem.assessment is not None:
            said.append((problem.assessment.made, ("problems", number, "assessment", "made")))
    for day, pointer in said:
        if day > today:
            message = f"{day.isoformat()} has not come yet"
            yield file.finding("wrong-date", message, "Write the day on which it was done.", pointer)
    for later, earlier in (("reviewed", "prepared"), ("review_by", "reviewed")):
        if getattr(statement, later) < getattr(statement, earlier):
            message = f"'{later}' is a day before '{earlier}'"
            yield file.finding("wrong-date", message, "Set one of the two right.", (later,))
    if statement.reviewed < today - _YEAR or statement.review_by < today:
        key = "reviewed" if statement.reviewed < today - _YEAR else "review_by"
        message = "the statement was last looked over more than a year ago"
        message = message if key == "reviewed" else "the day for looking the statement over has passed"
        hint = "Test the site again, bring the statement up to date, then set 'reviewed' and 'review_by'."
        yield replace(file.finding("review-due", message, hint, (key,)), level=Level.WARNING)


def _check_problem(
    statement: Statement, problem: Problem, file: YamlFile, at: Pointer, today: date
) -> Iterator[Finding]:
    for index, criterion in enumerate(problem.wcag):
        if criterion not in CRITERIA:
            message = f"WCAG 2.2 has no criterion '{criterion}' at level A or AA"
            yield file.finding("unknown-criterion", message, nearest_criterion(criterion), (*at, "wcag", index))
    if problem.reason is Reason.DISPROPORTIONATE_BURDEN and problem.assessment is None:
        message = f"'{problem.id}' is called a disproportionate burden, and nobody has assessed it"
        hint = "Add 'assessment:' with 'made:' (the day) and 'result:', or use 'reason: noncompliance'."
        yield file.finding("no-assessment", message, hint, (*at, "reason"))
    if problem.by is not None and problem.by < today:
        message = f"'{problem.id}' was to be gone by {problem.by.isoformat()}"
        hint = "Take it out if it is mended; if not, say until when and what has changed."
        yield file.finding("overdue-problem", message, hint, (*at, "by"))
    known = [test.id for test in statement.tests]
    if problem.found_by is not None and problem.found_by not in known:
        message = f"there is no test '{problem.found_by}' in this statement"
        yield file.finding("missing-reference", message, nearest(problem.found_by, known, "test"), (*at, "found_by"))
