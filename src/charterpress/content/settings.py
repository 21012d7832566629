"""Read a project's settings out of its mkdocs.yml."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from charterpress.content.formsettings import ConfirmationOptions, FeedbackOptions
from charterpress.content.leafletsettings import LeafletOptions
from charterpress.content.looksettings import LookOptions
from charterpress.content.model.base import Audience, Model
from charterpress.content.model.text import Email, Identifier, LanguageTag, WebAddress
from charterpress.content.security import Host, SecuritySettings
from charterpress.findings import Finding

LANGUAGES = ("languages",)
"""Where `Project.unknown` says that not all languages are known."""
DEFAULT_LANGUAGE = ("languages", "default")
"""Where it says that nobody knows which of them is the default."""


class Exemption(Model):
    """Let a text be harder than the limits, for a reason and for a time; it is listed for all to see."""

    document: str = Field(
        min_length=1, description="The id of a document, 'glossary', or the name of a Markdown page, such as 'about'."
    )
    unit: Identifier | None = Field(default=None, description="The id of a part; left out: the whole document.")
    rules: tuple[str, ...] = Field(default=(), description="The rules that are waived; left out: all reading rules.")
    reason: str = Field(min_length=1, description="Why the text must stay as it is, in words that families can read.")
    until: date = Field(description="The last day on which the exemption holds.")


class ReadabilitySettings(Model):
    """Set how hard a text may be."""

    grades: dict[Audience, Annotated[float, Field(ge=1, le=20)]] = Field(
        default={Audience.FAMILIES: 7.0, Audience.PRACTITIONERS: 9.0},
        description="The highest Flesch-Kincaid grade a page may have, by audience: over it, the build fails.",
    )
    targets: dict[Audience, Annotated[float, Field(ge=1, le=20)]] = Field(
        default={Audience.FAMILIES: 6.0, Audience.PRACTITIONERS: 8.0},
        description="The Flesch-Kincaid grade to aim at, by audience: the reports say how to reach it.",
    )
    sentence_words: Annotated[int, Field(ge=8, le=60)] = Field(
        default=25, description="The most words a sentence may have: with more, the build fails."
    )
    sentence_words_warning: Annotated[int, Field(ge=8, le=60)] = Field(
        default=20, description="A sentence with more words gets a warning."
    )
    paragraph_words: Annotated[int, Field(ge=20, le=500)] = Field(
        default=80, description="A paragraph with more words gets a warning."
    )
    sentence_words_in: dict[LanguageTag, Annotated[int, Field(ge=8, le=60)]] = Field(
        default={}, description="The most words a sentence may have in a language that counts words in another way."
    )
    exemptions: tuple[Exemption, ...] = ()

    def grade_for(self, audience: Audience) -> float:
        """Return the highest grade for an audience."""
        return self.grades.get(audience, 7.0)

    def target_for(self, audience: Audience) -> float:
        """Return the grade to aim at, which is never above the highest one."""
        return min(self.targets.get(audience, 6.0), self.grade_for(audience))

    def with_max_grade(self, grade: float) -> ReadabilitySettings:
        """Return the settings with no limit above a Flesch-Kincaid grade."""
        return self.model_copy(
            update={"grades": {audience: min(grade, self.grade_for(audience)) for audience in Audience}}
        )

    def sentence_limit(self, language: str) -> int:
        """Return the most words that a sentence may have in a language."""
        return self.sentence_words_in.get(language, self.sentence_words)


class TranslationSettings(Model):
    """Set what a language may show of translations that are missing, drafts, or out of date.

    hide: leave the document out of the language; source: show the text in the language it was written in, marked
    as such; fail: stop the build.
    """

    missing: Literal["hide", "source", "fail"] = Field(
        default="source", description="What happens where a text has no translation yet."
    )
    stale: Literal["hide", "source", "fail"] = Field(
        default="source",
        description="What happens where the source changed after it was translated. The old translation never shows.",
    )
    draft: Literal["show", "hide", "source", "fail"] = Field(
        default="hide",
        description="What happens where nobody has reviewed a translation; show: drafts are published, marked as such.",
    )
    least: Annotated[int, Field(ge=1, le=100)] = Field(
        default=80,
        description="The share of a document's texts, in per cent, that a language must have for it to be shown there.",
    )


class AddressSettings(Model):
    """Set who keeps addresses.yml."""

    frozen: bool = Field(
        default=False, description="No build writes addresses.yml; what is not in it yet gets a warning."
    )


class AdaptationSettings(Model):
    """Set how long a decision on a new version of an adapted charter may wait."""

    grace_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        default=90,
        description="So many days after the new version was approved, what nobody has decided fails the build.",
    )


class Settings(Model):
    """Hold the options of the plugin `charterpress`."""

    organisation: str = ""
    tagline: str = ""
    contact_email: Email | None = None
    readability: ReadabilitySettings = ReadabilitySettings()
    translations: TranslationSettings = TranslationSettings()
    look: LookOptions = LookOptions()
    leaflets: LeafletOptions = LeafletOptions()
    addresses: AddressSettings = AddressSettings()
    adaptations: AdaptationSettings = AdaptationSettings()
    feedback: FeedbackOptions | None = None
    reading_confirmation: ConfirmationOptions | None = None
    security: SecuritySettings = SecuritySettings()
    hosting: tuple[Host, ...] = Field(
        default=(Host.NETLIFY, Host.AZURE, Host.APACHE, Host.NGINX),
        description="The hosts and web servers for which a file of settings is written.",
    )


class Language(Model):
    """Hold a language of the plugin `i18n`; keys that only that plugin reads are let through."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    locale: LanguageTag
    name: str = ""
    default: bool = False
    build: bool = True
    site_name: str | None = None


