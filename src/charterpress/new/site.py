"""Start a site: a small project that builds at once, with an example to change."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.editing.schema import render_editor_schema
from charterpress.editing.schemaline import PLACE
from charterpress.findings import CharterpressError, Finding, Level, named_from
from charterpress.new.documents import Started
from charterpress.new.language import add_language
from charterpress.new.placing import place_files
from charterpress.new.questions import Question, are_codes, is_address, is_email
from charterpress.new.writing import fill

QUESTIONS = (
    Question("name", "What is the site called?", "Charters and guides for families"),
    Question("organisation", "Which organisation publishes it?"),
    Question("email", "To which e-mail address can readers write? (Enter for none)", "", is_email),
    Question(
        "url", "At which web address will it be? Leaflets print it. (Enter if you do not know yet)", "", is_address
    ),
    Question("language", "Which languages beside English, such as 'cy pl ur'? (Enter for none)", "", are_codes),
)
"""What must be known to start a site."""

_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "docs/index.md": "index.md",
    "docs/about.md": "about.md",
    "docs/charters/promises-to-each-other.yml": "example-charter.yml",
    "docs/themes/listening.yml": "example-listening.yml",
    "docs/themes/clear-information.yml": "example-clear-information.yml",
    "README.md": "readme.md",
    ".gitignore": "gitignore.txt",
    ".vscode/extensions.json": "extensions.json",
}


def start_site(folder: Path, answers: Mapping[str, str]) -> tuple[Started | None, tuple[Finding, ...]]:
    """Write a new site into a folder, which may be there already; no file in it is ever overwritten.

    It is made elsewhere and read as a build would; only then it is put in its place.
    """
    if folder.exists() and not folder.is_dir():
        message = f"'{folder}' is a file. Name a folder for the new site."
        raise CharterpressError(message)
    files = {Path(name): fill(template, answers) for name, template in _FILES.items()}
    files[PLACE] = render_editor_schema().encode()
    with tempfile.TemporaryDirectory(prefix="charterpress-new-") as made:
        root = Path(made)
        place_files(root, files)
        findings = _languages(root, answers["language"]) or _problems(root)
        if findings:
            return None, named_from(root.resolve(), findings)
        paths = sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
        written = place_files(folder, {path: (root / path).read_bytes() for path in paths})
    return Started(tuple(folder / path for path in written), _then(folder)), ()


def _languages(root: Path, codes: str) -> tuple[Finding, ...]:
    """Add languages to a new site; say what keeps one from being added."""
    for code in dict.fromkeys(codes.replace(",", " ").split()):
        if code != "en":
            _, findings = add_language(root, code, (), None)
            if errors := tuple(finding for finding in findings if finding.level is Level.ERROR):
                return errors
    return ()


def _problems(root: Path) -> tuple[Finding, ...]:
    """Return what is wrong with a new site: the answers may hold anything."""
    project, findings = load_project(root)
    found = findings if project is None else load_library(project.docs, project.root).findings
    return tuple(finding for finding in found if finding.level is Level.ERROR)


def _then(folder: Path) -> tuple[str, ...]:
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    enter = () if folder.resolve() == Path.cwd() else (f"  cd {name}",)
    return (
        *enter,
        "  charterpress serve   shows the site at http://127.0.0.1:8000 while you write.",
        "  charterpress build   makes the site, the leaflets and a report for you.",
        "  README.md says what to change first.",
    )
