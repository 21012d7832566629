"""Hold what the settings say of leaflets: formats, design, colours, fonts, pictures, printer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from charterpress.content.fontsettings import Family, FontOptions, LanguageFonts
from charterpress.content.model.base import Model
from charterpress.content.model.text import ByLanguage, Identifier, LanguageTag, in_languages

NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Share = Annotated[float, Field(ge=0, le=100)]

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]

Inks = tuple[Share, Share, Share, Share]
"""Cyan, magenta, yellow and black, each in per cent."""


class LeafletLanguageFonts(LanguageFonts):
    """Name the font families of one language, and one for all words of its press PDFs."""

    press: Family | None = None


class LeafletFonts(FontOptions):
    """Name the font families of leaflets."""

    languages: Mapping[LanguageTag, LeafletLanguageFonts] = Field(
        default={}, description="What single languages have instead, by their tag."
    )


class PictureOptions(Model):
    """Name a picture of the project, say it in words, and say what goes to press instead of it.

    Files are named from the folder of the project. What is empty here is judged with the picture itself.
    """

    file: str = Field(min_length=1, description="A PNG, JPEG, SVG or PDF file.")
    alt: ByLanguage = Field(
        default={},
        description="What a reader who cannot see the picture is told; a logo needs it. "
        "A text for every language, or one a language.",
    )
    press_file: str | None = Field(
        default=None, min_length=1, description="The same picture in CMYK or grey, for the press PDF."
    )
    convert: bool = Field(
        default=False, description="Whether the picture's colours may be converted to CMYK for the press PDF."
    )

    def words_in(self, default: str) -> dict[str, str]:
        """Return the words by language; those for every language are in the project's own, `default`."""
        return in_languages(self.alt, default)


class LeafletOptions(Model):
    """Set whether leaflets are made, in which formats, and how they look."""

    enabled: bool = True
    formats: tuple[Identifier, ...] = Field(
        default=("trifold", "booklet", "sheet", "large-print"),
        min_length=1,
        description="The formats that each charter gets, in the order in which its page lists them.",
    )
    minimum_size: Annotated[float, Field(ge=6, le=24)] = 8.5
    maximum_size: Annotated[float, Field(ge=6, le=24)] = 12.0
    design: Annotated[str, StringConstraints(pattern=NAME)] = Field(
        default="calm", description="How leaflets look: calm, bold or plain."
    )
    corner_radius: Annotated[float, Field(ge=0, le=6)] | None = Field(
        default=None, description="How round corners are, in mm; left out: as the design has it."
    )
    brand: Colour | None = Field(default=None, description="Left out: `brand` of the site's look.")
    accent: Colour | None = Field(default=None, description="Left out: `accent` of the site's look.")
    brand_press: Inks | None = Field(
        default=None, description="`brand` in print: cyan, magenta, yellow and black in per cent; left out: its like."
    )
    accent_press: Inks | None = Field(
        default=None, description="`accent` in print: cyan, magenta, yellow and black in per cent; left out: its like."
    )
    fonts: LeafletFonts = LeafletFonts()
    logo: PictureOptions | None = Field(default=None, description="Left out: the logo of the site's look, if any.")
    cover_picture: PictureOptions | None = Field(
        default=None, description="Stands on the front of a leaflet, cut to fill it."
    )
    printer: Annotated[str, StringConstraints(pattern=NAME)] = Field(
        default="offset-coated",
        description="The profile of the printer that press PDFs are made for; printers/ may hold your own.",
    )
