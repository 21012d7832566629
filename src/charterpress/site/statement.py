"""Say in the reader's language what an accessibility statement says with values: status, reasons, tests, the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from charterpress.content.model.statement import Method, Nation, Problem, Reason, Statement, Status
from charterpress.content.statement import Around, only_automated
from charterpress.content.wcag import CRITERIA, criterion_address
from charterpress.languages.words import Words


@dataclass(frozen=True)
class Body:
    """Name a public body in its own language, English, with its address on the web."""

    name: str
    website: str


_HELP = Body("Equality Advisory and Support Service (EASS)", "https://www.equalityadvisoryservice.com/")
_EHRC = Body("Equality and Human Rights Commission (EHRC)", "https://www.equalityhumanrights.com/")
_ECNI = Body("Equality Commission for Northern Ireland (ECNI)", "https://www.equalityni.org/")


@dataclass(frozen=True)
class Told:
    """Hold a test as the page tells of it; `scope` and `result` are texts of the document, or None."""

    id: str
    date: date
    how: str
    by: str | None
    tools: tuple[str, ...]
    scope: str | None
    result: str | None
    pages: int | None = None


def statement_values(statement: Statement, around: Around, words: Words) -> Mapping[str, object]:
    """Return what the template of the statement shows beside the texts of the document."""
    northern = statement.nation is Nation.NORTHERN_IRELAND
    return {
        "status": status_labels(words)[statement.status],
        "groups": tuple(_groups(statement, words)),
        "violations": around.results.open if around.results is not None else (),
        "tested": tuple(_tests(statement, around, words)),
        "only_programs": only_automated(statement, around),
        "advice": _ECNI if northern else _HELP,
        "enforcer": _ECNI if northern else _EHRC,
        "criterion": _criterion,
        "english": lambda name: _english(name, words.locale),
        "body": lambda body: Markup('<a href="{}">{}</a>').format(body.website, _english(body.name, words.locale)),
    }


def status_labels(_: Words) -> Mapping[Status, str]:
    """Return what each status means."""
    return {
        Status.FULLY: _("This site keeps all the rules of WCAG 2.2 at levels A and AA."),
        Status.PARTIALLY: _("This site keeps most of the rules of WCAG 2.2 at levels A and AA, but not all."),
        Status.NOT: _("This site does not keep the rules of WCAG 2.2 at levels A and AA yet."),
    }


def reason_labels(_: Words) -> Mapping[Reason, str]:
    """Return the headings under which problems stand, by their reason."""
    return {
        Reason.NONCOMPLIANCE: _("What we still have to put right"),
        Reason.DISPROPORTIONATE_BURDEN: _("What would cost too much to put right now"),
        Reason.OUT_OF_SCOPE: _("What the law leaves out"),
    }


def method_labels(_: Words) -> Mapping[Method, str]:
    """Return how each kind of test was done."""
    return {
        Method.AUTOMATED: _("A program tested the pages."),
        Method.MANUAL: _("People tested the pages by hand."),
        Method.WITH_USERS: _("Disabled people tested the pages."),
    }


def _groups(statement: Statement, words: Words) -> Iterator[tuple[Reason, str, tuple[Problem, ...]]]:
    for reason, title in reason_labels(words).items():
        if problems := tuple(problem for problem in statement.problems if problem.reason is reason):
            yield reason, title, problems


def _tests(statement: Statement, around: Around, words: Words) -> Iterator[Told]:
    """Yield the tests, the newest first; the results of the last automated one are a test of their own."""
    how = method_labels(words)
    told = [
        Told(test.id, test.date, how[test.how], test.by, test.tools, test.scope, test.result)
        for test in statement.tests
    ]
    if around.results is not None:
        last = around.results
        told.append(Told("cp-last-test", last.date, how[Method.AUTOMATED], None, (last.tool,), None, None, last.pages))
    yield from sorted(told, key=lambda test: test.date, reverse=True)


def _criterion(number: str) -> Body:
    return Body(f"{number} {CRITERIA[number]}" if number in CRITERIA else number, criterion_address(number))


def _english(name: str, locale: str) -> Markup:
    return Markup("{}").format(name) if locale == "en" else Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(name)
