"""Sign translations: somebody who speaks the language has read them, and takes them for right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from babel.messages.catalog import Message

from charterpress.content.writing import write_files
from charterpress.findings import CharterpressError, Finding
from charterpress.languages.catalogue import load_catalogue, load_po
from charterpress.languages.checks import check_catalogue
from charterpress.languages.exchange.scope import Scope, load_scope
from charterpress.languages.pofile import FUZZY, render_po, source_of, translations_of
from charterpress.languages.reviews import sign, unsigned
from charterpress.languages.terminology import load_terminology


def sign_translations(  # noqa: PLR0913 - one argument an option of the command
    root: Path, locale: str, wanted: tuple[str, ...], *, name: str, day: date, contexts: frozenset[str] = frozenset()
) -> tuple[int, tuple[Finding, ...]]:
    """Sign the drafts of a language for `name`, who has read them, and return how many, and findings.

    With `contexts` only these texts are signed. Nothing is signed that is missing, needs another look, or fails a
    check, and with an error nothing is written at all.
    """
    if not name.strip():
        nameless = "A review needs the name of who has read the words."
        raise CharterpressError(nameless)
    scope, findings = load_scope(root, locale, wanted)
    if scope is None:
        return 0, findings
    problems = [*scope.problems]
    files: dict[Path, bytes] = {}
    seen: set[str] = set()
    signed = 0
    for document, path in scope.paths():
        catalog, found = load_po(path, locale) if path.is_file() else (None, ())
        problems.extend(found)
        if catalog is None:
            continue
        problems.extend(_faults(scope, document, path))
        current = {(message.context, message.id) for message in scope.template(document) if message.id}
        number = 0
        for message in catalog:
            seen.add(message.context or "")
            chosen = not contexts or message.context in contexts
            if chosen and _can_be_signed(message) and (message.context, message.id) in current:
                _sign(message, name, day)
                number += 1
        if number:
            files[path] = render_po(catalog)
            signed += number
    if contexts - seen and not problems:
        unknown = f"No text has the context '{min(contexts - seen)}'. The PO file says the context of each: msgctxt."
        raise CharterpressError(unknown)
    if problems:
        return 0, scope.relative(problems)
    write_files(files)
    return signed, ()


def _faults(scope: Scope, document: str, path: Path) -> list[Finding]:
    """Return what is wrong with a translation beyond doubt: nobody may sign for that."""
    terminology = load_terminology(scope.project.i18n, scope.locale)
    found = check_catalogue(load_catalogue(path, scope.locale), scope.language(document), terminology)
    return [finding for finding in found if finding.level == "error"]


def _can_be_signed(message: Message) -> bool:
    return bool(message.id) and all(translations_of(message)) and FUZZY not in message.flags


def _sign(message: Message, name: str, day: date) -> None:
    signature = sign(name, day, source_of(message), *translations_of(message))
    message.user_comments = [*unsigned(message.user_comments), signature]
    message.flags.discard("reviewed")
