"""Check translations against their sources: what must be the same in both, and what must not."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import Catalogue, Entry, State
from charterpress.languages.checks.faults import Fault
from charterpress.languages.checks.figures import check_figures
from charterpress.languages.checks.length import check_length
from charterpress.languages.checks.markup import check_markup
from charterpress.languages.checks.script import check_script
from charterpress.languages.checks.terms import check_terms
from charterpress.languages.terminology import NO_TERMINOLOGY, Terminology

__all__ = ["check_catalogue", "check_entry"]


def check_catalogue(
    catalogue: Catalogue, language: str, terminology: Terminology = NO_TERMINOLOGY
) -> Iterator[Finding]:
    """Yield what is wrong with the translations, from a source in `language`, that may be shown."""
    yield from catalogue.findings
    for entry in catalogue.entries.values():
        if entry.state in {State.DRAFT, State.REVIEWED}:
            for fault in check_entry(entry, language, catalogue.locale, terminology):
                yield Finding(
                    fault.rule,
                    fault.message,
                    fault.hint or "Copy it from the source text (msgid) exactly as it stands there.",
                    Level(fault.level),
                    file=catalogue.path,
                    line=entry.line,
                    locale=catalogue.locale,
                )


def check_entry(entry: Entry, language: str, locale: str, terminology: Terminology = NO_TERMINOLOGY) -> Iterator[Fault]:
    """Yield what is wrong with one translation from `language` into `locale`."""
    for translation in entry.forms or (entry.translation,):
        yield from check_markup(entry.source, translation, plural=bool(entry.forms))
        yield from check_script(entry.source, translation, language, locale)
        if not entry.forms:
            yield from check_figures(entry.source, translation, language, locale)
            yield from check_length(entry.source, translation)
            yield from check_terms(entry.source, translation, terminology)
