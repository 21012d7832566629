"""Say why a page is hard, and what would make it easier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from charterpress.readability.measures import Counts
from charterpress.readability.measuring import Measures
from charterpress.readability.verdict import Said, Verdict
from charterpress.readability.wording.plainer import find_plainer


@dataclass(frozen=True)
class Push:
    """Say how much a sentence adds to the score of its page, on the formula's scale; more is harder."""

    said: Said
    adds: float


@dataclass(frozen=True)
class HardWord:
    """Hold a long word, how often the page says it, its syllables, and plainer words where some are known."""

    word: str
    times: int
    syllables: int
    use: tuple[str, ...]


def pushes(verdict: Verdict) -> tuple[Push, ...]:
    """Return the scored sentences, the one that adds most first.

    A sentence adds the difference between the score of the page and the score of the page without it.
    """
    found = [Push(each, _adds(verdict, each)) for each in verdict.scored]
    return tuple(sorted(found, key=lambda push: -push.adds))


def _adds(verdict: Verdict, said: Said) -> float:
    return _harder_by(verdict, verdict.counts, verdict.counts - said.sentence.counts)


def _harder_by(verdict: Verdict, counts: Counts, others: Counts) -> float:
    """Return how much harder the first counts are than the second ones."""
    if verdict.formula is None or not counts.words or not others.words:
        return 0.0
    difference = verdict.formula.score(counts) - verdict.formula.score(others)
    return difference if verdict.formula.higher_is == "harder" else -difference


def fixes_to_target(verdict: Verdict) -> int | None:
    """Return how many of the hardest sentences must become as easy as the rest to reach the target.

    0 when the page is there already, None when no number of them is enough.
    """
    if verdict.formula is None or verdict.target is None:
        return None
    left = verdict.counts
    for done, push in enumerate((None, *pushes(verdict))):
        left = left - push.said.sentence.counts if push is not None else left
        if not left.words:
            return None
        if verdict.formula.passes(round(verdict.formula.score(left), 1), verdict.target):
            return done
    return None


def hard_words(verdict: Verdict, measures: Measures, most: int = 20) -> tuple[HardWord, ...]:
    """Return up to `most` long words of an English page, the one that weighs most first."""
    language = verdict.page.language
    if not verdict.page.is_english:
        return ()
    scored = [unit.text for unit in verdict.page.units if unit.scored]
    times = Counter(found for text in scored for found in measures.long_words(text, language))
    heaviest = sorted(times, key=lambda found: (-(found[1] - 1) * times[found], found))[:most]
    return tuple(HardWord(word, times[word, number], number, _plainer(word, language)) for word, number in heaviest)


def _plainer(word: str, language: str) -> tuple[str, ...]:
    return next((found.use for found in find_plainer(word, language)), ())
