"""Write the JSON Schema of the data: it is made from the models, so it cannot say anything else."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from charterpress.site.opendata.format.file import DataFile


class _PublicSchema(GenerateJsonSchema):
    """Say what is in a file: what is absent is left out and never null, and keys may be added later."""

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:  # noqa: ANN401 - pydantic's own type
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().model_schema(schema)
        made.pop("additionalProperties", None)
        # What the class does is for its readers; what the object is, for those of the schema.
        said = str(made["description"]).removeprefix("Hold ")
        return {**made, "description": said[:1].upper() + said[1:]}

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().tagged_union_schema(schema)
        # A word of OpenAPI, not of JSON Schema.
        made.pop("discriminator", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - the same
        # A title that is the key in capitals tells nobody anything.
        return False


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a data file."""
    return DataFile.model_json_schema(by_alias=True, schema_generator=_PublicSchema, mode="serialization")


def render_schema() -> str:
    """Return the schema as it is published: the same for every site."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
