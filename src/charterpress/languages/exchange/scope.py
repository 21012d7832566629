"""Choose the documents and files that a command for translators works on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from charterpress.content.adaptation.permission import ASKED
from charterpress.content.library import Library, load_library
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.findings import CharterpressError, Finding, Level, named_from
from charterpress.languages.carrying import needs_no_file, template_for
from charterpress.languages.interface import own_words_template
from charterpress.languages.locales import load_locale
from charterpress.languages.translate import catalogue_path
from charterpress.languages.words import NAME, own_words_path


@dataclass(frozen=True)
class Scope:
    """Hold a project and the documents that a command was asked for; `problems` stop it, when there are any.

    `locale` is empty where the command is about no language.
    """

    project: Project
    library: Library
    locale: str
    names: tuple[str, ...]
    problems: tuple[Finding, ...]

    def paths(self) -> Iterator[tuple[str, Path]]:
        """Yield the name of each document asked for, with its PO file, which need not be there."""
        for name in self.names:
            if name == NAME:
                yield name, own_words_path(self.project.i18n, self.locale)
            else:
                yield name, catalogue_path(self.project.i18n, self.locale, self.library.documents[name])

    def template(self, name: str) -> Catalog:
        """Return the texts of a document asked for, as a catalogue without translations."""
        if name == NAME:
            return own_words_template()
        return template_for(self.library, self.project, name, self.locale)

    def language(self, name: str) -> str:
        """Return the language that a document asked for was written in."""
        return "en" if name == NAME else self.library.documents[name].language

    def relative(self, findings: list[Finding]) -> tuple[Finding, ...]:
        """Return findings in order, with their files named from the project."""
        return named_from(self.project.root, findings)


def load_scope(root: Path, locale: str | None, wanted: tuple[str, ...]) -> tuple[Scope | None, tuple[Finding, ...]]:
    """Return what a command works on, or None and why mkdocs.yml cannot be read.

    Without names in `wanted` that is every document not written in `locale`, and the project's own interface words
    where it has some. A name that is not known, and a language that is not, stop the run.
    """
    if locale is not None:
        load_locale(locale)
    project, findings = load_project(root)
    if project is None:
        return None, named_from(root.resolve(), findings)
    library = load_library(project.docs, project.root)
    problems = tuple(each for each in library.findings if each.level is Level.ERROR and each.rule not in ASKED)
    unknown = sorted(set(wanted) - set(library.documents) - {NAME})
    # A document that cannot be read is not in the library; its findings say more than "no such document".
    if unknown and not problems:
        message = f"There is no document '{unknown[0]}'. Known: {', '.join([*sorted(library.documents), NAME])}."
        raise CharterpressError(message)
    documents = {
        key
        for key, document in library.documents.items()
        if document.language != locale and not (locale and needs_no_file(library, project, key, locale))
    }
    own_words = locale is None or own_words_path(project.i18n, locale).is_file()
    everything = documents | ({NAME} if own_words else set())
    names = tuple(sorted(set(wanted) & (documents | {NAME}) if wanted else everything))
    return Scope(project, library, locale or "", names, problems), ()
