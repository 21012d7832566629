"""Hold what the settings say of font families, for the site or for leaflets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from charterpress.content.model.base import Model
from charterpress.content.model.text import LanguageTag

Family = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class LanguageFonts(Model):
    """Name the font families of one language."""

    text: Family | None = None
    headings: Family | None = None


class FontOptions(Model):
    """Name font families: ones that come with charterpress, or files in a folder of the project; ours stay behind."""

    folder: str = Field(default="fonts", min_length=1, description="The folder of TTF and OTF files, in the project.")
    text: Family | None = None
    headings: Family | None = None
    languages: Mapping[LanguageTag, LanguageFonts] = Field(
        default={}, description="What single languages have instead, by their tag."
    )

    def families(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield each family that is asked for, with where it stands below `fonts`."""
        for name in ("text", "headings"):
            if (family := getattr(self, name)) is not None:
                yield (name,), family
        for language, own in self.languages.items():
            for name in type(own).model_fields:
                if (family := getattr(own, name)) is not None:
                    yield ("languages", language, name), family
