"""Define a data file, and its version."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from charterpress.site.opendata.format.charter import OpenCharter
from charterpress.site.opendata.format.parts import Address, LanguageTag, Part
from charterpress.site.opendata.format.rules import OpenGuidance, OpenGuide, OpenTheme

NAME = "charterpress-data"
VERSION = "1.1"
"""The first number changes when what reads the data must change too, the second when something was added."""

AnyDocument = OpenCharter | OpenGuidance | OpenGuide | OpenTheme


class Site(Part):
    """Name the site that the data comes from."""

    name: str = Field(description="The site's name in this language.", examples=["Family promises"])
    organisation: str | None = Field(default=None, description="Who publishes the site.", examples=["Example Council"])
    address: str | None = Field(
        default=None,
        description="The web address of the site's root; left out where the site has none.",
        examples=["https://charters.example/"],
    )


class DataFile(Part):
    """Hold documents of a site in one language; readers of the data must ignore keys that they do not know."""

    model_config = ConfigDict(
        title="Documents of a charterpress site",
        json_schema_extra={
            "examples": [
                {
                    "$schema": "https://charters.example/data/schema/v1.json",
                    "format": NAME,
                    "format_version": VERSION,
                    "language": "en",
                    "direction": "ltr",
                    "site": {"name": "Family promises", "address": "https://charters.example/"},
                    "documents": [],
                }
            ]
        },
    )

    address_of_schema: Address = Field(
        serialization_alias="$schema",
        description="The address of the JSON Schema; where the site has no address, a path from this file.",
        examples=["https://charters.example/data/schema/v1.json", "schema/v1.json"],
    )
    format: Literal["charterpress-data"] = Field(description="The name of this format.")
    format_version: str = Field(
        pattern=r"^1\.\d+$",
        description="The version of this format: with the same first number, things are only ever added.",
        examples=[VERSION],
    )
    language: LanguageTag = Field(description="The language of this file.")
    direction: Literal["ltr", "rtl"] = Field(description="The direction in which the language is written.")
    site: Site = Field(description="The site that the data comes from.")
    documents: tuple[Annotated[AnyDocument, Field(discriminator="kind")], ...] = Field(
        description="One document, or in the file `all.json` all that this language shows, kind by kind."
    )
