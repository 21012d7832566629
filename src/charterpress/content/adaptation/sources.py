"""Find what an adaptation adapts: a document of its own project, of a folder, or of an installed package."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from importlib.machinery import PathFinder
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from charterpress.content.model import Adaptation, Charter
from charterpress.content.nearest import nearest
from charterpress.content.shelf import Shelf, read_shelf
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, shortened

_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
DOCS = "docs"
"""The folder of documents in a project that others adapt."""


@dataclass
class Sources:
    """Hold the projects that were opened in this run, each once, by its folder."""

    opened: dict[Path, Shelf] = field(default_factory=dict)

    def take_in(self, shelf: Shelf) -> Shelf:
        """Return the shelf of a project; one that was opened before is the same."""
        return self.opened.setdefault(shelf.root.resolve(), shelf)

    def find(self, adaptation: Adaptation, file: YamlFile, shelf: Shelf) -> tuple[Shelf | None, tuple[Finding, ...]]:
        """Return the project that has what an adaptation in `shelf` adapts, or why there is none."""
        if adaptation.folder is not None:
            return self._in_folder(adaptation.folder, file, shelf)
        if adaptation.package is not None:
            return self._in_package(adaptation.package, file)
        return shelf, ()

    def _in_folder(self, folder: str, file: YamlFile, shelf: Shelf) -> tuple[Shelf | None, tuple[Finding, ...]]:
        root = shelf.root / folder
        if not _is_folder(root):
            message = f"there is no folder '{shortened(folder)}'"
            hint = "Name it from the folder of mkdocs.yml, as in '../shared-charters'."
            return None, (file.finding("missing-source", message, hint, ("from",)),)
        if not all(os.access(each, os.R_OK | os.X_OK) for each in (root, root / DOCS) if _is_folder(each)):
            message = f"the folder '{shortened(folder)}' is there, and may not be read"
            hint = "Ask whoever looks after it to let you read it, with all that is in it."
            return None, (file.finding("missing-source", message, hint, ("from",)),)
        if not _is_folder(root / DOCS):
            message = f"the folder '{folder}' has no folder '{DOCS}', so it is no project"
            hint = f"Name the folder that holds '{DOCS}' and 'i18n'."
            return None, (file.finding("missing-source", message, hint, ("from",)),)
        return self._open(root, folder), ()

    def _in_package(self, package: str, file: YamlFile) -> tuple[Shelf | None, tuple[Finding, ...]]:
        root = package_root(package)
        if root is None:
            return None, (file.finding("missing-source", *_no_package(package), ("package",)),)
        return self._open(root, package), ()

    def _open(self, root: Path, name: str) -> Shelf:
        known = self.opened.get(root.resolve())
        return known if known is not None else self.take_in(read_shelf(root, root / DOCS, name))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # its name is too long, or the way there is closed to us
        return False


def _no_package(package: str) -> tuple[str, str]:
    """Return why a package cannot be adapted from, and what to do."""
    name = shortened(package)
    if not _NAME.fullmatch(package):
        return f"'{name}' is no name of a package", "Write it as pip does, such as 'exampleton-charters'."
    if _is_installed(package):
        hint = f"A package of charters holds a folder '{DOCS}'. Check the name, or ask its publisher."
        return f"the package '{name}' is installed, and has no charters in it", hint
    hint = f"Install it with 'pip install {package}', where this command is installed. Or check its name."
    return f"no package '{name}' is installed that has charters", hint


def _is_installed(package: str) -> bool:
    if PathFinder.find_spec(package.replace("-", "_").partition(".")[0]) is not None:
        return True
    try:
        distribution(package)
    except (PackageNotFoundError, ValueError):
        return False
    return True


def package_root(package: str) -> Path | None:
    """Return the folder of an installed package that holds a project, or None; no code of the package is run."""
    name = package.replace("-", "_")
    spec = PathFinder.find_spec(name) if name.isidentifier() else None
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec is not None else []
    # The name that pip knows need not be that of the folder.
    return next((place for place in (*places, *_of_distribution(package)) if (place / DOCS).is_dir()), None)


def _of_distribution(package: str) -> tuple[Path, ...]:
    try:
        found = distribution(package)
    except (PackageNotFoundError, ValueError):
        return ()
    tops = {file.parts[0] for file in found.files or () if len(file.parts) > 2 and file.parts[1] == DOCS}  # noqa: PLR2004 - package, docs and a file
    return tuple(Path(str(found.locate_file(top))) for top in sorted(tops))


def adapted_in(
    adaptation: Adaptation, file: YamlFile, shelf: Shelf
) -> tuple[Charter | Adaptation | None, tuple[Finding, ...]]:
    """Return the document that is adapted, from the project that has it, or why it is not there."""
    target = adaptation.source_id
    found = shelf.documents.get(target)
    # Of two documents with one id nobody knows which one is meant; in this project that is reported anyway.
    if shelf.name and target in shelf.doubled:
        return None, (shelf.doubled[target],)
    if isinstance(found, Charter | Adaptation):
        return found, ()
    if target in shelf.broken:
        # What is wrong with a document of this project is reported with it.
        return None, shelf.findings if shelf.name else ()
    where = f" in '{shelf.name}'" if shelf.name else ""
    known = [key for key, document in shelf.documents.items() if isinstance(document, Charter | Adaptation)]
    message = f"there is no charter '{target}'{where}"
    hint = nearest(target, [one for one in known if one != adaptation.id], "id")
    return None, (file.finding("missing-source", message, hint, ("adapts",)),)
