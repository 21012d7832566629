"""Keep how each language says the terms of the trade: one PO file a language, `terminology.po`.

A translation of a term may list several forms, parted by `|`, the preferred one first. A `*` at the end of a form
stands for any ending, one at its start for anything that is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from charterpress.findings import Finding
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.letters import PART

NAME = "terminology"
"""The name of the file, which no document may have as its id."""


@dataclass(frozen=True)
class TermForms:
    """Hold a term of the source language and the forms that a translation may use."""

    source: str
    forms: tuple[str, ...]

    @property
    def preferred(self) -> str:
        """Return the form to use where nothing speaks for another one."""
        return self.forms[0].strip("*")

    def is_said_in(self, translation: str) -> bool:
        """Tell whether a translation has any of the forms."""
        return self._pattern.search(translation.casefold()) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_form_pattern, self.forms)))


@dataclass(frozen=True)
class Terminology:
    """Hold the terms of one language pair, and what is wrong with their file."""

    terms: tuple[TermForms, ...] = ()
    findings: tuple[Finding, ...] = ()

    def terms_in(self, text: str) -> Iterator[tuple[TermForms, str]]:
        """Yield the terms that a source text uses, each once, with its words; of two that overlap, the longer."""
        if not self.terms:
            return
        found = {match[1].casefold(): match[1] for match in self._pattern.finditer(text)}
        for term in self.terms:
            if (words := found.get(term.source.casefold())) is not None:
                yield term, words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted((term.source for term in self.terms), key=len, reverse=True)
        return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})(?:s|es|'s|’s)?\b", re.IGNORECASE)


NO_TERMINOLOGY = Terminology()


def load_terminology(i18n: Path, locale: str) -> Terminology:
    """Read a project's terminology of a language; without a file there is none."""
    catalogue = load_catalogue(i18n / locale / f"{NAME}.po", locale)
    terms = (
        TermForms(entry.source, forms)
        for entry in catalogue.entries.values()
        if entry.state is not State.MISSING
        and (forms := tuple(form.strip() for form in entry.translation.split("|") if form.strip("* ")))
    )
    return Terminology(tuple(terms), catalogue.findings)


def _form_pattern(form: str) -> str:
    start = "" if form.startswith("*") else rf"(?<![{PART}])"
    end = "" if form.endswith("*") else rf"(?![{PART}])"
    words = (re.escape(word) for word in form.strip("*").casefold().split())
    return start + r"\s+".join(words) + end
