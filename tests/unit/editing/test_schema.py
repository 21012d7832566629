"""Test the schema for editors: it is made from the model, explains every field, and judges as the model does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args

import jsonschema
import pytest
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from ruamel.yaml import YAML

from charterpress.content.model import KINDS
from charterpress.editing.schema import editor_schema, render_editor_schema

REPOSITORY = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted(
    {
        *(REPOSITORY / "docs").rglob("*.yml"),
        *(REPOSITORY / "tests/examples/valid").glob("*/**/docs/**/*.yml"),
        *(REPOSITORY / "tests/unit/sample/docs").rglob("*.yml"),
        *(REPOSITORY / "tests/unit/content/model/complete").rglob("*.yml"),
    }
)
GOOD = """\
kind: charter
id: together
title: Together
summary: What we do.
parties: [{id: all, name: All}]
themes:
  - theme: listening
    promises:
      - id: we-listen
        title: We listen
        by: all
        to: all
        commitments:
          - id: hear
            text: Hear you out.
"""


def models() -> Iterator[type[BaseModel]]:
    """Yield every model that documents are made of."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = list(KINDS.values())
    while waiting:
        seen = waiting.pop()
        if isinstance(seen, type) and issubclass(seen, BaseModel):
            if seen not in found:
                found[seen] = None
                waiting += [field.annotation for field in seen.model_fields.values()]
        else:
            waiting += [part for part in get_args(seen) if part is not Ellipsis]
    yield from found


def fields() -> list[tuple[str, FieldInfo]]:
    """Return every field of every model."""
    return [(f"{model.__name__}.{name}", field) for model in models() for name, field in model.model_fields.items()]


def holds_models(annotation: Any) -> bool:  # noqa: ANN401 - a type expression has no type
    """Tell whether a field holds parts with keys of their own, which have examples themselves."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(holds_models(part) for part in get_args(annotation))


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft7Validator:
    """Return what judges documents by the schema."""
    jsonschema.Draft7Validator.check_schema(editor_schema())
    return jsonschema.Draft7Validator(editor_schema(), format_checker=jsonschema.FormatChecker())


def read(text: str) -> Any:  # noqa: ANN401 - YAML has no type
    """Return YAML as an editor reads it: with numbers and truth values, and dates as text."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    return plain(YAML(typ="safe").load(text))


def test_every_field_is_described() -> None:
    """Each field says in a sentence what it is for; each that holds words, a number or a date has an example."""
    found = fields()
    assert len(found) >= 150
    assert [name for name, field in found if not (field.description or "").endswith((".", ")", "'", "]"))] == []
    lacking = [name for name, field in found if not field.examples and not holds_models(field.annotation)]
    assert lacking == []


def test_examples_are_possible() -> None:
    """Each example of a field is a value that the field may have."""
    for name, field in fields():
        kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        adapter = TypeAdapter(kind)
        for example in field.examples or ():
            assert adapter.validate_python(example) is not None, name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_documents_pass(judge: jsonschema.Draft7Validator, path: Path) -> None:
    """Each document of the reference site and of the examples is right by the schema."""
    assert len(DOCUMENTS) >= 30
    assert [error.message for error in judge.iter_errors(read(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Together", "titel: Together", "'titel' was unexpected"),
        ("            text: Hear you out.\n", "", "'text' is a required property"),
        ("kind: charter", "kind: chrter", "'chrter' is not one of"),
        ("kind: charter", "type: charter", "'kind' is a required property"),
        ("kind: charter", "kind: guide", "'answer' is a required property"),
        ("id: together", "id: Together we can", "does not match"),
        ("text: Hear you out.", "text:", "None is not of type"),
        ("text: Hear you out.", "text: [Hear you out.]", "is not of type"),
        ("parties: [{id: all, name: All}]", "parties: []", "[] should be non-empty"),
        ("summary: What we do.", "summary: What we do.\nreview_by: next year", "is not a 'date'"),
        ("summary: What we do.", "summary: What we do.\naudience: kids", "'kids' is not one of"),
    ],
)
def test_mistakes_fail(judge: jsonschema.Draft7Validator, old: str, new: str, said: str) -> None:
    """Typical mistakes are found, each with words about what is wrong."""
    assert list(judge.iter_errors(read(GOOD))) == []
    assert GOOD.count(old) == 1
    messages = [error.message for error in judge.iter_errors(read(GOOD.replace(old, new)))]
    assert any(said in message for message in messages), messages


def test_text_that_looks_like_a_number(judge: jsonschema.Draft7Validator) -> None:
    """A title such as 2026 is text to charterpress, and right in an editor, too."""
    assert list(judge.iter_errors(read(GOOD.replace("title: Together", "title: 2026\nversion: 1.0")))) == []


def test_for_people_who_edit() -> None:
    """The schema has no words about code, and is the same each time."""
    text = render_editor_schema()
    assert text == render_editor_schema()
    assert text.endswith("}\n")
    assert '"null"' not in text
    assert "Hold " not in text
