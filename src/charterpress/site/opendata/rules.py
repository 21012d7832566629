"""Put guidance, family guides and themes into the public format."""

from __future__ import annotations

from charterpress.content.model import Charter, Guidance, Guide, Theme
from charterpress.content.model import guidance as own
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.format import rules as public
from charterpress.site.opendata.wording import Wording


def open_guidance(guidance: Guidance, shelf: Shelf) -> public.OpenGuidance:
    """Return guidance as others get it."""
    say, named = shelf.wording(guidance), guidance.instrument
    return public.OpenGuidance(
        **shelf.common(guidance),
        instrument=public.Instrument(
            title=say.label(named.title),
            issuer=say.label(named.issuer),
            force=named.force.value,
            applies_to=say.words(named.applies_to),
            should_means=say.words(named.should_means),
            website=named.url,
        ),
        editions=tuple(
            public.Edition(
                id=each.id,
                address=say.address(each.id),
                label=say.label(each.label),
                date=each.date,
                website=each.url,
                replaced_by=each.replaced_by,
                replaced_on=each.replaced_on,
            )
            for each in guidance.editions
        ),
        sections=tuple(
            public.GuidanceSection(
                id=each.id,
                address=say.address(each.id),
                number=each.number,
                title=say.label(each.title),
                body=say.body(each.body),
                provisions=tuple(_provision(provision, say) for provision in each.provisions),
            )
            for each in guidance.sections
        ),
    )


def _provision(each: own.Provision, say: Wording) -> public.Provision:
    ref = each.ref
    return public.Provision(
        id=each.id,
        address=say.address(each.id),
        duty=each.duty.value,
        who=say.label(each.who),
        words=say.words(each.text),
        lead_in=say.words(each.lead_in),
        items=say.items(each.items),
        place=public.Place(edition=ref.edition, page=ref.page, paragraph=ref.paragraph) if ref is not None else None,
    )


def open_guide(guide: Guide, shelf: Shelf) -> public.OpenGuide:
    """Return a family guide as others get it."""
    say = shelf.wording(guide)
    related = [target.partition(":") for target in guide.related]
    return public.OpenGuide(
        **shelf.common(guide),
        answer=say.all(guide.answer),
        sections=tuple(
            public.GuideSection(
                id=each.id,
                address=say.address(each.id),
                title=say.label(each.title),
                body=say.body(each.body),
                cites=say.provisions(each.cites),
            )
            for each in guide.sections
        ),
        next_steps=tuple(
            public.Step(id=each.id, address=say.address(each.id), words=say.words(each.text))
            for each in guide.next_steps
        ),
        related=tuple(say.reference(kind, key) for kind, _, key in related if key in shelf.library.shown),
        letters=tuple(
            public.Letter(id=each.id, address=say.address(each.id), title=say.label(each.title), file=each.url)
            for each in guide.downloads
        ),
    )


def open_theme(theme: Theme, shelf: Shelf) -> public.OpenTheme:
    """Return a theme as others get it, with where the charters of this language make promises on it."""
    say = shelf.wording(theme)
    return public.OpenTheme(
        **shelf.common(theme),
        meaning=say.all(theme.meaning),
        promises=tuple(
            say.reference("charter", charter.id, block.id)
            for charter in shelf.library.of(Charter)
            for block in charter.blocks_on(theme.id)
        ),
    )
