"""Read the YAML documents of a folder, each for itself, with everything wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charterpress.content.model import KINDS, Document
from charterpress.content.references import check_document
from charterpress.content.validate import validate
from charterpress.content.yamlfile import YamlFile, load_yaml
from charterpress.findings import Finding

FOLDERS = {"charters": "charter", "guidance": "guidance", "guides": "guide", "themes": "theme"}
BESIDE = {"charter": "adaptation"}
"""The kinds that may stand in the folder of another kind: an adaptation is a charter in the making."""
STATEMENT = "accessibility"
"""The name of the one document that stands in docs/ itself: the accessibility statement."""
SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class Shelf:
    """Hold the documents of a project as they stand in their files, adaptations among them.

    `root` is the folder of the project, `docs` that of its documents, `i18n` that of its translations. `broken` has
    the ids of documents that could not be read, each with its language, empty where that is not known either;
    `nameless` has the folders with one that does not even give its id. `doubled` says what is wrong with an id that
    several have. `name` says where the project is, empty for the one that is built.
    """

    root: Path
    docs: Path
    i18n: Path
    documents: Mapping[str, Document]
    files: Mapping[str, YamlFile]
    findings: tuple[Finding, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict)
    doubled: Mapping[str, Finding] = field(default_factory=dict)
    name: str = ""
    nameless: frozenset[str] = frozenset()


def document_paths(docs: Path) -> tuple[Path, ...]:
    """Return the YAML files below `docs` in a fixed order, with those that only look like files.

    A folder or a broken link with such a name is reported when it is read, not passed over.
    """
    return tuple(sorted(path for path in docs.rglob("*") if path.suffix.lower() in SUFFIXES))


def read_shelf(root: Path, docs: Path, name: str = "") -> Shelf:
    """Read and check every document below `docs` for itself; what they say about each other is not checked here."""
    documents: dict[str, Document] = {}
    files: dict[str, YamlFile] = {}
    findings: list[Finding] = []
    broken: dict[str, str] = {}
    nameless: set[str] = set()
    doubled: dict[str, Finding] = {}
    for path in document_paths(docs):
        file = load_yaml(path)
        document, problems = _load_document(file, docs)
        findings.extend(problems)
        if document is None:
            broken |= dict.fromkeys(_ids_of_broken(file), _language_of_broken(file))
            nameless |= set() if _gives_id(file) else {path.parent.name}
        elif document.id in documents:
            doubled[document.id] = _duplicate(file, files[document.id], docs)
            findings.append(doubled[document.id])
        else:
            documents[document.id] = document
            files[document.id] = file
    i18n, found = root / "i18n", tuple(findings)
    return Shelf(root, docs, i18n, documents, files, found, broken, doubled, name, frozenset(nameless))


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
    kind = str(file.data.get("kind", ""))
    if kind not in {expected, BESIDE.get(expected)}:
        message = f"{_place_of(file.path, docs)} must have 'kind: {expected}'"
        return None, (*file.findings, file.finding("wrong-kind", message, "Set the kind, or move the file.", ("kind",)))
    document, problems = validate(KINDS[kind], file, file.data)
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
    if isinstance(file.data, dict) and _gives_id(file):
        yield str(file.data["id"])


def _language_of_broken(file: YamlFile) -> str:
    """Return the language that a broken file says it is in, or the usual one where it says nothing."""
    usual = Document.model_fields["language"].default
    return str(file.data.get("language", usual)) if isinstance(file.data, dict) else ""


def _gives_id(file: YamlFile) -> bool:
    return isinstance(file.data, dict) and isinstance(file.data.get("id"), str)


def _duplicate(file: YamlFile, first: YamlFile, docs: Path) -> Finding:
    other = first.path.relative_to(docs.parent)
    message = f"the document id is already used in {other}"
    return file.finding("duplicate-id", message, "Give this document an id of its own.", ("id",))
