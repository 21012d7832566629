"""Remark on words: those with a plainer one, the passive voice, double negatives, unexplained abbreviations."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.readability.wording.abbreviations import Unexplained, unexplained
from charterpress.readability.wording.plainer import Plainer, find_plainer
from charterpress.readability.wording.style import Spot, find_double_negatives, find_passives

__all__ = ["Plainer", "Remark", "Unexplained", "find_plainer", "remarks", "unexplained"]

_FAULTS = {
    "passive-voice": (
        "does not say who does it",
        "Say who does it, and put them first: “We will tell you”, not “You will be told”.",
    ),
    "double-negative": (
        "says no twice",
        "Say what is so, or what to do: “We ask you before we share it”, not “We do not share it without …”.",
    ),
}


@dataclass(frozen=True)
class Remark:
    """Hold what could be said more plainly, and how: `text[start:end]` is `words`; places count from 0."""

    rule: str
    start: int
    end: int
    words: str
    message: str
    hint: str


def remarks(text: str, language: str) -> tuple[Remark, ...]:
    """Return what a text could say more plainly, in its order; only English is judged.

    The rules are "plainer-word", "passive-voice" and "double-negative". They are advice: a text may be right as it is.
    """
    found = [
        *(_plainer(word) for word in find_plainer(text, language)),
        *(_remark("passive-voice", spot, text) for spot in find_passives(text, language)),
        *(_remark("double-negative", spot, text) for spot in find_double_negatives(text, language)),
    ]
    return tuple(sorted(found, key=lambda remark: (remark.start, remark.end, remark.rule)))


def _remark(rule: str, spot: Spot, text: str) -> Remark:
    words = text[spot.start : spot.end]
    fault, hint = _FAULTS[rule]
    return Remark(rule, spot.start, spot.end, words, f"“{_one_line(words)}” {fault}", hint)


def _plainer(word: Plainer) -> Remark:
    use = " or ".join(f"“{plain}”" for plain in word.use)
    hint = f"Say {use}. {word.note}".rstrip()
    message = f"“{_one_line(word.words)}” has a plainer word"
    return Remark("plainer-word", word.start, word.end, word.words, message, hint)


def _one_line(words: str) -> str:
    return " ".join(words.split())
