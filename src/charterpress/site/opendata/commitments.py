"""Put promises into the public format."""

from __future__ import annotations

from charterpress.content.model import Charter
from charterpress.content.model import charter as own
from charterpress.site.opendata.format import charter as public
from charterpress.site.opendata.format.parts import Reference
from charterpress.site.opendata.wording import Wording


def open_commitment(
    each: own.Commitment, charter: Charter, say: Wording, address: str | None = None
) -> public.Commitment:
    """Return a promise of a charter; one that is not on its page has the address that is given."""
    within, answers = each.within, each.answers
    return public.Commitment(
        id=each.id,
        address=address or say.address(each.id),
        words=say.words(each.text),
        detail=say.words(each.detail),
        examples=say.all(each.examples),
        exception=say.words(each.unless),
        deadline=public.Deadline(time=say.label(within.time), starts=say.words(within.starts)) if within else None,
        where_possible=each.where_possible,
        answers=Reference(document=charter.id, part=answers, address=say.address(answers)) if answers else None,
        backed_by=say.provisions(each.backed_by),
    )
