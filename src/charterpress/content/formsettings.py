"""Hold what the settings say of forms: where answers go, who reads them, how long they are kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from charterpress.content.model.base import Model
from charterpress.content.model.text import ByLanguage, Email, Fixed, in_languages

Section = Literal["charters", "guides", "guidance", "themes"]


class FormOptions(Model):
    """Set where the answers to a form go; the address itself is judged by `check_forms`."""

    post_to: Fixed | None = Field(
        default=None,
        description="The https address of the program that takes the answers. Left out: readers get a ready e-mail.",
    )
    email: Email | None = Field(
        default=None,
        description="Who gets the ready e-mails; left out: `contact_email`. With `post_to` it is named as another way.",
    )
    privacy: ByLanguage = Field(
        description="Who reads the answers, and what for. A text in the site's own language, or one a language."
    )
    keep_months: Annotated[int, Field(ge=1, le=120)] = Field(
        description="After how many months the answers are deleted; the form says so in every language."
    )

    def privacy_in(self, locale: str, default: str) -> tuple[str, str] | None:
        """Return the words on privacy, and their language: that of the page, or else the site's own, `default`."""
        words = in_languages(self.privacy, default)
        return next(((words[code], code) for code in (locale, default) if code in words), None)


class FeedbackOptions(FormOptions):
    """Set where readers are asked whether a page helped them; a page with a question of its own asks it anyway."""

    pages: tuple[Section, ...] = Field(
        default=("charters", "guides", "guidance"), description="The sections whose pages ask."
    )


class ConfirmationOptions(FormOptions):
    """Set where staff can confirm that they have read a page; one with words of its own for it has the form anyway."""

    pages: tuple[Section, ...] = Field(default=("guidance",), description="The sections whose pages have the form.")
