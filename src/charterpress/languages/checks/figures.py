"""Check that numbers, times, dates and phone numbers say the same in both languages, in any digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from charterpress.languages.checks.faults import Fault
from charterpress.languages.figures import Figures, clock_numbers, figures_in

_DIGIT = re.compile(r"\d")


def check_figures(source: str, translation: str, language: str, locale: str) -> Iterator[Fault]:
    """Yield figures of the source that the translation lacks, and those that it has on top."""
    if _DIGIT.search(source) is None and _DIGIT.search(translation) is None:
        return
    wanted, given = figures_in(source, language), figures_in(translation, locale)
    yield from _compare("po-phone", "phone number", wanted.phones, given.phones)
    left, lost = _without_times(wanted, given)
    months = Counter(str(month) for month in wanted.months.elements())
    # A date may name its month by number.
    found = left - (left - wanted.numbers & months) if months else left
    yield from _compare("po-number", "number", wanted.numbers, found, lost)
    wrong = [month for month in given.months if wanted.months and month not in wanted.months]
    if wrong and not set(given.months) & set(wanted.months):
        yield Fault("po-date", "the translation names another month than the source", "Name the month of the source.")


def _without_times(wanted: Figures, given: Figures) -> tuple[Counter[str], tuple[str, ...]]:
    """Return the numbers of a translation without those that stand for a time of the source, and the times lost."""
    numbers = given.numbers + given.times
    lost = []
    for time, ways in clock_numbers(wanted.times):
        found = next((way for way in ways if numbers[way]), None)
        if found is None:
            lost.append(time)
        else:
            numbers[found] -= 1
    return +numbers, tuple(lost)


def _compare(
    rule: str, what: str, wanted: Counter[str], given: Counter[str], lost: tuple[str, ...] = ()
) -> Iterator[Fault]:
    lacks, too_many = (*(wanted - given).elements(), *lost), tuple((given - wanted).elements())
    parts = [f"lacks {', '.join(sorted(lacks))}"] if lacks else []
    parts += [f"has {', '.join(sorted(too_many))}, which the source has not"] if too_many else []
    if parts:
        hint = f"Write each {what} of the source in digits, in those of any script, and no other one."
        yield Fault(rule, f"the translation {' and '.join(parts)} ({what})", hint)
