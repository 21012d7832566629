"""Update the PO files of a project, all of them or none."""

from __future__ import annotations

from pathlib import Path

from charterpress.content.writing import write_files
from charterpress.findings import Finding
from charterpress.languages.exchange.scope import load_scope
from charterpress.languages.pofile import render_template
from charterpress.languages.update import memory_of, update_catalogue


def update_translations(
    root: Path, locale: str, wanted: tuple[str, ...]
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Bring the PO files of a language up to date and return what was written, and findings.

    With an error in any document or catalogue nothing is written. A document that was written in
    `locale` needs no translation into it.
    """
    scope, findings = load_scope(root, locale, wanted)
    if scope is None:
        return (), findings
    problems = list(scope.problems)
    memory = memory_of(sorted((scope.project.i18n / locale).glob("*.po")), locale)
    files: dict[Path, bytes] = {}
    for name, path in scope.paths():
        content, found = update_catalogue(path, locale, scope.template(name), scope.language(name), memory)
        problems.extend(found)
        if content is not None and not (path.is_file() and path.read_bytes() == content):
            files[path] = content
    if problems:
        return (), scope.relative(problems)
    write_files(files)
    return tuple(path.relative_to(scope.project.root) for path in files), ()


def extract_templates(root: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Write a template a document, i18n/templates/DOCUMENT.pot, and return what was written, and findings.

    Tools such as Weblate start new languages from templates; `translate update` does not need them.
    """
    scope, findings = load_scope(root, None, ())
    if scope is None:
        return (), findings
    if scope.problems:
        return (), scope.relative(list(scope.problems))
    files: dict[Path, bytes] = {}
    for name in scope.names:
        path = scope.project.i18n / "templates" / f"{name}.pot"
        content = render_template(scope.template(name))
        if not path.is_file() or path.read_bytes() != content:
            files[path] = content
    write_files(files)
    return tuple(path.relative_to(scope.project.root) for path in files), ()
