"""Hold the documents of a project in one language, and which of them it may show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from charterpress.content.library import Library
from charterpress.content.model import AdaptedCharter, Charter, Document
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.carrying import carried_catalogues, translate_original, with_carried
from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.checks import check_catalogue
from charterpress.languages.interface import check_words
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.policy import apply_policy
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.terminology import Terminology, load_terminology
from charterpress.languages.translate import (
    Localised,
    as_source,
    catalogue_of,
    catalogue_path,
    in_pseudo,
    translate,
    with_local_names,
)

D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class LocalisedLibrary:
    """Hold every document in one language; `shown` has the ids of those that get a page."""

    locale: Locale
    documents: Mapping[str, Localised]
    shown: frozenset[str]
    findings: tuple[Finding, ...] = ()

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """Return the documents of a kind that get a page, in the order of lists."""
        found = [item.document for item in self.documents.values() if isinstance(item.document, kind)]
        return tuple(sorted((d for d in found if d.id in self.shown), key=lambda d: (d.order, d.id)))

    def printable(self, project: Project) -> tuple[Charter, ...]:
        """Return the charters that get leaflets: those that are whole in this language.

        What is printed cannot be mended, so a leaflet has no text that is not translated. It says where it is online,
        so a site without an address has none.
        """
        if not project.settings.leaflets.enabled or project.site_url is None or self.locale.code in PSEUDO_LOCALES:
            return ()
        return tuple(charter for charter in self.of(Charter) if self.documents[charter.id].complete)


def localise(library: Library, project: Project, code: str) -> LocalisedLibrary:
    """Put every document into a language and apply the site's policy on what it may show."""
    documents: dict[str, Localised] = {}
    shown: set[str] = set()
    findings: list[Finding] = []
    terminology = load_terminology(project.i18n, code)
    findings.extend(terminology.findings)
    for document in library.documents.values():
        localised = as_source(document)
        if (pseudo := PSEUDO_LOCALES.get(code)) is not None:
            localised = in_pseudo(document, pseudo)
        elif document.language != code:
            localised, found = _translated(library, project, document.id, code, terminology)
            findings.extend(found)
        decided = apply_policy(localised, document, project)
        documents[document.id] = decided.localised
        findings.extend(decided.findings)
        if decided.shown:
            shown.add(document.id)
    findings.extend(_check_unread(library, project, code, terminology))
    findings.extend(check_words(project, code))
    return LocalisedLibrary(load_locale(code), documents, frozenset(shown), tuple(findings))


def _check_unread(library: Library, project: Project, code: str, terminology: Terminology) -> Iterator[Finding]:
    """Yield what is wrong with the translations of documents that could not be read themselves."""
    for key, language in library.broken.items():
        catalogue = load_catalogue(catalogue_of(project.i18n, code, key), code)
        yield from check_catalogue(catalogue, language, terminology) if language else catalogue.findings


def _translated(
    library: Library, project: Project, key: str, code: str, terminology: Terminology
) -> tuple[Localised, tuple[Finding, ...]]:
    """Return a document in a language, with what carries over from the project that it was adapted from."""
    document, texts, policy = library.as_written(key), library.texts[key], project.settings.translations
    own = load_catalogue(catalogue_path(project.i18n, code, document), code)
    carried = library.carried.get(key, ())
    others = carried_catalogues(carried, texts, code)
    findings = [finding for each in (own, *others) for finding in check_catalogue(each, document.language, terminology)]
    unread = any(each.unread for each in (own, *others))
    localised = replace(translate(document, with_carried(own, others), texts, policy), unread=unread)
    if isinstance(localised.document, AdaptedCharter):
        localised = replace(localised, document=translate_original(localised.document, carried, code, policy))
    return with_local_names(localised), tuple(findings)
