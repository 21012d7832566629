"""Check what documents say about each other and about themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from charterpress.content.choice import check_choice
from charterpress.content.inline import DOCUMENT_SCHEMES, check_inline, link_targets, note_calls, scheme_of
from charterpress.content.model import Adaptation, Charter, Document, Guidance, Guide
from charterpress.content.nearest import nearest
from charterpress.content.numbering import check_numbers
from charterpress.content.texts import identifiers, texts_of
from charterpress.content.yamlfile import Pointer, YamlFile
from charterpress.findings import Finding, Level

RESERVED = "cp-"
"""What the anchors of the page templates start with, so that no document's id can clash with them."""
OTHER_CATALOGUES = frozenset({"interface", "terminology"})
"""What stands among a language's catalogues beside those of documents: the words on buttons, the terms of the trade."""
ALL_DOCUMENTS = "all"
"""What stands in the place of a document's id in the name of the file that has the data of all of them."""


def check_document(document: Document, file: YamlFile) -> Iterator[Finding]:
    """Yield what is wrong inside one document."""
    yield from _check_ids(document, file)
    yield from _check_texts(document, file)
    if isinstance(document, Charter):
        yield from _check_charter(document, file)
        yield from check_choice(document, file)
    if isinstance(document, Guidance):
        yield from check_numbers(document, file)
        yield from _check_editions(document, file)


def check_library(
    documents: Mapping[str, Document], files: Mapping[str, YamlFile], broken: frozenset[str]
) -> Iterator[Finding]:
    """Yield references to documents, and to parts of documents, that are not there.

    `broken` holds the ids of documents that could not be read; references to them are not blamed.
    """
    anchors = {key: {document.id, *(i for i, _ in identifiers(document))} for key, document in documents.items()}
    for key, document in documents.items():
        for kind, target, fragment, pointer in _references(document):
            if target in broken:
                continue
            wanted = f"{kind}:{target}"
            found = documents.get(target)
            if found is None or found.kind != kind:
                known = [d.id for d in documents.values() if d.kind == kind]
                message = f"there is no {kind} '{target}'"
                yield files[key].finding("missing-reference", message, nearest(target, known, kind), pointer)
            elif fragment == "":
                message = f"{wanted} is named without one of its parts"
                hint = f"Write '{target}#' and the id of the part, as in '{target}#{min(anchors[target])}'."
                yield files[key].finding("missing-reference", message, hint, pointer)
            elif fragment is not None and fragment not in anchors[target]:
                message = f"{wanted} has no part with the id '{fragment}'"
                hint = nearest(fragment, sorted(anchors[target]), "id")
                yield files[key].finding("missing-reference", message, hint, pointer)
            elif isinstance(found, Guidance) and fragment is not None:
                yield from _check_superseded(found, fragment, files[key], pointer)


