"""Hold what the settings say of how the site looks: colours, letters, spacing, corners, logo."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from charterpress.content.fontsettings import FontOptions, LanguageFonts
from charterpress.content.leafletsettings import Colour, PictureOptions
from charterpress.content.model.base import Model
from charterpress.content.model.text import ByLanguage, in_languages


class DarkColours(Model):
    """Give the dark look colours of its own; what is left out is derived from the light one."""

    brand: Colour | None = None
    accent: Colour | None = None
    paper: Colour | None = None
    card: Colour | None = None
    ink: Colour | None = None


class LookFonts(FontOptions):
    """Name the font families of the site."""

    def named(self, language: str, role: Literal["text", "headings"]) -> tuple[str | None, bool]:
        """Return the family for a language, and whether that language names it for itself."""
        base = self.languages.get(language.partition("-")[0], LanguageFonts())
        own: str | None = getattr(self.languages.get(language, base), role)
        return (own, True) if own is not None else (getattr(self, role), False)


class LogoOptions(Model):
    """Name the logo of the site and say it in words; leaflets have the same one unless they name their own.

    Files are named from the folder of the project. What is wrong with the logo is found when it is opened.
    """

    file: str = Field(min_length=1, description="An SVG or PNG file.")
    alt: ByLanguage = Field(
        default={},
        description="What a reader who cannot see the logo is told: a text for every language, or one a language.",
    )
    dark_file: str | None = Field(
        default=None, min_length=1, description="The logo on a dark ground; left out: it stands on a light plate there."
    )

    def words_in(self, default: str) -> dict[str, str]:
        """Return the words by language; those for every language are in the project's own, `default`."""
        return in_languages(self.alt, default)

    def picture(self, file: str | None = None) -> PictureOptions:
        """Return the logo, or another file of it, as leaflets take pictures: in print it may change its colours."""
        return PictureOptions(file=file or self.file, alt=self.alt, convert=True)


class LookOptions(Model):
    """Set how the site looks. Of a few colours all others are derived, light and dark; sizes are in pixels."""

    brand: Colour = Field(default="#1f5673", description="Links, buttons, headings.")
    accent: Colour = Field(default="#a8442f", description="Small words above titles, numbers, what has the focus.")
    paper: Colour = Field(default="#fdfaf5", description="The ground of pages.")
    card: Colour = Field(default="#ffffff", description="The ground of the header, of cards and of fields.")
    ink: Colour = Field(default="#20272b", description="Words.")
    dark: DarkColours = Field(default=DarkColours(), description="Colours for readers whose device is set to dark.")
    text_size: Annotated[float, Field(ge=18, le=24)] = Field(
        default=19, description="The size of running text, where the browser has its usual 16 pixels; all follows it."
    )
    fonts: LookFonts = LookFonts()
    spacing: Literal["close", "usual", "wide"] = Field(default="usual", description="How much room is between things.")
    corner_radius: Annotated[float, Field(ge=0, le=24)] = Field(
        default=12, description="How round the corners of cards are; smaller things have smaller ones."
    )
    logo: LogoOptions | None = None
