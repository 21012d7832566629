"""Add a language to a project: its settings, its start page, its PO files; and say what it has and lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.adaptation.permission import ASKED
from charterpress.content.library import load_library
from charterpress.content.model.text import LANGUAGE_TAG
from charterpress.content.project import load_project
from charterpress.content.scalars import quoted, scalar
from charterpress.content.settings import Project
from charterpress.content.writing import write_files
from charterpress.content.yamlfile import Place, load_yaml
from charterpress.findings import CharterpressError, Finding, Level, named_from
from charterpress.languages.carrying import needs_no_file, template_for
from charterpress.languages.fonts import fonts_for
from charterpress.languages.interface import own_words_template
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import catalogue_path
from charterpress.languages.update import memory_of, update_catalogue
from charterpress.languages.words import FOLDER, NAME, own_words_path
from charterpress.new.questions import Question, are_codes
from charterpress.readability.formulas import formula_for, why_none

QUESTIONS = (
    Question("LOCALE", "Which language? Its code, such as cy for Welsh or so for Somali", None, are_codes),
    Question("site-name", "What is the site called in this language? (Enter for the same name)", ""),
)
"""What must be known to add a language."""

_ENTRY = re.compile(r"^(?P<indent> *)- +")


@dataclass(frozen=True)
class Added:
    """Hold a language that was added, and the files that were written for it."""

    locale: Locale
    written: tuple[Path, ...]
    has_words: bool

    def __str__(self) -> str:
        """Say in English what was done, what the language has, and what comes next."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield from (f"wrote {path}" for path in self.written)
        name = self.locale.english_name
        yield f"{name} is written {'from right to left' if self.locale.direction == 'rtl' else 'from left to right'}."
        fonts = fonts_for(self.locale)
        if fonts is None:
            yield f"Fonts: charterpress has none for its script, {self.locale.script}. Pages use the reader's own;"
            yield "  leaflets cannot be made. Set 'enabled: false' under 'leaflets:', or ask for the script."
        else:
            names = ", ".join(dict.fromkeys(family.name for family in fonts.families))
            yield f"Fonts: {names}, for pages and leaflets."
        formula = formula_for(self.locale.code)
        if formula is not None and formula.status == "validated":
            yield f"Reading grade: {formula.name}; a page over its limit stops the build."
        elif formula is not None:
            yield f"Reading grade: {formula.name}, for advice only: it stops no build."
        else:
            yield f"Reading grade: none. {why_none(self.locale.code)}"
        if not self.has_words:
            yield f"Buttons and notices: not translated yet; i18n/{self.locale.code}/{NAME}.po has them."
        yield "Next: translate the start page and the PO files, or hand them out as a spreadsheet:"
        yield f"  charterpress translate export {self.locale.code}"
        yield f"  charterpress translate status {self.locale.code}   says how far it is."


def add_language(
    root: Path, code: str, wanted: tuple[str, ...], site_name: str | None
) -> tuple[Added | None, tuple[Finding, ...]]:
    """Add the language of a BCP 47 tag, with PO files for the documents wanted, or for all; or say why not.

    With an error anywhere nothing is written. mkdocs.yml keeps its comments and its layout.
    """
    locale = _known(code)
    project, findings = load_project(root)
    if project is None:
        return None, named_from(root.resolve(), findings)
    if any(language.locale == code for language in project.languages):
        message = f"'{code}' is in mkdocs.yml already. 'charterpress translate update {code}' writes its files."
        raise CharterpressError(message)
    has_words = (FOLDER / f"{code}.po").is_file()
    catalogues, problems = _catalogues(project, code, wanted, with_words=not has_words)
    if problems:
        return None, named_from(project.root, problems)
    files = {project.config_file: _with_language(project, locale, site_name)}
    start = project.docs / f"index.{code}.md"
    if not start.exists():
        files[start] = f"# {site_name or project.site_name}\n".encode()
    files.update(catalogues)
    write_files(files)
    return Added(locale, tuple(path.relative_to(project.root) for path in files), has_words), ()


def _known(code: str) -> Locale:
    if not re.fullmatch(LANGUAGE_TAG, code) or code in PSEUDO_LOCALES:
        message = f"'{code}' is no code of a language. Use one such as so for Somali, or zh-Hans."
        raise CharterpressError(message)
    return load_locale(code)


def _catalogues(
    project: Project, code: str, wanted: tuple[str, ...], *, with_words: bool
) -> tuple[dict[Path, bytes], list[Finding]]:
    """Return the PO files of a new language, or what keeps them from being written."""
    library = load_library(project.docs, project.root)
    problems = [each for each in library.findings if each.level is Level.ERROR and each.rule not in ASKED]
    if (unknown := sorted(set(wanted) - set(library.documents))) and not problems:
        message = f"There is no document '{unknown[0]}'. Known: {', '.join(sorted(library.documents))}."
        raise CharterpressError(message)
    templates = [
        (
            catalogue_path(project.i18n, code, document),
            template_for(library, project, name, code),
            document.language,
        )
        for name, document in sorted(library.documents.items())
        if name in (wanted or library.documents)
        and document.language != code
        and not needs_no_file(library, project, name, code)
    ]
    if with_words:
        templates.append((own_words_path(project.i18n, code), own_words_template(), "en"))
    memory = memory_of(sorted((project.i18n / code).glob("*.po")), code)
    files: dict[Path, bytes] = {}
    for path, template, language in templates:
        content, found = update_catalogue(path, code, template, language, memory)
        problems.extend(found)
        if content is not None:
            files[path] = content
    return files, problems


def _with_language(project: Project, locale: Locale, site_name: str | None) -> bytes:
    """Return mkdocs.yml with the language behind those that are there; every other line stays as it is."""
    text = project.config_file.read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    place = _last_language(project)
    start = place.line - 1
    found = _ENTRY.match(lines[start])
    if found is None or found.end() != place.column - 1:
        message = (
            "mkdocs.yml lists its languages in a form that cannot be added to. Add under 'languages:' by hand: "
            f"- locale: {scalar(locale.code)}"
        )
        raise CharterpressError(message)
    indent, end = found["indent"], start + 1
    while end < len(lines) and lines[end].startswith(f"{indent} ") and lines[end].strip():
        end += 1
    entry = [f"{indent}- locale: {scalar(locale.code)}", f"{indent}  name: {locale.name}"]
    entry += [f"{indent}  site_name: {quoted(site_name)}"] if site_name else []
    return ending.join([*lines[:end], *entry, *lines[end:]]).encode()


def _last_language(project: Project) -> Place:
    """Return where the last language in mkdocs.yml starts."""
    file = load_yaml(project.config_file, any_tag=True)
    last = len(project.languages) - 1
    places = [place for pointer, place in file.places.items() if pointer[-3:] == ("i18n", "languages", last)]
    return places[0]
