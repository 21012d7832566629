"""Hold the languages that a project lists against the locale data."""

from __future__ import annotations

from charterpress.content.settings import LANGUAGES, Project
from charterpress.findings import Finding
from charterpress.languages.locales import has_data, no_data


def with_data(project: Project) -> tuple[Project, tuple[Finding, ...]]:
    """Return the project with the languages that there is data for, and a finding for each other one."""
    without = [language.locale for language in project.languages if not has_data(language.locale)]
    found = tuple(project.finding("unknown-locale", *no_data(code), *LANGUAGES, code) for code in without)
    return project.without_languages(frozenset(without)), found
