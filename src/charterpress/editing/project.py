"""Give ids to the documents of a project, keep them tidy, and write the schema for editors beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.addressbook import load_book
from charterpress.content.library import document_paths
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.content.writing import write_files
from charterpress.content.yamlfile import load_yaml
from charterpress.editing.ids import Identified, identify, missing_ids
from charterpress.editing.schema import render_editor_schema
from charterpress.editing.schemaline import PLACE, schema_from
from charterpress.editing.tidying import tidy, untidy
from charterpress.findings import CharterpressError, Finding, named_from


@dataclass(frozen=True)
class Edited:
    """Hold what was done, a line each, and what could not be, or should be."""

    done: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def give_ids(root: Path, files: tuple[Path, ...], *, only_check: bool) -> Edited:
    """Write an id at every part of the documents that lacks one; of all documents where no files are named.

    A file with anything wrong in its YAML is left alone. An id that was published and is gone is never given again.
    """
    project, findings = load_project(root)
    if project is None:
        return Edited(findings=named_from(root.resolve(), findings))
    book = load_book(project.root)
    gone: dict[str, set[str]] = {}
    for address in book.fates:
        if address.part is not None:
            gone.setdefault(address.page.rpartition("/")[2], set()).add(address.part)
    every = _documents(project, files)
    known = {path: _id_of(path) for path in {*every, *document_paths(project.docs)}}
    found: list[Identified] = []
    for path in every:
        others = {identifier for other, identifier in known.items() if other != path}
        made = identify(path, gone.get(known[path], set()), others)
        found.append(made)
        known[path] = known[path] or next((given.identifier for given in made.given), "")
    problems = [finding for made in found for finding in made.findings]
    if only_check:
        problems += [finding for made in found for finding in missing_ids(made)]
        return Edited(findings=named_from(project.root, problems))
    write_files({made.path: made.text.encode() for made in found if made.text is not None and made.given})
    return Edited(tuple(_told(found, project.root)), named_from(project.root, problems))


def tidy_files(root: Path, files: tuple[Path, ...], *, only_check: bool, schema: bool) -> Edited:
    """Write the documents in tidy form, and with the line that names the schema where `schema` asks for it."""
    project, findings = load_project(root)
    if project is None:
        return Edited(findings=named_from(root.resolve(), findings))
    made = [tidy(path, schema_from(path, project.root) if schema else None) for path in _documents(project, files)]
    problems = [finding for one in made for finding in one.findings]
    if only_check:
        problems += [finding for one in made for finding in untidy(one)]
        return Edited(findings=named_from(project.root, problems))
    changed = {one.path: one.after.encode() for one in made if one.changed and one.after is not None}
    write_files(changed)
    return Edited(tuple(f"tidied {_named(path, project.root)}" for path in changed), named_from(project.root, problems))


def write_schema(root: Path, *, only_check: bool) -> Edited:
    """Write the schema for editors into a project, or say that it is not the one of this version."""
    if not (root / "mkdocs.yml").is_file():
        message = f"There is no mkdocs.yml in '{root}'. Run the command in a project, or name one with --project."
        raise CharterpressError(message)
    path, wanted = root / PLACE, render_editor_schema().encode()
    if path.is_file() and path.read_bytes() == wanted:
        return Edited((f"{PLACE.as_posix()} is up to date",))
    if only_check:
        message, hint = "the schema for editors is missing or old", "Run 'charterpress schema'."
        return Edited(findings=(Finding("old-schema", message, hint, file=PLACE),))
    write_files({path: wanted})
    return Edited((f"wrote {PLACE.as_posix()}",))


def _documents(project: Project, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the files that are named, or every document of the project."""
    if not files and not project.docs.is_dir():
        message = f"There is no folder '{project.docs.name}' here. Run the command in a project, or name files."
        raise CharterpressError(message)
    return tuple(sorted({path.resolve() for path in files})) if files else document_paths(project.docs)


def _id_of(path: Path) -> str:
    """Return the id of a document, or nothing where it has none or cannot be read."""
    data = load_yaml(path).data
    identifier = data.get("id") if isinstance(data, dict) else None
    return identifier if isinstance(identifier, str) else ""


def _told(found: Iterable[Identified], root: Path) -> Iterator[str]:
    for made in found:
        for given in made.given:
            words = f"  for '{given.words}'" if given.words else ""
            yield f"{_named(made.path, root)}: {given.identifier}{words}"


def _named(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
