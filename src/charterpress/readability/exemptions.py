"""Waive findings that a site has exempted, for a reason and for a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from charterpress.content.model.text import Role
from charterpress.content.settings import Exemption
from charterpress.findings import Finding, Level
from charterpress.readability.page import PageText
from charterpress.readability.rules import RULES


@dataclass(frozen=True)
class Waiver:
    """Apply the exemptions that hold on a day."""

    exemptions: tuple[Exemption, ...]
    today: date

    def unscored(self, page: PageText) -> PageText:
        """Return the page with the exempted parts left out of its score, as notes are."""
        exempt = {
            each.unit for each in self._current(page) if each.unit and (not each.rules or "reading-grade" in each.rules)
        }
        if not exempt:
            return page
        units = (replace(unit, role=Role.NOTE) if unit.owner in exempt else unit for unit in page.units)
        return replace(page, units=tuple(units))

    def keep(self, page: PageText, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings of a page that no exemption waives."""
        current = self._current(page)
        for finding in findings:
            if not any(_waives(exemption, page, finding) for exemption in current):
                yield finding

    def _current(self, page: PageText) -> list[Exemption]:
        return [each for each in self.exemptions if each.document == page.name and each.until >= self.today]


def _waives(exemption: Exemption, page: PageText, finding: Finding) -> bool:
    if exemption.rules and finding.rule not in exemption.rules:
        return False
    if exemption.unit is None:
        return True
    places = {(unit.file, unit.line, unit.column) for unit in page.units if unit.owner == exemption.unit}
    return (finding.file, finding.line, finding.column) in places


def check_exemptions(
    exemptions: Iterable[Exemption], pages: Iterable[PageText], today: date, unread: Callable[[str], bool]
) -> Iterator[tuple[int, Finding]]:
    """Yield what is wrong with exemptions, each with its place in the list: expired, or for nothing that exists.

    `unread` tells of a name whether it may be that of a document or page that could not be read.
    """
    parts: dict[str, set[str]] = {}
    for page in pages:
        parts.setdefault(page.name, set()).update(unit.owner for unit in page.units)
    for index, exemption in enumerate(exemptions):
        unknown = [rule for rule in exemption.rules if rule not in RULES]
        if exemption.document not in parts:
            if not unread(exemption.document):
                message = f"no document is called '{exemption.document}', so there is nothing to exempt"
                yield index, Finding("unknown-exemption", message, f"Use one of {', '.join(sorted(parts))}.")
        elif exemption.unit is not None and exemption.unit not in parts[exemption.document]:
            message = f"'{exemption.document}' has no part '{exemption.unit}' to exempt"
            yield index, Finding("unknown-exemption", message, "Use the 'id' of a part of the document.")
        if unknown:
            message = f"'{unknown[0]}' is not a reading rule that can be waived"
            yield index, Finding("unknown-exemption", message, f"Use one of {', '.join(RULES)}.")
        if exemption.until < today:
            message = f"the exemption of '{exemption.document}' ended on {exemption.until.isoformat()}"
            hint = "Make the text plainer and take the exemption out, or agree on a new last day."
            yield index, Finding("expired-exemption", message, hint, Level.WARNING)
