"""Load every document of a project into one library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from charterpress.content.adaptation.borrowing import borrow
from charterpress.content.adaptation.resolve import Adapted, Carried, resolve
from charterpress.content.adaptation.sources import Sources
from charterpress.content.model import Adaptation, Charter, Document, Guidance, Guide, Theme
from charterpress.content.names import check_names, with_names, without_idle_defaults
from charterpress.content.references import check_document, check_library, references
from charterpress.content.shelf import FOLDERS, STATEMENT, SUFFIXES, document_paths, read_shelf
from charterpress.content.texts import DocumentText, texts_of
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import CharterpressError, Finding, has_errors

D = TypeVar("D", bound=Document)

__all__ = ["FOLDERS", "STATEMENT", "SUFFIXES", "Library", "document_paths", "load_library"]


@dataclass(frozen=True)
class Library:
    """Hold the documents that could be read, and everything wrong with the others.

    `files` has the YAML file of each document, by the document's id. An adaptation is here as the charter that it
    makes, and `adaptations` says how it came about. `written` has the documents whose named places are filled in
    `documents`, with the places open, as translators get them. `carried` says, for documents with texts of another
    project, where their translations come from beside the project's own. `broken` and `nameless` are those of the
    shelf, with the adaptations that make no charter.
    """

    documents: Mapping[str, Document]
    files: Mapping[str, YamlFile]
    findings: tuple[Finding, ...] = ()
    written: Mapping[str, Document] = field(default_factory=dict)
    adaptations: Mapping[str, Adapted] = field(default_factory=dict)
    carried: Mapping[str, Carried] = field(default_factory=dict)
    broken: Mapping[str, str] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()

    def may_have(self, page: str) -> bool:
        """Tell whether a page, by its path below a language, may be that of a document that could not be read."""
        folder, _, rest = page.partition("/")
        return (rest.partition("/")[0] or folder) in self.broken or folder in self.nameless

    def may_hold(self, key: str) -> bool:
        """Tell whether a document that could not be read may have this id."""
        return key in self.broken or bool(self.nameless)

    def is_sound(self, key: str) -> bool:
        """Tell whether nothing is wrong with a document, and all that it refers to is there."""
        adapted = self.adaptations.get(key)
        made_of = [self.files[key]] if adapted is None else [adapted.adaptation_file, adapted.source_file]
        wrong = {finding.file for finding in self.findings if has_errors([finding])}
        named = (target for _, target in references(self.documents[key]))
        return wrong.isdisjoint(file.path for file in made_of) and all(target in self.documents for target in named)

    def as_written(self, key: str) -> Document:
        """Return a document with its named places open."""
        return self.written.get(key, self.documents[key])

    @property
    def adapted_from(self) -> tuple[Path, ...]:
        """Return the folders of other projects that adapted charters come from, each once: a change there counts."""
        shelves = (shelf for adapted in self.adaptations.values() for shelf in adapted.shelves if shelf.name)
        return tuple(dict.fromkeys(folder for shelf in shelves for folder in (shelf.docs, shelf.i18n)))

    @cached_property
    def texts(self) -> Mapping[str, tuple[DocumentText, ...]]:
        """Return the texts of each document, by its id: every language is compared with them."""
        return {key: texts_of(self.as_written(key)) for key in self.documents}

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


def load_library(docs: Path, root: Path | None = None) -> Library:
    """Read and check every document below `docs`, of the project in `root`; a missing folder stops the run.

    Left out, `root` is the folder around `docs`.
    """
    if not docs.is_dir():
        message = f"There is no folder '{docs.name}' here. Run the command in a project, or name one with --project."
        raise CharterpressError(message)
    shelf = read_shelf(root or docs.parent, docs)
    sources = Sources()
    sources.take_in(shelf)
    findings, broken = list(shelf.findings), dict(shelf.broken)
    written: dict[str, Document] = {}
    files: dict[str, YamlFile] = {}
    adaptations: dict[str, Adapted] = {}
    for key, document in shelf.documents.items():
        if not isinstance(document, Adaptation):
            written[key], files[key] = document, shelf.files[key]
            continue
        adapted, found = resolve(document, shelf, sources)
        findings.extend(found)
        if adapted is None:
            broken[key] = document.language
            continue
        adaptations[key] = adapted
        written[key], files[key] = without_idle_defaults(adapted.charter), adapted.file
        findings.extend(check_document(written[key], files[key]))
    borrowed = borrow(adaptations, written)
    written.update({key: one.document for key, one in borrowed.items()})
    files.update({key: one.file for key, one in borrowed.items()})
    carried = {key: adapted.carried for key, adapted in adaptations.items()}
    carried.update({key: one.carried for key, one in borrowed.items()})
    for key, document in written.items():
        findings.extend(check_names(document, files[key]) if isinstance(document, Charter) else ())
    findings.extend(check_library(written, files, frozenset(broken)))
    documents = {key: with_names(document) for key, document in written.items()}
    open_places = {key: document for key, document in written.items() if document is not documents[key]}
    found = tuple(dict.fromkeys(findings))
    return Library(documents, files, found, open_places, adaptations, carried, broken, shelf.nameless)
