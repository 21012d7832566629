"""Write the JSON Schema that editors such as VS Code complete and check documents with; it is made from the model."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from charterpress.content.model import KINDS

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML extensions of all common editors understand."""

_REFERENCE = "#/definitions/{model}"
_EXACT = {"pattern", "format", "enum", "const"}


class _EditorSchema(GenerateJsonSchema):
    """Say what may be written in a file: nothing is ever null, and keys are told apart by what they mean."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - pydantic's own type
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().default_schema(schema)
        if not made.get("default"):
            # That a key which is left out is empty goes without saying.
            made.pop("default", None)
        return made

    def str_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().str_schema(schema)
        # Every value is text to us, but an editor takes 2026 for a number.
        return made if _EXACT & set(made) else {**made, "type": ["string", "number"]}

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().tagged_union_schema(schema)
        # A word of OpenAPI, not of JSON Schema.
        made.pop("discriminator", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - the same
        # A title that is the key in capitals tells nobody anything.
        return False


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
