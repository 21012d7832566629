"""Put what was changed in an adapted charter into the public format."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.content.model import AdaptedCharter
from charterpress.content.model.adapted import Alteration, Origin
from charterpress.site.addresses import changes_path
from charterpress.site.opendata.commitments import open_commitment
from charterpress.site.opendata.documents import Shelf, open_licence
from charterpress.site.opendata.format import charter as public
from charterpress.site.ours import in_order


def open_adaptation(charter: AdaptedCharter, shelf: Shelf) -> public.Adaptation:
    """Return what a charter was made from, and every change in the order of its page."""
    return public.Adaptation(
        based_on=tuple(_steps(charter, shelf)),
        address=shelf.addresses.page(changes_path(charter)),
        changes=tuple(_change(each, charter, shelf) for each in in_order(charter)),
    )


def _steps(charter: AdaptedCharter, shelf: Shelf) -> Iterator[public.BasedOn]:
    here = True
    for origin in charter.adaptation.chain:
        # What comes from elsewhere is not on this site, nor is what stands behind it.
        here = here and not origin.where
        yield _step(origin, shelf, here=here)


def _step(origin: Origin, shelf: Shelf, *, here: bool) -> public.BasedOn:
    say, permission = shelf.wording(origin.original), origin.permission
    return public.BasedOn(
        id=origin.id,
        version=origin.version,
        title=say.label(origin.title),
        publisher=say.organisation(origin.publisher),
        licence=open_licence(origin.licence, say),
        permission=public.Permission(
            given_by=say.label(permission.given_by), day=permission.on, scope=say.label(permission.scope)
        )
        if permission is not None
        else None,
        address=shelf.addresses.named("charter", origin.id) if here else None,
    )


def _change(each: Alteration, charter: AdaptedCharter, shelf: Shelf) -> public.Change:
    say, change = shelf.wording(charter), each.change
    address = shelf.addresses.page(changes_path(charter), part=change.target)
    before = each.original
    if before is not None and before.answers not in {one.id for one in charter.commitments()}:
        before = before.model_copy(update={"answers": None})
    return public.Change(
        kind=change.kind.value,
        part=change.target,
        address=address,
        reason=say.words(change.because),
        agreed_by=say.label(change.agreed_by) if change.agreed_by is not None else None,
        agreed=change.agreed,
        original=open_commitment(before, charter, say, address) if before is not None else None,
    )
