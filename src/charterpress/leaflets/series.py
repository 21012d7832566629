"""Say which leaflets a project has, and set one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charterpress.content.library import Library
from charterpress.content.model import Charter
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.policy import what_is_left
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import catalogue_path
from charterpress.languages.words import load_words
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.pictures.values import Pictures
from charterpress.leaflets.settings import LeafletSettings

if TYPE_CHECKING:
    from charterpress.leaflets.leaflet import Leaflet


@dataclass(frozen=True)
class Order:
    """Name a leaflet that is wanted: a charter in a language and a format, and the web address it points to."""

    locale: str
    charter_id: str
    address: str
    format: str


def wanted(languages: Mapping[str, LocalisedLibrary], project: Project) -> tuple[tuple[str, Charter], ...]:
    """Return the language and the charter of the leaflets: every charter in every language that has all of it.

    What is printed cannot be mended, so a leaflet has no text that is not translated.
    """
    if not project.settings.leaflets.enabled:
        return ()
    return tuple(
        (code, charter)
        for code, localised in languages.items()
        for charter in localised.of(Charter)
        if code not in PSEUDO_LOCALES and localised.documents[charter.id].complete
    )


def unfinished(languages: Mapping[str, LocalisedLibrary], project: Project) -> Iterator[Finding]:
    """Yield the charters that a language shows, and that get no leaflet there since texts are not translated."""
    for code, localised in languages.items() if project.settings.leaflets.enabled else ():
        for charter in localised.of(Charter):
            item = localised.documents[charter.id]
            if not item.complete:
                yield Finding(
                    "no-leaflet",
                    f"'{charter.id}' gets no leaflet in '{code}': {'; '.join(what_is_left(item))}",
                    "Finish the translation.",
                    Level.WARNING,
                    catalogue_path(project.i18n, code, charter),
                    locale=code,
                )


def typeset_order(
    library: Library, localised: LocalisedLibrary, project: Project, order: Order, pictures: Pictures = ()
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
        load_words(order.locale, project.i18n),
        LeafletSettings(
            organisation=project.settings.organisation,
            brand=options.brand,
            accent=options.accent,
            minimum_size=options.minimum_size,
            maximum_size=options.maximum_size,
            pictures=pictures,
        ),
        order.address,
        find_format(order.format),
        draft=item.draft,
        file=library.files[order.charter_id].path,
    )
