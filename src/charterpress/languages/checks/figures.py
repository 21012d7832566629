"""Check that numbers, times, dates and phone numbers say the same in both languages, in any digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from charterpress.languages.checks.faults import Fault
from charterpress.languages.figures import HALF_A_DAY, Figures, Time, figures_in

_DIGIT = re.compile(r"\d")


def check_figures(source: str, translation: str, language: str, locale: str) -> Iterator[Fault]:
    """Yield figures of the source that the translation lacks, and those that it has on top."""
    if _DIGIT.search(source) is None and _DIGIT.search(translation) is None:
        return
    wanted, given = figures_in(source, language), figures_in(translation, locale)
    yield from _compare("po-phone", "phone number", list(wanted.phones.elements()), list(given.phones.elements()))
    lost, numbers, times = _match_times(wanted, given)
    unnamed = wanted.months - given.months
    # A date may name its month by number.
    numbers -= Counter(map(str, unnamed.elements())) & (numbers - wanted.numbers)
    lacks = [*(wanted.numbers - numbers).elements(), *map(str, lost)]
    on_top = [*(numbers - wanted.numbers).elements(), *map(str, times)]
    yield from _compare("po-number", "number or time", lacks, on_top)
    if unnamed and given.months - wanted.months:
        yield Fault("po-date", "the translation names another month than the source", "Name the month of the source.")


def _match_times(wanted: Figures, given: Figures) -> tuple[list[Time], Counter[str], list[Time]]:
    """Return the times that a translation lacks, and its numbers and times but for those that stand for one.

    A language may write 5 pm as 17:00, 17.00, 17, 5:00 or 5; but what says that it is 5 in the morning is wrong.
    """
    lost, times, numbers = list(wanted.times.elements()), list(given.times.elements()), given.numbers.copy()
    for likeness in (_same, _same_but_for_half):
        for time in list(lost):
            found = next((other for other in times if likeness(time, other)), None)
            if found is not None:
                lost.remove(time)
                times.remove(found)
    for time in list(lost):
        number = next((way for way in _as_numbers(time) if numbers[way]), None)
        if number is not None:
            lost.remove(time)
            numbers[number] -= 1
    return lost, +numbers, times


def _same(one: Time, other: Time) -> bool:
    return one.minutes == other.minutes


def _same_but_for_half(one: Time, other: Time) -> bool:
    either = not (one.certain and other.certain)
    return either and one.minutes % HALF_A_DAY == other.minutes % HALF_A_DAY


def _as_numbers(time: Time) -> Iterator[str]:
    """Yield how a time may stand in a text that has no colon in it, the surest way first."""
    hours = dict.fromkeys((time.minutes // 60, time.minutes % HALF_A_DAY // 60 or 12))
    minute = time.minutes % 60
    for hour in hours:
        yield f"{hour}.{minute:02}"
        if not minute:
            yield str(hour)


def _compare(rule: str, what: str, lacks: list[str], on_top: list[str]) -> Iterator[Fault]:
    if lacks == on_top:
        return
    wanted, given = Counter(lacks), Counter(on_top)
    lost, more = sorted((wanted - given).elements()), sorted((given - wanted).elements())
    parts = [f"lacks {', '.join(lost)}"] if lost else []
    parts += [f"has {', '.join(more)}, which the source has not"] if more else []
    if parts:
        hint = f"Write each {what} of the source in digits, in those of any script, and no other one."
        yield Fault(rule, f"the translation {' and '.join(parts)} ({what})", hint)
