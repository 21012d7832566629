"""Give a permanent id to every part of a document that lacks one; the rest of the file stays as it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from charterpress.content.model import KINDS
from charterpress.content.naming import id_from
from charterpress.content.references import RESERVED
from charterpress.content.textfile import load_text
from charterpress.content.validate import missing_in
from charterpress.content.yamlfile import Pointer, Value, YamlFile, parse_yaml
from charterpress.editing.nodes import node_at, node_tree
from charterpress.findings import Finding, shortened

_WORDS = ("title", "term", "name", "label", "text", "what", "lead_in", "by", "meaning")
"""The keys whose words make an id, the best first."""
_VALID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Given:
    """Hold an id that was made, the words that it stands for, and the line (from 1) where these start."""

    identifier: str
    words: str
    line: int


@dataclass(frozen=True)
class Identified:
    """Hold the text of a file with all its ids, and those that were made; None where nothing can be done."""

    path: Path
    text: str | None
    given: tuple[Given, ...] = ()
    findings: tuple[Finding, ...] = ()


def identify(path: Path, gone: Collection[str] = (), documents: Collection[str] = ()) -> Identified:
    """Return a file with an id at every part that must have one and has none; nothing is written.

    `gone` are ids that the document had once, and `documents` those of other documents: neither is given again.
    """
    loaded = load_text(path)
    if loaded.text is None:
        return Identified(path, None, findings=loaded.findings)
    file = parse_yaml(loaded.text, path)
    kind = file.data.get("kind") if isinstance(file.data, dict) else None
    if file.findings or not isinstance(file.data, dict) or not isinstance(kind, str) or kind not in KINDS:
        wrong = file.finding("wrong-kind", "the file does not say what it is", _kinds(), ("kind",))
        return Identified(path, None, findings=file.findings or (wrong,))
    places = set(missing_in(KINDS[kind], file.data, "id"))
    if not places:
        return Identified(path, loaded.text)
    root = node_tree(loaded.text)
    lacking = sorted(places, key=lambda pointer: int(node_at(root, pointer).start_mark.index))
    taken = {*_ids_in(file.data), *gone}
    chosen: dict[Pointer, str] = {}
    for pointer in lacking:
        chosen[pointer] = _made(file, pointer, taken if pointer else {*taken, *documents})
        taken.add(chosen[pointer])
    text = loaded.text
    for pointer in reversed(lacking):
        text = _with_id(text, root, pointer, chosen[pointer])
    if parse_yaml(text, path).data != _with_ids(file.data, chosen):
        hint = "Write each entry on lines of its own, as '- id: some-name'."
        return Identified(path, None, findings=(file.finding("unusual-layout", "the ids cannot be put in", hint),))
    given = [Given(name, shortened(_words(_value(file.data, at))), file.place(at).line) for at, name in chosen.items()]
    return Identified(path, text, tuple(given))


def missing_ids(identified: Identified) -> Iterator[Finding]:
    """Yield a finding for every id that was made and is not in the file yet."""
    for given in identified.given:
        message = f"there is no id for '{given.words}'" if given.words else "there is no id for this entry"
        hint = f"Run 'charterpress ids', or add the line 'id: {given.identifier}'."
        yield Finding("missing-id", message, hint, file=identified.path, line=given.line)


def _kinds() -> str:
    return f"Write at the top 'kind:' and one of {', '.join(sorted(KINDS))}."


def _ids_in(value: Value) -> Iterator[str]:
    """Yield every id that is written below a value."""
    if isinstance(value, dict):
        if isinstance(own := value.get("id"), str):
            yield own
        for inner in value.values():
            yield from _ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids_in(inner)


def _made(file: YamlFile, pointer: Pointer, taken: Collection[str]) -> str:
    """Return the id of a part: from its words; that of the document from the name of its file."""
    stem = file.path.stem
    if not pointer and _VALID.fullmatch(stem) and stem not in taken:
        return stem
    assert file.data is not None  # noqa: S101 - it was read
    words = _words(_value(file.data, pointer)).removeprefix(RESERVED)
    return id_from(words, taken, fallback=_singular(pointer))


def _words(part: Value) -> str:
    """Return the words of a part that say best what it is."""
    assert isinstance(part, dict)  # noqa: S101 - only mappings have ids
    said = (part.get(key) for key in _WORDS)
    return next((words for words in said if isinstance(words, str) and words.strip()), "")


def _singular(pointer: Pointer) -> str:
    """Return what one entry of the list at a pointer is called: 'edition' below 'editions'."""
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "document").replace("_", "-")
    return f"{key.removesuffix('ies')}y" if key.endswith("ies") else key.removesuffix("s")


def _value(data: Value, pointer: Pointer) -> Value:
    for key in pointer:
        data = data[key]  # type: ignore[index]  # the pointer was found in this data
    return data


def _with_ids(data: Value, chosen: dict[Pointer, str], at: Pointer = ()) -> Value:
    """Return the data as it must be read afterwards."""
    if isinstance(data, list):
        return [_with_ids(inner, chosen, (*at, number)) for number, inner in enumerate(data)]
    if isinstance(data, dict):
        inside = {key: _with_ids(inner, chosen, (*at, key)) for key, inner in data.items()}
        return {**inside, "id": chosen[at]} if at in chosen else inside
    return data


def _with_id(text: str, root: yaml.Node, pointer: Pointer, identifier: str) -> str:
    """Return the text with one id put in: before the other keys of its part, or behind the document's kind."""
    node = node_at(root, pointer)
    assert isinstance(node, yaml.MappingNode)  # noqa: S101 - only mappings have ids
    ending = "\r\n" if "\r\n" in text else "\n"
    empty = next((value for key, value in node.value if key.value == "id"), None)
    if empty is not None:
        at = empty.start_mark.index
        return f"{text[:at]} {identifier}{text[at:]}" if text[at - 1] == ":" else text
    first, kind = node.value[0]
    if node.flow_style:
        at, written = first.start_mark.index, f"id: {identifier}, "
    elif not pointer and first.value == "kind" and isinstance(kind, yaml.ScalarNode):
        # Behind the line: what is said of the kind in a comment stays beside it.
        end = text.find("\n", kind.end_mark.index)
        at, written = (len(text), f"{ending}id: {identifier}") if end < 0 else (end + 1, f"id: {identifier}{ending}")
    else:
        at = first.start_mark.index
        written = f"id: {identifier}{ending}{' ' * first.start_mark.column}"
    return text[:at] + written + text[at:]
