"""Write the JSON Schema of the data: it is made from the models, so it cannot say anything else."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue

from charterpress.content.schema import PlainSchema
from charterpress.site.opendata.format.file import DataFile


class _PublicSchema(PlainSchema):
    """Say what is in a data file: what is absent is left out, and keys may be added later."""

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:  # noqa: ANN401 - pydantic's own type
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

    def default_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 - the same
        made = super().model_schema(schema)
        made.pop("additionalProperties", None)
        # What the class does is for its readers; what the object is, for those of the schema.
        said = str(made["description"]).removeprefix("Hold ")
        return {**made, "description": said[:1].upper() + said[1:]}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a data file."""
    return DataFile.model_json_schema(by_alias=True, schema_generator=_PublicSchema, mode="serialization")


def render_schema() -> str:
    """Return the schema as it is published: the same for every site."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
