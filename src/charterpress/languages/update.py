"""Update the PO files of a project, all of them or none."""

from __future__ import annotations

from pathlib import Path

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.findings import CharterpressError, Finding, Level, in_order
from charterpress.languages.extract import template_of, update_catalogue
from charterpress.languages.locales import load_locale
from charterpress.languages.translate import catalogue_path


def update_translations(
    root: Path, locale: str, wanted: tuple[str, ...]
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Bring the PO files of a language up to date and return what was written, and findings.

    With an error in any document or catalogue nothing is written. A document that was written in
    `locale` needs no translation into it.
    """
    load_locale(locale)
    project, findings = load_project(root)
    if project is None:
        return (), findings
    library = load_library(project.docs)
    problems = [finding for finding in library.findings if finding.level is Level.ERROR]
    unknown = sorted(set(wanted) - set(library.documents))
    # A document that cannot be read is not in the library; its findings say more than "no such document".
    if unknown and not problems:
        message = f"There is no document '{unknown[0]}'. Known: {', '.join(sorted(library.documents))}."
        raise CharterpressError(message)
    files: dict[Path, bytes] = {}
    for key in sorted(set(wanted or library.documents) & set(library.documents)):
        document = library.documents[key]
        if document.language == locale:
            continue
        path = catalogue_path(project.i18n, locale, document)
        content, found = update_catalogue(path, locale, template_of(document, library.files[key], project.root))
        problems.extend(found)
        if content is not None and not (path.is_file() and path.read_bytes() == content):
            files[path] = content
    if problems:
        return (), in_order(finding.relative_to(project.root) for finding in problems)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".po.new")
        temporary.write_bytes(content)
        temporary.replace(path)
    return tuple(path.relative_to(project.root) for path in files), ()
