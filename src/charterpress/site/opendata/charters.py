"""Put charters into the public format."""

from __future__ import annotations

from typing import Any

from charterpress.content.model import AdaptedCharter, Charter
from charterpress.content.model import charter as own
from charterpress.site.opendata.adaptations import open_adaptation
from charterpress.site.opendata.commitments import open_commitment
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.format import charter as public
from charterpress.site.opendata.wording import Wording


def open_charter(charter: Charter, shelf: Shelf) -> public.OpenCharter:
    """Return a charter as others get it."""
    say = shelf.wording(charter)
    return public.OpenCharter(
        **shelf.common(charter),
        parties=tuple(
            public.Party(
                id=each.id, address=say.address(each.id), name=say.label(each.name), meaning=say.words(each.meaning)
            )
            for each in charter.parties
        ),
        introduction=say.body(charter.introduction),
        principles=tuple(_principles(each, say) for each in charter.principles),
        themes=tuple(_theme(each, charter, shelf) for each in charter.themes),
        protocols=_protocols(charter, say),
        behaviours=_behaviours(charter, say),
        appendices=tuple(_appendix(each, say) for each in charter.appendices),
        adaptation=open_adaptation(charter, shelf) if isinstance(charter, AdaptedCharter) else None,
    )


def _principles(each: own.Principles, say: Wording) -> public.Principles:
    return public.Principles(
        id=each.id,
        address=say.address(each.id),
        title=say.label(each.title),
        origin=say.organisation(each.origin),
        lead_in=say.words(each.lead_in),
        items=tuple(
            public.Principle(
                id=item.id, address=say.address(item.id), title=say.label(item.title), words=say.words(item.text)
            )
            for item in each.items
        ),
    )


def _theme(each: own.ThemeSection, charter: Charter, shelf: Shelf) -> public.ThemeSection:
    say = shelf.wording(charter)
    theme = shelf.library.documents[each.theme].document
    return public.ThemeSection(
        id=each.theme,
        address=say.address(f"cp-theme-{each.theme}"),
        title=shelf.wording(theme).label(theme.title),
        introduction=say.words(each.introduction),
        promises=tuple(public.Promises(**_block(block, charter, say)) for block in each.promises),
    )


def _protocols(charter: Charter, say: Wording) -> public.Protocols | None:
    each = charter.protocols
    if each is None:
        return None
    return public.Protocols(
        id=each.id,
        address=say.address(each.id),
        title=say.label(each.title),
        introduction=say.words(each.introduction),
        items=tuple(public.Protocol(**_block(item, charter, say), theme=item.theme) for item in each.items),
    )


def _block(block: own.Promises | own.Protocol, charter: Charter, say: Wording) -> dict[str, Any]:
    return {
        "id": block.id,
        "address": say.address(block.id),
        "title": say.label(block.title),
        "by": block.by,
        "to": block.to,
        "lead_in": say.words(block.lead_in),
        "commitments": tuple(open_commitment(each, charter, say) for each in block.commitments),
    }


def _behaviours(charter: Charter, say: Wording) -> public.Behaviours | None:
    each = charter.behaviours
    if each is None:
        return None
    return public.Behaviours(
        id=each.id,
        address=say.address(each.id),
        title=say.label(each.title),
        lead_in=say.words(each.lead_in),
        items=say.items(each.items),
    )


def _appendix(each: own.Appendix, say: Wording) -> public.Appendix:
    return public.Appendix(
        id=each.id,
        address=say.address(each.id),
        title=say.label(each.title),
        body=say.body(each.body),
        ladder=tuple(
            public.Rung(
                id=rung.id, address=say.address(rung.id), title=say.label(rung.title), meaning=say.words(rung.meaning)
            )
            for rung in each.ladder
        ),
    )
