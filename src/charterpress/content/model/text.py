"""Type the texts of a document: what each is for decides how it is translated and scored."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, StringConstraints


class Role(StrEnum):
    """Say what a text is for.

    `SENTENCE` roles are scored for readability; the others are left out of the score and are
    listed as left out.
    """

    PROSE = "prose"
    LEAD_IN = "lead-in"
    ITEM = "item"
    HEADING = "heading"
    LABEL = "label"
    NOTE = "note"

    @property
    def scored(self) -> bool:
        """Tell whether texts of this role count towards a reading grade."""
        return self in {Role.PROSE, Role.LEAD_IN, Role.ITEM}

    @property
    def inline_markdown(self) -> bool:
        """Tell whether texts of this role may hold emphasis, links and note references."""
        return self is not Role.LABEL and self is not Role.HEADING


_FILLED = StringConstraints(min_length=1, strip_whitespace=True)

Prose = Annotated[str, _FILLED, Role.PROSE]
LeadIn = Annotated[str, _FILLED, Role.LEAD_IN]
ItemText = Annotated[str, _FILLED, Role.ITEM]
Heading = Annotated[str, _FILLED, Role.HEADING]
Label = Annotated[str, _FILLED, Role.LABEL]
NoteText = Annotated[str, _FILLED, Role.NOTE]

Fixed = Annotated[str, _FILLED]
"""A text that is neither translated nor scored: the name of a law, a publisher, a licence."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
"""A permanent address: lower-case letters, digits and single hyphens."""

ShortAddress = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=24)]
"""A permanent address that people type from paper: one or two short words."""

Email = Annotated[str, StringConstraints(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]

LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"

LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)]
"""A BCP 47 tag: a language, and a script and a region where they matter."""

EVERY_LANGUAGE = "und"
"""The tag of what is in no language that is said (BCP 47)."""


def _for_every_language(given: object) -> object:
    return {EVERY_LANGUAGE: given} if isinstance(given, str) else given


ByLanguage = Annotated[
    dict[LanguageTag, str],
    BeforeValidator(_for_every_language, json_schema_input_type=str | dict[LanguageTag, str]),
]
"""A text by language; one that is given alone is for every language."""


def in_languages(words: Mapping[str, str], default: str) -> dict[str, str]:
    """Return the texts that are not empty, by language; one for every language is in `default`."""
    named = {default if code == EVERY_LANGUAGE else code: text.strip() for code, text in words.items()}
    return {code: text for code, text in named.items() if text}


class Text(str):
    """A text of a localised document that remembers which language it is in."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, value: str, language: str) -> Self:
        """Return `value`, marked as written in `language` (a BCP 47 tag)."""
        text = super().__new__(cls, value)
        text.language = language
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str has one argument, this has two
        """Keep the language when the text is sent to another process."""
        return (str(self), self.language)
