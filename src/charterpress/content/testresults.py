"""Read what an automated test of the site found: accessibility-results.json, beside mkdocs.yml.

The file does not live in reports/, which each build makes anew: the statement rests on it, so it is kept with the
texts. docs/howto/write-an-accessibility-statement.md describes the format.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed
from charterpress.content.textfile import load_text
from charterpress.content.validate import validate
from charterpress.content.wcag import CRITERIA, nearest_criterion
from charterpress.content.yamlfile import YamlFile, parse_yaml
from charterpress.findings import Finding

NAME = "accessibility-results.json"

_HINT = "Run the test again and let it write the file, or take the file away."


class Violation(Model):
    """Hold a rule of the tool that some pages break; `count` is the number of places."""

    rule: Fixed
    wcag: tuple[Fixed, ...] = Field(default=(), description="Criteria of WCAG 2.2; none: a good habit, no rule of it.")
    count: Annotated[int, Field(ge=1)]


class Results(Model):
    """Hold what a tool found on the pages of the site."""

    format: Literal["charterpress-accessibility-results/1"]
    tool: Fixed = Field(description="The tool and its version.")
    date: dt.date
    pages: Annotated[int, Field(ge=1)] = Field(description="How many pages were tested.")
    violations: tuple[Violation, ...]

    @property
    def open(self) -> tuple[Violation, ...]:
        """Return what breaks WCAG, each rule once as the file has it."""
        return tuple(violation for violation in self.violations if violation.wcag)


def load_results(root: Path, today: dt.date) -> tuple[Results | None, tuple[Finding, ...]]:
    """Return the results kept in the project in `root`, None where there are none, and what is wrong with them."""
    path = root / NAME
    if not path.exists():
        return None, ()
    text = load_text(path)
    if text.text is None:
        return None, text.findings
    try:
        data = json.loads(text.text)
    except (ValueError, RecursionError) as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        message = "the test results are damaged: this is no JSON"
        return None, (Finding("damaged-results", message, _HINT, file=path, line=line, column=column),)
    # JSON is YAML, too: read as such, its values have places.
    file = parse_yaml(text.text, path)
    file = YamlFile(path, file.data, file.places) if not file.findings else YamlFile(path, data, {})
    if not isinstance(file.data, dict):
        return None, (file.finding("damaged-results", "the test results must be an object with keys", _HINT),)
    results, findings = validate(Results, file, file.data)
    if results is None:
        return None, findings
    wrong = tuple(_check(results, file, today))
    return (None if wrong else results), wrong


def _check(results: Results, file: YamlFile, today: dt.date) -> Iterator[Finding]:
    if results.date > today:
        message = f"the test results are from {results.date.isoformat()}, a day that has not come yet"
        yield file.finding("wrong-date", message, "Write the day of the test.", ("date",))
    for number, violation in enumerate(results.violations):
        for index, criterion in enumerate(violation.wcag):
            if criterion not in CRITERIA:
                at = ("violations", number, "wcag", index)
                message = f"WCAG 2.2 has no criterion '{criterion}' at level A or AA"
                yield file.finding("unknown-criterion", message, nearest_criterion(criterion), at)
