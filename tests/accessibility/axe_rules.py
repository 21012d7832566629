"""Hold an open page against all rules of axe-core (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from charterpress.content.wcag import CRITERIA

# Where scripts are off, timers never fire, and axe waits for some: here each fires at once.
AT_ONCE = "window.setTimeout = (work, _, ...values) => { Promise.resolve().then(() => work(...values)); return 1; }"
# Some rules of axe rest until they are asked for, such as the size of targets. Those for level AAA stay at rest, which
# is another standard, and those that axe has retired for newer ones.
RUN = """
new Promise((tell, fail) => {
  const resting = /^(wcag2aaa|deprecated)$/;
  const rules = axe.getRules().filter(rule => !rule.tags.some(tag => resting.test(tag))).map(rule => rule.ruleId);
  const options = {runOnly: {type: "rule", values: rules}, resultTypes: ["violations", "incomplete"]};
  axe.run(options, (error, results) => error ? fail(error) : tell({
    tool: `${results.testEngine.name} ${results.testEngine.version}`,
    rules: rules.length,
    violations: results.violations,
    incomplete: results.incomplete,
  }));
})
"""
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")


@dataclass(frozen=True, order=True)
class Place:
    """Name a place on a page where a rule is broken, or could not be decided for a `reason`."""

    rule: str
    target: str
    html: str
    reason: str
    wcag: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the place as a reader finds it."""
        return f"{self.rule}: {self.target}: {self.reason}: {self.html}"


@dataclass(frozen=True)
class Look:
    """Hold what axe says of a page: how many rules it tried, what they found, and what it leaves to people."""

    tool: str
    rules: int
    violations: tuple[Place, ...]
    undecided: tuple[Place, ...]


def look_at(page: Page, *, scripts: bool = True) -> Look:
    """Run axe on the page that is open; its own scripts may be off."""
    if not scripts:
        page.evaluate(AT_ONCE)
    page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(RUN)
    places = {name: tuple(sorted(_places(found[name]))) for name in ("violations", "incomplete")}
    return Look(found["tool"], found["rules"], places["violations"], places["incomplete"])


def _places(results: list[dict[str, Any]]) -> Iterator[Place]:
    for result in results:
        for node in result["nodes"]:
            checks = [*node["any"], *node["all"], *node["none"]]
            reasons = "; ".join(dict.fromkeys(str(check["message"]) for check in checks))
            target = " ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])
            yield Place(result["id"], target, node["html"][-240:], reasons, criteria(result["tags"]))


def criteria(tags: list[str]) -> tuple[str, ...]:
    """Return the criteria of WCAG 2.2, levels A and AA, that the tags of a rule name."""
    found = (".".join(match.groups()) for tag in tags if (match := _CRITERION.fullmatch(tag)))
    return tuple(criterion for criterion in found if criterion in CRITERIA)
