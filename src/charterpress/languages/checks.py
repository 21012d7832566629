"""Check a translation against its source: what must be the same in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from charterpress.content.inline import check_inline, link_targets, note_calls
from charterpress.findings import Finding
from charterpress.languages.catalogue import Catalogue, Entry, State

_EMAIL = re.compile(r"[^\s<>()\[\]]+@[^\s<>()\[\]]+\.[A-Za-z]{2,}")


def check_catalogue(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what is wrong with the translations that may be shown."""
    yield from catalogue.findings
    for entry in catalogue.entries.values():
        if entry.state in {State.DRAFT, State.REVIEWED}:
            yield from _check_entry(catalogue, entry)


def _check_entry(catalogue: Catalogue, entry: Entry) -> Iterator[Finding]:
    for what, wanted, given in (
        ("placeholder", _placeholders(entry.source), _placeholders(entry.translation)),
        ("link", set(link_targets(entry.source)), set(link_targets(entry.translation))),
        ("note call", set(note_calls(entry.source)), set(note_calls(entry.translation))),
        ("e-mail address", _emails(entry.source), _emails(entry.translation)),
    ):
        if wanted is None:
            continue
        if given is None:
            yield _finding(catalogue, entry, "po-placeholder", "the translation has an unclosed { or }")
        elif wanted != given:
            parts = [f"lacks {', '.join(sorted(wanted - given))}"] if wanted - given else []
            parts += [f"has {', '.join(sorted(given - wanted))}, which the source has not"] if given - wanted else []
            yield _finding(catalogue, entry, "po-placeholder", f"the translation {' and '.join(parts)} ({what})")
    for fault in check_inline(entry.translation):
        yield _finding(catalogue, entry, fault.rule, fault.message, fault.hint)


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces, or None when the braces do not match."""
    if "{" not in text and "}" not in text:
        return set()
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _emails(text: str) -> set[str]:
    return set(_EMAIL.findall(text)) if "@" in text else set()


def _finding(catalogue: Catalogue, entry: Entry, rule: str, message: str, hint: str = "") -> Finding:
    copy = "Copy it from the source text (msgid) exactly as it stands there."
    return Finding(rule, message, hint or copy, file=catalogue.path, line=entry.line, locale=catalogue.locale)
