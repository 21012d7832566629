"""Define a theme that charters share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charterpress.content.model.base import Document
from charterpress.content.model.text import Prose


class Theme(Document):
    """Say what a theme means; its page gathers what every charter promises on it."""

    kind: Literal["theme"] = Field(description="Makes this document a theme, which charters share.", examples=["theme"])
    meaning: tuple[Prose, ...] = Field(
        default=(),
        description="What the theme means, a paragraph each.",
        examples=[["Listening means that people can finish what they want to say."]],
    )
