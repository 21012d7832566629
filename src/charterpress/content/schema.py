"""Make JSON Schema of models: what pydantic writes, without what is no part of it or tells nobody anything."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue


class PlainSchema(GenerateJsonSchema):
    """Say what a file may hold: nothing in it is ever null, and keys are told apart by what they mean."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - pydantic's own type
        """Leave null out."""
        return self.generate_inner(schema["schema"])

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        """Leave out a word of OpenAPI, which JSON Schema does not know."""
        made = super().tagged_union_schema(schema)
        made.pop("discriminator", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - the same
        """Leave titles out: one that is the key in capitals tells nobody anything."""
        return False