def references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the kind and the id of every document that a document refers to."""
    yield from ((kind, target) for kind, target, _, _ in _references(document))


Reference = tuple[str, str, str | None, Pointer]
"""A kind, a document's id, a part's id or None, and the place that refers to it."""


def _references(document: Document) -> Iterator[Reference]:
    """Yield everything that a document refers to."""
    if isinstance(document, Charter):
        yield from _references_of_charter(document)
    if isinstance(document, Guide):
        yield from _references_of_guide(document)
    for text in texts_of(document):
        for target in link_targets(text.text):
            kind = scheme_of(target)
            if kind in DOCUMENT_SCHEMES:
                name, _, fragment = target.partition(":")[2].partition("#")
                yield kind, name, fragment or None, text.pointer
            elif target.startswith("#"):
                yield document.kind, document.id, target[1:], text.pointer


def _references_of_charter(charter: Charter) -> Iterator[Reference]:
    for number, section in enumerate(charter.themes):
        yield "theme", section.theme, None, ("themes", number, "theme")
    for number, protocol in enumerate(charter.protocols.items if charter.protocols else ()):
        if protocol.theme is not None:
            yield "theme", protocol.theme, None, ("protocols", "items", number, "theme")
    places = {identifier: pointer[:-1] for identifier, pointer in identifiers(charter)}
    for commitment in charter.commitments():
        for number, target in enumerate(commitment.backed_by):
            yield _provision(target, (*places[commitment.id], "backed_by", number))


def _references_of_guide(guide: Guide) -> Iterator[Reference]:
    for number, part in enumerate(guide.sections):
        for index, target in enumerate(part.cites):
            yield _provision(target, ("sections", number, "cites", index))
    for number, target in enumerate(guide.related):
        kind, _, rest = target.partition(":")
        yield kind, rest, None, ("related", number)


def _provision(target: str, pointer: Pointer) -> Reference:
    name, _, fragment = target.partition("#")
    return "guidance", name, fragment, pointer


def _check_superseded(guidance: Guidance, fragment: str, file: YamlFile, pointer: Pointer) -> Iterator[Finding]:
    cited = next((provision for provision in guidance.provisions() if provision.id == fragment), None)
    edition = guidance.edition(cited.ref.edition) if cited is not None and cited.ref is not None else None
    if edition is None or edition.replaced_by is None:
        return
    finding = file.finding(
        "superseded-edition",
        f"'{guidance.instrument.title}' is cited in its edition of {edition.label}, which was replaced",
        "Check the newest edition; the page tells readers about it until then.",
        pointer,
    )
    yield replace(finding, level=Level.WARNING)


def _check_ids(document: Document, file: YamlFile) -> Iterator[Finding]:
    places: dict[str, list[Pointer]] = defaultdict(list)
    for identifier, pointer in identifiers(document):
        places[identifier].append(pointer)
    if document.id in OTHER_CATALOGUES:
        message = f"the id '{document.id}' is that of a file for translators"
        yield file.finding("reserved-id", message, "Give the document another id.", ("id",))
    if document.id == ALL_DOCUMENTS:
        message = f"the id '{document.id}' is that of the file with the data of all documents"
        yield file.finding("reserved-id", message, "Give the document another id.", ("id",))
    for identifier, pointers in places.items():
        if identifier.startswith(RESERVED):
            message = f"the id '{identifier}' starts with '{RESERVED}', as the addresses of charterpress's own parts do"
            yield file.finding("reserved-id", message, "Start the id with another word.", pointers[0])
        path, first = file.locate(pointers[0])
        for pointer in pointers[1:]:
            where = "" if file.locate(pointer)[0] == path else f" of {path.name}"
            message = f"the id '{identifier}' is used twice, first on line {first.line}{where}"
            yield file.finding("duplicate-id", message, "Give this part an id of its own.", pointer)


def _check_texts(document: Document, file: YamlFile) -> Iterator[Finding]:
    notes = {note.id for note in document.notes}
    # The notes of an adaptation and those of what it adapts are judged together, in the charter that it makes.
    in_part = isinstance(document, Adaptation)
    called: set[str] = set()
    for text in texts_of(document):
        for fault in check_inline(text.text):
            yield file.finding(fault.rule, fault.message, fault.hint, text.pointer)
        for call in note_calls(text.text):
            called.add(call)
            if call not in notes and not in_part:
                message = f"the note '{call}' is called but not written"
                hint = "Add it under 'notes:', or take out the call."
                yield file.finding("missing-note", message, hint, text.pointer)
    for number, note in enumerate(document.notes):
        if note.id not in called and not in_part:
            finding = file.finding(
                "uncalled-note",
                f"the note '{note.id}' is never called",
                f"Put [^{note.id}] where it belongs.",
                ("notes", number, "id"),
            )
            yield replace(finding, level=Level.WARNING)


def _check_charter(charter: Charter, file: YamlFile) -> Iterator[Finding]:
    parties = [party.id for party in charter.parties]
    blocks: list[tuple[Pointer, str, str]] = []
    for number, section in enumerate(charter.themes):
        for index, block in enumerate(section.promises):
            blocks.append((("themes", number, "promises", index), block.by, block.to))
    for number, protocol in enumerate(charter.protocols.items if charter.protocols else ()):
        blocks.append((("protocols", "items", number), protocol.by, protocol.to))
    for pointer, by, to in blocks:
        for key, party in (("by", by), ("to", to)):
            if party not in parties:
                message = f"there is no party '{party}' in this charter"
                yield file.finding("missing-reference", message, nearest(party, parties, "party"), (*pointer, key))
    commitments = {commitment.id: commitment for commitment in charter.commitments()}
    places = {identifier: pointer[:-1] for identifier, pointer in identifiers(charter)}
    for commitment in commitments.values():
        if commitment.answers is not None and commitment.answers not in commitments:
            message = f"there is no commitment '{commitment.answers}' in this charter"
            hint = nearest(commitment.answers, sorted(commitments), "id")
            yield file.finding("missing-reference", message, hint, (*places[commitment.id], "answers"))


def _check_editions(guidance: Guidance, file: YamlFile) -> Iterator[Finding]:
    known = [edition.id for edition in guidance.editions]
    wanted: list[tuple[str | None, Pointer]] = [
        (edition.replaced_by, ("editions", number, "replaced_by")) for number, edition in enumerate(guidance.editions)
    ]
    wanted += [
        (provision.ref.edition, ("sections", number, "provisions", index, "ref", "edition"))
        for number, section in enumerate(guidance.sections)
        for index, provision in enumerate(section.provisions)
        if provision.ref is not None
    ]
    for edition, pointer in wanted:
        if edition is not None and edition not in known:
            message = f"there is no edition '{edition}' in this guidance"
            yield file.finding("missing-reference", message, nearest(edition, known, "edition"), pointer)
