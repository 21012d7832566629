"""Say which leaflets a project has, and set one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charterpress.content.choice import chosen
from charterpress.content.library import Library
from charterpress.content.model import Charter
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.policy import what_is_left
from charterpress.languages.translate import catalogue_path
from charterpress.languages.words import load_words
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.formats.shapes import Folded
from charterpress.leaflets.origin import Origin
from charterpress.leaflets.pictures.values import Pictures
from charterpress.leaflets.settings import settings_of
from charterpress.leaflets.shop import PrintShop

if TYPE_CHECKING:
    from charterpress.leaflets.job import Job, Leaflet


@dataclass(frozen=True)
class Order:
    """Name a leaflet that is wanted: a charter in a language and a format, and the web address it points to.

    `printed` is the address that paper shows, where it is not that of the page itself.
    """

    locale: str
    charter_id: str
    address: str
    format: str
    printed: str = ""


_SET_BY = (
    ("organisation",),
    ("look", "logo"),
    *(
        ("leaflets", name)
        for name in ("formats", "design", "minimum_size", "maximum_size", "fonts", "logo", "cover_picture", "printer")
    ),
)
"""The settings that decide how much room the words of a leaflet have. Colours do not, so any will do to set it."""


def wanted(languages: Mapping[str, LocalisedLibrary], project: Project) -> tuple[tuple[str, Charter], ...]:
    """Return the language and the charter of the leaflets: every charter in every language that has all of it.

    There are none where what they are set by is not known.
    """
    if not all(project.knows(*keys) for keys in _SET_BY):
        return ()
    return tuple((code, charter) for code, localised in languages.items() for charter in localised.printable(project))


def check_address(library: Library, project: Project) -> Iterator[Finding]:
    """Yield what keeps every leaflet of a project from being made: nobody knows where the site will be."""
    nowhere = project.site_url is None and project.knows("site_url")
    if project.settings.leaflets.enabled and nowhere and library.charters:
        yield Finding(
            "leaflet-address",
            "no leaflet is made: mkdocs.yml has no 'site_url', and a leaflet says where the charter is online",
            "Write 'site_url:' and the address of the site, such as https://charters.council.example/;"
            " or write 'leaflets: {enabled: false}' under the plugin charterpress.",
            Level.WARNING,
            file=project.config_file,
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


@dataclass(frozen=True)
class Workshop:
    """Hold what every leaflet of a project is made from in one language, each from another room."""

    library: Library
    localised: LocalisedLibrary
    project: Project
    shop: PrintShop | None = None
    pictures: Pictures = ()

    def typeset(self, order: Order) -> tuple[Leaflet | None, tuple[Finding, ...]]:
        """Return the leaflet, or None where it does not fit, and what is wrong with it."""
        # Only the process that sets leaflets waits for Typst to load.
        from charterpress.leaflets.leaflet import typeset_job  # noqa: PLC0415 - see above

        return typeset_job(self._job(order), find_format(order.format))

    def fingerprint(self, order: Order) -> str:
        """Return what is another text when the leaflet would be another one, as far as words and settings go."""
        return self._job(order).fingerprint(find_format(order.format))

    def _job(self, order: Order) -> Job:
        from charterpress.leaflets.contents import Contents  # noqa: PLC0415 - as above
        from charterpress.leaflets.job import Job  # noqa: PLC0415 - as above

        item, localised = self.localised.documents[order.charter_id], self.localised
        charter = item.document
        if not isinstance(charter, Charter):
            message = f"'{order.charter_id}' is no charter"
            raise TypeError(message)
        folded = isinstance(find_format(order.format), Folded)
        catalogue = None if item.is_source else catalogue_path(self.project.i18n, order.locale, charter)
        contents = Contents(
            charter,
            {key: other.document.title for key, other in localised.documents.items()},
            localised.locale,
            load_words(order.locale, self.project.i18n),
            self.project.settings.organisation,
            order.address,
            item.draft,
            selection=chosen(charter) if folded else None,
            whole=not folded,
            printed=order.printed,
        )
        origin = Origin(self.library.files[order.charter_id], catalogue, item.lines, item.files)
        shop = PrintShop() if self.shop is None else self.shop
        return Job(contents, settings_of(self.project, self.pictures, shop.most_ink), shop, origin)
