"""Hold the languages of a project, and those of its documents, against the locale data."""

from __future__ import annotations

from dataclasses import replace

from charterpress.content.library import Library
from charterpress.content.settings import LANGUAGES, Project
from charterpress.findings import Finding
from charterpress.languages.locales import has_data, no_data


def with_data(project: Project) -> tuple[Project, tuple[Finding, ...]]:
    """Return the project with the languages that there is data for, and a finding for each other one."""
    without = [language.locale for language in project.languages if not has_data(language.locale)]
    found = tuple(project.finding("unknown-locale", *no_data(code), *LANGUAGES, code) for code in without)
    return project.without_languages(frozenset(without)), found


def in_known_languages(library: Library) -> Library:
    """Return the library without the documents in languages that there is no data for: each is a finding there."""
    strange = {key: one.language for key, one in library.documents.items() if not has_data(one.language)}
    found = (
        library.files[key].finding("unknown-language", *no_data(code), ("language",)) for key, code in strange.items()
    )
    return replace(
        library,
        documents={key: one for key, one in library.documents.items() if key not in strange},
        adaptations={key: one for key, one in library.adaptations.items() if key not in strange},
        findings=(*library.findings, *found),
        broken={**library.broken, **dict.fromkeys(strange, "")},
    )
