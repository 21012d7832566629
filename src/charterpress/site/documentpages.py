"""Say what a page of a document shows beside the document's own texts: its translation, editions, promises gathered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charterpress.content.model import Charter, Document, Guidance, Guide, Theme
from charterpress.content.model.charter import Promises, Protocol
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.labels import duty_labels, force_labels
from charterpress.site.pointers import Pointers
from charterpress.site.progress import notice_of


def translation_of(path: str, document: Document, pointers: Pointers) -> Mapping[str, object] | None:
    """Return what a page says of its own translation, or None where it is in the language it was written in."""
    item = pointers.library.documents[document.id]
    if item.is_source:
        return None
    there = pointers.sitemap.has(document.language, path)
    href = pointers.sitemap.link(pointers.locale, path, path, document.language) if there else None
    return notice_of(item, pointers.library.locale, href, gathered_draft=_gathers_draft(document, pointers.library))


def _gathers_draft(document: Document, library: LocalisedLibrary) -> bool:
    """Tell whether a page shows drafts of other documents: that of a theme has the promises of charters."""
    promises = gathered(document, library) if isinstance(document, Theme) else ()
    return any(library.documents[charter.id].draft for charter, _ in promises)


def guidance_values(guidance: Guidance, pointers: Pointers) -> dict[str, object]:
    """Return what the template of guidance shows beside its texts."""
    cited = {provision.ref.edition for provision in guidance.provisions() if provision.ref is not None}
    old = next((e for e in guidance.editions if e.id in cited and e.replaced_by is not None), None)
    return {
        "where": lambda ref: pointers.where(guidance, ref),
        "forces": force_labels(pointers.words),
        "duties": duty_labels(pointers.words),
        "superseded": old,
        "superseded_by": guidance.edition(old.replaced_by) if old is not None and old.replaced_by else None,
    }


def gathered(theme: Theme, library: LocalisedLibrary) -> Iterator[tuple[Charter, tuple[Promises | Protocol, ...]]]:
    """Yield the charters of a language that promise something on a theme, with these promises."""
    for charter in library.of(Charter):
        if blocks := charter.blocks_on(theme.id):
            yield charter, blocks


def related(guide: Guide, library: LocalisedLibrary) -> Iterator[Document]:
    """Yield what a guide says to read as well, as far as the language has it."""
    for target in guide.related:
        identifier = target.partition(":")[2]
        if identifier in library.shown:
            yield library.documents[identifier].document
