"""Write each kind of document as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterpress.content.model.guidance import Duty, Force
from charterpress.languages.words import Words as Interface
from charterpress.site.labels import duty_labels, force_labels
from charterpress.site.opendata.format.charter import OpenCharter, Promises
from charterpress.site.opendata.format.file import AnyDocument
from charterpress.site.opendata.format.rules import OpenGuidance, OpenGuide, OpenTheme, Place, Provision
from charterpress.site.opendata.plaintext import PlainText
from charterpress.site.opendata.promises import plain_adaptation, plain_commitment


def plain_document(document: AnyDocument, words: Interface) -> str:
    """Return a document as plain text, its translation, its licence and its source named."""
    text = PlainText(document, words)
    match document:
        case OpenCharter():
            body = _charter(document, text)
        case OpenGuidance():
            body = _guidance(document, text)
        case OpenGuide():
            body = _guide(document, text)
        case OpenTheme():
            body = _theme(document, text)
    return "\n".join([*text.opening(), *body, *text.closing()]).rstrip("\n") + "\n"


def _charter(charter: OpenCharter, text: PlainText) -> Iterator[str]:
    yield from (*text.body(charter.introduction), *_principles(charter, text))
    for section in charter.themes:
        yield from (*text.heading(2, section.title), *text.told(section.introduction))
        for block in section.promises:
            yield from _block(block, charter, text)
    if charter.protocols is not None:
        yield from (*text.heading(2, charter.protocols.title), *text.told(charter.protocols.introduction))
        for protocol in charter.protocols.items:
            yield from _block(protocol, charter, text)
    if charter.behaviours is not None:
        yield from (*text.heading(2, charter.behaviours.title), *text.told(charter.behaviours.lead_in))
        yield from (*text.items(charter.behaviours.items), "")
    yield from (*_appendices(charter, text), *text.heading(2, text.words("Who is who")))
    for party in charter.parties:
        name = text.tell(party.name)
        yield from text.list([f"{name}: {text.tell(party.meaning)}" if party.meaning is not None else name])
    yield ""
    if charter.adaptation is not None:
        yield from plain_adaptation(charter.adaptation, charter, text)


def _principles(charter: OpenCharter, text: PlainText) -> Iterator[str]:
    for each in charter.principles:
        yield from (*text.heading(2, each.title), *text.told(each.lead_in))
        yield from text.list(f"{text.tell(item.title)}: {text.tell(item.words)}" for item in each.items)
        yield ""
        if each.origin is not None:
            where = f" ({each.origin.website})" if each.origin.website else ""
            yield from text.paragraph(f"{text.words('From:')} {text.tell(each.origin.name)}{where}")


def _appendices(charter: OpenCharter, text: PlainText) -> Iterator[str]:
    for appendix in charter.appendices:
        yield from (*text.heading(2, appendix.title), *text.body(appendix.body))
        if appendix.ladder:
            yield from text.list(f"{text.tell(rung.title)}: {text.tell(rung.meaning)}" for rung in appendix.ladder)
            yield ""


def _block(block: Promises, charter: OpenCharter, text: PlainText) -> Iterator[str]:
    names = {party.id: text.tell(party.name) for party in charter.parties}
    yield from text.heading(3, block.title)
    # What collects the interface words does not look into f-strings.
    by, to = text.words("Who does this:"), text.words("Who this is for:")
    yield from (f"{by} {names[block.by]}", f"{to} {names[block.to]}", "")
    yield from text.told(block.lead_in)
    changes = {each.part: each for each in charter.adaptation.changes} if charter.adaptation is not None else {}
    for commitment in block.commitments:
        yield from plain_commitment(commitment, changes.get(commitment.id), text)
    yield ""


def _guidance(guidance: OpenGuidance, text: PlainText) -> Iterator[str]:
    _, named = text.words, guidance.instrument
    yield from text.heading(2, _("The rules this page is about"))
    where = f" ({named.website})" if named.website else ""
    yield f"{_('Name')}: {text.tell(named.title)}{where} · {force_labels(_)[Force(named.force)]}"
    yield f"{_('Made by')}: {text.tell(named.issuer)}"
    yield f"{_('Who must use it')}: {text.tell(named.applies_to)}"
    if named.should_means is not None:
        yield f"{_('What “should” means here')}: {text.tell(named.should_means)}"
    yield ""
    for section in guidance.sections:
        title = text.tell(section.title)
        yield from text.heading(2, f"{section.number} {title}" if section.number else title)
        yield from text.body(section.body)
        for provision in section.provisions:
            yield from _provision(provision, guidance, text)
    if guidance.editions:
        yield from text.heading(2, _("Editions"))
        for edition in guidance.editions:
            day = edition.replaced_on
            parts = (text.tell(edition.label), edition.website, day and _("Replaced on {date}", date=text.day(day)))
            yield from text.list([" · ".join(part for part in parts if part)])
        yield ""


def _provision(each: Provision, guidance: OpenGuidance, text: PlainText) -> Iterator[str]:
    yield f"{text.tell(each.who)} · {duty_labels(text.words)[Duty(each.duty)]}"
    for said in (each.words, each.lead_in):
        if said is not None:
            yield text.tell(said)
    yield from text.items(each.items)
    if each.place is not None:
        yield _place(each.place, guidance, text)
    yield from (each.address, "")


def _place(place: Place, guidance: OpenGuidance, text: PlainText) -> str:
    _ = text.words
    label = next((text.tell(each.label) for each in guidance.editions if each.id == place.edition), place.edition)
    parts = [_("Edition of {date}", date=label)]
    parts += [_("page {number}", number=place.page)] if place.page else []
    parts += [_("paragraph {number}", number=place.paragraph)] if place.paragraph else []
    return " · ".join(parts)


def _guide(guide: OpenGuide, text: PlainText) -> Iterator[str]:
    _ = text.words
    yield from (*text.heading(2, _("The short answer")), *text.told(*guide.answer))
    for section in guide.sections:
        yield from (*text.heading(2, section.title), *text.body(section.body))
        yield from text.paragraph(*text.rules(section.cites))
    if guide.next_steps:
        yield from text.heading(2, _("What you can do now"))
        yield from (*text.list(step.words for step in guide.next_steps), "")
    if guide.letters:
        yield from text.heading(2, _("Letters and forms"))
        yield from (*text.list(f"{text.tell(each.title)}: {each.file}" for each in guide.letters), "")
    yield from _listed(_("Read more"), (each.address for each in guide.related), text)


def _theme(theme: OpenTheme, text: PlainText) -> Iterator[str]:
    yield from text.told(*theme.meaning)
    title = text.words("What every charter here says on this theme")
    yield from _listed(title, (each.address for each in theme.promises), text)


def _listed(title: str, addresses: Iterable[str | None], text: PlainText) -> Iterator[str]:
    found = [address for address in addresses if address is not None]
    if found:
        yield from (*text.heading(2, title), *text.list(found), "")
