"""Check that the adapted charter may be changed, by its licence or its publisher, and that changes were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charterpress.content.adaptation.work import key_of, target_of
from charterpress.content.licences import Terms, terms_of
from charterpress.content.model import Adaptation, Charter, Document
from charterpress.content.model.base import Organisation
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, Level

ASKED = frozenset({"licence-missing", "licence-forbids"})
"""What stops a build while a publisher is asked for permission, and need not stop work on the texts."""

_RECORD = (
    "Ask {publisher}. When they say yes, write it down here: 'permission:' with 'given_by:' (who said it),"
    " 'on:' (the day) and 'scope:' (what you may do)."
)


def licence_of(document: Document) -> str:
    """Return the terms of a text: its own, or else those of the text that it comes from; empty where none are."""
    own = document.licence if isinstance(document, Charter) else None
    return own or (document.source.licence if document.source is not None else "")


def publisher_of(charter: Charter) -> Organisation | None:
    """Return who publishes a charter: its own publisher, or else that of the text that it comes from."""
    if charter.publisher is not None or charter.source is None:
        return charter.publisher
    return Organisation(name=charter.source.publisher, url=charter.source.url)


def check_permission(adaptation: Adaptation, charter: Charter, file: YamlFile) -> Iterator[Finding]:
    """Yield what the licence of the adapted charter does not let us do, as far as nobody gave permission for it."""
    licence, publisher = licence_of(charter), publisher_of(charter)
    terms = terms_of(licence)
    if terms is Terms.ALIKE and adaptation.licence is not None and adaptation.licence.casefold() != licence.casefold():
        message = f"'{charter.id}' is under “{licence}”, and so must be what you make of it"
        yield file.finding("licence-alike", message, "Write the same licence here, or leave it out.", ("licence",))
    if adaptation.permission is not None or terms in {Terms.OPEN, Terms.ALIKE} or _our_own(adaptation, charter):
        return
    hint = _RECORD.format(publisher=publisher.name if publisher is not None else "its publisher")
    if terms is Terms.UNKNOWN:
        message = f"nobody but you can tell whether the licence of '{charter.id}' lets you change it: “{licence}”"
        finding = file.finding("licence-unclear", message, f"Read it. If it does not say so: {hint}", ("adapts",))
        yield replace(finding, level=Level.WARNING)
    elif terms is Terms.FORBIDDEN:
        message = f"the licence of '{charter.id}' does not let you change it: “{licence}”"
        yield file.finding("licence-forbids", message, hint, ("adapts",))
    else:
        said = f": “{licence}”" if licence else ""
        message = f"nothing says that '{charter.id}' may be changed{said}"
        yield file.finding("licence-missing", message, hint, ("adapts",))


def check_agreement(adaptation: Adaptation, file: YamlFile) -> Iterator[Finding]:
    """Yield a warning for each change of which nobody says who agreed it, and when."""
    for number, change in enumerate(adaptation.changes):
        lacking = [] if change.agreed_by or adaptation.agreed_by else ["who agreed it"]
        lacking += [] if change.agreed or adaptation.agreed else ["when it was agreed"]
        if lacking:
            message = f"the change to '{target_of(change)}' does not say {' and '.join(lacking)}"
            hint = "Write 'agreed_by:' and 'agreed:' at the change, or once at the top for all changes."
            finding = file.finding("change-not-agreed", message, hint, ("changes", number, key_of(change)))
            yield replace(finding, level=Level.WARNING)


def _our_own(adaptation: Adaptation, charter: Charter) -> bool:
    """Tell whether the adapted charter is by the publisher of the adaptation, in words that nobody else wrote."""
    if adaptation.publisher is None or charter.publisher is None:
        return False
    return charter.source is None and adaptation.publisher.name.casefold() == charter.publisher.name.casefold()
