"""Collect the interface words of the package, so that each has a translation in every language shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from charterpress.content.settings import Project
from charterpress.findings import CharterpressError, Finding, Level
from charterpress.languages.catalogue import State
from charterpress.languages.checks import check_catalogue
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.update import update_catalogue
from charterpress.languages.words import FOLDER, NAME, load_words, own_words_path

PACKAGE = Path(str(files("charterpress")))
Found = tuple[int, str, str, list[str]]
"""Where a word stands, what marks it, the word, and comments on it: as Babel wants it."""


def _format_titles(file: IO[bytes], *_arguments: object, **_options: object) -> Iterator[Found]:
    """Yield what readers call a format of leaflets, from its settings."""
    for number, line in enumerate(file.read().decode("utf-8").splitlines(), 1):
        if line.startswith("title: "):
            yield number, "mark", line.removeprefix("title: ").strip(), []


METHODS: list[tuple[str, str | Callable[..., Iterator[Found]]]] = [
    ("**/templates/**.html", "jinja2"),
    ("**/theme/**.html", "jinja2"),
    ("leaflets/formats/*.yml", _format_titles),
    ("**.py", "python"),
]
KEYWORDS = {"_": None, "words": None, "mark": None, "_n": (1, 2), "plural": (1, 2)}


def interface_template() -> Catalog:
    """Return every interface word of the templates and the code, as a catalogue without translations."""
    catalog = Catalog(project="charterpress", charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(PACKAGE), METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))  # type: ignore[arg-type]  # Babel takes functions as well
    for name, line, message, comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        if message:
            catalog.add(message, locations=[(name, line)], auto_comments=comments)
    return catalog


def update_interface(locale: str) -> Path:
    """Bring the interface words of a language up to date, for somebody to translate what is new."""
    path = FOLDER / f"{locale}.po"
    content, findings = update_catalogue(path, locale, interface_template())
    if content is None:
        raise CharterpressError(findings[0].message)
    path.write_bytes(content)
    return path


def own_words_template() -> Catalog:
    """Return every interface word, as a catalogue for a project's own `interface.po`, without places in the code."""
    catalog = Catalog(project=NAME, charset="utf-8", fuzzy=False)
    for message in interface_template():
        if message.id:
            catalog.add(message.id, auto_comments=["a word of the buttons, labels and notices of the site"])
    return catalog


def check_words(project: Project, code: str) -> Iterator[Finding]:
    """Yield what is wrong with the interface words of a language."""
    if code == "en" or code in PSEUDO_LOCALES:
        return
    words = load_words(code, project.i18n)
    yield from check_catalogue(words.catalogue, "en")
    if words.own is not None:
        yield from check_catalogue(words.own, "en")
    translated = {
        key
        for catalogue in (words.catalogue, words.own)
        for key, entry in (catalogue.entries.items() if catalogue is not None else ())
        if entry.state in {State.DRAFT, State.REVIEWED}
    }
    if not translated and not (words.own is not None and words.own.unread):
        yield Finding(
            "no-interface-words",
            f"there are no interface words in '{code}'; buttons and notices would be in English",
            f"Translate them in {own_words_path(project.i18n, code).relative_to(project.root)}, which "
            f"'charterpress translate update {code} {NAME}' writes, or leave the language out with 'build: false'.",
            Level.WARNING,
            project.config_file,
            locale=code,
        )
