"""Collect the interface words of the package, so that each has a translation in every language shipped."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from charterpress.findings import CharterpressError
from charterpress.languages.extract import update_catalogue
from charterpress.languages.words import FOLDER

PACKAGE = Path(str(files("charterpress")))
METHODS = [("**/templates/**.html", "jinja2"), ("**/theme/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {"_": None, "words": None, "mark": None}


def interface_template() -> Catalog:
    """Return every interface word of the templates and the code, as a catalogue without translations."""
    catalog = Catalog(project="charterpress", charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(PACKAGE), METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))
    for name, line, message, comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        if isinstance(message, str):
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
