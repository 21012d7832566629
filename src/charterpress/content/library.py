"""Load every document of a project into one library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from charterpress.content.model import KINDS, Charter, Document, Guidance, Guide, Theme
from charterpress.content.references import check_document, check_library
from charterpress.content.texts import DocumentText, texts_of
from charterpress.content.validate import validate
from charterpress.content.yamlfile import YamlFile, load_yaml
from charterpress.findings import CharterpressError, Finding

D = TypeVar("D", bound=Document)

FOLDERS = {"charters": "charter", "guidance": "guidance", "guides": "guide", "themes": "theme"}
STATEMENT = "accessibility"
"""The name of the one document that stands in docs/ itself: the accessibility statement."""
SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class Library:
    """Hold the documents that could be read, and everything wrong with the others.

    `files` has the YAML file of each document, by the document's id.
    """

    documents: Mapping[str, Document]
    files: Mapping[str, YamlFile]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def texts(self) -> Mapping[str, tuple[DocumentText, ...]]:
        """Return the texts of each document, by its id: every language is compared with them."""
        return {key: texts_of(document) for key, document in self.documents.items()}

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """Return the documents of a kind, in the order in which lists show them."""
        found = [document for document in self.documents.values() if isinstance(document, kind)]
        return tuple(sorted(found, key=lambda document: (document.order, document.title)))

    @property
    def charters(self) -> tuple[Charter, ...]:
        """Return the charters."""
        return self.of(Charter)

    @property
    def guidance(self) -> tuple[Guidance, ...]:
        """Return the guidance."""
        return self.of(Guidance)

    @property
    def guides(self) -> tuple[Guide, ...]:
        """Return the family guides."""
        return self.of(Guide)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Return the themes."""
        return self.of(Theme)


def document_paths(docs: Path) -> tuple[Path, ...]:
    """Return the YAML files below `docs` in a fixed order, with those that only look like files.

    A folder or a broken link with such a name is reported when it is read, not passed over.
    """
    return tuple(sorted(path for path in docs.rglob("*") if path.suffix.lower() in SUFFIXES))


def load_library(docs: Path) -> Library:
    """Read and check every document below `docs`; a missing folder stops the run."""
    if not docs.is_dir():
        message = f"There is no folder '{docs.name}' here. Run the command in a project, or name one with --project."
        raise CharterpressError(message)
    documents: dict[str, Document] = {}
    files: dict[str, YamlFile] = {}
    findings: list[Finding] = []
    broken: set[str] = set()
    for path in document_paths(docs):
        file = load_yaml(path)
        document, problems = _load_document(file, docs)
        findings.extend(problems)
        if document is None:
            broken |= set(_ids_of_broken(file))
        elif document.id in documents:
            findings.append(_duplicate(file, files[document.id], docs))
        else:
            documents[document.id] = document
            files[document.id] = file
    findings.extend(check_library(documents, files, frozenset(broken)))
    return Library(documents, files, tuple(findings))


def _load_document(file: YamlFile, docs: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    if file.data is None:
        return None, file.findings
    if not isinstance(file.data, dict):
        finding = file.finding("wrong-type", "a document must have keys with values", "Start with 'kind: charter'.")
        return None, (*file.findings, finding)
    expected = _kind_at(file.path, docs)
    if expected is None:
        hint = f"Move it into {', '.join(f'docs/{name}' for name in FOLDERS)}."
        return None, (*file.findings, file.finding("wrong-folder", "YAML is not read from this folder", hint))
    kind = file.data.get("kind", "")
    if kind != expected:
        message = f"{_place_of(file.path, docs)} must have 'kind: {expected}'"
        hint = "Adaptations are not supported yet." if kind == "adaptation" else "Set the kind, or move the file."
        return None, (*file.findings, file.finding("wrong-kind", message, hint, ("kind",)))
    document, problems = validate(KINDS[expected], file, file.data)
    inside = check_document(document, file) if document is not None else ()
    return (None if file.findings else document), (*file.findings, *problems, *inside)


def _kind_at(path: Path, docs: Path) -> str | None:
    """Return the kind that a document has because of where it stands, or None where none may stand."""
    if path.parent == docs:
        return "statement" if path.stem == STATEMENT else None
    return FOLDERS.get(path.parent.name) if path.parent.parent == docs else None


def _place_of(path: Path, docs: Path) -> str:
    return f"docs/{path.name}" if path.parent == docs else f"a document in docs/{path.parent.name}"


def _ids_of_broken(file: YamlFile) -> Iterator[str]:
    """Yield the ids that a broken file would have given, so that nothing else is blamed for it."""
    yield file.path.stem
    if isinstance(file.data, dict) and isinstance(identifier := file.data.get("id"), str):
        yield identifier


def _duplicate(file: YamlFile, first: YamlFile, docs: Path) -> Finding:
    other = first.path.relative_to(docs.parent)
    message = f"the document id is already used in {other}"
    return file.finding("duplicate-id", message, "Give this document an id of its own.", ("id",))
