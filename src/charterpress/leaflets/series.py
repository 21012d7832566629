"""Say which leaflets a project has, and set one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charterpress.content.library import Library
from charterpress.content.model import Charter
from charterpress.content.model.charter import Promises, Protocol
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import load_words
from charterpress.leaflets.settings import LeafletSettings

if TYPE_CHECKING:
    from charterpress.leaflets.leaflet import Leaflet


@dataclass(frozen=True)
class Order:
    """Name a leaflet that is wanted: a charter in a language, and the web address it points to."""

    locale: str
    charter_id: str
    address: str


def wanted(languages: Mapping[str, LocalisedLibrary], project: Project) -> tuple[tuple[str, Charter], ...]:
    """Return the language and the charter of each leaflet: every charter in every language that shows it."""
    if not project.settings.leaflets.enabled:
        return ()
    return tuple((code, charter) for code, localised in languages.items() for charter in localised.of(Charter))


def on_every_leaflet(charter: Charter) -> frozenset[str]:
    """Return the contexts of the texts that no leaflet of a charter goes without, however little room there is."""
    blocks: list[Promises | Protocol] = [block for section in charter.themes for block in section.promises]
    blocks.extend(charter.protocols.items if charter.protocols else ())
    said = {f"{block.id}.{name}" for block in blocks for name in ("title", "lead_in")}
    names = ("text", "unless", "within.time", "within.starts")
    said |= {f"{promise.id}.{name}" for block in blocks for promise in block.commitments for name in names}
    said |= {f"{contact.id}.{name}" for contact in charter.contacts for name in ("name", "purpose")}
    return frozenset(said | {"title", "summary"})


def typeset_order(
    library: Library, localised: LocalisedLibrary, project: Project, order: Order
) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    """Return the leaflet, or None where it does not fit, and what is wrong with it."""
    # Only the process that sets leaflets waits for Typst to load.
    from charterpress.leaflets.leaflet import typeset  # noqa: PLC0415 - see above

    options = project.settings.leaflets
    item = localised.documents[order.charter_id]
    if not isinstance(item.document, Charter):
        message = f"'{order.charter_id}' is no charter"
        raise TypeError(message)
    return typeset(
        item.document,
        {key: other.document.title for key, other in localised.documents.items()},
        localised.locale,
        load_words(order.locale),
        LeafletSettings(
            organisation=project.settings.organisation,
            brand=options.brand,
            accent=options.accent,
            minimum_size=options.minimum_size,
            maximum_size=options.maximum_size,
        ),
        order.address,
        draft=item.draft,
        file=library.files[order.charter_id].path,
    )
