"""Say where the texts of a document appear: on its page, on those of themes, on leaflets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterpress.content.choice import chosen
from charterpress.content.model import Charter, Document
from charterpress.content.model.charter import Promises, Protocol
from charterpress.content.texts import DocumentText, texts_of

_PROMISED = ("text", "unless", "within.time", "within.starts")
"""What a promise never goes without, on whatever page or paper it stands."""


@dataclass(frozen=True)
class Speech:
    """Say who promises a text to whom, by name, and the words that lead into it, if any do."""

    by: str
    to: str
    lead_in: str


def blocks_of(charter: Charter) -> tuple[Promises | Protocol, ...]:
    """Return every block of commitments of a charter, in the order of the page."""
    blocks: list[Promises | Protocol] = [block for section in charter.themes for block in section.promises]
    return (*blocks, *(charter.protocols.items if charter.protocols else ()))


def on_every_leaflet(charter: Charter) -> frozenset[str]:
    """Return the contexts of the texts that no leaflet of a charter goes without, however little room there is."""
    selection = chosen(charter)
    said: set[str] = set()
    for block in blocks_of(charter):
        promises = [one for one in block.commitments if selection is None or one.id in selection]
        if promises:
            said |= {f"{block.id}.{name}" for name in ("title", "lead_in")}
            said |= {"protocols.title"} if isinstance(block, Protocol) else set()
        for one in promises:
            names = ("leaflet", *_PROMISED[1:]) if one.leaflet else _PROMISED
            said |= {f"{one.id}.{name}" for name in names}
    said |= {f"{contact.id}.{name}" for contact in charter.contacts for name in ("name", "purpose")}
    said |= {f"{party.id}.name" for party in charter.parties}
    return frozenset(said | {"title", "summary"})


def shorter_wordings(document: Document) -> frozenset[str]:
    """Return the contexts of the wordings that only folded leaflets print."""
    commitments = document.commitments() if isinstance(document, Charter) else ()
    return frozenset(f"{one.id}.leaflet" for one in commitments if one.leaflet)


def page_texts(document: Document) -> tuple[DocumentText, ...]:
    """Return the texts that readers may meet on the site; the default of a name stands in other texts."""
    short = shorter_wordings(document)
    return tuple(text for text in texts_of(document) if text.context not in short and text.pointer[0] != "names")


def on_theme_pages(block: Promises | Protocol) -> Iterator[str]:
    """Yield the contexts of the texts of a block that stand on the page of its theme."""
    yield from (f"{block.id}.title", f"{block.id}.lead_in")
    for commitment in block.commitments:
        # A promise that was changed says why, there too.
        yield from (f"{commitment.id}.{name}" for name in (*_PROMISED, "because"))


def speeches(document: Document) -> dict[str, Speech]:
    """Return who promises what to whom, by the id of the part that a text belongs to; empty but for charters."""
    found: dict[str, Speech] = {}
    if isinstance(document, Charter):
        for block in blocks_of(document):
            by, to = (document.party(side).name for side in (block.by, block.to))
            found[block.id] = Speech(by, to, "")
            found.update({promise.id: Speech(by, to, block.lead_in or "") for promise in block.commitments})
    return found


def places_of(document: Document, text: DocumentText) -> str:
    """Return in English where readers meet a text."""
    if isinstance(document, Charter) and text.pointer[0] == "names":
        return f"wherever {{{text.context.partition('.')[0]}}} stands"
    if isinstance(document, Charter) and text.context in shorter_wordings(document):
        printed = text.context in on_every_leaflet(document)
        return "the leaflet, in place of the longer text" if printed else "nothing now: the leaflet leaves it out"
    places = ["its page"]
    if text.context in {"title", "summary"}:
        places.append("lists of pages")
    if isinstance(document, Charter):
        if any(text.context in on_theme_pages(block) for block in blocks_of(document)):
            places.append("the page of its theme")
        if text.context in on_every_leaflet(document):
            places.append("the leaflet")
    return ", ".join(places)
