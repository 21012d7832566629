"""Turn the verdict on a page into findings: what is too hard, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from charterpress.content.model.text import Role
from charterpress.content.settings import ReadabilitySettings
from charterpress.content.vocabulary import load_vocabulary
from charterpress.findings import Finding, Level, shortened
from charterpress.readability.explain import fixes_to_target, hard_words, pushes
from charterpress.readability.margins import FULL
from charterpress.readability.measuring import Measures
from charterpress.readability.page import Kind
from charterpress.readability.sentences import count_words
from charterpress.readability.units import Unit
from charterpress.readability.verdict import Outcome, Verdict
from charterpress.readability.wording.abbreviations import unexplained

RULES = (
    "reading-grade",
    "long-sentence",
    "long-paragraph",
    "abbreviation",
    "jargon",
    "long-words",
    "plainer-word",
    "passive-voice",
    "double-negative",
)
"""The rules that an exemption may waive."""

_CAPITALS = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
_LONG = {
    Role.PROSE: ("a paragraph", "Make two paragraphs of it, or a list."),
    Role.ITEM: ("an entry of a list", "Make several entries of it, or shorten it."),
}
_HARDEST = 3
_LONGEST = 5
_MUCH_MORE = 2.0


def check_verdict(verdict: Verdict, settings: ReadabilitySettings, measures: Measures) -> Iterator[Finding]:
    """Yield everything that makes a page hard to read."""
    yield from _check_score(verdict, measures)
    yield from _check_sentences(verdict, settings)
    yield from _check_paragraphs(verdict, settings)
    yield from _check_long_words(verdict)
    if verdict.page.is_english:
        yield from _check_abbreviations(verdict)
        yield from _check_jargon(verdict, measures)
        yield from _check_wording(verdict, measures)


def _check_score(verdict: Verdict, measures: Measures) -> Iterator[Finding]:
    page, formula = verdict.page, verdict.formula
    if verdict.outcome not in {Outcome.FAILS, Outcome.WARNS} or formula is None or verdict.limit is None:
        return
    short = ""
    if verdict.outcome is Outcome.WARNS:
        by_chance = f", and up to {verdict.margin:.1f} may be chance" if verdict.margin is not None else ""
        short = f" It has only {verdict.words} scored words{by_chance}: a warning."
    what = "reading grade" if formula.language == "en" else f"a score ({formula.name}) of"
    least = "" if formula.higher_is == "harder" else "at least "
    allowed = f"{page.audience} may have {least}{verdict.limit:g}."
    message = f"'{page.title}'{_on(page.kind)} has {what} {verdict.score:.1f}; {allowed}"
    level = Level.ERROR if verdict.outcome is Outcome.FAILS else Level.WARNING
    yield Finding("reading-grade", message + short, _reasons(verdict, measures), level, page.file, 1, 1, page.language)


def _on(kind: Kind) -> str:
    return {Kind.LEAFLET: " (the leaflet)", Kind.CHANGES: " (what was changed)"}.get(kind, "")


def _reasons(verdict: Verdict, measures: Measures) -> str:
    """Say which sentences and words to mend first, and how many are enough."""
    hardest = [push for push in pushes(verdict) if push.adds > 0][:_HARDEST]
    parts = ["Split long sentences and swap long words."]
    if hardest:
        named = (f"“{shortened(p.said.text, 160)}” (line {p.said.unit.line}, adds {p.adds:.1f})" for p in hardest)
        parts.append(f"Hardest first: {' '.join(named)}")
    words = [
        f"{word.word}{f' ({word.times} times)' if word.times > 1 else ''}{f' (try: {word.use[0]})' if word.use else ''}"
        for word in hard_words(verdict, measures)[:_LONGEST]
    ]
    if words:
        parts.append(f"Long words: {', '.join(words)}.")
    fixes = fixes_to_target(verdict)
    if fixes:
        what = "the hardest sentence is" if fixes == 1 else f"the {fixes} hardest sentences are"
        parts.append(f"Once {what} as easy as the rest, the page reaches its target of {verdict.target:g}.")
    return " ".join(parts)


def _check_sentences(verdict: Verdict, settings: ReadabilitySettings) -> Iterator[Finding]:
    """Yield the sentences that are too long, whatever they are: a heading or a note can be too.

    The limits were chosen for English; other languages count words in other ways, so there they warn.
    """
    page = verdict.page
    limit = settings.sentence_limit(page.language)
    for said in verdict.said:
        words = said.sentence.words
        if words > limit:
            level = Level.ERROR if page.is_english else Level.WARNING
            allowed = f"the limit is {limit}"
        elif page.is_english and words > settings.sentence_words_warning:
            level = Level.WARNING
            allowed = f"up to {settings.sentence_words_warning} is good"
        else:
            continue
        message = f"a sentence has {words} words; {allowed}: “{shortened(said.text, 200)}”"
        yield _at(said.unit, "long-sentence", message, "Make two sentences of it, or a list.", level, page.language)


def _check_paragraphs(verdict: Verdict, settings: ReadabilitySettings) -> Iterator[Finding]:
    for unit in verdict.page.units:
        words = count_words(unit.text)
        if unit.role in _LONG and words > settings.paragraph_words:
            what, hint = _LONG[unit.role]
            message = f"{what} has {words} words; up to {settings.paragraph_words} is good"
            yield _at(unit, "long-paragraph", message, hint, Level.WARNING, verdict.page.language)


def _check_long_words(verdict: Verdict) -> Iterator[Finding]:
    """Yield a note on a translation that says much more in long words than its source does."""
    page = verdict.page
    shares = page.long_words
    if verdict.score is not None or shares is None or verdict.words < FULL:
        return
    own, source = shares
    if own > source * _MUCH_MORE:
        message = f"{own:.0%} of the words are long, against {source:.0%} in the source"
        hint = "Ask a native reader whether plainer words would say the same."
        yield Finding("long-words", message, hint, Level.NOTE, page.file, 1, 1, page.language)


def _check_abbreviations(verdict: Verdict) -> Iterator[Finding]:
    page = verdict.page
    known = page.explained | (_forms(page.language) if page.explains_vocabulary else frozenset())
    for found in unexplained([unit.text for unit in page.units], known, page.language):
        message = f"the abbreviation '{found.words}' is used before it is explained"
        hint = f"Write it in full the first time, with '{found.words}' in brackets, or explain it under 'definitions:'."
        yield _at(page.units[found.text], "abbreviation", message, hint, Level.ERROR, page.language)


@cache
def _forms(language: str) -> frozenset[str]:
    """Return the forms of the vocabulary that hold an abbreviation."""
    forms = (form for term in load_vocabulary(language).terms for form in term.forms)
    return frozenset(form for form in forms if _CAPITALS.search(form))


def _check_jargon(verdict: Verdict, measures: Measures) -> Iterator[Finding]:
    """Yield the terms of the trade that nobody explains where they are read, each once."""
    page = verdict.page
    if page.explains_vocabulary:
        return
    told = {form.casefold() for form in page.explained}
    # A name or a heading has a term because the thing is called so.
    for unit in filter(lambda unit: unit.scored, page.units):
        for term, start, end in measures.terms(unit.text, page.language):
            forms = {form.casefold() for form in term.forms}
            if term.jargon and not forms & told:
                told |= forms
                message = f"'{unit.text[start:end]}' is a term that a reader may not know"
                hint = f"Use plain words, or explain it under 'definitions:': “{term.meaning}”"
                yield _at(unit, "jargon", message, hint, Level.WARNING, page.language)


def _check_wording(verdict: Verdict, measures: Measures) -> Iterator[Finding]:
    for unit in verdict.page.units:
        for remark in measures.remarks(unit.text, verdict.page.language):
            yield _at(unit, remark.rule, remark.message, remark.hint, Level.NOTE, verdict.page.language)


def _at(unit: Unit, rule: str, message: str, hint: str, level: Level, language: str) -> Finding:  # noqa: PLR0913, PLR0917 - the parts of a finding
    return Finding(rule, message, hint, level, unit.file, unit.line, unit.column, language)
