"""Bring along what an adapted charter stands on: the themes, guidance and guides of its project that ours has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charterpress.content.adaptation.resolve import Adapted, Carried
from charterpress.content.model import Document
from charterpress.content.references import references
from charterpress.content.yamlfile import YamlFile

_BORROWED = frozenset({"theme", "guidance", "guide"})


@dataclass(frozen=True)
class Borrowed:
    """Hold a document of another project, its file, and where its translations are."""

    document: Document
    file: YamlFile
    carried: Carried


def borrow(adaptations: Mapping[str, Adapted], own: Mapping[str, Document]) -> dict[str, Borrowed]:
    """Return the documents that adapted charters refer to and that are in the adapted project alone, by their ids.

    What these refer to comes along as well.
    """
    found: dict[str, Borrowed] = {}
    for adapted in adaptations.values():
        waiting: list[Document] = [adapted.charter]
        while waiting:
            for kind, target in references(waiting.pop()):
                if kind in _BORROWED and target not in own and target not in found:
                    for shelf in adapted.shelves:
                        document = shelf.documents.get(target)
                        if document is not None and document.kind == kind:
                            found[target] = Borrowed(document, shelf.files[target], ((shelf.i18n, target),))
                            waiting.append(document)
                            break
    return found
