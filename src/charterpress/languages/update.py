"""Bring PO files up to date with the source: keep what still holds, mark what does not, suggest what may fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from charterpress.findings import Finding
from charterpress.languages.catalogue import load_po
from charterpress.languages.locales import load_locale
from charterpress.languages.meaning import Change, compare
from charterpress.languages.pofile import FUZZY, PoCatalog, Strings, render_po, source_of, translations_of
from charterpress.languages.reviews import unsigned
from charterpress.languages.terminology import NAME as TERMINOLOGY
from charterpress.languages.translate import similarity

_HEADER = (
    "# Translation of {document} into {language}. Every text is a draft until somebody who\n"
    "# speaks the language has signed for it: charterpress translate review --help"
)
_ALIKE = 0.75
"""How alike a text and an older one must be for its translation to be worth a suggestion, from 0 to 1."""

Memory = Mapping[str, str]
"""Translations made anywhere in the language, by their source text."""


@dataclass
class _Old:
    """Hold the entries of a PO file that no text has taken over yet."""

    catalog: PoCatalog
    left: dict[tuple[str, str], Message] = field(default_factory=dict)

    def take(self, context: str, source: str) -> Message | None:
        return self.left.pop((context, source), None)

    def nearest(self, context: str | None, source: str, least: float) -> Message | None:
        """Take the entry whose source text is most like this one, under a context or under any."""
        alike = {
            key: similarity(key[1], source)
            for key, message in self.left.items()
            if message.string and (context is None or key[0] == context)
        }
        best = max(alike, key=lambda key: alike[key], default=None)
        return self.left.pop(best) if best is not None and alike[best] >= least else None


def update_catalogue(
    path: Path, locale: str, template: Catalog, language: str = "en", memory: Memory | None = None
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the PO file at `path` brought up to date with a template whose texts are in `language`.

    A translation stays when its source changed in punctuation only; any other change sends it back for another
    look. `memory` gives suggestions for texts that are new. A file that cannot be read gives findings and no
    bytes, so that nothing is lost. Where nothing changed, the bytes stay the same.
    """
    old = PoCatalog(locale)
    old.started = datetime.now(UTC)
    if path.is_file():
        found, findings = load_po(path, locale)
        if found is None:
            return None, findings
        old = found
    name = load_locale(locale).english_name
    old.team = name
    header = _HEADER.format(document=template.project, language=name)
    return render_po(_renewed(old, template, header, language, memory or {})), ()


def _renewed(old: PoCatalog, template: Catalog, header: str, language: str, memory: Memory) -> PoCatalog:
    """Return a catalogue of the template's texts, in their order, with what the old one knew of them."""
    fresh = old.emptied(str(template.project), old.header_comment or header)
    everything = [*old, *old.obsolete.values()]
    kept = _Old(old, {_key(message): message for message in everything if message.id})
    wanted = [message for message in template if message.id]
    same = {_key(message): kept.take(*_key(message)) for message in wanted}
    obsolete = {id(message) for message in old.obsolete.values()}
    for message in wanted:
        before = same[_key(message)]
        if before is not None:
            _keep(fresh, message, before, language, comes_back=id(before) in obsolete)
        elif message.context and (before := kept.nearest(message.context, source_of(message), 0.0)) is not None:
            _carry_over(fresh, message, before, language, comes_back=id(before) in obsolete)
        elif (before := kept.nearest(None, source_of(message), _ALIKE)) is not None:
            _suggest(fresh, message, source_of(before), before.string)
        else:
            known = memory.get(source_of(message)) if isinstance(message.id, str) else None
            if known:
                _suggest(fresh, message, source_of(message), known)
            else:
                fresh.take_in(message)
    for message in kept.left.values():
        if message.string:
            fresh.retire(message)
    return fresh


def _keep(fresh: PoCatalog, message: Message, before: Message, language: str, *, comes_back: bool) -> None:
    """Take over a translation of just this text; one that was taken out needs another look.

    So does one of a text whose words for several things have changed.
    """
    waits = comes_back or (message.pluralizable and tuple(message.id) != tuple(before.id))
    fresh.take_in(
        message,
        string=before.string if _fits(message, before.string) else "",
        flags={*before.flags, *({FUZZY} if waits and any(translations_of(before)) else ())},
        user_comments=before.user_comments,
        previous=before.previous_id,
        auto_comments=_changes(str(before.previous_id[0]), source_of(message), language) if before.previous_id else (),
    )


def _changes(older: str, source: str, language: str) -> tuple[str, ...]:
    """Return a comment for the translator on what changed in a text, where it can be told in words."""
    difference = str(compare(older, source, language))
    return (f"What changed: {difference}",) if difference else ()


def _carry_over(fresh: PoCatalog, message: Message, before: Message, language: str, *, comes_back: bool) -> None:
    """Take over the translation of an older version of a text, for another look unless only punctuation changed.

    What waits for another look already goes on waiting: only a person can say that it is right.
    """
    source, older = source_of(message), source_of(before)
    waits = before.fuzzy or comes_back
    first = str(before.previous_id[0]) if before.fuzzy and before.previous_id else older
    if not waits and compare(older, source, language).change <= Change.PUNCTUATION:
        fresh.take_in(message, string=before.string, flags=before.flags, user_comments=before.user_comments)
        return
    fresh.take_in(
        message,
        string=before.string if _fits(message, before.string) else "",
        flags={FUZZY},
        user_comments=unsigned(before.user_comments),
        previous=(first,),
        auto_comments=_changes(first, source, language),
    )


def _suggest(fresh: PoCatalog, message: Message, source: str, string: Strings | None) -> None:
    """Offer the translation of a text that is like this one; it is never published."""
    if _fits(message, string):
        fresh.take_in(message, string=string, flags={FUZZY}, previous=(source,))
    else:
        fresh.take_in(message)


def memory_of(paths: Iterable[Path], locale: str) -> Memory:
    """Return the translations that stand in the PO files of a language, by their source text."""
    # The terminology has forms of terms, not translations.
    documents = (path for path in paths if path.stem != TERMINOLOGY)
    return {source_of(message): str(message.string) for path in documents for message in _usable(path, locale)}


def _usable(path: Path, locale: str) -> Iterator[Message]:
    catalog, _ = load_po(path, locale)
    for message in catalog or ():
        if isinstance(message.id, str) and message.id and message.string and not message.fuzzy:
            yield message


def _fits(message: Message, string: object) -> bool:
    """Tell whether a translation has plural forms where the text has them, and none where it has none."""
    return isinstance(string, str) == isinstance(message.id, str)


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", source_of(message)
