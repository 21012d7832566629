"""Define a theme that charters share."""

from __future__ import annotations

from typing import Literal

from charterpress.content.model.base import Document
from charterpress.content.model.text import Prose


class Theme(Document):
    """Say what a theme means; its page gathers what every charter promises on it."""

    kind: Literal["theme"]
    meaning: tuple[Prose, ...] = ()