NOBODY_SAYS = Language(locale="en", build=False)
"""The language of a project none of whose languages could be read: nothing is made in it."""


class Site(Model):
    """Hold what MkDocs and we both read; other keys of mkdocs.yml are let through."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    site_name: str = ""
    site_url: WebAddress | None = None
    docs_dir: str = "docs"
    exclude_docs: str = ""


class Project(Model):
    """Hold where a project keeps things and what its settings say."""

    root: Path
    docs: Path
    i18n: Path
    overrides: Path | None
    site_name: str
    site_url: WebAddress | None
    languages: tuple[Language, ...]
    settings: Settings
    option_places: dict[tuple[str | int, ...], tuple[int, int]] = Field(
        default={},
        description="Line and column, from 1, of each option of the plugin `charterpress` in mkdocs.yml, "
        "and of each language.",
    )
    excluded: str = Field(default="", description="`exclude_docs` of mkdocs.yml: patterns as in .gitignore.")
    unknown: frozenset[tuple[str | int, ...]] = Field(
        default=frozenset(),
        description="The options, and other settings, that are wrong in mkdocs.yml: a default is in their place.",
    )

    def knows(self, *keys: str | int) -> bool:
        """Tell whether a setting is what mkdocs.yml says, or what holds where it says nothing.

        False where the setting is wrong, or one around it, or a part of it: what depends on it cannot be checked.
        """
        return not any(keys[: len(each)] == each[: len(keys)] for each in self.unknown)

    @property
    def config_file(self) -> Path:
        """Return the path of mkdocs.yml."""
        return self.root / "mkdocs.yml"

    @property
    def default_language(self) -> str:
        """Return the locale that is published at the root of the site."""
        return next((language.locale for language in self.languages if language.default), self.languages[0].locale)

    @property
    def locales(self) -> tuple[str, ...]:
        """Return the locales that are built, the default first."""
        built = [language.locale for language in self.languages if language.build]
        return tuple(sorted(built, key=lambda locale: locale != self.default_language))

    def finding(self, rule: str, message: str, hint: str, *keys: str | int) -> Finding:
        """Return an error about the option at `keys`, or about the nearest one around it that is in mkdocs.yml."""
        while keys and keys not in self.option_places:
            keys = keys[:-1]
        line, column = self.option_places.get(keys, (None, None))
        return Finding(rule, message, hint, file=self.config_file, line=line, column=column)

    def picture_place(self, picture: tuple[str, str], key: str) -> tuple[int, int]:
        """Return line and column, from 1, of a key of a picture, or of the picture where the key is left out."""
        places = self.option_places
        return places.get((*picture, key)) or places.get(picture, (1, 1))

    def with_max_grade(self, grade: float) -> Project:
        """Return the project with no limit above a Flesch-Kincaid grade."""
        readability = self.settings.readability.with_max_grade(grade)
        return self.model_copy(update={"settings": self.settings.model_copy(update={"readability": readability})})

    def with_languages(self, more: tuple[Language, ...]) -> Project:
        """Return the project with more languages behind its own; one that it has already stays as it is."""
        known = {language.locale for language in self.languages}
        new = tuple(language for language in more if language.locale not in known)
        return self.model_copy(update={"languages": (*self.languages, *new)})

    def without_languages(self, codes: frozenset[str]) -> Project:
        """Return the project without some of its languages, of which it then knows that they are unknown."""
        if not codes:
            return self
        left = tuple(language for language in self.languages if language.locale not in codes)
        unknown = {(*LANGUAGES, code) for code in codes}
        if self.default_language in codes:
            unknown.add(DEFAULT_LANGUAGE)
        languages = left or (NOBODY_SAYS,)
        return self.model_copy(update={"languages": languages, "unknown": self.unknown | unknown})

    def name_in(self, locale: str) -> str:
        """Return the site's name in a language."""
        own = next((language.site_name for language in self.languages if language.locale == locale), None)
        return own or self.site_name
