"""Check that placeholders, links, note calls and e-mail addresses came through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from charterpress.content.inline import check_inline, link_targets, note_calls
from charterpress.languages.checks.faults import Fault
from charterpress.languages.figures import emails_in

# What any mark has in it; most texts have none.
_MARKS = re.compile(r"[\[\]{}@<>*_\\&]")


def check_markup(source: str, translation: str, *, plural: bool = False) -> Iterator[Fault]:
    """Yield marks that the translation lacks or has too many; a plural form may say its number in words."""
    if _MARKS.search(source) is None and _MARKS.search(translation) is None:
        return
    for what, wanted, given in (
        ("placeholder", _placeholders(source), _placeholders(translation)),
        ("link", set(link_targets(source)), set(link_targets(translation))),
        ("note call", set(note_calls(source)), set(note_calls(translation))),
        ("e-mail address", set(emails_in(source)), set(emails_in(translation))),
    ):
        if wanted is None:
            continue
        if given is None:
            yield Fault("po-placeholder", "the translation has an unclosed { or }")
            continue
        lacks = wanted - given - ({"number"} if plural else set())
        too_many = given - wanted - ({"number"} if plural else set())
        parts = [f"lacks {', '.join(sorted(lacks))}"] if lacks else []
        parts += [f"has {', '.join(sorted(too_many))}, which the source has not"] if too_many else []
        if parts:
            yield Fault("po-placeholder", f"the translation {' and '.join(parts)} ({what})")
    for fault in check_inline(translation):
        yield Fault(fault.rule, fault.message, fault.hint)


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces, or None when the braces do not match."""
    if "{" not in text and "}" not in text:
        return set()
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
