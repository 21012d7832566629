"""Write the texts of a document into a catalogue, with what a translator must know about each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from charterpress.content.inline import link_targets, note_calls
from charterpress.content.model import Charter, Document
from charterpress.content.model.text import Role
from charterpress.content.names import places_in
from charterpress.content.places import Speech, places_of, speeches
from charterpress.content.texts import DocumentText, texts_of
from charterpress.content.yamlfile import Pointer, YamlFile
from charterpress.languages.figures import figures_in
from charterpress.languages.meaning import strong_words

_KIND = {
    Role.PROSE: "running text",
    Role.LEAD_IN: "words that lead into a list; the entries follow them",
    Role.ITEM: "an entry of a list",
    Role.HEADING: "a heading",
    Role.LABEL: "a name or a label",
    Role.NOTE: "a footnote",
}


def template_of(
    document: Document, file: YamlFile, root: Path, left_out: frozenset[tuple[str, str]] = frozenset()
) -> Catalog:
    """Return the document's texts as a catalogue without translations.

    `left_out` has the contexts and the words of those that nobody needs to translate here.
    """
    catalog = Catalog(project=document.id, charset="utf-8", fuzzy=False)
    spoken, texts = speeches(document), texts_of(document)
    longer = {f"{one.id}.leaflet": one.text for one in document.commitments()} if isinstance(document, Charter) else {}
    for text in texts:
        if (text.context, text.text) in left_out:
            continue
        owner, _, field = text.context.rpartition(".")
        catalog.add(
            text.text,
            context=text.context,
            locations=[_location(file, text.pointer, root)],
            auto_comments=[
                *_comments(document, text, spoken.get(owner.partition(".")[0]), field),
                *((f"A shorter way to say: {longer[text.context]}",) if text.context in longer else ()),
            ],
        )
    return catalog


def _location(file: YamlFile, pointer: Pointer, root: Path) -> tuple[str, int]:
    """Return the file, named from the project, and the line of a text; one of an installed package has its last part.

    The place of a package on this machine would be another one on the next.
    """
    path, place = file.locate(pointer)
    named = path.relative_to(root) if path.is_relative_to(root) else Path(*path.parts[-4:])
    return named.as_posix(), place.line


def _comments(document: Document, text: DocumentText, speech: Speech | None, field: str) -> Iterator[str]:
    yield f"{_KIND[text.role]}, at {text.context}"
    if field == "because":
        yield "Why a promise of an adapted charter was changed"
    elif speech is not None:
        yield f"{speech.by} promise this to: {speech.to}"
        if speech.lead_in and field in {"text", "leaflet"}:
            yield f"It follows the words: {speech.lead_in}"
    if kept := ", ".join(_kept(text.text, document.language)):
        yield f"Keep: {kept}"
    if strong := ", ".join(strong_words(text.text, document.language)):
        yield f"Just as strong: {strong}"
    yield f"Shown on: {places_of(document, text)}"


def _kept(text: str, language: str) -> Iterator[str]:
    """Yield what must be the same in the translation."""
    yield from dict.fromkeys(figures_in(text, language))
    yield from (f"({target})" for target in link_targets(text))
    yield from (f"[^{call}]" for call in note_calls(text))
    yield from (f"{{{name}}}" for name in places_in(text))
