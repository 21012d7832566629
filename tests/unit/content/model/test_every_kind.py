"""Test every kind of document on a document with every key: what it takes, and what it refuses."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import KINDS
from charterpress.content.validate import validate
from charterpress.content.yamlfile import Pointer, Value, YamlFile, load_yaml

COMPLETE = Path(__file__).parent / "complete"

OTHER_KEYS = {"adaptation": {"package"}}
"""Keys that cannot stand beside others: an adaptation comes from a folder or from a package."""

by_kind = pytest.mark.parametrize("kind", sorted(KINDS))


def load(kind: str) -> YamlFile:
    """Return the document of a kind with every key."""
    file = load_yaml(COMPLETE / f"{kind}.yml")
    assert file.findings == ()
    return file


def values(data: Value, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Value]]:
    """Yield every value in a document with its place."""
    yield pointer, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values(value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from values(value, (*pointer, index))


def changed(data: Value, pointer: Pointer, value: Value) -> Value:
    """Return a copy of a document with another value at a place."""
    if not pointer:
        return value
    data = copy.deepcopy(data)
    inner: Any = data
    for key in pointer[:-1]:
        inner = inner[key]
    inner[pointer[-1]] = value
    return data


def is_open(kind: str, at: Pointer) -> bool:
    """Tell whether the keys at a place are chosen by the editor: the names that an adaptation fills in."""
    return kind == "adaptation" and at[:1] == ("names",)


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON Schema has no shape
    """Yield every part of a JSON Schema that describes keys with values."""
    if isinstance(schema, dict):
        # Keys that the editor chooses have a pattern, and no names of their own.
        chosen = "patternProperties" in schema or "propertyNames" in schema
        if not chosen and (schema.get("type") == "object" or "properties" in schema):
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def names(schema: Any) -> Iterator[str]:  # noqa: ANN401 - JSON Schema has no shape
    """Yield every key that a JSON Schema allows, as far as it is used."""
    for part in objects(schema):
        yield from part.get("properties", {})


def test_the_kinds() -> None:
    """There are six kinds of documents."""
    assert sorted(KINDS) == ["adaptation", "charter", "guidance", "guide", "statement", "theme"]


@by_kind
def test_a_complete_document(kind: str) -> None:
    """A document with every key is taken as it is."""
    file = load(kind)
    assert file.data is not None
    document, findings = validate(KINDS[kind], file, file.data)
    assert findings == ()
    assert document is not None
    assert document.kind == kind


def test_complete_documents_fit_together(complete: Path) -> None:
    """The complete documents refer to each other, and nothing is missing."""
    library = load_library(complete)
    assert library.findings == ()
    assert sorted(library.documents) == ["accessibility", "family", "involved", "listening", "rules"]


@by_kind
def test_every_key_is_used(kind: str) -> None:
    """The complete document uses every key that its JSON Schema has, so the tests here miss none."""
    wanted = set(names(KINDS[kind].model_json_schema()))
    assert len(wanted) > 20
    data = load(kind).data
    assert data is not None
    held = [value for at, value in values(data) if isinstance(value, dict) and not is_open(kind, at)]
    assert {key for value in held for key in value} == wanted - OTHER_KEYS.get(kind, set())


@by_kind
def test_an_unknown_key_anywhere(kind: str) -> None:
    """Wherever there are keys, one that is not known is refused, with its line."""
    file = load(kind)
    assert file.data is not None
    places = [(at, each) for at, each in values(file.data) if isinstance(each, dict) and not is_open(kind, at)]
    assert len(places) > 5
    for at, mapping in places:
        data = changed(file.data, at, {**mapping, "zzz": "x"})
        document, findings = validate(KINDS[kind], file, data)
        assert document is None, at
        assert [(finding.rule, finding.line) for finding in findings] == [("unknown-key", file.place(at).line)], at
        assert findings[0].message == "the key 'zzz' is not known here"
        assert findings[0].hint.startswith("Known keys here: "), at


@by_kind
@pytest.mark.parametrize("value", ["", "x", [], ["x"], {}, {"x": "y"}, [[]], [{}]], ids=repr)
def test_any_value_anywhere(kind: str, value: Value) -> None:
    """Whatever stands in a place, it is taken, or refused with a file, a line, a reason and a next step."""
    file = load(kind)
    assert file.data is not None
    refused = 0
    for at, _ in values(file.data):
        document, findings = validate(KINDS[kind], file, changed(file.data, at, value))
        assert (document is None) == bool(findings), at
        refused += bool(findings)
        for finding in findings:
            assert finding.file == file.path
            assert finding.line is not None
            assert finding.message, at
            assert "(list)" not in finding.message, "the reader meets a word of the program"
            assert finding.hint.endswith((".", "?")), at
    assert refused > 10


@by_kind
def test_documents_never_change(kind: str) -> None:
    """A document that was read stays as it is."""
    document = KINDS[kind].model_validate(load(kind).data)
    with pytest.raises(ValueError, match="frozen"):
        document.title = "Another"  # type: ignore[misc]  # that is what is tested


@by_kind
def test_json_schema(kind: str) -> None:
    """The JSON Schema of a kind can be written as JSON, refers only to what it defines, and allows no unknown key."""
    schema = KINDS[kind].model_json_schema()
    text = json.dumps(schema)
    assert json.loads(text) == schema
    parts = list(objects(schema))
    assert len(parts) > 5
    for part in parts:
        assert part.get("additionalProperties") is False, part.get("title")
        assert set(part.get("required", ())) <= set(part["properties"]), part["title"]
    references = set(re.findall(r'"\$ref": "([^"]+)"', text))
    assert references
    assert references <= {f"#/$defs/{name}" for name in schema["$defs"]}
    for pattern in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text):
        re.compile(json.loads(pattern))
    assert schema["properties"]["kind"]["const"] == kind
