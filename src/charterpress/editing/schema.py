"""Write the JSON Schema that editors such as VS Code complete and check documents with; it is made from the model."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue

from charterpress.content.model import KINDS
from charterpress.content.schema import PlainSchema

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML extensions of all common editors understand."""

_REFERENCE = "#/definitions/{model}"
_EXACT = {"pattern", "format", "enum", "const"}


class _EditorSchema(PlainSchema):
    """Say what may be written in a document."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - pydantic's own type
        made = super().default_schema(schema)
        if not made.get("default"):
            # That a key which is left out is empty goes without saying.
            made.pop("default", None)
        return made

    def str_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().str_schema(schema)
        # Every value is text to us, but an editor takes 2026 for a number.
        return made if _EXACT & set(made) else {**made, "type": ["string", "number"]}


def editor_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 07) of every kind of document; `kind` says which part of it holds."""
    mode: JsonSchemaMode = "validation"
    generator = _EditorSchema(ref_template=_REFERENCE)
    inputs = [(kind, mode, model.__pydantic_core_schema__) for kind, model in sorted(KINDS.items())]
    made, definitions = generator.generate_definitions(inputs)
    for definition in definitions.values():
        # What a class is called and does is for those who read the code.
        definition.pop("title", None)
        definition.pop("description", None)
    return {
        "$schema": DIALECT,
        "title": "A document of charterpress",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": sorted(KINDS), "description": "What the document is."}},
        "allOf": [
            {"if": {"required": ["kind"], "properties": {"kind": {"const": kind}}}, "then": made[kind, mode]}
            for kind in sorted(KINDS)
        ],
        "definitions": definitions,
    }


def render_editor_schema() -> str:
    """Return the schema as it is written into a project."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n"
