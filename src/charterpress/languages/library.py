"""Hold the documents of a project in one language, and which of them it may show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from charterpress.content.library import Library
from charterpress.content.model import Document
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import Catalogue, load_catalogue
from charterpress.languages.checks import check_catalogue
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.translate import Localised, as_source, catalogue_path, may_show, translate
from charterpress.languages.words import FOLDER, load_words

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


def localise(library: Library, project: Project, code: str) -> LocalisedLibrary:
    """Put every document into a language and apply the site's policy on what it may show."""
    policy = project.settings.translations
    documents: dict[str, Localised] = {}
    shown: set[str] = set()
    findings: list[Finding] = []
    for document in library.documents.values():
        if document.language == code:
            localised = as_source(document)
        else:
            catalogue = load_catalogue(catalogue_path(project.i18n, code, document), code)
            findings.extend(check_catalogue(catalogue))
            localised = translate(document, catalogue, library.texts[document.id])
            if localised.draft and policy.draft == "hide":
                # Other pages may name this document, but not in words that may not be shown.
                untranslated = translate(document, Catalogue(catalogue.path, code, {}))
                localised = replace(localised, document=untranslated.document)
        documents[document.id] = localised
        if may_show(localised, policy.missing, policy.draft):
            shown.add(document.id)
        elif localised.started:
            findings.append(_not_shown(localised, project))
    findings.extend(_check_words(project, code))
    return LocalisedLibrary(load_locale(code), documents, frozenset(shown), tuple(findings))


def _not_shown(localised: Localised, project: Project) -> Finding:
    counts = ", ".join(f"{number} {state}" for state, number in sorted(localised.states.items()))
    return Finding(
        "not-shown",
        f"'{localised.document.id}' is left out of '{localised.locale}': {counts}",
        "Finish the translation, or change 'translations:' in mkdocs.yml.",
        Level.WARNING,
        catalogue_path(project.i18n, localised.locale, localised.document),
        locale=localised.locale,
    )


def _check_words(project: Project, code: str) -> Iterator[Finding]:
    if code == "en" or (FOLDER / f"{code}.po").is_file():
        yield from check_catalogue(load_words(code).catalogue)
        return
    yield Finding(
        "no-interface-words",
        f"there are no interface words in '{code}'; buttons and notices would be in English",
        "Leave the language out with 'build: false' until its words are translated.",
        Level.WARNING,
        project.config_file,
        locale=code,
    )
